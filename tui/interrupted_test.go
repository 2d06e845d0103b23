package tui

import (
	"strings"
	"testing"

	"casebook/tui/browse"
	"casebook/tui/browse/browsetest"
)

// TestANoteOutlivesAChangedPassphrase: a note that is being written is not lost where
// what was written before it cannot be saved.
func TestANoteOutlivesAChangedPassphrase(t *testing.T) {
	keeper := browsetest.Kept("KAZ-2016-05", "Zebra")
	d := driveSlowly(t, browsetest.New(), 80, 24, Options{Keeper: keeper})
	d.answerAll()
	d.press("E", "pass", "enter")
	d.answerAll()
	d.press("esc")
	keeper.Fails = browse.ErrPassphrase
	d.press("m", "e", "Quagga")
	d.answerAll()
	if screen := d.screen(); !strings.Contains(screen, "Quagga") || !strings.Contains(screen, "Not saved") {
		t.Errorf("the note is not on the screen any more:\n%s", screen)
	}
}
