package width

import (
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// TestNarrow: what is taken for narrow is one column wide in both ways of counting.
func TestNarrow(t *testing.T) {
	some := 0
	for r := rune(0); r < 0x30000; r++ {
		if text := string(r); isNarrow(r) {
			some++
			if ansi.StringWidth(text) != 1 || ansi.StringWidthWc(text) != 1 || unicode.Is(unicode.M, r) {
				t.Errorf("%U %q is %d or %d columns wide", r, text, ansi.StringWidth(text), ansi.StringWidthWc(text))
			}
		}
	}
	if some < 900 {
		t.Errorf("only %d are narrow", some)
	}
	for text, want := range map[string]int{"é": 2, "e\u0301": 0, "a": 1, "…": 3, "жӘ": 2, "ж\u0301": 0, "日": 0, "│x": 3, "\u00ad": 0, "": 0, "\x1b": 0} {
		if got := Narrow(text); got != want {
			t.Errorf("Narrow(%q) = %d, want %d", text, got, want)
		}
	}
}
