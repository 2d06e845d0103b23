package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/layout"
	"casebook/tui/widget"
)

// A detail is the pane of a case: its facts, or their sources.
type detail struct {
	widget.Pager
	loadedCase document.LoadedCase
	wanted     string // what was requested last: the id of a case, or a key of profileOf
	request    ask.Request
	pending    bool // the reply is still to come
	loaded     bool
	profile    *results.Profile // of a row of a view, in place of a case
	opened     bool             // the reader has opened a sensitive case
	source     bool             // it shows the sources
	scrollTo   int              // where the case asked for was left
}

// clear empties the pane. The report is still the one in hand.
func (d *detail) clear() {
	d.loadedCase, d.wanted, d.loaded, d.opened = document.LoadedCase{FromReport: d.loadedCase.FromReport}, "", false, false
	d.request.GiveUp()
	d.pending, d.profile = false, nil
	d.Show(document.Document{})
}

// closed reports whether the case is sensitive and not opened.
func (d *detail) closed() bool { return d.loaded && d.loadedCase.Gated() && !d.opened }

// requestDetail makes a new request for the detail and cancels the one before.
func (a *App) requestDetail(wanted string) ask.Request {
	d := &a.detail
	d.request = a.session.Request(d.request)
	d.wanted, d.pending = wanted, true
	return d.request
}

// accepts reports whether a reply is to the detail's request and has no error.
func (a *App) accepts(reply ask.Reply) bool {
	if !a.detail.pending || !a.detail.request.Wants(reply) {
		return false
	}
	a.detail.pending = false
	if reply.Err != nil {
		a.fail(reply.Err)
		a.keyboard.typedAhead = nil
	}
	return reply.Err == nil
}

// followDetail asks for the detail of the selected row.
func (a *App) followDetail() tea.Cmd {
	if a.showsView() {
		if e, ok := a.entries.Selected(); ok {
			return a.readProfile(a.shown.query, e)
		} else if a.entries.Total == 0 {
			a.detail.clear()
		}
		return nil
	}
	if row, ok := a.list.Selected(); ok && row.ID != a.detail.wanted {
		return a.readCase(row)
	}
	if a.list.Loaded && a.list.At >= a.list.Total {
		return a.readProfile(model.Query{}, results.Entry{Key: libraryProfile})
	}
	return nil
}

// readCase asks for a case with the titles of related cases and, unless it is known,
// its report.
func (a *App) readCase(row results.Row) tea.Cmd {
	known, ok := a.info.reports[row.Report]
	return a.requestDetail(row.ID).Case(row.ID, known, ok)
}

// onCaseRead shows a case.
func (a *App) onCaseRead(message ask.CaseRead) {
	if !a.accepts(message.Reply) {
		return
	}
	r := message.Case
	a.info.reports[r.Report] = browse.ReportParts{Report: r.FromReport, Sections: r.Sections}
	a.detail.loadedCase, a.detail.loaded, a.detail.profile, a.detail.opened = r, true, nil, false
	a.detail.Show(a.detailDocument())
	a.detail.Scroll(a.detail.scrollTo)
	a.detail.scrollTo = 0
}

// rewriteDetail lays out the case again, for another width or search.
func (a *App) rewriteDetail() {
	if a.detail.loaded || a.detail.profile != nil {
		a.detail.Refresh(a.detailDocument())
	}
}

// margin is the number of free columns at the sides of the detail.
func margin(l layout.Layout) int {
	if l.Panes[layout.Detail].X > 0 && l.Width < layout.WideWidth {
		return 6
	}
	return 2
}

func (a *App) detailDocument() document.Document {
	w := a.format(a.detail.Width - margin(a.layout))
	if a.detail.profile != nil {
		return document.Profile(w, *a.detail.profile)
	}
	r := a.detail.loadedCase
	if row, ok := a.list.Selected(); ok && row.ID == r.ID {
		w = w.AlsoMark(row.MatchName)
	}
	switch {
	case a.detail.closed():
		return document.Gate(w, r)
	case a.detail.source:
		return document.Source(w, r, a.options.Source)
	}
	return document.Case(w, r)
}

// format is how text is laid out now.
func (a *App) format(width int) document.Format {
	return document.Format{
		Glyphs: a.glyphs, Words: a.words, Marked: a.own.Marks(), Notes: a.own.Book.Notes, Width: width,
		Search: model.ParseText(a.shown.query.Text), Sort: a.shown.query.Sort, SeveralReports: len(a.filters.Reports()) > 0, ReportNames: a.namesInView(),
	}
}

// enterDetail opens the case at the cursor, also a sensitive one whose gate is on the
// screen. On a suggested name it searches for the name.
func (a *App) enterDetail() tea.Cmd {
	if n, ok := a.list.Suggestion(); ok {
		return a.search.acceptName(n)
	}
	if a.layout.Panes[layout.Detail].Width > 0 && a.detailIsCurrent() && a.detail.closed() {
		a.detail.opened = true
		a.showDetail()
	}
	a.openDetail()
	return nil
}

// showDetail shows the detail from its beginning and moves the focus there.
func (a *App) showDetail() {
	if a.detail.loaded {
		a.detail.Show(a.detailDocument())
		a.moveTo(layout.Detail)
	}
}

// followLink opens a sensitive case, or follows the link at the cursor.
func (a *App) followLink() tea.Cmd {
	switch {
	case a.detail.closed():
		a.detail.opened = true
		a.showDetail()
	case a.detail.Link > 0:
		return a.openLink(a.detail.Links[a.detail.Link-1])
	case len(a.detail.Links) > 0:
		a.detail.ToLink(1)
	}
	return nil
}

// toggleSource switches between the case and its sources.
func (a *App) toggleSource() tea.Cmd {
	a.detail.source = !a.detail.source
	a.showDetail()
	return nil
}
