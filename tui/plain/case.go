package plain

import (
	"context"
	"errors"
	"strings"
	"unicode"

	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/document"
)

// showCase writes a case or, as the page asks, its sources.
func (s *session) showCase(ctx context.Context, to page) error {
	r, err := s.loadCase(ctx, to.id)
	if err != nil {
		return err
	}
	s.at, s.loaded, s.links = to, r, nil
	w := s.format()
	if to.kind == pageSource {
		w.Search = nil
	}
	d := document.Case(w, r)
	switch {
	case r.Gated() && !to.opened:
		s.lines(document.Gate(w, r).Lines)
		return nil
	case to.kind == pageSource:
		d = document.Source(w, r, s.options.Source)
	}
	s.links = d.Links
	s.lines(d.Lines)
	s.answerOnce("Type a number to follow a link, \"%s\" for the citation, \"%s\" for the source, \"%s\" to go back.", s.command("cite"), s.command("source"), s.command("back"))
	return nil
}

func (s *session) loadCase(ctx context.Context, id string) (document.LoadedCase, error) {
	r, err := browse.LoadCase(ctx, s.library, id, func(report string) (browse.ReportParts, bool) {
		known, ok := s.reports[report]
		return known, ok
	})
	if err == nil {
		s.reports[r.Report] = browse.ReportParts{Report: r.FromReport, Sections: r.Sections}
	}
	return r, err
}

// read shows a case by its id, or follows a number of the page.
func (s *session) read(ctx context.Context, which string) error {
	number, isNumber := lineNumber(which)
	switch {
	case which == "" && s.loaded.ID != "":
		to := s.at
		to.kind, to.id = pageCase, s.loaded.ID
		if s.at.kind == pageCase {
			return s.show(ctx, to)
		}
		return s.move(ctx, to)
	case which == "":
		s.answer("Type the number of a case in the list, or its id.")
		return nil
	case !isNumber:
		return s.readID(ctx, which)
	case number < 1:
		s.answer("Numbers start at 1.")
		return nil
	}
	switch s.at.kind {
	case pageCase, pageSource, pageProfile:
		return s.followNumber(ctx, number)
	case pageFacets, pageValues:
		return s.chooseRow(ctx, number)
	case pageViews:
		return s.chooseView(ctx, number)
	case pageEntries:
		return s.chooseEntry(ctx, number)
	case pageOwn:
		return s.chooseOwn(ctx, number)
	}
	switch offered := number - s.total - 1; {
	case offered < 0:
		return s.showCaseAt(ctx, number-1, s.move)
	case offered < len(s.names):
		return s.find(ctx, browse.NameSearch(s.names[offered]))
	case s.total == 0:
		s.answer("The list is empty. Type \"%s\" for the commands.", s.command("help"))
	default:
		s.sayNoNumber(number, s.total+len(s.names))
	}
	return nil
}

// readID shows the case with an id, whether or not it is in the list.
func (s *session) readID(ctx context.Context, id string) error {
	r, err := s.loadCase(ctx, id)
	if err != nil {
		s.sayNoCase(ctx, id, err)
		return nil
	}
	to := s.at
	to.kind, to.id, to.index, to.opened = pageCase, r.ID, -1, false
	return s.move(ctx, to)
}

// followNumber follows a link by its number.
func (s *session) followNumber(ctx context.Context, number int) error {
	switch {
	case s.at.kind != pageProfile && s.loaded.Gated() && !s.at.opened:
		s.answer("Type \"%s\" to read this case first.", s.command("open"))
		return nil
	case number > len(s.links) && len(s.links) == 0:
		s.answer("No links here. Type \"%s\" for the list.", s.command("list"))
		return nil
	case number > len(s.links):
		s.answer("No link %d here; the last is %d. Type \"%s\" for the list.", number, len(s.links), s.command("list"))
		return nil
	}
	to := s.links[number-1]
	if to.Case != "" {
		return s.readID(ctx, to.Case)
	}
	return s.move(ctx, page{chosen: []browse.Choice{{Facet: to.Facet, Value: to.Value}}, sort: s.at.sort})
}

