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
// written: the dictionary, the columns and the orders. It is what an import
// holds in memory, and the larger part of that: so it has few pointers.
type segment struct {
	block   int64
	sets    []set
	keys    map[string]int32 // the set of a key
	words   map[string]int32 // of a word, once it has been met, its place in used
	used    []usedWord
	columns map[model.Facet]*columnWriter
	orders  map[model.Sort][]placed
}

// A usedWord is a word of a block: the set of its cases, and where it stands in them.
type usedWord struct {
	set int32
	occurrences
}

// columnFacets are the facets that cases are counted by.
func columnFacets() []model.Facet { return append(model.Facets(), model.FacetParagraph) }

func newSegment(block int64) *segment {
	s := &segment{block: block, keys: map[string]int32{}, words: map[string]int32{}, columns: map[model.Facet]*columnWriter{}, orders: map[model.Sort][]placed{}}
	for _, facet := range columnFacets() {
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
		return readPage(0, page, "", lastKey, func(key []byte, c container) error {
			if isOccurrence(key) {
				word := string(key[1:])
				return eachOccurrence(c.bytes, func(slot uint16, p places) {
					if !gone(slot) {
						s.used[s.word(word)].addAll(slot, p)
					}
				})
			}
			kept := c.set()
			if low < high {
				kept = set{}
				for _, slot := range c.cases() {
					if !gone(slot) {
						kept.add(slot)
					}
				}
			}
			if key[0] == keyValue[0] {
				left[valueNumber(string(key))] += c.count - int(kept.count)
			}
			if kept.count > 0 && !isBeginning(key[0]) { // these are made of the words' again
				s.keys[string(key)] = int32(len(s.sets))
				s.sets = append(s.sets, kept)
			}
			return nil
		})
	})
	if err != nil {
		return nil, nil, err
	}
	err = each(ctx, tx, "SELECT sort, entries FROM sorting_run WHERE block = ? ORDER BY sort, chunk", []any{block}, func(rows *sql.Rows) error {
		var sort model.Sort
		var entries []byte
		if err := rows.Scan(&sort, &entries); err != nil {
			return err
		}
		for run := (runReader{rest: entries}); len(run.rest) > 0; {
			if err := run.next(); err != nil {
				return err
			}
			if !gone(run.slot) {
				s.orders[sort] = append(s.orders[sort], placed{string(run.key), run.slot})
			}
		}
		return nil
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
		column, err := readColumn(values, math.MaxUint32)
		if kept == nil || err != nil {
			return cmp.Or(err, errPage)
		}
		return column.each(func(slot uint16, numbers []uint32) {
			if !gone(slot) {
				kept.add(slot, numbers)
			}
		})
	})
}

// set returns the set of a key.
func (s *segment) set(key string) int32 {
	number, known := s.keys[key]
	if !known {
		number = int32(len(s.sets))
		s.sets = append(s.sets, set{})
		s.keys[key] = number
	}
	return number
}

// put adds a case to the sets of some keys.
func (s *segment) put(slot uint16, keys ...string) {
	for _, key := range keys {
		s.sets[s.set(key)].add(slot)
	}
}

// putAll adds a case to some sets.
func (s *segment) putAll(slot uint16, sets []int32) {
	for _, number := range sets {
		s.sets[number].add(slot)
	}
}

// word returns the place of a word in used.
func (s *segment) word(word string) int32 {
	number, met := s.words[word]
	if !met {
		key := keyWord + word // and not a part of the whole text that the word is of
		number = int32(len(s.used))
		s.used = append(s.used, usedWord{set: s.set(key)})
		s.words[key[len(keyWord):]] = number
	}
	return number
}

// stand adds a case to the set of a word that stands at a place of its text.
func (s *segment) stand(slot uint16, word int32, place uint32) {
	w := &s.used[word]
	s.sets[w.set].add(slot)
	w.add(slot, place)
}

// write replaces what the library has of the block.
func (s *segment) write(ctx context.Context, tx *sql.Tx) error {
	for _, table := range []string{"posting", "facet_column", "sorting_run"} {
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
	s.begin()
	for _, key := range slices.Sorted(maps.Keys(s.keys)) {
		cases := &s.sets[s.keys[key]]
		if len(page.bytes) > 0 && len(page.bytes)+containerBytes(uint64(cases.count)) > pageBytes {
			flush()
		}
		page.add(key, cases)
	}
	for _, word := range slices.Sorted(maps.Keys(s.words)) { // which come after all other keys
		bytes := s.used[s.words[word]].bytes
		if len(page.bytes) > 0 && len(page.bytes)+len(bytes) > pageBytes {
			flush()
		}
		if len(bytes) > 0 {
			page.addBytes(keyOccurrence+word, bytes)
		}
	}
	flush()
	if *pages.err != nil {
		return *pages.err
	}
	columns := newInserter(tx, "facet_column", "facet", "block", `"values"`)
	for _, facet := range columnFacets() {
		if c := s.columns[facet]; len(c.cases) > 0 {
			columns.add(ctx, string(facet), s.block, c.encoded())
		}
	}
	if *columns.err != nil {
		return *columns.err
	}
	return s.writeRuns(ctx, tx)
}
