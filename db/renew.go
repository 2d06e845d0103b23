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

// Renew brings a library file that an earlier casebook made (ErrOlder) up to
// date: it imports the reports in it, in their order, into a new file beside
// it, whose name ends in "-new", and puts that in its place all at once. Whoever
// has the old file open goes on reading it; nobody writes to it meanwhile. The
// old file is as it was after an error, and when the program is ended in the
// midst. What the reports say is what it was, the file's mode too.
//
// Of the old file it reads what every format has in these tables and columns,
// and what no schema may therefore change: report (number, id, document,
// sections, first, cases), cases (number, document), entity (number, report,
// value, listed, document) and, up to format 6, facet_value (number, facet, parent).
//
// Progress, where it is not nil, is told how many of all cases are written:
// first that none is, once it is sure that there is something to do.
//
// Errors: ErrReadOnly where the file or its folder cannot be written, ErrFull,
// ErrBusy, ErrDamaged and those of the file system, each of them with ErrOlder.
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
	path, err := filepath.EvalSymlinks(source) // the file is replaced, and not a link to it
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

// From these formats on, the documents of cases, and those of reports and of what they
// list, have the checksums that they have now.
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
	// Nobody needs what is left of a new file when the power fails; it is
	// brought to the disk as a whole, before it takes its place.
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
