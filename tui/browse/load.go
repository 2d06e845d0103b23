package browse

import (
	"context"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/document"
)

// LoadCase loads a case and what is shown with it: see LoadBeside.
func LoadCase(ctx context.Context, library results.Library, id string, known func(report string) (ReportParts, bool)) (document.LoadedCase, error) {
	c, err := library.Case(ctx, id)
	if err != nil {
		return document.LoadedCase{Titles: map[string]string{}}, err
	}
	return LoadBeside(ctx, library, c, known)
}

// LoadBeside loads what is shown with a case: the titles of related cases, and the
// report unless known has it.
func LoadBeside(ctx context.Context, library results.Library, c model.Case, known func(report string) (ReportParts, bool)) (r document.LoadedCase, err error) {
	r = document.LoadedCase{Case: c, Titles: map[string]string{}}
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
	var related []string
	for _, relation := range r.Related() {
		related = append(related, relation.Case)
	}
	if len(related) > 0 {
		r.Titles, err = library.Titles(ctx, related) // a missing case is shown by its id
	}
	return r, err
}
