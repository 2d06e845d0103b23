package importer

import (
	"context"
	"database/sql"
	"strings"
)

// An inserter inserts rows into a table. After an error it does nothing, and neither do
// those that share its error: SQLite ends a transaction by itself if the disk is full, and
// later writes would be permanent. Several rows per statement are no faster, since parsing
// takes longer.
type inserter struct {
	tx        *sql.Tx
	statement *sql.Stmt
	text      string
	err       *error
}

func newInserter(tx *sql.Tx, table string, columns ...string) *inserter {
	return &inserter{tx: tx, err: new(error), text: "INSERT INTO " + table + " (" + strings.Join(columns, ",") + ") VALUES (?" + strings.Repeat(",?", len(columns)-1) + ")"}
}

// add inserts a row, with a value for every column.
func (i *inserter) add(ctx context.Context, values ...any) {
	if *i.err == nil && i.statement == nil {
		i.statement, *i.err = i.tx.PrepareContext(ctx, i.text)
	}
	if *i.err == nil {
		// A cancellable context costs a goroutine per call; the transaction watches it
		// already.
		_, *i.err = i.statement.ExecContext(context.WithoutCancel(ctx), values...)
	}
}
