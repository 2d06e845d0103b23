package query

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/model"
	"casebook/model/results"
)

// maxRoleCases is the maximum number of cases for which a person's row has roles, since
// the cases must be read.
const maxRoleCases = 8

// addDescriptions adds the descriptions of people, places and laws, and the roles of people.
func (r *reader) addDescriptions(facet model.Facet, list []branch, set *roaring.Bitmap, entries []results.Entry) error {
	entities, err := r.cases.Entities(numbersOf(list))
	if err != nil {
		return err
	}
	few, wanted := map[string]int{}, roaring.New()
	var values []int64
	for i, b := range list {
		for _, e := range entities[b.number] {
			if entries[i].Kind == "" {
				entries[i].Kind = e.Kind
			}
			for _, d := range e.Described {
				if !slices.ContainsFunc(entries[i].Described, func(known model.Description) bool { return known.Text == d.Text }) {
					entries[i].Described = append(entries[i].Described, d)
				}
			}
		}
		if facet == model.FacetPerson && entries[i].Cases <= maxRoleCases {
			few[entries[i].Value] = i
			values = append(values, b.number)
		}
	}
	named, err := r.Sets(index.Column(facet), values)
	if err != nil {
		return err
	}
	for _, cases := range named {
		wanted.Or(roaring.And(cases, set))
	}
	roles := make([]map[model.Role]int, len(entries))
	err = r.cases.Open(wanted, func(c model.Case) {
		for _, person := range model.Participants(c.People) {
			if i, ok := few[person.Name]; ok {
				entries[i].Outcomes = results.WithOutcomes(entries[i].Outcomes, c, person)
			}
		}
		for at, person := range c.People {
			i, ok := few[person.Name]
			same := func(other model.Involvement) bool { return other.Name == person.Name && other.Role == person.Role }
			if !ok || slices.ContainsFunc(c.People[:at], same) {
				continue
			}
			if roles[i] == nil {
				roles[i] = map[model.Role]int{}
			}
			roles[i][person.Role]++
		}
	})
	for i := range entries {
		for _, role := range model.PersonRoles() {
			if cases := roles[i][role]; cases > 0 {
				entries[i].Roles = append(entries[i].Roles, results.RoleCount{Role: string(role), Cases: cases})
			}
		}
	}
	return err
}
