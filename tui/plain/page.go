package plain

import (
	"context"
	"slices"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// A pageKind is the kind of a page, which decides what a number means.
type pageKind int

const (
	pageCases pageKind = iota
	pageCase
	pageSource
	pageFacets
	pageValues
	pageViews
	pageEntries
	pageProfile
	pageOwn
)

// A page is what the session shows; the reader can go back to it.
type page struct {
	kind   pageKind
	text   string // the search
	chosen []browse.Choice
	sort   model.Sort
	top    int // index of the first row shown

	id     string // of the case
	index  int    // of the case in the list; -1: not known
	opened bool   // the reader has opened a sensitive case

	facet model.Facet // of the values; empty: of all facets
	typed string      // the text that they match

	view      results.View  // of the rows
	entrySort model.Sort    // of the views
	entry     results.Entry // of the profile
}

func (s *session) query(to page) model.Query {
	query := browse.Apply(model.Query{Text: to.text, Sort: to.sort}, to.chosen)
	query.Marked, query.Noted = s.own.Marks(), s.own.Noted(to.text)
	return query
}

// isNarrowed reports whether the page has a search or filters.
func (p page) isNarrowed() bool { return p.text != "" || len(p.chosen) > 0 }

// listPage returns the page of the list of the same query, from its beginning.
func (p page) listPage() page {
	return page{text: p.text, chosen: p.chosen, sort: p.sort, entrySort: p.entrySort}
}

// without returns the page of the list without some of the filters.
func (p page) without(gone func(browse.Choice) bool) page {
	p = p.listPage()
	p.chosen = slices.DeleteFunc(slices.Clone(p.chosen), gone)
	return p
}

// show writes a page. On an error the session stays on the page before.
func (s *session) show(ctx context.Context, to page) error {
	switch to.kind {
	case pageCase, pageSource:
		return s.showCase(ctx, to)
	case pageFacets:
		return s.showFacets(ctx, to)
	case pageValues:
		return s.showValues(ctx, to)
	case pageViews:
		return s.showViews(ctx, to)
	case pageEntries:
		return s.showEntries(ctx, to)
	case pageProfile:
		return s.showProfile(ctx, to)
	case pageOwn:
		return s.showOwn(ctx, to)
	}
	return s.showCases(ctx, to)
}

// move shows another page, and adds the current one to the trail.
func (s *session) move(ctx context.Context, to page) error {
	before := s.at
	if err := s.show(ctx, to); err != nil {
		return err
	}
	s.trail = append(s.trail, before)
	if len(s.trail) > maxTrail {
		s.trail = slices.Delete(s.trail, 0, 1)
	}
	return nil
}

func (s *session) back(ctx context.Context, _ string) error {
	if len(s.trail) == 0 {
		s.answer("Nothing to go back to.")
		return nil
	}
	last := s.trail[len(s.trail)-1]
	if err := s.show(ctx, last); err != nil {
		return err
	}
	s.trail = s.trail[:len(s.trail)-1]
	return nil
}

// where writes which page this is.
func (s *session) where(context.Context, string) error {
	switch s.at.kind {
	case pageCase, pageSource:
		if s.at.kind == pageCase {
			s.answer("You are reading %s: %s.", s.loaded.ID, s.loaded.Title)
		} else {
			s.answer("You are reading the source of %s: %s.", s.loaded.ID, s.loaded.Title)
		}
		if s.at.index >= 0 {
			s.answer("It is number %d in the list.", s.at.index+1)
		}
	case pageFacets:
		s.answer("You are choosing a filter. Type a number to list its values.")
	case pageValues:
		s.answer("You are choosing values of a filter. Type a number to filter by one.")
	case pageViews:
		s.answer("You are choosing a view. Type a number to open one.")
	case pageEntries:
		s.answer("You are in the view %s. Type a number to open a row.", document.ViewLabel(s.words, s.at.view))
	case pageProfile:
		s.answer("You are reading about %s, in the view %s.", s.format().EntryLabel(s.at.entry), document.ViewLabel(s.words, s.at.view))
	case pageOwn:
		s.answer("You are in your notes and saved searches. Type a number to open one.")
	default:
		s.sayTotal()
	}
	if s.at.kind != pageCases {
		s.sayFilters()
	}
	s.answer("Type \"%s\" for the commands.", s.command("help"))
	return nil
}

// next shows the next rows, or the next case of the list.
func (s *session) next(ctx context.Context, _ string) error { return s.step(ctx, 1) }

func (s *session) previous(ctx context.Context, _ string) error { return s.step(ctx, -1) }

func (s *session) step(ctx context.Context, by int) error {
	to, rows := s.at, s.total
	switch to.kind {
	case pageCase, pageSource:
		return s.stepCase(ctx, by)
	case pageProfile:
		return s.showEntryAt(ctx, to.index+by, s.show)
	case pageFacets, pageValues:
		rows = len(s.rows)
	case pageViews:
		rows = len(results.Views())
	case pageEntries:
		rows = s.entries.Total
	case pageOwn:
		rows = len(s.own.items())
	}
	to.top += by * rowsPerPage
	switch {
	case to.top < 0:
		s.answer("This is the beginning of the list.")
		return nil
	case to.top >= rows:
		s.answer("This is the end of the list.")
		return nil
	}
	return s.show(ctx, to)
}

// stepCase shows the next or the previous case of the list.
func (s *session) stepCase(ctx context.Context, by int) error {
	index := s.at.index
	if index < 0 {
		var listed bool
		if index, listed = browse.Locate(ctx, s.library, s.query(s.at), s.loaded.ID); !listed {
			s.answer("This case is not in the list. Type \"%s\" for the list.", s.command("list"))
			return nil
		}
	}
	return s.showCaseAt(ctx, index+by, s.show)
}

// showCaseAt shows the case at an index of the list.
func (s *session) showCaseAt(ctx context.Context, index int, show func(context.Context, page) error) error {
	if index < 0 {
		s.answer("This is the first case of the list.")
		return nil
	}
	id, err := s.idAt(ctx, index)
	if err != nil {
		return err
	}
	if id == "" {
		s.answer("This is the last case of the list.")
		return nil
	}
	to := s.at
	to.kind, to.id, to.index, to.opened = pageCase, id, index, false
	return show(ctx, to)
}

// idAt returns the id of the case at an index of the list; empty beyond its end.
func (s *session) idAt(ctx context.Context, index int) (string, error) {
	query := s.query(s.at)
	query.Offset, query.Limit = index, 1
	page, err := s.library.Find(ctx, query)
	if err != nil || len(page.Rows) == 0 {
		return "", err
	}
	return page.Rows[0].ID, nil
}
