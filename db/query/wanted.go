package query

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/model"
	"casebook/model/word"
)

// conditionsOf are what must hold of a case for it to have what is wanted.
func conditionsOf(all []model.Wanted) []index.Condition {
	conditions := make([]index.Condition, len(all))
	for i, wanted := range all {
		conditions[i] = index.Condition{Text: expressionOf(wanted), Not: wanted.Not}
	}
	return conditions
}

// mostRanked is how many cases a text finds at the most for those with its words as
// they are typed to come first: nobody reads so far, and each is looked at anew.
const mostRanked = 200

// typed returns those of the cases found by some terms that have their words as
// they are typed; nil where there are no words, or very many cases with them.
func (r *reader) typed(terms []model.Term, found *roaring.Bitmap) (*roaring.Bitmap, error) {
	wanted := model.WantedOf(terms)
	if found.IsEmpty() || !slices.ContainsFunc(wanted, func(w model.Wanted) bool { return !w.Not }) {
		return nil, nil
	}
	all, err := r.Matching(conditionsOf(wanted))
	if err != nil || all.GetCardinality() >= uint64(min(mostRanked+1, r.quick)) {
		return nil, err
	}
	var asked []index.Condition
	for _, wanted := range wanted {
		if wanted.Not {
			continue
		}
		phrases := make([]index.Expression, len(wanted.Phrases))
		for i, phrase := range wanted.Phrases {
			phrases[i] = index.Phrase(phrase, wanted.Prefix && i == len(wanted.Phrases)-1)
		}
		asked = append(asked, index.Condition{Text: index.All(phrases...)})
	}
	return r.MatchingAmong(asked, found)
}

func expressionOf(wanted model.Wanted) index.Expression {
	own := make([]index.Expression, len(wanted.Phrases))
	for i, phrase := range wanted.Phrases {
		prefix := wanted.Prefix && i == len(wanted.Phrases)-1
		if own[i] = index.Phrase(phrase, prefix); len(phrase) == 1 && !wanted.Exact {
			own[i] = withStem(phrase[0], prefix)
		}
	}
	ways := []index.Expression{index.All(own...)}
	for _, other := range wanted.Others {
		words := make([]index.Expression, len(other))
		for i, one := range other {
			words[i] = withStem(one, false)
		}
		ways = append(ways, index.All(words...))
	}
	for _, amount := range wanted.Wordings {
		ways = append(ways, index.Phrase(amount, false))
	}
	return index.Any(ways...)
}

// withStem asks for a word, or for another one with its stem. A stem that is a
// word itself is asked for as such too, since it is not written twice.
func withStem(one string, prefix bool) index.Expression {
	ways := []index.Expression{index.Phrase([]string{one}, prefix)}
	stem := word.Stem(one)
	if stem != one {
		ways = append(ways, index.Phrase([]string{stem}, false))
	}
	return index.Any(append(ways, index.Stem(stem))...)
}
