package query

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/db/index"
	"casebook/db/name"
	"casebook/db/names"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
	"casebook/model/word"
)

// maxRankedNames is the maximum number of people, organisations and places that are ranked one
// by one; the others follow.
const maxRankedNames = 20

// The maximum lengths of a name, in bytes, and of a word in it, in letters.
const (
	maxNameBytes       = 200
	maxNameWordLetters = 40
)

// A nameHit is a facet value whose name matches a text by sound.
type nameHit struct {
	name.Hit
	node
}

// isAlias reports whether the match is another name, such as an abbreviation or the former
// name of a place, and not one that sounds like its own.
func (s nameHit) isAlias() bool {
	own := s.label
	if s.facet == model.FacetPlace {
		own = schema.PlaceName(s.value)
	}
	return s.Reason <= name.Sound && !name.ShareWord(s.Raw, own)
}

// displayName returns the value as a person would write it.
func (s nameHit) displayName() string {
	if s.facet == model.FacetPlace {
		return s.label
	}
	return s.value
}

// searchNames returns the people, organisations and places whose names match a text by
// sound, the best first, of equals those with more cases first, at most limit. An empty
// facet means all three.
func (r *reader) searchNames(text string, facet model.Facet, limit int) ([]nameHit, error) {
	if limit <= 0 || len(text) > maxNameBytes || slices.ContainsFunc(word.Split(text), func(word string) bool { return utf8.RuneCountInString(word) > maxNameWordLetters }) {
		return nil, nil
	}
	store, err := names.NewStore(r.ctx, r.tx, string(facet))
	if err != nil {
		return nil, err
	}
	hits, err := name.Search(r.ctx, store, text, 4*limit) // more than needed, since equal scores are ordered by cases below
	if err != nil || len(hits) == 0 {
		return nil, err
	}
	numbers := make([]int64, len(hits))
	for i, hit := range hits {
		numbers[i] = hit.Owner
	}
	nodes, err := r.nodesByNumber(numbers)
	if err != nil {
		return nil, err
	}
	list := make([]nameHit, len(hits))
	for i, hit := range hits {
		switch list[i] = (nameHit{Hit: hit, node: nodes[i]}); {
		case list[i].isAlias():
			list[i].Reason = name.Alias
		case hit.Reason == name.Script && name.SameAlphabet(text, list[i].label): // as the row shows it
			list[i].Reason = name.Sound
		}
	}
	slices.SortStableFunc(list, func(a, b nameHit) int { return cmp.Or(cmp.Compare(b.Score, a.Score), b.cases-a.cases) })
	return list[:min(limit, len(list))], nil
}

// searchSeveralNames is sounding for a text that may name several people: matches of the
// whole text, or if it is not a name, of its parts.
func (r *reader) searchSeveralNames(text string, facet model.Facet, limit int) ([]nameHit, error) {
	found, err := r.searchNames(text, facet, limit)
	if err != nil || limit <= 0 || slices.ContainsFunc(found, nameHit.Matches) {
		return found, err
	}
	parts, isGuess := name.SplitNames(text), false
	if words := strings.Fields(text); len(parts) == 0 && len(found) == 0 && len(words) > 1 && len(words) <= maxSeparateWords {
		parts, isGuess = words, true // only a suggestion
		parts = slices.DeleteFunc(parts, func(part string) bool {
			return word.Small(model.Fold(part)) || utf8.RuneCountInString(part) < minNameLetters
		})
	}
	for _, part := range parts {
		of, err := r.searchNames(part, facet, limit)
		if err != nil {
			return nil, err
		}
		for _, s := range of {
			if !s.Matches() || slices.ContainsFunc(found, func(other nameHit) bool { return other.Owner == s.Owner }) {
				continue
			}
			if isGuess {
				s.Score, s.Reason = name.MinSimilar, name.Missing
			}
			found = append(found, s)
		}
	}
	slices.SortStableFunc(found, func(a, b nameHit) int { return cmp.Compare(b.Score, a.Score) })
	return found[:min(limit, len(found))], nil
}

// maxShortWord is the maximum length of a word that is nearly a word of the table of
// synonyms only if a single letter differs.
const maxShortWord = 7

// Names returns the people, organisations and places that a text may mean, the best first,
// at most limit. Weak ones are only suggestions. Without any, or before weak ones for a
// short word, it returns the text with its unknown words replaced by similar words of the
// table of synonyms, if that has results. A text that has a name in full means that name:
// then names that match in part are no suggestions.
func (l *Answers) Names(ctx context.Context, text string, limit int) ([]results.NameMatch, error) {
	list, err := l.NamesOf(ctx, "", text, limit)
	typed := strings.Fields(model.Fold(text))
	isPart := func(n results.NameMatch) bool { return n.How == model.PartialMatch }
	if slices.ContainsFunc(list, func(n results.NameMatch) bool {
		return isPart(n) && !slices.ContainsFunc(strings.Fields(model.Fold(n.Name)), func(word string) bool { return !slices.Contains(typed, word) })
	}) {
		list = slices.DeleteFunc(list, isPart)
	}
	return list, err
}

