// Package results is what a library answers to a query, and the interface by
// which a session asks: pages of rows, counts of facets, entries of views. It
// knows what a case and a query are. It must not know how a library finds them,
// nor what a screen shows of them.
package results

import (
	"context"
	"errors"
	"strings"

	"casebook/model"
)

// A Library answers what a session asks. Each method returns the error of ctx
// where that has ended.
type Library interface {
	Find(ctx context.Context, query model.Query) (Page, error)
	Facets(ctx context.Context, query model.Query) (Counts, error)
	Case(ctx context.Context, id string) (model.Case, error)
	// Titles are those of cases by their ids, of the ones that there are.
	Titles(ctx context.Context, ids []string) (map[string]string, error)
	Report(ctx context.Context, id string) (model.Report, error)
	Sections(ctx context.Context, report string) ([]model.Section, error)
	// Obstacle is the part of a query that finds nothing without which the most
	// would be found; the zero value where no single part is to blame.
	Obstacle(ctx context.Context, query model.Query) (model.Obstacle, error)
	// Names are the names that a text may mean, best first.
	Names(ctx context.Context, text string, limit int) ([]NameMatch, error)
	// Complete are the values of a facet that what was typed after a field may
	// mean, best first, with how many cases they have.
	Complete(ctx context.Context, facet model.Facet, text string, limit int) ([]FacetValue, error)
	// Matching are the values of Complete, with how many cases of a query they have.
	Matching(ctx context.Context, query model.Query, facet model.Facet, text string, limit int) ([]FacetValue, error)
	// Entries are rows of a view: those around the one with a key, else from the query's Offset on.
	Entries(ctx context.Context, view View, query model.Query, around string) (EntryPage, error)
	// Profile is what a view tells of one of its rows.
	Profile(ctx context.Context, query model.Query, entry Entry) (Profile, error)
}

// The errors of an id that no case has, and of one that more than one case has;
// matched with errors.Is.
var (
	ErrNotFound  = errors.New("not in this library")
	ErrAmbiguous = errors.New("more than one case has this number")
)

// Damage reports whether an error says that a library is damaged, which is that what
// was read of it is not what was written, and returns what it says behind that.
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
