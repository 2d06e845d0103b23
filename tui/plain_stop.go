package tui

import (
	"context"
	"slices"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
)

// What a plain session has shown last, which is what numbers lead on from.
type stopKind int

const (
	stopCases stopKind = iota
	stopCase
	stopSource
	stopFacets
	stopValues
	stopViews
	stopEntries
	stopProfile
)

// A stop is a place of a plain session that the reader can come back to.
type stop struct {
	kind   stopKind
	text   string // the search
	chosen []browse.Choice
	sort   model.Sort
	top    int // how many rows of the list are before those shown

	id     string // of the case
	index  int    // of the case in the list; -1: not known
	opened bool   // a gated case has been opened on purpose

	facet model.Facet // whose values they are; empty: of all
	typed string      // what they are like

	view      model.View  // whose rows they are
	entrySort model.Sort  // of the views
	entry     model.Entry // what is told of
}

func (p *plain) query(s stop) model.Query {
	query := browse.Apply(model.Query{Text: s.text, Sort: s.sort}, s.chosen)
	query.Marked = p.marks
	return query
}

// narrowed says whether the list has only some of the cases.
func (s stop) narrowed() bool { return s.text != "" || len(s.chosen) > 0 }

// listed is the list of a stop's query, from its beginning. The orders stay.
func (s stop) listed() stop {
	return stop{text: s.text, chosen: s.chosen, sort: s.sort, entrySort: s.entrySort}
}

// without is the list without some of the filters.
func (s stop) without(gone func(browse.Choice) bool) stop {
	s = s.listed()
	s.chosen = slices.DeleteFunc(slices.Clone(s.chosen), gone)
	return s
}

// show asks for what a place shows, and writes it. On an error the reader stays
// where they were.
func (p *plain) show(ctx context.Context, s stop) error {
	switch s.kind {
	case stopCase, stopSource:
		return p.showCase(ctx, s)
	case stopFacets:
		return p.showFacets(ctx, s)
	case stopValues:
		return p.showValues(ctx, s)
	case stopViews:
		return p.showViews(ctx, s)
	case stopEntries:
		return p.showEntries(ctx, s)
	case stopProfile:
		return p.showProfile(ctx, s)
	}
	return p.showCases(ctx, s)
}

// move shows another place, and remembers the one before for the way back.
func (p *plain) move(ctx context.Context, s stop) error {
	before := p.at
	if err := p.show(ctx, s); err != nil {
		return err
	}
	p.way = append(p.way, before)
	if len(p.way) > maxWay {
		p.way = slices.Delete(p.way, 0, 1)
	}
	return nil
}

func (p *plain) back(ctx context.Context, _ string) error {
	if len(p.way) == 0 {
		p.answer("This is where you began.")
		return nil
	}
	last := p.way[len(p.way)-1]
	if err := p.show(ctx, last); err != nil {
		return err
	}
	p.way = p.way[:len(p.way)-1]
	return nil
}

// where says where the reader is.
func (p *plain) where(context.Context, string) error {
	switch p.at.kind {
	case stopCase, stopSource:
		if p.at.kind == stopCase {
			p.answer("You are reading %s: %s.", p.reading.ID, p.reading.Title)
		} else {
			p.answer("You are reading where the report has %s: %s.", p.reading.ID, p.reading.Title)
		}
		if p.at.index >= 0 {
			p.answer("It is number %d in the list.", p.at.index+1)
		}
	case stopFacets:
		p.answer("You are choosing a filter: a number lists its values.")
	case stopValues:
		p.answer("You are choosing values of a filter: a number keeps only its cases.")
	case stopViews:
		p.answer("You are choosing a view: a number shows one.")
	case stopEntries:
		p.answer("You are in the view %s: a number tells of one row.", document.ViewLabel(p.words, p.at.view))
	case stopProfile:
		p.answer("You are reading of %s, in the view %s.", p.writing().EntryLabel(p.at.entry), document.ViewLabel(p.words, p.at.view))
	default:
		p.headline()
	}
	if p.at.kind != stopCases {
		p.force()
	}
	p.answer("%s lists what can be typed.", text.Capital(p.command("help")))
	return nil
}

// next goes on: to the next rows, or to the next case of the list.
func (p *plain) next(ctx context.Context, _ string) error { return p.step(ctx, 1) }

func (p *plain) previous(ctx context.Context, _ string) error { return p.step(ctx, -1) }

func (p *plain) step(ctx context.Context, by int) error {
	s, rows := p.at, p.total
	switch s.kind {
	case stopCase, stopSource:
		return p.stepCase(ctx, by)
	case stopProfile:
		return p.tellOf(ctx, s.index+by, p.show)
	case stopFacets, stopValues:
		rows = len(p.rows)
	case stopViews:
		rows = len(model.Views())
	case stopEntries:
		rows = p.entries.Total
	}
	s.top += by * plainRows
	switch {
	case s.top < 0:
		p.answer("This is the beginning of the list.")
		return nil
	case s.top >= rows:
		p.answer("This is the end of the list.")
		return nil
	}
	return p.show(ctx, s)
}

// stepCase reads the case after or before this one in the list.
func (p *plain) stepCase(ctx context.Context, by int) error {
	index := p.at.index
	if index < 0 {
		var listed bool
		if index, listed = browse.Locate(ctx, p.library, p.query(p.at), p.reading.ID); !listed {
			p.answer("This case is not in the list. Type %s for the list.", p.command("list"))
			return nil
		}
	}
	return p.readRow(ctx, index+by, p.show)
}

// readRow reads the case at an index of the list.
func (p *plain) readRow(ctx context.Context, index int, show func(context.Context, stop) error) error {
	if index < 0 {
		p.answer("This is the first case of the list.")
		return nil
	}
	id, err := p.idAt(ctx, index)
	if err != nil {
		return err
	}
	if id == "" {
		p.answer("This is the last case of the list.")
		return nil
	}
	s := p.at
	s.kind, s.id, s.index, s.opened = stopCase, id, index, false
	return show(ctx, s)
}

// idAt asks for the id of the case at an index of the list; empty beyond its end.
func (p *plain) idAt(ctx context.Context, index int) (string, error) {
	query := p.query(p.at)
	query.Offset, query.Limit = index, 1
	page, err := p.library.Find(ctx, query)
	if err != nil || len(page.Rows) == 0 {
		return "", err
	}
	return page.Rows[0].ID, nil
}
