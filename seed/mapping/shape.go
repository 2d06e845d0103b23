package mapping

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
	"casebook/seed/cells"
)

// unnamedColumns takes, where the name of no column says so, the column whose cells
// look like names of people, and the only one with dates. A note says so of both.
func (p *proposer) unnamedColumns(chosen [][]heading) {
	if len(p.m.OwnForm) > 0 || len(p.given) > 0 {
		return
	}
	unknown := func(i int) bool { return !p.done[i] && len(chosen[i]) == 0 && p.t.Bare[i] != "" }
	if len(p.m.People) == 0 {
		for i := range p.t.Columns {
			if s := &p.s.columns[i]; unknown(i) && len(headingsNamed(p.t.Bare[i])) == 0 && s.looksLikeNames(0.8) {
				p.m.People = append(p.m.People, NameRule{Name: p.ref(i), Role: p.roleOfPeople(), Split: p.split(i, true), Asides: p.asidesIn(i)})
				p.done[i] = true
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
		if s := &p.s.columns[i]; unknown(i) && s.longest > 4 && s.share(s.dates, 0.8) && !s.share(s.numbers, 0.8) {
			words := headingWords(p.t.Bare[i])
			if !slices.ContainsFunc(words, func(w string) bool { return birthWords()[w] || ofRecord()[w] }) {
				dated = append(dated, i)
			}
		}
	}
	if len(dated) == 1 {
		rule := DateRule{Date: p.ref(dated[0]), What: "act", Split: p.split(dated[0], true)}
		rule.Order, rule.Pivot = p.orderOf(dated[0])
		p.m.Dates = append(p.m.Dates, rule)
		p.done[dated[0]] = true
		p.note("%s: taken for the date of the case, since no other column has dates", p.t.Columns[dated[0]])
	}
}

// looksLikeNames reports whether so many of the values of a column look like names of
// people, and most of them differ.
func (s *columnSurvey) looksLikeNames(part float64) bool {
	return s.areNames(part) && (s.overflows() || len(s.values)*3 >= s.all)
}

// areNames reports whether so many of the values of a column look like names of people.
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

// areForces reports whether half of the values of a column at least are bodies that use
// force: the police, an army patrol.
func (s *columnSurvey) areForces() bool {
	forces, all := 0, 0
	for value := range s.values {
		if cells.IsUnnamed(value) {
			continue
		}
		if all++; slices.ContainsFunc(headingWords(value), func(w string) bool { return forceWords()[w] }) {
			forces++
		}
	}
	return forces > 0 && forces*2 >= all
}

var forceWords = headingSet("forces")

// isPersonName reports whether a text has the form of a name: two to five words of
// letters, each with a capital where the script has capitals. A Chinese name is one word.
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

// isFlagWords reports whether all values of a column only say yes or no.
func isFlagWords(values map[string]int) bool {
	flags := 0
	for value := range values {
		if flagWords()[model.Fold(value)] {
			flags++
		} else if !cells.IsUnknown(value) {
			return false
		}
	}
	return flags > 0
}

var flagWords = cells.FoldedSet("yes", "no", "y", "n", "true", "false", "checked", "unchecked", "x", "✓", "✔", "1", "0", "да", "нет", "так", "ні", "не", "иа", "жок", "oui", "non", "si", "sim", "nao", "ja", "nein", "evet", "hayir", "tak", "nie", "是", "否", "نعم", "لا")

// holdsPaths reports whether most of the values of a column are a place with what it lies
// in, such as Port, Samland: two or three names, of which the last comes again.
func (s *columnSurvey) holdsPaths() bool {
	paths := 0
	last := map[string]int{}
	for value := range s.values {
		parts := strings.Split(value, ", ")
		if len(parts) < 2 {
			continue
		}
		if len(parts) > 3 || slices.ContainsFunc(parts, func(part string) bool { return !isPlaceName(part) }) {
			return false
		}
		paths++
		last[parts[len(parts)-1]]++
	}
	return !s.overflows() && paths > 1 && paths*10 >= len(s.values)*7 && (len(last)*2 <= paths || s.all >= 3*len(s.values))
}

// inBrackets reports whether the values of a column are places with what they lie in in
// brackets, such as Port (Coast province), of which some come again.
func (s *columnSurvey) inBrackets() bool {
	in := map[string]int{}
	all := 0
	for value := range s.values {
		before, group, ok := cells.CutGroup(value, '(', ')')
		if !ok {
			continue
		}
		if all++; !isPlaceName(before) || !isPlaceName(group) {
			return false
		}
		in[group]++
	}
	return !s.overflows() && all > 1 && (len(in) < all || s.all >= 3*all)
}

// isPlaceName reports whether a text is one to four words of letters that begin with a
// capital, where the script has capitals.
func isPlaceName(text string) bool {
	words := strings.Fields(text)
	first, _ := utf8.DecodeRuneInString(text)
	return len(words) > 0 && len(words) <= 4 && !unicode.IsLower(first) &&
		!strings.ContainsFunc(text, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" -'’.", r)
		})
}

// isWorldRegion reports whether the values of a column are parts of the world, such as
// Central Asia, and not of a country.
func (s *columnSurvey) isWorldRegion() bool {
	world, all := 0, 0
	for value := range s.values {
		all++
		for word := range strings.FieldsFuncSeq(model.Fold(value), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if worldWords()[word] {
				world++
				break
			}
		}
	}
	return all > 0 && world*10 >= all*8
}

var worldWords = cells.FoldedSet("asia", "africa", "europe", "america", "americas", "caribbean", "oceania", "australasia", "mediterranean", "sahel", "caucasus", "balkans", "mena", "азия", "африка", "европа", "америка", "asie", "afrique", "amerique", "caraibes", "europa", "america latina")

// multiple returns what stands between the choices of a column of several choices;
// empty: it is not such a column. Forms have beside it a column for each choice:
// violations/torture.
func (p *proposer) multiple(column int) string {
	for _, name := range p.t.Bare {
		if s := &p.s.columns[column]; strings.HasPrefix(name, p.t.Bare[column]+"/") && !s.overflows() && p.t.Bare[column] != "" {
			return " "
		}
	}
	return p.s.columns[column].multiple()
}

// mostParted is how many values a column of several choices has at the most.
const mostParted = 60

// multiple returns what stands between the choices of a column whose cells have one or
// several of them, as forms export them: Beating, Threats. Every choice must stand alone
// or in two cells that differ; empty: it is not such a column.
func (s *columnSurvey) multiple() string {
	if s.overflows() || len(s.values) < 3 {
		return ""
	}
	for _, sign := range []string{", ", " "} {
		several, in := 0, map[string]int{}
		ok := true
		for value := range s.values {
			parts := strings.Split(value, sign)
			if len(parts) > 1 {
				several++
			}
			for _, part := range parts {
				ok = ok && part != "" && (sign != " " || isChoiceWord(part))
				if sign == ", " || strings.Contains(part, "_") {
					in[part]++
				} else {
					in[part] += 0
				}
				if len(parts) == 1 {
					in[part] += 2
				}
			}
		}
		single := 0
		for _, cells := range in {
			if cells < 2 {
				single++
			}
		}
		if ok && several > 0 && single == 0 && len(in) <= mostParted && len(in) > 1 {
			return sign
		}
	}
	return ""
}

// isChoiceWord reports whether a word is a choice as a form calls it, such as
// arbitrary_detention.
func isChoiceWord(word string) bool {
	return word == strings.ToLower(word) && !strings.ContainsFunc(word, func(r rune) bool {
		return r >= utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-'
	})
}
