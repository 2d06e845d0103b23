package tui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"casebook/tui/theme"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/browse/browsetest"
	"casebook/tui/keys"
)

// palette is the open palette.
func (d *driver) palette() *palette { return d.app.prompt.(*palette) }

// Every binding that is not for typing is listed with its key.
func TestThePaletteListsEveryAction(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press(":")
	for _, b := range d.app.actions {
		if b.Description() == "" || b.Scope&keys.Reading == 0 || b.Shown() == ":" {
			continue
		}
		if !slices.ContainsFunc(d.palette().found, func(c *command) bool {
			return c.keys == b.Shown() && strings.HasSuffix(c.name, firstClause(b.Description()))
		}) {
			t.Errorf("%q (%s) is not listed", b.Description(), b.Shown())
		}
	}
	first := d.palette().found[0]
	if first.reason != "" || first.name != "read the case" {
		t.Errorf("the first command is %q (%s)", first.name, first.reason)
	}
}

func TestThePalette(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{Environment: []string{"TERM=xterm"}})
	d.press(":", "cite")
	d.sees("copy the citation", "Enter runs")
	d.press("enter")
	d.sees("Copied")
	if len(d.out) == 0 || !strings.Contains(d.out[0], "KAZ-2016-01") {
		t.Errorf("the clipboard got %q", d.out)
	}
	d.press(":", "sort by title", "enter")
	d.sees("by title")
	d.press(":", "social", "enter")
	d.sees("[Category: Social media]")
	d.press(":", "KAZ-2016-04", "enter")
	if d.selected() != "KAZ-2016-04" {
		t.Errorf("the case called by its id is not open: %s\n%s", d.selected(), d.screen())
	}
	d.press(":", "KAZ-2016-99", "enter")
	d.sees("There is no case KAZ-2016-99.")
	d.press(":", "theme light", "enter")
	if d.app.styles != theme.New(theme.Light, false) {
		t.Error("the theme has not changed")
	}
	d.press(":", "next match", "enter")
	d.sees("No matches")
	d.press(":", "zzz")
	d.sees("search for zzz")
	d.press("esc")
	d.seesNot("search for zzz")
	d.press(":", "wher", "tab")
	if text := d.palette().Text; !strings.Contains(text, "Where") && !strings.Contains(text, "where") {
		t.Errorf("Tab completes to %q", text)
	}
}

// What is typed means first the case with that id, then what can be done, then
// the values of filters; what only has its letters comes last.
func TestThePaletteTakesWhatIsMeant(t *testing.T) {
	f := newFake()
	f.Cases[1].Laws = []model.LawInvolvement{{Name: "Code", Provision: "art. 419", Role: "charged"}, {Name: "Code", Provision: "art. 4", Role: "charged"}}
	for text, want := range map[string]string{
		"KAZ-2016-04": "open case KAZ-2016-04", "sort": "sort", "order by": "sort by date", "cases": "view: Cases", "people": "view: People",
		"export": "export the marked (or listed) cases", "about": "help", "find": "search as you type", "expr": "Category: Freedom of expression",
		"places": "view: Places", "hide": "blank the screen at once", "copy": "copy the whole case",
		"mark": "mark or unmark the case", "note": "note: write a note on the case", "russian": "language Русский", "kazakh": "language Қазақша", "table": "table", "2016-05": "cases of May 2016", "cite": "cite: copy the citation",
	} {
		d := drive(t, f, 120, 36, Options{Export: func(context.Context, model.Query, string, bool) (int, string, error) { return 0, "", nil }})
		d.press(":", text)
		if got := d.palette().found[0].name; got != want {
			t.Errorf("%q finds %q first, want %q", text, got, want)
		}
	}
	d := drive(t, f, 120, 36, Options{})
	d.press(":", "KAZ-2016-04", "tab", "enter")
	if d.selected() != "KAZ-2016-04" || d.app.search.Text != "" {
		t.Errorf("Tab and Enter lead to %s, and search for %q", d.selected(), d.app.search.Text)
	}
	d.press(":", "2099-1")
	if got := d.palette().found[0].name; got != "open case 2099-1" && strings.Contains(got, "open case") {
		t.Errorf("what is no case comes first: %q", got)
	}
}

