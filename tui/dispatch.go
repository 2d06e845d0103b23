package tui

import (
	"slices"

	"casebook/tui/document"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// do carries an action out: the line that is typed in or the pane that has the
// keys first, then the root. Leaving is the same everywhere.
func (a *App) do(action Action) tea.Cmd {
	switch {
	case action == Quit:
		return a.quit()
	case action == Suspend:
		return tea.Suspend
	case a.typing:
		return a.edit(action)
	case a.saving.open:
		return a.save(action)
	case a.palette.open:
		return a.command(action)
	case a.finding.open:
		return a.findHelp(action)
	}
	switch {
	case a.focus == paneFilters && a.filters.Update(action),
		a.focus == paneList && a.moveInList(action),
		a.focus == paneHelp && a.help.Update(action):
		return nil
	case action == NextMatch || action == BackMatch || a.focus == paneDetail:
		if a.detail.Update(action) {
			return nil
		}
	}
	switch action {
	case Left, PreviousPane:
		a.moveTo(max(a.focus-1, a.firstPane()))
	case Right, NextPane:
		a.moveTo(min(a.focus+1, paneDetail))
	case ToFilters:
		a.moveTo(paneFilters)
	case ToList:
		a.moveTo(paneList)
	case ToDetail:
		a.moveTo(paneDetail)
	case Read:
		return a.enter()
	case ReadCases:
		return a.readCases()
	case NextView:
		return a.turnView(1)
	case PreviousView:
		return a.turnView(-1)
	case Timeline:
		return a.toTimeline()
	case Choose:
		return a.choose()
	case Follow:
		return a.followLink()
	case Back:
		return a.escape()
	case Return:
		return a.back()
	case Search:
		if a.focus == paneHelp {
			a.finding = finding{open: true}
			return nil
		}
		a.startSearch()
	case Clear:
		return a.clear()
	case ClearAll:
		a.chosen = nil
		return a.ask(a.stay())
	case Sort:
		return a.reorder()
	case NextReport:
		return a.nextReport()
	case ShowSource:
		a.detail.source = !a.detail.source
		a.showDetail()
	case Mark:
		return a.mark()
	case Export:
		return a.startSaving()
	case CopyCitation, CopyCase, CopyHere:
		return a.copy(action)
	case Help:
		a.openHelp()
	case Palette:
		a.openPalette()
	case Blank:
		a.blank = true
	case ToggleMouse:
		a.toggleMouse()
	}
	return nil
}

// quit gives up what is still asked for, and ends.
func (a *App) quit() tea.Cmd {
	a.asking.cancel()
	if a.saving.cancel != nil {
		a.saving.cancel()
	}
	return tea.Quit
}

// firstPane is the pane furthest left that the arrows reach: filters that would
// slide over the list come on their own key only.
func (a *App) firstPane() pane {
	if a.layout.width >= wideWidth || a.focus == paneFilters {
		return paneFilters
	}
	return paneList
}

// enter goes into the detail, where a gate that is on the screen already opens;
// a name that is offered it searches.
func (a *App) enter() tea.Cmd {
	if n, ok := a.list.offer(); ok {
		return a.searchName(n)
	}
	if a.layout.panes[paneDetail].width > 0 && a.settled() && a.detail.closed() {
		a.detail.opened = true
		a.showDetail()
	}
	a.moveTo(paneDetail)
	return nil
}

// showDetail lays the detail out from its beginning, and goes to it.
func (a *App) showDetail() {
	if a.detail.loaded {
		a.detail.show(a.detailDocument())
		a.moveTo(paneDetail)
	}
}

// choose turns the filter at the cursor on or off; a heading it folds.
func (a *App) choose() tea.Cmd {
	n, _ := a.filters.current()
	switch {
	case n.more > 0:
		return a.searchField(n.facet)
	case n.depth == 0:
		a.filters.fold(n, !a.filters.open(n))
		return nil
	}
	return a.toggle(n)
}

// toggle turns a filter on or off.
func (a *App) toggle(n node) tea.Cmd {
	if slices.Contains(a.chosen, n.choice) {
		a.chosen = slices.DeleteFunc(slices.Clone(a.chosen), func(c choice) bool { return c == n.choice })
	} else {
		a.chosen = append(slices.DeleteFunc(slices.Clone(a.chosen), a.filters.kin(n)), n.choice)
	}
	return a.ask(a.stay())
}

// clear takes a filter back: in the filters the one at the cursor, where there
// is one; where nothing is found what is in the way, which may be a word of the
// search; else the last chosen.
func (a *App) clear() tea.Cmd {
	if a.blocked() && a.obstacle.Term != "" && a.focus != paneFilters {
		a.past.add(a.search.text)
		a.search.set(a.obstacle.Without.Text)
		return a.edited()
	}
	last := a.chosen[len(a.chosen)-1]
	gone := func(c choice) bool { return c == last }
	if blocks := inTheWay(a.obstacle.Obstacle); a.blocked() && slices.ContainsFunc(a.chosen, blocks) {
		gone = blocks
	}
	if n, ok := a.filters.current(); ok && a.focus == paneFilters {
		switch {
		case n.depth == 0 && chosenIn(a.chosen, n.facet) > 0:
			gone = func(c choice) bool { return c.facet == n.facet }
		case slices.Contains(a.chosen, n.choice):
			gone = func(c choice) bool { return c == n.choice }
		}
	}
	a.chosen = slices.DeleteFunc(slices.Clone(a.chosen), gone)
	return a.ask(a.stay())
}

// followLink opens a gated case, or goes where the link at the cursor leads.
func (a *App) followLink() tea.Cmd {
	switch {
	case a.detail.closed():
		a.detail.opened = true
		a.showDetail()
	case a.detail.link > 0:
		return a.goAlong(a.detail.Links[a.detail.link-1])
	case len(a.detail.Links) > 0:
		a.detail.toLink(1)
	}
	return nil
}

// reorder asks for the next order of the cases.
func (a *App) reorder() tea.Cmd {
	if a.view != casesView {
		return a.reorderEntries()
	}
	sorts := model.Sorts()
	a.sort = sorts[(max(slices.Index(sorts, a.sort), 0)+1)%len(sorts)]
	a.notice = document.CasesSorted(a.words, a.sort)
	return a.ask(a.stay())
}

// escape goes back one level. It never quits.
func (a *App) escape() tea.Cmd {
	switch {
	case a.focus == paneHelp:
		a.moveTo(a.helpFrom)
	case a.focus == paneDetail && a.detail.source:
		a.detail.source = false
		a.showDetail()
	case a.focus == paneDetail && a.detail.link+a.detail.match > 0:
		a.detail.link, a.detail.match = 0, 0
	case a.focus != paneList:
		a.moveTo(paneList)
	case a.view != casesView:
		return a.show(casesView)
	case a.fromView():
		return a.back()
	default:
		return a.endSearch()
	}
	return nil
}
