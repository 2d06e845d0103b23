package ask

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/widget"
)

// CasesView is the view that is the list of cases itself.
const CasesView results.View = ""

// A Target says which row of a new answer the cursor should be on.
type Target struct {
	ID       string // the case, or the key of the entry, to stay on if the answer has it
	Locate   bool   // look for it in the whole answer, not just in the first rows
	Anywhere bool   // if it is not in the answer, ask for all cases instead
	Index    int    // its index before; the fallback
	Top      int    // the first row on the screen
	Within   int    // stay on it only within so many first rows; 0: anywhere
	Scroll   int    // of the detail
}

type (
	// RowsFound are the rows of a new answer: of cases, or of a view.
	RowsFound struct {
		Reply
		Target     Target
		At         int // where the cursor is to be
		OnTarget   bool
		Everything bool // the query was dropped to find the case
		Cases      results.Page
		Entries    results.EntryPage
	}
	// RowsLoaded are more rows of an answer.
	RowsLoaded struct {
		Reply
		Page    int
		Cases   results.Page
		Entries results.EntryPage
	}
)

// Rows asks for the rows of a view around the one that the cursor should be on; the
// reply is a RowsFound.
func (r Request) Rows(view results.View, query model.Query, target Target) tea.Cmd {
	return func() tea.Msg {
		if view == CasesView {
			return r.findCases(query, target)
		}
		return r.findEntries(view, query, target)
	}
}

// More asks for a page of more rows; the reply is a RowsLoaded.
func (r Request) More(view results.View, query model.Query, page int) tea.Cmd {
	query.Offset, query.Limit = page*widget.PageRows, widget.PageRows
	return func() tea.Msg {
		loaded, err := RowsLoaded{Page: page}, error(nil)
		if view == CasesView {
			loaded.Cases, err = r.library.Find(r.ctx, query)
		} else {
			loaded.Entries, err = r.library.Entries(r.ctx, view, query, "")
		}
		loaded.Reply = r.reply(err)
		return loaded
	}
}

// aroundRow returns the query for the rows around an index.
func aroundRow(query model.Query, index int) model.Query {
	query.Limit = 2 * widget.PageRows
	query.Offset = max((index-widget.PageRows/2)/widget.PageRows*widget.PageRows, 0)
	return query
}

// findCases asks for the rows around the case that the cursor should be on.
func (r Request) findCases(query model.Query, target Target) RowsFound {
	found := RowsFound{Target: target}
	find := func(index int) bool {
		page, err := r.library.Find(r.ctx, aroundRow(query, index))
		found.Cases, found.Reply = page, r.reply(err)
		at := slices.IndexFunc(page.Rows, func(row results.Row) bool { return row.ID == target.ID })
		found.At, found.OnTarget = page.Offset+at, at >= 0 && target.ID != ""
		return err != nil || target.ID == "" || found.OnTarget
	}
	if find(target.Index) {
		if !found.OnTarget {
			found.At = target.Index
		}
		return found
	}
	first := found
	if target.Locate || target.Anywhere {
		if index, ok := browse.Locate(r.ctx, r.library, query, target.ID); ok && find(index) {
			return found
		}
	}
	if target.Anywhere && query.Restricted() {
		query.Text, query.Filter, query.Also = "", nil, nil
		if index, ok := browse.Locate(r.ctx, r.library, query, target.ID); find(0) || ok && find(index) {
			found.Everything = true
			return found
		}
	}
	first.At = min(target.Index, max(first.Cases.Total-1, 0))
	return first
}

// findEntries asks for the rows of a view around the one that the cursor should
// be on.
func (r Request) findEntries(view results.View, query model.Query, target Target) RowsFound {
	page, err := r.library.Entries(r.ctx, view, aroundRow(query, target.Index), target.ID)
	found := RowsFound{Reply: r.reply(err), Target: target, Entries: page, At: page.At, OnTarget: page.At >= 0}
	if !found.OnTarget {
		found.At = min(target.Index, max(page.Total-1, 0))
	}
	return found
}
