package query

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// maxFindings is the maximum number of findings in the error of Check.
const maxFindings = 5

// Check reads the whole database and checks its structure, its indexes, the references
// between tables, that each report has all its cases, the checksums of cases and derived
// tables, and the counts. It returns ErrDamaged with the first findings.
func (l *Answers) Check(ctx context.Context) error {
	var findings []string
	for _, check := range []func(*reader) ([]string, error){
		func(r *reader) ([]string, error) { return schema.WrongPages(r.ctx, r.tx) },
		func(r *reader) ([]string, error) { return schema.WrongReferences(r.ctx, r.tx) },
		func(r *reader) ([]string, error) { return schema.WrongTables(r.ctx, r.tx, schema.CheckedTables()) },
		func(r *reader) ([]string, error) {
			_, err := schema.ReadSpans(r.ctx, r.tx)
			return nil, err
		},
		func(r *reader) ([]string, error) { return schema.WrongCases(r.ctx, r.tx, r.reports) },
		checkCounts,
	} {
		err := l.query(ctx, func(r *reader) error {
			more, err := check(r)
			findings = append(findings, more...)
			return err
		})
		if err = schema.Explain(err); errors.Is(err, schema.ErrDamaged) {
			findings = append(findings, strings.TrimPrefix(err.Error(), schema.ErrDamaged.Error()+": "))
		} else if err != nil {
			return fmt.Errorf("check the library: %w", err)
		}
	}
	if len(findings) > maxFindings {
		findings = append(findings[:maxFindings], fmt.Sprintf("and %d more", len(findings)-maxFindings))
	}
	if len(findings) > 0 {
		return fmt.Errorf("check the library: %w: %s", schema.ErrDamaged, strings.Join(findings, "; "))
	}
	return nil
}

// checkCounts reads the columns and the orders of the index, and checks the number of
// cases of each facet value.
func checkCounts(r *reader) (findings []string, err error) {
	counts := map[model.Facet]*roaring.Bitmap{}
	for _, facet := range append(schema.CountedFacets(), schema.FacetDays, schema.FacetFigures, schema.FacetState) {
		counts[facet] = r.all
	}
	fields, err := r.fieldFacets()
	if err != nil {
		return nil, err
	}
	for _, facet := range fields {
		counts[facet] = r.all
	}
	tallies, err := r.countBy(counts)
	if err != nil {
		return nil, err
	}
	if _, err := r.Having(schema.ColumnNamedPlace, 0); err != nil {
		return nil, err
	}
	for _, sort := range model.Sorts() {
		if _, err := r.page(r.all, sort, 0, int(r.all.GetCardinality())); err != nil {
			return nil, err
		}
	}
	err = sqlite.Each(r.ctx, r.tx, "SELECT number, facet, cases FROM facet_value", nil, func(rows *sql.Rows) error {
		var number int64
		var facet model.Facet
		var cases int
		err := rows.Scan(&number, &facet, &cases)
		if counted := tallies[facet].Of(number); counted != cases {
			findings = append(findings, fmt.Sprintf("a value of the facet %s should have %d cases and has %d", facet, cases, counted))
		}
		return err
	})
	return findings, err
}
