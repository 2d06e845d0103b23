package tui

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// A namesFound is what names the library has for what was typed.
type namesFound struct {
	generation uint64
	names      []model.NameMatch
	err        error
}

// offer asks for the names that the text may have meant. It comes after the
// rows, and only where their end is not far.
func (a *App) offer() tea.Cmd {
	if nameText(a.answered.query.Text) == "" || a.list.more || a.list.total > mostFound {
		return nil
	}
	library, answered, found := a.library, a.answered, a.list.total
	return func() tea.Msg {
		names, err := suggest(answered.ctx, library, answered.query.Text, found)
		return namesFound{answered.generation, names, err}
	}
}

// offered shows names below what was found: those that do not count as found.
// Where nothing was, any name may help that is not what was typed.
func (a *App) offered(message namesFound) {
	switch {
	case message.generation != a.answered.generation || errors.Is(message.err, context.Canceled):
	case message.err != nil:
		a.fail(message.err)
	default:
		a.list.propose(message.names)
	}
}

// searchName searches a name that was offered, in place of what was typed.
func (a *App) searchName(n model.NameMatch) tea.Cmd {
	a.past.add(a.search.text)
	a.search.set(nameSearch(n))
	return a.edited()
}
