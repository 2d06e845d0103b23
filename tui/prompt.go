package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/tui/prompt"
	"casebook/tui/widget"
)

// onPaste puts text into the prompt.
func (a *App) onPaste(text string) tea.Cmd {
	if a.prompt == nil || text == "" {
		return nil
	}
	return a.insert(text)
}

// insert puts what is typed or pasted into the prompt.
func (a *App) insert(text string) tea.Cmd {
	if a.notice = a.prompt.Refuses(); a.notice != "" {
		return nil
	}
	if a.notice = a.prompt.Insert(text); a.notice != "" {
		return nil
	}
	return a.prompt.Edited(true)
}

// closePrompt gives the keys back to the panes.
func (a *App) closePrompt() tea.Cmd {
	if closing := a.prompt; closing != nil {
		a.prompt = nil
		closing.Closed()
	}
	return nil
}

// of has an action of one kind of prompt done by the one that is open.
func of[P prompt.Prompt, R any](do func(P) R) func(*App) R {
	return func(a *App) R { return do(a.prompt.(P)) }
}

// editRight goes a character to the right. At the end of what is typed in the
// search box it takes the completion.
func editRight(a *App) tea.Cmd {
	if s := &a.search; a.typing() && s.completion.EndsAt(s.At) {
		return s.takeCompletion()
	}
	return editing(func(i *widget.Input) { i.MoveTo(i.Right()) })(a)
}

// editing has the line of the prompt edited.
func editing(edit func(*widget.Input)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		line := a.prompt.Line()
		before := line.Text
		edit(line)
		return a.prompt.Edited(line.Text != before)
	}
}
