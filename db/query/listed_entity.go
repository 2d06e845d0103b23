package query

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/cases"
	"casebook/db/index"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
)

// A listedEntity is a person, an organisation, a place or a law in a list, of one report
// or of several joined by same_as.
type listedEntity struct {
	cases.Entity
	results.Occurrence
	cases *roaring.Bitmap // of the query, that name it
}

// listedEntities returns the entities of some values of a facet, with the cases of a set
// that name them.
func (r *reader) listedEntities(facet model.Facet, values []int64, set *roaring.Bitmap) ([]listedEntity, error) {
	entities, err := r.cases.Entities(values)
	if err != nil {
		return nil, err
	}
	named, err := r.casesNaming(facet, values)
	if err != nil {
		return nil, err
	}
	reports := map[int64]*roaring.Bitmap{}
	for _, report := range r.reports {
		reports[report.Number] = roaring.And(set, report.Numbers())
	}
	var list []listedEntity
	for i, value := range values {
		groups := cases.Grouped(entities[value])
		for _, group := range groups {
			e := listedEntity{cases: roaring.New()}
			for _, of := range group {
				cases := roaring.And(named[i], reports[of.Report])
				if e.cases.IsEmpty() && !cases.IsEmpty() {
					e.Entity = of
				}
				e.cases.Or(cases)
			}
			if e.cases.IsEmpty() {
				continue
			}
			if group[0].Name != model.NotStated {
				_, e.AlsoIn = cases.AlsoIn(groups, group[0].Report)
			}
			list = append(list, e)
		}
	}
	return list, nil
}

// casesNaming returns the cases that name each of some values of a facet directly; for places,
// without those that name a place inside.
func (r *reader) casesNaming(facet model.Facet, values []int64) ([]*roaring.Bitmap, error) {
	column := index.Column(facet)
	if facet == model.FacetPlace {
		column = schema.ColumnNamedPlace
	}
	return r.Sets(column, values)
}

// filterByRole returns the people and organisations with one of some roles in a case; all if no
// roles are given.
func (r *reader) filterByRole(facet model.Facet, list []listedEntity, roles []string) ([]listedEntity, error) {
	if len(roles) == 0 || facet != model.FacetPerson && facet != model.FacetOrganisation {
		return list, nil
	}
	having := map[int]bool{} // by their numbers in the list
	left := roaring.New()
	of := map[string][]int{}
	for i, e := range list {
		of[e.Name] = append(of[e.Name], i)
		left.Or(e.cases)
	}
	err := r.cases.Involvements(facet, left, func(number uint32, c results.CaseRole, name string) error {
		for _, i := range of[name] {
			if slices.Contains(roles, c.Role) && list[i].cases.Contains(number) {
				having[i] = true
			}
		}
		if len(having) == len(list) {
			return errStop
		}
		return nil
	})
	if err != nil && err != errStop {
		return nil, err
	}
	var some []listedEntity
	for i, e := range list {
		if having[i] {
			some = append(some, e)
		}
	}
	return some, nil
}

// addRoles adds the roles of entities in the first of their cases.
func (r *reader) addRoles(facet model.Facet, list []listedEntity) error {
	wanted := roaring.New()
	first := make([]*roaring.Bitmap, len(list))
	of := map[string][]int{}
	for i := range list {
		e := &list[i]
		e.Cases = []results.CaseRole{}
		first[i] = e.cases
		if e.More = max(int(e.cases.GetCardinality())-results.MaxListed, 0); e.More > 0 {
			numbers, err := r.page(e.cases, model.SortReport, 0, results.MaxListed)
			if err != nil {
				return err
			}
			first[i] = roaring.BitmapOf(numbers...)
		}
		wanted.Or(first[i])
		of[e.Name] = append(of[e.Name], i)
	}
	return r.cases.Involvements(facet, wanted, func(number uint32, c results.CaseRole, name string) error {
		for _, i := range of[name] {
			if first[i].Contains(number) {
				list[i].Cases = append(list[i].Cases, c)
			}
		}
		return nil
	})
}
