package word

import (
	_ "embed"
	"strings"

	"casebook/model/lazy"
)

//go:embed common.txt
var commonWords string

// Small reports whether a folded word is a stop word, which a search never requires.
func Small(folded string) bool { return common.Get()["small"][folded] }

// General reports whether a folded word is so general that a search does not require it
// unless a case has it together with the other words.
func General(folded string) bool { return common.Get()["general"][folded] }

// common are the word lists, by the heading line of each.
var common = lazy.Value[map[string]map[string]bool]{Make: func() map[string]map[string]bool {
	lists := map[string]map[string]bool{}
	var list map[string]bool
	for line := range strings.Lines(commonWords) {
		words := strings.Fields(line)
		switch {
		case len(words) == 0 || words[0] == "#":
		case len(words) == 1:
			list = map[string]bool{}
			lists[words[0]] = list
		default:
			for _, word := range words {
				list[Fold(word)] = true
			}
		}
	}
	return lists
}}
