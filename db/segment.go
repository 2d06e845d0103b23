package db

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"math"
	"slices"

	"casebook/model"
)

// A segment is what is derived from the cases of one block, while it is
// written: the dictionary and the columns. It is what an import holds in memory.
type segment struct {
	block   int64
	sets    map[string]*set
	columns map[model.Facet]*columnWriter
	words   map[string][]*set // the sets of a word, once it has been met
	values  map[int64][]*set  // and of a facet value
}

// A set is the cases of a key, by their place in the block, ascending.
type set struct{ cases []uint16 }

func newSegment(block int64) *segment {
	s := &segment{block: block, sets: map[string]*set{}, columns: map[model.Facet]*columnWriter{}, words: map[string][]*set{}, values: map[int64][]*set{}}
	for _, facet := range model.Facets() {
		s.columns[facet] = &columnWriter{}
	}
	return s
}

// loadSegment returns a block as the library has it, but for the cases from
// first to below next. It returns too how many of these there were of each facet value.
func loadSegment(ctx context.Context, tx *sql.Tx, block, first, next int64) (*segment, map[int64]int, error) {
	s, left := newSegment(block), map[int64]int{}
	low, high := int64(-1), int64(-1)
	if first < next {
		low, high = max(first-block<<blockBits, 0), min(next-block<<blockBits, 1<<blockBits)
	}
	gone := func(slot uint16) bool { return low <= int64(slot) && int64(slot) < high }
	err := each(ctx, tx, "SELECT page FROM posting WHERE block = ?", []any{block}, func(rows *sql.Rows) error {
		var page []byte
		if err := rows.Scan(&page); err != nil {
			return err
		}
		return readPage(0, page, "", lastKey, func(key []byte, c container) {
			cases := slices.DeleteFunc(c.cases(), gone)
			if key[0] == keyValue[0] {
				left[valueNumber(string(key))] += c.count - len(cases)
			}
			if len(cases) > 0 {
				s.sets[string(key)] = &set{cases}
			}
		})
	})
	if err != nil {
		return nil, nil, err
	}
	return s, left, each(ctx, tx, `SELECT facet, "values" FROM facet_column WHERE block = ?`, []any{block}, func(rows *sql.Rows) error {
		var facet model.Facet
		var values []byte
		if err := rows.Scan(&facet, &values); err != nil {
			return err
		}
		kept := s.columns[facet]
		column, err := readColumn(values, math.MaxInt64)
		if kept == nil || err != nil {
			return cmp.Or(err, errPage)
		}
		return column.each(func(slot uint16, numbers []int64) {
			if !gone(slot) {
				kept.add(slot, numbers)
			}
		})
	})
}

// set returns the set of a key.
func (s *segment) set(key string) *set {
	known := s.sets[key]
	if known == nil {
		known = &set{}
		s.sets[key] = known
	}
	return known
}

func (s *segment) setsOf(keys []string) []*set {
	sets := make([]*set, len(keys))
	for i, key := range keys {
		sets[i] = s.set(key)
	}
	return sets
}

// put adds a case to sets that may have it already, if it was the last one added.
func put(sets []*set, slot uint16) {
	for _, s := range sets {
		if n := len(s.cases); n == 0 || s.cases[n-1] != slot {
			s.cases = append(s.cases, slot)
		}
	}
}

// write replaces what the library has of the block.
func (s *segment) write(ctx context.Context, tx *sql.Tx) error {
	for _, table := range []string{"posting", "facet_column"} {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE block = ?", s.block); err != nil {
			return err
		}
	}
	pages := newInserter(tx, "posting", "block", "first", "page")
	var page pageWriter
	flush := func() {
		if len(page.bytes) > 0 {
			pages.add(ctx, s.block, []byte(page.first), page.bytes)
			page.bytes = page.bytes[:0]
		}
	}
	for _, key := range slices.Sorted(maps.Keys(s.sets)) {
		cases := s.sets[key].cases
		if len(page.bytes) > 0 && len(page.bytes)+containerBytes(uint64(len(cases))) > pageBytes {
			flush()
		}
		page.add(key, cases)
	}
	flush()
	if *pages.err != nil {
		return *pages.err
	}
	columns := newInserter(tx, "facet_column", "facet", "block", `"values"`)
	for facet, c := range s.columns {
		if len(c.cases) > 0 {
			columns.add(ctx, string(facet), s.block, c.encoded())
		}
	}
	return *columns.err
}
