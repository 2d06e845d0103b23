package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/document"
	"casebook/tui/words"
)

// A node is a row of the filters: a facet's heading or one of its values.
type node struct {
	choice
	label    string
	depth    int // 0: a heading
	count    int
	children bool
	more     int // how many values of the facet are not listed; the node stands for them
}

// A filterTree is the facets with their values and counts, as trees of which
// parts are folded away.
type filterTree struct {
	words  words.Words
	counts model.Counts
	folded map[choice]bool // where the person has changed what begins open
	nodes  []node          // what is not folded away
}

// set takes new counts in, and what the reports are called.
func (t *filterTree) set(counts model.Counts, names map[string]string) {
	t.counts = counts
	for _, facet := range counts.Facets {
		for i, value := range facet.Values {
			if name, ok := names[value.Value]; ok && facet.Facet == model.FacetReport {
				facet.Values[i].Label = name
			}
		}
	}
	t.list()
}

// list makes the rows anew.
func (t *filterTree) list() {
	t.nodes = nil
	for _, facet := range t.counts.Facets {
		if len(facet.Values) == 0 || facet.Facet == model.FacetReport && len(facet.Values) < 2 {
			continue
		}
		heading := node{choice: choice{facet: facet.Facet}, label: document.FacetLabel(t.words, facet.Facet), children: true}
		t.nodes = append(t.nodes, heading)
		hidden := -1 // the depth of a folded value, below which nothing shows
		if !t.open(heading) {
			continue
		}
		for i, value := range facet.Values {
			if hidden >= 0 && value.Depth > hidden {
				continue
			}
			hidden = -1
			n := node{choice: choice{facet: facet.Facet, value: value.Value}, label: document.ValueLabel(t.words, facet.Facet, value), depth: value.Depth + 1, count: value.Count}
			n.children = i+1 < len(facet.Values) && facet.Values[i+1].Depth > value.Depth
			t.nodes = append(t.nodes, n)
			if n.children && !t.open(n) {
				hidden = value.Depth
			}
		}
		if facet.More > 0 {
			t.nodes = append(t.nodes, node{choice: choice{facet: facet.Facet}, label: t.words.Say("%d more", facet.More), depth: 1, more: facet.More})
		}
	}
}

// open says whether what is below a node shows. The categories with their
// first level, and the kinds, begin open.
func (t *filterTree) open(n node) bool {
	if open, changed := t.folded[n.choice]; changed {
		return open
	}
	switch n.facet {
	case model.FacetCategory:
		return n.depth <= 1
	case model.FacetKind:
		return true
	}
	return false
}

// fold opens or closes a node.
func (t *filterTree) fold(n node, open bool) {
	if t.folded == nil {
		t.folded = map[choice]bool{}
	}
	t.folded[n.choice] = open
	t.list()
}

// kin tells the values above and below a node in its tree: to choose it beside
// one of them would choose nothing more, so it takes their place.
func (t *filterTree) kin(n node) func(choice) bool {
	related := map[choice]bool{}
	for _, facet := range t.counts.Facets {
		if facet.Facet != n.facet {
			continue
		}
		at := slices.IndexFunc(facet.Values, func(v model.FacetValue) bool { return v.Value == n.value })
		for i, depth := at-1, n.depth-1; i >= 0 && depth > 0; i-- {
			if facet.Values[i].Depth < depth {
				depth = facet.Values[i].Depth
				related[choice{facet: n.facet, value: facet.Values[i].Value}] = true
			}
		}
		for i := at + 1; i < len(facet.Values) && facet.Values[i].Depth > n.depth-1; i++ {
			related[choice{facet: n.facet, value: facet.Values[i].Value}] = true
		}
	}
	return func(c choice) bool { return related[c] }
}

// reports are the reports to choose from; none where there is only one.
func (t *filterTree) reports() []model.FacetValue {
	for _, facet := range t.counts.Facets {
		if facet.Facet == model.FacetReport && len(facet.Values) > 1 {
			return facet.Values
		}
	}
	return nil
}

// label is how a choice reads as a chip, as far as its facet lists it; else by
// the end of its path.
func (t *filterTree) label(c choice) string {
	value, ok := t.value(c)
	if !ok {
		path := model.SplitPath(c.value)
		value = model.FacetValue{Value: c.value, Label: path[len(path)-1]}
	}
	return document.FullValueLabel(t.words, c.facet, value)
}

// labels is how values of a facet read together.
func (t *filterTree) labels(facet model.Facet, values []string) string {
	var labels []string
	for _, value := range values {
		labels = append(labels, t.label(choice{facet: facet, value: value}))
	}
	return strings.Join(labels, ", ")
}

// value is the value that a choice stands for; false where its facet does not
// list it.
func (t *filterTree) value(c choice) (model.FacetValue, bool) {
	for _, facet := range t.counts.Facets {
		for _, value := range facet.Values {
			if facet.Facet == c.facet && value.Value == c.value {
				return value, true
			}
		}
	}
	return model.FacetValue{}, false
}
