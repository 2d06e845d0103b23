package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
)

// Each runs a query and calls a function for every row. The driver interrupts a statement
// when the context is done only before its first row, so a long statement must do its work
// before that, as a count or a sort without an index does.
func Each(ctx context.Context, tx *sql.Tx, query string, args []any, row func(*sql.Rows) error) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// List returns the rows of a query; fields returns the pointers for the columns of a row.
func List[Row any](ctx context.Context, tx *sql.Tx, query string, args []any, fields func(*Row) []any) ([]Row, error) {
	var list []Row
	err := Each(ctx, tx, query, args, func(rows *sql.Rows) error {
		var row Row
		if err := rows.Scan(fields(&row)...); err != nil {
			return err // of a query that was given up, and no row
		}
		list = append(list, row)
		return nil
	})
	return list, err
}

// Column returns the rows of a query that has one column.
func Column[Value any](ctx context.Context, tx *sql.Tx, query string, args ...any) ([]Value, error) {
	return List(ctx, tx, query, args, func(value *Value) []any { return []any{value} })
}

// JSONList writes a list that SQLite's json_each reads.
func JSONList[T any](list []T) string {
	encoded, _ := json.Marshal(list) // texts and numbers always encode
	return string(encoded)
}
