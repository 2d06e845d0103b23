// Package results has the interface of a library, and its results: pages of rows, counts
// of facets, entries of views. It knows what a case and a query are. It must not know how
// a library finds them, nor what a screen shows of them.
package results

import (
	"context"
	"errors"
	"strings"

	"casebook/model"
)

// A Library answers queries. Each method returns the error of ctx if that has ended.
type Library interface {
	Find(ctx context.Context, query model.Query) (Page, error)
	Facets(ctx context.Context, query model.Query) (Counts, error)
	Case(ctx context.Context, id string) (model.Case, error)
	// Titles returns the titles of existing cases, by id.
	Titles(ctx context.Context, ids []string) (map[string]string, error)
	Report(ctx context.Context, id string) (model.Report, error)
	Sections(ctx context.Context, report string) ([]model.Section, error)
	// Obstacle returns the part of a query without results, without which most cases would
	// be found; the zero value if no single part excludes everything.
	Obstacle(ctx context.Context, query model.Query) (model.Obstacle, error)
	// Names returns the names that match a text, best first.
	Names(ctx context.Context, text string, limit int) ([]NameMatch, error)
	// Complete returns the values of a facet that match a text typed after its field, best
	// first, with their numbers of cases.
	Complete(ctx context.Context, facet model.Facet, text string, limit int) ([]FacetValue, error)
	// Matching returns the values of Complete, with their numbers of cases under a query.
	Matching(ctx context.Context, query model.Query, facet model.Facet, text string, limit int) ([]FacetValue, error)
	// Entries returns rows of a view: around the one with a key, else from the query's Offset on.
	Entries(ctx context.Context, view View, query model.Query, around string) (EntryPage, error)
	// Profile returns the profile of a row of a view.
	Profile(ctx context.Context, query model.Query, entry Entry) (Profile, error)
}

// The errors of an id that no case has, and of one that more than one case has;
// matched with errors.Is.
var (
	ErrNotFound  = errors.New("not in this library")
	ErrAmbiguous = errors.New("more than one case has this number")
)

// Damage reports whether an error says that a library is damaged: it was changed since it
// was written; and returns the details.
func Damage(err error) (details string, damaged bool) {
	var damage interface {
		error
		Damaged()
	}
	if !errors.As(err, &damage) {
		return "", false
	}
	_, details, _ = strings.Cut(err.Error(), damage.Error())
	return details, true
}
