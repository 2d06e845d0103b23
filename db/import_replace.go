package db

import (
	"context"
	"database/sql"
	"errors"
)

// A stored is a report that the library has: the numbers of its cases are
// those from first on. Its number is 0 where there is none.
type stored struct {
	number, first, cases int64
}

func storedReport(ctx context.Context, tx *sql.Tx, id string) (stored, error) {
	var s stored
	err := tx.QueryRowContext(ctx, "SELECT number, first, cases FROM report WHERE id = ?", id).Scan(&s.number, &s.first, &s.cases)
	if errors.Is(err, sql.ErrNoRows) {
		return s, nil
	}
	return s, err
}

// named returns the facet values that a report gives names to.
func (s stored) named(ctx context.Context, tx *sql.Tx) ([]int64, error) {
	var values []int64
	err := each(ctx, tx, "SELECT e.value FROM entity e CROSS JOIN facet_value v ON v.number = e.value WHERE e.report = ? AND v.facet IN (SELECT value FROM json_each(?)) ORDER BY e.number",
		[]any{s.number, jsonList(nameFacets())}, func(rows *sql.Rows) error {
			var value int64
			err := rows.Scan(&value)
			values = append(values, value)
			return err
		})
	return values, err
}

// remove deletes the report and what is derived from it, but for facet values: see sweep.
func (s stored) remove(ctx context.Context, tx *sql.Tx) error {
	first, next := s.first, s.first+s.cases
	if _, err := tx.ExecContext(ctx, "DELETE FROM cases WHERE number >= ? AND number < ?", first, next); err != nil {
		return err
	}
	for block := first >> blockBits; block<<blockBits < next; block++ {
		segment, left, err := loadSegment(ctx, tx, block, first, next)
		if err != nil {
			return err
		}
		if err := segment.write(ctx, tx); err != nil {
			return err
		}
		for number, cases := range left {
			if _, err := tx.ExecContext(ctx, "UPDATE facet_value SET cases = cases - ? WHERE number = ?", cases, number); err != nil {
				return err
			}
		}
	}
	for _, statement := range []string{"DELETE FROM entity WHERE report = ?", "DELETE FROM report WHERE number = ?"} {
		if _, err := tx.ExecContext(ctx, statement, s.number); err != nil {
			return err
		}
	}
	return nil
}

// sweep deletes the facet values that nothing has any more.
func sweep(ctx context.Context, tx *sql.Tx) error {
	// What has cases or an entity has its ancestors' too, so no parent goes before its child.
	_, err := tx.ExecContext(ctx, `DELETE FROM facet_value WHERE cases = 0
		AND NOT EXISTS (SELECT 1 FROM entity WHERE entity.value = facet_value.number)
		AND NOT (facet = 'report' AND EXISTS (SELECT 1 FROM report WHERE report.id = facet_value.value))`)
	return err
}

// settle writes what is derived from the whole library, after a change of the
// entities of some facet values.
func settle(ctx context.Context, tx *sql.Tx, values []int64) error {
	w, err := newNameWriter(ctx, tx)
	if err == nil {
		err = w.refresh(ctx, values)
	}
	if err != nil {
		return err
	}
	if err := sweep(ctx, tx); err != nil {
		return err
	}
	if err := arrangeCases(ctx, tx); err != nil {
		return err
	}
	return changed(ctx, tx)
}