// open shows a sensitive case: the current one, or one that is named.
func (s *session) open(ctx context.Context, which string) error {
	to := s.at
	atCase := to.kind == pageCase || to.kind == pageSource
	switch {
	case which == "" && !atCase:
		s.answer("Type \"%s\" and the number of a case.", s.command("open"))
		return nil
	case which == "" && (to.opened || !s.loaded.Gated()):
		s.answer("This case is open.")
		return nil
	case which == "":
		to.opened = true
		if last := len(s.trail) - 1; last >= 0 && s.trail[last].id == to.id {
			s.trail[last].opened = true // back leads to the case, not to its gate
		}
		return s.show(ctx, to)
	}
	r, ok, err := s.whichCase(ctx, which)
	if !ok {
		return err
	}
	to.kind, to.id, to.index, to.opened = pageCase, r.ID, -1, true
	if number, isNumber := lineNumber(which); isNumber && s.at.kind == pageCases {
		to.index = number - 1
	}
	return s.move(ctx, to)
}

func (s *session) source(ctx context.Context, _ string) error {
	if s.at.kind != pageCase && s.at.kind != pageSource {
		s.answer("Read a case first: type its number.")
		return nil
	}
	to := s.at
	to.kind = pageSource
	return s.move(ctx, to)
}

// whichCase returns the case of a command: the one with a number or an id, else the
// current one. If there is none, it says so.
func (s *session) whichCase(ctx context.Context, which string) (document.LoadedCase, bool, error) {
	atCase := s.at.kind == pageCase || s.at.kind == pageSource
	number, isNumber := lineNumber(which)
	switch {
	case which == "" && atCase:
		return s.loaded, true, nil
	case isNumber && s.at.kind == pageCases && number >= 1 && number <= s.total:
		var err error
		if which, err = s.idAt(ctx, number-1); err != nil {
			return document.LoadedCase{}, false, err
		}
	case isNumber && s.at.kind == pageOwn && number >= 1 && number <= len(s.own.items()) && s.own.items()[number-1].note != nil:
		which = s.own.items()[number-1].note.Case
	case which == "" || isNumber || !strings.ContainsFunc(which, unicode.IsDigit):
		s.answer("Which case? Read it first, or add its number in the list.")
		return document.LoadedCase{}, false, nil
	}
	r, err := s.loadCase(ctx, which)
	if err != nil {
		s.sayNoCase(ctx, which, err)
	}
	return r, err == nil, nil
}

// mark marks or unmarks a case.
func (s *session) mark(ctx context.Context, which string) error {
	r, ok, err := s.whichCase(ctx, which)
	if !ok {
		return err
	}
	if s.own.ToggleMark(r.Report, r.ID, browse.Now()) {
		s.answer("%s is marked. Type \"%s\" for the marked cases.", r.ID, s.command("marked"))
	} else {
		s.answer("%s is no longer marked.", r.ID)
	}
	s.onChanged(ctx)
	return nil
}

func (s *session) marked(ctx context.Context, _ string) error {
	if len(s.own.Book.Marks) == 0 {
		s.answer("No case is marked.")
		return nil
	}
	to := page{text: s.own.Marks().Query().Text, sort: s.at.sort}
	return s.move(ctx, to)
}

// sayNoCase says why there is no case with an id.
func (s *session) sayNoCase(ctx context.Context, id string, err error) {
	switch {
	case errors.Is(err, results.ErrAmbiguous):
		s.answer("Several cases have the number %s. Type the whole id, with its letters.", id)
	case errors.Is(err, results.ErrNotFound):
		s.answer("There is no case %s. To search, type \"%s\" and a word.", id, s.command("find"))
	default:
		s.fail(ctx, err)
	}
}

func (s *session) sayNoNumber(number, last int) {
	s.answer("No number %d here; the last is %d.", number, last)
}
