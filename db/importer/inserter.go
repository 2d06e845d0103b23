package importer

import (
	"context"
	"database/sql"
	"strings"
)

// An inserter inserts rows into a table. It keeps its first error and does
// nothing after it; those that share an error all stop with it. So must all of
// an import: SQLite ends a transaction by itself where there is no room left,
// and what is written after that is there for good. Many rows with each
// statement are no faster: what they save in calls they cost in parsing.
type inserter struct {
	tx        *sql.Tx
	statement *sql.Stmt
	text      string
	err       *error
}

func newInserter(tx *sql.Tx, table string, columns ...string) *inserter {
	return &inserter{tx: tx, err: new(error), text: "INSERT INTO " + table + " (" + strings.Join(columns, ",") + ") VALUES (?" + strings.Repeat(",?", len(columns)-1) + ")"}
}

// add takes a row, with a value for every column.
func (i *inserter) add(ctx context.Context, values ...any) {
	if *i.err == nil && i.statement == nil {
		i.statement, *i.err = i.tx.PrepareContext(ctx, i.text)
	}
	if *i.err == nil {
		// A context that can be done costs a goroutine with every call. The transaction watches it already.
		_, *i.err = i.statement.ExecContext(context.WithoutCancel(ctx), values...)
	}
}
