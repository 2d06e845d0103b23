package tui

import (
	"fmt"
	"slices"
	"testing"
)

// Both keys take back one step at a time, to exactly where the reader was.
func TestOneStepBack(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		steps [][]string // keys of each step; one key takes each back
	}{
		{"an opened case", [][]string{{"j"}, {"enter"}}},
		{"a followed link", [][]string{{"j", "enter"}, {"tab", "enter"}}},
		{"a link of a link", [][]string{{"j", "enter"}, {"tab", "enter"}, {"enter"}, {"tab", "enter"}}},
		{"a related case", [][]string{{"j"}, {"enter"}, {"shift+tab", "enter"}}},
		{"a link in a search", [][]string{{"j"}, {"/", "term", "enter"}, {"enter"}, {"tab", "enter"}}},
		{"a search in a link", [][]string{{"j", "enter"}, {"tab", "enter"}, {"/", "zzzz", "enter"}}},
		{"a row of a view", [][]string{{"v", "j", "j", "j"}, {"enter"}, {"enter"}}},
		{"a search in a row of a view", [][]string{{"v", "j", "j", "j"}, {"enter"}, {"/", "zzzz", "enter"}}},
		{"a month", [][]string{{"t", "j", "j"}, {"enter"}}},
		{"a figure", [][]string{{"v", "v", "v", "v", "j"}, {"enter"}}},
		{"the source", [][]string{{"j", "enter"}, {"s"}}},
		{"the filters", [][]string{{"j"}, {"f"}}},
	} {
		for _, key := range []string{"esc", "-"} {
			for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 36}} {
				d := drive(t, newFake(), size[0], size[1], Options{})
				var been []string
				for _, keys := range test.steps {
					d.press(keys...)
					been = append(been, d.standing())
				}
				for i := range slices.Backward(been[:len(been)-1]) {
					d.press(key)
					if now := d.standing(); now != been[i] {
						t.Fatalf("%s at %v: %s leads to %s, want %s", test.name, size, key, now, been[i])
					}
				}
				for range 9 {
					d.press(key)
				}
				if slices.Contains(d.out, "quit") {
					t.Errorf("%s: %s quits", test.name, key)
				}
			}
		}
	}
}

// standing is where the reader is, but for the link at the cursor.
func (d *driver) standing() string {
	a := d.app
	return fmt.Sprintf("pane %d (zoomed %t) of %q, %v, search %q, %s %s, source %t", a.focus, a.zoomed, a.view, a.chosen, a.search.Text, d.selected(), d.here(), a.detail.source)
}

func TestAFilterLeftOnIsSaidWhereNothingIsFound(t *testing.T) {
	d := drive(t, newFake(), 60, 20, Options{})
	d.press("j", "enter", "tab", "enter", "/", "zzzz", "enter")
	d.sees("No case matches.", "Active filters: Yermek Narymbaev.")
	d = drive(t, newFake(), 80, 24, Options{})
	d.press("f", "j", "enter", "2", "/", "sentenced prison", "enter")
	d.sees("Without Overview: 1 case")
	d.seesNot("Active filters") // it is named above
}

func TestASpanFromItsEnd(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "date:2017..2016", "enter")
	d.sees("No case matches.", "date:2017..2016: the end is before", "the beginning.")
}
