package name

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed tables/places.txt
var places string

// gazetteer maps the sound of each name of a place to all its names. It is
// made when it is first asked for: the start of the program does not wait for it.
var gazetteer = sync.OnceValue(func() map[string][]string {
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
})

// soundOf is the sound of a whole name in one.
func soundOf(raw string) string {
	parts, _ := split(raw)
	var sound strings.Builder
	for _, part := range parts {
		keys, _ := soundKeys(part)
		sound.WriteString(keys[0])
	}
	return sound.String()
}

// Spellings gives a name and, where it is that of a place with other names,
// those too: what an index stores for it.
func Spellings(raw string) []string {
	spellings := []string{raw}
	for _, other := range gazetteer()[soundOf(raw)] {
		if !slices.Contains(spellings, other) {
			spellings = append(spellings, other)
		}
	}
	return spellings
}

// ShareWord reports whether two names have a word in common, or words with the same
// consonants: whether one may be a spelling of the other.
func ShareWord(a, b string) bool {
	for _, w := range Words(a) {
		for _, other := range Words(b) {
			if Skeleton(w.Keys[0]) == Skeleton(other.Keys[0]) {
				return true
			}
		}
	}
	return false
}
