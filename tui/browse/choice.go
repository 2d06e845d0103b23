package browse

import (
	"slices"

	"casebook/model"
	"casebook/model/results"
)

// A Choice is one value of one facet.
type Choice struct {
	Facet model.Facet
	Value string // empty: the heading of the facet
	Also  bool   // it must match in addition to the other values of the facet
}

// Apply returns a query with these filters and no others.
func Apply(query model.Query, chosen []Choice) model.Query {
	query.Filter, query.Also = nil, nil
	for _, c := range chosen {
		filter := &query.Filter
		if c.Also {
			filter = &query.Also
		}
		if *filter == nil {
			*filter = model.Filter{}
		}
		(*filter)[c.Facet] = append((*filter)[c.Facet], c.Value)
	}
	return query
}

// Choices returns the filters of a query as choices, in the order of the facets.
func Choices(filter, also model.Filter) []Choice {
	var chosen []Choice
	for _, facet := range model.FacetsOf(filter, also) {
		for _, value := range filter[facet] {
			chosen = append(chosen, Choice{Facet: facet, Value: value})
		}
		for _, value := range also[facet] {
			chosen = append(chosen, Choice{Facet: facet, Value: value, Also: true})
		}
	}
	return chosen
}

// WithEntry adds the value of a row of a view to the filters. If other values of its
// facet are chosen, any of which is enough, it must match in addition to them.
func WithEntry(chosen []Choice, e results.Entry) []Choice {
	own := Choice{Facet: e.Facet, Value: e.Value}
	if slices.Contains(chosen, own) {
		return slices.DeleteFunc(slices.Clone(chosen), func(c Choice) bool { return c.Facet == e.Facet && c != own && !c.Also })
	}
	own.Also = slices.ContainsFunc(chosen, func(c Choice) bool { return c.Facet == e.Facet && !c.Also })
	if slices.Contains(chosen, own) {
		return chosen
	}
	return append(slices.Clone(chosen), own)
}

// ChoicesOf returns the values of a facet that are chosen.
func ChoicesOf(chosen []Choice, facet model.Facet) []Choice {
	return slices.DeleteFunc(slices.Clone(chosen), func(c Choice) bool { return c.Facet != facet })
}

// Blocking returns a function that reports whether a choice is part of an obstacle.
func Blocking(o model.Obstacle) func(Choice) bool {
	return func(c Choice) bool { return c.Facet == o.Facet && slices.Contains(o.Values, c.Value) }
}

// Alternatives groups the values of each facet, any of which is enough. A value that
// must match in addition is a group of its own.
func Alternatives(chosen []Choice) [][]Choice {
	var groups [][]Choice
	for _, c := range chosen {
		same := func(group []Choice) bool { return group[0].Facet == c.Facet && !group[0].Also && !c.Also }
		if at := slices.IndexFunc(groups, same); at >= 0 {
			groups[at] = append(groups[at], c)
			continue
		}
		groups = append(groups, []Choice{c})
	}
	return groups
}
