package schema

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"casebook/db/sqlite"
)

// WrongPages returns the errors that SQLite finds in its structures, including FTS5's.
func WrongPages(ctx context.Context, tx *sql.Tx) (findings []string, err error) {
	findings, err = sqlite.Column[string](ctx, tx, "PRAGMA integrity_check(5)")
	return slices.DeleteFunc(findings, func(finding string) bool { return finding == "ok" }), err
}

// maxMissingReferences is the maximum number of missing references that are reported.
const maxMissingReferences = 5

// WrongReferences returns the references to missing rows.
func WrongReferences(ctx context.Context, tx *sql.Tx) (findings []string, err error) {
	err = sqlite.Each(ctx, tx, `SELECT "table", rowid, parent FROM pragma_foreign_key_check LIMIT ?`, []any{maxMissingReferences}, func(rows *sql.Rows) error {
		var table, parent string
		var row sql.NullInt64
		err := rows.Scan(&table, &row, &parent)
		findings = append(findings, fmt.Sprintf("%s %d refers to a missing %s", table, row.Int64, parent))
		return err
	})
	return findings, err
}

// WrongCases returns the cases that were changed, and reports with missing cases.
func WrongCases(ctx context.Context, tx *sql.Tx, reports []StoredReport) (findings []string, err error) {
	met := map[int64]int64{}
	err = sqlite.Each(ctx, tx, "SELECT number, report, id, ordinal, checksum, document FROM cases", nil, func(rows *sql.Rows) error {
		var number, report int64
		var last sql.NullInt64
		var document CaseDocument
		if err := rows.Scan(&number, &report, &document.ID, &last, &document.Checksum, &document.Text); err != nil {
			return err
		}
		met[report]++
		wrong := document.Checksum != DocumentChecksum(document.ID, document.Text)
		if ends, ok := Ordinal(document.ID).(int64); ok != last.Valid || ends != last.Int64 {
			wrong = true
		}
		inSome := false
		for _, of := range reports {
			inside := of.First <= number && number < of.First+of.Cases
			wrong, inSome = wrong || inside != (of.Number == report), inSome || inside
		}
		if wrong || !inSome {
			findings = append(findings, fmt.Sprintf("the case %s was changed after the import", document.ID))
		}
		return ctx.Err()
	})
	for _, of := range reports {
		if met[of.Number] != of.Cases {
			findings = append(findings, fmt.Sprintf("a report should have %d cases and has %d", of.Cases, met[of.Number]))
		}
	}
	return findings, err
}
