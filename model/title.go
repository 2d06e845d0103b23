package model

import (
	"strings"

	"casebook/model/word"
)

// A TitleRank ranks cases by how many words of a query are in their title.
type TitleRank struct{ words []titleWord }

// A titleWord is a word of a query: its stem and those of its synonyms, or a prefix.
type titleWord struct {
	stems  map[string]bool
	prefix string
}

// NewTitleRank returns the rank for terms: those without a field and general words.
func NewTitleRank(terms []Term) TitleRank {
	var rank TitleRank
	for _, wanted := range ClausesOf(terms) {
		if wanted.Not || wanted.General {
			continue
		}
		asked := titleWord{stems: map[string]bool{}}
		for i, phrase := range wanted.Phrases {
			if len(phrase) == 1 {
				asked.stems[word.Stem(phrase[0])] = true
			}
			if wanted.Prefix && i == len(wanted.Phrases)-1 {
				asked.prefix = phrase[len(phrase)-1]
			}
		}
		for _, other := range wanted.Synonyms {
			if len(other) == 1 {
				asked.stems[word.Stem(other[0])] = true
			}
		}
		rank.words = append(rank.words, asked)
	}
	return rank
}

// Count returns how many of the words are in a title.
func (r TitleRank) Count(title string) int {
	words, count := word.Split(title), 0
	for _, asked := range r.words {
		for _, has := range words {
			if asked.stems[word.Stem(has)] || asked.prefix != "" && strings.HasPrefix(has, asked.prefix) {
				count++
				break
			}
		}
	}
	return count
}
