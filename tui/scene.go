package tui

import (
	"runtime"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// A scene is the screen in its parts, so that one can be shown before another.
type scene struct {
	view   tea.View // all but what is written on it
	layout layout
	top    []string   // the lines above the panes
	panes  [][]string // the rows of each, from left to right
	bottom string
}

// frame is the scene as one view.
func (s scene) frame() tea.View {
	if len(s.panes) == 0 {
		return s.view
	}
	rows := slices.Clone(s.top)
	for y := range s.panes[0] {
		row := s.panes[0][y]
		for _, pane := range s.panes[1:] {
			row += pane[y]
		}
		rows = append(rows, row)
	}
	view := s.view
	view.SetContent(strings.Join(append(rows, s.bottom), "\n"))
	return view
}

// after is the next scene on the way from the one that is shown to this one.
// The panes change one after the other, the list first and the detail last: what
// stands between two changes in a row is written anew. While the detail waits
// for what comes in place of its text, the text may move along with the rows of
// the list, which the terminal then moves by itself. While quiet, the list alone
// changes.
func (s scene) after(shown scene, replacing, quiet bool) scene {
	last := len(s.panes) - 1
	if last < 1 || s.layout != shown.layout || len(shown.panes) != len(s.panes) {
		return s
	}
	next, list := s, last-1
	next.panes = slices.Clone(shown.panes)
	if replacing {
		next.panes[last] = append([]string{s.panes[last][0]}, shown.panes[last][1:]...) // the title is up to date
	}
	if !slices.Equal(s.panes[list], shown.panes[list]) {
		next.panes[list] = s.panes[list]
		if scrolls && list == 0 && (replacing || !slices.Equal(s.panes[last], shown.panes[last])) {
			next.panes[last] = moved(next.panes[last], scrolled(shown.panes[list], s.panes[list]))
		}
		return next
	}
	for i := range s.panes {
		waits := quiet || replacing && i == last
		if !waits && !slices.Equal(s.panes[i], shown.panes[i]) {
			next.panes[i] = s.panes[i]
			break
		}
	}
	return next
}

// list is the rows of the list, where filters stand beside it.
func (s scene) list() []string {
	if len(s.panes) < 3 {
		return nil
	}
	return s.panes[len(s.panes)-2]
}

// turns says whether most of the list is new in this scene.
func (s scene) turns(shown scene) bool {
	before, fresh := shown.list(), 0
	for y, row := range s.list() {
		if y < len(before) && row != before[y] {
			fresh++
		}
	}
	return fresh > len(before)/2
}

// scrolls says whether the renderer has the terminal move rows.
const scrolls = runtime.GOOS != "windows"

// scrolled is by how many rows a pane has been scrolled up, or down where it is
// negative; 0 where most of it is new.
func scrolled(before, after []string) int {
	most, by := len(after)/3, 0
	for n := -len(after) / 2; n <= len(after)/2; n++ {
		same := 0
		for y := 1; y < len(after); y++ {
			if from := y + n; from >= 1 && from < len(before) && before[from] == after[y] {
				same++
			}
		}
		if same > most {
			most, by = same, n
		}
	}
	return by
}

// moved is a pane with its rows moved up, and blank ones below; or down.
func moved(rows []string, by int) []string {
	if by == 0 {
		return rows
	}
	after := slices.Repeat([]string{""}, len(rows))
	after[0] = rows[0]
	for y := 1; y < len(rows); y++ {
		if from := y + by; from >= 1 && from < len(rows) {
			after[y] = rows[from]
		}
	}
	return after
}

// same says whether nothing changes from one scene to another.
func (s scene) same(other scene) bool {
	a, b := s.view.Cursor, other.view.Cursor
	return s.bottom == other.bottom && s.view.Content == other.view.Content && s.view.MouseMode == other.view.MouseMode &&
		(a == nil && b == nil || a != nil && b != nil && a.Position == b.Position) &&
		slices.Equal(s.top, other.top) && slices.EqualFunc(s.panes, other.panes, slices.Equal)
}