// NamesOf returns the names of one facet that a text may mean, as Names does.
func (l *Answers) NamesOf(ctx context.Context, facet model.Facet, text string, limit int) ([]results.NameMatch, error) {
	return ask(ctx, l, fmt.Sprintf("look up the name %q", text), func(r *reader) ([]results.NameMatch, error) {
		found, err := r.searchSeveralNames(text, facet, limit)
		list := make([]results.NameMatch, len(found))
		for i, s := range found {
			list[i] = results.NameMatch{Facet: s.facet, Name: s.displayName(), How: s.Reason.String(), Weak: !s.Matches()}
		}
		if err == nil && facet == "" && limit > 0 && !slices.ContainsFunc(found, nameHit.Matches) && (len(list) == 0 || utf8.RuneCountInString(text) <= maxShortWord) {
			var near string
			if near, err = r.suggestText(text); near != "" {
				list = slices.Insert(list, 0, results.NameMatch{Name: near, How: name.Slips.String(), Weak: true})
			}
		}
		list = list[:min(len(list), max(limit, 0))]
		return list, err
	})
}

// Complete returns the completions of a text: values of a facet, at most limit, with
// their numbers of cases. Values with all its words as prefixes come first, of them those
// that begin with the text, and the most frequent; then names that sound like it. A text
// without a word gives the most frequent values. Without a facet it returns the values of
// vocabularies that plain words may mean.
func (l *Answers) Complete(ctx context.Context, facet model.Facet, text string, limit int) ([]results.FacetValue, error) {
	return ask(ctx, l, searchedFor(facet, text), func(r *reader) ([]results.FacetValue, error) {
		return r.complete(facet, text, max(limit, 0))
	})
}

// Matching returns the values of Complete, with their numbers of cases under a query.
func (l *Answers) Matching(ctx context.Context, query model.Query, facet model.Facet, text string, limit int) ([]results.FacetValue, error) {
	return ask(ctx, l, searchedFor(facet, text), func(r *reader) ([]results.FacetValue, error) {
		a, err := r.answer(query)
		if err != nil {
			return nil, err
		}
		list, err := r.complete(facet, text, max(limit, 0))
		switch {
		case err != nil:
			return nil, err
		case facet == model.FacetDate:
			return list, r.countDates(list, a.all)
		}
		for i := range list {
			cases, err := r.having(cmp.Or(list[i].Facet, facet), list[i].Value)
			if err != nil {
				return nil, err
			}
			list[i].Count = int(a.all.AndCardinality(cases))
		}
		return list, nil
	})
}

// searchedFor names a search for values, for its errors.
func searchedFor(facet model.Facet, text string) string {
	if facet == "" {
		return fmt.Sprintf("find filters for %q", text)
	}
	return fmt.Sprintf("find the %s %q", facet, text)
}

// complete returns the values of Complete and Matching.
func (r *reader) complete(facet model.Facet, text string, limit int) ([]results.FacetValue, error) {
	if facet == "" {
		return r.suggestFilters(text, limit)
	}
	if _, own := facet.OwnField(); own || facet == model.FacetFields {
		return r.completeOwn(facet, text, limit)
	}
	list := []results.FacetValue{}
	known, err := r.valuesWithWords(facet, schema.QueryWords(text), limit)
	if err != nil {
		return nil, err
	}
	folded := strings.TrimSpace(model.Fold(text))
	begins := func(c node) int {
		if strings.HasPrefix(model.Fold(c.label), folded) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(known, func(a, b node) int { return cmp.Compare(begins(a), begins(b)) })
	for _, c := range known {
		list = append(list, results.FacetValue{Value: c.value, Label: c.label, Count: c.cases})
	}
	if facet == model.FacetDate {
		return list, r.countDates(list, r.all)
	}
	if len(list) >= limit || folded == "" || !slices.Contains(schema.NameFacets(), facet) {
		return list, nil
	}
	found, err := r.searchNames(text, facet, limit)
	if err != nil {
		return nil, err
	}
	for _, s := range found {
		if len(list) < limit && !slices.ContainsFunc(list, func(v results.FacetValue) bool { return v.Value == s.value }) {
			cases, err := r.havingNumbers(facet, s.Owner)
			if err != nil {
				return nil, err
			}
			list = append(list, results.FacetValue{Value: s.value, Label: s.label, Count: int(cases.GetCardinality())})
		}
	}
	return list, nil
}

// valuesWithWords returns the values of a facet with all words, as prefixes, in one of their
// names: the most frequent, at most limit.
func (r *reader) valuesWithWords(facet model.Facet, words []string, limit int) ([]node, error) {
	from, args := "facet_value v WHERE v.facet = ?", []any{string(facet)}
	if len(words) > 0 {
		from = "value_text t CROSS JOIN facet_value v ON v.number = t.rowid WHERE t.value_text MATCH ?"
		args = []any{index.ValueExpression(eachWord(words), string(facet))}
	}
	return r.nodes("SELECT "+nodeColumns+" FROM "+from+" AND v.cases > 0 ORDER BY v.cases DESC, v.number LIMIT ?", append(args, max(limit, 0))...)
}
