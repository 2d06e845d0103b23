package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// startSearch gives the keys to the search box, in which a search of before is
// selected. Where the reader was before it is kept until the search is left,
// and where they are now until the box is.
func (a *App) startSearch() {
	if a.focus == paneHelp {
		a.moveTo(a.helpFrom)
	}
	here := a.here()
	here.focus = paneList
	if a.search.text == "" || a.before == nil {
		a.before = &here
	}
	if !a.typing {
		a.opened, a.search.selected = here, a.search.text != ""
	}
	a.typing = true
	a.completion.closed = true // until something is typed
	a.moveTo(paneList)
}

// searchField begins to search with a field, for the values that the filters
// do not list.
func (a *App) searchField(facet model.Facet) tea.Cmd {
	a.startSearch()
	text := model.FieldOf(facet) + ":"
	if a.search.text != "" {
		text = " " + text
	}
	a.search.set(a.search.text)
	a.search.insert(text)
	return a.edited()
}

// leaveBox takes the keys from the search box and remembers what is in it.
func (a *App) leaveBox() {
	if a.typing {
		a.past.add(a.search.text)
	}
	a.typing, a.completion, a.search.selected = false, completion{}, false
}

// edit changes the text in the search box, or leaves the box.
func (a *App) edit(action Action) tea.Cmd {
	atEnd := a.search.at == a.completion.token.end
	switch {
	case a.completion.Update(action):
		return nil
	case action == Complete, action == EditRight && atEnd && len(a.completion.rows) > 0:
		return a.takeCompletion()
	}
	switch action {
	case Accept:
		return a.accept()
	case Cancel:
		if len(a.completion.rows) > 0 {
			a.completion = completion{closed: true}
			return nil
		}
		return a.closeBox()
	case Clear:
		return a.clear()
	case Older, Newer:
		return a.recall(action)
	}
	if a.search.Update(action) {
		return a.edited()
	}
	command := a.readFields() // the cursor may stand at another word now
	a.complete()
	return command
}

// recall brings a search of before into the box.
func (a *App) recall(action Action) tea.Cmd {
	step := a.past.newer
	if action == Older {
		step = func() (string, bool) { return a.past.older(a.search.text) }
	}
	text, ok := step()
	if !ok {
		return nil
	}
	a.search.set(text)
	a.completion = completion{closed: true}
	return a.searched()
}

// edited asks for what is in the search box now, and for what it may become.
func (a *App) edited() tea.Cmd {
	a.past.back, a.completion.closed = 0, false
	a.complete()
	return a.searched()
}

// searched asks for what is in the search box now. The list keeps its rows
// until the answer is there. The best ones of that come first and must be seen,
// so the cursor stays on its case only among them.
func (a *App) searched() tea.Cmd {
	s := a.stay()
	s.locate, s.within = false, a.list.whole()
	return a.ask(s)
}

// accept takes the completion that is shown, or goes on from the search box: to
// the cases, into the case where there is only one, and where there is none to
// the nearest name.
func (a *App) accept() tea.Cmd {
	if a.completion.takes() {
		return a.takeCompletion()
	}
	if n, ok := a.list.offer(); ok && a.blocked() {
		return a.searchName(n)
	}
	a.leaveBox()
	if a.list.total == 1 && a.search.text != "" && !a.listing() {
		a.moveTo(paneDetail)
	}
	return nil
}

// blocked says whether the answer on the screen is the last one asked for, and
// has no case.
func (a *App) blocked() bool { return !a.waiting() && a.list.loaded && a.list.total == 0 }

// closeBox leaves the search box and brings back the search that was in force
// when it was opened, where there was one.
func (a *App) closeBox() tea.Cmd {
	if a.opened.text == "" {
		return a.endSearch()
	}
	a.past.add(a.search.text)
	a.leaveBox()
	if a.search.text == a.opened.text {
		return nil
	}
	before := a.before
	command := a.goTo(a.opened)
	a.before = before
	return command
}

// endSearch clears the search and brings back where the reader was before it.
func (a *App) endSearch() tea.Cmd {
	a.past.add(a.search.text)
	a.leaveBox()
	if a.before == nil {
		a.search.set("")
		return a.ask(a.stay())
	}
	before := *a.before
	before.chosen = a.chosen // a filter chosen since is not part of the search
	if before.view != a.view {
		before.view, before.seek = a.view, a.stay()
	}
	if before.text == a.search.text {
		a.before = nil
		a.moveTo(paneList)
		return nil
	}
	return a.goTo(before)
}
