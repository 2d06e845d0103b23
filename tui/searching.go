package tui

import tea "charm.land/bubbletea/v2"

// startSearch gives the keys to the search box. Where the reader was is kept
// until the search is left.
func (a *App) startSearch() {
	if a.focus == paneHelp {
		a.moveTo(a.helpFrom)
	}
	if a.search.text == "" || a.before == nil {
		here := a.here()
		here.focus = paneList
		a.before = &here
	}
	a.typing = true
	a.moveTo(paneList)
}

// edit changes the text in the search box, or leaves the box.
func (a *App) edit(action Action) tea.Cmd {
	switch action {
	case Quit:
		return a.quit()
	case Suspend:
		return tea.Suspend
	case Accept:
		return a.accept()
	case Cancel:
		return a.endSearch()
	}
	if a.search.Update(action) {
		return a.searched()
	}
	return nil
}

// searched asks for what is in the search box now. The list keeps its rows
// until the answer is there.
func (a *App) searched() tea.Cmd {
	s := a.stay()
	s.locate = false // a search begins at its first rows
	return a.ask(s)
}

// accept goes on from the search box: to the cases, and into the case where
// there is only one.
func (a *App) accept() tea.Cmd {
	a.typing = false
	switch {
	case a.waiting():
		a.openSingle = true
	case a.list.total == 1 && a.search.text != "":
		a.moveTo(paneDetail)
	}
	return nil
}

// endSearch clears the search and brings back where the reader was before it.
func (a *App) endSearch() tea.Cmd {
	a.typing = false
	if a.before == nil {
		a.search.set("")
		return a.ask(a.stay())
	}
	before := *a.before
	before.chosen = a.chosen // a filter chosen since is not part of the search
	if before.text == a.search.text {
		a.before = nil
		a.moveTo(paneList)
		return nil
	}
	return a.goTo(before)
}
