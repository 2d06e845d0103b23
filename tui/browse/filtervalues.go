package browse

import (
	"cmp"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/model/word"
	"casebook/tui/document"
)

// FilterSorts returns the orders of the values of facets: the usual one, by number of
// cases, by name.
func FilterSorts() []model.Sort { return []model.Sort{"", model.SortCases, model.SortTitle} }

// sortValues returns the values of a facet in the order of the tree, parents before
// children. Dates keep their order.
func (t *FilterTree) sortValues(facet results.FacetCount) []results.FacetValue {
	name := func(v results.FacetValue) string { return model.Fold(document.ValueLabel(t.Words, facet.Facet, v)) }
	switch {
	case t.Sort == "" || facet.Facet == model.FacetDate:
		return facet.Values
	case t.Sort == model.SortTitle:
		return sortTree(facet.Values, func(a, b results.FacetValue) int { return strings.Compare(name(a), name(b)) })
	}
	return sortTree(facet.Values, func(a, b results.FacetValue) int { return cmp.Compare(b.Count, a.Count) })
}

// sortTree returns the values of a tree with siblings sorted.
func sortTree(values []results.FacetValue, order func(a, b results.FacetValue) int) []results.FacetValue {
	var branches [][]results.FacetValue
	for i, value := range values {
		if i == 0 || value.Depth <= values[0].Depth {
			branches = append(branches, nil)
		}
		last := &branches[len(branches)-1]
		*last = append(*last, value)
	}
	slices.SortStableFunc(branches, func(a, b []results.FacetValue) int { return order(a[0], b[0]) })
	list := make([]results.FacetValue, 0, len(values))
	for _, branch := range branches {
		list = append(append(list, branch[0]), sortTree(branch[1:], order)...)
	}
	return list
}

// Matching returns the values of a facet that contain all words of a text, as prefixes,
// and then others that the library has found; values with cases first.
func (t *FilterTree) Matching(facet model.Facet, text string, found []results.FacetValue) []Node {
	var nodes []Node
	add := func(value results.FacetValue) {
		n := t.node(facet, value)
		if len(word.Split(text)) > 0 { // else it stands in its tree
			n.Label, n.Depth = document.FullValueLabel(t.Words, facet, value), 1
		}
		if !slices.ContainsFunc(nodes, func(known Node) bool { return known.Choice == n.Choice }) {
			nodes = append(nodes, n)
		}
	}
	for _, value := range t.sortValues(t.Counts.Of(facet)) {
		if word.Has(document.FullValueLabel(t.Words, facet, value), text, strings.HasPrefix) {
			add(value)
		}
	}
	for _, value := range found {
		if listed, ok := t.Value(Choice{Facet: facet, Value: value.Value}); ok {
			value = listed
		}
		add(value)
	}
	slices.SortStableFunc(nodes, func(a, b Node) int { return cmp.Compare(min(b.Count, 1), min(a.Count, 1)) })
	return nodes
}
