package query

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// A node is a facet value.
type node struct {
	branch
	facet        model.Facet
	value, label string
	words        string // its own, not those of its other names
	cases        int    // as the imports have counted them
}

const nodeColumns = beforeWords + "v.words" + afterWords

const (
	beforeWords = "v.number, v.facet, v.value, " + schema.IntactLabel + ", "
	afterWords  = ", coalesce(v.parent, 0), v.cases"
)

// nodes returns the values that a query gives, with the columns of a node.
func (r *reader) nodes(query string, args ...any) ([]node, error) {
	return sqlite.List(r.ctx, r.tx, query, args, func(n *node) []any {
		return []any{&n.number, &n.facet, &n.value, &n.label, &n.words, &n.parent, &n.cases}
	})
}

// nodesNumbered returns the values with these numbers, in the same order.
func (r *reader) nodesNumbered(numbers []int64) ([]node, error) {
	list, err := r.nodes("SELECT "+nodeColumns+" FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value", sqlite.JSONList(numbers))
	if err == nil && len(list) != len(numbers) {
		err = fmt.Errorf("%w: a facet lacks values", schema.ErrDamaged)
	}
	return list, err
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
			more, err := r.nodesNumbered(unknown)
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

// facetValues returns the tree of a facet in the order in which its values are
// shown: vocabularies in theirs, people, organisations and countries by name, of people
// the individuals before the groups and those without a name, dates from
// the earliest, and what is left as the reports have it.
func (r *reader) facetValues(facet model.Facet) ([]node, error) {
	return r.values.Get(facet, func() ([]node, error) {
		list, err := r.nodes("SELECT "+nodeColumns+` FROM facet_value v WHERE v.facet = ?
			ORDER BY coalesce((SELECT min(entity.number) FROM entity WHERE entity.value = v.number),
			(SELECT report.number FROM report WHERE report.id = v.value AND v.facet = 'report'),
			CASE WHEN v.facet = 'report' THEN (SELECT min(report.number) FROM facet_value child JOIN report ON report.id = child.value WHERE child.facet = 'report' AND child.parent = v.number) END, v.number), v.number`, string(facet))
		if err != nil {
			return nil, err
		}
		individual := map[int64]bool{}
		if facet == model.FacetPerson {
			numbers, err := r.integers("SELECT value FROM entity WHERE facet = ? AND document ->> 'kind' = ?", string(model.FacetPerson), string(model.PersonIndividual))
			if err != nil {
				return nil, err
			}
			for _, number := range numbers {
				individual[number] = true
			}
		}
		slices.SortStableFunc(list, shownOrder(facet, list, individual))
		return treeOf(list, (*node).own)
	})
}

// shownOrder is the order in which values of a facet are shown beside each other.
func shownOrder(facet model.Facet, list []node, individual map[int64]bool) func(a, b node) int {
	if areNumbers(facet, list) {
		return func(a, b node) int { return cmp.Compare(schema.FirstNumber(a.value), schema.FirstNumber(b.value)) }
	}
	switch facet {
	case model.FacetPerson, model.FacetOrganisation, model.FacetCountry:
		rank := func(n node) int {
			if individual[n.number] {
				return 0
			}
			return 1
		}
		return func(a, b node) int { return cmp.Or(rank(a)-rank(b), strings.Compare(a.words, b.words)) }
	case model.FacetDate:
		return func(a, b node) int { return strings.Compare(a.value, b.value) }
	}
	words := schema.Vocabulary(facet)
	place := func(n node) int {
		if at := slices.Index(words, n.value); at >= 0 {
			return at
		}
		return len(words)
	}
	return func(a, b node) int { return cmp.Compare(place(a), place(b)) }
}

// countedValues are the values of a tree with how many cases have each.
func countedValues(tree []node, count index.Tally) []results.FacetValue {
	list := make([]results.FacetValue, len(tree))
	for i, n := range tree {
		list[i] = results.FacetValue{Value: n.value, Label: n.label, Depth: n.depth, Count: count.Of(n.number)}
	}
	return list
}

// areNumbers reports whether values of a facet are ranges of numbers.
func areNumbers(facet model.Facet, list []node) bool {
	if _, own := facet.OwnField(); !own {
		return false
	}
	for _, n := range list {
		if n.parent == 0 && (!strings.Contains(n.label, "–") || math.IsInf(schema.FirstNumber(n.value), 1)) {
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
