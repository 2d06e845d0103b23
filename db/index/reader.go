package index

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"runtime"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/sqlite"
)

// maxSetBytes is the size of the cached sets of cases. The next keystroke needs most of
// them again.
const maxSetBytes = 24 << 20

// An Index caches what has been read of the index of one state of the library. Values are
// read when they are first needed; they are shared, so nobody changes them.
type Index struct {
	bits   uint
	last   int64 // the highest value
	cases  *roaring.Bitmap
	blocks int

	columns Memo[Column, map[uint32]column]
	orders  Memo[Order, []uint32]
	stems   Memo[struct{}, map[uint32]blockStems]

	mutex sync.Mutex // of the fields below
	sets  map[setKey]*roaring.Bitmap
	bytes uint64
}

// A setKey identifies a cached set: the cases with some values of a column, or with some
// words.
type setKey struct {
	column Column // empty for words
	asked  string // the encoded values, or the expression of the words
}

func valuesKey(name Column, values ...int64) setKey {
	asked := make([]byte, 0, 4*len(values))
	for _, value := range values {
		asked = binary.AppendVarint(asked, value)
	}
	return setKey{name, string(asked)}
}

// New returns an index of some cases, in blocks of 1<<bits, with values up to last.
// Nothing is read yet.
func New(cases *roaring.Bitmap, bits uint, last int64) *Index {
	x := &Index{bits: bits, last: last, cases: cases, sets: map[setKey]*roaring.Bitmap{}}
	x.blocks = len(x.blocksOf(cases))
	return x
}

// blocksOf returns the numbers of the blocks of some cases.
func (x *Index) blocksOf(cases *roaring.Bitmap) (blocks []uint32) {
	for numbers := cases.Iterator(); numbers.HasNext(); {
		block := numbers.Next() >> x.bits
		blocks = append(blocks, block)
		next := uint64(block+1) << x.bits
		if next > 1<<32-1 {
			break
		}
		numbers.AdvanceIfNeeded(uint32(next))
	}
	return blocks
}

// A Reader is an Index with a transaction that reads what is not cached yet.
type Reader struct {
	*Index
	ctx context.Context
	tx  *sql.Tx
}

// Reader returns a reader with a transaction of the same state.
func (x *Index) Reader(ctx context.Context, tx *sql.Tx) Reader { return Reader{x, ctx, tx} }

// cachedSet returns a set from the cache, or makes and caches it.
func (r Reader) cachedSet(key setKey, make func() (*roaring.Bitmap, error)) (*roaring.Bitmap, error) {
	if set := r.cached(key); set != nil {
		return set, nil
	}
	set, err := make()
	if err != nil {
		return nil, err
	}
	r.cache(key, set)
	return set, nil
}

func (r Reader) cached(key setKey) *roaring.Bitmap {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return r.sets[key]
}

func (r Reader) cache(key setKey, set *roaring.Bitmap) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.bytes > maxSetBytes {
		clear(r.sets)
		r.bytes = 0
	}
	r.sets[key] = set
	r.bytes += set.GetSizeInBytes() + uint64(len(key.asked))
}

// Having returns the cases that have one of some values of a column.
func (r Reader) Having(name Column, values ...int64) (*roaring.Bitmap, error) {
	return r.cachedSet(valuesKey(name, values...), func() (*roaring.Bitmap, error) {
		if len(values) == 0 {
			return roaring.New(), nil
		}
		wanted := make([]bool, r.last+1)
		for _, value := range values {
			if 0 <= value && value <= r.last {
				wanted[value] = true
			}
		}
		columns, err := r.readColumns(name)
		if err != nil {
			return nil, err
		}
		bits := []uint64{}
		if !r.cases.IsEmpty() {
			bits = make([]uint64, r.cases.Maximum()>>6+1)
		}
		for block, c := range columns {
			if err := c.casesWith(wanted, func(slot uint32) {
				if number := block<<r.bits | slot; int(number>>6) < len(bits) {
					bits[number>>6] |= 1 << (number & 63)
				}
			}); err != nil {
				return nil, err
			}
		}
		return roaring.FromDense(bits, false), r.ctx.Err()
	})
}

