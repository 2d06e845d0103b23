package tui

import (
	"slices"
	"strings"
	"testing"
)

// drawn is a scene of panes, each written as its rows in one line.
func drawn(panes ...string) scene {
	s := scene{top: []string{"top"}, bottom: "bottom"}
	for _, pane := range panes {
		s.panes = append(s.panes, strings.Split(pane, "|"))
	}
	return s
}

// TestPanesChangeOneAfterTheOther follows a scene to the next one, frame by frame.
func TestPanesChangeOneAfterTheOther(t *testing.T) {
	tests := map[string]struct {
		shown, next      scene
		replacing, quiet bool
		frames           []string // their last rows but one are the panes'
	}{
		"a move": {
			shown: drawn("t|>a|b", "D|x|y"), next: drawn("t|a|>b", "D|v|w"),
			frames: []string{"tD|ax|>by", "tD|av|>bw"},
		},
		"a row on, the text moves with the list": {
			shown: drawn("t|a|b|c|>d", "D|w|x|y|z"), next: drawn("t|b|c|d|>e", "D|1|2|3|4"),
			frames: []string{"tD|bx|cy|dz|>e", "tD|b1|c2|d3|>e4"},
		},
		"a row back": {
			shown: drawn("t|>b|c|d|e", "D|w|x|y|z"), next: drawn("t|>a|b|c|d", "D|1|2|3|4"),
			frames: []string{"tD|>a|bw|cx|dy", "tD|>a1|b2|c3|d4"},
		},
		"a text that is awaited": {
			shown: drawn("t|>a|b", "D|x|y"), next: drawn("t|a|>b", "E|x|y"), replacing: true,
			frames: []string{"tE|ax|>by"},
		},
		"a letter": {
			shown: drawn("F|1|2", "t|a|b", "D|x|y"), next: drawn("F|3|4", "t|c|d", "D|v|w"), quiet: true,
			frames: []string{"FtD|1cx|2dy"},
		},
		"when typing rests": {
			shown: drawn("F|1|2", "t|c|d", "D|x|y"), next: drawn("F|3|4", "t|c|d", "D|v|w"),
			frames: []string{"FtD|3cx|4dy", "FtD|3cv|4dw"},
		},
		"another layout": {
			shown: drawn("t|a|b"), next: drawn("t|c|d", "D|v|w"),
			frames: []string{"tD|cv|dw"},
		},
	}
	for name, test := range tests {
		var frames []string
		for shown := test.shown; len(frames) < 9; {
			next := test.next.after(shown, test.replacing, test.quiet)
			if next.same(shown) {
				break
			}
			rows := strings.Split(next.frame().Content, "\n")
			frames, shown = append(frames, strings.Join(rows[1:len(rows)-1], "|")), next
		}
		if !slices.Equal(frames, test.frames) {
			t.Errorf("%s: %q, want %q", name, frames, test.frames)
		}
	}
}

// TestAListScrollsOrTurnsItsPage moves below the last row on the screen.
func TestAListScrollsOrTurnsItsPage(t *testing.T) {
	for turns, want := range map[bool]int{false: 1, true: 3} {
		w := window[int]{deep: 1, height: 4, turns: turns}
		w.fill([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 0, 10, 0, 0)
		for range 4 {
			w.Update(Down)
		}
		if w.top != want {
			t.Errorf("turns %v: the first row on the screen is %d, want %d", turns, w.top, want)
		}
	}
}
