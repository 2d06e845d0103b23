package db

import (
	"cmp"
	"database/sql"
	"errors"
	"iter"
	"runtime"
	"slices"
	"sync"

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
	counts, err := r.countBy(map[model.Facet]*roaring.Bitmap{facet: set})
	return counts[facet], err
}

// countBy counts by the values of several facets, for each the cases of a set.
// The facets are counted beside each other, and beside the reading of the next one.
func (r *reader) countBy(sets map[model.Facet]*roaring.Bitmap) (map[model.Facet]tally, error) {
	type job struct {
		set     *roaring.Bitmap
		columns map[int]column
		count   tally
	}
	jobs := make(chan job, len(sets))
	counts := map[model.Facet]tally{}
	errs := make([]error, min(runtime.GOMAXPROCS(0), len(sets)))
	var counting sync.WaitGroup
	for i := range errs {
		counting.Go(func() {
			histogram := new([1 << blockBits]int32)
			for j := range jobs {
				if errs[i] == nil {
					errs[i] = r.countColumns(j.set, j.columns, histogram, j.count)
				}
			}
		})
	}
	var err error
	for facet, set := range sets {
		counts[facet] = make(tally, r.lastValue+1)
		if set.IsEmpty() || err != nil {
			continue
		}
		var columns map[int]column
		if columns, err = r.facetColumns(facet); err == nil {
			jobs <- job{set, columns, counts[facet]}
		}
	}
	close(jobs)
	counting.Wait()
	return counts, cmp.Or(err, errors.Join(errs...))
}

// countColumns counts the cases of a set by the columns of a facet.
func (r *reader) countColumns(set *roaring.Bitmap, columns map[int]column, histogram *[1 << blockBits]int32, counts tally) error {
	numbers := set.ManyIterator()
	buffer := make([]uint32, min(1<<blockBits, set.GetCardinality()))
	for n := numbers.NextMany(buffer); n > 0; n = numbers.NextMany(buffer) {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		for list := buffer[:n]; len(list) > 0; {
			block := int(list[0] >> blockBits)
			end, _ := slices.BinarySearchFunc(list, block+1, func(number uint32, next int) int { return int(number>>blockBits) - next })
			if err := columns[block].tally(list[:end], histogram, counts); err != nil {
				return err
			}
			list = list[end:]
		}
	}
	return nil
}

// facetColumns returns the columns of a facet, by their blocks.
func (r *reader) facetColumns(facet model.Facet) (map[int]column, error) {
	r.mutex.Lock()
	known := r.columns[facet]
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	columns := map[int]column{}
	err := each(r.ctx, r.tx, `SELECT block, "values" FROM facet_column WHERE facet = ?`, []any{string(facet)}, func(rows *sql.Rows) error {
		var block int
		var values []byte
		err := rows.Scan(&block, &values)
		if err == nil {
			columns[block], err = readColumn(values, r.lastValue)
		}
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
