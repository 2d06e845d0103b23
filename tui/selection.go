package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/layout"
)

// A selection is the chosen filters, view and orders.
type selection struct {
	chosen    []browse.Choice // the filters, in the order in which they were chosen
	sort      model.Sort
	view      results.View // what the list pane shows; empty: the cases
	entrySort model.Sort   // of the views
}

// choose toggles the filter at the cursor; a heading it expands or collapses.
func (a *App) choose() tea.Cmd {
	n, _ := a.filters.Current()
	switch {
	case n.More > 0:
		return a.openFacetSearch()
	case n.Depth == 0:
		a.filters.Fold(n, !a.filters.IsOpen(n))
		return nil
	}
	return a.toggle(n)
}

// toggle toggles a filter.
func (a *App) toggle(n browse.Node) tea.Cmd {
	if slices.Contains(a.chosen, n.Choice) {
		a.chosen = slices.DeleteFunc(slices.Clone(a.chosen), func(c browse.Choice) bool { return c == n.Choice })
	} else {
		a.chosen = append(slices.DeleteFunc(slices.Clone(a.chosen), a.filters.Related(n)), n.Choice)
	}
	return a.ask(a.currentTarget())
}

// clear removes a filter: the one at the cursor of the filters; without results the
// part that excludes everything, which may be a word of the search; else the last one.
func (a *App) clear() tea.Cmd {
	if a.hasNoResults() && a.obstacle.Term != "" && a.focus != layout.Filters {
		a.search.history.Add(a.search.Text)
		a.search.Set(a.obstacle.Without.Text)
		return a.search.Edited(true)
	}
	last := a.chosen[len(a.chosen)-1]
	gone := func(c browse.Choice) bool { return c == last }
	if blocks := browse.Blocking(a.obstacle.Obstacle); a.hasNoResults() && slices.ContainsFunc(a.chosen, blocks) {
		gone = blocks
	}
	if n, ok := a.filters.Current(); ok && a.focus == layout.Filters {
		switch {
		case n.Depth == 0 && len(browse.ChoicesOf(a.chosen, n.Facet)) > 0:
			gone = func(c browse.Choice) bool { return c.Facet == n.Facet }
		case slices.Contains(a.chosen, n.Choice):
			gone = func(c browse.Choice) bool { return c == n.Choice }
		}
	}
	a.chosen = slices.DeleteFunc(slices.Clone(a.chosen), gone)
	return a.ask(a.currentTarget())
}

// clearAll removes all filters.
func (a *App) clearAll() tea.Cmd {
	a.chosen = nil
	return a.ask(a.currentTarget())
}

// sortNext sorts the cases in the next order.
func (a *App) sortNext() tea.Cmd {
	if a.view != ask.CasesView {
		return a.sortEntriesNext()
	}
	sorts := model.Sorts()
	a.sort = sorts[(max(slices.Index(sorts, a.sort), 0)+1)%len(sorts)]
	a.notice = document.CasesSorted(a.words, a.sort)
	return a.ask(a.reorderedTarget())
}
