package cases

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"slices"

	"casebook/db/schema"
	"casebook/db/sqlite"
)

// A Namesake is a name in one report.
type Namesake struct {
	Report int64
	ID     string   // of the report
	Same   []string // the ids of the reports that have the same one, as this one says
	Nobody bool     // the name says that none is stated
}

// maxNamesakes is in how many reports a name is looked for.
const maxNamesakes = 1000

// IDsOf returns the ids of the reports of a group.
func IDsOf(group []Namesake) []string {
	ids := make([]string, len(group))
	for i, n := range group {
		ids[i] = n.ID
	}
	return ids
}

// Namesakes returns the reports that list a value, grouped by what they say is the same.
func (r Reader) Namesakes(value int64) ([][]Namesake, error) {
	var list []Namesake
	err := sqlite.Each(r.ctx, r.tx, "SELECT e.report, report.id, "+schema.IntactEntity+` ->> '$.same_as' FROM entity e JOIN report ON report.number = e.report
		WHERE e.value = ? ORDER BY e.report LIMIT ?`, []any{value, maxNamesakes}, func(rows *sql.Rows) error {
		var n Namesake
		var same sql.NullString
		if err := rows.Scan(&n.Report, &n.ID, &same); err != nil {
			return err
		}
		if same.Valid {
			if err := json.Unmarshal([]byte(same.String), &n.Same); err != nil {
				return err
			}
		}
		list = append(list, n)
		return nil
	})
	return Grouped(list), err
}

// Grouped groups the reports that say that they mean the same by a name.
func Grouped(list []Namesake) [][]Namesake {
	var groups [][]Namesake
	for _, n := range list {
		group, others := []Namesake{n}, groups[:0:0]
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
		slices.SortFunc(group, func(a, b Namesake) int { return cmp.Compare(a.Report, b.Report) })
	}
	slices.SortFunc(groups, func(a, b []Namesake) int { return cmp.Compare(a[0].Report, b[0].Report) })
	return groups
}

// says tells whether one of two reports says that theirs is that of the other.
func (n Namesake) says(other Namesake) bool {
	return slices.Contains(n.Same, other.ID) || slices.Contains(other.Same, n.ID)
}

// AlsoIn returns the reports that have a value and do not say that theirs is a
// report's own.
func AlsoIn(groups [][]Namesake, report int64) (own []Namesake, also []string) {
	for _, group := range groups {
		if slices.ContainsFunc(group, func(n Namesake) bool { return n.Report == report }) {
			own = group
		} else {
			also = append(also, IDsOf(group)...)
		}
	}
	return own, also
}
