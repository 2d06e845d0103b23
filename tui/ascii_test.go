package tui

import (
	"strings"
	"testing"
	"unicode"
)

// TestASCII goes through the browser where only ASCII can be shown: but for
// what the cases themselves say, every sign is.
func TestASCII(t *testing.T) {
	t.Parallel()
	said := map[rune]bool{}
	for _, c := range newFake().Cases {
		for _, r := range c.Title + c.Note + strings.Join(c.Category, "") {
			said[r] = true
		}
	}
	said['©'] = true // the attribution is the report's
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 50}, {30, 8}} {
		for _, keys := range [][]string{
			nil, {"j", "enter", "tab"}, {"s"}, {"f", "j", "j", "enter"}, {"/", "term"}, {"/", "kind:event place:a"}, {"/", "zzzz", "enter"},
			{"?"}, {"?", "G"}, {"?", "space"}, {"?", "space", "space"}, {":"}, {":", "th"}, {"j", "enter", "tab", "enter", "enter"}, {"G"}, {"/", "narimbaef"}, {"y"},
		} {
			d := drive(t, newFake(), size[0], size[1], Options{ASCII: true})
			d.press(keys...)
			for _, r := range d.screen() {
				if r > unicode.MaxASCII && !said[r] {
					t.Errorf("%dx%d after %v: %q is on the screen:\n%s", size[0], size[1], keys, r, d.screen())
					break
				}
			}
		}
	}
}
