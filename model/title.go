package model

import (
	"slices"
	"strings"

	"casebook/model/word"
)

// A TitleRank ranks cases by how many words of a query are in their title.
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

// Count returns how many of the words are in a title.
func (r TitleRank) Count(title string) int {
	words, count := word.Split(title), 0
	for _, asked := range r.words {
		has := func(one string) bool {
			return slices.ContainsFunc(words, func(has string) bool {
				return word.IsForm(has, one) || one == asked.prefix && strings.HasPrefix(has, one)
			})
		}
		if slices.ContainsFunc(asked.ways, func(way []string) bool {
			return !slices.ContainsFunc(way, func(one string) bool { return !has(one) })
		}) {
			count++
		}
	}
	return count
}