func TestTheHelpIsSearched(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("?", "/", "CITATION", "enter")
	d.sees("copy the citation", "1/1 match")
	d.press("esc", "?", "/", "clear", "enter", "n")
	d.sees("2/")
	d.press("/", "zzzz", "enter")
	d.sees("No match in this text.")
}

func TestCrumbs(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.seesNot("Cases ›")
	d.press("j", "enter", "tab", "enter")
	d.sees("Cases › ")
	d.press("enter")
	d.sees(" › KAZ-2016-")
	d.press("-", "-")
	d.seesNot("Cases ›")
}

func TestTheFiveKeysAreTaughtOnce(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.sees("Five keys to begin")
	d.press("j")
	d.seesNot("Five keys to begin")
}

func TestCopyWhatTheCursorIsOn(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{Environment: []string{"TMUX=/tmp/tmux-0/default,1,0"}})
	d.press("y")
	if len(d.out) != 1 || d.out[0] != "The year in brief" {
		t.Errorf("the clipboard got %q", d.out)
	}
	d.sees("Copied: The year in brief · tmux needs: set -g set-clipboard on")
	d.press("j", "enter", "tab", "y")
	d.press("f", "j", "y")
	if len(d.out) != 3 || d.out[1] == "" || d.out[2] == "" {
		t.Errorf("the clipboard got %q", d.out)
	}
}

// A figure is copied with what bounds it and who says so, and of a sensitive
// case nothing but its title.
func TestAFigureIsCopiedWhole(t *testing.T) {
	f := newFake()
	f.Cases[5].Figures = []model.Figure{{Comparator: model.Exactly, Min: browsetest.One(4), Counts: "gated officers"}}
	d := drive(t, f, 80, 24, Options{})
	d.press("v", "v", "v", "v", "j", "y", "G", "y")
	want := []string{"between 300,000 and 1,500,000 migrant workers (estimated)", f.Cases[5].Title}
	if !slices.Equal(d.out, want) {
		t.Errorf("the clipboard got %q, want %q", d.out, want)
	}
	d.seesNot("gated officers")
}

// TestPaletteOverPanes: the palette covers panes and leaves the others, however they stand.
func TestPaletteOverPanes(t *testing.T) {
	for _, keys := range [][]string{{":"}, {"T", ":"}, {"/", "sychev", "enter", ":"}, {"+", ":"}, {"f", ":"}, {"m", "e"}} {
		for _, size := range [][2]int{{79, 24}, {80, 24}, {120, 36}, {160, 40}, {200, 50}} {
			d := drive(t, newFake(), size[0], size[1], Options{})
			d.press(keys...)
			if d.app.prompt == nil {
				t.Fatalf("%v opens nothing", keys)
			}
			exact(t, d, size[0], size[1])
		}
	}
}

func TestPasteIntoThePalette(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press(":")
	d.send(tea.PasteMsg{Content: "theme\x1b[31m dark\n"})
	if got := d.palette().Text; strings.ContainsRune(got, '\x1b') {
		t.Errorf("the palette has %q", got)
	}
}

func TestTheKeysThatFitAreTaught(t *testing.T) {
	for width, want := range map[int]string{80: "Five keys to begin: j k move", 60: "j k move · Enter read · / search · f filters · ? help", 40: "j k move · Enter read · ? help"} {
		d := drive(t, newFake(), width, 20, Options{})
		if row := strings.TrimSpace(strings.Split(d.screen(), "\n")[1]); !strings.HasPrefix(row, want) || width < 80 && row != want {
			t.Errorf("at %d columns %q is taught", width, row)
		}
	}
}

func TestProvisionsOfOneNameAreToldApart(t *testing.T) {
	library := newFake()
	library.Lawful = true
	for i, law := range []string{"Criminal Code", "Offences Code"} {
		library.Cases[i].Laws = []model.LawInvolvement{{Name: law, Provision: "leaders of associations", Role: "defines"}}
	}
	d := drive(t, library, 120, 36, Options{})
	d.press(":", "leaders")
	d.sees("Law: Criminal Code, leaders of associations", "Law: Offences Code, leaders of associations")
	d.press("esc", ":", "law leaders criminal", "enter")
	d.sees("[Law: Criminal Code, leaders of associations]", "1/6 cases")
}
