package tui

import (
	"slices"

	"casebook/model"
)

// A choice is one value of one facet.
type choice struct {
	facet model.Facet
	value string // empty: the facet's heading
	also  bool   // it must hold beside what else is chosen of the facet
}

// filtered is a query with these filters and no others.
func filtered(query model.Query, chosen []choice) model.Query {
	query.Filter, query.Also = nil, nil
	for _, c := range chosen {
		filter := &query.Filter
		if c.also {
			filter = &query.Also
		}
		if *filter == nil {
			*filter = model.Filter{}
		}
		(*filter)[c.facet] = append((*filter)[c.facet], c.value)
	}
	return query
}

// withEntry adds the value of an entry to filters. Inside a facet any of the
// values chosen is enough, so where there are others it must hold beside them.
func withEntry(chosen []choice, e model.Entry) []choice {
	own := choice{facet: e.Facet, value: e.Value}
	if slices.Contains(chosen, own) {
		return slices.DeleteFunc(slices.Clone(chosen), func(c choice) bool { return c.facet == e.Facet && c != own && !c.also })
	}
	own.also = slices.ContainsFunc(chosen, func(c choice) bool { return c.facet == e.Facet && !c.also })
	if slices.Contains(chosen, own) {
		return chosen
	}
	return append(slices.Clone(chosen), own)
}

func chosenIn(chosen []choice, facet model.Facet) int {
	count := 0
	for _, c := range chosen {
		if c.facet == facet {
			count++
		}
	}
	return count
}

// inTheWay tells the choices that are an obstacle.
func inTheWay(o model.Obstacle) func(choice) bool {
	return func(c choice) bool { return c.facet == o.Facet && slices.Contains(o.Values, c.value) }
}
