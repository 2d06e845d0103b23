package plain

import (
	"context"
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// viewCommand returns a command that lists a view or, with a text, chooses a matching
// value.
func viewCommand(view results.View, facet model.Facet) func(*session, context.Context, string) error {
	return func(p *session, ctx context.Context, typed string) error {
		if typed != "" && facet != "" {
			return p.choose(ctx, facet, typed)
		}
		to := p.at.listPage()
		to.kind, to.view = pageEntries, view
		return p.move(ctx, to)
	}
}

// listViews lists the views to choose from.
func (s *session) listViews(ctx context.Context, _ string) error {
	to := s.at.listPage()
	to.kind = pageViews
	return s.move(ctx, to)
}

func (s *session) showViews(_ context.Context, to page) error {
	s.at = to
	s.answer("Views of these cases. Type a number to open one.")
	s.sayFilters()
	for i, view := range results.Views() {
		s.numbered(i+1, document.ViewLabel(s.words, view))
	}
	return nil
}

func (s *session) chooseView(ctx context.Context, number int) error {
	views := results.Views()
	if number > len(views) {
		s.sayNoNumber(number, len(views))
		return nil
	}
	return viewCommand(views[number-1], "")(s, ctx, "")
}

// entriesOf returns rows of a view, in its order.
func (s *session) entriesOf(ctx context.Context, to page, offset, limit int) (results.EntryPage, error) {
	query := s.query(to)
	query.Sort, query.Offset, query.Limit = document.EntrySort(to.view, to.entrySort), offset, limit
	return s.library.Entries(ctx, to.view, query, "")
}

// showEntries writes rows of a view.
func (s *session) showEntries(ctx context.Context, to page) error {
	page, err := s.entriesOf(ctx, to, to.top, rowsPerPage)
	if err != nil {
		return err
	}
	above, err := s.above(ctx, to, page)
	if err != nil {
		return err
	}
	s.at, s.entries = to, page
	if page.Total == 0 {
		s.line(document.EmptyView(s.words, to.view))
		s.sayFilters()
		return nil
	}
	s.line(s.format().Join(document.ViewLabel(s.words, to.view), s.words.Say("%d row|%d rows", page.Total), document.Reordered(s.words, to.view, to.entrySort)) + ".")
	s.sayFilters()
	for i, e := range page.Entries {
		above = append(above[:min(e.Depth, len(above))], s.format().EntryLabel(e))
		if document.IsHeading(e) {
			s.line(above[0] + ":")
			continue
		}
		inside := ""
		if len(above) > 1 && (e.Depth > 1 || to.view != results.ViewOverview && to.view != results.ViewTimeline) {
			if in := above[len(above)-2]; !strings.HasSuffix(e.Label, ", "+in) { // else the label says it
				inside = s.words.Say("in %s", in)
			}
		}
		s.numbered(to.top+i+1, s.format().PlainEntry(to.view, e, inside))
	}
	s.sayMore(to.top+len(page.Entries), page.Total)
	return nil
}

// rowsAbove is how many rows before a page are read to find the parents of its first
// row.
const rowsAbove = 100

// above returns the labels of the parents of a page's first row.
func (s *session) above(ctx context.Context, to page, page results.EntryPage) ([]string, error) {
	if len(page.Entries) == 0 || page.Entries[0].Depth == 0 || to.top == 0 {
		return nil, nil
	}
	before, err := s.entriesOf(ctx, to, max(to.top-rowsAbove, 0), min(to.top, rowsAbove))
	var labels []string
	for _, e := range before.Entries {
		labels = append(labels[:min(e.Depth, len(labels))], s.format().EntryLabel(e))
	}
	return labels, err
}

// chooseEntry shows a row of the view by its number.
func (s *session) chooseEntry(ctx context.Context, number int) error {
	if number > s.entries.Total {
		s.sayNoNumber(number, s.entries.Total)
		return nil
	}
	return s.showEntryAt(ctx, number-1, s.move)
}

// showEntryAt shows the row at an index of the view.
func (s *session) showEntryAt(ctx context.Context, index int, show func(context.Context, page) error) error {
	if index < 0 {
		s.answer("This is the beginning of the list.")
		return nil
	}
	to := s.at
	page, err := s.entriesOf(ctx, to, index, 1)
	if err != nil {
		return err
	}
	if len(page.Entries) == 0 {
		s.answer("This is the end of the list.")
		return nil
	}
	to.kind, to.entry, to.index = pageProfile, page.Entries[0], index
	if document.IsHeading(to.entry) {
		s.answer("This is a heading. Pick a row below it.")
		return nil
	}
	return show(ctx, to)
}

// showProfile writes the profile of a row of a view.
func (s *session) showProfile(ctx context.Context, to page) error {
	profile, err := s.library.Profile(ctx, s.query(to), to.entry)
	if err != nil {
		return err
	}
	s.at = to
	d := document.Profile(s.format(), profile)
	s.links = d.Links
	s.lines(d.Lines)
	if to.entry.Case == "" && to.entry.Plot == "" {
		s.answerOnce("Type \"%s\" for its cases.", s.command("list"))
	}
	return nil
}

// casesOfEntry returns the page of the cases of a row of a view.
func (p page) casesOfEntry() page {
	e, list := p.entry, p.listPage()
	switch {
	case e.Text != "":
		list.text = strings.TrimSpace(list.text + " " + e.Text)
	case e.Value != "" && e.Plot == "":
		list.chosen = browse.WithEntry(list.chosen, e)
	}
	return list
}
