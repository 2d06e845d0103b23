package index

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"math"
	"slices"

	"casebook/db/sqlite"
)

// maxBlockBits is the maximum number of bits of a case's slot in its block: a slot, and
// the number of a combination, fit in two bytes.
const maxBlockBits = 16

// A Column is the name of a column: a facet, or another property by which cases are found
// or counted.
type Column string

// A Block is the index of cases with consecutive numbers, while it is written.
type Block struct {
	Number  int64 // the case numbers without their last bits
	bits    uint
	columns map[Column]*columnWriter
	orders  map[Order]*orderKeys
	words   *WordSets
}

// NewBlock makes an empty block of 1<<bits cases with some columns.
func NewBlock(number int64, bits uint, columns []Column) *Block {
	b := &Block{Number: number, bits: bits, columns: map[Column]*columnWriter{}, orders: map[Order]*orderKeys{}, words: newWordSets(bits)}
	for _, column := range columns {
		b.columns[column] = &columnWriter{}
	}
	return b
}

// Add adds a case with a higher number than all before: its values in each column,
// ascending, and its key in each order.
func (b *Block) Add(number int64, values map[Column][]uint32, keys map[Order]string) {
	slot := b.slot(number)
	for name, column := range b.columns {
		column.add(slot, values[name])
	}
	for order, key := range keys {
		b.keysOf(order).add(key, slot)
	}
}

func (b *Block) keysOf(order Order) *orderKeys {
	if b.orders[order] == nil {
		b.orders[order] = &orderKeys{}
	}
	return b.orders[order]
}

func (b *Block) slot(number int64) uint32 { return uint32(number - b.Number<<b.bits) }

// LoadBlock reads an existing block without the cases from first to before next. It also
// returns how many of these cases had each value of each column.
func LoadBlock(ctx context.Context, tx *sql.Tx, number int64, bits uint, columns []Column, first, next int64) (*Block, map[Column]map[int64]int, error) {
	b, removed := NewBlock(number, bits, columns), map[Column]map[int64]int{}
	isRemoved := func(slot uint32) bool {
		number := number<<bits | int64(slot)
		return first <= number && number < next
	}
	err := sqlite.Each(ctx, tx, `SELECT name, "values" FROM index_column WHERE block = ?`, []any{number}, func(rows *sql.Rows) error {
		var name Column
		var sealed sql.RawBytes
		if err := rows.Scan(&name, &sealed); err != nil {
			return err
		}
		text, err := unseal(columnPlace(name, number), sealed)
		if err != nil {
			return err
		}
		kept := b.columns[name]
		column, err := readColumn(text, math.MaxUint32, 1<<bits)
		if kept == nil || err != nil {
			return cmp.Or(err, errColumn)
		}
		return column.each(func(slot uint32, values []uint32) {
			if !isRemoved(slot) {
				kept.add(slot, values)
				return
			}
			if removed[name] == nil {
				removed[name] = map[int64]int{}
			}
			for _, value := range values {
				removed[name][int64(value)]++
			}
		})
	})
	if err != nil {
		return nil, nil, err
	}
	err = sqlite.Each(ctx, tx, `SELECT name, entries FROM index_order_block WHERE block = ?`, []any{number}, func(rows *sql.Rows) error {
		var order Order
		var sealed sql.RawBytes
		if err := rows.Scan(&order, &sealed); err != nil {
			return err
		}
		run, err := readRun(order, number, bits, sealed)
		for ok := err == nil && run.next(); ok; ok = run.next() {
			if !isRemoved(run.slot) {
				b.keysOf(order).add(string(run.key), run.slot)
			}
		}
		return cmp.Or(err, run.err)
	})
	if err != nil {
		return nil, nil, err
	}
	err = sqlite.Each(ctx, tx, "SELECT word, first, cases FROM index_word WHERE block = ?", []any{number}, func(rows *sql.Rows) error {
		var word string
		var first int64
		var sealed sql.RawBytes
		if err := rows.Scan(&word, &first, &sealed); err != nil {
			return err
		}
		return b.readWord(word, first, sealed, isRemoved)
	})
	return b, removed, err
}

// Write replaces the block in the library.
func (b *Block) Write(ctx context.Context, tx *sql.Tx) error {
	for _, table := range []string{"index_column", "index_order_block", "index_word"} {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE block = ?", b.Number); err != nil {
			return err
		}
	}
	if len(b.orders) == 0 {
		return nil // no case is left
	}
	for _, name := range slices.Sorted(maps.Keys(b.columns)) {
		sealed := seal(columnPlace(name, b.Number), b.columns[name].encode())
		if _, err := tx.ExecContext(ctx, `INSERT INTO index_column (name, block, "values") VALUES (?,?,?)`, string(name), b.Number, sealed); err != nil {
			return err
		}
	}
	for _, order := range slices.Sorted(maps.Keys(b.orders)) {
		sealed := seal(runPlace(order, b.Number), b.orders[order].encode())
		if _, err := tx.ExecContext(ctx, "INSERT INTO index_order_block (name, block, entries) VALUES (?,?,?)", string(order), b.Number, sealed); err != nil {
			return err
		}
	}
	return b.writeWords(func(word string, first int64, cases []byte) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO index_word (word, block, first, cases) VALUES (?,?,?,?)", word, b.Number, first, cases)
		return err
	})
}

func columnPlace(name Column, block int64) string {
	return fmt.Sprintf("column %s, block %d", name, block)
}
