package tui

import (
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/tui/browse/browsetest"
	"casebook/tui/width"
)

// FuzzKeys presses keys and changes sizes at random. Whatever they are, the
// screen is exactly as large as the terminal.
func FuzzKeys(f *testing.F) {
	f.Add([]byte("jjf\r-/abc\x1b?"), uint8(80), uint8(24))
	f.Add([]byte("G\r\t\t\r-s\x00\x05x/prison officer\r"), uint8(120), uint8(36))
	f.Add([]byte("zqffllhh\r\rXxoO1233nNcCM"), uint8(40), uint8(10))
	f.Add([]byte("wabc\r\rwR\x01q\x00w\x00\x00"), uint8(80), uint8(24))
	f.Fuzz(func(t *testing.T, keys []byte, width, height uint8) {
		if len(keys) > 200 {
			return
		}
		d := drive(t, newReports(), int(width), int(height), Options{Export: (&browsetest.Files{Named: map[string]string{}}).Export})
		named := []string{"enter", "esc", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "pgup", "pgdown", "backspace", "delete", "ctrl+w", "ctrl+u"}
		for i, key := range keys {
			switch {
			case key < 16:
				d.press(named[key])
			case key < 32:
				width, height = key*8, keys[(i+1)%len(keys)]
				d.send(tea.WindowSizeMsg{Width: int(width), Height: int(height)})
			case key < 128:
				d.press(string(rune(key)))
			case key < 192:
				d.send(tea.MouseClickMsg{X: int(key) % 64, Y: i % 30, Button: tea.MouseLeft})
			default:
				d.send(tea.PasteMsg{Content: string(keys[:i])})
			}
			exact(t, d, int(width), int(height))
		}
	})
}

// exact fails where the screen is not as large as the terminal, or its cursor
// is beyond it.
func exact(t *testing.T, d *driver, columns, height int) {
	t.Helper()
	view := d.app.View()
	if view.Content == "" {
		if !d.app.blank && columns > 0 && height > 0 {
			t.Fatal("the screen is empty")
		}
		return
	}
	rows := strings.Split(view.Content, "\n")
	if len(rows) != height {
		t.Fatalf("%d rows on a terminal of %d", len(rows), height)
	}
	for y, row := range rows {
		if got := width.ByLetter.Columns(row); got != columns {
			t.Fatalf("row %d is %d columns wide, the terminal %d: %q", y, got, columns, row)
		}
		for _, r := range ansi.Strip(row) {
			if unicode.IsControl(r) {
				t.Fatalf("row %d has the control character %q", y, r)
			}
		}
	}
	if c := view.Cursor; c != nil && (c.X < 0 || c.X >= columns || c.Y < 0 || c.Y >= height) {
		t.Fatalf("the cursor is at %d,%d of %dx%d", c.X, c.Y, columns, height)
	}
}

// FuzzText gives a case a hostile text, and searches for it.
func FuzzText(f *testing.F) {
	for _, text := range []string{
		"\x1b[2J\x1b]0;owned\a", "\x1b]52;c;AAAA\x1b\\", "a\u202eb\u2066c", "\x9b31m", "Қазақстан Республикасы", "é́́́", "漢字漢字漢字", "👩‍👩‍👧‍👦 family",
		"\xff\xfe", "a\x00b", "tab\tand\nline\rback", strings.Repeat("long", 200), "\"quote -minus person: (", "\u200b\u200d", "ﷺ",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		library := newFake()
		c := &library.Cases[0]
		c.Title, c.Note, c.People[0].Name, c.Category = text, text+" "+text, text, []string{text}
		c.Places[0].Name, c.Dates = text, []model.Date{{EDTF: text, What: "act"}}
		c.Source[0].Anchors, c.Source[0].Section = []string{text}, []string{text}
		for _, size := range [][2]int{{120, 30}, {80, 24}, {40, 12}} {
			d := drive(t, library, size[0], size[1], Options{})
			for _, keys := range [][]string{{}, {"s"}, {"s", "tab", "enter"}, {"-", "f", "j", "enter"}, {"?"}, {"esc", "/"}} {
				d.press(keys...)
				exact(t, d, size[0], size[1])
			}
			d.send(tea.PasteMsg{Content: text})
			exact(t, d, size[0], size[1])
			d.press("ctrl+u", "ctrl+c")
		}
	})
}
