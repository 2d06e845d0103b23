package index

import (
	"bytes"
	"cmp"
	"container/heap"
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"slices"

	"casebook/db/sqlite"
)

// An Order names an order of cases other than by number.
type Order string

// orderChunk is the number of cases of a chunk of an order.
const orderChunk = 1 << 12

// orderKeys are the sort keys of the cases of a block, one after the other in one text: a
// string for each of them would take three times the memory.
type orderKeys struct {
	text  []byte
	ends  []uint32 // of each key, in text
	slots []uint16 // of its case
}

func (o *orderKeys) add(key string, slot uint32) {
	o.text = append(o.text, key...)
	o.ends, o.slots = append(o.ends, uint32(len(o.text))), append(o.slots, uint16(slot))
}

func (o *orderKeys) key(i uint32) []byte {
	begin := uint32(0)
	if i > 0 {
		begin = o.ends[i-1]
	}
	return o.text[begin:o.ends[i]]
}

// encode writes the cases in the order of their keys. Cases with the same key are in the
// order of their numbers.
func (o *orderKeys) encode() []byte {
	sorted := make([]uint32, len(o.ends))
	for i := range sorted {
		sorted[i] = uint32(i)
	}
	slices.SortFunc(sorted, func(a, b uint32) int {
		return cmp.Or(bytes.Compare(o.key(a), o.key(b)), cmp.Compare(o.slots[a], o.slots[b]))
	})
	var text, last []byte
	for _, i := range sorted {
		key, shared := o.key(i), 0
		for shared < min(len(last), len(key)) && last[shared] == key[shared] {
			shared++
		}
		text = binary.AppendUvarint(text, uint64(shared))
		text = binary.AppendUvarint(text, uint64(len(key)-shared))
		text = append(text, key[shared:]...)
		text = binary.LittleEndian.AppendUint16(text, o.slots[i])
		last = key
	}
	return text
}

func runPlace(order Order, block int64) string {
	return fmt.Sprintf("order %s, block %d", order, block)
}

// A run iterates over the entries of a block in their order.
type run struct {
	first uint32 // the number of the block's first case
	room  uint32
	rest  []byte
	key   []byte
	slot  uint32
	err   error
}

func readRun(order Order, block int64, bits uint, sealed []byte) (*run, error) {
	text, err := unseal(runPlace(order, block), sealed)
	return &run{first: uint32(block << bits), room: 1 << bits, rest: bytes.Clone(text)}, err
}

// next goes to the next entry, and reports whether there is one.
func (r *run) next() bool {
	if len(r.rest) == 0 {
		return false
	}
	shared, n := binary.Uvarint(r.rest)
	more, m := binary.Uvarint(r.rest[max(n, 0):])
	rest := r.rest[max(n, 0)+max(m, 0):]
	if n <= 0 || m <= 0 || shared > uint64(len(r.key)) || len(rest) < 2 || more > uint64(len(rest)-2) {
		r.err = fmt.Errorf("%w: an order of the index cannot be read", ErrDamaged)
		return false
	}
	r.key = append(r.key[:shared], rest[:more]...)
	r.slot = uint32(binary.LittleEndian.Uint16(rest[more:])) & (r.room - 1)
	r.rest = rest[more+2:]
	return true
}

// runs is a heap of runs that are merged; the run with the first entry is at the top.
type runs []*run

func (r runs) Len() int      { return len(r) }
func (r runs) Swap(i, j int) { r[i], r[j] = r[j], r[i] }
func (r runs) Less(i, j int) bool {
	order := bytes.Compare(r[i].key, r[j].key)
	return order < 0 || order == 0 && r[i].first < r[j].first
}
func (r *runs) Push(x any) { *r = append(*r, x.(*run)) }
func (r *runs) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}

// Arrange writes the orders of the whole library from those of its blocks.
func Arrange(ctx context.Context, tx *sql.Tx, bits uint, orders []Order) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM index_order"); err != nil {
		return err
	}
	for _, order := range orders {
		if err := arrange(ctx, tx, bits, order); err != nil {
			return err
		}
	}
	return nil
}

func arrange(ctx context.Context, tx *sql.Tx, bits uint, order Order) error {
	var merged runs
	err := sqlite.Each(ctx, tx, "SELECT block, entries FROM index_order_block WHERE name = ?", []any{string(order)}, func(rows *sql.Rows) error {
		var block int64
		var sealed sql.RawBytes
		if err := rows.Scan(&block, &sealed); err != nil {
			return err
		}
		r, err := readRun(order, block, bits, sealed)
		if err == nil && r.next() {
			merged = append(merged, r)
		}
		return cmp.Or(err, r.err)
	})
	if err != nil {
		return err
	}
	heap.Init(&merged)
	chunk, count := []byte{}, 0
	flush := func() error {
		_, err := tx.ExecContext(ctx, "INSERT INTO index_order (name, chunk, cases) VALUES (?,?,?)", string(order), count, seal(chunkPlace(order, count), chunk))
		chunk, count = chunk[:0], count+1
		return err
	}
	for len(merged) > 0 {
		first := merged[0]
		if chunk = binary.LittleEndian.AppendUint32(chunk, first.first|first.slot); len(chunk) == 4*orderChunk {
			if err := flush(); err != nil {
				return err
			}
		}
		if first.next() {
			heap.Fix(&merged, 0)
		} else if heap.Pop(&merged); first.err != nil {
			return first.err
		}
	}
	if len(chunk) > 0 {
		return flush()
	}
	return nil
}

func chunkPlace(order Order, chunk int) string {
	return fmt.Sprintf("order %s, chunk %d", order, chunk)
}
