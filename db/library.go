// Package db is the library: the cases of all imported reports in one SQLite
// database, in memory or in a file. SQL lives here and nowhere else. It knows
// the model and nothing of a screen, a command line or a pack's YAML.
package db

import (
	"context"
	"database/sql"
	"errors"

	"casebook/model"
)

// A Library holds reports and their cases and finds them.
type Library struct {
	database *sql.DB
}

// Open opens the library in the file named source, which it creates where
// there is none. An empty source is a fresh library in memory.
func Open(ctx context.Context, source string) (*Library, error) {
	return nil, errors.ErrUnsupported
}

// Close ends the library.
func (l *Library) Close() error { return l.database.Close() }

// Import takes a report in, or replaces it where the library has it already.
func (l *Library) Import(ctx context.Context, pack model.Pack) error { return errors.ErrUnsupported }

// Find returns a page of the cases that a query asks for.
func (l *Library) Find(ctx context.Context, query model.Query) (model.Page, error) {
	return model.Page{}, errors.ErrUnsupported
}

// Facets counts the cases of a query by every facet.
func (l *Library) Facets(ctx context.Context, query model.Query) (model.Counts, error) {
	return model.Counts{}, errors.ErrUnsupported
}

// Case returns one case.
func (l *Library) Case(ctx context.Context, id string) (model.Case, error) {
	return model.Case{}, errors.ErrUnsupported
}

// Pack returns a whole report as it was imported.
func (l *Library) Pack(ctx context.Context, report string) (model.Pack, error) {
	return model.Pack{}, errors.ErrUnsupported
}

// Reports lists the reports of the library.
func (l *Library) Reports(ctx context.Context) ([]model.ReportEntry, error) {
	return nil, errors.ErrUnsupported
}

// Report returns one report.
func (l *Library) Report(ctx context.Context, id string) (model.Report, error) {
	return model.Report{}, errors.ErrUnsupported
}

// Sections returns the sections of a report.
func (l *Library) Sections(ctx context.Context, report string) ([]model.Section, error) {
	return nil, errors.ErrUnsupported
}

// People lists the people of a query's cases.
func (l *Library) People(ctx context.Context, query model.Query) ([]model.PersonEntry, error) {
	return nil, errors.ErrUnsupported
}

// Organisations lists the organisations of a query's cases.
func (l *Library) Organisations(ctx context.Context, query model.Query) ([]model.OrganisationEntry, error) {
	return nil, errors.ErrUnsupported
}

// Places lists the places of a query's cases.
func (l *Library) Places(ctx context.Context, query model.Query) ([]model.PlaceEntry, error) {
	return nil, errors.ErrUnsupported
}

// Laws lists the laws of a query's cases.
func (l *Library) Laws(ctx context.Context, query model.Query) ([]model.LawEntry, error) {
	return nil, errors.ErrUnsupported
}

// Categories lists the categories of a query's cases.
func (l *Library) Categories(ctx context.Context, query model.Query) ([]model.CategoryEntry, error) {
	return nil, errors.ErrUnsupported
}

// Figures lists the figures of a query's cases.
func (l *Library) Figures(ctx context.Context, query model.Query) ([]model.FigureEntry, error) {
	return nil, errors.ErrUnsupported
}

// Resolve returns the facet values that a text means.
func (l *Library) Resolve(ctx context.Context, facet model.Facet, text string) ([]string, error) {
	return nil, errors.ErrUnsupported
}

// Check tests the database's integrity.
func (l *Library) Check(ctx context.Context) error { return errors.ErrUnsupported }