// Sets returns the cases that have each of some values of a column.
func (r Reader) Sets(name Column, values []int64) ([]*roaring.Bitmap, error) {
	sets := make([]*roaring.Bitmap, len(values))
	wanted := map[uint32][]int{} // the indexes of values that are not cached
	for i, value := range values {
		if sets[i] = r.cached(valuesKey(name, value)); sets[i] == nil {
			wanted[uint32(value)] = append(wanted[uint32(value)], i)
		}
	}
	if len(wanted) == 0 {
		return sets, nil
	}
	columns, err := r.readColumns(name)
	if err != nil {
		return nil, err
	}
	numbers := make([][]uint32, len(values))
	for block, c := range columns {
		having := make([][]int, c.combinationCount())
		for i := range having {
			for _, value := range c.combination(i) {
				having[i] = append(having[i], wanted[value]...)
			}
		}
		if err := c.eachHaving(func(which int) bool { return len(having[which]) > 0 }, func(slot uint32, which int) {
			for _, i := range having[which] {
				numbers[i] = append(numbers[i], block<<r.bits|slot)
			}
		}); err != nil {
			return nil, err
		}
	}
	for i, value := range values {
		if sets[i] == nil {
			sets[i] = roaring.BitmapOf(numbers[i]...)
			r.cache(valuesKey(name, value), sets[i])
		}
	}
	return sets, r.ctx.Err()
}

// Count counts cases by the values of several columns, each with its own set. Columns are
// counted in parallel, while the next one is read.
func (r Reader) Count(sets map[Column]*roaring.Bitmap) (map[Column]Tally, error) {
	type job struct {
		set     *roaring.Bitmap
		columns map[uint32]column
		count   Tally
	}
	jobs := make(chan job, len(sets))
	counts := map[Column]Tally{}
	errs := make([]error, min(runtime.GOMAXPROCS(0), len(sets)))
	var counting sync.WaitGroup
	for i := range errs {
		counting.Go(func() {
			room := new(histogram)
			for j := range jobs {
				if errs[i] == nil {
					errs[i] = r.combinations(j.set, j.columns, room, j.count.add)
				}
			}
		})
	}
	var err error
	for name, set := range sets {
		counts[name] = make(Tally, r.last+1)
		if set.IsEmpty() || err != nil {
			continue
		}
		var columns map[uint32]column
		if columns, err = r.readColumns(name); err == nil {
			jobs <- job{set, columns, counts[name]}
		}
	}
	close(jobs)
	counting.Wait()
	return counts, cmp.Or(err, errors.Join(errs...))
}

// Combinations calls a function with combinations of values that cases of a set have, and
// the number of cases. A combination may come several times.
func (r Reader) Combinations(name Column, set *roaring.Bitmap, do func(values []uint32, cases int32)) error {
	columns, err := r.readColumns(name)
	if err != nil {
		return err
	}
	return r.combinations(set, columns, new(histogram), do)
}

// combinations is Combinations for columns that are read already.
func (r Reader) combinations(set *roaring.Bitmap, columns map[uint32]column, room *histogram, do func(values []uint32, cases int32)) error {
	numbers := set.ManyIterator()
	buffer := make([]uint32, min(2<<r.bits, set.GetCardinality()))
	for have := 0; ; {
		n := numbers.NextMany(buffer[have:])
		list := buffer[:have+n]
		for len(list) > 0 {
			if err := r.ctx.Err(); err != nil {
				return err
			}
			block := list[0] >> r.bits
			end, _ := slices.BinarySearchFunc(list, block+1, func(number uint32, next uint32) int { return cmp.Compare(number>>r.bits, next) })
			if end == len(list) && n > 0 {
				break // the block may have more cases
			}
			if err := columns[block].tally(list[:end], 1<<r.bits-1, room, do); err != nil {
				return err
			}
			list = list[end:]
		}
		if have = copy(buffer, list); n == 0 {
			return nil
		}
	}
}

// readColumns returns the column of each block.
func (r Reader) readColumns(name Column) (map[uint32]column, error) {
	return r.columns.Get(name, func() (map[uint32]column, error) {
		columns := map[uint32]column{}
		err := sqlite.Each(r.ctx, r.tx, `SELECT block, "values" FROM index_column WHERE name = ?`, []any{string(name)}, func(rows *sql.Rows) error {
			var block int64
			var sealed []byte
			err := rows.Scan(&block, &sealed)
			if err != nil {
				return err
			}
			text, err := unseal(columnPlace(name, block), sealed)
			if err == nil {
				columns[uint32(block)], err = readColumn(text, r.last, 1<<r.bits)
			}
			return err
		})
		if err == nil && len(columns) != r.blocks {
			err = errColumn // a row of the table is missing
		}
		return columns, err
	})
}
