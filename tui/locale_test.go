package tui

import (
	"strings"
	"testing"
	"unicode"
)

func TestUTF8(t *testing.T) {
	for _, test := range []struct {
		system, environment string
		want                bool
	}{
		{"linux", "LANG=en_GB.UTF-8", true}, {"linux", "LANG=kk_KZ.utf8", true}, {"linux", "", false}, {"linux", "LANG=C", false},
		{"linux", "LANG=ru_RU.KOI8-R", false}, {"linux", "LANG=C.UTF-8 LC_ALL=POSIX", false}, {"linux", "LANG=C LC_CTYPE=C.UTF-8", true},
		{"linux", "LANG=en_GB.UTF-8 LC_ALL=", true}, {"windows", "", true}, {"darwin", "", true}, {"darwin", "LC_CTYPE=UTF-8", true},
		{"darwin", "SSH_CONNECTION=1", false}, {"darwin", "LANG=C", false},
	} {
		if got := utf8On(test.system, strings.Fields(test.environment)); got != test.want {
			t.Errorf("%s with %q: %t, want %t", test.system, test.environment, got, test.want)
		}
	}
}

// TestASCII goes through the browser where only ASCII can be shown: but for
// what the cases themselves say, every sign is.
func TestASCII(t *testing.T) {
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
