package cases

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"casebook/db/schema"
	"casebook/db/sqlite"
)

// Number returns the number of the case with an id, in upper or lower case, with or
// without zeros before its number, or the end of the id after a hyphen. Errors:
// ErrNotFound, ErrAmbiguous.
func (r Reader) Number(id string) (int64, error) {
	var number int64
	err := r.tx.QueryRowContext(r.ctx, "SELECT number FROM cases WHERE id = ?", id).Scan(&number)
	if !errors.Is(err, sql.ErrNoRows) {
		return number, err
	}
	last, stem := schema.Ordinal(id), strings.ToUpper(strings.TrimRight(id, "0123456789"))
	var ids []string
	err = sqlite.Each(r.ctx, r.tx, "SELECT number, id FROM cases WHERE ordinal = ? ORDER BY number", []any{last}, func(rows *sql.Rows) error {
		var candidate int64
		var full string
		err := rows.Scan(&candidate, &full)
		own := strings.ToUpper(strings.TrimRight(full, "0123456789"))
		if own == stem || strings.HasSuffix(own, "-"+stem) || stem == "" {
			number, ids = candidate, append(ids, full)
		}
		return err
	})
	switch {
	case err != nil:
		return 0, err
	case len(ids) == 0:
		return r.formerNumber(id)
	case len(ids) > 1:
		return 0, fmt.Errorf("%w: write %s", schema.ErrAmbiguous, strings.Join(ids, " or "))
	}
	return number, nil
}

// formerNumber returns the number of the case into which the case with an id was merged.
func (r Reader) formerNumber(id string) (int64, error) {
	stem := strings.TrimRight(id, "0123456789")
	digits := strings.TrimLeft(id[len(stem):], "0")
	ids := []string{id}
	prefixes, err := sqlite.Column[string](r.ctx, r.tx, "SELECT document ->> '$.prefix' FROM report")
	if err != nil {
		return 0, err
	}
	for _, prefix := range prefixes {
		if whole := strings.ToUpper(prefix) + "-"; digits != "" && strings.HasSuffix(whole, strings.ToUpper(stem)) {
			ids = append(ids, whole+digits, whole+"0"+digits, whole+"00"+digits)
		}
	}
	numbers, err := sqlite.Column[int64](r.ctx, r.tx, Former, sqlite.JSONList(ids))
	switch {
	case err != nil:
		return 0, err
	case len(numbers) == 0:
		return 0, schema.ErrNotFound
	case len(numbers) > 1:
		return 0, schema.ErrAmbiguous
	}
	return numbers[0], nil
}

// Former is the SQL for the numbers of cases that cases with some former ids were merged
// into.
const Former = `SELECT DISTINCT c.number FROM json_each(?) j CROSS JOIN relation r ON r.target = j.value CROSS JOIN cases c ON c.number = r.number
	WHERE EXISTS (SELECT 1 FROM json_each(c.document, '$.merged') m WHERE m.value = r.target COLLATE NOCASE)`
