package mapping

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
	"casebook/model/lazy"
	"casebook/seed"
	"casebook/seed/cells"
)

//go:embed headings.yaml
var headingsFile []byte

// A meaning is what columns with certain names mean.
type meaning struct {
	Field string   `json:"field"`
	As    string   `json:"as"`
	Names []string `json:"names"`
	// Questions are beginnings of questions that ask for it: when did, where was.
	Questions []string `json:"questions"`
}

// A heading is a possible meaning of a column's name.
type heading struct {
	meaning
	words []string // of the known name, sorted
	exact bool     // the column has exactly the known name
	weak  bool     // the name alone is not enough: the values must fit too
	score int
}

var meanings = lazy.Value[[]meaning]{Make: func() []meaning {
	var meanings []meaning
	if _, err := seed.ReadYAML("headings.yaml", headingsFile, &meanings); err != nil {
		panic(err) // the file is embedded and tested
	}
	return meanings
}}

// headings reads the known names and indexes them by word.
var headings = lazy.Value[map[string][]heading]{Make: func() map[string][]heading {
	byWord := map[string][]heading{}
	for _, m := range meanings.Get() {
		for _, name := range m.Names {
			words := headingWords(name)
			for _, word := range words {
				byWord[word] = append(byWord[word], heading{meaning: m, words: words})
			}
		}
	}
	return byWord
}}

// smallWords are ignored in column names: "name of the victim" is "name victim".
var smallWords = cells.WordSet{Words: []string{"of", "the", "a", "an", "in", "on", "at", "to", "de", "del", "la", "el", "los", "las", "du", "des", "le", "les", "d", "l", "y", "et", "и", "в", "на", "по", "с", "о", "or", "and", "if", "any", "s"}}

// commonWords need other words: date of what, name of whom.
const commonWords headingSet = "common"

