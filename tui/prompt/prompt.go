// Package prompt defines prompts, which get the keys instead of the panes until they
// are closed. It knows keys, a line of text and Bubble Tea. It must not know what a
// prompt asks for: neither cases, nor the library, nor the panes.
package prompt

import (
	tea "charm.land/bubbletea/v2"

	"casebook/tui/keys"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A Prompt is a line or more that the reader types. At most one is open. What its
// keys do is in the table of actions, under its scope; any other key is inserted.
type Prompt interface {
	Scope() keys.Scope
	// Insert inserts typed or pasted text; false: there is no room.
	Insert(text string) bool
	// Line is the line for the editing keys; nil: the prompt edits by itself.
	Line() *widget.Input
	// Edited is called after an edit; changed is false if only the cursor has moved.
	Edited(changed bool) tea.Cmd
	// Refuses says why nothing can be typed now; empty: typing is possible.
	Refuses() string
	// Row is the line shown instead of the search line, and the column of its cursor.
	Row() (text.Line, int)
	// Over is drawn over the panes: if IsWide over all but a detail at the right, else over
	// the first one, below its title.
	Over(width, height int) []text.Line
	IsWide() bool
	// Clicked handles a click; false: the click closes the prompt and is for the pane.
	Clicked(x, y int) (tea.Cmd, bool)
	// Closed is called after the prompt was closed.
	Closed()
}

// OneLine is the common part of prompts with one line.
type OneLine struct{ widget.Input }

func (l *OneLine) Line() *widget.Input { return &l.Input }

func (l *OneLine) Edited(bool) tea.Cmd { return nil }

func (l *OneLine) Refuses() string { return "" }

func (l *OneLine) Over(int, int) []text.Line { return nil }

func (l *OneLine) IsWide() bool { return false }

func (l *OneLine) Clicked(int, int) (tea.Cmd, bool) { return nil, false }

func (l *OneLine) Closed() {}

// Draw returns the line after a sign, and the column of the cursor. An empty line shows
// a hint.
func (l *OneLine) Draw(glyphs text.Glyphs, width int, sign, hint string) (text.Line, int) {
	row := text.Line{{Text: " " + sign + " ", Tone: text.Focus}}
	shown, column := l.View(glyphs.Method, width-4)
	if l.Text == "" {
		return glyphs.Truncate(append(row, text.New(text.Muted, hint)), width, glyphs.Tail), 3
	}
	return append(row, text.Span{Text: shown}), 3 + column
}
