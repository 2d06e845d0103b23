package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// A detail is the pane of one case: what the report says of it, or where the
// report says it.
type detail struct {
	reader
	reading  document.LoadedCase
	wanted   string // what was asked for last: the id of a case, or see profileOf
	request  request
	pending  bool // it is on its way
	loaded   bool
	profile  *model.Profile // of a row of a view, in place of a case
	opened   bool           // a gated case has been opened on purpose
	source   bool           // the source stands in place of the case
	scrollTo int            // where the case asked for was left
}

// A caseRead is the library's answer to the case asked for last.
type caseRead struct {
	reply
	reading document.LoadedCase
}

// clear empties the pane. The report is still the one in hand.
func (d *detail) clear() {
	d.reading, d.wanted, d.loaded, d.opened = document.LoadedCase{FromReport: d.reading.FromReport}, "", false, false
	d.pending, d.profile = false, nil
	d.show(document.Document{})
}

// closed says whether the case waits to be opened.
func (d *detail) closed() bool { return d.loaded && d.reading.Gated() && !d.opened }

// want says what the detail waits for from now on. What it waited for before is
// given up.
func (a *App) want(wanted string) request {
	d := &a.detail
	d.request = a.session.request(d.request)
	d.wanted, d.pending = wanted, true
	return d.request
}

// accepts says whether a reply is the one that the detail waits for, and good.
func (a *App) accepts(reply reply) bool {
	if !a.detail.pending || !a.detail.request.wants(reply) {
		return false
	}
	a.detail.pending = false
	if reply.err != nil {
		a.fail(reply.err)
		a.ahead = nil
	}
	return reply.err == nil
}

// readCase asks for a case, with the titles of those it is related to and with
// its report, unless that is known.
func (a *App) readCase(row model.Row) tea.Cmd {
	library, id, request := a.library, row.ID, a.want(row.ID)
	known, ok := a.reports[row.Report]
	return func() tea.Msg {
		r, err := browse.LoadCase(request.ctx, library, id, func(string) (browse.ReportParts, bool) { return known, ok })
		return caseRead{request.reply(err), r}
	}
}

// onCaseRead shows a case.
func (a *App) onCaseRead(message caseRead) {
	if !a.accepts(message.reply) {
		return
	}
	r := message.reading
	a.reports[r.Report] = browse.ReportParts{Report: r.FromReport, Sections: r.Sections}
	a.detail.reading, a.detail.loaded, a.detail.profile, a.detail.opened = r, true, nil, false
	a.detail.show(a.detailDocument())
	a.detail.scroll(a.detail.scrollTo)
	a.detail.scrollTo = 0
}

// write lays the case out anew, for another width or another search.
func (a *App) write() {
	if a.detail.loaded || a.detail.profile != nil {
		a.detail.refresh(a.detailDocument())
	}
}

// margin is how many columns of the detail stay free at its sides: where the list
// stands close beside it, text needs room, and a row less to send is a fast one.
func (a *App) margin() int {
	if a.layout.width >= mediumWidth && a.layout.width < wideWidth {
		return 6
	}
	return 2
}

func (a *App) detailDocument() document.Document {
	w := a.writing(a.detail.width - a.margin())
	if a.detail.profile != nil {
		return document.Profile(w, *a.detail.profile)
	}
	r := a.detail.reading
	if row, ok := a.list.selected(); ok && row.ID == r.ID {
		w = w.AlsoName(row.MatchName)
	}
	switch {
	case a.detail.closed():
		return document.Gate(w, r)
	case a.detail.source:
		if copied, ok := a.options.Source[r.Report]; ok {
			return document.Source(w, r, &copied)
		}
		return document.Source(w, r, nil)
	}
	return document.Case(w, r)
}

// writing is how text is laid out now.
func (a *App) writing(width int) document.Format {
	return document.Format{
		Glyphs: a.glyphs, Words: a.words, Marked: a.marks, Width: width,
		Search: model.ParseText(a.answered.query.Text), SeveralReports: len(a.filters.Reports()) > 0,
	}
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

// toggleSource shows where the report says the case's facts, and the case again.
func (a *App) toggleSource() tea.Cmd {
	a.detail.source = !a.detail.source
	a.showDetail()
	return nil
}
