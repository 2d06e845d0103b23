package word

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
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
			words := Split(entry)
			if first, _ := utf8.DecodeRuneInString(entry); !unicode.IsUpper(first) {
				words = Required(words)
			}
			entries = append(entries, words)
		}
		for i, entry := range entries {
			key := stems(Required(entry))
			for j, other := range entries {
				known := func(words []string) bool { return slices.Equal(words, other) }
				if j != i && stems(Required(other)) != key && !slices.ContainsFunc(table[key], known) {
					table[key] = append(table[key], other)
				}
			}
		}
	}
	return table
})

// OfTheField are the words of the table, as they fold.
var OfTheField = sync.OnceValue(func() []string {
	words := Split(synonymTable)
	slices.Sort(words)
	return slices.Compact(words)
})

// Synonyms returns how else the first of some folded words may be said, and of
// how many of them: as many as stand in one entry of the table. None where it
// has no such entry. A name such as Law on Communications keeps its small words:
// they stand beside each other.
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
// years", "five years" and "60 months"; none where the words are no number with a
// unit. A half is written as Number writes it.
func Amounts(number, unit string) [][]string {
	at := slices.IndexFunc(units, func(forms []string) bool { return slices.Contains(forms, unit) })
	if at < 0 {
		return nil
	}
	numbers := numbersLike(number)
	if !slices.ContainsFunc(numbers, func(n string) bool { return n[0] >= '0' && n[0] <= '9' }) {
		return nil
	}
	all := amountsOf(nil, numbers, units[at])
	for _, n := range numbers {
		count, err := strconv.Atoi(n)
		switch {
		case err != nil || count <= 0 || count > mostYears*monthsInYear:
		case at == years:
			all = amountsOf(all, numbersLike(strconv.Itoa(count*monthsInYear)), units[months])
		case at == months && count%monthsInYear == 0:
			all = amountsOf(all, numbersLike(strconv.Itoa(count/monthsInYear)), units[years])
		case at == months && count%monthsInYear == monthsInYear/2:
			all = amountsOf(all, []string{strconv.Itoa(count/monthsInYear) + "·5"}, units[years])
		}
	}
	return all
}

// A year has so many months; nobody is sentenced to more than so many years.
const (
	monthsInYear = 12
	mostYears    = 1000
)

// numbersLike are the words for a number, itself the first.
func numbersLike(number string) []string {
	numbers := []string{number}
	if others, _ := Synonyms(numbers); others != nil {
		for _, other := range others {
			numbers = append(numbers, other[0])
		}
	}
	return numbers
}

func amountsOf(all [][]string, numbers, forms []string) [][]string {
	for _, n := range numbers {
		for _, form := range forms {
			all = append(all, []string{n, form})
		}
	}
	return all
}

// The places of units of time in their list.
const (
	years = iota
	months
)

// units are the words for what an amount is counted in, as they fold.
var units = [][]string{
	{"year", "years", "лет", "год", "года", "жыл"},
	{"month", "months", "месяц", "месяца", "месяцев", "ай"},
	{"day", "days", "день", "дня", "дней", "суток", "сутки", "кун"},
	{"hour", "hours", "час", "часа", "часов", "сагат"},
}
