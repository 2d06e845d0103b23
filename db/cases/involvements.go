package cases

import (
	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
)

// Involvements calls a function with each entity of a facet that cases name, case by case,
// with its name in the case.
func (r Reader) Involvements(facet model.Facet, set *roaring.Bitmap, do func(number uint32, c results.CaseRole, name string) error) error {
	return r.Documents(set, func(number uint32, c model.Case) error {
		for _, i := range involvements(&c)[facet] {
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
