package db

import (
	"context"
	"database/sql"
	"encoding/binary"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// sortingChunk is how many cases a chunk of an order has.
const sortingChunk = 1 << 12

// sortings are the orders other than the library's own.
func sortings() []model.Sort { return []model.Sort{model.SortDate, model.SortTitle} }

// arrangeCases writes the orders of the cases anew.
func arrangeCases(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM sorting"); err != nil {
		return err
	}
	chunks := newInserter(tx, "sorting", "sort", "chunk", "cases")
	for _, sort := range sortings() {
		var chunk []byte
		count := 0
		flush := func() {
			chunks.add(ctx, string(sort), count, chunk)
			count, chunk = count+1, chunk[:0]
		}
		err := mergeRuns(ctx, tx, sort, func(number uint32) {
			if chunk = binary.LittleEndian.AppendUint32(chunk, number); len(chunk) == 4*sortingChunk {
				flush()
			}
		})
		if err != nil {
			return err
		}
		if len(chunk) > 0 {
			flush()
		}
	}
	return *chunks.err
}

// order returns all cases in an order.
func (r *reader) order(sort model.Sort) ([]uint32, error) {
	r.mutex.Lock()
	known := r.orders[sort]
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	order := make([]uint32, 0, r.all.GetCardinality())
	err := each(r.ctx, r.tx, "SELECT cases FROM sorting WHERE sort = ? ORDER BY chunk", []any{string(sort)}, func(rows *sql.Rows) error {
		var chunk sql.RawBytes
		err := rows.Scan(&chunk)
		for i := 0; i+4 <= len(chunk); i += 4 {
			order = append(order, binary.LittleEndian.Uint32(chunk[i:]))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.orders[sort] = order
	return order, nil
}

// stretch returns the cases of the whole library, in an order, from one place
// of it to below another.
func (r *reader) stretch(sort model.Sort, from, to int) ([]uint32, error) {
	first := from / sortingChunk
	list := make([]uint32, 0, to-from)
	place := first * sortingChunk
	err := each(r.ctx, r.tx, "SELECT cases FROM sorting WHERE sort = ? AND chunk BETWEEN ? AND ? ORDER BY chunk", []any{string(sort), first, (to - 1) / sortingChunk}, func(rows *sql.Rows) error {
		var chunk []byte
		err := rows.Scan(&chunk)
		for ; len(chunk) >= 4; chunk = chunk[4:] {
			if from <= place && place < to {
				list = append(list, binary.LittleEndian.Uint32(chunk))
			}
			place++
		}
		return err
	})
	return list, err
}

// page returns the cases of a set, in an order, from one place of it to below another.
func (r *reader) page(set *roaring.Bitmap, sort model.Sort, from, to int) ([]uint32, error) {
	to = min(to, int(set.GetCardinality()))
	if from >= to {
		return nil, nil
	}
	if !slices.Contains(sortings(), sort) {
		list := make([]uint32, 0, to-from)
		first, err := set.Select(uint32(from))
		if err != nil {
			return nil, err
		}
		numbers := set.Iterator()
		numbers.AdvanceIfNeeded(first)
		for len(list) < to-from {
			list = append(list, numbers.Next())
		}
		return list, nil
	}
	total := int(set.GetCardinality())
	if total == int(r.all.GetCardinality()) {
		return r.stretch(sort, from, to)
	}
	order, err := r.order(sort)
	if err != nil {
		return nil, err
	}
	// From the nearer end; so much as a million cases take some milliseconds.
	has := set.ToDense()
	if from <= total/2 {
		return collect(has, order, 0, 1, from, to), nil
	}
	list := collect(has, order, len(order)-1, -1, total-to, total-from)
	slices.Reverse(list)
	return list, nil
}

// place returns how many cases of a set come, in an order, up to a case.
func (r *reader) place(set *roaring.Bitmap, sort model.Sort, number int64) (int, error) {
	if number < 0 || number > math.MaxUint32 {
		return 0, nil
	}
	if !slices.Contains(sortings(), sort) {
		return int(set.Rank(uint32(number))), nil
	}
	order, err := r.order(sort)
	if err != nil {
		return 0, err
	}
	at := slices.Index(order, uint32(number)) + 1
	if int(set.GetCardinality()) == len(order) {
		return at, nil
	}
	has, before := set.ToDense(), 0
	for _, number := range order[:at] {
		if holds(has, number) {
			before++
		}
	}
	return before, nil
}

func holds(bits []uint64, number uint32) bool {
	return int(number>>6) < len(bits) && bits[number>>6]>>(number&63)&1 != 0
}

// collect returns those of the numbers that bits have, from one place among
// them to below another, beginning at one of the numbers and going on by a step.
func collect(bits []uint64, numbers []uint32, at, step, from, to int) []uint32 {
	list := make([]uint32, 0, to-from)
	for met := 0; met < to && at >= 0 && at < len(numbers); at += step {
		number := numbers[at]
		if !holds(bits, number) {
			continue
		}
		if met >= from {
			list = append(list, number)
		}
		met++
	}
	return list
}
