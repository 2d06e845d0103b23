package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"casebook/model"
)

// reportBits is how many bits of a case's number are its place in its report.
const reportBits = 24

// Import takes a report in. A report that the library has already, by its id,
// is replaced as a whole. Either all of the pack is in the library afterwards,
// or the library is as it was. The pack is taken to have passed its own check;
// an id that a case of another report has is an error.
func (l *Library) Import(ctx context.Context, pack model.Pack) error {
	tx, err := l.database.BeginTx(ctx, nil)
	if err == nil {
		defer tx.Rollback()
		if err = importPack(ctx, tx, pack); err == nil {
			err = tx.Commit()
		}
	}
	if ctx.Err() != nil && err != nil {
		err = ctx.Err() // and not that the transaction has ended with it
	}
	if err != nil {
		return fmt.Errorf("import %s: %w", pack.Report.ID, explain(err))
	}
	return nil
}

func importPack(ctx context.Context, tx *sql.Tx, pack model.Pack) error {
	report, err := makeRoom(ctx, tx, pack)
	if err != nil {
		return err
	}
	w, err := newWriter(ctx, tx, report, pack)
	if err != nil {
		return err
	}
	paragraphs := 0
	for _, section := range pack.Sections {
		paragraphs += len(section.Paragraphs)
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO report (number, id, document, sections, paragraphs) VALUES (?,?,?,?,?)",
		report, pack.Report.ID, w.json(pack.Report), w.json(pack.Sections), paragraphs); err != nil {
		return err
	}
	w.writeEntities(ctx)
	for position, c := range pack.Cases {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		w.writeCase(ctx, report<<reportBits+int64(position), c)
	}
	return explainDuplicate(ctx, tx, pack, w.failure())
}

// makeRoom returns the number of the pack's report: a new one, or the one that
// it had in the library, where all that belongs to it is deleted.
func makeRoom(ctx context.Context, tx *sql.Tx, pack model.Pack) (int64, error) {
	if len(pack.Cases) >= 1<<reportBits {
		return 0, fmt.Errorf("it has %d cases, a report can have %d", len(pack.Cases), 1<<reportBits-1)
	}
	var report int64
	err := tx.QueryRowContext(ctx, "SELECT number FROM report WHERE id = ?", pack.Report.ID).Scan(&report)
	if errors.Is(err, sql.ErrNoRows) {
		err := tx.QueryRowContext(ctx, "SELECT coalesce(max(number), 0) + 1 FROM report").Scan(&report)
		return report, err
	}
	if err != nil {
		return 0, err
	}
	first, next := report<<reportBits, (report+1)<<reportBits
	for _, table := range []string{"tag", "involvement", "date", "figure"} {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+table+` WHERE "case" >= ? AND "case" < ?`, first, next); err != nil {
			return 0, err
		}
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM text WHERE rowid >= ? AND rowid < ?", first, next); err != nil {
		return 0, err
	}
	for _, table := range []string{"cases", "entity"} {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE report = ?", report); err != nil {
			return 0, err
		}
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM report WHERE number = ?", report); err != nil {
		return 0, err
	}
	// Who has a tag or an entity has its ancestors' too, so no parent goes before its child.
	_, err = tx.ExecContext(ctx, `DELETE FROM facet_value WHERE NOT EXISTS (SELECT 1 FROM tag WHERE tag.value = facet_value.number)
		AND NOT EXISTS (SELECT 1 FROM entity WHERE entity.value = facet_value.number)`)
	return report, err
}

// explainDuplicate says which id is there twice, where that is why a case was refused.
func explainDuplicate(ctx context.Context, tx *sql.Tx, pack model.Pack, err error) error {
	var failure *sqlite.Error
	if !errors.As(err, &failure) || failure.Code() != sqlite3.SQLITE_CONSTRAINT_UNIQUE {
		return err
	}
	seen := make(map[string]bool, len(pack.Cases))
	for _, c := range pack.Cases {
		id := strings.ToUpper(c.ID)
		if seen[id] {
			return fmt.Errorf("two of its cases have the id %s", c.ID)
		}
		seen[id] = true
		var owner string
		if tx.QueryRowContext(ctx, "SELECT r.id FROM cases c JOIN report r ON r.number = c.report WHERE c.id = ? AND r.id <> ?", c.ID, pack.Report.ID).Scan(&owner) == nil {
			return fmt.Errorf("the library has a case %s already, in the report %s", c.ID, owner)
		}
	}
	return err
}
