package tui

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"casebook/model/safe/safetest"
	"casebook/tui/browse/browsetest"
	"casebook/tui/width"
)

// isolated is what the screen itself isolates, within a row.
var isolated = regexp.MustCompile("\u2068([^\u2068\u2069\n]*)\u2069")

var looks = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// TestNothingHostileIsShown walks through the whole browser, at three sizes, with a library whose every text is hostile.
func TestNothingHostileIsShown(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{120, 36}, {80, 24}, {46, 12}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			t.Parallel()
			shown := 0
			d := drive(t, browsetest.Stranger{Library: newReports()}, size[0], size[1], Options{Export: (&browsetest.Files{Named: map[string]string{}}).Export})
			for _, key := range []string{"j", "enter", "pgdown", "s", "pgdown", "s", "tab", "enter", "-", "esc", "f", "j", "j", "enter", "j", "enter", "j", "enter", "x", "X", "2", "v", "j", "enter", "esc", "v", "j", "3", "pgdown", "2", "v", "j", "3", "2", "v", "j", "v", "j", "v", "j", "esc",
				"t", "j", "enter", "esc", "m", "c", "c", "c", "C", "/", "nar", "enter", "/", "zzz", "enter", "esc", "/", "person:", "tab", "enter", "X", ":", "a", "down", "esc", "w", "x.csv", "enter", "esc", "R", "?", "pgdown", "esc", "z", "j", "1", "l", "3", "n", "G", "g"} {
				d.press(key)
				view := d.app.View()
				if strings.Contains(view.Content, "QQ==") {
					shown++
				}
				if near, found := safetest.Find(isolated.ReplaceAllString(looks.ReplaceAllString(view.Content, ""), "$1") + view.WindowTitle); found {
					t.Fatalf("after %s: %+q", key, near)
				}
				for y, row := range strings.Split(view.Content, "\n") {
					if got := width.ByLetter.Columns(row); view.Content != "" && got != size[0] {
						t.Fatalf("after %s row %d is %d columns wide: %+q", key, y, got, row)
					}
				}
			}
			if shown < 50 {
				t.Errorf("only %d screens had a text of the library", shown)
			}
			for _, text := range d.out {
				if near, found := safetest.Find(text); found {
					t.Errorf("to the clipboard: %+q", near)
				}
			}
		})
	}
}
