package word

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/russian"

	"casebook/model/lazy"
)

// minStem and maxStem are the minimum and maximum lengths of words with a stem.
const (
	minStem = 3
	maxStem = 40
)

// stemsKnown caches stems, since a search compares the same words again and again.
var stemsKnown struct {
	sync.RWMutex
	of map[string]string
}

// maxCachedStems is the size of the cache.
const maxCachedStems = 8192

// Stem returns the stem of a folded word, without endings of English in Latin letters, or
// of Kazakh and Russian in Cyrillic ones. A word of another script, or with a digit, is
// its own stem.
func Stem(folded string) string {
	stemsKnown.RLock()
	stem, known := stemsKnown.of[folded]
	stemsKnown.RUnlock()
	if known {
		return stem
	}
	stem = stemOf(folded)
	stemsKnown.Lock()
	defer stemsKnown.Unlock()
	if stemsKnown.of == nil || len(stemsKnown.of) >= maxCachedStems {
		stemsKnown.of = map[string]string{}
	}
	stemsKnown.of[strings.Clone(folded)] = stem
	return stem
}

func stemOf(folded string) string {
	if length := utf8.RuneCountInString(folded); length < minStem || length > maxStem {
		return folded
	}
	latin, cyrillic := true, true
	for _, r := range folded {
		latin = latin && 'a' <= r && r <= 'z'
		cyrillic = cyrillic && unicode.Is(unicode.Cyrillic, r)
	}
	if own, ok := ownStem(folded); ok {
		return own
	}
	switch {
	case latin:
		return english.Stem(americanSpelling(folded), true)
	case cyrillic:
		return masculineStem(withoutFleetingVowel(russian.Stem(withoutKazakh(folded), true)))
	}
	return folded
}

// ownStem returns the stem of a word that snowball stems to that of another word.
func ownStem(word string) (string, bool) {
	switch word {
	case "prisoner", "prisoners":
		return "prisoner", true
	case "reporter", "reporters":
		return "reporter", true
	case "organ", "organs":
		return "organs", true
	case "author", "authors":
		return "authors", true
	}
	return "", false
}

//go:embed forms.txt
var formLines string

// Forms returns the forms of a folded word that has the same stem as words of another
// meaning; nil for all other words.
func Forms(folded string) []string { return forms.Get()[folded].all }

// FormsPlace returns the place of a line of forms, by its first form. No stem of the table
// of synonyms has it. It is false for other words.
func FormsPlace(first string) (place uint32, ok bool) {
	line := forms.Get()[first]
	return line.place, line.all != nil && line.all[0] == first
}

// A formLine is a line of forms, and its place.
type formLine struct {
	all   []string
	place uint32
}

// firstFormsPlace is higher than the place of any stem of the table of synonyms.
const firstFormsPlace = 1 << 30

var forms = lazy.Value[map[string]formLine]{Make: func() map[string]formLine {
	of := map[string]formLine{}
	for line := range strings.Lines(formLines) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		made := formLine{Split(line), firstFormsPlace + uint32(len(of))}
		for _, one := range made.all {
			of[one] = made
		}
	}
	return of
}}

// IsForm reports whether a folded word is a form of another one.
func IsForm(one, of string) bool {
	if all := Forms(of); all != nil {
		return slices.Contains(all, one)
	}
	return one == of || Stem(one) == Stem(of)
}

// americanSpelling returns the American spelling of regular words: organise, labour.
func americanSpelling(word string) string {
	for _, ending := range []string{"", "d", "s", "r", "rs", "ing", "ation", "ations"} {
		with := "ise" + ending
		if strings.HasPrefix(ending, "ing") || strings.HasPrefix(ending, "ation") {
			with = "is" + ending
		}
		if begin, ok := strings.CutSuffix(word, with); ok && len(begin) > 2 {
			return begin + "iz" + with[2:]
		}
	}
	for _, ending := range []string{"", "s", "ed", "ing", "er", "ers"} {
		if begin, ok := strings.CutSuffix(word, "our"+ending); ok && len(begin) > 2 {
			return begin + "or" + ending
		}
	}
	return word
}

// withoutFleetingVowel removes the fleeting vowel from a Russian stem: пыток, of пытки.
func withoutFleetingVowel(stem string) string {
	for _, end := range []string{"ок", "ек"} {
		if begin, ok := strings.CutSuffix(stem, end); ok && utf8.RuneCountInString(begin) >= minStem {
			return begin + "к"
		}
	}
	return stem
}

// masculineStem returns the masculine stem of a regular Russian feminine noun (Academy
// Grammar 1980, § 381): журналистка, учительница, помощница.
func masculineStem(stem string) string {
	for _, suffix := range [][2]string{{"истк", "ист"}, {"тельниц", "тел"}, {"ниц", "ник"}} {
		if begin, ok := strings.CutSuffix(stem, suffix[0]); ok && utf8.RuneCountInString(begin) >= minStem {
			return begin + suffix[1]
		}
	}
	return stem
}

// The endings of Kazakh nouns, folded: of the plural, and of cases after it.
var (
	kazakhPlurals = []string{"лар", "лер", "дар", "дер", "тар", "тер"}
	kazakhCases   = []string{"нын", "нин", "дын", "дин", "тын", "тин", "дан", "ден", "тан", "тен", "нан", "нен", "бен", "пен", "мен", "га", "ге", "ка", "ке", "ды", "ди", "ты", "ти", "ны", "ни", "да", "де", "та", "те"}
)

// minKazakh is the minimum length of a word without a Kazakh ending.
const minKazakh = 4

// withoutKazakh removes the ending of a Kazakh plural, with a case ending after it. Case
// endings alone are too much like ends of Russian words.
func withoutKazakh(word string) string {
	for _, plural := range kazakhPlurals {
		at := strings.LastIndex(word, plural)
		if at < 0 || utf8.RuneCountInString(word[:at]) < minKazakh {
			continue
		}
		after := word[at+len(plural):]
		if after == "" {
			return word[:at]
		}
		for _, ending := range kazakhCases {
			if after == ending {
				return word[:at]
			}
		}
	}
	return word
}
