package mapping

import (
	_ "embed"
	"strings"

	"casebook/model/lazy"
)

//go:embed words.txt
var wordsFile string

// headingSets are the sets of words.txt by their names.
var headingSets = lazy.Value[map[string]map[string]bool]{Make: func() map[string]map[string]bool {
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
}}

// A headingSet is the name of a set of words.txt, which has words as headingWords has them.
type headingSet string

func (s headingSet) has(word string) bool { return headingSets.Get()[string(s)][word] }
