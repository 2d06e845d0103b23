package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestPace holds the screen while a terminal that has answered owes answers, and
// shows all that was typed meanwhile when the next one comes.
func TestPace(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	p := &paced{app: d.app}
	press := func(key rune) { p.Update(tea.KeyPressMsg{Code: key, Text: string(key)}) }
	next := func() { p.at = p.at.Add(-frame) } // the frame is over
	press('j')
	if p.missing != 1 {
		t.Fatalf("%d questions, want 1", p.missing)
	}
	p.Update(tea.CursorPositionMsg{})
	for range underway {
		next()
		press('j')
	}
	next()
	before := p.View().Content
	press('k')
	press('k')
	if p.View().Content != before {
		t.Error("a third frame is on its way")
	}
	p.Update(tea.CursorPositionMsg{})
	if p.View().Content == before || p.View().Content != d.app.View().Content {
		t.Error("the answer does not bring what was typed meanwhile")
	}
	next()
	press('z')
	if p.View().Content != "" {
		t.Error("the screen is not blank at once")
	}
	p.Update(tea.KeyPressMsg{Code: tea.KeyF3})
	if p.View().Content != "" {
		t.Error("an answer that looks like F3 brings the screen back")
	}
	press('j')
	p.Update(answerOverdue(p.asked))
	next()
	press('j')
	if p.View().Content != d.app.View().Content {
		t.Error("a terminal that answers no more is waited for")
	}
}
