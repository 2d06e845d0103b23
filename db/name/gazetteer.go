package name

import (
	_ "embed"
	"slices"
	"strings"

	"casebook/model/lazy"
)

//go:embed tables/places.txt
var places string

// gazetteer maps the sound of each place name to all names of the place. It is made on
// first use, so that the program starts faster.
var gazetteer = lazy.Value[map[string][]string]{Make: func() map[string][]string {
	named := map[string][]string{}
	for line := range lines(places) {
		names := strings.Split(line, ", ")
		for _, n := range names {
			if sound := soundOf(n); named[sound] == nil {
				named[sound] = names
			}
		}
	}
	return named
}}

// soundOf returns the sound of a whole name as one key.
func soundOf(raw string) string {
	parts, _ := split(raw)
	var sound strings.Builder
	for _, part := range parts {
		keys, _ := soundKeys(part)
		sound.WriteString(keys[0])
	}
	return sound.String()
}

// Spellings returns a name and, if it is that of a known place, its other names: all of
// them are stored.
func Spellings(raw string) []string {
	spellings := []string{raw}
	for _, other := range gazetteer.Get()[soundOf(raw)] {
		if !slices.Contains(spellings, other) {
			spellings = append(spellings, other)
		}
	}
	return spellings
}

// ShareWord reports whether two names have a word in common, by its consonants or nearly
// all its sounds: one may be a spelling of the other.
func ShareWord(a, b string) bool {
	for _, w := range Words(a) {
		for _, other := range Words(b) {
			a, b := w.Keys[0], other.Keys[0]
			limit := sameWordCost * float64(min(len(a), len(b)))
			if cost, _, _ := soundDistance(a, b, w.Bare, other.Bare, limit); cost <= limit || Skeleton(a) == Skeleton(b) {
				return true
			}
		}
	}
	return false
}

// sameWordCost is the cost in letters, for each letter, up to which two words are
// spellings of one: Қазақстан, Kazakhstan.
const sameWordCost = 0.1
