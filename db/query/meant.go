package query

import (
	"cmp"
	"database/sql"
	"slices"
	"strings"

	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// meantFacets are the facets of which plain words may mean a value, the most
// asked for first.
var meantFacets = []model.Facet{model.FacetOutcome, model.FacetCategory, model.FacetPenalty, model.FacetKind, model.FacetRole}

// meant returns the values of the closed facets that plain words may mean: those
// with all of them, or with words that mean the same.
func (r *reader) meant(text string, limit int) ([]results.FacetValue, error) {
	terms := model.ParseText(text)
	wanted := model.WantedOf(terms)
	if len(wanted) == 0 || len(wanted) > MaxNamedWords || slices.ContainsFunc(terms, func(t model.Term) bool { return t.Field != "" || t.Not }) {
		return nil, nil
	}
	var list []results.FacetValue
	for _, facet := range meantFacets {
		var of []results.FacetValue
		err := sqlite.Each(r.ctx, r.tx, "SELECT value, label, words, cases FROM facet_value WHERE facet = ? AND cases > 0 ORDER BY cases DESC, number LIMIT ?", []any{string(facet), mostValues}, func(rows *sql.Rows) error {
			v := results.FacetValue{Facet: facet}
			var words string
			if err := rows.Scan(&v.Value, &v.Label, &words, &v.Count); err != nil {
				return err
			}
			names := [][]string{}
			for name := range strings.SplitSeq(strings.TrimSpace(words), "  ") {
				names = append(names, strings.Fields(name))
			}
			means := func(w model.Wanted) bool {
				return slices.ContainsFunc(names, func(name []string) bool { return w.In(name) })
			}
			if !slices.ContainsFunc(wanted, func(w model.Wanted) bool { return !means(w) }) {
				of = append(of, v)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		list = append(list, of...)
	}
	folded := model.Fold(strings.TrimSpace(text))
	called := func(v results.FacetValue) int {
		if model.Fold(v.Label) == folded {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b results.FacetValue) int { return cmp.Compare(called(a), called(b)) })
	return list[:min(len(list), limit)], nil
}
