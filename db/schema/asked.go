package schema

import (
	"casebook/db/index"
	"casebook/model"
	"casebook/model/word"
)

// ConditionsOf returns the index conditions of what a query wants.
func ConditionsOf(all []model.Wanted) []index.Condition {
	conditions := make([]index.Condition, len(all))
	for i, wanted := range all {
		conditions[i] = index.Condition{Text: expressionOf(wanted), Not: wanted.Not}
	}
	return conditions
}

// TypedConditions returns the index conditions of terms' words as they are typed.
func TypedConditions(terms []model.Term) []index.Condition {
	var asked []index.Condition
	for _, wanted := range model.WantedOf(terms) {
		if wanted.Not {
			continue
		}
		phrases := make([]index.Expression, len(wanted.Phrases))
		for i, phrase := range wanted.Phrases {
			phrases[i] = index.Phrase(phrase, wanted.Prefix && i == len(wanted.Phrases)-1)
		}
		asked = append(asked, index.Condition{Text: index.All(phrases...)})
	}
	return asked
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

// withStem is the expression for all words with the stem of a word, or for its forms where
// words of another meaning have that stem too; with prefix, also for words that begin with it.
func withStem(one string, prefix bool) index.Expression {
	stem := word.Stem(one)
	with := index.Stem(stem, word.Stem(stem) == stem)
	if forms := word.Forms(one); forms != nil {
		phrases := make([]index.Expression, len(forms))
		for i, form := range forms {
			phrases[i] = index.Phrase([]string{form}, false)
		}
		with = index.Any(phrases...)
	}
	if !prefix {
		return with
	}
	return index.Any(with, index.Phrase([]string{one}, true))
}
