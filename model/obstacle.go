package model

import (
	"slices"
	"strconv"
	"strings"
)

// An Obstacle is a part of a query without results, without which it would have some:
// values of a facet, a bound of the dates, or a term of the text. The zero value is none.
type Obstacle struct {
	Facet   Facet    // of Values
	Values  []string // of Facet, any of which is enough
	Bound   string   // "since" or "until"
	Term    string   // as a person types it
	Without Query    // the query without this part
	Cases   int      // how many cases Without finds
}

// maxObstacles bounds the parts of a query that are tried, since each is a query.
const maxObstacles = 12

// Obstacles returns the parts of the query that may exclude cases, in the order of
// the facets and of the text, without counts. It returns at most 12.
func (q Query) Obstacles() []Obstacle {
	var all []Obstacle
	q.After, q.Offset = "", 0
	for _, facet := range FacetsOf(q.Filter, q.Also) {
		if values := q.Filter[facet]; len(values) > 0 {
			without := q
			without.Filter = q.Filter.without(facet, values...)
			all = append(all, Obstacle{Facet: facet, Values: values, Without: without})
		}
		for _, value := range q.Also[facet] {
			without := q
			without.Also = q.Also.without(facet, value)
			all = append(all, Obstacle{Facet: facet, Values: []string{value}, Without: without})
		}
	}
	if q.Since != "" {
		without := q
		without.Since = ""
		all = append(all, Obstacle{Bound: "since", Without: without})
	}
	if q.Until != "" {
		without := q
		without.Until = ""
		all = append(all, Obstacle{Bound: "until", Without: without})
	}
	terms := ParseText(q.Text)
	for i, term := range terms {
		without := q
		without.Text = TypedTerms(slices.Delete(slices.Clone(terms), i, i+1)...)
		if !without.Restricted() {
			break // without its only word it would be no query
		}
		all = append(all, Obstacle{Term: TypedTerms(term), Without: without})
	}
	return all[:min(len(all), maxObstacles)]
}

// without returns the filter without values of a facet.
func (f Filter) without(facet Facet, values ...string) Filter {
	rest := Filter{}
	for other, chosen := range f {
		if other == facet {
			chosen = slices.DeleteFunc(slices.Clone(chosen), func(value string) bool { return slices.Contains(values, value) })
		}
		if len(chosen) > 0 {
			rest[other] = chosen
		}
	}
	return rest
}

// Restricted reports whether the query has a text or filters.
func (q Query) Restricted() bool {
	return q.Text+q.Since+q.Until != "" || len(q.Filter)+len(q.Also) > 0
}

// TypedTerms writes terms as a person types them.
func TypedTerms(terms ...Term) string {
	var words []string
	for _, term := range terms {
		word := term.Text
		if term.Phrase || strings.ContainsRune(word, ' ') {
			word = strconv.Quote(word)
		}
		switch {
		case strings.ContainsRune(term.Own, ' '):
			word = strconv.Quote(term.Own) + ":" + word
		case term.Own != "":
			word = term.Own + ":" + word
		case term.Field != "":
			word = term.Field + ":" + word
		}
		if term.Not {
			word = "-" + word
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}
