package schema

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"

	"casebook/db/names"
)

// Format is the version of a library file: of its tables and of everything that an import
// derives. A change of the schema, of folding, of what a facet counts, or of how any of it
// is written, must raise it by one; TestFormat fails otherwise.
//
// There are no migrations from one format to the next. The source of truth are the
// documents of reports, and SQL could not repeat what the program derives from them. So a
// file of an earlier format is rebuilt from its documents (see Renew), and there is one
// schema, the current one.
const Format = 20

//go:embed schema.sql
var schema string

// application marks a database file as a casebook library (PRAGMA application_id).
const application = 0x63617365 // "case"

// PrepareSchema writes the schema into an empty database. Errors: a database of another
// program, of an earlier or of a newer casebook.
func PrepareSchema(ctx context.Context, database *sql.DB) error {
	empty, err := IsEmpty(ctx, database)
	if err != nil || !empty {
		return err
	}
	tx, err := database.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	// another process may have been first
	if empty, err = IsEmpty(ctx, tx); err != nil || !empty {
		return err
	}
	if _, err := tx.ExecContext(ctx, schema+names.Schema+fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", application, Format)); err != nil {
		return err
	}
	if err := WriteChecksums(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// IsEmpty reports whether a database has no schema yet. An earlier format is an error,
// ErrOlder.
func IsEmpty(ctx context.Context, q querier) (bool, error) {
	version, err := FormatOf(ctx, q)
	if err == nil && version > 0 && version < Format {
		err = fmt.Errorf("its format is %d, this program's is %d: %w", version, Format, ErrOlder)
	}
	return version == 0, err
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// FormatOf returns the format of a database; 0 if it is empty.
func FormatOf(ctx context.Context, q querier) (int, error) {
	var owner, version, tables int
	if err := q.QueryRowContext(ctx, "PRAGMA application_id").Scan(&owner); err != nil {
		return 0, err
	}
	if err := q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, err
	}
	if owner == 0 && version == 0 {
		if err := q.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&tables); err != nil || tables == 0 {
			return 0, err
		}
	}
	switch {
	case owner != application || version < 1:
		return 0, fmt.Errorf("a database of another program: %w", ErrNotLibrary)
	case version > Format:
		return 0, fmt.Errorf("its format is %d, this program reads up to %d: %w", version, Format, ErrNewer)
	}
	// reads the schema, so that a file damaged there is not treated as a library
	err := q.QueryRowContext(ctx, "SELECT count(*) FROM report").Scan(&tables)
	return version, err
}
