package db

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"slices"

	"casebook/model"
)

// A run is the cases of a block in an order, in chunks. Of each case a chunk
// has, in this order: how many bytes its key begins with like the key before it
// in the chunk (uvarint), how many more it has (uvarint) and these, and its
// place in the block (little-endian uint16). A key is the first day of a date,
// or a folded title; cases with the same one are in their own order.

// runChunk is how many bytes a chunk has before the next one begins.
const runChunk = 32 << 10

// A placed is a case of a block with what it is ordered by.
type placed struct {
	key  string
	slot uint16
}

// place gives a case its place in an order.
func (s *segment) place(sort model.Sort, key string, slot uint16) {
	s.orders[sort] = append(s.orders[sort], placed{key, slot})
}

// writeRuns writes the orders of the block, of which nothing is written.
func (s *segment) writeRuns(ctx context.Context, tx *sql.Tx) error {
	chunks := newInserter(tx, "sorting_run", "block", "sort", "chunk", "entries")
	for _, sort := range sortings() {
		cases := s.orders[sort]
		slices.SortFunc(cases, func(a, b placed) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.slot, b.slot)) })
		var chunk []byte
		last, count := "", 0
		flush := func() {
			chunks.add(ctx, s.block, string(sort), count, chunk)
			last, count, chunk = "", count+1, chunk[:0]
		}
		for _, c := range cases {
			shared := sharedBytes(last, c.key)
			last = c.key
			chunk = binary.AppendUvarint(chunk, uint64(shared))
			chunk = binary.AppendUvarint(chunk, uint64(len(c.key)-shared))
			chunk = append(chunk, c.key[shared:]...)
			chunk = binary.LittleEndian.AppendUint16(chunk, c.slot)
			if len(chunk) > runChunk {
				flush()
			}
		}
		if len(chunk) > 0 {
			flush()
		}
	}
	return *chunks.err
}

// A runReader goes through a chunk.
type runReader struct {
	rest []byte
	key  []byte
	slot uint16
}

func (r *runReader) next() error {
	var sizes [2]uint64
	for i := range sizes {
		size, n := binary.Uvarint(r.rest)
		if n <= 0 {
			return errPage
		}
		sizes[i], r.rest = size, r.rest[n:]
	}
	if sizes[0] > uint64(len(r.key)) || len(r.rest) < 2 || sizes[1] > uint64(len(r.rest)-2) {
		return errPage
	}
	r.key = append(r.key[:sizes[0]], r.rest[:sizes[1]]...)
	r.slot = binary.LittleEndian.Uint16(r.rest[sizes[1]:])
	r.rest = r.rest[sizes[1]+2:]
	return nil
}

// A run is a block's cases as they are merged: of each run a chunk is in memory.
type run struct {
	runReader
	block uint32
	chunk int // the next one
}

func (r *run) before(other *run) bool {
	order := bytes.Compare(r.key, other.key)
	return order < 0 || order == 0 && r.block < other.block
}

// mergeRuns calls a function with the cases of the whole library in an order.
func mergeRuns(ctx context.Context, tx *sql.Tx, sort model.Sort, do func(number uint32)) error {
	chunk, err := tx.PrepareContext(ctx, "SELECT entries FROM sorting_run WHERE block = ? AND sort = ? AND chunk = ?")
	if err != nil {
		return err
	}
	defer chunk.Close()
	// next goes to the next case of a run; ok is false where there is none.
	next := func(r *run) (ok bool, err error) {
		if len(r.rest) == 0 {
			err := chunk.QueryRowContext(ctx, r.block, string(sort), r.chunk).Scan(&r.rest)
			if errors.Is(err, sql.ErrNoRows) {
				return false, nil
			}
			if err != nil {
				return false, err
			}
			r.chunk++
			r.key = r.key[:0]
		}
		return true, r.runReader.next()
	}
	var runs []*run // a heap: none is before the one that it hangs on
	sink := func(at int) {
		for {
			first := 2*at + 1
			if first+1 < len(runs) && runs[first+1].before(runs[first]) {
				first++
			}
			if first >= len(runs) || !runs[first].before(runs[at]) {
				return
			}
			runs[at], runs[first] = runs[first], runs[at]
			at = first
		}
	}
	var blocks []uint32
	if err := each(ctx, tx, "SELECT DISTINCT block FROM sorting_run WHERE sort = ?", []any{string(sort)}, func(rows *sql.Rows) error {
		blocks = append(blocks, 0)
		return rows.Scan(&blocks[len(blocks)-1])
	}); err != nil {
		return err
	}
	for _, block := range blocks {
		r := &run{block: block}
		if ok, err := next(r); err != nil {
			return err
		} else if ok {
			runs = append(runs, r)
		}
	}
	for at := len(runs) / 2; at >= 0; at-- {
		sink(at)
	}
	for len(runs) > 0 {
		r := runs[0]
		do(r.block<<blockBits | uint32(r.slot))
		ok, err := next(r)
		if err != nil {
			return err
		}
		if !ok {
			runs[0] = runs[len(runs)-1]
			runs = runs[:len(runs)-1]
		}
		sink(0)
	}
	return nil
}
