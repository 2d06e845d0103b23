package db

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"

	"casebook/model"
)

// A namesake is a name in one report.
type namesake struct {
	report int64
	id     string // of the report
	same   []string
	nobody bool // the name says that none is stated
}

// maxNamesakes is in how many reports a name is looked for.
const maxNamesakes = 1000

// Namesakes returns the reports that have a person, an organisation, a place or
// a law of a name, in the library's order: together those that say by same_as
// that theirs is the same, one by one the others. Whether two of them mean the
// same, no report says.
func (l *Answers) Namesakes(ctx context.Context, facet model.Facet, name string) ([][]string, error) {
	var ids [][]string
	err := l.query(ctx, func(r *reader) error {
		values, err := r.integers("SELECT number FROM facet_value WHERE facet = ? AND value = ?", string(facet), name)
		if err != nil || len(values) == 0 {
			return err
		}
		groups, err := r.namesakes(values[0])
		for _, group := range groups {
			ids = append(ids, idsOf(group))
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reports with the %s %q: %w", facet, name, err)
	}
	return ids, nil
}

func idsOf(group []namesake) []string {
	ids := make([]string, len(group))
	for i, n := range group {
		ids[i] = n.id
	}
	return ids
}

// namesakes returns the reports that list a value, grouped by what they say is the same.
func (r *reader) namesakes(value int64) ([][]namesake, error) {
	var list []namesake
	err := each(r.ctx, r.tx, `SELECT e.report, report.id, e.document ->> '$.same_as' FROM entity e JOIN report ON report.number = e.report
		WHERE e.value = ? ORDER BY e.report LIMIT ?`, []any{value, maxNamesakes}, func(rows *sql.Rows) error {
		var n namesake
		var same sql.NullString
		if err := rows.Scan(&n.report, &n.id, &same); err != nil {
			return err
		}
		if same.Valid {
			if err := json.Unmarshal([]byte(same.String), &n.same); err != nil {
				return err
			}
		}
		list = append(list, n)
		return nil
	})
	return grouped(list), err
}

// grouped puts together the reports that say that what they have of a name is the same.
func grouped(list []namesake) [][]namesake {
	var groups [][]namesake
	for _, n := range list {
		group, others := []namesake{n}, groups[:0:0]
		for _, other := range groups {
			if slices.ContainsFunc(other, n.says) {
				group = append(other, group...)
			} else {
				others = append(others, other)
			}
		}
		groups = append(others, group)
	}
	for _, group := range groups {
		slices.SortFunc(group, func(a, b namesake) int { return cmp.Compare(a.report, b.report) })
	}
	slices.SortFunc(groups, func(a, b []namesake) int { return cmp.Compare(a[0].report, b[0].report) })
	return groups
}

// says tells whether one of two reports says that theirs is that of the other.
func (n namesake) says(other namesake) bool {
	return slices.Contains(n.same, other.id) || slices.Contains(other.same, n.id)
}

// alsoIn returns the reports that have a value and do not say that theirs is a report's own.
func alsoIn(groups [][]namesake, report int64) (own []namesake, also []string) {
	for _, group := range groups {
		if slices.ContainsFunc(group, func(n namesake) bool { return n.report == report }) {
			own = group
		} else {
			also = append(also, idsOf(group)...)
		}
	}
	return own, also
}
