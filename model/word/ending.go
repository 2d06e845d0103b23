package word

import (
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/model/lazy"
)

// Endings of Kazakh words, folded, more than Stem removes: for words of the table of
// synonyms it does not matter that some are also ends of Russian words.
var kazakhEndings = lazy.Value[[]string]{Make: func() []string {
	return strings.Fields(`
	лар лер дар дер тар тер
	ым им ын ин ы и сы си ымыз имиз мыз миз
	нын нин дын дин тын тин га ге ка ке на не а е ны ни ды ди ты ти н да де та те нда нде дан ден тан тен нан нен мен бен пен
	дагы деги тагы теги гы ги кы ки лык лик дык дик тык тик лы ли шы ши сыз сиз
	у уы уи л ыл ил лды лди ылды илди ган ген кан кен лган лген ылган илген ган ады еди йды йди лады леди ып ип п са се ма ме
	`)
}}

// minTableWord is the minimum length of a word without such endings.
const minTableWord = 4

// maxShorter is the largest number of shorter words that are tried.
const maxShorter = 40

// withoutEndings returns a Kazakh word without some of its endings, the longest first, or
// a Russian one without a case ending that its stem keeps. Of a verb it may be the
// infinitive.
func withoutEndings(word string) []string {
	var all []string
	queue := []string{word}
	for len(queue) > 0 && len(all) < maxShorter {
		from := queue[0]
		queue = queue[1:]
		for _, ending := range kazakhEndings.Get() {
			left, ok := strings.CutSuffix(from, ending)
			if !ok || utf8.RuneCountInString(left) < minTableWord || slices.Contains(all, left) {
				continue
			}
			all, queue = append(all, left), append(queue, left)
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	for _, left := range slices.Clone(all) {
		switch {
		case strings.HasSuffix(left, "б"): // кітап, кітабы
			all = append(all, strings.TrimSuffix(left, "б")+"п")
		case strings.HasSuffix(left, "г"): // тұрақ, тұрағы
			all = append(all, strings.TrimSuffix(left, "г")+"к")
		}
		all = append(all, left+"у")
	}
	return all
}

// Suffixes of Russian stems after the root: задержа, задержива, задержан, задержани
// (Academy Grammar 1980).
var russianSuffixes = lazy.Value[[]string]{Make: func() []string {
	return strings.Fields("ированн ировани ирова изирова ованн овани ова ева ыва ива ывани ивани енн ени ен ан ани анн а и я е ну н ец тел ник ниц щик чик ск ост ност ств ац аци изаци ущ ающ вш ивш ил ал к")
}}

// minRoot is the minimum length of a root.
const minRoot = 5

// rootOf returns the root of a Russian stem; false: it is too short.
func rootOf(stem string) (string, bool) {
	for {
		longest := ""
		for _, suffix := range russianSuffixes.Get() {
			if left, ok := strings.CutSuffix(stem, suffix); ok && len(suffix) > len(longest) && utf8.RuneCountInString(left) >= minRoot {
				longest = suffix
			}
		}
		if longest == "" {
			return stem, utf8.RuneCountInString(stem) >= minRoot
		}
		stem = strings.TrimSuffix(stem, longest)
	}
}
