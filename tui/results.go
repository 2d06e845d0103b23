package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// A seek says which case of a new answer the cursor should be on.
type seek struct {
	id       string // the case to stay on, where the answer has it
	locate   bool   // look for it in the whole answer, not just in the first rows
	anywhere bool   // if it is not in the answer, ask for all cases instead
	index    int    // where it was; the first row if there is nothing better
	top      int    // the first row on the screen
	within   int    // stay on it only among so many first rows; 0: wherever it is
	scroll   int    // of the detail
}

// What the library has answered.
type (
	casesFound struct {
		reply
		page       model.Page
		cursor     int
		seek       seek
		everything bool // the query was given up to find the case
	}
	pageLoaded struct {
		reply
		number int
		page   model.Page
	}
	facetsCounted struct {
		reply
		counts model.Counts
	}
	libraryLearned struct {
		reply
		total  int
		report model.Report
	}
)

// query is what the screen shows the answer of.
func (a *App) query() model.Query {
	return browse.Apply(model.Query{Text: a.search.text, Sort: a.sort, Marked: a.marks}, a.chosen)
}

// A question is a query that the library is asked.
type question struct {
	request
	query model.Query
	view  model.View
	seek  seek
}

// ask puts a new query to the library and gives the running one up.
func (a *App) ask(seek seek) tea.Cmd {
	a.finding.giveUp()
	a.asking = question{a.session.request(a.asking.request), a.query(), a.view, seek}
	library, asked, query := a.library, a.asking, a.asking.query
	if asked.view != casesView {
		query.Sort = a.entrySort
	}
	return tea.Batch(func() tea.Msg {
		if asked.view != casesView {
			return listEntries(asked.request, library, asked.view, query, seek)
		}
		return find(asked.request, library, query, seek)
	}, a.readFields())
}

// find asks for the rows around the case that the cursor should be on.
func find(request request, library browse.Library, query model.Query, seek seek) casesFound {
	found, ctx := casesFound{reply: request.reply(nil), seek: seek}, request.ctx
	around := func(index int) bool {
		query.Limit = 2 * pageRows
		query.Offset = max((index-pageRows/2)/pageRows*pageRows, 0)
		found.page, found.err = library.Find(ctx, query)
		found.cursor = indexOf(found.page, seek.id)
		return found.err != nil || seek.id == "" || found.cursor >= 0
	}
	if around(seek.index) {
		found.cursor = max(found.cursor, seek.index)
		return found
	}
	first := found
	if seek.locate || seek.anywhere {
		if index, ok := browse.Locate(ctx, library, query, seek.id); ok && around(index) {
			return found
		}
	}
	if seek.anywhere && query.Restricted() {
		query.Text, query.Filter, query.Also = "", nil, nil
		if index, ok := browse.Locate(ctx, library, query, seek.id); around(0) || ok && around(index) {
			found.everything = true
			return found
		}
	}
	first.cursor = min(seek.index, max(first.page.Total-1, 0))
	return first
}

func indexOf(page model.Page, id string) int {
	i := slices.IndexFunc(page.Rows, func(row model.Row) bool { return row.ID == id })
	if i < 0 || id == "" {
		return -1
	}
	return page.Offset + i
}

// onCasesFound shows a new answer, and only now asks for its counts.
func (a *App) onCasesFound(message casesFound) tea.Cmd {
	if !a.asking.wants(message.reply) {
		return nil
	}
	if message.err != nil {
		a.unanswered(message.err)
		return nil
	}
	if message.everything {
		a.search.set("")
		a.chosen = nil
		a.asking.query = a.query()
	}
	a.answered = a.asking
	if within := message.seek.within; within > 0 && message.cursor >= within {
		message.cursor = 0
	}
	a.list.set(message.page, message.cursor, message.seek.top)
	a.matched = document.HowFound(message.page)
	a.size(message.page.Total)
	if row, ok := a.list.selected(); ok && row.ID == message.seek.id {
		a.detail.scrollTo = message.seek.scroll
	}
	a.obstacle = obstacle{}
	a.write()
	commands := []tea.Cmd{a.count(), a.offer()}
	if a.list.total == 0 {
		commands = append(commands, a.explain())
	}
	return tea.Batch(commands...)
}

// unanswered keeps the old answer, which goes on asking for its rows.
func (a *App) unanswered(err error) {
	a.answered.request = a.asking.request
	a.view = a.answered.view
	a.ahead, a.counting, a.obstacle.pending = nil, false, false
	clear(a.list.asked)
	clear(a.entries.asked)
	a.fail(err)
}

// size learns how many cases there are altogether, when all were asked for.
func (a *App) size(total int) {
	if !a.answered.query.Restricted() && total >= 0 {
		a.all = total
	}
}

// load asks for more rows of the answer on the screen.
func (a *App) load(number int) tea.Cmd {
	library, answered := a.library, a.answered
	answered.query.Offset, answered.query.Limit = number*pageRows, pageRows
	return func() tea.Msg {
		page, err := library.Find(answered.ctx, answered.query)
		return pageLoaded{answered.reply(err), number, page}
	}
}

// onPageLoaded takes more rows in. After an error they are asked for again with the
// next move.
func (a *App) onPageLoaded(message pageLoaded) {
	switch {
	case !a.answered.wants(message.reply):
	case message.err != nil:
		a.list.failed = append(a.list.failed, message.number)
		a.fail(message.err)
	default:
		a.list.add(message.page.Rows, message.page.Offset)
	}
}

// count asks how many cases each filter would show.
func (a *App) count() tea.Cmd {
	a.counting = true
	library, answered := a.library, a.answered
	return func() tea.Msg {
		counts, err := library.Facets(answered.ctx, answered.query)
		return facetsCounted{answered.reply(err), counts}
	}
}

// onFacetsCounted shows the counts; the end of the list is known now.
func (a *App) onFacetsCounted(message facetsCounted) tea.Cmd {
	if !a.answered.wants(message.reply) {
		return nil
	}
	a.list.more, a.counting = false, false
	if message.err != nil {
		a.fail(message.err)
		return nil
	}
	a.filters.set(message.counts, a.reportNames)
	a.list.total = message.counts.Total
	a.list.move(a.list.cursor)
	a.size(message.counts.Total)
	if len(a.filters.Reports()) == 0 {
		return nil
	}
	a.write() // it says which report a case is from, and who is in others
	return a.nameReports()
}

// learnLibrary asks how many cases there are, and which report the first is
// from: the first query and the first case may be others by then.
func (a *App) learnLibrary() tea.Cmd {
	library, ctx := a.library, a.session.ctx
	return func() tea.Msg {
		page, err := library.Find(ctx, model.Query{Limit: 1})
		learned := libraryLearned{total: page.Total, reply: reply{err: err}}
		if err == nil && len(page.Rows) > 0 {
			learned.report, learned.err = library.Report(ctx, page.Rows[0].Report)
		}
		return learned
	}
}

func (a *App) onLibraryLearned(message libraryLearned) {
	if message.err != nil {
		return // what the screen shows says so itself
	}
	if message.total >= 0 {
		a.all = message.total
	}
	if a.detail.reading.FromReport.ID == "" {
		a.detail.reading.FromReport = message.report
	}
}
