package mapping

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
	"casebook/seed/cells"
)

// mapPlaces maps the places where cases happened: a town, with its region and country.
func (p *proposer) mapPlaces(all func(string) []int, chosen [][]heading) {
	byLevel := map[string][]int{}
	for _, i := range all("places") {
		if chosen[i][0].As == "region" && p.s.columns[i].isWorldRegion() {
			continue // Central Asia is not a region of a country
		}
		byLevel[chosen[i][0].As] = append(byLevel[chosen[i][0].As], i)
	}
	var levels []int // from the nearest
	for _, level := range []string{"city", "district", "region", "country"} {
		if columns := byLevel[level]; len(columns) > 0 {
			levels = append(levels, columns[0])
		}
	}
	if places := byLevel["place"]; len(places) > 0 && (len(byLevel["city"]) == 0 && p.s.columns[places[0]].maxLength <= 100) {
		levels = append([]int{places[0]}, levels...)
	}
	if len(levels) == 0 || len(p.m.Places) > 0 && p.m.Places[0].Within != "" {
		return
	}
	rule := NameRule{Name: p.ref(levels[0]), Role: "occurred", Split: p.split(levels[0], false)}
	if s := &p.s.columns[levels[0]]; len(levels) == 1 && len(rule.Split) == 0 && s.holdsPaths() {
		rule.Within = ","
	} else if len(levels) == 1 && len(rule.Split) == 0 && s.isAtLeast(s.brackets, 0.8) && s.hasRegionsInBrackets() {
		rule.Within = "("
	}
	for _, i := range levels[1:] {
		rule.In = append(rule.In, p.ref(i))
	}
	for _, i := range levels {
		p.mapped[i] = true
	}
	p.m.Places = append(p.m.Places, rule)
}

// holdsPaths reports whether most values are a place and its parents, such as Port,
// Samland: two or three names, of which the last are repeated.
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

// hasRegionsInBrackets reports whether the values are places with a region in brackets,
// such as Port (Coast province), of which some are repeated.
func (s *columnSurvey) hasRegionsInBrackets() bool {
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

// isWorldRegion reports whether the values are parts of the world, such as Central Asia.
func (s *columnSurvey) isWorldRegion() bool {
	world, all := 0, 0
	for value := range s.values {
		all++
		for word := range strings.FieldsFuncSeq(model.Fold(value), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if worldWords.Has(word) {
				world++
				break
			}
		}
	}
	return all > 0 && world*10 >= all*8
}

var worldWords = cells.WordSet{Folded: true, Words: []string{"asia", "africa", "europe", "america", "americas", "caribbean", "oceania", "australasia", "mediterranean", "sahel", "caucasus", "balkans", "mena", "азия", "африка", "европа", "америка", "asie", "afrique", "amerique", "caraibes", "europa", "america latina"}}
