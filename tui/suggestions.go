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
	if browse.NameText(a.shown.query.Text) == "" || a.list.TotalUnknown || a.list.Total > browse.MostFound {
		return nil
	}
	library, shown, found := a.library, a.shown, a.list.Total
	return func() tea.Msg {
		names, err := browse.Suggest(shown.ctx, library, shown.query.Text, found)
		return namesFound{shown.reply(err), names}
	}
}

// onNamesFound shows names below what was found: those that do not count as found.
// Where nothing was, any name may help that is not what was typed.
func (a *App) onNamesFound(message namesFound) {
	switch {
	case !a.shown.wants(message.reply):
	case message.err != nil:
		a.fail(message.err)
	default:
		a.list.propose(message.names)
	}
}

// searchName searches a name that was offered, in place of what was typed.
func (a *App) searchName(n model.NameMatch) tea.Cmd {
	a.search.history.add(a.search.Text)
	a.search.Set(browse.NameSearch(n))
	return a.search.edited(a, true)
}
