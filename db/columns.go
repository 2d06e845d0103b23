package db

import (
	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/model"
)

// What cases are found by besides the facets that a reader sees. Their values
// are facet values too, without a label.
const (
	facetDays    model.Facet = "days"    // the days that a date may mean (see span)
	facetFigures model.Facet = "figures" // 1 for a case with a figure, 1 and 2 for one with two, and so on
	facetState   model.Facet = "state"
	facetFields  model.Facet = "fields" // the fields of reports of their own, by their names: no case has one of these values
)

// stateDraft is the value of the cases that are drafts.
const stateDraft = "draft"

// columnNamedPlace has the places that a case names itself, and not those above them.
const columnNamedPlace index.Column = "named place"

// columnFields has the values of all fields of reports of their own: each field
// is a facet, and how many there are is up to the reports.
const columnFields index.Column = "field"

// columnOf is the column with the values of a facet.
func columnOf(facet model.Facet) index.Column {
	if _, ok := facet.OwnField(); ok {
		return columnFields
	}
	return index.Column(facet)
}

// countedFacets are the facets that cases are counted by.
func countedFacets() []model.Facet { return append(model.Facets(), model.FacetParagraph) }

// indexColumns are the columns of the index.
func indexColumns() []index.Column {
	columns := []index.Column{index.Column(facetDays), index.Column(facetFigures), index.Column(facetState), columnNamedPlace, columnFields}
	for _, facet := range countedFacets() {
		columns = append(columns, index.Column(facet))
	}
	return columns
}

// orders are the orders of cases that are not that of their numbers.
func orders() []index.Order {
	return []index.Order{index.Order(model.SortDate), index.Order(model.SortTitle)}
}

// orderOf returns the order that a list is sorted by; empty for that of the numbers.
func orderOf(sort model.Sort) index.Order {
	for _, order := range orders() {
		if order == index.Order(sort) {
			return order
		}
	}
	return ""
}

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
