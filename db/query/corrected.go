package query

import (
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/name"
	"casebook/model"
	"casebook/model/word"
)

// corrected returns the cases of a text after correcting the words that no case has. A
// word that cannot be corrected is treated as a name.
func (r *reader) corrected(unknown, rest []model.Term) ([]match, error) {
	var meant []string
	var names []model.Term
	how := name.Exact
	for i := 0; i < len(unknown); i++ {
		term := unknown[i]
		right, as := putRight(term.Text)
		if as == name.Exact && i+1 < len(unknown) { // "over crowded"
			if both := word.Fold(term.Text + unknown[i+1].Text); word.Known(both) {
				right, as = both, name.Joined
				i++
			}
		}
		if as == name.Exact {
			names = append(names, term)
			continue
		}
		meant, how = append(meant, word.Spelled(right)), max(how, as)
		if !word.Small(word.Fold(right)) { // as in "v tyurme"
			for part := range strings.FieldsSeq(right) {
				rest = append(rest, model.Term{Text: part})
			}
		}
	}
	if len(meant) == 0 {
		return nil, nil
	}
	if len(names) > 0 {
		return r.named(names, rest, roaring.New())
	}
	set, _, err := r.terms(rest)
	if err != nil || set.IsEmpty() {
		return nil, err
	}
	return []match{{set: set, how: how.String(), name: strings.Join(meant, " "), whole: set}}, nil
}

// allCorrected returns the cases of terms that are all corrected words of the table of
// synonyms.
func (r *reader) allCorrected(terms, rest []model.Term) ([]match, error) {
	for _, term := range terms {
		if _, how := putRight(term.Text); how == name.Exact {
			return nil, nil
		}
	}
	return r.corrected(terms, rest)
}

// putRight returns the word of the table of synonyms that a word probably means, and how
// it differs: typed on the other keyboard, in another alphabet, joined, or with typing
// errors. Exact: there is none.
func putRight(text string) (string, name.Reason) {
	for _, other := range name.OtherKeyboard(text) {
		if folded := word.Fold(other); word.Known(folded) || word.Small(folded) || word.General(folded) {
			return other, name.Keyboard
		}
	}
	folded := word.Fold(text)
	if right, ok := word.FromLatin(folded); ok {
		return right, name.Script
	}
	if right, ok := word.SplitJoined(folded); ok {
		return right, name.Joined
	}
	if right, ok := model.Corrected(folded); ok {
		return right, name.Slips
	}
	return "", name.Exact
}

// nearestWords returns a text with the words that no case has replaced by the most similar
// words of the table of synonyms; empty if there are none, or no results.
func (r *reader) nearestWords(text string) (string, error) {
	terms := model.ParseText(text)
	if len(terms) > mostNamedWords {
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
