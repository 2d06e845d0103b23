package model

import (
	"strings"

	"casebook/model/word"
)

// A TitleRank tells cases that have a text's words in their title from those that
// have them elsewhere.
type TitleRank struct{ words []titleWord }

// A titleWord is what a text asks for with a word: itself or what means the same,
// by the stem, or what it may be the beginning of.
type titleWord struct {
	stems  map[string]bool
	prefix string
}

// NewTitleRank returns the rank for terms: by those of no field, without general words.
func NewTitleRank(terms []Term) TitleRank {
	var rank TitleRank
	for _, wanted := range WantedOf(terms) {
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
		for _, other := range wanted.Others {
			if len(other) == 1 {
				asked.stems[word.Stem(other[0])] = true
			}
		}
		rank.words = append(rank.words, asked)
	}
	return rank
}

// Count returns how many of the words a title has.
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
