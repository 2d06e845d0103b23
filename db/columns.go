package db

import (
	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/model"
)

// count counts the cases of a set by the values of a facet.
func (r *reader) count(facet model.Facet, set *roaring.Bitmap) (index.Tally, error) {
	counts, err := r.countBy(map[model.Facet]*roaring.Bitmap{facet: set})
	return counts[facet], err
}

// countBy counts by the values of several facets, for each the cases of a set.
func (r *reader) countBy(sets map[model.Facet]*roaring.Bitmap) (map[model.Facet]index.Tally, error) {
	counts := map[model.Facet]index.Tally{}
	for len(counts) < len(sets) { // facets of one column with several sets are counted one after the other
		columns := map[index.Column]*roaring.Bitmap{}
		for facet, set := range sets {
			if _, done := counts[facet]; !done && columns[columnOf(facet)] == nil {
				columns[columnOf(facet)] = set
			}
		}
		tallies, err := r.Count(columns)
		if err != nil {
			return nil, err
		}
		for facet, set := range sets {
			if columns[columnOf(facet)] == set {
				counts[facet] = tallies[columnOf(facet)]
			}
		}
	}
	return counts, nil
}

// page returns the cases of a set, in an order, from one place of it to below another.
func (r *reader) page(set *roaring.Bitmap, sort model.Sort, from, to int) ([]uint32, error) {
	return r.Page(set, orderOf(sort), from, to)
}

// tagged returns the cases that have one of the values with these numbers.
func (r *reader) tagged(facet model.Facet, numbers ...int64) (*roaring.Bitmap, error) {
	return r.Having(columnOf(facet), numbers...)
}

// having returns the cases that have one of the values of a facet.
func (r *reader) having(facet model.Facet, values ...string) (*roaring.Bitmap, error) {
	numbers, err := r.valuesNumbered(facet, values)
	if err != nil {
		return nil, err
	}
	return r.tagged(facet, numbers...)
}
