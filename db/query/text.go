package query

import (
	"cmp"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
	"casebook/model/word"
)

// MaxTerms is the maximum number of terms that are searched, so that a pasted page does
// not slow the library down.
const MaxTerms = 32

// textConditions are what the terms of a text require: the words, the cases that match all
// other terms, and the matches of its fields by sound.
type textConditions struct {
	words   []index.Condition
	general []int // indexes of general words in words; a general word is ignored if it leaves no cases
	within  *roaring.Bitmap
	fuzzy   []match
}

// conditions returns the conditions of the terms of a text.
func (r *reader) conditions(terms []model.Term) (textConditions, error) {
	clauses := model.ClausesOf(terms)
	c := textConditions{words: schema.ConditionsOf(clauses), within: r.all}
	for i, w := range clauses {
		if w.General {
			c.general = append(c.general, i)
		}
	}
	for _, term := range terms {
		if err := r.ctx.Err(); err != nil {
			return c, err
		}
		if c.within.IsEmpty() {
			break // no term can add cases
		}
		if term.Field == "" {
			continue
		}
		matching, asks, err := r.term(term)
		if err == nil && asks && matching.IsEmpty() && !term.Not {
			var matches []match
			if matches, err = r.fuzzyField(term); len(matches) > 0 {
				c.fuzzy = append(c.fuzzy, matches...)
				matching = union(matches)
			}
		}
		switch {
		case err != nil:
			return c, err
		case !asks:
		case term.Not:
			c.within = roaring.AndNot(c.within, matching)
		default:
			c.within = roaring.And(c.within, matching)
		}
	}
	return c, nil
}

// terms returns the cases that match a text, and the matches of its fields by sound. They
// are not ranked: each case has all words, a list should keep its order while one types,
// and ranks would have to be computed for up to a million cases before the first row.
func (r *reader) terms(terms []model.Term) (*roaring.Bitmap, []match, error) {
	c, err := r.conditions(terms)
	if err != nil || c.within.IsEmpty() {
		return c.within, c.fuzzy, err
	}
	if len(c.general) == len(c.words) && !slices.ContainsFunc(terms, func(t model.Term) bool { return t.Field != "" }) {
		c.general = nil
	}
	set, err := r.withGeneral(c)
	return set, c.fuzzy, err
}

// withGeneral returns the cases with all words, where a general word is required only if
// it leaves some cases.
func (r *reader) withGeneral(c textConditions) (*roaring.Bitmap, error) {
	var certain []index.Condition
	for i, condition := range c.words {
		if !slices.Contains(c.general, i) {
			certain = append(certain, condition)
		}
	}
	set, err := r.Matching(certain)
	if err != nil {
		return nil, err
	}
	set = roaring.And(set, c.within)
	for _, i := range c.general {
		if set.IsEmpty() {
			break
		}
		left, err := r.MatchingWithin(c.words[i:i+1], set)
		if err != nil {
			return nil, err
		}
		if !left.IsEmpty() {
			set = left
		}
	}
	return set, nil
}

// matchRest returns the cases of a set, found by a date or a name of a text, that match
// the other terms of the text.
func (r *reader) matchRest(found *roaring.Bitmap, rest []model.Term) (*roaring.Bitmap, error) {
	c, err := r.conditions(rest)
	if err != nil {
		return nil, err
	}
	c.within = roaring.And(c.within, found)
	return r.withGeneral(c)
}

// isInCase reports whether any case has the words of a term or forms of them. It first
// looks for the words as typed, which is faster and most often enough.
func (r *reader) isInCase(term model.Term) (bool, error) {
	terms := []model.Term{term}
	for _, conditions := range [][]index.Condition{schema.ExactConditions(terms), schema.ConditionsOf(model.ClausesOf(terms))} {
		if some, err := r.FirstMatching(conditions, r.all, 1, r.firstPageScan); err != nil || !some.IsEmpty() {
			return err == nil, err
		}
	}
	return false, nil
}

