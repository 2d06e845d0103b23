package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestPace holds the screen while a terminal that has answered owes answers, and
// shows all that was typed meanwhile when the next one comes.
func TestPace(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	p := newPaced(d.app)
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
	if !p.deaf {
		t.Error("it is not taken to be deaf")
	}
	next()
	press('j')
	if p.View().Content != d.app.View().Content {
		t.Error("a terminal that answers no more is waited for")
	}
}

// TestPaceEndsWithTheLastAnswer keeps the end back while an answer is on its
// way, which the shell would take for something typed.
func TestPaceEndsWithTheLastAnswer(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	p := newPaced(d.app)
	if _, now := p.hold(p, tea.QuitMsg{}).(tea.QuitMsg); !now {
		t.Error("the end is kept back for nothing")
	}
	p.Update(tea.KeyPressMsg{Code: 'j', Text: "j"})
	message := p.hold(p, tea.QuitMsg{})
	if _, late := message.(held); !late {
		t.Fatalf("the end is not kept back: %T", message)
	}
	p.Update(message)
	if p.View().Content != "" {
		t.Error("the screen is there while it ends")
	}
	_, command := p.Update(tea.CursorPositionMsg{})
	if command == nil {
		t.Fatal("the answer does not bring the end")
	}
	if _, now := p.hold(p, command()).(tea.QuitMsg); !now {
		t.Error("the answer does not bring the end")
	}
}
