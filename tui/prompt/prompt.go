// Package prompt says what a prompt is: what takes the keys in place of the panes
// until it is closed. It knows keys, a line of text and Bubble Tea. It must not know
// what is asked for: neither cases, nor the library, nor the panes.
package prompt

import (
	tea "charm.land/bubbletea/v2"

	"casebook/tui/keys"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A Prompt is a line or more that the reader types. At most one is open. What its
// keys do is in the table of actions, under its scope.
type Prompt interface {
	Scope() keys.Scope
	// Typed takes a key that no action is for; false: the prompt has no use for it, and
	// its text, if it has one, is inserted.
	Typed(press tea.KeyPressMsg) (tea.Cmd, bool)
	// Insert puts in what is typed or pasted; false: there is no room for it.
	Insert(text string) bool
	// Line is the line that the keys for editing change; nil: the prompt edits by itself.
	Line() *widget.Input
	// Edited says that something has been inserted or the line been edited; changed is
	// false where only its cursor has moved.
	Edited(changed bool) tea.Cmd
	// Refuses is why nothing can be typed now; empty: it can.
	Refuses() string
	// Row is what stands in the place of the search line, and in which column the cursor is.
	Row() (text.Line, int)
	// Over is what covers the panes, from their first row on. One that is wide
	// covers them all, but for a detail that stands beside them; else the first.
	Over(width, height int) (rows []text.Line, wide bool)
	// Clicked takes a click; false: it is for what is below, and closes the prompt.
	Clicked(x, y int) (tea.Cmd, bool)
	// Closed is called when it is.
	Closed()
}

// OneLine is what the prompts of one line have in common.
type OneLine struct{ widget.Input }

func (l *OneLine) Line() *widget.Input { return &l.Input }

func (l *OneLine) Typed(tea.KeyPressMsg) (tea.Cmd, bool) { return nil, false }

func (l *OneLine) Edited(bool) tea.Cmd { return nil }

func (l *OneLine) Refuses() string { return "" }

func (l *OneLine) Over(int, int) ([]text.Line, bool) { return nil, false }

func (l *OneLine) Clicked(int, int) (tea.Cmd, bool) { return nil, false }

func (l *OneLine) Closed() {}

// Draw is the line behind a sign, and in which column the cursor is. An empty one
// has a hint.
func (l *OneLine) Draw(glyphs text.Glyphs, width int, sign, hint string) (text.Line, int) {
	row := text.Line{{Text: " " + sign + " ", Tone: text.Focus}}
	shown, column := l.View(glyphs.Method, width-4)
	if l.Text == "" {
		return glyphs.Truncate(append(row, text.New(text.Muted, hint)), width, glyphs.Tail), 3
	}
	return append(row, text.Span{Text: shown}), 3 + column
}
