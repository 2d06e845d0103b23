package db

import (
	"strings"
	"unicode"

	"casebook/model"
)

// words returns the words of a text as facet_value and entity keep them:
// folded, with a space before and after each, so that " word" is found where
// a word begins and " word " where it is whole. Empty where there are none.
func words(text string) string {
	list := split(text)
	if len(list) == 0 {
		return ""
	}
	return " " + strings.Join(list, " ") + " "
}

// split returns the folded words of a text.
func split(text string) []string {
	return strings.FieldsFunc(model.Fold(text), func(r rune) bool { return !inWord(r) })
}

// inWord says whether a character is part of a word, as it is for the text
// index (SQLite's unicode61: letters, numbers and private use).
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)
}
