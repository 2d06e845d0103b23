package query

import (
	"database/sql"
	"encoding/json"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/cases"
	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// A listedEntity is a person, an organisation, a place or a law of a list: as
// one report has it, or several that say that theirs is the same.
type listedEntity struct {
	value    int64
	label    string
	document []byte
	also     []string        // other reports with that name
	cases    *roaring.Bitmap // of the query, that name it
	roles    []results.CaseRole
	more     int // how many cases are left out of roles
}

// listedEntities returns what the reports have of some values of a facet, with
// the cases of a set that name it.
func (r *reader) listedEntities(facet model.Facet, values []int64, set *roaring.Bitmap) ([]listedEntity, error) {
	type record struct {
		cases.Namesake
		label    string
		document []byte
	}
	records := map[int64][]record{}
	err := sqlite.Each(r.ctx, r.tx, "SELECT e.value, "+schema.IntactLabel+", e.report, report.id, "+schema.IntactEntity+`, e.document ->> '$.name', e.document ->> '$.same_as' FROM json_each(?) j
		CROSS JOIN facet_value v ON v.number = j.value CROSS JOIN entity e ON e.value = v.number CROSS JOIN report ON report.Number = e.report`, []any{sqlite.JSONList(values)}, func(rows *sql.Rows) error {
		var value int64
		var own record
		var name string
		var same sql.NullString
		if err := rows.Scan(&value, &own.label, &own.Report, &own.ID, &own.document, &name, &same); err != nil {
			return err
		}
		if same.Valid {
			if err := json.Unmarshal([]byte(same.String), &own.Same); err != nil {
				return err
			}
		}
		own.Nobody = name == model.NotStated
		records[value] = append(records[value], own)
		return nil
	})
	if err != nil {
		return nil, err
	}
	named, err := r.naming(facet, values)
	if err != nil {
		return nil, err
	}
	reports := map[int64]*roaring.Bitmap{}
	for _, report := range r.reports {
		reports[report.Number] = roaring.And(set, report.Of())
	}
	var list []listedEntity
	for i, value := range values {
		var namesakes []cases.Namesake
		for _, own := range records[value] {
			namesakes = append(namesakes, own.Namesake)
		}
		groups := cases.Grouped(namesakes)
		for _, group := range groups {
			e := listedEntity{value: value, cases: roaring.New()}
			for _, n := range group {
				cases := roaring.And(named[i], reports[n.Report])
				if e.cases.IsEmpty() && !cases.IsEmpty() {
					at := slices.IndexFunc(records[value], func(own record) bool { return own.Report == n.Report })
					e.document, e.label = records[value][at].document, records[value][at].label
				}
				e.cases.Or(cases)
			}
			if e.cases.IsEmpty() {
				continue
			}
			if !group[0].Nobody {
				_, e.also = cases.AlsoIn(groups, group[0].Report)
			}
			list = append(list, e)
		}
	}
	return list, nil
}

// naming returns the cases that name each of some values of a facet themselves;
// of places, not those that name a place in them.
func (r *reader) naming(facet model.Facet, values []int64) ([]*roaring.Bitmap, error) {
	column := index.Column(facet)
	if facet == model.FacetPlace {
		column = schema.ColumnNamedPlace
	}
	return r.Sets(column, values)
}

// inRole leaves the people and organisations that have one of some roles in a
// case; all where there are none.
func (r *reader) inRole(facet model.Facet, list []listedEntity, roles []string) ([]listedEntity, error) {
	if len(roles) == 0 || facet != model.FacetPerson && facet != model.FacetOrganisation {
		return list, nil
	}
	having := map[int64]bool{} // by their numbers in the list
	left := roaring.New()
	of := map[string][]int{}
	for i, e := range list {
		var entity struct{ Name string }
		if err := json.Unmarshal(e.document, &entity); err != nil {
			return nil, err
		}
		of[entity.Name] = append(of[entity.Name], i)
		left.Or(e.cases)
	}
	err := r.involvements(facet, left, func(number uint32, c results.CaseRole, name string) error {
		for _, i := range of[name] {
			if slices.Contains(roles, c.Role) && list[i].cases.Contains(number) {
				having[int64(i)] = true
			}
		}
		if len(having) == len(list) {
			return errEnough
		}
		return nil
	})
	if err != nil && err != errEnough {
		return nil, err
	}
	var some []listedEntity
	for i, e := range list {
		if having[int64(i)] {
			some = append(some, e)
		}
	}
	return some, nil
}

// addRoles says of entities what they have to do with the first of their cases.
func (r *reader) addRoles(facet model.Facet, list []listedEntity) error {
	wanted := roaring.New()
	first := make([]*roaring.Bitmap, len(list))
	of := map[string][]int{}
	for i := range list {
		e := &list[i]
		e.roles = []results.CaseRole{}
		first[i] = e.cases
		if e.more = int(e.cases.GetCardinality()) - results.MostListed; e.more > 0 {
			numbers, err := r.page(e.cases, model.SortReport, 0, results.MostListed)
			if err != nil {
				return err
			}
			first[i] = roaring.BitmapOf(numbers...)
		}
		e.more = max(e.more, 0)
		wanted.Or(first[i])
		var entity struct{ Name string }
		if err := json.Unmarshal(e.document, &entity); err != nil {
			return err
		}
		of[entity.Name] = append(of[entity.Name], i)
	}
	return r.involvements(facet, wanted, func(number uint32, c results.CaseRole, name string) error {
		for _, i := range of[name] {
			if first[i].Contains(number) {
				list[i].roles = append(list[i].roles, c)
			}
		}
		return nil
	})
}

// involvements calls a function with everybody or everything of a facet that
// cases name, case by case, by its name in the case.
func (r *reader) involvements(facet model.Facet, set *roaring.Bitmap, do func(number uint32, c results.CaseRole, name string) error) error {
	return r.cases.Documents(set, func(number uint32, c model.Case) error {
		for _, i := range map[model.Facet][]model.Involvement{model.FacetPerson: c.People, model.FacetOrganisation: c.Organisations, model.FacetPlace: c.Places}[facet] {
			if err := do(number, results.CaseRole{Case: c.ID, Title: c.Title, Role: string(i.Role)}, i.Name); err != nil {
				return err
			}
		}
		if facet != model.FacetLaw {
			return nil
		}
		for _, i := range c.Laws {
			role := string(i.Role)
			if i.Provision != "" {
				role += ", " + schema.Label("provision", i.Provision)
			}
			if err := do(number, results.CaseRole{Case: c.ID, Title: c.Title, Role: role}, i.Name); err != nil {
				return err
			}
		}
		return nil
	})
}
