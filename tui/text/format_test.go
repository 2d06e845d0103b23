package text

import (
	"testing"

	"casebook/tui/words"
)

// TestFormatKeepsSpans tells a text whose parts look different.
func TestFormatKeepsSpans(t *testing.T) {
	l := Format(words.New("kk"), Normal, "Without %[2]s: %[1]d case.|Without %[2]s: %[1]d cases.", 5, New(Title, "a\x1bb"))
	if l.String() != "a\ufffdb шартынсыз: 5 іс." || l[0].Tone != Title || len(l) != 2 {
		t.Errorf("%q", l)
	}
	if l := Format(words.Words{}, Normal, "Did you mean %s?", "x\x01y"); l.String() != "Did you mean x\ufffdy?" {
		t.Errorf("%q", l)
	}
}
