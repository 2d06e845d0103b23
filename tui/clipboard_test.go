package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// TestClipboardOfTerminals: what stands between the program and the terminal
// decides how a text is sent, and what is said of it.
func TestClipboardOfTerminals(t *testing.T) {
	for _, test := range []struct {
		name        string
		environment []string
		raw, pieces bool
		notice      string
	}{
		{"a terminal", []string{"TERM=xterm-256color"}, true, false, "Copied. Paste to check that it arrived. Then c."},
		{"tmux", []string{"TERM=tmux-256color", "TMUX=/tmp/tmux,1,0"}, true, false, "Copied. tmux needs: set -g set-clipboard on · Then c."},
		{"GNU screen", []string{"TERM=screen.xterm-256color", "STY=1.x"}, false, true, "Copied. Paste to check that it arrived. Then c."},
		{"both", []string{"TERM=screen", "STY=1.x", "TMUX=/tmp/tmux,1,0"}, true, true, "Copied. tmux needs: set -g set-clipboard on · Then c."},
		{"one of them over SSH", []string{"TERM=screen"}, true, true, "Copied. Paste to check that it arrived. Then c."},
		{"the console of Linux", []string{"TERM=linux"}, false, false, "Not copied: this terminal has no clipboard. w exports to a file."},
		{"screen on it", []string{"TERM=screen.linux", "STY=1.x"}, false, true, "Copied. Paste to check that it arrived. Then c."},
	} {
		d := drive(t, newFake(), 100, 24, Options{Environment: test.environment})
		text := strings.Repeat("Қазақстан ", 400)
		command := d.app.copyToClipboard(text, "Copied.", "Then c.")
		if d.app.notice != test.notice {
			t.Errorf("%s: says %q", test.name, d.app.notice)
		}
		sent := ""
		if command != nil {
			sent = fmt.Sprint(command().(tea.RawMsg).Msg)
		}
		whole := ansi.SetSystemClipboard(text)
		rest, raw := strings.CutPrefix(sent, whole)
		if raw != test.raw || (rest != "") != test.pieces {
			t.Errorf("%s: sends %q", test.name, sent)
		}
		joined := ""
		for piece := range strings.SplitSeq(rest, "\x1b\\") {
			if len(piece) > 768 {
				t.Errorf("%s: a piece of %d bytes", test.name, len(piece))
			}
			joined += strings.TrimPrefix(piece, "\x1bP")
		}
		if test.pieces && joined != whole {
			t.Errorf("%s: the pieces are %q", test.name, joined)
		}
		if d.app.copyToClipboard(text, "Copied.", "Then c."); command != nil && d.app.notice != "Copied. Then c." {
			t.Errorf("%s: then it says %q", test.name, d.app.notice)
		}
	}
}

// TestCopyingANote: a copied case has the reader's note only when C is pressed again.
func TestCopyingANote(t *testing.T) {
	d := drive(t, newFake(), 120, 24, Options{Open: "KAZ-2016-02"})
	d.press("e", "Z", "e", "b", "r", "a", "ctrl+s", "C")
	d.sees("Press C again to add your note.")
	d.press("C")
	d.sees("Copied the whole case KAZ-2016-02 with your note.")
	d.press("j", "C")
	if strings.Contains(d.out[0], "Zebra") || !strings.Contains(d.out[1], "Zebra") || strings.Contains(d.out[2], "Zebra") {
		t.Errorf("the clipboard got %q", d.out)
	}
}
