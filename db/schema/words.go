package schema

import (
	"strings"

	"casebook/model/word"
)

// Words returns the words of names as facet_value and entity keep them:
// folded, with a space before and after each, so that " word" is found where
// a word begins and " word " where it is whole. Two spaces lie between two
// names, so that no phrase goes from one to the next.
func Words(names ...string) string {
	text := ""
	for _, name := range names {
		if list := Split(name); len(list) > 0 {
			if own := " " + strings.Join(list, " ") + " "; !strings.Contains(text, own) {
				text += own
			}
		}
	}
	return text
}

// Split returns the folded words of a text.
func Split(text string) []string { return word.Split(text) }

// mostWords is how many words of a term are asked for: see mostTerms.
const mostWords = 32

// Asked returns the folded words of what a person typed.
func Asked(text string) []string {
	list := Split(text)
	return list[:min(len(list), mostWords)]
}

// HasBeginning reports whether one of some words begins with another word; one with a
// digit in it must be it: article 41 is not article 419.
func HasBeginning(words, word string) bool {
	if strings.ContainsAny(word, "0123456789") {
		return strings.Contains(words+" ", " "+word+" ")
	}
	return strings.Contains(words, " "+word)
}
