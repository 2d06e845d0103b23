// Package browse is what a session is about, on a screen or in plain lines: what
// it asks a library, which filters are chosen, the tree of filters, what a search
// may have meant, and the case to read. It knows the model and what documents
// need. It must not know a terminal, a key or a pane, nor where cases come from:
// a Library answers.
package browse

import (
	"context"
	"errors"

	"casebook/model"
)

// A Library answers what a session asks. Each method returns the error of ctx
// where that has ended.
type Library interface {
	Find(ctx context.Context, query model.Query) (model.Page, error)
	Facets(ctx context.Context, query model.Query) (model.Counts, error)
	Case(ctx context.Context, id string) (model.Case, error)
	// Titles are those of cases by their ids, of the ones that there are.
	Titles(ctx context.Context, ids []string) (map[string]string, error)
	Report(ctx context.Context, id string) (model.Report, error)
	Sections(ctx context.Context, report string) ([]model.Section, error)
	// Obstacle is the part of a query that finds nothing without which the most
	// would be found; the zero value where no single part is to blame.
	Obstacle(ctx context.Context, query model.Query) (model.Obstacle, error)
	// Names are the names that a text may mean, best first.
	Names(ctx context.Context, text string, limit int) ([]model.NameMatch, error)
	// Complete are the values of a facet that what was typed after a field may
	// mean, best first, with how many cases they have.
	Complete(ctx context.Context, facet model.Facet, text string, limit int) ([]model.FacetValue, error)
	// Entries are rows of a view: those around the one with a key, else from the query's Offset on.
	Entries(ctx context.Context, view model.View, query model.Query, around string) (model.EntryPage, error)
	// Profile is what a view tells of one of its rows.
	Profile(ctx context.Context, query model.Query, entry model.Entry) (model.Profile, error)
}

// An Exporter writes the cases of a query to a file, in the format that the
// ending of its name asks for, and returns how many there were. Where there is
// such a file already and replace is false, the error is fs.ErrExist; where the
// ending is no format, it is ErrEnding.
type Exporter func(ctx context.Context, query model.Query, name string, replace bool) (cases int, err error)

// ErrEnding is the error of an export to a file whose name has no ending of a format.
var ErrEnding = errors.New("end the name in .md .csv .json .jsonl .html .yaml .txt or .bib")
