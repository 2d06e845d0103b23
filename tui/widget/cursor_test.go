package widget

import "testing"

// TestAListScrollsOrTurnsItsPage moves below the last row on the screen.
func TestAListScrollsOrTurnsItsPage(t *testing.T) {
	for turns, want := range map[bool]int{false: 1, true: 3} {
		w := List[int]{Cursor: Cursor{RowHeight: 1, Height: 4, TurnsPages: turns}}
		w.Fill([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 0, 10, 0, 0)
		for range 4 {
			w.Step(1)
		}
		if w.Top != want {
			t.Errorf("turns %v: the first row on the screen is %d, want %d", turns, w.Top, want)
		}
	}
}
