package tui

import (
	"reflect"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/notebook"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// A question is a query that the library is asked.
type question struct {
	ask.Request
	query  model.Query
	view   results.View
	target ask.Target
}

// A caseLookup asks for the case with an id.
type caseLookup struct {
	ask.Request
	note notebook.Note // that the reader goes to
}

// answers are the questions to the library and its answers so far.
type answers struct {
	current  question         // asked last
	shown    question         // the one whose answer is on the screen
	counting bool             // the counts of the answer are on their way
	foundBy  document.FoundBy // how the cases were found, if not literally
	obstacle obstacle         // why none was
	lookup   caseLookup
}

// waiting reports whether a new answer is still to come.
func (r *answers) waiting() bool { return r.current.Number != r.shown.Number }

// libraryInfo is what is known of the library as a whole.
type libraryInfo struct {
	cases       int                           // how many it has; -1: not known yet
	reports     map[string]browse.ReportParts // those of the cases read so far, by id
	reportNames map[string]string             // by id, where there are several
}

// query is the query whose answer is on the screen.
func (a *App) query() model.Query {
	return browse.Apply(model.Query{Text: a.search.Text, Sort: a.sort, Marked: a.own.Marks(), Noted: a.own.Noted(a.search.Text)}, a.chosen)
}

// filtersOnly is the query without what is typed.
func (a *App) filtersOnly() model.Query { return browse.Apply(model.Query{}, a.chosen) }

// ask asks the library a new query and cancels the running one.
func (a *App) ask(target ask.Target) tea.Cmd {
	a.lookup.GiveUp()
	if before, now := a.current.query, a.filtersOnly(); !reflect.DeepEqual(before.Filter, now.Filter) || !reflect.DeepEqual(before.Also, now.Also) {
		a.search.forgetCounts()
	}
	a.current = question{a.session.Request(a.current.Request), a.query(), a.view, target}
	query := a.current.query
	if a.view != ask.CasesView {
		query.Sort = document.EntrySort(a.view, a.entrySort)
	}
	return tea.Batch(a.current.Rows(a.view, query, target), a.search.readFields())
}

// onRowsFound shows a new answer, and only now asks for its counts.
func (a *App) onRowsFound(found ask.RowsFound) tea.Cmd {
	switch {
	case !a.current.Wants(found.Reply):
		return nil
	case found.Err != nil:
		a.onQueryFailed(found.Err)
		return nil
	case found.Everything:
		a.search.Set("")
		a.chosen = nil
		a.current.query = a.query()
	}
	a.shown, a.failure = a.current, ""
	if view := a.shown.view; view != ask.CasesView {
		a.list.Set(results.Page{Total: found.Entries.Cases}, 0, 0) // its rows are asked for when it is shown
		a.entries.Set(view, found.Entries, found.At, found.Target.Top)
		a.foundBy = document.FoundBy{}
		a.learnTotal(found.Entries.Cases)
	} else {
		if within := found.Target.Within; within > 0 && found.At >= within {
			found.At, found.OnTarget = 0, false
		}
		a.list.Set(found.Cases, found.At, found.Target.Top)
		a.foundBy = document.HowFound(found.Cases)
		a.learnTotal(found.Cases.Total)
	}
	if found.OnTarget {
		a.detail.scrollTo = found.Target.Scroll
	}
	a.obstacle = obstacle{}
	a.rewriteDetail()
	commands := []tea.Cmd{a.countFacets(), a.search.readMeant()}
	if a.shown.view == ask.CasesView || a.list.Total == 0 {
		commands = append(commands, a.suggestNames())
	}
	if a.list.Total == 0 {
		commands = append(commands, a.findObstacle())
	}
	return tea.Batch(commands...)
}

// onQueryFailed keeps the old answer and goes on loading its rows. Until there is a new
// one, the screen says that these rows are not those of the query.
func (a *App) onQueryFailed(err error) {
	a.shown.Request = a.current.Request
	a.view = a.shown.view
	a.keyboard.typedAhead, a.counting, a.obstacle.pending = nil, false, false
	a.list.AskAgain()
	a.entries.AskAgain()
	a.fail(err)
	a.failure = a.notice
}

// learnTotal learns how many cases there are altogether, when all were asked for.
func (a *App) learnTotal(total int) {
	if !a.shown.query.Restricted() && total >= 0 {
		a.info.cases = total
	}
}

// loadMissing asks for what the screen lacks: rows near the cursor, and the detail of
// the selected row.
func (a *App) loadMissing() tea.Cmd {
	var commands []tea.Cmd
	missing := a.list.Missing
	if a.showsView() {
		missing = a.entries.Missing
	}
	for _, page := range missing() {
		commands = append(commands, a.load(page))
	}
	return tea.Batch(append(commands, a.followDetail())...)
}

// load asks for more rows of the answer on the screen.
func (a *App) load(page int) tea.Cmd {
	query, view := a.shown.query, ask.CasesView
	if a.showsView() {
		query.Sort, view = document.EntrySort(a.shown.view, a.entrySort), a.shown.view
	}
	return a.shown.More(view, query, page)
}

// onRowsLoaded adds more rows. After an error they are asked for again at the next
// move.
func (a *App) onRowsLoaded(loaded ask.RowsLoaded) {
	switch {
	case !a.shown.Wants(loaded.Reply):
	case loaded.Err != nil:
		a.rows().Fail(loaded.Page)
		a.fail(loaded.Err)
	case a.showsView():
		a.entries.Add(loaded.Entries.Entries, loaded.Entries.Offset)
	default:
		a.list.Add(loaded.Cases.Rows, loaded.Cases.Offset)
	}
}

// countFacets asks how many cases each filter would show.
func (a *App) countFacets() tea.Cmd {
	a.counting = true
	return a.shown.Counts(a.shown.query)
}

// onFacetsCounted shows the counts; the end of the list is known now.
func (a *App) onFacetsCounted(message ask.FacetsCounted) tea.Cmd {
	if !a.shown.Wants(message.Reply) {
		return nil
	}
	a.counting = false
	if message.Err != nil {
		a.fail(message.Err)
		return nil
	}
	a.list.TotalUnknown = false
	a.filters.Set(message.Counts, a.info.reportNames)
	a.list.Total, a.list.Possible = message.Counts.Total, message.Counts.Possible
	a.list.Move(a.list.At)
	a.info.cases = message.Counts.All // another program may have imported since
	if len(a.filters.Reports()) == 0 {
		return nil
	}
	a.rewriteDetail() // it shows the report of the case and the other reports with its names
	return a.nameReports()
}

func (a *App) onLibraryLearned(message ask.LibraryLearned) {
	if message.Err != nil {
		return // the screen shows it
	}
	if message.Total >= 0 {
		a.info.cases = message.Total
	}
	if a.detail.loadedCase.FromReport.ID == "" {
		a.detail.loadedCase.FromReport = message.Report
	}
}

// readFields asks for the unknown meanings of the values in the box.
func (s *searchBox) readFields() tea.Cmd {
	a := s.app
	var commands []tea.Cmd
	for _, typed := range s.meanings.Unknown(s.Text, s.At, a.typing()) {
		commands = append(commands, a.current.Values(typed, a.filtersOnly()))
	}
	return tea.Batch(commands...)
}

// readMeant asks which filter values the plain words may mean, and once for the names
// of custom fields. It comes after the rows.
func (s *searchBox) readMeant() tea.Cmd {
	a := s.app
	if !a.typing() {
		return nil
	}
	var commands []tea.Cmd
	if typed, ok := s.meanings.UnknownPlain(s.Text, s.At); ok {
		commands = append(commands, a.current.Values(typed, a.filtersOnly()))
	}
	if fields, ok := s.meanings.UnknownFields(); ok {
		commands = append(commands, a.current.Values(fields, model.Query{}))
	}
	return tea.Batch(commands...)
}

// onValueRead keeps what a typed value means.
func (a *App) onValueRead(message ask.ValueRead) {
	switch {
	case !a.current.Wants(message.Reply):
		return // a newer request has asked for it too
	case message.Err != nil:
		a.fail(message.Err)
		a.keyboard.typedAhead = nil
		return
	}
	a.search.meanings.Add(message.Typed, message.Values)
	a.search.complete()
}
