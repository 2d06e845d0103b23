package cases

import (
	"cmp"
	"slices"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/edtf"
)

// Happenings calls a function with the dates of some cases whose first and last day are
// wanted, in the order of these.
func (r Reader) Happenings(numbers []uint32, wanted func(from, to string) bool, do func(model.Happening) error) error {
	type entry struct {
		from, to string
		model.Happening
	}
	var list []entry
	err := r.each(numbers, func(_ uint32, c model.Case) error {
		for _, h := range c.Happenings() {
			if date, err := edtf.Parse(h.EDTF); err == nil {
				if from, to := schema.Days(date); wanted(from, to) {
					list = append(list, entry{from, to, h})
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	slices.SortStableFunc(list, func(a, b entry) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	for _, e := range list {
		if err := do(e.Happening); err != nil {
			return err
		}
	}
	return nil
}
