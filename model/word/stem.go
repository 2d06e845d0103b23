package word

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/russian"
)

// minStem and mostStem are between how many letters a word has a stem.
const (
	minStem = 3
	maxStem = 40
)

// stemsKnown are stems that were worked out lately: a search compares the same words
// again and again.
var stemsKnown struct {
	sync.RWMutex
	of map[string]string
}

// maxCachedStems is how many of them are kept.
const maxCachedStems = 8192

// Stem returns what is left of a folded word without its endings: those of
// English in Latin letters, of Kazakh and Russian in Cyrillic ones. A word of
// another script, or with a digit in it, is its own stem.
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

// ownStem is the stem of a word that snowball takes for a form of one of another meaning.
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

// americanSpelling spells a word as in the United States, where that is a rule:
// organise, labour.
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

// withoutFleetingVowel takes the vowel out of the stem of a Russian word that has it
// only before no ending: пыток, of пытки.
func withoutFleetingVowel(stem string) string {
	for _, end := range []string{"ок", "ек"} {
		if begin, ok := strings.CutSuffix(stem, end); ok && utf8.RuneCountInString(begin) >= minStem {
			return begin + "к"
		}
	}
	return stem
}

// masculineStem makes the stem of a Russian word for a woman that of the same one for
// a man, by the suffixes that are regular (Academy Grammar 1980, § 381):
// журналистка, учительница, помощница.
func masculineStem(stem string) string {
	for _, suffix := range [][2]string{{"истк", "ист"}, {"тельниц", "тел"}, {"ниц", "ник"}} {
		if begin, ok := strings.CutSuffix(stem, suffix[0]); ok && utf8.RuneCountInString(begin) >= minStem {
			return begin + suffix[1]
		}
	}
	return stem
}

// The endings of Kazakh nouns, as they fold: of the plural, behind which one of
// a case may stand.
var (
	kazakhPlurals = []string{"лар", "лер", "дар", "дер", "тар", "тер"}
	kazakhCases   = []string{"нын", "нин", "дын", "дин", "тын", "тин", "дан", "ден", "тан", "тен", "нан", "нен", "бен", "пен", "мен", "га", "ге", "ка", "ке", "ды", "ди", "ты", "ти", "ны", "ни", "да", "де", "та", "те"}
)

// minKazakh is how many letters are left of a word without a Kazakh ending.
const minKazakh = 4

// withoutKazakh takes off the ending of a Kazakh plural, with that of a case
// behind it. An ending of a case alone is too much like the end of a Russian word.
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
