package query

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// mostValues is up to how many values a facet is given with all of them. Of a
// facet with more, as many are given, those with the most cases.
const mostValues = 300

// Facets counts the cases of a query by every value that the library has, or,
// where a facet has very many, by those that most of the cases have. A facet's
// counts leave its own chosen values out of account. The reports are a facet
// where there are several.
func (l *Answers) Facets(ctx context.Context, query model.Query) (results.Counts, error) {
	counts := results.Counts{Facets: []results.FacetCount{}}
	err := l.query(ctx, func(r *reader) error {
		a, err := r.answer(query)
		if err != nil {
			return err
		}
		counts.Total = int(a.all.GetCardinality())
		sizes, err := r.facetSizes()
		if err != nil {
			return err
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
			return err
		}
		fields, err := r.fieldFacets()
		if err != nil {
			return err
		}
		for _, facet := range append(model.Facets(), fields...) {
			if sizes[facet] == 0 || (facet == model.FacetReport || facet == model.FacetCountry) && sizes[facet] == 1 {
				continue
			}
			var counted results.FacetCount
			switch {
			case all[facet]:
				counted, err = r.ofAll(facet, sizes[facet], query.Filter[facet])
			case sizes[facet] <= mostValues:
				counted, err = r.facet(facet, count[facet])
			default:
				numbers, having := count[facet].Most(mostValues)
				var list []node
				if list, err = r.shown(facet, numbers, query.Filter[facet]); err == nil {
					counted = mostOf(facet, list, count[facet], having)
				}
			}
			if err != nil {
				return err
			}
			counts.Facets = append(counts.Facets, counted)
		}
		return nil
	})
	if err != nil {
		return results.Counts{}, fmt.Errorf("count cases: %w", err)
	}
	return counts, nil
}

// facet counts by all values of a facet.
func (r *reader) facet(facet model.Facet, count index.Tally) (results.FacetCount, error) {
	counted := results.FacetCount{Facet: facet}
	nodes, err := r.facetValues(facet)
	if err != nil {
		return counted, err
	}
	counted.Values = flatten(nil, nodes.roots, 0, count)
	return counted, err
}

// facetSizes returns how many values each facet has, up to one more than mostValues.
func (r *reader) facetSizes() (map[model.Facet]int, error) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.sizes != nil {
		return r.sizes, nil
	}
	fields, err := r.listFieldFacets()
	if err != nil {
		return nil, err
	}
	sizes := map[model.Facet]int{}
	err = sqlite.Each(r.ctx, r.tx, "SELECT j.value, (SELECT count(*) FROM (SELECT 1 FROM facet_value v WHERE v.facet = j.value LIMIT ?)) FROM json_each(?) j", []any{mostValues + 1, sqlite.JSONList(append(model.Facets(), fields...))}, func(rows *sql.Rows) error {
		var facet model.Facet
		var size int
		err := rows.Scan(&facet, &size)
		if size > 0 {
			sizes[facet] = size
		}
		return err
	})
	if err == nil {
		r.sizes, r.fields = sizes, fields
	}
	return sizes, err
}

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

// nodes returns the values that a query gives, with the columns of a node.
func (r *reader) nodes(query string, args ...any) ([]node, error) {
	var list []node
	err := sqlite.Each(r.ctx, r.tx, query, args, func(rows *sql.Rows) error {
		var n node
		err := rows.Scan(&n.number, &n.facet, &n.value, &n.label, &n.words, &n.parent)
		list = append(list, n)
		return err
	})
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
			more, err := r.nodes("SELECT v.number, v.facet, v.value, v.label, v.words, coalesce(v.parent, 0) FROM json_each(?) j CROSS JOIN facet_value v ON v.number = j.value", sqlite.JSONList(unknown))
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
// shown: vocabularies in theirs, people, organisations and countries by name, dates from
// the earliest, and what is left as the reports have it.
func (r *reader) facetValues(facet model.Facet) (*facetValues, error) {
	r.mutex.Lock()
	known := r.values[facet]
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	list, err := r.nodes(`SELECT number, facet, value, label, words, coalesce(parent, 0) FROM facet_value WHERE facet = ?
		ORDER BY coalesce((SELECT min(entity.number) FROM entity WHERE entity.value = facet_value.number),
		(SELECT report.number FROM report WHERE report.id = facet_value.value AND facet_value.facet = 'report'),
		CASE WHEN facet_value.facet = 'report' THEN (SELECT min(report.number) FROM facet_value child JOIN report ON report.id = child.value WHERE child.facet = 'report' AND child.parent = facet_value.number) END, number), number`, string(facet))
	if err != nil {
		return nil, err
	}
	values := grow(list)
	values.arrange(facet)
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.values[facet] = values
	return values, nil
}

// arrange puts facet values into the order in which they are shown.
func (v *facetValues) arrange(facet model.Facet) {
	if areNumbers(facet, v.roots) {
		v.sort(func(a, b *node) int { return cmp.Compare(firstNumber(a.value), firstNumber(b.value)) })
		return
	}
	switch facet {
	case model.FacetPerson, model.FacetOrganisation, model.FacetCountry:
		v.sort(func(a, b *node) int { return strings.Compare(a.words, b.words) })
	case model.FacetDate:
		v.sort(func(a, b *node) int { return strings.Compare(a.value, b.value) })
	default:
		order := vocabulary(facet)
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

// vocabulary returns the words of a facet that has a closed list of them.
func vocabulary(facet model.Facet) []string {
	switch facet {
	case model.FacetKind:
		return Texts(model.Kinds())
	case model.FacetRole:
		return Texts(model.PersonRoles())
	case model.FacetOutcome, model.FacetPenalty:
		return Texts(model.OutcomeTypes())
	case model.FacetRight:
		return model.Rights()
	case model.FacetSensitivity:
		return Texts(model.Sensitivities())
	case model.FacetNotStated:
		return Texts(model.Topics())
	}
	return nil
}

func Texts[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = string(word)
	}
	return list
}

// flatten lists the values of a tree, each before those below it.
func flatten(list []results.FacetValue, nodes []*node, depth int, count index.Tally) []results.FacetValue {
	for _, n := range nodes {
		list = append(list, results.FacetValue{Value: n.value, Label: n.label, Depth: depth, Count: count.Of(n.number)})
		list = flatten(list, n.children, depth+1, count)
	}
	return list
}
