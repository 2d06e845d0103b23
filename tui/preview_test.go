package tui

import (
	"strings"
	"testing"
	"time"

	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"
)

// TestAPreviewIsWholeWhenKeysRest shows the beginning of a long text that comes
// while keys follow one another, and the rest of it when they do not.
func TestAPreviewIsWholeWhenKeysRest(t *testing.T) {
	d := drive(t, newFake(), 200, 50, Options{})
	var long document
	for range previewRows + 10 {
		long.lines = append(long.lines, text.Line{{Text: "a row"}})
	}
	p := newPaced(d.app)
	p.Update(tea.KeyPressMsg{Code: 'M', Text: "M"})
	d.app.detail.show(long)
	d.app.detail.preview = d.app.hurried
	rows := func() int { return strings.Count(d.app.View().Content, "a row") }
	if rows() != previewRows {
		t.Errorf("%d rows while keys follow one another, want %d", rows(), previewRows)
	}
	p.Update(keysRested{})
	if rows() != previewRows {
		t.Error("the rest comes before the keys have rested")
	}
	p.rests = p.rests.Add(-time.Second)
	p.Update(keysRested{})
	if rows() != previewRows+10 {
		t.Errorf("%d rows when the keys have rested, want %d", rows(), previewRows+10)
	}
}

// TestTheNextKeyFillsTheList has the rows that a turned page left out drawn with
// the next key, also where that makes most of the list new.
func TestTheNextKeyFillsTheList(t *testing.T) {
	d := drive(t, newFake(), 200, 50, Options{})
	p := newPaced(d.app)
	old := func() {
		list := p.written.list()
		for y := range list {
			list[y] = "an old row"
		}
	}
	key := tea.KeyPressMsg{Code: 'j', Text: "j"}
	old()
	p.Update(key)
	if !d.app.glimpsed {
		t.Fatal("a list of which most is new is drawn whole at once")
	}
	old()
	p.going = false
	p.Update(key)
	if d.app.glimpsed {
		t.Error("the next key leaves the rows out again")
	}
}
