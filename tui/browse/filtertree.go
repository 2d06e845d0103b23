package browse

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/document"
	"casebook/tui/words"
)

// A Node is a row of the tree: a facet's heading or one of its values.
type Node struct {
	Choice
	Label string
	Depth int // 0: a heading
	Count int
	// of a time: how many of the cases only possibly lie in it
	Possible int
	Folds    bool // there are nodes below it
	More     int  // how many values of the facet are not listed; the node shows that number
}

// A FilterTree is the facets with their values and counts, as trees with open and
// closed nodes.
type FilterTree struct {
	Words  words.Words
	Counts results.Counts
	Sort   model.Sort      // of the values; empty: as they are counted
	folded map[Choice]bool // nodes that the reader has opened or closed
	Nodes  []Node          // the visible rows
}

// Set replaces the counts. Names are the names of reports, by id.
func (t *FilterTree) Set(counts results.Counts, names map[string]string) {
	t.Counts = counts
	for _, facet := range counts.Facets {
		for i, value := range facet.Values {
			if name, ok := names[value.Value]; ok && facet.Facet == model.FacetReport {
				facet.Values[i].Label = name
			}
		}
	}
	t.Rebuild()
}

// Rebuild makes the nodes again, as after a change of the language.
func (t *FilterTree) Rebuild() {
	t.Nodes = nil
	for _, facet := range t.Counts.Facets {
		if !Offers(facet) {
			continue
		}
		heading := Node{Choice: Choice{Facet: facet.Facet}, Label: document.FacetLabel(t.Words, facet.Facet), Folds: true}
		t.Nodes = append(t.Nodes, heading)
		hidden := -1 // the depth of a closed value; values below it are hidden
		if !t.IsOpen(heading) {
			continue
		}
		values := t.sortValues(facet)
		for i, value := range values {
			if hidden >= 0 && value.Depth > hidden {
				continue
			}
			hidden = -1
			n := t.node(facet.Facet, value)
			n.Folds = i+1 < len(values) && values[i+1].Depth > value.Depth
			t.Nodes = append(t.Nodes, n)
			if n.Folds && !t.IsOpen(n) {
				hidden = value.Depth
			}
		}
		if facet.More > 0 {
			t.Nodes = append(t.Nodes, Node{Choice: Choice{Facet: facet.Facet}, Label: t.Words.Say("%d more", facet.More), Depth: 1, More: facet.More})
		}
	}
}

// Offers reports whether a facet is shown: it has values, and more than one report or
// country.
func Offers(facet results.FacetCount) bool {
	several := facet.Facet == model.FacetReport || facet.Facet == model.FacetCountry
	return len(facet.Values) > 1 || len(facet.Values) == 1 && !several
}

// node returns the row of a value.
func (t *FilterTree) node(facet model.Facet, value results.FacetValue) Node {
	return Node{Choice: Choice{Facet: facet, Value: value.Value}, Label: document.ValueLabel(t.Words, facet, value), Depth: value.Depth + 1, Count: value.Count, Possible: value.Possible}
}

// IsOpen reports whether a node is open. At first the categories with their first level
// and the outcomes are.
func (t *FilterTree) IsOpen(n Node) bool {
	if open, changed := t.folded[n.Choice]; changed {
		return open
	}
	switch n.Facet {
	case model.FacetCategory:
		return n.Depth <= 1
	case model.FacetOutcome:
		return true
	}
	return false
}

// Fold opens or closes a node.
func (t *FilterTree) Fold(n Node, open bool) {
	if t.folded == nil {
		t.folded = map[Choice]bool{}
	}
	t.folded[n.Choice] = open
	t.Rebuild()
}

// Above returns the parents of a node, the nearest first.
func (t *FilterTree) Above(n Node) []Node {
	values, at := t.at(n.Choice)
	if at < 0 {
		return nil
	}
	var above []Node
	for i, depth := at-1, values[at].Depth; i >= 0 && depth > 0; i-- {
		if values[i].Depth < depth {
			depth = values[i].Depth
			above = append(above, t.node(n.Facet, values[i]))
		}
	}
	return above
}

// at returns the values of a choice's facet, and the index of its own; -1: none.
func (t *FilterTree) at(c Choice) (values []results.FacetValue, at int) {
	values = t.Counts.Of(c.Facet).Values
	return values, slices.IndexFunc(values, func(v results.FacetValue) bool { return v.Value == c.Value })
}

// Related returns a function that reports whether a choice is above or below a node.
// The node replaces such choices, since both together would mean the same as one.
func (t *FilterTree) Related(n Node) func(Choice) bool {
	related := map[Choice]bool{}
	for _, above := range t.Above(n) {
		related[above.Choice] = true
	}
	values, at := t.at(n.Choice)
	for i := at + 1; at >= 0 && i < len(values) && values[i].Depth > values[at].Depth; i++ {
		related[Choice{Facet: n.Facet, Value: values[i].Value}] = true
	}
	return func(c Choice) bool { return related[c] }
}

// Reports returns the reports to choose from; none if there is only one.
func (t *FilterTree) Reports() []results.FacetValue {
	values := t.Counts.Of(model.FacetReport).Values
	var reports []results.FacetValue // without the publications above them
	for i, value := range values {
		if i+1 == len(values) || values[i+1].Depth <= value.Depth {
			reports = append(reports, value)
		}
	}
	if len(reports) < 2 {
		return nil
	}
	return reports
}

// Label returns the text of a choice's chip: the label of its value if the facet lists
// it, else the end of its path.
func (t *FilterTree) Label(c Choice) string {
	value, ok := t.Value(c)
	if !ok {
		path := model.SplitPath(c.Value)
		value = results.FacetValue{Value: c.Value, Label: path[len(path)-1]}
	}
	return document.FullValueLabel(t.Words, c.Facet, value)
}

// Labels returns the labels of some values of a facet.
func (t *FilterTree) Labels(facet model.Facet, values []string) string {
	var labels []string
	for _, value := range values {
		labels = append(labels, t.Label(Choice{Facet: facet, Value: value}))
	}
	return strings.Join(labels, ", ")
}

// Value returns the value of a choice; false if its facet does not list it.
func (t *FilterTree) Value(c Choice) (results.FacetValue, bool) {
	values, at := t.at(c)
	if at < 0 {
		return results.FacetValue{}, false
	}
	return values[at], true
}
