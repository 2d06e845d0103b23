package tui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// TestPace holds the screen while a terminal that has answered owes an answer,
// and shows all that was typed meanwhile when it comes.
func TestPace(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	p := newPaced(d.app)
	press := func(key rune) {
		_, command := p.Update(tea.KeyPressMsg{Code: key, Text: string(key)})
		for _, message := range gathered(command) {
			p.Update(message)
		}
	}
	written := func() {
		p.wire.asks.Store(false)
		p.Update(frameWritten(p.number))
	}
	press('j')
	if !p.missing {
		t.Fatal("the terminal is not asked")
	}
	written()
	p.Update(tea.CursorPositionMsg{})
	press('j')
	written()
	before := p.View().Content
	if before != d.app.View().Content {
		t.Error("a change is not shown when it is written")
	}
	press('k')
	press('k')
	if p.View().Content != before {
		t.Error("a second change is on its way")
	}
	p.Update(tea.CursorPositionMsg{})
	written()
	if p.View().Content == before || p.View().Content != d.app.View().Content {
		t.Error("the answer does not bring what was typed meanwhile")
	}
	press('z')
	if p.View().Content != "" {
		t.Error("the screen is not blank at once")
	}
	p.Update(tea.KeyPressMsg{Code: tea.KeyF3})
	if p.View().Content != "" {
		t.Error("an answer that looks like F3 brings the screen back")
	}
	written()
	press('j')
	asked := p.asked
	p.Update(answerOverdue(asked))
	if p.asked != asked+1 || p.deaf() {
		t.Error("after an answer that is lost it is not asked again")
	}
	p.Update(answerOverdue(p.asked))
	if !p.deaf() {
		t.Error("it is not taken to be deaf")
	}
	press('j')
	written()
	if p.View().Content != d.app.View().Content {
		t.Error("a terminal that answers no more is waited for")
	}
}

// gathered is what a command of the library's gives, and those after it.
func gathered(command tea.Cmd) []tea.Msg {
	if command == nil {
		return nil
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- command() }()
	select {
	case message := <-done:
		if batch, ok := message.(tea.BatchMsg); ok {
			var all []tea.Msg
			for _, one := range batch {
				all = append(all, gathered(one)...)
			}
			return all
		}
		if _, ok := message.(caseRead); ok {
			return []tea.Msg{message}
		}
	case <-time.After(overdue / 4): // it waits for a time to come
	}
	return nil
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
