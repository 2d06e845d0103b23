package query

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/cases"
	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// Answers answers queries of a library. Its methods may be called from several
// goroutines; a done context ends them early.
type Answers struct {
	cases.Archive
	readIn        func(ctx context.Context, reading func(tx *sql.Tx, in *sql.DB) error) error
	latest        atomic.Pointer[snapshot]
	FirstPageScan int // see firstPageScan; 0: the default
}

// NewAnswers returns the answers of a library. readIn runs a function in a reading
// transaction, and tells it the database of the transaction.
func NewAnswers(readIn func(ctx context.Context, reading func(tx *sql.Tx, in *sql.DB) error) error) *Answers {
	archive := cases.NewArchive(func(ctx context.Context, reading func(tx *sql.Tx) error) error {
		return readIn(ctx, func(tx *sql.Tx, _ *sql.DB) error { return reading(tx) })
	})
	return &Answers{Archive: archive, readIn: readIn}
}

// A snapshot caches what has been read of one state of the library. Values are read when
// they are first needed; they are shared, so nobody changes them.
type snapshot struct {
	db         *sql.DB
	generation int64
	lastValue  int64 // the highest number of a facet value
	reports    []schema.StoredReport
	all        *roaring.Bitmap
	index      *index.Index

	sizes         index.Memo[struct{}, map[model.Facet]int]
	fields        index.Memo[struct{}, []model.Facet] // the facets of the reports' own fields
	values        index.Memo[model.Facet, []node]
	forests       index.Memo[forestKey, []branch]
	days          index.Memo[struct{}, []schema.Span]
	inTimes       index.Memo[struct{}, *times]
	allTimeCounts index.Memo[struct{}, map[string]timeCount] // how many cases have a date in each year and month

	mutex       sync.Mutex     // of the fields below
	answerCache []cachedAnswer // the newest last
	nodeCache   map[int64]node // facet values, by their numbers
}

// A reader is a snapshot with a transaction that reads what is not cached yet.
type reader struct {
	*snapshot
	index.Reader
	cases         cases.Reader
	ctx           context.Context
	tx            *sql.Tx
	marked        []string // of the query
	noted         []model.Noted
	names         index.Memo[string, []match] // of casesByName: one search looks up the same text several times
	namesCut      bool                        // not all names that sound like the text were looked up
	firstPageScan int                         // see firstPageScan
}

// isLarge reports whether first pages are shown before all matches are known.
func (r *reader) isLarge() bool { return r.all.GetCardinality() > uint64(r.firstPageScan) }

// query runs a function with a reader of one state of the library.
func (l *Answers) query(ctx context.Context, reading func(r *reader) error) error {
	return l.readIn(ctx, func(tx *sql.Tx, in *sql.DB) error {
		s, err := l.snapshot(ctx, tx, in)
		if err != nil {
			return err
		}
		indexed := s.index.Reader(ctx, tx)
		return reading(&reader{snapshot: s, Reader: indexed, cases: cases.NewReader(ctx, tx, s.reports, indexed), ctx: ctx, tx: tx, firstPageScan: cmp.Or(l.FirstPageScan, firstPageScan)})
	})
}

// ask returns what a function reads of one state of the library. what names the request in
// errors.
func ask[Answer any](ctx context.Context, l *Answers, what string, answer func(r *reader) (Answer, error)) (Answer, error) {
	var given, none Answer
	err := l.query(ctx, func(r *reader) (err error) {
		given, err = answer(r)
		return err
	})
	if err != nil {
		return none, fmt.Errorf("%s: %w", what, err)
	}
	return given, nil
}

// snapshot returns the snapshot of the state that a transaction sees.
func (l *Answers) snapshot(ctx context.Context, tx *sql.Tx, in *sql.DB) (*snapshot, error) {
	var generation, lastValue int64
	var bits uint
	if err := tx.QueryRowContext(ctx, "SELECT number, block_bits, (SELECT coalesce(max(number), 0) FROM facet_value) FROM generation").Scan(&generation, &bits, &lastValue); err != nil {
		return nil, err
	}
	if known := l.latest.Load(); known != nil && known.db == in && known.generation == generation {
		return known, nil
	}
	s := &snapshot{db: in, generation: generation, lastValue: lastValue, all: roaring.New(), nodeCache: map[int64]node{}}
	err := sqlite.Each(ctx, tx, "SELECT id, number, first, cases, coalesce(document ->> '$.country', ''), coalesce(document ->> '$.period', '') FROM report ORDER BY first", nil, func(rows *sql.Rows) error {
		var report schema.StoredReport
		if err := rows.Scan(&report.ID, &report.Number, &report.First, &report.Cases, &report.Country, &report.Period); err != nil {
			return err
		}
		s.reports = append(s.reports, report)
		s.all.AddRange(uint64(report.First), uint64(report.First+report.Cases))
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.index = index.New(s.all, bits, lastValue)
	l.latest.Store(s)
	return s, nil
}

// count counts the cases of a set by the values of a facet.
func (r *reader) count(facet model.Facet, set *roaring.Bitmap) (index.Tally, error) {
	counts, err := r.countBy(map[model.Facet]*roaring.Bitmap{facet: set})
	return counts[facet], err
}

// countBy counts by the values of several facets, for each the cases of a set.
func (r *reader) countBy(sets map[model.Facet]*roaring.Bitmap) (map[model.Facet]index.Tally, error) {
	counts := map[model.Facet]index.Tally{}
	for len(counts) < len(sets) { // facets that share a column, with different sets, are counted one after the other
		columns := map[index.Column]*roaring.Bitmap{}
		for facet, set := range sets {
			if _, done := counts[facet]; !done && columns[schema.ColumnOf(facet)] == nil {
				columns[schema.ColumnOf(facet)] = set
			}
		}
		tallies, err := r.Count(columns)
		if err != nil {
			return nil, err
		}
		for facet, set := range sets {
			if columns[schema.ColumnOf(facet)] == set {
				counts[facet] = tallies[schema.ColumnOf(facet)]
			}
		}
	}
	return counts, nil
}

// page returns the cases of a set in an order, from one place to below another.
func (r *reader) page(set *roaring.Bitmap, sort model.Sort, from, to int) ([]uint32, error) {
	return r.Page(set, schema.OrderOf(sort), from, to)
}

// havingNumbers returns the cases that have one of the values with these numbers.
func (r *reader) havingNumbers(facet model.Facet, numbers ...int64) (*roaring.Bitmap, error) {
	return r.Having(schema.ColumnOf(facet), numbers...)
}

// having returns the cases with one of some values of a facet. For dates these are the
// cases that may have a date in the year or month.
func (r *reader) having(facet model.Facet, values ...string) (*roaring.Bitmap, error) {
	if facet == model.FacetDate {
		return inPeriods(values, r.possiblyWithin)
	}
	numbers, err := r.valueNumbers(facet, values)
	if err != nil {
		return nil, err
	}
	return r.havingNumbers(facet, numbers...)
}

// integers returns the single column of a query.
func (r *reader) integers(query string, args ...any) ([]int64, error) {
	return sqlite.Column[int64](r.ctx, r.tx, query, args...)
}
