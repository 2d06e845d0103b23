package schema

import (
	"casebook/db/index"
	"casebook/model"
	"casebook/model/word"
)

// ConditionsOf returns the index conditions of the clauses of a query.
func ConditionsOf(clauses []model.Clause) []index.Condition {
	conditions := make([]index.Condition, len(clauses))
	for i, clause := range clauses {
		conditions[i] = index.Condition{Text: expressionOf(clause), Not: clause.Not}
	}
	return conditions
}

// ExactConditions returns the index conditions of terms' words as typed, without stems and
// synonyms.
func ExactConditions(terms []model.Term) []index.Condition {
	var conditions []index.Condition
	for _, clause := range model.ClausesOf(terms) {
		if clause.Not {
			continue
		}
		phrases := make([]index.Expression, len(clause.Phrases))
		for i, phrase := range clause.Phrases {
			phrases[i] = index.Phrase(phrase, clause.Prefix && i == len(clause.Phrases)-1)
		}
		conditions = append(conditions, index.Condition{Text: index.All(phrases...)})
	}
	return conditions
}

func expressionOf(clause model.Clause) index.Expression {
	own := make([]index.Expression, len(clause.Phrases))
	for i, phrase := range clause.Phrases {
		prefix := clause.Prefix && i == len(clause.Phrases)-1
		if own[i] = index.Phrase(phrase, prefix); len(phrase) == 1 && !clause.Exact {
			own[i] = withStem(phrase[0], prefix)
		}
	}
	ways := []index.Expression{index.All(own...)}
	for _, other := range clause.Synonyms {
		words := make([]index.Expression, len(other))
		for i, one := range other {
			words[i] = withStem(one, false)
		}
		ways = append(ways, index.All(words...))
	}
	for _, amount := range clause.Wordings {
		ways = append(ways, index.Phrase(amount, false))
	}
	return index.Any(ways...)
}

// withStem returns the expression for all words with the same stem, or only for the forms
// of a word whose stem is also that of words with another meaning; with prefix, also for
// words that begin like it.
func withStem(one string, prefix bool) index.Expression {
	var with index.Expression
	if forms := word.Forms(one); forms != nil {
		with = index.Forms(forms)
	} else {
		stem := word.Stem(one)
		with = index.Stem(stem, word.Stem(stem) == stem)
	}
	if !prefix {
		return with
	}
	return index.Any(with, index.Phrase([]string{one}, true))
}
