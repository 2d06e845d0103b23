package query

import (
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/name"
	"casebook/model"
	"casebook/model/word"
)

// correctedMatches returns the cases that match a text after its unknown words are
// corrected. A word without a correction is looked up as a name.
func (r *reader) correctedMatches(unknown, rest []model.Term) ([]match, error) {
	var corrections []string
	var names []model.Term
	how := name.Exact
	for i := 0; i < len(unknown); i++ {
		term := unknown[i]
		correct, as := correction(term.Text)
		if as == name.Exact && i+1 < len(unknown) { // "over crowded"
			if both := word.Fold(term.Text + unknown[i+1].Text); word.Known(both) {
				correct, as = both, name.Joined
				i++
			}
		}
		if as == name.Exact {
			names = append(names, term)
			continue
		}
		corrections, how = append(corrections, word.Spelled(correct)), max(how, as)
		if !word.Small(word.Fold(correct)) { // as in "v tyurme"
			for part := range strings.FieldsSeq(correct) {
				rest = append(rest, model.Term{Text: part})
			}
		}
	}
	if len(corrections) == 0 {
		return nil, nil
	}
	if len(names) > 0 {
		return r.matchName(names, rest, roaring.New())
	}
	set, _, err := r.terms(rest)
	if err != nil || set.IsEmpty() {
		return nil, err
	}
	ranked, err := r.rankByTitle(rest, set)
	var list []match
	for _, set := range ranked {
		list = append(list, match{set: set, how: how.String(), name: strings.Join(corrections, " "), allCases: set})
	}
	return list, err
}

// allCorrectedMatches returns the matches of correctedMatches if every term has a
// correction.
func (r *reader) allCorrectedMatches(terms, rest []model.Term) ([]match, error) {
	for _, term := range terms {
		if _, how := correction(term.Text); how == name.Exact {
			return nil, nil
		}
	}
	return r.correctedMatches(terms, rest)
}

// correction returns the known word that a word probably means, and how it differs: typed
// on the other keyboard, in another alphabet, joined, or with typing errors. The reason is
// Exact if there is none.
func correction(text string) (string, name.Reason) {
	for _, other := range name.OtherKeyboard(text) {
		if folded := word.Fold(other); word.Known(folded) || word.Small(folded) || word.General(folded) {
			return other, name.Keyboard
		}
	}
	folded := word.Fold(text)
	if correct, ok := word.FromLatin(folded); ok {
		return correct, name.Script
	}
	if correct, ok := word.SplitJoined(folded); ok {
		return correct, name.Joined
	}
	if correct, ok := model.Corrected(folded); ok {
		return correct, name.Slips
	}
	return "", name.Exact
}

// suggestText returns a text with its unknown words replaced by the most similar known
// words; empty if nothing is similar, if the new text has no results, or if a search for
// the text corrects all these words itself.
func (r *reader) suggestText(text string) (string, error) {
	terms := model.ParseText(text)
	if len(terms) > maxSeparateWords {
		return "", nil
	}
	changed := false
	for i, term := range terms {
		if term.Field != "" || term.Own != "" || term.Not || term.Phrase {
			return "", nil
		}
		if known, err := r.isInCase(term); err != nil {
			return "", err
		} else if known || word.General(word.Fold(term.Text)) {
			continue
		}
		if correct, how := correction(term.Text); how != name.Exact {
			terms[i].Text = word.Spelled(correct)
			continue
		}
		near, ok := model.NearestWord(word.Fold(term.Text))
		if !ok {
			return "", nil
		}
		terms[i].Text, changed = word.Spelled(near), true
	}
	near := joinTerms(terms)
	if !changed {
		return "", nil
	}
	set, _, err := r.terms(model.ParseText(near))
	if err != nil || set.IsEmpty() {
		return "", err
	}
	return near, nil
}
