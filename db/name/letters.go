package name

import (
	"cmp"
	_ "embed"
	"iter"
	"slices"
	"strings"
	"sync"
)

//go:embed tables/letters.txt
var letterTable string

// lines gives the lines of a table without their notes, which begin with #.
func lines(table string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(table) {
			line, _, _ = strings.Cut(line, "#")
			if line = strings.TrimSpace(line); line != "" && !yield(line) {
				return
			}
		}
	}
}

// A group is letters that are read together, or one alone: those after the first,
// and what they may sound like.
type group struct {
	rest   []rune
	sounds []string
}

// groups are the groups of all scripts by their first letter, the longest first.
var groups = sync.OnceValue(func() map[rune][]group {
	all := map[rune][]group{}
	for line := range lines(letterTable) {
		fields := strings.Fields(line)
		letters, sounds := []rune(fields[0]), fields[1:]
		for i := range sounds {
			sounds[i] = strings.TrimPrefix(sounds[i], "-") // no sound
		}
		all[letters[0]] = append(all[letters[0]], group{letters[1:], sounds})
	}
	for _, list := range all {
		slices.SortStableFunc(list, func(a, b group) int { return cmp.Compare(len(b.rest), len(a.rest)) })
	}
	return all
})

// longestGroup reads the longest group that letters begin with: how many of them it takes
// and what they may sound like; 0 where the table has none.
func longestGroup(letters []rune) (taken int, sounds []string) {
	for _, group := range groups()[letters[0]] {
		if rest := letters[1:]; len(rest) >= len(group.rest) && slices.Equal(rest[:len(group.rest)], group.rest) {
			return 1 + len(group.rest), group.sounds
		}
	}
	return 0, nil
}
