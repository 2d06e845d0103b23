package query

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// mostPlotted is how many cases are read for a plot: more would take too long.
const mostPlotted = 3000

// endings returns what came of those whom the cases of a set are about, but for
// sensitive cases; of too many cases nothing but how many they are.
func (r *reader) endings(set *roaring.Bitmap) (list []results.Ending, unread int, err error) {
	outcomes, err := r.facetValues(model.FacetOutcome)
	if err != nil {
		return nil, 0, err
	}
	var numbers []int64
	for _, outcome := range outcomes {
		numbers = append(numbers, outcome.number)
	}
	with, err := r.tagged(model.FacetOutcome, numbers...)
	if err != nil {
		return nil, 0, err
	}
	with = roaring.And(with, set)
	if cases := int(with.GetCardinality()); cases > mostPlotted {
		return nil, cases, nil
	}
	if err = r.openCases(with, func(c model.Case) { list = append(list, results.EndingsOf(c)...) }); err != nil {
		return nil, 0, err
	}
	groups, err := r.groupsOf(list)
	for i, e := range list {
		list[i].Group = e.Group || e.Facet == model.FacetPerson && groups[e.Value]
	}
	return list, 0, err
}

// groupsOf returns which of the people of endings are groups.
func (r *reader) groupsOf(endings []results.Ending) (map[string]bool, error) {
	var names []string
	for _, e := range endings {
		if e.Facet == model.FacetPerson {
			names = append(names, e.Value)
		}
	}
	groups := map[string]bool{}
	names, err := sqlite.Column[string](r.ctx, r.tx, `SELECT v.value FROM json_each(?) j CROSS JOIN facet_value v ON v.facet = ? AND v.value = j.value
		CROSS JOIN entity e ON e.value = v.number WHERE e.document ->> 'kind' = ?`, sqlite.JSONList(names), string(model.FacetPerson), string(model.PersonGroup))
	for _, name := range names {
		groups[name] = true
	}
	return groups, err
}

// plotEntries lists the rows of the plots. Of too many cases there are the headings
// alone, which say so.
func (r *reader) plotEntries(set *roaring.Bitmap) ([]results.Entry, error) {
	endings, unread, err := r.endings(set)
	var list []results.Entry
	for _, plot := range results.Plots() {
		if unread > 0 {
			list = append(list, results.Entry{Key: string(plot), Plot: plot, Facet: model.FacetOutcome})
		}
		list = append(list, plot.Entries(endings)...)
	}
	return list, err
}

// plotProfile tells of a row of a plot, or of all of it.
func (r *reader) plotProfile(profile *results.Profile, set *roaring.Bitmap) error {
	endings, unread, err := r.endings(set)
	profile.Endings, profile.Unread = slices.DeleteFunc(endings, func(e results.Ending) bool {
		return profile.Value != "" && profile.Plot.Value(e) != profile.Value
	}), unread
	return err
}
