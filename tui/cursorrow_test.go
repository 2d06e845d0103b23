package tui

import (
	"fmt"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	"casebook/tui/layout"
	"casebook/tui/theme"
)

// The row that the keys are on is reversed from edge to edge of its pane, each of
// its lines, in every theme and without colour; no other row is.
func TestTheRowAtTheCursorIsReversedAsAWhole(t *testing.T) {
	for _, options := range append(themes(), Options{NoColor: true}, Options{ASCII: true}) {
		for _, test := range []struct {
			keys  []string
			pane  layout.Pane
			row   int // its first line in the pane
			lines int
		}{
			{[]string{"j", "j"}, layout.List, 6, 3},
			{[]string{"T", "j", "j"}, layout.List, 3, 1},             // below the names of the columns
			{[]string{"/", "term", "enter", "2"}, layout.List, 0, 2}, // with a match
			{[]string{"v", "j", "j"}, layout.List, 4, 2},
			{[]string{"t", "j", "j"}, layout.List, 2, 1},
			{[]string{"f", "j", "j"}, layout.Filters, 2, 1},
		} {
			d := drive(t, newFake(), 120, 36, options)
			d.press(test.keys...)
			screen := uv.NewScreenBuffer(120, 36)
			uv.NewStyledString(d.app.View().Content).Draw(screen, screen.Bounds())
			r := d.app.layout.Panes[test.pane]
			name := fmt.Sprintf("%s %t %v", options.Theme, options.NoColor, test.keys)
			for y := range r.Height - 1 {
				want := y >= test.row && y < test.row+test.lines
				for x := range r.Width - 1 {
					cell := screen.CellAt(r.X+x, r.Y+1+y)
					if got := cell.Style.Attrs&uv.AttrReverse != 0; got != want {
						t.Fatalf("%s: column %d of line %d: reversed is %t", name, x, y, got)
					}
				}
			}
		}
	}
}

func themes() []Options {
	var all []Options
	for _, name := range theme.Names() {
		all = append(all, Options{Theme: name})
	}
	return all
}
