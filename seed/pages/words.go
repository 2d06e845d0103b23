package pages

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"casebook/model"
)

// onceWords makes a set of the words of a text when it is first asked for.
func onceWords(text *string) func(word string) bool {
	set := sync.OnceValue(func() map[string]bool {
		words := map[string]bool{}
		for word := range strings.FieldsSeq(*text) {
			words[word] = true
		}
		return words
	})
	return func(word string) bool { return set()[word] }
}

var IsCommon = onceWords(&commonWords)

//go:embed commonwords.txt
var commonWords string // words that are not names of people, in lower case

// Same reports whether two names are the same name in a pack, in capitals or not.
func Same(a, b string) bool { return model.Fold(a) == model.Fold(b) }

func WordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
