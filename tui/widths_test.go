package tui

import (
	"slices"
	"strings"
	"testing"

	"casebook/seed"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// TestNoWidthCutsMoreTitles: a wider screen never cuts a title that a narrower one
// shows whole, in any language, as a list and as a table.
func TestNoWidthCutsMoreTitles(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	library := newFake()
	library.Cases = pack.Cases
	for _, language := range []string{"en", "ru", "kk"} {
		for _, keys := range [][]string{nil, {"T"}} {
			for _, height := range []int{24, 50} {
				if height > 24 && language != "en" {
					continue // the words of the language are not in the list's shape
				}
				d := drive(t, library, 40, height, Options{Language: language})
				d.press(keys...)
				cut := len(pack.Cases)
				for width := 40; width <= 220; width++ {
					d.send(tea.WindowSizeMsg{Width: width, Height: height})
					titles := d.cutTitles()
					if len(titles) > cut {
						t.Errorf("%s, %v: %d titles are cut at %dx%d, %d in one column less: %q", language, keys, len(titles), width, height, cut, titles)
					}
					if cut = len(titles); cut > 0 && width >= 80 {
						t.Errorf("%s, %v: %d titles are cut at %dx%d: %q", language, keys, cut, width, height, titles)
					}
				}
			}
		}
	}
}

// cutTitles are the titles of which the list does not show all.
func (d *driver) cutTitles() []string {
	list := &d.app.list
	var all strings.Builder
	for at := 0; at < list.Total; at += list.WholeRows() {
		list.Top, list.At = at, at
		for y, l := range list.View(d.app.format(0), "", true) {
			if y < list.HeadRows+list.RowHeight*list.WholeRows() {
				all.WriteString(ansi.Strip(l.String()) + " ")
			}
		}
	}
	shown := strings.Join(strings.Fields(all.String()), " ")
	titles := slices.Collect(func(yield func(string) bool) {
		for i := range list.Total {
			if row, ok := list.Row(i); ok && !yield(row.Title) {
				return
			}
		}
	})
	return slices.DeleteFunc(titles, func(title string) bool { return strings.Contains(shown, title) })
}
