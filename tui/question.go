package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/widget"
)

// A cursorTarget says which case of a new answer the cursor should be on.
type cursorTarget struct {
	id       string // the case to stay on, where the answer has it
	locate   bool   // look for it in the whole answer, not just in the first rows
	anywhere bool   // if it is not in the answer, ask for all cases instead
	index    int    // where it was; the first row if there is nothing better
	top      int    // the first row on the screen
	within   int    // stay on it only among so many first rows; 0: wherever it is
	scroll   int    // of the detail
}

// A question is a query that the library is asked.
type question struct {
	request
	query  model.Query
	view   results.View
	target cursorTarget
}

// query is what the screen shows the answer of.
func (a *App) query() model.Query {
	return browse.Apply(model.Query{Text: a.search.Text, Sort: a.sort, Marked: a.marks, Noted: a.own.Noted(a.search.Text)}, a.chosen)
}

// ask puts a new query to the library and gives the running one up.
func (a *App) ask(target cursorTarget) tea.Cmd {
	a.lookup.giveUp()
	a.current = question{a.session.request(a.current.request), a.query(), a.view, target}
	library, asked, query := a.library, a.current, a.current.query
	if asked.view != casesView {
		query.Sort = a.entrySort
		return tea.Batch(func() tea.Msg { return findEntries(asked.request, library, asked.view, query, target) }, a.search.readFields())
	}
	return tea.Batch(func() tea.Msg { return findCases(asked.request, library, query, target) }, a.search.readFields())
}

// around is a query for the rows around one.
func around(query model.Query, index int) model.Query {
	query.Limit = 2 * widget.PageRows
	query.Offset = max((index-widget.PageRows/2)/widget.PageRows*widget.PageRows, 0)
	return query
}

// findCases asks for the rows around the case that the cursor should be on.
func findCases(request request, library results.Library, query model.Query, target cursorTarget) rowsFound {
	found := rowsFound{target: target}
	find := func(index int) bool {
		page, err := library.Find(request.ctx, around(query, index))
		found.cases, found.reply = page, request.reply(err)
		at := slices.IndexFunc(page.Rows, func(row results.Row) bool { return row.ID == target.id })
		found.at, found.onTarget = page.Offset+at, at >= 0 && target.id != ""
		return err != nil || target.id == "" || found.onTarget
	}
	if find(target.index) {
		if !found.onTarget {
			found.at = target.index
		}
		return found
	}
	first := found
	if target.locate || target.anywhere {
		if index, ok := browse.Locate(request.ctx, library, query, target.id); ok && find(index) {
			return found
		}
	}
	if target.anywhere && query.Restricted() {
		query.Text, query.Filter, query.Also = "", nil, nil
		if index, ok := browse.Locate(request.ctx, library, query, target.id); find(0) || ok && find(index) {
			found.everything = true
			return found
		}
	}
	first.at = min(target.index, max(first.cases.Total-1, 0))
	return first
}

// findEntries asks for the rows of a view around the one that the cursor should
// be on.
func findEntries(request request, library results.Library, view results.View, query model.Query, target cursorTarget) rowsFound {
	page, err := library.Entries(request.ctx, view, around(query, target.index), target.id)
	found := rowsFound{reply: request.reply(err), target: target, entries: page, at: page.At, onTarget: page.At >= 0}
	if !found.onTarget {
		found.at = min(target.index, max(page.Total-1, 0))
	}
	return found
}
