package query

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
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
	err := schema.Each(r.ctx, r.tx, `SELECT e.report, report.id, e.document ->> '$.same_as' FROM entity e JOIN report ON report.number = e.report
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

// descriptions is what the reports say of people, organisations, places and
// laws: they are read together for many cases.
type descriptions struct {
	reader *reader
	wanted map[facetName]bool
	known  map[facetName][]describedName // of a name, what each report has
}

type facetName struct {
	facet model.Facet
	name  string
}

// A describedName is what one report says of a name.
type describedName struct {
	namesake
	described  []model.Description
	provisions map[string][]model.Description // of a law
	path, in   string                         // of a place that is in another one; in, where its name is that of several places
}

func newDescriptions(r *reader) *descriptions {
	return &descriptions{reader: r, wanted: map[facetName]bool{}, known: map[facetName][]describedName{}}
}

// want asks for a name.
func (d *descriptions) want(facet model.Facet, name string) {
	d.wanted[facetName{facet, name}] = true
}

// read reads what is asked for.
func (d *descriptions) read() error {
	var keys [][2]string
	for key := range d.wanted {
		value := key.name
		if key.facet == model.FacetLaw {
			value = model.JoinPath(value)
		}
		keys = append(keys, [2]string{string(key.facet), value})
	}
	return d.readRows(`SELECT v.facet, v.value, v.label, e.report, report.id, e.document FROM json_each(?) j
		CROSS JOIN facet_value v ON v.facet = j.value ->> 0 AND v.value = j.value ->> 1
		CROSS JOIN entity e ON e.value = v.number CROSS JOIN report ON report.number = e.report`, schema.JSONList(keys))
}

// readPlaces reads what is said of the places that cases name: a case has the
// name of a place only, and which one that is says the index.
func (d *descriptions) readPlaces(numbers []uint32) error {
	values := map[uint32]bool{}
	if err := d.reader.Combinations(schema.ColumnNamedPlace, roaring.BitmapOf(numbers...), func(some []uint32, _ int32) {
		for _, value := range some {
			values[value] = true
		}
	}); err != nil {
		return err
	}
	return d.readRows(`SELECT v.facet, v.value, v.label, e.report, report.id, e.document FROM json_each(?) j
		CROSS JOIN facet_value v ON v.number = j.value
		CROSS JOIN entity e ON e.value = v.number CROSS JOIN report ON report.number = e.report`, schema.JSONList(slices.Collect(maps.Keys(values))))
}

func (d *descriptions) readRows(query, list string) error {
	return schema.Each(d.reader.ctx, d.reader.tx, query, []any{list}, func(rows *sql.Rows) error {
		var key facetName
		var n describedName
		var value, label string
		var document []byte
		if err := rows.Scan(&key.facet, &value, &label, &n.report, &n.id, &document); err != nil {
			return err
		}
		switch key.name = value; key.facet {
		case model.FacetLaw:
			key.name = model.SplitPath(value)[0]
		case model.FacetPlace:
			if key.name = schema.PlaceName(value); key.name != value {
				n.path = value
			}
			if in, ok := strings.CutPrefix(label, key.name+", "); ok {
				n.in = in
			}
		}
		var entity struct {
			Status     *model.Description
			Described  []model.Description
			SameAs     []string `json:"same_as"`
			Provisions []model.Provision
		}
		if err := json.Unmarshal(document, &entity); err != nil {
			return err
		}
		n.same, n.described = entity.SameAs, schema.StatusFirst(model.Person{Status: entity.Status, Described: entity.Described})
		for _, provision := range entity.Provisions {
			if len(provision.Described) > 0 {
				if n.provisions == nil {
					n.provisions = map[string][]model.Description{}
				}
				n.provisions[provision.Name] = provision.Described
			}
		}
		d.known[key] = append(d.known[key], n)
		return nil
	})
}

// of returns what a report says of a name, and the other reports that have such
// a name: of places, one in the same place.
func (d *descriptions) of(facet model.Facet, name, report string) (describedName, []string) {
	var own describedName
	all := d.known[facetName{facet, name}]
	for _, n := range all {
		if n.id == report {
			own = n
		}
	}
	var namesakes []namesake
	for _, n := range all {
		if n.path == own.path {
			namesakes = append(namesakes, n.namesake)
		}
	}
	if len(namesakes) < 2 || own.id == "" || name == model.NotStated {
		return own, nil
	}
	_, also := alsoIn(grouped(namesakes), own.report)
	return own, also
}
