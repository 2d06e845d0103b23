package tui

import (
	"context"
	"errors"

	"casebook/tui/document"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// A detail is the pane of one case: what the report says of it, or where the
// report says it.
type detail struct {
	reader
	reading  document.LoadedCase
	wanted   string // what was asked for last: the id of a case, or see profileOf
	cancel   context.CancelFunc
	pending  bool // it is on its way
	loaded   bool
	profile  *model.Profile // of a row of a view, in place of a case
	opened   bool           // a gated case has been opened on purpose
	source   bool           // the source stands in place of the case
	scrollTo int            // where the case asked for was left
}

// What is known of a report once one of its cases has been read.
type reportSections struct {
	report   model.Report
	sections []model.Section
}

// A caseRead is the library's answer to the case asked for last.
type caseRead struct {
	id      string
	reading document.LoadedCase
	err     error
}

// clear empties the pane. The report is still the one in hand.
func (d *detail) clear() {
	d.reading, d.wanted, d.loaded, d.opened = document.LoadedCase{FromReport: d.reading.FromReport}, "", false, false
	d.pending, d.profile = false, nil
	d.show(document.Document{})
}

// closed says whether the case waits to be opened.
func (d *detail) closed() bool { return d.loaded && d.reading.Gated() && !d.opened }

// want says what the pane waits for from now on. What it waited for before is
// given up. The context ends when this is, in its turn.
func (d *detail) want(wanted string) context.Context {
	if d.cancel != nil {
		d.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	d.cancel, d.wanted, d.pending = cancel, wanted, true
	return ctx
}

// came says whether an answer is the one that the detail waits for, and good.
func (a *App) came(wanted string, err error) bool {
	if wanted != a.detail.wanted || !a.detail.pending || errors.Is(err, context.Canceled) {
		return false
	}
	a.detail.pending = false
	if err != nil {
		a.fail(err)
		a.ahead = nil
	}
	return err == nil
}

// readCase asks for a case, with the titles of those it is related to and with
// its report, unless that is known.
func (a *App) readCase(row model.Row) tea.Cmd {
	library, id, ctx := a.library, row.ID, a.detail.want(row.ID)
	known, ok := a.reports[row.Report]
	return func() tea.Msg {
		r, err := readingOf(ctx, library, id, func(string) (reportSections, bool) { return known, ok })
		return caseRead{id, r, err}
	}
}

// readingOf asks for a case with what its detail shows beside it; for its report
// only where that is not known.
func readingOf(ctx context.Context, library Library, id string, known func(report string) (reportSections, bool)) (document.LoadedCase, error) {
	r := document.LoadedCase{Titles: map[string]string{}}
	var err error
	if r.Case, err = library.Case(ctx, id); err != nil {
		return r, err
	}
	if of, ok := known(r.Report); ok {
		r.FromReport, r.Sections = of.report, of.sections
	} else {
		if r.FromReport, err = library.Report(ctx, r.Report); err != nil {
			return r, err
		}
		if r.Sections, err = library.Sections(ctx, r.Report); err != nil {
			return r, err
		}
	}
	for _, relation := range r.Related() {
		related, err := library.Case(ctx, relation.Case)
		if err != nil {
			continue // its id stands in for its title
		}
		r.Titles[relation.Case] = related.Title
	}
	return r, nil
}

// read shows a case.
func (a *App) read(message caseRead) {
	if !a.came(message.id, message.err) {
		return
	}
	r := message.reading
	a.reports[r.Report] = reportSections{r.FromReport, r.Sections}
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
		Search: model.ParseText(a.answered.query.Text), SeveralReports: len(a.filters.reports()) > 0,
	}
}
