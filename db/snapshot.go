package db

import (
	"cmp"
	"context"
	"database/sql"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/model"
)

// A snapshot is what has been read of the library in one state, for the
// queries to come. Nothing is read before it is asked for; what it gives out
// is shared and never changed.
type snapshot struct {
	in         *sql.DB
	generation int64
	lastValue  int64 // the highest number of a facet value
	reports    []storedReport
	all        *roaring.Bitmap
	index      *index.Index

	mutex   sync.Mutex
	answers []keptAnswer // the latest last
	sizes   map[model.Facet]int
	fields  []model.Facet // the facets of the reports' own fields
	values  map[model.Facet]*facetValues
	known   map[int64]node // facet values, by their numbers
	days    []span
	forests map[forestKey][]branch
}

// A reader is a snapshot with the transaction that reads what it lacks.
type reader struct {
	*snapshot
	index.Reader
	ctx      context.Context
	tx       *sql.Tx
	marked   []string // of the query
	namesCut bool     // of the names that its text sounds like, some were left out
	quick    int      // how many cases firstRows looks at
}

// query runs a function that reads, with all that it reads of one moment.
func (l *Library) query(ctx context.Context, reading func(r *reader) error) error {
	return l.readIn(ctx, func(tx *sql.Tx, in *sql.DB) error {
		s, err := l.snapshot(ctx, tx, in)
		if err != nil {
			return err
		}
		return reading(&reader{snapshot: s, Reader: s.index.Reader(ctx, tx), ctx: ctx, tx: tx, quick: cmp.Or(l.quick, quickCases)})
	})
}

// snapshot returns what is known of the state that a transaction sees.
func (l *Library) snapshot(ctx context.Context, tx *sql.Tx, in *sql.DB) (*snapshot, error) {
	var generation, lastValue int64
	var bits uint
	if err := tx.QueryRowContext(ctx, "SELECT number, block_bits, (SELECT coalesce(max(number), 0) FROM facet_value) FROM generation").Scan(&generation, &bits, &lastValue); err != nil {
		return nil, err
	}
	if known := l.known.Load(); known != nil && known.in == in && known.generation == generation {
		return known, nil
	}
	s := &snapshot{in: in, generation: generation, lastValue: lastValue, all: roaring.New(), values: map[model.Facet]*facetValues{}, known: map[int64]node{}, forests: map[forestKey][]branch{}}
	err := each(ctx, tx, "SELECT number, first, cases, coalesce(document ->> '$.country', ''), coalesce(document ->> '$.period', '') FROM report ORDER BY first", nil, func(rows *sql.Rows) error {
		var report storedReport
		if err := rows.Scan(&report.number, &report.first, &report.cases, &report.country, &report.period); err != nil {
			return err
		}
		s.reports = append(s.reports, report)
		s.all.AddRange(uint64(report.first), uint64(report.first+report.cases))
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.index = index.New(s.all, bits, lastValue)
	l.known.Store(s)
	return s, nil
}

// changed makes what was read of the library out of date.
func changed(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "UPDATE generation SET number = number + 1")
	return err
}

// of returns the cases of a report.
func (s storedReport) of() *roaring.Bitmap {
	set := roaring.New()
	set.AddRange(uint64(s.first), uint64(s.first+s.cases))
	return set
}
