package bench

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"casebook/db"
	"casebook/model"
	"casebook/model/results"
)

// filters are facet values of a library: of each facet a frequent value, a rare
// value and three values together; and values of two and of three neighbouring
// facets.
func filters(counts results.Counts) []model.Filter {
	list := []model.Filter{{}}
	var common []model.Filter
	for _, facet := range counts.Facets {
		having := slices.DeleteFunc(slices.Clone(facet.Values), func(v results.FacetValue) bool { return v.Count == 0 })
		slices.SortStableFunc(having, func(a, b results.FacetValue) int { return cmp.Compare(b.Count, a.Count) })
		if len(having) == 0 {
			continue
		}
		chosen := func(values ...results.FacetValue) model.Filter {
			filter := model.Filter{}
			for _, value := range values {
				filter[facet.Facet] = append(filter[facet.Facet], value.Value)
			}
			return filter
		}
		common = append(common, chosen(having[0]))
		list = append(list, chosen(having[0]), chosen(having[len(having)-1]), chosen(having[:min(3, len(having))]...))
	}
	for together := 2; together <= 3; together++ {
		for i := 0; i+together <= len(common); i++ {
			filter := model.Filter{}
			for _, more := range common[i : i+together] {
				maps.Copy(filter, more)
			}
			list = append(list, filter)
		}
	}
	return list
}

// filtering are the texts that are searched under a filter.
func (m *measurement) filtering() []string {
	return []string{"", "p", "po", "police", "police court", "-police", m.people[people-7], m.words[rareWords/2], `"human rights"`, "date:2011..2013", "kind:event the", "is:draft", "xqwjzv"}
}

// otherOrders is how many of the texts are searched in the orders that are not
// the library's own.
const otherOrders = 5

// filtered measures rows and counts under every filter: of all texts in turn, and
// of one text in a newly opened library.
func (m *measurement) filtered(texts []string) {
	var chosen []model.Filter
	m.opened(func(library *db.Library) {
		counts, _ := m.count(library, model.Query{})
		chosen = filters(counts)
	})
	for _, sort := range model.Sorts() {
		if sort != model.SortReport {
			texts = texts[:otherOrders]
		}
		var keys, counts []time.Duration
		for i, filter := range chosen {
			for _, typed := range [][]string{texts, {texts[i%len(texts)]}} {
				key, count := m.inTurn(typed, model.Query{Filter: filter, Sort: sort, Limit: rows})
				keys, counts = append(keys, key...), append(counts, count...)
			}
		}
		m.times("rows under a filter, by "+string(sort), keys, m.budget.rows)
		m.times("counts under it", counts, m.budget.counts)
	}
}

// inTurn measures the first rows and the counts of queries for several texts in
// turn, in a newly opened library.
func (m *measurement) inTurn(texts []string, query model.Query) (keys, counts []time.Duration) {
	m.opened(func(library *db.Library) {
		for _, query.Text = range texts {
			_, key := m.find(library, query)
			_, count := m.count(library, query)
			keys, counts = append(keys, key), append(counts, count)
		}
	})
	return keys, counts
}
