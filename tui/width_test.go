package tui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"casebook/tui/browse/browsetest"
	"casebook/tui/width"
)

// scripts is a library of cases and people in the writing of several languages.
func scripts() *browsetest.Library {
	library := browsetest.NewReports()
	names := []string{"कार्यकर्ता दिव्या", "மனித உரிமை ஆர்வலர்", "علی\u200cرضا نمونه", "שרה לוי", "记者王", "☎️ 1️⃣ ❤️"}
	for i := range library.Cases {
		c, name := &library.Cases[i], names[i%len(names)]
		c.Title = name
		for j := range c.People {
			c.People[j].Name = name
		}
		c.Note = strings.Repeat(name+" ", 9)
	}
	return library
}

// TestTerminalThatCountsCharacters lays the screen out anew when the terminal says
// that it takes a letter with its marks for one character.
func TestTerminalThatCountsCharacters(t *testing.T) {
	d := drive(t, scripts(), 110, 30, Options{})
	differ := 0
	for _, method := range []width.Method{width.ByLetter, width.ByCharacter} {
		if method == width.ByCharacter {
			d.send(method)
		}
		for _, key := range []string{"j", "j", "j", "T", "j", "g", "T", "enter", "esc", "?", "esc", ":", "language", "enter"} {
			d.press(key)
			for y, row := range strings.Split(d.app.View().Content, "\n") {
				if got := method.Columns(row); got != 110 {
					t.Errorf("after %s row %d has %d columns: %q", key, y, got, ansi.Strip(row))
				}
				if width.Doubtful(ansi.Strip(row)) {
					differ++
				}
			}
		}
	}
	if differ < 20 {
		t.Errorf("only %d rows are wider by one way of counting", differ)
	}
}

// TestRightToLeftCells: no cell of the list, of the table or of the detail turns what
// is beside it on a terminal that writes Arabic and Hebrew from right to left.
func TestRightToLeftCells(t *testing.T) {
	library := scripts()
	d := drive(t, library, 170, 30, Options{})
	isolated := 0
	for _, key := range []string{"j", "j", "T", "j", "v", "j", "enter", "-", "/", "علی", "enter"} {
		d.press(key)
		for y, row := range strings.Split(ansi.Strip(d.app.View().Content), "\n") {
			open := 0
			for _, r := range row {
				switch {
				case r == '\u2068':
					open, isolated = open+1, isolated+1
				case r == '\u2069':
					open--
				case r >= 0x590 && r < 0x900 && open == 0 && y != 1: // the search is typed
					t.Errorf("after %s row %d has text that is not isolated: %q", key, y, row)
				}
			}
			if open != 0 {
				t.Errorf("after %s row %d isolates what is beside a text: %q", key, y, row)
			}
		}
	}
	if isolated < 20 {
		t.Errorf("only %d texts were isolated", isolated)
	}
}
