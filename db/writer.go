package db

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"

	"casebook/model"
)

// A writer writes one report: its entities, then its cases with all that is
// derived from them. What goes wrong is kept, see failure.
type writer struct {
	report     int64
	first      int64 // the number of its first case
	pack       model.Pack
	values     map[valueKey]int64 // the numbers of the library's facet values
	entities   map[valueKey]*entity
	lastValue  int64
	lastEntity int64
	err        error

	facetValues, entityRows, cases, tags, involvements, dates, figures, texts *inserter
}

type valueKey struct {
	facet model.Facet
	value string
}

// An entity is somebody or something that the report names.
type entity struct {
	number int64
	tags   []int64 // its facet value and those above it, upwards
	names  string  // all that it is called
}

func newWriter(ctx context.Context, tx *sql.Tx, pack model.Pack) (*writer, error) {
	w := &writer{
		pack:     pack,
		values:   map[valueKey]int64{},
		entities: map[valueKey]*entity{},

		facetValues: newInserter(tx, "facet_value", "number", "facet", "value", "label", "words", "parent"),
		entityRows:  newInserter(tx, "entity", "number", "report", "value", "listed", "words", "document"),
		cases: newInserter(tx, "cases", "number", "report", "id", "ordinal", "kind", "title", "category", "date", "people",
			"sensitivity", "earliest", "sorted", "document"),
		tags:         newInserter(tx, "tag", "value", `"case"`),
		involvements: newInserter(tx, "involvement", `"case"`, "facet", "position", "entity", "role", "provision"),
		dates:        newInserter(tx, "date", `"case"`, "earliest", "latest"),
		figures:      newInserter(tx, "figure", `"case"`, "position", "document"),
		texts:        newInserter(tx, "text", "rowid", "title", "note", "people", "organisations", "places", "laws"),
	}
	if err := tx.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(number), 0) FROM report) + 1, ((SELECT coalesce(max(first + cases), 0) FROM report) >> ?) + 1 << ?,
		(SELECT coalesce(max(number), 0) FROM entity)`, blockBits, blockBits).Scan(&w.report, &w.first, &w.lastEntity); err != nil {
		return nil, err
	}
	return w, each(ctx, tx, "SELECT number, facet, value FROM facet_value", nil, func(rows *sql.Rows) error {
		var number int64
		var key valueKey
		err := rows.Scan(&number, &key.facet, &key.value)
		w.values[key] = number
		w.lastValue = max(w.lastValue, number)
		return err
	})
}

// value returns the number of a facet value, which it adds where the library
// does not have it. Above are the values above it, upwards.
func (w *writer) value(ctx context.Context, facet model.Facet, value, label string, above []int64) int64 {
	key := valueKey{facet, value}
	if number, known := w.values[key]; known {
		return number
	}
	w.lastValue++
	w.values[key] = w.lastValue
	var parent any
	if len(above) > 0 {
		parent = above[0]
	}
	w.facetValues.add(ctx, w.lastValue, string(facet), value, label, words(value, label), parent)
	return w.lastValue
}

// json encodes what the model can always encode, short of an amount that is no number in JSON.
func (w *writer) json(value any) string {
	encoded, err := json.Marshal(value)
	w.err = cmp.Or(w.err, err)
	return string(encoded)
}

// failure returns the first thing that went wrong.
func (w *writer) failure() error {
	err := w.err
	for _, i := range []*inserter{w.facetValues, w.entityRows, w.cases, w.tags, w.involvements, w.dates, w.figures, w.texts} {
		err = cmp.Or(err, i.err)
	}
	return err
}

// finish writes the report, of which so many cases were written.
func (w *writer) finish(ctx context.Context, tx *sql.Tx, cases int64) error {
	paragraphs := 0
	for _, section := range w.pack.Sections {
		paragraphs += len(section.Paragraphs)
	}
	document, sections := w.json(w.pack.Report), w.json(w.pack.Sections)
	if err := w.failure(); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO report (number, id, document, sections, paragraphs, first, cases) VALUES (?,?,?,?,?,?,?)",
		w.report, w.pack.Report.ID, document, sections, paragraphs, w.first, cases)
	return err
}