// headingWords returns the different words of a column's name, folded and sorted.
func headingWords(name string) []string {
	var spaced strings.Builder
	before := ' '
	for _, r := range strings.NewReplacer("№", " no ", "n°", " no ", "N°", " no ", "#", " no ").Replace(name) {
		switch {
		case unicode.IsUpper(r) && unicode.IsLower(before): // DateOfArrest
			spaced.WriteByte(' ')
			spaced.WriteRune(r)
		case r == 'ʻ' || r == 'ʼ': // as the other apostrophes
			spaced.WriteByte(' ')
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			spaced.WriteRune(r)
		default:
			spaced.WriteByte(' ')
		}
		before = r
	}
	words := strings.Fields(model.Fold(spaced.String()))
	if len(words) > 1 {
		last := words[len(words)-1] // the a of deaths_a distinguishes it from deaths_b
		few := slices.DeleteFunc(slices.Clone(words), func(word string) bool { return smallWords.Has(word) && !(len(word) == 1 && word == last) })
		if len(few) > 0 {
			words = few
		}
	}
	for i, word := range words {
		if word == "no" {
			words[i] = "number"
		}
		if one := strings.TrimSuffix(word, "s"); len(one) > 2 && word[0] < 0x80 && !strings.HasSuffix(one, "s") {
			words[i] = one // the plural is the same as the singular
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// maxHeadingWords is the largest number of words of a column's name that is compared.
const maxHeadingWords = 12

// headingsFor returns the possible meanings of a column's name, the best first.
func headingsFor(name string) []heading {
	found := headingsByWords(name)
	for _, part := range pathEnds(name) {
		found = append(found, headingsByWords(part)...)
	}
	found = append(found, headingsInLanguages(name)...)
	if first, _, ok := strings.Cut(name, ","); ok { // Name, year of birth
		for _, h := range headingsByWords(first) {
			if h.Field == "people" && !h.weak {
				h.exact, h.score = false, 30+h.score%100
				found = append(found, h)
			}
		}
	}
	if len(found) == 0 {
		found = headingsBySuffix(strings.TrimSpace(name))
	}
	if !slices.ContainsFunc(found, func(h heading) bool { return h.exact }) {
		found = append(found, headingsOfQuestion(name)...)
	}
	slices.SortStableFunc(found, func(a, b heading) int {
		return cmp.Or(b.score-a.score, slices.Index(headingFields, a.Field)-slices.Index(headingFields, b.Field))
	})
	return found
}

// headingsByWords returns the meanings of a name by its words.
func headingsByWords(name string) []heading {
	words := headingWords(name)
	if len(words) == 0 || len(words) > maxHeadingWords || len(name) > 200 {
		return nil
	}
	var found []heading
	known := headings.Get()
	for i, word := range words {
		for _, h := range known[word] {
			if h.words[0] != word || slices.ContainsFunc(h.words, func(w string) bool { _, ok := slices.BinarySearch(words[i:], w); return !ok }) {
				continue // each known name is found by its first word only, and needs all of its words
			}
			extra := len(words) - len(h.words)
			if extra > len(h.words)+1 || extra > 0 && !h.allows(words) {
				continue
			}
			for _, w := range h.words {
				if h.score += 10; commonWords.has(w) {
					h.score -= 7
				}
			}
			h.exact = extra == 0
			h.score -= 2 * extra
			if h.exact {
				h.score += 100
				if h.Field == "id" && len(h.words) > 1 {
					h.score = 110 // of several such columns the first is the id
				}
			}
			found = append(found, h)
		}
	}
	return found
}

// headingFields are the fields that a column's name may mean. If its words fit several
// fields, the first wins: the age of a victim is an age.
var headingFields = []string{"fields", "begins", "ends", "dates", "figures", "places", "organisations", "laws", "spellings", "people", "category", "title", "note", "id"}

// caseWords are words that may occur in the name of a column for the place or date of a
// case.
const caseWords headingSet = "of the case"

// Columns with these words in their name have another meaning than the rest of the name. A
// date of birth, or the day on which a row was entered, is not a date of the case. The
// type of a court, or its decision, is not a court.
const (
	birthWords  headingSet = "birth"
	recordWords headingSet = "of the record"
	kindWords   headingSet = "of the kind"
)

// relativeWords are words for people whom a case is not about.
const relativeWords headingSet = "relatives"

// otherIDWords are words in the names of ids that are not the case's.
const otherIDWords headingSet = "of others"

// peopleWords are words that may occur in the name of a column of names.
const peopleWords headingSet = "of people"

// allows reports whether a name with more words than the known one may have its meaning.
func (h *heading) allows(words []string) bool {
	extra := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(h.words, w) })
	common := !slices.ContainsFunc(h.words, func(w string) bool { return !commonWords.has(w) })
	switch h.Field {
	case "suffix":
		return true
	case "figures": // another word means that something else is counted
		return !slices.ContainsFunc(extra, func(w string) bool { return !hedgeWords.has(w) && !commonWords.has(w) || w == "total" })
	case "first name", "middle name", "last name":
		return !slices.ContainsFunc(extra, birthWords.has)
	case "year", "month", "day", "dates", "begins", "ends":
		h.weak = common && slices.ContainsFunc(extra, func(w string) bool { return !caseWords.has(w) && !commonWords.has(w) })
		return !slices.ContainsFunc(extra, birthWords.has) && !slices.ContainsFunc(extra, recordWords.has)
	case "places":
		return !slices.ContainsFunc(extra, func(w string) bool { return !caseWords.has(w) && !placeWords.Get()[w] })
	case "category":
		return !common || !slices.ContainsFunc(extra, func(w string) bool { return !caseWords.has(w) && !commonWords.has(w) })
	case "people":
		h.weak = common && slices.ContainsFunc(extra, func(w string) bool { return !peopleWords.has(w) && !languageWords.has(w) && !commonWords.has(w) })
		return !slices.ContainsFunc(extra, kindWords.has) && !slices.ContainsFunc(extra, relativeWords.has)
	case "title":
		return !slices.ContainsFunc(extra, func(w string) bool { return !caseWords.has(w) && !commonWords.has(w) })
	case "id":
		if common && slices.ContainsFunc(extra, func(w string) bool { return countedWords.Get()[w] }) {
			return false // the number of participants
		}
		return !(len(h.words) == 1 && utf8.RuneCountInString(h.words[0]) == 1) && !slices.ContainsFunc(extra, otherIDWords.has)
	case "organisations", "laws":
		return !slices.ContainsFunc(extra, kindWords.has)
	}
	return true
}

// countedWords are the words in the names of columns that count people.
var countedWords = lazy.Value[map[string]bool]{Make: func() map[string]bool {
	words := map[string]bool{}
	for _, m := range meanings.Get() {
		if m.Field == "figures" {
			for _, name := range m.Names {
				for _, word := range headingWords(name) {
					words[word] = !commonWords.has(word) && !caseWords.has(word)
				}
			}
		}
	}
	return words
}}

// placeWords are the known names of one word for places: city, town.
var placeWords = lazy.Value[map[string]bool]{Make: func() map[string]bool {
	words := map[string]bool{}
	for _, list := range headings.Get() {
		for _, h := range list {
			if h.Field == "places" && len(h.words) == 1 {
				words[h.words[0]] = true
			}
		}
	}
	return words
}}

// hedgeWords mean that a number is an estimate.
const hedgeWords headingSet = "estimates"

// languageWords distinguish columns with different spellings of one name.
const languageWords headingSet = "languages"

// IsHeading reports whether a text is a known name of a column.
func IsHeading(name string) bool {
	if _, own := ownField(name); own {
		return true
	}
	h, ok := headingFor(name)
	return ok && (h.exact || strings.HasSuffix(strings.TrimSpace(name), "?"))
}

// headingFor returns the most likely meaning of a column's name.
func headingFor(name string) (heading, bool) {
	found := headingsFor(name)
	if len(found) == 0 {
		return heading{}, false
	}
	return found[0], true
}
