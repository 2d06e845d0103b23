package query

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// A node is a facet value with those below it.
type node struct {
	number       int64
	facet        model.Facet
	parent       int64
	value, label string
	words        string // its own, not those of its other names
	children     []*node
}

// facetValues are values of a facet as trees.
type facetValues struct {
	roots []*node
}

const nodeColumns = "v.number, v.facet, v.value, " + schema.IntactLabel + ", v.words, coalesce(v.parent, 0)"

// nodes returns the values that a query gives, with the columns of a node.
func (r *reader) nodes(query string, args ...any) ([]node, error) {
	return sqlite.List(r.ctx, r.tx, query, args, func(n *node) []any {
		return []any{&n.number, &n.facet, &n.value, &n.label, &n.words, &n.parent}
	})
}

// mostNodes is how many values a snapshot keeps for the next counts, which
// show most of them again.
const mostNodes = 20_000

// nodesOf returns the values with these numbers, and those above them, each once.
func (r *reader) nodesOf(numbers []int64) ([]node, error) {
	var list []node
	met := map[int64]bool{0: true} // what is above a root
	for len(numbers) > 0 {
		var unknown, above []int64
		take := func(n node) {
			list, above = append(list, n), append(above, n.parent)
		}
		r.mutex.Lock()
		for _, number := range numbers {
			if met[number] {
				continue
			}
			met[number] = true
			if n, known := r.known[number]; known {
				take(n)
			} else {
				unknown = append(unknown, number)
			}
		}
		r.mutex.Unlock()
		if len(unknown) > 0 {
			more, err := r.nodes("SELECT "+nodeColumns+" FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value", sqlite.JSONList(unknown))
			if err != nil {
				return nil, err
			}
			r.mutex.Lock()
			if len(r.known) > mostNodes {
				clear(r.known)
			}
			for _, n := range more {
				take(n)
				r.known[n.number] = n
			}
			r.mutex.Unlock()
		}
		numbers = above
	}
	return list, nil
}

// grow makes trees of values.
func grow(list []node) *facetValues {
	nodes := map[int64]*node{}
	for i := range list {
		nodes[list[i].number] = &list[i]
	}
	values := &facetValues{}
	for i := range list {
		n := &list[i]
		if above := nodes[n.parent]; above != nil {
			above.children = append(above.children, n)
		} else {
			values.roots = append(values.roots, n)
		}
	}
	return values
}

// facetValues returns the trees of a facet in the order in which they are
// shown: vocabularies in theirs, people, organisations and countries by name, of people
// the individuals before the groups and those without a name, dates from
// the earliest, and what is left as the reports have it.
func (r *reader) facetValues(facet model.Facet) (*facetValues, error) {
	return r.values.Get(facet, func() (*facetValues, error) { return r.readFacetValues(facet) })
}

func (r *reader) readFacetValues(facet model.Facet) (*facetValues, error) {
	list, err := r.nodes("SELECT "+nodeColumns+` FROM facet_value v WHERE v.facet = ?
		ORDER BY coalesce((SELECT min(entity.number) FROM entity WHERE entity.value = v.number),
		(SELECT report.number FROM report WHERE report.id = v.value AND v.facet = 'report'),
		CASE WHEN v.facet = 'report' THEN (SELECT min(report.number) FROM facet_value child JOIN report ON report.id = child.value WHERE child.facet = 'report' AND child.parent = v.number) END, v.number), v.number`, string(facet))
	if err != nil {
		return nil, err
	}
	values := grow(list)
	values.arrange(facet)
	if facet == model.FacetPerson {
		if err := r.individualsFirst(values); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// individualsFirst puts people before groups and those whom the report does not name.
func (r *reader) individualsFirst(people *facetValues) error {
	numbers, err := r.integers("SELECT value FROM entity WHERE facet = ? AND document ->> 'kind' = ?", string(model.FacetPerson), string(model.PersonIndividual))
	if err != nil {
		return err
	}
	individual := make(map[int64]bool, len(numbers))
	for _, number := range numbers {
		individual[number] = true
	}
	rank := func(n *node) int {
		if individual[n.number] {
			return 0
		}
		return 1
	}
	people.sort(func(a, b *node) int { return rank(a) - rank(b) })
	return nil
}

// arrange puts facet values into the order in which they are shown.
func (v *facetValues) arrange(facet model.Facet) {
	if areNumbers(facet, v.roots) {
		v.sort(func(a, b *node) int { return cmp.Compare(schema.FirstNumber(a.value), schema.FirstNumber(b.value)) })
		return
	}
	switch facet {
	case model.FacetPerson, model.FacetOrganisation, model.FacetCountry:
		v.sort(func(a, b *node) int { return strings.Compare(a.words, b.words) })
	case model.FacetDate:
		v.sort(func(a, b *node) int { return strings.Compare(a.value, b.value) })
	default:
		order := schema.Vocabulary(facet)
		place := func(n *node) int {
			if at := slices.Index(order, n.value); at >= 0 {
				return at
			}
			return len(order)
		}
		v.sort(func(a, b *node) int { return cmp.Compare(place(a), place(b)) })
	}
}

// sort orders the roots, and what is below each node.
func (v *facetValues) sort(order func(a, b *node) int) {
	var below func(list []*node)
	below = func(list []*node) {
		slices.SortStableFunc(list, order)
		for _, n := range list {
			below(n.children)
		}
	}
	below(v.roots)
}

// flatten lists the values of a tree, each before those below it.
func flatten(list []results.FacetValue, nodes []*node, depth int, count index.Tally) []results.FacetValue {
	for _, n := range nodes {
		list = append(list, results.FacetValue{Value: n.value, Label: n.label, Depth: depth, Count: count.Of(n.number)})
		list = flatten(list, n.children, depth+1, count)
	}
	return list
}

// areNumbers reports whether values of a facet are ranges of numbers.
func areNumbers(facet model.Facet, roots []*node) bool {
	if _, own := facet.OwnField(); !own {
		return false
	}
	for _, n := range roots {
		if !strings.Contains(n.label, "–") || math.IsInf(schema.FirstNumber(n.value), 1) {
			return false
		}
	}
	return true
}

// fieldFacets returns the facets of the reports' own fields, in their order.
func (r *reader) fieldFacets() ([]model.Facet, error) {
	return r.fields.Get(struct{}{}, func() ([]model.Facet, error) {
		list, err := r.nodes("SELECT "+nodeColumns+" FROM facet_value v WHERE v.facet = ? ORDER BY v.number", string(schema.FacetFields))
		facets := make([]model.Facet, len(list))
		for i, n := range list {
			facets[i] = model.FieldFacet(n.value)
		}
		return facets, err
	})
}
