package db

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

// The migrations bring a library from nothing to the present: each file once,
// in the order of their names. They are append-only: a released file never changes.
//
//go:embed migrations/*.sql
var migrations embed.FS

// application marks a database file as a casebook library (PRAGMA application_id).
const application = 0x63617365 // "case"

// migrate brings a database up to the present schema. It refuses a database
// of another program and one of a newer casebook.
func migrate(ctx context.Context, database *sql.DB) error {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	version, err := schemaVersion(ctx, database, len(files))
	if err != nil || version == len(files) {
		return err
	}
	tx, err := database.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	// Another process may have been first, before the transaction began.
	if version, err = schemaVersion(ctx, tx, len(files)); err != nil {
		return err
	}
	for _, file := range files[version:] {
		text, err := migrations.ReadFile(file)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, string(text)); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", application, len(files))); err != nil {
		return err
	}
	return tx.Commit()
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// schemaVersion returns how many migrations a database has had.
func schemaVersion(ctx context.Context, q querier, newest int) (int, error) {
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
	case owner != application:
		return 0, fmt.Errorf("a database of another program: %w", ErrNotLibrary)
	case version > newest:
		return 0, fmt.Errorf("its format is %d, this program reads up to %d: %w", version, newest, ErrNewer)
	}
	// Reads the schema, so that a file damaged there is not taken for a library.
	err := q.QueryRowContext(ctx, "SELECT count(*) FROM report").Scan(&tables)
	return version, err
}
