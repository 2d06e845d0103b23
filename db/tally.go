package db

import (
	"cmp"
	"database/sql"
	"errors"
	"iter"
	"math/bits"
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

// most returns the values that have the most cases, at most so many and the
// most frequent first, and how many have cases at all.
func (t tally) most(limit int) (numbers []int64, having int) {
	var sizes [33]int // how many values have a count of so many bits
	for _, count := range t {
		sizes[bits.Len32(uint32(count))]++
	}
	having = len(t) - sizes[0]
	least := len(sizes) - 1
	for more := sizes[least]; least > 1 && more < limit; more += sizes[least] {
		least-- // most values have few cases: they need not be sorted
	}
	for number, count := range t {
		if bits.Len32(uint32(count)) >= least {
			numbers = append(numbers, int64(number))
		}
	}
	slices.SortFunc(numbers, func(a, b int64) int { return cmp.Or(cmp.Compare(t[b], t[a]), cmp.Compare(a, b)) })
	return numbers[:min(limit, len(numbers))], having
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
	buffer := make([]uint32, min(2<<blockBits, set.GetCardinality()))
	for have := 0; ; {
		n := numbers.NextMany(buffer[have:])
		list := buffer[:have+n]
		for len(list) > 0 {
			if err := r.ctx.Err(); err != nil {
				return err
			}
			block := int(list[0] >> blockBits)
			end, _ := slices.BinarySearchFunc(list, block+1, func(number uint32, next int) int { return int(number>>blockBits) - next })
			if end == len(list) && n > 0 {
				break // there may be more of the block
			}
			if err := columns[block].tally(list[:end], histogram, counts); err != nil {
				return err
			}
			list = list[end:]
		}
		if have = copy(buffer, list); n == 0 {
			return nil
		}
	}
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
