package tui

import (
	"context"

	"casebook/model"
	"casebook/tui/document"
)

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

// locate asks at which index an answer has a case: one before the page that
// begins after it.
func locate(ctx context.Context, library Library, query model.Query, id string) (int, bool) {
	query.After, query.Offset, query.Limit = id, 0, 1
	page, err := library.Find(ctx, query)
	return page.Offset - 1, err == nil && page.Offset > 0
}
