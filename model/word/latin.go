package word

import (
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/model/lazy"
)

// The Latin forms of Russian and Kazakh letters, folded, with the differences between
// romanisations removed: й and ы are i, х is h, the soft sign is nothing.
var latinLetters = lazy.Value[map[rune]string]{Make: func() map[rune]string {
	return map[rune]string{
		'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ж': "j", 'з': "z", 'и': "i", 'й': "i", 'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t",
		'у': "u", 'ф': "f", 'х': "h", 'ц': "c", 'ч': "q", 'ш': "w", 'щ': "w", 'ъ': "", 'ы': "i", 'ь': "", 'э': "e", 'ю': "iu", 'я': "ia",
	}
}}

// latinSpellings are the spellings in which romanisations of Cyrillic differ.
var latinSpellings = lazy.Value[*strings.Replacer]{Make: func() *strings.Replacer {
	return strings.NewReplacer("'", "", "shch", "w", "sch", "w", "sh", "w", "ch", "q", "zh", "j", "kh", "h", "x", "h", "ts", "c", "tz", "c", "ph", "f", "w", "v",
		"yu", "iu", "ju", "iu", "ya", "ia", "ja", "ia", "ye", "e", "je", "e", "yo", "e", "jo", "e", "y", "i")
}}

// minLatin is the minimum length of a romanised word.
const minLatin = 4

// latinEndings are the endings after its stem.
var latinEndings = lazy.Value[[]string]{Make: func() []string {
	return strings.Fields("a i u e o ia iu ie ei oi om em am iam ami iami ah iah ov ev im ih imi ogo ego omu emu aia oe ii iei io at it ut al ali ila ili an ana ano ani en ena eno eni lar ler dar der tar ter ga ge ka ke da de ta te di ti ni nin din tin")
}}

// FromLatin returns the Russian or Kazakh word of the table of synonyms that is written
// in Latin letters, such as pytki and zhurnalistov; also small words such as v and na.
func FromLatin(folded string) (string, bool) {
	if strings.IndexFunc(folded, func(r rune) bool { return r != '\'' && (r < 'a' || r > 'z') }) >= 0 {
		return "", false
	}
	typed := singleLetters(latinSpellings.Get().Replace(folded))
	if utf8.RuneCountInString(typed) < minLatin {
		return smallFromLatin(typed)
	}
	best, longest := "", 0
	for _, word := range TableWords.Get() {
		own := toLatin(word)
		if len(own) < minLatin || own[:3] != typed[:3] {
			continue
		}
		if own == typed {
			return word, true
		}
		stem := toLatin(Stem(word))
		if ending, ok := strings.CutPrefix(typed, stem); ok && len(stem) >= minLatin && len(stem) > longest && (ending == "" || slices.Contains(latinEndings.Get(), ending)) {
			best, longest = word, len(stem)
		}
	}
	return best, best != ""
}

// toLatin writes a Cyrillic word in Latin letters; empty for other words.
func toLatin(word string) string {
	var b strings.Builder
	for _, r := range word {
		letter, ok := latinLetters.Get()[r]
		if !ok {
			return ""
		}
		b.WriteString(letter)
	}
	return singleLetters(b.String())
}

// singleLetters writes double letters once.
func singleLetters(text string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range text {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// minPart is the minimum length of each of two joined words.
const minPart = 3

// SplitJoined returns the two words of the table that are written as one: landcode.
func SplitJoined(folded string) (string, bool) {
	for at := range folded {
		before, after := folded[:at], folded[at:]
		if utf8.RuneCountInString(before) >= minPart && utf8.RuneCountInString(after) >= minPart && Known(before) && Known(after) {
			return before + " " + after, true
		}
	}
	return "", false
}

// smallFromLatin returns a small word that is written in Latin letters.
func smallFromLatin(typed string) (string, bool) {
	const latin, cyrillic = "v na za i s po k o ob u iz ot", "в на за и с по к о об у из от"
	at := slices.Index(strings.Fields(latin), typed)
	if at < 0 {
		return "", false
	}
	return strings.Fields(cyrillic)[at], true
}
