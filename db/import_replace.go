package db

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"casebook/db/index"
	"casebook/model"
)

// A storedReport is a report that the library has: the numbers of its cases are
// those from first on. Its number is 0 where there is none.
type storedReport struct {
	number, first, cases int64
	country, period      string
}

func findReport(ctx context.Context, tx *sql.Tx, id string) (storedReport, error) {
	var s storedReport
	err := tx.QueryRowContext(ctx, "SELECT number, first, cases FROM report WHERE id = ?", id).Scan(&s.number, &s.first, &s.cases)
	if errors.Is(err, sql.ErrNoRows) {
		return s, nil
	}
	return s, err
}

// names returns the facet values that a report gives names to.
func (s storedReport) names(ctx context.Context, tx *sql.Tx) ([]int64, error) {
	var values []int64
	err := each(ctx, tx, "SELECT value FROM entity WHERE report = ?", []any{s.number}, func(rows *sql.Rows) error {
		var value int64
		err := rows.Scan(&value)
		values = append(values, value)
		return err
	})
	return values, err
}

// remove deletes the report and what is derived from it, but for facet values: see sweep.
func (s storedReport) remove(ctx context.Context, tx *sql.Tx) error {
	first, next := s.first, s.first+s.cases
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
		block, some, err := index.LoadBlock(ctx, tx, number, bits, indexColumns(), first, next)
		if err != nil {
			return err
		}
		if err := block.Write(ctx, tx); err != nil {
			return err
		}
		delete(some, columnNamedPlace) // whose values are counted as those of the facet
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
		if _, err := tx.ExecContext(ctx, statement, s.number); err != nil {
			return err
		}
	}
	return nil
}

// unused says of a facet value that nothing has it any more. What has cases or
// an entity has its ancestors' too, so no parent goes before its child.
const unused = ` cases = 0 AND NOT EXISTS (SELECT 1 FROM entity WHERE entity.value = facet_value.number)
	AND NOT (facet = 'report' AND EXISTS (SELECT 1 FROM report WHERE report.id = facet_value.value))`

// sweep deletes the facet values that nothing has any more, and their words.
func sweep(ctx context.Context, tx *sql.Tx) error {
	for _, statement := range []string{"DELETE FROM value_text WHERE rowid IN (SELECT number FROM facet_value WHERE" + unused + ")", "DELETE FROM facet_value WHERE" + unused} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// settle writes what is derived from the whole library, after a change of the
// names of some facet values, and of which something was removed or not.
func settle(ctx context.Context, tx *sql.Tx, values []int64, removed bool) error {
	slices.Sort(values)
	values = slices.Compact(values)
	named := []int64{}
	texts := newInserter(tx, "value_text", append([]string{"rowid"}, valueColumns()...)...)
	texts.replace()
	for some := range slices.Chunk(values, valuesTogether) {
		type valueNames struct {
			number int64
			facet  model.Facet
			words  string
		}
		var list []valueNames
		err := each(ctx, tx, `SELECT v.number, v.facet, v.words || coalesce((SELECT group_concat(e.words, '') FROM entity e WHERE e.value = v.number AND e.words <> ''), '')
			FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value`, []any{jsonList(some)}, func(rows *sql.Rows) error {
			var v valueNames
			err := rows.Scan(&v.number, &v.facet, &v.words)
			list = append(list, v)
			return err
		})
		if err != nil {
			return err
		}
		for _, v := range list {
			if slices.Contains(nameFacets(), v.facet) {
				named = append(named, v.number)
			}
			row := []any{v.number}
			for _, column := range valueColumns() {
				if column == string(v.facet) {
					row = append(row, valueText(v.words))
				} else {
					row = append(row, "")
				}
			}
			if slices.Contains(valueColumns(), string(v.facet)) {
				texts.add(ctx, row...)
			}
		}
	}
	if *texts.err != nil {
		return *texts.err
	}
	if err := refreshNames(ctx, tx, named); err != nil {
		return err
	}
	if err := sweep(ctx, tx); err != nil {
		return err
	}
	if err := labelPlaces(ctx, tx); err != nil {
		return err
	}
	for _, text := range textTables() {
		if !removed {
			break
		}
		// What FTS5 has deleted is only left out of its answers, until it writes the rest anew.
		if _, err := tx.ExecContext(ctx, "INSERT INTO "+text+" ("+text+") VALUES ('optimize')"); err != nil {
			return err
		}
	}
	var bits uint
	if err := tx.QueryRowContext(ctx, "SELECT block_bits FROM generation").Scan(&bits); err != nil {
		return err
	}
	if err := index.Arrange(ctx, tx, bits, orders()); err != nil {
		return err
	}
	if err := changed(ctx, tx); err != nil {
		return err
	}
	return writeChecksums(ctx, tx)
}
