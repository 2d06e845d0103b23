package mapping

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
	"casebook/seed/cells"
)

// mapByShape maps columns by their values if no name says so: the column whose cells look
// like names of people, and the only one with dates. Each gets a note.
func (p *proposer) mapByShape(chosen [][]heading) {
	if len(p.m.OwnForm) > 0 || len(p.given) > 0 {
		return
	}
	unknown := func(i int) bool { return !p.mapped[i] && len(chosen[i]) == 0 && p.t.Bare[i] != "" }
	if len(p.m.People) == 0 {
		for i := range p.t.Columns {
			if s := &p.s.columns[i]; unknown(i) && len(headingsFor(p.t.Bare[i])) == 0 && s.looksLikeNames(0.8) {
				p.m.People = append(p.m.People, NameRule{Name: p.ref(i), Role: p.roleOfPeople(), Split: p.split(i, true), Asides: p.hasAsides(i)})
				p.mapped[i] = true
				p.note("%s: taken for the names of people, since its cells look like names", p.t.Columns[i])
				break
			}
		}
	}
	if len(p.m.Dates) > 0 {
		return
	}
	var dated []int
	for i := range p.t.Columns {
		if s := &p.s.columns[i]; unknown(i) && s.maxLength > 4 && s.isAtLeast(s.dates, 0.8) && !s.isAtLeast(s.numbers, 0.8) {
			words := headingWords(p.t.Bare[i])
			if !slices.ContainsFunc(words, func(w string) bool { return birthWords.has(w) || recordWords.has(w) }) {
				dated = append(dated, i)
			}
		}
	}
	if len(dated) == 1 {
		rule := DateRule{Date: p.ref(dated[0]), What: "act", Split: p.split(dated[0], true)}
		rule.Order, rule.Pivot = p.orderOf(dated[0])
		p.m.Dates = append(p.m.Dates, rule)
		p.mapped[dated[0]] = true
		p.note("%s: taken for the date of the case, since no other column has dates", p.t.Columns[dated[0]])
	}
}

// looksLikeNames reports whether a part of the values look like names of people, and most
// of the values differ.
func (s *columnSurvey) looksLikeNames(part float64) bool {
	return s.areNames(part) && (s.overflows() || len(s.values)*3 >= s.all)
}

// areNames reports whether a part of the values look like names of people.
func (s *columnSurvey) areNames(part float64) bool {
	names, all := 0, 0
	for value := range s.values {
		if cells.IsUnnamed(value) {
			continue
		}
		if all++; isPersonName(value) {
			names++
		}
	}
	return all > 0 && float64(names) >= part*float64(all)
}

// areForces reports whether at least half of the values are bodies that use force: the
// police, an army patrol.
func (s *columnSurvey) areForces() bool {
	forces, all := 0, 0
	for value := range s.values {
		if cells.IsUnnamed(value) {
			continue
		}
		if all++; slices.ContainsFunc(headingWords(value), forceWords.has) {
			forces++
		}
	}
	return forces > 0 && forces*2 >= all
}

const forceWords headingSet = "forces"

// isPersonName reports whether a text looks like a name: two to five words of letters, at
// least two with a capital if the script has capitals. A Chinese name is one word.
func isPersonName(text string) bool {
	words := strings.Fields(text)
	if first, _ := utf8.DecodeRuneInString(text); unicode.Is(unicode.Han, first) {
		length := utf8.RuneCountInString(text)
		return len(words) == 1 && length >= 2 && length <= 4
	}
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	capitals := 0
	for _, word := range words {
		for _, r := range word {
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("-'’ʻʼ‘.\u200C", r) {
				return false
			}
		}
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(first) {
			capitals++
		}
	}
	return capitals >= 2
}

// isFlagWords reports whether all values mean yes or no.
func isFlagWords(values map[string]int) bool {
	flags := 0
	for value := range values {
		if flagWords.Has(model.Fold(value)) {
			flags++
		} else if !cells.IsUnknown(value) {
			return false
		}
	}
	return flags > 0
}

var flagWords = cells.WordSet{Folded: true, Words: []string{"yes", "no", "y", "n", "true", "false", "checked", "unchecked", "x", "✓", "✔", "1", "0", "да", "нет", "так", "ні", "не", "иа", "жок", "oui", "non", "si", "sim", "nao", "ja", "nein", "evet", "hayir", "tak", "nie", "是", "否", "نعم", "لا"}}
