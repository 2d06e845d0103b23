package tui

import (
	"context"
	"errors"

	"casebook/tui/browse"

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
	if browse.NameText(a.answered.query.Text) == "" || a.list.more || a.list.total > browse.MostFound {
		return nil
	}
	library, answered, found := a.library, a.answered, a.list.total
	return func() tea.Msg {
		names, err := browse.Suggest(answered.ctx, library, answered.query.Text, found)
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
	a.search.set(browse.NameSearch(n))
	return a.edited()
}
