package importer

import (
	"context"
	"database/sql"
	"slices"

	"casebook/db/index"
	"casebook/db/names"
	"casebook/db/schema"
	"casebook/db/sqlite"
)

// reportValueNumbers returns the facet values that a report has entities for.
func reportValueNumbers(ctx context.Context, tx *sql.Tx, s schema.StoredReport) ([]int64, error) {
	return sqlite.Column[int64](ctx, tx, "SELECT value FROM entity WHERE report = ?", s.Number)
}

// removeReport deletes a report and what is derived from it, except facet values: see
// sweep.
func removeReport(ctx context.Context, tx *sql.Tx, s schema.StoredReport) error {
	first, next := s.First, s.First+s.Cases
	for _, statement := range []string{"DELETE FROM case_text WHERE rowid >= ? AND rowid < ?", "DELETE FROM relation WHERE number >= ? AND number < ?", "DELETE FROM cases WHERE number >= ? AND number < ?"} {
		if _, err := tx.ExecContext(ctx, statement, first, next); err != nil {
			return err
		}
	}
	var bits uint
	if err := tx.QueryRowContext(ctx, "SELECT block_bits FROM generation").Scan(&bits); err != nil {
		return err
	}
	lost := map[int64]int{}
	for number := first >> bits; number<<bits < next; number++ {
		block, some, err := index.LoadBlock(ctx, tx, number, bits, schema.IndexColumns(), first, next)
		if err != nil {
			return err
		}
		if err := block.Write(ctx, tx); err != nil {
			return err
		}
		delete(some, schema.ColumnNamedPlace) // its values are counted in the facet of places
		for _, values := range some {
			for value, cases := range values {
				lost[value] += cases
			}
		}
	}
	for value, cases := range lost {
		if _, err := tx.ExecContext(ctx, "UPDATE facet_value SET cases = cases - ? WHERE number = ?", cases, value); err != nil {
			return err
		}
	}
	for _, statement := range []string{"DELETE FROM entity WHERE report = ?", "DELETE FROM report WHERE number = ?"} {
		if _, err := tx.ExecContext(ctx, statement, s.Number); err != nil {
			return err
		}
	}
	return nil
}

// unused is the condition for facet values that nothing refers to. A value with cases or
// an entity has its ancestors' cases or entities too, so no parent is deleted before its
// child.
const unused = ` cases = 0 AND NOT EXISTS (SELECT 1 FROM entity WHERE entity.value = facet_value.number)
	AND NOT (facet = 'report' AND EXISTS (SELECT 1 FROM report WHERE report.id = facet_value.value))`

// sweep deletes the facet values that nothing refers to, and their words.
func sweep(ctx context.Context, tx *sql.Tx) error {
	for _, statement := range []string{"DELETE FROM value_text WHERE rowid IN (SELECT number FROM facet_value WHERE" + unused + ")", "DELETE FROM facet_value WHERE" + unused} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// settle writes what is derived from the whole library, after a change of the names of
// some facet values. removed reports whether a report was removed.
func settle(ctx context.Context, tx *sql.Tx, names *names.Writer, values []int64, removed bool) (err error) {
	slices.Sort(values)
	if err := writeNames(ctx, tx, names, slices.Compact(values)); err != nil {
		return err
	}
	if err := sweep(ctx, tx); err != nil {
		return err
	}
	if err := labelPlaces(ctx, tx); err != nil {
		return err
	}
	if removed {
		err = rewriteText(ctx, tx)
	} else {
		err = mergeText(ctx, tx)
	}
	if err != nil {
		return err
	}
	if err := setMerging(ctx, tx, usualMerging); err != nil {
		return err
	}
	var bits uint
	if err := tx.QueryRowContext(ctx, "SELECT block_bits FROM generation").Scan(&bits); err != nil {
		return err
	}
	if err := index.Arrange(ctx, tx, bits, schema.Orders()); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE generation SET number = number + 1"); err != nil {
		return err
	}
	return schema.WriteChecksums(ctx, tx)
}
