package word

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed synonyms.tsv
var synonymTable string

// mostWords is how many words one entry of the table has at the most.
const mostWords = 6

// synonyms are the other entries of the lines that an entry is in, by the stems
// of its words without small ones.
var synonyms = sync.OnceValue(func() map[string][][]string {
	table := map[string][][]string{}
	for line := range strings.Lines(synonymTable) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		var entries [][]string
		for entry := range strings.SplitSeq(strings.TrimSpace(line), "\t") {
			entries = append(entries, Required(Split(entry)))
		}
		for i, entry := range entries {
			key := stems(entry)
			for j, other := range entries {
				known := func(words []string) bool { return slices.Equal(words, other) }
				if j != i && stems(other) != key && !slices.ContainsFunc(table[key], known) {
					table[key] = append(table[key], other)
				}
			}
		}
	}
	return table
})

// Synonyms returns how else the first of some folded words may be said, and of
// how many of them: as many as stand in one entry of the table. None where it
// has no such entry.
func Synonyms(words []string) (others [][]string, of int) {
	for of = min(len(words), mostWords); of > 0; of-- {
		if others = synonyms()[stems(words[:of])]; others != nil {
			return others, of
		}
	}
	return nil, 0
}

// Required returns the words without the small ones; all of them where there are
// no others.
func Required(words []string) []string {
	var required []string
	for _, word := range words {
		if !Small(word) {
			required = append(required, word)
		}
	}
	if len(required) == 0 {
		return words
	}
	return required
}

func stems(words []string) string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = Stem(word)
	}
	return strings.Join(list, " ")
}

// Amounts returns how else a number and its unit may be written, such as "5
// years" and "five years"; none where the words are no number with a unit.
func Amounts(number, unit string) [][]string {
	at := slices.IndexFunc(units, func(forms []string) bool { return slices.Contains(forms, unit) })
	if at < 0 {
		return nil
	}
	numbers := []string{number}
	if others, _ := Synonyms(numbers); others != nil {
		for _, other := range others {
			numbers = append(numbers, other[0])
		}
	}
	if !slices.ContainsFunc(numbers, func(n string) bool { return n[0] >= '0' && n[0] <= '9' }) {
		return nil
	}
	var all [][]string
	for _, n := range numbers {
		for _, unit := range units[at] {
			all = append(all, []string{n, unit})
		}
	}
	return all
}

// units are the words for what an amount is counted in, as they fold.
var units = [][]string{
	{"year", "years", "лет", "год", "года", "жыл"},
	{"month", "months", "месяц", "месяца", "месяцев", "ай"},
	{"day", "days", "день", "дня", "дней", "суток", "сутки", "кун"},
	{"hour", "hours", "час", "часа", "часов", "сагат"},
}
