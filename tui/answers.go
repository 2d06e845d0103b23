package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/widget"
)

// What the library has shown.
type (
	// rowsFound are the rows of a new answer: of cases, or of a view.
	rowsFound struct {
		reply
		target     cursorTarget
		at         int // where the cursor is to be
		onTarget   bool
		everything bool // the query was given up to find the case
		cases      results.Page
		entries    results.EntryPage
	}
	// rowsLoaded are more rows of the answer on the screen.
	rowsLoaded struct {
		reply
		page    int
		cases   results.Page
		entries results.EntryPage
	}
	facetsCounted struct {
		reply
		counts results.Counts
	}
	libraryLearned struct {
		reply
		total  int
		report model.Report
	}
)

// answers is what the library was asked, and what it has answered so far.
type answers struct {
	current  question         // asked last
	shown    question         // the one whose answer is on the screen
	counting bool             // the counts of the answer are on their way
	foundBy  document.FoundBy // how the cases were found, where not literally
	obstacle obstacle         // why none was
	lookup   request          // of the case that an id stands for
}

// waiting says whether the answer on the screen is about to be replaced.
func (r *answers) waiting() bool { return r.current.number != r.shown.number }

// libraryInfo is what is known of the library, whatever is asked.
type libraryInfo struct {
	cases       int                           // how many it has; -1: not known yet
	reports     map[string]browse.ReportParts // those of the cases read so far, by id
	reportNames map[string]string             // by id, where there are several
}

// onRowsFound shows a new answer, and only now asks for its counts.
func (a *App) onRowsFound(found rowsFound) tea.Cmd {
	switch {
	case !a.current.wants(found.reply):
		return nil
	case found.err != nil:
		a.unanswered(found.err)
		return nil
	case found.everything:
		a.search.Set("")
		a.chosen = nil
		a.current.query = a.query()
	}
	a.shown = a.current
	if view := a.shown.view; view != casesView {
		a.list.Set(results.Page{Total: found.entries.Cases}, 0, 0) // its rows are asked for when it is shown
		a.entries.Set(view, found.entries, found.at, found.target.top)
		a.foundBy = document.FoundBy{}
		a.learnTotal(found.entries.Cases)
	} else {
		if within := found.target.within; within > 0 && found.at >= within {
			found.at, found.onTarget = 0, false
		}
		a.list.Set(found.cases, found.at, found.target.top)
		a.foundBy = document.HowFound(found.cases)
		a.learnTotal(found.cases.Total)
	}
	if found.onTarget {
		a.detail.scrollTo = found.target.scroll
	}
	a.obstacle = obstacle{}
	a.rewriteDetail()
	commands := []tea.Cmd{a.count(), a.search.readMeant()}
	if a.shown.view == casesView || a.list.Total == 0 {
		commands = append(commands, a.offer())
	}
	if a.list.Total == 0 {
		commands = append(commands, a.explain())
	}
	return tea.Batch(commands...)
}

// unanswered keeps the old answer, which goes on asking for its rows.
func (a *App) unanswered(err error) {
	a.shown.request = a.current.request
	a.view = a.shown.view
	a.keyboard.ahead, a.counting, a.obstacle.pending = nil, false, false
	a.list.AskAgain()
	a.entries.AskAgain()
	a.fail(err)
}

// learnTotal learns how many cases there are altogether, when all were asked for.
func (a *App) learnTotal(total int) {
	if !a.shown.query.Restricted() && total >= 0 {
		a.info.cases = total
	}
}

// follow asks for what the screen now lacks: rows that have come near, and what
// the detail is to show of the row that is selected.
func (a *App) follow() tea.Cmd {
	var commands []tea.Cmd
	missing := a.list.Missing
	if a.listing() {
		missing = a.entries.Missing
	}
	for _, page := range missing() {
		commands = append(commands, a.load(page))
	}
	return tea.Batch(append(commands, a.followDetail())...)
}

// load asks for more rows of the answer on the screen.
func (a *App) load(page int) tea.Cmd {
	library, shown, query := a.library, a.shown, a.shown.query
	query.Offset, query.Limit = page*widget.PageRows, widget.PageRows
	if shown.view == casesView || !a.listing() {
		return func() tea.Msg {
			cases, err := library.Find(shown.ctx, query)
			return rowsLoaded{reply: shown.reply(err), page: page, cases: cases}
		}
	}
	query.Sort = a.entrySort
	return func() tea.Msg {
		entries, err := library.Entries(shown.ctx, shown.view, query, "")
		return rowsLoaded{reply: shown.reply(err), page: page, entries: entries}
	}
}

// onRowsLoaded takes more rows in. After an error they are asked for again with
// the next move.
func (a *App) onRowsLoaded(loaded rowsLoaded) {
	switch {
	case !a.shown.wants(loaded.reply):
	case loaded.err != nil:
		a.rows().Fail(loaded.page)
		a.fail(loaded.err)
	case a.listing():
		a.entries.Add(loaded.entries.Entries, loaded.entries.Offset)
	default:
		a.list.Add(loaded.cases.Rows, loaded.cases.Offset)
	}
}

// count asks how many cases each filter would show.
func (a *App) count() tea.Cmd {
	a.counting = true
	library, shown := a.library, a.shown
	return func() tea.Msg {
		counts, err := library.Facets(shown.ctx, shown.query)
		return facetsCounted{shown.reply(err), counts}
	}
}

// onFacetsCounted shows the counts; the end of the list is known now.
func (a *App) onFacetsCounted(message facetsCounted) tea.Cmd {
	if !a.shown.wants(message.reply) {
		return nil
	}
	a.list.TotalUnknown, a.counting = false, false
	if message.err != nil {
		a.fail(message.err)
		return nil
	}
	a.filters.Set(message.counts, a.info.reportNames)
	a.list.Total = message.counts.Total
	a.list.Move(a.list.At)
	a.learnTotal(message.counts.Total)
	if len(a.filters.Reports()) == 0 {
		return nil
	}
	a.rewriteDetail() // it says which report a case is from, and who is in others
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
		a.info.cases = message.total
	}
	if a.detail.loadedCase.FromReport.ID == "" {
		a.detail.loadedCase.FromReport = message.report
	}
}
