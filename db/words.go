package db

import (
	"strings"
	"unicode"

	"casebook/model"
)

// words returns the words of names as facet_value and entity keep them:
// folded, with a space before and after each, so that " word" is found where
// a word begins and " word " where it is whole. Two spaces lie between two
// names, so that no phrase goes from one to the next.
func words(names ...string) string {
	text := ""
	for _, name := range names {
		if list := split(name); len(list) > 0 {
			if own := " " + strings.Join(list, " ") + " "; !strings.Contains(text, own) {
				text += own
			}
		}
	}
	return text
}

// split returns the folded words of a text.
func split(text string) []string { return splitFolded(model.Fold(text)) }

func splitFolded(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !inWord(r) })
}

// mostWords is how many words of a term are asked for: see mostTerms.
const mostWords = 32

// asked returns the folded words of what a person typed.
func asked(text string) []string {
	list := split(text)
	return list[:min(len(list), mostWords)]
}

// inWord says whether a character is part of a word, as it is for the text
// index of names (SQLite's unicode61: letters, numbers and private use).
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)
}
