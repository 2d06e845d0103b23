package tui

import (
	"context"
	"strings"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
)

// viewCommand lists a view. With a text after it it chooses what that may mean.
func viewCommand(view model.View, facet model.Facet) func(*plain, context.Context, string) error {
	return func(p *plain, ctx context.Context, typed string) error {
		if typed != "" && facet != "" {
			return p.choose(ctx, facet, typed)
		}
		s := p.at.listed()
		s.kind, s.view = stopEntries, view
		return p.move(ctx, s)
	}
}

// listViews lists the views to choose from.
func (p *plain) listViews(ctx context.Context, _ string) error {
	s := p.at.listed()
	s.kind = stopViews
	return p.move(ctx, s)
}

func (p *plain) showViews(_ context.Context, s stop) error {
	p.at = s
	p.answer("Views of the same cases. A number shows one.")
	p.force()
	for i, view := range model.Views() {
		p.numbered(i+1, document.ViewLabel(p.words, view))
	}
	return nil
}

func (p *plain) chooseView(ctx context.Context, number int) error {
	views := model.Views()
	if number > len(views) {
		p.noNumber(number, len(views))
		return nil
	}
	return viewCommand(views[number-1], "")(p, ctx, "")
}

// entriesOf asks for rows of a view, in its order.
func (p *plain) entriesOf(ctx context.Context, s stop, offset, limit int) (model.EntryPage, error) {
	query := p.query(s)
	query.Sort, query.Offset, query.Limit = s.entrySort, offset, limit
	return p.library.Entries(ctx, s.view, query, "")
}

// showEntries writes rows of a view.
func (p *plain) showEntries(ctx context.Context, s stop) error {
	page, err := p.entriesOf(ctx, s, s.top, plainRows)
	if err != nil {
		return err
	}
	above, err := p.above(ctx, s, page)
	if err != nil {
		return err
	}
	p.at, p.entries = s, page
	if page.Total == 0 {
		p.line(document.EmptyView(p.words, s.view))
		p.force()
		return nil
	}
	p.line(p.writing().Join(document.ViewLabel(p.words, s.view), p.words.Say("%d row|%d rows", page.Total), document.Reordered(p.words, s.view, s.entrySort)) + ".")
	p.force()
	for i, e := range page.Entries {
		above = append(above[:min(e.Depth, len(above))], p.writing().EntryLabel(e))
		if document.IsHeading(e) {
			p.line(above[0] + ":")
			continue
		}
		inside := ""
		if len(above) > 1 && (e.Depth > 1 || s.view != model.ViewOverview && s.view != model.ViewTimeline) {
			inside = p.words.Say("in %s", above[len(above)-2])
		}
		p.numbered(s.top+i+1, p.writing().PlainEntry(s.view, e, inside))
	}
	p.rest(s.top+len(page.Entries), page.Total)
	return nil
}

// rowsAbove is how many rows before a page are asked for to find what its first
// row is inside of.
const rowsAbove = 100

// above are the labels that the first row of a page is inside of.
func (p *plain) above(ctx context.Context, s stop, page model.EntryPage) ([]string, error) {
	if len(page.Entries) == 0 || page.Entries[0].Depth == 0 || s.top == 0 {
		return nil, nil
	}
	before, err := p.entriesOf(ctx, s, max(s.top-rowsAbove, 0), min(s.top, rowsAbove))
	var labels []string
	for _, e := range before.Entries {
		labels = append(labels[:min(e.Depth, len(labels))], p.writing().EntryLabel(e))
	}
	return labels, err
}

// chooseEntry tells of a row of the view by its number.
func (p *plain) chooseEntry(ctx context.Context, number int) error {
	if number > p.entries.Total {
		p.noNumber(number, p.entries.Total)
		return nil
	}
	return p.tellOf(ctx, number-1, p.move)
}

// tellOf tells of the row at an index of the view.
func (p *plain) tellOf(ctx context.Context, index int, show func(context.Context, stop) error) error {
	if index < 0 {
		p.answer("This is the beginning of the list.")
		return nil
	}
	s := p.at
	page, err := p.entriesOf(ctx, s, index, 1)
	if err != nil {
		return err
	}
	if len(page.Entries) == 0 {
		p.answer("This is the end of the list.")
		return nil
	}
	s.kind, s.entry, s.index = stopProfile, page.Entries[0], index
	if document.IsHeading(s.entry) {
		p.answer("A heading; the rows below it lead to cases.")
		return nil
	}
	return show(ctx, s)
}

// showProfile tells what a view has to tell of one of its rows.
func (p *plain) showProfile(ctx context.Context, s stop) error {
	profile, err := p.library.Profile(ctx, p.query(s), s.entry)
	if err != nil {
		return err
	}
	p.at = s
	d := document.Profile(p.writing(), profile)
	p.links = d.Links
	p.lines(d.Lines)
	if s.entry.Case == "" {
		p.once("%s lists its cases.", text.Capital(p.command("list")))
	}
	return nil
}

// ofEntry is the list of the cases that an entry stands for.
func (s stop) ofEntry() stop {
	e, list := s.entry, s.listed()
	switch {
	case e.Text != "":
		list.text = strings.TrimSpace(list.text + " " + e.Text)
	case e.Value != "":
		list.chosen = browse.WithEntry(list.chosen, e)
	}
	return list
}
