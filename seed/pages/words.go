package pages

import (
	_ "embed"
	"strings"
	"unicode"

	"casebook/model"
	"casebook/model/lazy"
)

//go:embed commonwords.txt
var commonWords string

var commonSet = lazy.Value[map[string]bool]{Make: func() map[string]bool {
	words := map[string]bool{}
	for word := range strings.FieldsSeq(commonWords) {
		words[word] = true
	}
	return words
}}

// IsCommon reports whether a word, in lower case, is one that is not the name of a person.
func IsCommon(word string) bool { return commonSet.Get()[word] }

// Same reports whether two names are the same name in a pack, in capitals or not.
func Same(a, b string) bool { return model.Fold(a) == model.Fold(b) }

// WordRune reports whether a character is part of a word: a letter or a number.
func WordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
