package name

import (
	"cmp"
	_ "embed"
	"iter"
	"slices"
	"strings"

	"casebook/model/lazy"
)

//go:embed tables/letters.txt
var letterTable string

// lines yields the lines of a table without comments, which begin with #.
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

// A group is one or several letters that are read together: the letters after the first,
// and their possible sounds.
type group struct {
	rest   []rune
	sounds []string
}

// groups maps first letters to groups, the longest first.
var groups = lazy.Value[map[rune][]group]{Make: func() map[rune][]group {
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
}}

// longestGroup returns the length and the sounds of the longest group that letters begin
// with; 0 if the table has none.
func longestGroup(letters []rune) (taken int, sounds []string) {
	for _, group := range groups.Get()[letters[0]] {
		if rest := letters[1:]; len(rest) >= len(group.rest) && slices.Equal(rest[:len(group.rest)], group.rest) {
			return 1 + len(group.rest), group.sounds
		}
	}
	return 0, nil
}
