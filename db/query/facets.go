package query

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// maxValues is the maximum number of values of a facet in counts. Of a facet with more,
// only those with the most cases are returned.
const maxValues = 300

// Count returns only the totals of Facets.
func (l *Answers) Count(ctx context.Context, query model.Query) (results.Counts, error) {
	return ask(ctx, l, "count cases", func(r *reader) (results.Counts, error) {
		_, counts, err := r.totals(query)
		return counts, err
	})
}

// totals returns the answer of a query with its totals.
func (r *reader) totals(query model.Query) (answer, results.Counts, error) {
	counts := results.Counts{All: int(r.all.GetCardinality()), Facets: []results.FacetCount{}}
	a, err := r.answer(query)
	if err != nil {
		return a, counts, err
	}
	certain, err := r.certain(query)
	counts.Total, counts.Possible = int(a.all.GetCardinality()), countPossible(a.all, certain)
	return a, counts, err
}

// Facets counts the cases of a query by every value in the library or, if a facet
// has very many, by the values that most of the cases have. The counts of a facet
// ignore its own chosen values. Reports are a facet if there are several.
func (l *Answers) Facets(ctx context.Context, query model.Query) (results.Counts, error) {
	return ask(ctx, l, "count cases", func(r *reader) (results.Counts, error) {
		a, counts, err := r.totals(query)
		if err != nil {
			return counts, err
		}
		sizes, err := r.facetSizes()
		if err != nil {
			return counts, err
		}
		sets, all := map[model.Facet]*roaring.Bitmap{}, map[model.Facet]bool{}
		for facet := range sizes {
			set := a.all
			if a.chosen[facet] != nil {
				set = a.without(facet)
			}
			if all[facet] = set.GetCardinality() == r.all.GetCardinality(); !all[facet] {
				sets[facet] = set
			}
		}
		count, err := r.countBy(sets)
		if err != nil {
			return counts, err
		}
		fields, err := r.fieldFacets()
		if err != nil {
			return counts, err
		}
		for _, facet := range append(model.Facets(), fields...) {
			if sizes[facet] == 0 || (facet == model.FacetReport || facet == model.FacetCountry) && sizes[facet] == 1 {
				continue
			}
			var counted results.FacetCount
			switch {
			case all[facet]:
				counted, err = r.countAll(facet, sizes[facet], query.Filter[facet])
			case sizes[facet] <= maxValues:
				counted, err = r.facet(facet, count[facet])
			default:
				numbers, having := count[facet].Top(maxValues)
				var list []node
				if list, err = r.shownNodes(facet, numbers, query.Filter[facet]); err == nil {
					counted, err = topValues(facet, list, count[facet], having)
				}
			}
			if err == nil && facet == model.FacetDate {
				within := sets[facet]
				if all[facet] {
					within = r.all
				}
				err = r.countDates(counted.Values, within)
			}
			if err != nil {
				return counts, err
			}
			counts.Facets = append(counts.Facets, counted)
		}
		return counts, nil
	})
}

// facet counts by all values of a facet.
func (r *reader) facet(facet model.Facet, count index.Tally) (results.FacetCount, error) {
	tree, err := r.facetValues(facet)
	return results.FacetCount{Facet: facet, Values: countedValues(tree, count)}, err
}

// facetSizes returns how many values each facet has, up to one more than maxValues.
func (r *reader) facetSizes() (map[model.Facet]int, error) {
	return r.sizes.Get(struct{}{}, func() (map[model.Facet]int, error) {
		fields, err := r.fieldFacets()
		if err != nil {
			return nil, err
		}
		sizes := map[model.Facet]int{}
		return sizes, sqlite.Each(r.ctx, r.tx, "SELECT j.value, (SELECT count(*) FROM (SELECT 1 FROM facet_value v WHERE v.facet = j.value LIMIT ?)) FROM json_each(?) j", []any{maxValues + 1, sqlite.JSONList(append(model.Facets(), fields...))}, func(rows *sql.Rows) error {
			var facet model.Facet
			var size int
			err := rows.Scan(&facet, &size)
			if size > 0 {
				sizes[facet] = size
			}
			return err
		})
	})
}

// A node is a facet value.
type node struct {
	branch
	facet        model.Facet
	value, label string
	words        string // of its own name only
	cases        int    // as counted by imports
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

// nodesByNumber returns the values with these numbers, in the same order.
func (r *reader) nodesByNumber(numbers []int64) ([]node, error) {
	list, err := r.nodes("SELECT "+nodeColumns+" FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value", sqlite.JSONList(numbers))
	if err == nil && len(list) != len(numbers) {
		err = fmt.Errorf("%w: a facet lacks values", schema.ErrDamaged)
	}
	return list, err
}

// maxCachedNodes is the maximum number of values that a snapshot caches for the next counts.
const maxCachedNodes = 20_000

// nodesWithParents returns the values with these numbers and their parents, each once.
func (r *reader) nodesWithParents(numbers []int64) ([]node, error) {
	var list []node
	seen := map[int64]bool{0: true} // a root has the parent 0
	for len(numbers) > 0 {
		var unknown, above []int64
		take := func(n node) {
			list, above = append(list, n), append(above, n.parent)
		}
		r.mutex.Lock()
		for _, number := range numbers {
			if seen[number] {
				continue
			}
			seen[number] = true
			if n, known := r.nodeCache[number]; known {
				take(n)
			} else {
				unknown = append(unknown, number)
			}
		}
		r.mutex.Unlock()
		if len(unknown) > 0 {
			more, err := r.nodesByNumber(unknown)
			if err != nil {
				return nil, err
			}
			r.mutex.Lock()
			if len(r.nodeCache) > maxCachedNodes {
				clear(r.nodeCache)
			}
			for _, n := range more {
				take(n)
				r.nodeCache[n.number] = n
			}
			r.mutex.Unlock()
		}
		numbers = above
	}
	return list, nil
}

// facetValues returns the tree of a facet in the order in which its values are shown:
// vocabularies in their own order; people, organisations and countries by name, with
// individuals before groups and unnamed people; dates from the earliest; others as in the
// reports.
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

// shownOrder returns the order of siblings in a facet.
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

// countedValues returns the values of a tree with their counts.
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

// fieldFacets returns the facets of the custom fields, in the order of the reports.
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
