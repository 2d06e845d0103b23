package mapping

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"

	"casebook/model"
	"casebook/seed"
	"casebook/seed/cells"
)

//go:embed headings.yaml
var headingsFile []byte

// A meaning is what columns of certain names mean.
type meaning struct {
	Field string   `json:"field"`
	As    string   `json:"as"`
	Names []string `json:"names"`
}

// A heading is a meaning that a column's name may have.
type heading struct {
	meaning
	words []string // of the name that is known, sorted
	exact bool     // the column is called just so
	score int
}

// loadHeadings reads the names that are known, by each of their words.
var loadHeadings = sync.OnceValue(func() map[string][]heading {
	var meanings []meaning
	if err := seed.ReadYAML("headings.yaml", headingsFile, &meanings); err != nil {
		panic(err) // it is embedded, and a test reads it
	}
	byWord := map[string][]heading{}
	for _, m := range meanings {
		for _, name := range m.Names {
			words := headingWords(name)
			for _, word := range words {
				byWord[word] = append(byWord[word], heading{meaning: m, words: words})
			}
		}
	}
	return byWord
})

// smallWords are left out of headings: "name of the victim" is "name victim".
var smallWords = cells.WordSet("of", "the", "a", "an", "in", "on", "at", "to", "de", "del", "la", "el", "los", "las", "du", "des", "le", "les", "d", "l", "y", "et", "и", "в", "на", "по", "с", "о", "or", "and", "if", "any", "s")

// commonWords say little by themselves: the date of what, the name of whom.
var commonWords = cells.WordSet("name", "names", "date", "number", "no", "type", "place", "case", "record", "title", "event", "incident", "id", "имя", "дата", "число", "номер", "вид", "тип", "место", "nom", "nombre", "numero", "lieu", "fecha", "lugar", "tipo", "caso", "total", "count", "full")

// headingWords returns the words of a column's name, folded, each once, in the
// order of the alphabet.
func headingWords(name string) []string {
	var spaced strings.Builder
	before := ' '
	for _, r := range strings.NewReplacer("№", " no ", "n°", " no ", "N°", " no ", "#", " no ").Replace(name) {
		switch {
		case unicode.IsUpper(r) && unicode.IsLower(before): // DateOfArrest
			spaced.WriteByte(' ')
			spaced.WriteRune(r)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			spaced.WriteRune(r)
		default:
			spaced.WriteByte(' ')
		}
		before = r
	}
	words := strings.Fields(model.Fold(spaced.String()))
	if len(words) > 1 {
		few := slices.DeleteFunc(slices.Clone(words), func(word string) bool { return smallWords()[word] })
		if len(few) > 0 {
			words = few
		}
	}
	for i, word := range words {
		if one := strings.TrimSuffix(word, "s"); len(one) > 2 && word[0] < 0x80 && !strings.HasSuffix(one, "s") {
			words[i] = one // singular and plural are one
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// longestHeading is how many words a column's name has at the most that are looked at.
const longestHeading = 12

// headingsNamed returns what a column's name may mean, the best first.
func headingsNamed(name string) []heading {
	words := headingWords(name)
	if len(words) == 0 || len(words) > longestHeading || len(name) > 200 {
		return nil
	}
	var found []heading
	known := loadHeadings()
	for i, word := range words {
		for _, h := range known[word] {
			if h.words[0] != word || slices.ContainsFunc(h.words, func(w string) bool { _, ok := slices.BinarySearch(words[i:], w); return !ok }) {
				continue // it is taken by the first of its words, and has all of them
			}
			extra := len(words) - len(h.words)
			if extra > len(h.words)+1 || extra > 0 && !h.allows(words) {
				continue
			}
			for _, w := range h.words {
				if h.score += 10; commonWords()[w] {
					h.score -= 7
				}
			}
			h.exact = extra == 0
			h.score -= 2 * extra
			if h.exact {
				h.score += 100
			}
			found = append(found, h)
		}
	}
	slices.SortStableFunc(found, func(a, b heading) int {
		return cmp.Or(b.score-a.score, slices.Index(headingFields, a.Field)-slices.Index(headingFields, b.Field))
	})
	return found
}

// headingFields are the fields that a heading may mean, those first that win
// where its words are of several: the age of a victim is an age.
var headingFields = []string{"fields", "dates", "figures", "places", "organisations", "laws", "people", "category", "title", "note", "id"}

// ofTheCase are words that may stand beside the place of a case.
var ofTheCase = cells.WordSet("incident", "event", "crime", "death", "killed", "killing", "arrest", "detention", "attack", "violation", "disappearance", "execution", "case", "name", "exact", "last", "seen", "offence", "offense", "shooting", "abduction", "dead", "fact", "hecho", "fait", "deces", "muerte", "события", "происшествия", "задержания")

// allows reports whether a heading with more words than a name may still mean it.
func (h heading) allows(words []string) bool {
	switch h.Field {
	case "figures", "first name", "middle name", "last name", "year", "month", "day": // what else is counted or named is something else
		return h.Field != "figures" && !slices.ContainsFunc(words, func(w string) bool {
			return w == "birth" || w == "рождения" || w == "nacimiento" || w == "naissance"
		})
	case "places":
		return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(h.words, w) && !ofTheCase()[w] && !placeWords()[w] })
	}
	return true
}

// placeWords are the words that places are called by themselves: city or town.
var placeWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, list := range loadHeadings() {
		for _, h := range list {
			if h.Field == "places" && len(h.words) == 1 {
				words[h.words[0]] = true
			}
		}
	}
	return words
})

// languageWords tell one spelling of a name from another one.
var languageWords = cells.WordSet("native", "arabic", "english", "ar", "en", "local", "original", "latin", "transliteration", "transliterated", "cyrillic", "russian", "kazakh", "farsi", "persian", "hebrew", "ukrainian", "other", "alternative", "alternate", "alia", "alias", "aka", "also", "known", "script", "spelling", "kz", "ru", "uk", "he", "fa")

// isKnownName reports whether a word is what a column of a known kind is called.
func IsHeading(name string) bool {
	if _, own := ownField(name); own {
		return true
	}
	h, ok := headingNamed(name)
	return ok && h.exact
}

// headingNamed returns the likeliest meaning of a column's name.
func headingNamed(name string) (heading, bool) {
	found := headingsNamed(name)
	if len(found) == 0 {
		return heading{}, false
	}
	return found[0], true
}
