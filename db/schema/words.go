package schema

import (
	"strings"

	"casebook/model/word"
)

// Words returns the words of names as stored in facet_value and entity: folded, with a
// space before and after each, so that " word" finds prefixes and " word " whole words.
// Two spaces separate names, so that no phrase spans two of them.
func Words(names ...string) string {
	text := ""
	for _, name := range names {
		if list := word.Split(name); len(list) > 0 {
			if own := " " + strings.Join(list, " ") + " "; !strings.Contains(text, own) {
				text += own
			}
		}
	}
	return text
}

// maxTermWords is the maximum number of words of a term: see MaxTerms in db/query.
const maxTermWords = 32

// QueryWords returns the folded words of a text that a person typed.
func QueryWords(text string) []string {
	list := word.Split(text)
	return list[:min(len(list), maxTermWords)]
}

// HasPrefix reports whether one of some words has a prefix. A prefix with a digit must be
// the whole word: article 41 is not article 419.
func HasPrefix(words, word string) bool {
	if strings.ContainsAny(word, "0123456789") {
		return strings.Contains(words+" ", " "+word+" ")
	}
	return strings.Contains(words, " "+word)
}
