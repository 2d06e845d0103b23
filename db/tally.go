package db

import (
	"cmp"
	"database/sql"
	"iter"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// A tally is how many cases have each facet value, by the value's number.
type tally []int32

func (t tally) of(number int64) int {
	if number < int64(len(t)) {
		return int(t[number])
	}
	return 0
}

// numbers gives the values that have cases.
func (t tally) numbers() iter.Seq[int64] {
	return func(yield func(int64) bool) {
		for number, count := range t {
			if count > 0 && !yield(int64(number)) {
				return
			}
		}
	}
}

// most returns those of the numbers that have the most cases, so many of them
// and the most frequent first.
func (t tally) most(numbers []int64, limit int) []int64 {
	for floor := int32(2); ; floor *= 2 { // most values have few cases: they need not be sorted
		var higher []int64
		for _, number := range numbers {
			if t[number] >= floor {
				higher = append(higher, number)
			}
		}
		if len(higher) < limit {
			break
		}
		numbers = higher
	}
	slices.SortFunc(numbers, func(a, b int64) int { return cmp.Or(cmp.Compare(t[b], t[a]), cmp.Compare(a, b)) })
	return numbers[:min(limit, len(numbers))]
}

// count counts the cases of a set by the values of a facet.
func (r *reader) count(facet model.Facet, set *roaring.Bitmap) (tally, error) {
	if set.GetCardinality() == r.all.GetCardinality() {
		return r.countAll(facet)
	}
	if slices.Contains(columnFacets(), facet) {
		return r.countColumn(facet, set)
	}
	count := make(tally, r.lastValue+1)
	sets, err := r.facetSets(facet)
	for number, having := range sets {
		if err := r.ctx.Err(); err != nil {
			return nil, err
		}
		count[number] = int32(having.AndCardinality(set))
	}
	return count, err
}

// countAll counts all cases of the library: what an import has counted.
func (r *reader) countAll(facet model.Facet) (tally, error) {
	r.mutex.Lock()
	known := r.tallies[facet]
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	count := make(tally, r.lastValue+1)
	err := each(r.ctx, r.tx, "SELECT number, cases FROM facet_value WHERE facet = ? AND cases > 0", []any{string(facet)}, func(rows *sql.Rows) error {
		var number int64
		var cases int32
		err := rows.Scan(&number, &cases)
		count[number] = cases
		return err
	})
	if err != nil {
		return nil, err
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.tallies[facet] = count
	return count, nil
}

// facetSets returns the cases of every value of a facet.
func (r *reader) facetSets(facet model.Facet) (map[int64]*roaring.Bitmap, error) {
	r.mutex.Lock()
	known := r.tags[facet]
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	lists := map[int64][]container{}
	low := keyValue + facetLetter(facet)
	if err := r.scan(low, low+lastKey+lastKey, func(key []byte, c container) {
		number := valueNumber(string(key))
		lists[number] = append(lists[number], c)
	}); err != nil {
		return nil, err
	}
	sets := map[int64]*roaring.Bitmap{}
	for number, list := range lists {
		set, err := joined(list)
		if err != nil {
			return nil, err
		}
		sets[number] = set
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.tags[facet] = sets
	return sets, nil
}

// countColumn goes through the column of a facet.
func (r *reader) countColumn(facet model.Facet, set *roaring.Bitmap) (tally, error) {
	columns, err := r.facetColumns(facet)
	if err != nil {
		return nil, err
	}
	count := make(tally, r.lastValue+1)
	numbers := set.ManyIterator()
	buffer := make([]uint32, 8192)
	var reading *columnReader
	block := -1
	for n := numbers.NextMany(buffer); n > 0; n = numbers.NextMany(buffer) {
		if err := r.ctx.Err(); err != nil {
			return nil, err
		}
		for list := buffer[:n]; len(list) > 0; {
			own := int(list[0] >> blockBits)
			end, _ := slices.BinarySearchFunc(list, own+1, func(number uint32, next int) int { return int(number>>blockBits) - next })
			if own != block {
				if block, reading = own, nil; columns[own] != nil {
					if reading, err = newColumnReader(columns[own]); err != nil {
						return nil, err
					}
				}
			}
			if reading != nil {
				if err := reading.count(list[:end], count); err != nil {
					return nil, err
				}
			}
			list = list[end:]
		}
	}
	return count, nil
}

// facetColumns returns the columns of a facet, by their blocks.
func (r *reader) facetColumns(facet model.Facet) (map[int][]byte, error) {
	r.mutex.Lock()
	known := r.columns[facet]
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	columns := map[int][]byte{}
	err := each(r.ctx, r.tx, `SELECT block, "values" FROM facet_column WHERE facet = ?`, []any{string(facet)}, func(rows *sql.Rows) error {
		var block int
		var values []byte
		err := rows.Scan(&block, &values)
		columns[block] = values
		return err
	})
	if err != nil {
		return nil, err
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.columns[facet] = columns
	return columns, nil
}
