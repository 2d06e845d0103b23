package db

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"casebook/db/importer"
	"casebook/db/schema"
	"casebook/db/sqlite"
)

// Renew rebuilds a library file of an earlier format (ErrOlder): it imports its reports,
// in their order, into a new file beside it, whose name ends in "-new", and which then
// replaces it. Others can read the old file meanwhile, but not write. After an error or an
// interruption the old file is unchanged. The reports and the file's mode stay the same.
//
// It reads only tables and columns that every format has, so no format may change these:
// report (number, id, document, sections, first, cases), cases (number, document), entity
// (number, report, value, listed, document) and, up to format 6, facet_value (number,
// facet, parent).
//
// Progress, if not nil, is called with the number of cases written, the first time with 0.
//
// Errors: ErrReadOnly if the file or its folder cannot be written, ErrFull, ErrBusy,
// ErrDamaged and those of the file system, each together with ErrOlder.
func Renew(ctx context.Context, source string, progress func(done, all int)) error {
	if err := renew(ctx, source, false, progress); err != nil {
		return fmt.Errorf("library %s was %w and cannot be brought up to date: %w", source, schema.ErrOlder, explain(ctx, err))
	}
	return nil
}

// Repair rebuilds everything derived in a library file from the documents of its
// reports, as Renew does, damaged or not. ErrDamaged if the documents themselves are
// damaged; the file is then unchanged.
func Repair(ctx context.Context, source string, progress func(done, all int)) error {
	if err := renew(ctx, source, true, progress); err != nil {
		return fmt.Errorf("repair the library %s: %w", source, explain(ctx, err))
	}
	return nil
}

func renew(ctx context.Context, source string, repair bool, progress func(done, all int)) error {
	if progress == nil {
		progress = func(int, int) {}
	}
	path, err := filepath.EvalSymlinks(source) // the file is replaced, not a link to it
	if err != nil {
		return err
	}
	if path, err = filepath.Abs(path); err != nil {
		return err
	}
	file, err := os.Stat(path)
	if err != nil {
		return err
	}
	w := &rewrite{library: &Library{path: path, file: file}}
	defer w.end()
	if err := w.reserve(ctx); errors.Is(err, errMoved) {
		return nil // another process has replaced it just now
	} else if err != nil {
		return err
	}
	if w.format == schema.Format && !repair {
		return nil
	}
	beside := path + besideSuffix
	if err := makeFile(beside); err != nil {
		return err
	}
	if err := copyReports(ctx, w.old, w.format, beside, progress); err != nil {
		return err
	}
	return w.place(ctx)
}

// The first formats with the present checksums of cases, and of reports and entities.
const (
	checkedCases   = 16
	checkedReports = 17
)

// copyReports imports the reports of a library of some format into a new file.
func copyReports(ctx context.Context, tx *sql.Tx, version int, path string, progress func(done, all int)) error {
	reports, err := sqlite.List(ctx, tx, "SELECT id, first, cases FROM report ORDER BY number", nil, func(r *schema.StoredReport) []any { return []any{&r.ID, &r.First, &r.Cases} })
	if err != nil {
		return err
	}
	all, done := 0, 0
	for _, r := range reports {
		all += int(r.Cases)
	}
	if version == schema.Format {
		if wrong, err := schema.WrongTables(ctx, tx, schema.DocumentTables()); err != nil || len(wrong) > 0 {
			return cmp.Or(err, fmt.Errorf("%w: %s", schema.ErrDamaged, strings.Join(wrong, "; ")))
		}
	}
	progress(0, all)
	// An incomplete new file is useless, so it is only synced as a whole, before it
	// replaces the old one.
	library, err := settled(ctx, sqlite.Open(fileDSN(path)+copying, nil), nil)
	if err != nil {
		return err
	}
	defer library.Close()
	for _, r := range reports {
		heads, documents := schema.PackHead, r.Documents
		if version < checkedReports {
			heads = schema.EarlierHead
		}
		if version < checkedCases {
			documents = r.EarlierDocuments
		}
		head, err := heads(ctx, tx, r.ID)
		if err != nil {
			return err
		}
		changes, err := library.ImportCases(ctx, head, documents(ctx, tx), importer.Replace, func(taken int) { progress(done+taken, all) })
		if err != nil {
			return err
		}
		if changes.Added != int(r.Cases) {
			return fmt.Errorf("%w: report %s should have %d cases and has %d", schema.ErrDamaged, r.ID, r.Cases, changes.Added)
		}
		done += changes.Added
	}
	return library.Close()
}
