package db

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// A batch inserts rows into a table, many with each statement: a statement's
// own cost is about that of twenty rows. It keeps its first error and does
// nothing after it.
type batch struct {
	tx      *sql.Tx
	table   string
	columns []string
	values  []any
	full    *sql.Stmt
	err     error
}

// batchValues is how many values one statement inserts.
const batchValues = 600

func newBatch(tx *sql.Tx, table string, columns ...string) *batch {
	return &batch{tx: tx, table: table, columns: columns}
}

// add takes a row, with a value for every column.
func (b *batch) add(ctx context.Context, values ...any) {
	b.values = append(b.values, values...)
	rows := batchValues / len(b.columns)
	if b.err != nil || len(b.values) < rows*len(b.columns) {
		return
	}
	if b.full == nil {
		if b.full, b.err = b.tx.PrepareContext(ctx, b.insert(rows)); b.err != nil {
			return
		}
	}
	_, b.err = b.full.ExecContext(ctx, b.values...)
	b.values = b.values[:0]
}

// flush inserts what is left and ends the batch.
func (b *batch) flush(ctx context.Context) error {
	if b.full != nil {
		defer b.full.Close()
	}
	if b.err == nil && len(b.values) > 0 {
		_, b.err = b.tx.ExecContext(ctx, b.insert(len(b.values)/len(b.columns)), b.values...)
	}
	return b.err
}

func (b *batch) insert(rows int) string {
	row := "(?" + strings.Repeat(",?", len(b.columns)-1) + ")"
	return fmt.Sprintf("INSERT INTO %s (%s) VALUES %s%s", b.table, strings.Join(b.columns, ","), row, strings.Repeat(","+row, rows-1))
}
