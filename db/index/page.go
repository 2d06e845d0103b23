package index

import (
	"database/sql"
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/sqlite"
)

// readChunks calls a function with the cases of each chunk from first to last.
func (r Reader) readChunks(order Order, first, last int, do func(cases []byte)) error {
	return sqlite.Each(r.ctx, r.tx, "SELECT chunk, cases FROM index_order WHERE name = ? AND chunk BETWEEN ? AND ? ORDER BY chunk", []any{string(order), first, last}, func(rows *sql.Rows) error {
		var chunk int
		var sealed sql.RawBytes
		err := rows.Scan(&chunk, &sealed)
		if err == nil {
			var cases []byte
			if cases, err = unseal(chunkPlace(order, chunk), sealed); err == nil {
				do(cases)
			}
		}
		return err
	})
}

// order returns all cases in an order.
func (r Reader) order(order Order) ([]uint32, error) {
	return r.orders.Get(order, func() ([]uint32, error) {
		list := make([]uint32, 0, r.cases.GetCardinality())
		err := r.readChunks(order, 0, math.MaxInt32, func(cases []byte) {
			for ; len(cases) >= 4; cases = cases[4:] {
				list = append(list, binary.LittleEndian.Uint32(cases))
			}
		})
		if err == nil && len(list) != int(r.cases.GetCardinality()) {
			err = fmt.Errorf("%w: the order %s has %d cases of %d", ErrDamaged, order, len(list), r.cases.GetCardinality())
		}
		return list, err
	})
}

// pageOfAll returns the cases of the whole library in an order, from one place to before
// another.
func (r Reader) pageOfAll(order Order, from, to int) ([]uint32, error) {
	first := from / orderChunk
	list, place := make([]uint32, 0, to-from), first*orderChunk
	err := r.readChunks(order, first, (to-1)/orderChunk, func(cases []byte) {
		for ; len(cases) >= 4; cases = cases[4:] {
			if from <= place && place < to {
				list = append(list, binary.LittleEndian.Uint32(cases))
			}
			place++
		}
	})
	if err == nil && len(list) != to-from {
		err = fmt.Errorf("%w: the order %s lacks cases", ErrDamaged, order)
	}
	return list, err
}

// Page returns the cases of a set, from one place to before another, in an order; by
// number if the order is empty.
func (r Reader) Page(set *roaring.Bitmap, order Order, from, to int) ([]uint32, error) {
	total := int(set.GetCardinality())
	if to = min(to, total); from >= to {
		return nil, nil
	}
	if order == "" {
		list := make([]uint32, 0, to-from)
		first, err := set.Select(uint32(from))
		if err != nil {
			return nil, err
		}
		numbers := set.Iterator()
		for numbers.AdvanceIfNeeded(first); len(list) < to-from; {
			list = append(list, numbers.Next())
		}
		return list, nil
	}
	if total == int(r.cases.GetCardinality()) {
		return r.pageOfAll(order, from, to)
	}
	all, err := r.order(order)
	if err != nil {
		return nil, err
	}
	// From the nearer end: going through a million cases takes some milliseconds.
	has := set.ToDense()
	if from <= total/2 {
		return collect(has, all, 0, 1, from, to), nil
	}
	list := collect(has, all, len(all)-1, -1, total-to, total-from)
	slices.Reverse(list)
	return list, nil
}

// Place returns the number of cases of a set up to and including a case, in an order.
func (r Reader) Place(set *roaring.Bitmap, order Order, number int64) (int, error) {
	if number < 0 || number > math.MaxUint32 {
		return 0, nil
	}
	if order == "" {
		return int(set.Rank(uint32(number))), nil
	}
	all, err := r.order(order)
	if err != nil {
		return 0, err
	}
	at := slices.Index(all, uint32(number)) + 1
	if int(set.GetCardinality()) == len(all) {
		return at, nil
	}
	has, before := set.ToDense(), 0
	for _, number := range all[:at] {
		if holds(has, number) {
			before++
		}
	}
	return before, nil
}

func holds(bits []uint64, number uint32) bool {
	return int(number>>6) < len(bits) && bits[number>>6]>>(number&63)&1 != 0
}

// collect returns the numbers that are in a bit set, from one place among them to before
// another. It begins at an index, and continues with a step.
func collect(bits []uint64, numbers []uint32, at, step, from, to int) []uint32 {
	list := make([]uint32, 0, to-from)
	for count := 0; count < to && at >= 0 && at < len(numbers); at += step {
		number := numbers[at]
		if !holds(bits, number) {
			continue
		}
		if count >= from {
			list = append(list, number)
		}
		count++
	}
	return list
}
