package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/tui/keys"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A prompt takes the keys until it is closed: a line or more that the reader
// types. At most one is open. What its keys do is in the table of actions, under
// its scope.
type prompt interface {
	scope() keys.Scope
	// typed takes a key that no action is for; false: the prompt has no use for it.
	typed(a *App, press tea.KeyPressMsg) (tea.Cmd, bool)
	pasted(a *App, text string) tea.Cmd
	// line is the line that the keys for editing change; nil: the prompt edits by itself.
	line() *widget.Input
	// edited says that line has been edited; changed is false where only its cursor has moved.
	edited(a *App, changed bool) tea.Cmd
	// refuses is why nothing can be typed now; empty: it can.
	refuses(a *App) string
	// row is what stands in the place of the search line, and in which column the cursor is.
	row(a *App) (text.Line, int)
	// over is what covers the panes, from their first row on. One that is wide
	// covers them all, but for a detail that stands beside them; else the first.
	over(a *App, width, height int) (rows []text.Line, wide bool)
	// clicked takes a click; false: it is for what is below, and closes the prompt.
	clicked(a *App, x, y int) (tea.Cmd, bool)
	// closed is called when it is.
	closed(a *App)
}

// onPaste puts text into the prompt.
func (a *App) onPaste(text string) tea.Cmd {
	if a.prompt == nil || text == "" {
		return nil
	}
	return a.prompt.pasted(a, text)
}

// closePrompt gives the keys back to the panes.
func (a *App) closePrompt() tea.Cmd {
	if closing := a.prompt; closing != nil {
		a.prompt = nil
		closing.closed(a)
	}
	return nil
}

// A linePrompt is what the prompts of one line have in common.
type linePrompt struct{ widget.Input }

func (l *linePrompt) line() *widget.Input { return &l.Input }

func (l *linePrompt) typed(a *App, press tea.KeyPressMsg) (tea.Cmd, bool) {
	if press.Text == "" {
		return nil, false
	}
	return a.prompt.pasted(a, press.Text), true
}

func (l *linePrompt) pasted(a *App, text string) tea.Cmd {
	if a.notice = a.prompt.refuses(a); a.notice != "" {
		return nil
	}
	l.Insert(text)
	return a.prompt.edited(a, true)
}

func (l *linePrompt) refuses(*App) string { return "" }

func (l *linePrompt) over(*App, int, int) ([]text.Line, bool) { return nil, false }

func (l *linePrompt) clicked(*App, int, int) (tea.Cmd, bool) { return nil, false }

func (l *linePrompt) closed(*App) {}

// draw is the line behind a sign, and in which column the cursor is. An empty one
// has a hint.
func (l *linePrompt) draw(a *App, sign, hint string) (text.Line, int) {
	row := text.Line{{Text: " " + sign + " ", Tone: text.Focus}}
	shown, column := l.View(a.layout.Width - 4)
	if l.Text == "" {
		return text.Truncate(append(row, text.New(text.Muted, hint)), a.layout.Width, a.glyphs.Tail), 3
	}
	return append(row, text.Span{Text: shown}), 3 + column
}

// of has an action of one kind of prompt done by the one that is open.
func of[P prompt, R any](do func(P, *App) R) func(*App) R {
	return func(a *App) R { return do(a.prompt.(P), a) }
}

// editRight goes a character to the right. At the end of what is typed in the
// search box it takes the completion.
func editRight(a *App) tea.Cmd {
	if s := &a.search; a.typing() && s.completion.EndsAt(s.At) {
		return s.takeCompletion(a)
	}
	return editing(func(i *widget.Input) { i.MoveTo(i.Right()) })(a)
}

// editing has the line of the prompt edited.
func editing(edit func(*widget.Input)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		line := a.prompt.line()
		before := line.Text
		edit(line)
		return a.prompt.edited(a, line.Text != before)
	}
}
