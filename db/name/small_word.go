package name

import (
	"strings"
	"unicode"

	"casebook/model/lazy"
)

// smallWords are words between and before names that are not part of them: and, with,
// about, of, from, in English, Russian, Ukrainian and Kazakh; Mr and Ms.
var smallWords = lazy.Set{Text: "and or with about of by from for to in on at vs the " +
	"и с со о об обо в во к ко у от из на по за про при для без или та й з із зі від до және мен бен пен туралы үшін و mr mrs ms mister господин госпожа гражданин гражданка"}

// withoutSmall removes the small words of a query that has other words. A single letter
// may be an initial: it is removed only if it is in lower case and a word follows.
func withoutSmall(query string) string {
	fields := strings.Fields(query)
	var left []string
	for i, field := range fields {
		letters := []rune(field)
		if lower := strings.ToLower(field); !smallWords.Has(lower) || len(letters) == 1 && (i+1 == len(fields) || unicode.IsUpper(letters[0])) {
			left = append(left, field)
		}
	}
	if len(left) == 0 || len(left) == len(fields) {
		return query
	}
	return strings.Join(left, " ")
}

// joiners are words between the names of several people.
var joiners = lazy.Set{Text: "and & и та й және мен و"}

// SplitNames returns the names of several people in a query, separated by commas or a word
// for "and"; nil if there are not several.
func SplitNames(query string) []string {
	var list []string
	for _, part := range strings.FieldsFunc(query, func(r rune) bool { return r == ',' || r == ';' || r == '،' || r == '\n' }) {
		var words []string
		for _, field := range strings.Fields(part) {
			if joiners.Has(strings.ToLower(field)) && len(words) > 0 {
				list, words = append(list, strings.Join(words, " ")), nil
			} else {
				words = append(words, field)
			}
		}
		if len(words) > 0 {
			list = append(list, strings.Join(words, " "))
		}
	}
	if len(list) < 2 || len(list) > maxWords {
		return nil
	}
	return list
}

// IsSmall reports whether a word of a query is not part of a name.
func IsSmall(word string) bool { return smallWords.Has(strings.ToLower(word)) }
