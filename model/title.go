package model

import (
	"slices"
	"strings"

	"casebook/model/word"
)

// A TitleRank ranks cases by the words of a query in their title.
type TitleRank struct{ words []titleWord }

// A titleWord is a word of a query: the words that a title has of it, or of a synonym.
type titleWord struct {
	ways   [][]string
	prefix string // the last word of the first way may be the beginning of a longer one
}

// NewTitleRank returns the rank for terms: those without a field and general words.
func NewTitleRank(terms []Term) TitleRank {
	var rank TitleRank
	for _, clause := range ClausesOf(terms) {
		if clause.Not || clause.General {
			continue
		}
		own := slices.Concat(clause.Phrases...)
		asked := titleWord{ways: slices.Concat([][]string{own}, clause.Synonyms, clause.Wordings)}
		if clause.Prefix {
			asked.prefix = own[len(own)-1]
		}
		rank.words = append(rank.words, asked)
	}
	return rank
}

// Score returns a higher number for a title that has more of the words, or of their
// synonyms, and of as many, more of the words themselves.
func (r TitleRank) Score(title string) int {
	words, all, own := word.Split(title), 0, 0
	for _, asked := range r.words {
		has := func(one string) bool {
			return slices.ContainsFunc(words, func(has string) bool {
				return word.IsForm(has, one) || one == asked.prefix && strings.HasPrefix(has, one)
			})
		}
		way := slices.IndexFunc(asked.ways, func(way []string) bool {
			return !slices.ContainsFunc(way, func(one string) bool { return !has(one) })
		})
		if way >= 0 {
			all++
		}
		if way == 0 {
			own++
		}
	}
	return all*(len(r.words)+1) + own
}
