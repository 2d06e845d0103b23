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
func migrate(ctx context.Context, conn *sql.Conn) error {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	version, err := schemaVersion(ctx, conn, len(files))
	if err != nil || version == len(files) {
		return err
	}
	tx, err := conn.BeginTx(ctx, nil)
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
	err := q.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`).Scan(&owner, &version, &tables)
	switch {
	case err != nil:
		return 0, err
	case owner == 0 && version == 0 && tables == 0:
		return 0, nil
	case owner != application:
		return 0, fmt.Errorf("a database of another program: %w", ErrNotLibrary)
	case version > newest:
		return 0, fmt.Errorf("its format is %d, this program reads up to %d: %w", version, newest, ErrNewer)
	}
	return version, nil
}
