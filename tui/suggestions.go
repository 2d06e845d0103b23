package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/browse"
)

// A namesFound is what names the library has for what was typed.
type namesFound struct {
	reply
	names []model.NameMatch
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
		return namesFound{answered.reply(err), names}
	}
}

// onNamesFound shows names below what was found: those that do not count as found.
// Where nothing was, any name may help that is not what was typed.
func (a *App) onNamesFound(message namesFound) {
	switch {
	case !a.answered.wants(message.reply):
	case message.err != nil:
		a.fail(message.err)
	default:
		a.list.propose(message.names)
	}
}

// searchName searches a name that was offered, in place of what was typed.
func (a *App) searchName(n model.NameMatch) tea.Cmd {
	a.search.history.add(a.search.text)
	a.search.set(browse.NameSearch(n))
	return a.edited()
}
