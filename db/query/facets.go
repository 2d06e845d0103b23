package query

import (
	"context"
	"database/sql"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// mostValues is up to how many values a facet is given with all of them. Of a
// facet with more, as many are given, those with the most cases.
const mostValues = 300

// Facets counts the cases of a query by every value in the library or, if a facet
// has very many, by the values that most of the cases have. The counts of a facet
// ignore its own chosen values. Reports are a facet if there are several.
func (l *Answers) Facets(ctx context.Context, query model.Query) (results.Counts, error) {
	return ask(ctx, l, "count cases", func(r *reader) (results.Counts, error) {
		counts := results.Counts{Facets: []results.FacetCount{}}
		a, err := r.answer(query)
		if err != nil {
			return counts, err
		}
		counts.Total = int(a.all.GetCardinality())
		certain, err := r.certain(query)
		if err != nil {
			return counts, err
		}
		counts.Possible = possible(a.all, certain)
		sizes, err := r.facetSizes()
		if err != nil {
			return counts, err
		}
		sets, all := map[model.Facet]*roaring.Bitmap{}, map[model.Facet]bool{}
		for facet := range sizes {
			set := a.all
			if a.chosen[facet] != nil {
				set = a.without(facet)
			}
			if all[facet] = set.GetCardinality() == r.all.GetCardinality(); !all[facet] {
				sets[facet] = set
			}
		}
		count, err := r.countBy(sets)
		if err != nil {
			return counts, err
		}
		fields, err := r.fieldFacets()
		if err != nil {
			return counts, err
		}
		for _, facet := range append(model.Facets(), fields...) {
			if sizes[facet] == 0 || (facet == model.FacetReport || facet == model.FacetCountry) && sizes[facet] == 1 {
				continue
			}
			var counted results.FacetCount
			switch {
			case all[facet]:
				counted, err = r.ofAll(facet, sizes[facet], query.Filter[facet])
			case sizes[facet] <= mostValues:
				counted, err = r.facet(facet, count[facet])
			default:
				numbers, having := count[facet].Most(mostValues)
				var list []node
				if list, err = r.shown(facet, numbers, query.Filter[facet]); err == nil {
					counted, err = mostOf(facet, list, count[facet], having)
				}
			}
			if err == nil && facet == model.FacetDate {
				within := sets[facet]
				if all[facet] {
					within = r.all
				}
				err = r.countDates(counted.Values, within)
			}
			if err != nil {
				return counts, err
			}
			counts.Facets = append(counts.Facets, counted)
		}
		return counts, nil
	})
}

// facet counts by all values of a facet.
func (r *reader) facet(facet model.Facet, count index.Tally) (results.FacetCount, error) {
	tree, err := r.facetValues(facet)
	return results.FacetCount{Facet: facet, Values: countedValues(tree, count)}, err
}

// facetSizes returns how many values each facet has, up to one more than mostValues.
func (r *reader) facetSizes() (map[model.Facet]int, error) {
	return r.sizes.Get(struct{}{}, func() (map[model.Facet]int, error) {
		fields, err := r.fieldFacets()
		if err != nil {
			return nil, err
		}
		sizes := map[model.Facet]int{}
		return sizes, sqlite.Each(r.ctx, r.tx, "SELECT j.value, (SELECT count(*) FROM (SELECT 1 FROM facet_value v WHERE v.facet = j.value LIMIT ?)) FROM json_each(?) j", []any{mostValues + 1, sqlite.JSONList(append(model.Facets(), fields...))}, func(rows *sql.Rows) error {
			var facet model.Facet
			var size int
			err := rows.Scan(&facet, &size)
			if size > 0 {
				sizes[facet] = size
			}
			return err
		})
	})
}
