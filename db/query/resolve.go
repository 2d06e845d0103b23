package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
)

// maxNearest is the maximum number of values in an UnknownValueError.
const maxNearest = 3

// maxResolved is the maximum number of values that a text may mean, in a facet with very
// many.
const maxResolved = 1000

// maxScoreGap is how much worse than the best match another name may be to be returned
// too.
const maxScoreGap = 0.02

// Resolve returns the values of a facet that a text means: the value itself, else a value
// with the same folded text, else the end of a path (Social media), else values with all
// its words, as prefixes, in one of their names, else the names that sound most alike. A
// word of a vocabulary is a value even if the library does not have it. The error is an
// *UnknownValueError if the text means none.
func (l *Answers) Resolve(ctx context.Context, facet model.Facet, text string) ([]string, error) {
	var known []node
	var hits []nameHit
	text = strings.TrimSpace(text)
	err := l.query(ctx, func(r *reader) error {
		sizes, err := r.facetSizes()
		if err != nil {
			return err
		}
		if sizes[facet] <= maxValues {
			known, err = r.candidates(facet)
		} else {
			written := text
			if facet == model.FacetPlace { // its parent is not in its name
				written, _, _ = strings.Cut(text, ",")
			}
			known, err = r.valuesWithWords(facet, schema.QueryWords(written), maxResolved)
		}
		if err == nil && slices.Contains(schema.NameFacets(), facet) {
			hits, err = r.searchNames(text, facet, maxRankedNames)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look up the %s %q: %w", facet, text, err)
	}
	folded, words := model.Fold(text), schema.QueryWords(text)
	for _, means := range []func(node) bool{
		func(c node) bool { return facet == model.FacetPlace && schema.PlaceMatches(c.value, text) },
		func(c node) bool { return c.value == text || c.label == text },
		func(c node) bool { return model.Fold(c.value) == folded || model.Fold(c.label) == folded },
		func(c node) bool {
			return strings.HasSuffix("/"+model.Fold(strings.Join(model.SplitPath(c.value), "/")), "/"+folded)
		},
		func(c node) bool {
			return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return !schema.HasPrefix(c.words, word) })
		},
	} {
		var values []string
		for _, c := range known {
			if text != "" && means(c) && !slices.Contains(values, c.value) {
				values = append(values, c.value)
			}
		}
		if len(values) > 0 {
			return values, nil
		}
	}
	var values, near []string
	isWholeName := func(s nameHit) bool { // Алматы is Almaty, not its region
		return facet == model.FacetPlace && s.Matches() && len(strings.Fields(s.Raw)) == len(words)
	}
	if slices.ContainsFunc(hits, isWholeName) {
		hits = slices.DeleteFunc(hits, func(s nameHit) bool { return !isWholeName(s) })
	}
	for _, s := range hits {
		if !s.Matches() {
			near = append(near, s.displayName())
		} else if s.Score > hits[0].Score-maxScoreGap {
			values = append(values, s.value)
		}
	}
	if len(values) > 0 {
		return values, nil
	}
	if len(near) == 0 {
		near = nearest(text, known)
		for i, value := range near {
			if at := slices.IndexFunc(known, func(c node) bool { return c.value == value }); facet == model.FacetPlace {
				near[i] = known[at].label
			}
		}
	}
	return nil, &schema.UnknownValueError{Facet: facet, Text: text, Nearest: near[:min(len(near), maxNearest)]}
}

// candidates returns the values of a facet with the words of all their names, and for a
// vocabulary also its values without cases.
func (r *reader) candidates(facet model.Facet) ([]node, error) {
	words := "v.words || coalesce((SELECT group_concat(" + schema.IntactWords + ", '') FROM entity e WHERE e.value = v.number AND e.words <> ''), '')"
	list, err := r.nodes("SELECT "+beforeWords+words+afterWords+" FROM facet_value v WHERE v.facet = ? ORDER BY v.number", string(facet))
	for _, word := range schema.Vocabulary(facet) {
		if !slices.ContainsFunc(list, func(c node) bool { return c.value == word }) {
			list = append(list, node{value: word, label: word, words: schema.Words(word)})
		}
	}
	return list, err
}

// nearest returns the values that a text probably means: by the whole label, or by one of
// its words.
func nearest(text string, known []node) []string {
	var spellings, of []string
	for _, c := range known {
		spellings, of = append(spellings, c.label), append(of, c.value)
	}
	for _, c := range known {
		for _, word := range strings.Fields(c.words) {
			spellings, of = append(spellings, word), append(of, c.value)
		}
	}
	var list []string
	for len(list) < maxNearest {
		spelling, found := model.Nearest(text, spellings)
		if !found {
			break
		}
		value := of[slices.Index(spellings, spelling)]
		list = append(list, value)
		for i := range spellings {
			if of[i] == value {
				spellings[i] = "" // an empty text is near nothing
			}
		}
	}
	return list
}

// placesByName returns the places that a text such as "Tripoli, Libya" means.
func (r *reader) placesByName(text string) ([]int64, error) {
	name, _, _ := strings.Cut(text, ",")
	known, err := r.valuesWithWords(model.FacetPlace, schema.QueryWords(name), maxResolved)
	var numbers []int64
	for _, c := range known {
		if schema.PlaceMatches(c.value, text) {
			numbers = append(numbers, c.number)
		}
	}
	return numbers, err
}

// suggestedFacets are the facets whose values suggestFilters returns, the most used first.
var suggestedFacets = []model.Facet{model.FacetOutcome, model.FacetCategory, model.FacetPenalty, model.FacetKind, model.FacetRole}

// suggestFilters returns the filters that plain words may mean: values of vocabularies
// with all the words or their synonyms.
func (r *reader) suggestFilters(text string, limit int) ([]results.FacetValue, error) {
	terms := model.ParseText(text)
	clauses := model.ClausesOf(terms)
	if len(clauses) == 0 || len(clauses) > MaxNameWords || slices.ContainsFunc(terms, func(t model.Term) bool { return t.Field != "" || t.Not }) {
		return nil, nil
	}
	var list []results.FacetValue
	for _, facet := range suggestedFacets {
		values, err := r.valuesWithWords(facet, nil, maxValues)
		if err != nil {
			return nil, err
		}
		for _, v := range values {
			names := [][]string{}
			for name := range strings.SplitSeq(strings.TrimSpace(v.words), "  ") {
				names = append(names, strings.Fields(name))
			}
			means := func(w model.Clause) bool {
				return slices.ContainsFunc(names, func(name []string) bool { return w.MatchesWords(name) })
			}
			if !slices.ContainsFunc(clauses, func(w model.Clause) bool { return !means(w) }) {
				list = append(list, results.FacetValue{Facet: facet, Value: v.value, Label: v.label, Count: v.cases})
			}
		}
	}
	folded := model.Fold(strings.TrimSpace(text))
	rank := func(v results.FacetValue) int {
		if model.Fold(v.Label) == folded {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b results.FacetValue) int { return cmp.Compare(rank(a), rank(b)) })
	return list[:min(len(list), limit)], nil
}
