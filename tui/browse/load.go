package browse

import (
	"context"

	"casebook/tui/document"
)

// LoadCase returns a case with what is shown beside it. It asks for the report only
// where known does not have it.
func LoadCase(ctx context.Context, library Library, id string, known func(report string) (ReportParts, bool)) (document.LoadedCase, error) {
	r := document.LoadedCase{Titles: map[string]string{}}
	var err error
	if r.Case, err = library.Case(ctx, id); err != nil {
		return r, err
	}
	if of, ok := known(r.Report); ok {
		r.FromReport, r.Sections = of.Report, of.Sections
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
