package tui

import (
	"slices"
	"testing"

	tea "charm.land/bubbletea/v2"

	"casebook/tui/browse/browsetest"
	"casebook/tui/keys"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A page is a prompt of several lines, with keys of its own.
type page struct {
	app   *App
	lines []string
	ended bool
}

const pageScope keys.Scope = 1 << 15

func (p *page) Scope() keys.Scope { return pageScope }

func (p *page) newLine() tea.Cmd {
	p.lines = append(p.lines, "")
	return nil
}

func (p *page) Insert(text string) bool {
	p.lines[len(p.lines)-1] += text
	return true
}

func (p *page) Over(int, int) (rows []text.Line) {
	for _, line := range p.lines {
		rows = append(rows, text.Line{{Text: line}})
	}
	return rows
}

func (p *page) IsWide() bool                     { return true }
func (p *page) Line() *widget.Input              { return nil }
func (p *page) Edited(bool) tea.Cmd              { return nil }
func (p *page) Refuses() string                  { return "" }
func (p *page) Row() (text.Line, int)            { return text.Line{{Text: " a page"}}, 1 }
func (p *page) Clicked(int, int) (tea.Cmd, bool) { return nil, false }
func (p *page) Closed()                          { p.ended = true }

// A prompt of several lines has all keys and what is pasted, until it closes
// itself or a click is for what lies below it.
func TestAPromptOfSeveralLines(t *testing.T) {
	d := drive(t, browsetest.New(), 80, 24, Options{})
	p := &page{app: d.app, lines: []string{""}}
	d.app.actions = append(d.app.actions,
		action{Binding: keys.Bind(pageScope, "Enter", "enter", ""), run: onPrompt((*page).newLine)},
		action{Binding: keys.Bind(pageScope, "Esc", "esc", ""), run: (*App).closePrompt})
	d.app.prompt = p
	d.press("q?:", "enter", "j/", "down", "tab", "ctrl+u", "space", "z")
	d.send(tea.PasteMsg{Content: "!"})
	if want := []string{"q?:", "j/ z!"}; !slices.Equal(p.lines, want) {
		t.Errorf("the prompt has %q, want %q", p.lines, want)
	}
	d.sees(" a page", "q?:", "j/ z!")
	d.press("esc", "j")
	if !p.ended || d.app.prompt != nil || d.selected() != "KAZ-2016-02" {
		t.Errorf("Esc leads to %+v at %s", d.app.prompt, d.selected())
	}
	d.app.prompt = p
	d.send(tea.MouseClickMsg{X: 4, Y: 3, Button: tea.MouseLeft})
	if d.app.prompt != nil || d.selected() != "KAZ-2016-01" {
		t.Errorf("a click leads to %+v at %s", d.app.prompt, d.selected())
	}
}

// TestLeavingClosesThePrompt: the question before leaving takes the place of the search
// box, which is closed as by any other way: its search is one of the session's.
func TestLeavingClosesThePrompt(t *testing.T) {
	d := drive(t, browsetest.New(), 80, 24, Options{Keeper: &browsetest.Keeper{}})
	d.press("m", "/", "sychev", "ctrl+c")
	d.sees("not saved")
	d.press("esc", "/", "x", "up")
	if d.app.search.Text != "sychev" {
		t.Errorf("the search before is %q", d.app.search.Text)
	}
}

// What opens a prompt while another is open takes its place.
func TestOnePromptAtMost(t *testing.T) {
	for _, typed := range [][]string{{":", "search as", "enter"}, {"?", "/", "x", "enter", "esc", "/"}, {"w", "esc", "/"}} {
		d := drive(t, browsetest.New(), 80, 24, Options{Export: (&browsetest.Files{Named: map[string]string{}}).Export})
		d.press(typed...)
		if !d.app.typing() {
			t.Errorf("%v leads to the prompt %T", typed, d.app.prompt)
		}
		d.press("x")
		if d.app.search.Text != "x" {
			t.Errorf("after %v the search box has %q", typed, d.app.search.Text)
		}
	}
}
