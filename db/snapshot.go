package db

import (
	"cmp"
	"context"
	"database/sql"
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/model"
)

// Answers answers whatever is asked of a library. Its methods may be called
// from several goroutines; a done context ends them early.
type Answers struct {
	readIn func(ctx context.Context, reading func(tx *sql.Tx, in *sql.DB) error) error
	known  atomic.Pointer[snapshot]
	Quick  int // how many cases the first rows of a text are looked for among, before all are; 0: the usual number
}

// NewAnswers returns answers out of a library that a function reads: in a
// transaction, of which it says in which database it is.
func NewAnswers(readIn func(ctx context.Context, reading func(tx *sql.Tx, in *sql.DB) error) error) *Answers {
	return &Answers{readIn: readIn}
}

// read runs a function in a transaction, so that all that it reads is of one moment.
func (l *Answers) read(ctx context.Context, reading func(tx *sql.Tx) error) error {
	return l.readIn(ctx, func(tx *sql.Tx, _ *sql.DB) error { return reading(tx) })
}

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
func (l *Answers) query(ctx context.Context, reading func(r *reader) error) error {
	return l.readIn(ctx, func(tx *sql.Tx, in *sql.DB) error {
		s, err := l.snapshot(ctx, tx, in)
		if err != nil {
			return err
		}
		return reading(&reader{snapshot: s, Reader: s.index.Reader(ctx, tx), ctx: ctx, tx: tx, quick: cmp.Or(l.Quick, quickCases)})
	})
}

// snapshot returns what is known of the state that a transaction sees.
func (l *Answers) snapshot(ctx context.Context, tx *sql.Tx, in *sql.DB) (*snapshot, error) {
	var generation, lastValue int64
	var bits uint
	if err := tx.QueryRowContext(ctx, "SELECT number, block_bits, (SELECT coalesce(max(number), 0) FROM facet_value) FROM generation").Scan(&generation, &bits, &lastValue); err != nil {
		return nil, err
	}
	if known := l.known.Load(); known != nil && known.in == in && known.generation == generation {
		return known, nil
	}
	s := &snapshot{in: in, generation: generation, lastValue: lastValue, all: roaring.New(), values: map[model.Facet]*facetValues{}, known: map[int64]node{}, forests: map[forestKey][]branch{}}
	err := each(ctx, tx, "SELECT number, first, cases FROM report ORDER BY first", nil, func(rows *sql.Rows) error {
		var report storedReport
		if err := rows.Scan(&report.number, &report.first, &report.cases); err != nil {
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
