package name

import (
	"context"
	"strings"
	"unicode"
)

// smallWords are words between names and before them that are no part of them:
// and, with, about, of, from, in English, Russian, Ukrainian and Kazakh.
var smallWords = set("and or with about of by from for to in on at vs the " +
	"и с со о об обо в во к ко у от из на по за про при для без или та й з із зі від до және мен бен пен туралы үшін و")

// withoutSmall leaves the small words out of a query that has others. A single
// letter may be an initial: it is left out only where it is written small and
// another word follows.
func withoutSmall(query string) string {
	fields := strings.Fields(query)
	var left []string
	for i, field := range fields {
		letters := []rune(field)
		if lower := strings.ToLower(field); !smallWords()[lower] || len(letters) == 1 && (i+1 == len(fields) || unicode.IsUpper(letters[0])) {
			left = append(left, field)
		}
	}
	if len(left) == 0 || len(left) == len(fields) {
		return query
	}
	return strings.Join(left, " ")
}

// joiners part the names of several people.
var joiners = set("and & и та й және мен و")

// SplitNames parts a query that names several people, joined by a comma or a word
// for and; nil where it does not.
func SplitNames(query string) []string {
	var list []string
	for _, part := range strings.FieldsFunc(query, func(r rune) bool { return r == ',' || r == ';' || r == '،' || r == '\n' }) {
		var words []string
		for _, field := range strings.Fields(part) {
			if joiners()[strings.ToLower(field)] && len(words) > 0 {
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
func IsSmall(word string) bool { return smallWords()[strings.ToLower(word)] }

// MatchTerms gives what the names have that answer a query by the same words, however
// many they are: a group of terms for each word that tells one name from
// another. A name that has a term of every group is a match. There is none for
// a query that is in doubt.
func MatchTerms(ctx context.Context, store Store, query string) ([][]Term, error) {
	s := newSearch(ctx, store)
	parts, _ := split(withoutSmall(query))
	if s.size == 0 || len(parts) > maxPersonWords {
		return nil, nil
	}
	needed := s.newReading(parts, 0, Exact).significant()
	groups := wholeWordTerms(needed)
	for i, w := range needed {
		s.expand(w, same)
		for _, key := range w.rankedKeys {
			if w.keyScores[key] < scoreSame {
				break
			}
			groups[i] = append(groups[i], Term{Text: key})
		}
		for _, key := range w.variants {
			groups[i] = append(groups[i], Term{Text: key})
		}
	}
	return groups, s.err
}