// term returns the cases that match a term literally, ignoring its minus; asks is false if
// the term has no meaning for the library.
func (r *reader) term(term model.Term) (set *roaring.Bitmap, asks bool, err error) {
	words := schema.QueryWords(term.Text)
	facet, known := model.FacetOf(term.Field)
	switch {
	case term.Field == model.OwnTerms:
		if len(words) == 0 {
			return nil, false, nil
		}
		set, err = r.ownFieldCases(term)
		return set, true, err
	case term.Field == "is":
		return r.state(strings.ToLower(term.Text))
	case len(words) == 0 || term.Field != "" && !known:
		return nil, false, nil
	case term.Field == "":
		term.Not = false
		set, err = r.Matching(schema.ConditionsOf(model.ClausesOf([]model.Term{term})))
		return set, true, err
	case facet == model.FacetDate:
		if from, to, ok := schema.DaysOf(term.Text); ok {
			set, err = r.possiblyWithin(from, to)
			return set, true, err
		}
		if dates, rest := model.WrittenDates([]model.Term{{Text: term.Text}}); len(dates) == 1 && len(rest) == 0 {
			must, may, err := r.casesOnDate(dates[0])
			if err != nil {
				return nil, true, err
			}
			return roaring.Or(must, may), true, nil
		}
	}
	if facet == model.FacetPlace && strings.Contains(term.Text, ",") {
		if places, err := r.placesByName(term.Text); err != nil || len(places) > 0 {
			set, placesErr := r.havingNumbers(facet, places...)
			return set, true, cmp.Or(err, placesErr)
		}
	}
	set, err = r.field(facet, words, term.Phrase)
	return set, true, err
}

// field returns the cases with a value that has all words in one of its names, as prefixes
// unless they are a phrase. If no value of a vocabulary or category has them, other forms
// of the words and synonyms match too.
func (r *reader) field(facet model.Facet, words []string, phrase bool) (*roaring.Bitmap, error) {
	asked := eachWord(words)
	if phrase {
		asked = index.Phrase(words, false)
	}
	values, err := r.Values(asked, string(facet))
	if err != nil {
		return nil, err
	}
	if values.IsEmpty() && !phrase && slices.Contains(wordFacets, facet) {
		return r.casesByMeaning(facet, words)
	}
	return r.havingNumbers(facet, numbersIn(values)...)
}

// wordFacets are the facets with ordinary words as values, not names.
var wordFacets = []model.Facet{model.FacetCategory, model.FacetKind, model.FacetRole, model.FacetOutcome, model.FacetPenalty, model.FacetRight}

// casesByMeaning returns the cases with a value of a facet that matches words by stems or
// synonyms. It reads all values, so it is for facets with few.
func (r *reader) casesByMeaning(facet model.Facet, words []string) (*roaring.Bitmap, error) {
	values, err := r.facetValues(facet)
	if err != nil {
		return nil, err
	}
	clauses := model.ClausesOf([]model.Term{{Text: strings.Join(words, " ")}})
	var numbers []int64
	for _, n := range values {
		has := word.Split(n.label)
		if !slices.ContainsFunc(clauses, func(w model.Clause) bool { return !w.MatchesWords(has) }) {
			numbers = append(numbers, n.number)
		}
	}
	return r.havingNumbers(facet, numbers...)
}

// eachWord is the expression for all words, as prefixes, in any order.
func eachWord(words []string) index.Expression {
	parts := make([]index.Expression, len(words))
	for i, word := range words {
		parts[i] = index.Phrase([]string{word}, true)
	}
	return index.All(parts...)
}

func numbersIn(set *roaring.Bitmap) []int64 {
	numbers := make([]int64, 0, set.GetCardinality())
	for all := set.Iterator(); all.HasNext(); {
		numbers = append(numbers, int64(all.Next()))
	}
	return numbers
}

// state returns the cases of is:, such as marked. The beginning of a state is ignored,
// since it is being typed; an unknown state matches nothing.
func (r *reader) state(state string) (set *roaring.Bitmap, asks bool, err error) {
	switch state {
	case "draft":
		set, err = r.having(schema.FacetState, schema.StateDraft)
		return set, true, err
	case "undated":
		set, err = r.undated()
		return set, true, err
	case "marked":
		set, err = r.withIDs(r.marked)
		return set, true, err
	case "noted":
		var ids []string
		for _, noted := range r.noted {
			ids = append(ids, noted.Case)
		}
		set, err = r.withIDs(ids)
		return set, true, err
	}
	if !slices.ContainsFunc(model.States(), func(known string) bool { return strings.HasPrefix(known, state) }) {
		return roaring.New(), true, nil
	}
	return nil, false, nil
}

// inNotes returns the cases that match a text only together with the reader's notes: some
// terms in the note, the others in the case.
func (r *reader) inNotes(terms []model.Term) ([]match, error) {
	byTerms := map[uint64][]string{}
	for _, noted := range r.noted {
		if noted.Has != 0 {
			byTerms[noted.Has] = append(byTerms[noted.Has], noted.Case)
		}
	}
	found := match{set: roaring.New(), how: results.InNote}
	for has, ids := range byTerms {
		var rest []model.Term
		for i, term := range terms {
			if has&(1<<i) == 0 {
				rest = append(rest, term)
			}
		}
		set, err := r.withIDs(ids)
		if err != nil {
			return nil, err
		}
		matching, _, err := r.terms(rest)
		if err != nil {
			return nil, err
		}
		found.set = roaring.Or(found.set, roaring.And(set, matching))
	}
	return []match{found}, nil
}
