package mapping

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsFile string

// loadWords reads the sets of words.txt by their names.
var loadWords = sync.OnceValue(func() map[string]map[string]bool {
	sets := map[string]map[string]bool{}
	for line := range strings.Lines(wordsFile) {
		name, words, ok := strings.Cut(line, ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		set := map[string]bool{}
		for word := range strings.FieldsSeq(words) {
			for _, one := range headingWords(word) {
				set[one] = true
			}
		}
		sets[name] = set
	}
	return sets
})

// headingSet is a set of words.txt, as headingWords has words.
func headingSet(name string) func() map[string]bool {
	return func() map[string]bool { return loadWords()[name] }
}
