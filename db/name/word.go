// Package name finds people, organisations and places by how they sound.
//
// It knows scripts, romanisations, keyboards and typing errors: what to
// store for a name (Words, Skeleton, Forms), what to look up for a query, tier
// by tier (Search), and how well a name answers it (Hit). It must not know SQL,
// cases or screens: whoever keeps the names gives it a Store.
package name

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A Word is one word of a name or of a query.
type Word struct {
	Literal  string   // as written: lower case, no marks, no apostrophes
	Keys     []string // its possible sounds, the most likely first; one to maxSoundKeys
	Bare     bool     // in a script that leaves short vowels out
	letters  []rune   // of Literal
	position uint32   // bits of the name's words that it covers: several if it joins words
}

// maxWords is the maximum number of words of a text that are read. No name has more.
const maxWords = 12

// maxLetters is the maximum number of letters of a word that are read.
const maxLetters = 32

// Words returns the folded words of a name as they are stored, for a hyphenated name also
// the whole. Any text is valid, also invalid UTF-8. A text without letters or digits has
// no words.
func Words(raw string) []Word {
	parts, joints := split(raw)
	words := make([]Word, 0, len(parts)+2)
	for i, part := range parts {
		words = append(words, newWord(part, 1<<i))
	}
	for i := 0; i < len(parts); i++ {
		end := i
		for end+1 < len(parts) && joints[end] {
			end++
		}
		if end > i {
			words = append(words, joined(parts, i, end+1))
			i = end
		}
	}
	for i := range parts {
		if to := max(servantEnd(parts, i), compoundEnd(parts, i)); to > 0 && !joints[i] {
			words = append(words, joined(parts, i, to))
		}
	}
	return words
}

// loneMark marks the only word of a name. No text contains it, since it is not a letter.
const loneMark = "\ue000"

// Literals returns what is stored of a name's words as written: the words, and for a name
// of a single word its lone terms. So a place called Astana is found among any number of
// people with this name.
func Literals(words []Word) []string {
	var literals []string
	var all uint32
	for i := range words {
		literals = append(literals, words[i].Literal)
		if !words[i].isSlight() {
			all |= words[i].position
		}
	}
	for i := range words {
		if words[i].position == all {
			for _, term := range words[i].loneTerms() {
				literals = append(literals, term.Text)
			}
		}
	}
	return literals
}

// loneTerms returns the stored terms of a name that has only this word.
func (w Word) loneTerms() []Term {
	terms := []Term{{Text: loneMark + w.Literal, Literal: true}}
	for _, key := range w.Keys {
		if key != w.Literal {
			terms = append(terms, Term{Text: loneMark + key, Literal: true})
		}
	}
	return terms
}

// servantEnd returns the end of a name such as Abd al-Rahman, "servant of", that begins at
// i; 0 if there is none. It is written in one, two or three words.
func servantEnd(parts []string, i int) int {
	switch parts[i] {
	case "abd", "abdul", "abdel", "abdal", "abdur", "abdoul", "عبد", "абд", "абдул", "abu", "abou", "ابو", "أبو", "абу":
	default:
		return 0
	}
	to := i + 1
	if to+1 < len(parts) && (parts[to] == "al" || parts[to] == "el" || parts[to] == "ul" || parts[to] == "ar") {
		to++
	}
	if to < len(parts) && len(parts[to]) > 2 {
		return to + 1
	}
	return 0
}

// joined returns the word made of some parts, from one to before another.
func joined(parts []string, from, to int) Word {
	return newWord(strings.Join(parts[from:to], ""), 1<<to-1<<from)
}

func newWord(text string, position uint32) Word {
	if runes := []rune(text); len(runes) > maxLetters {
		text = string(runes[:maxLetters])
	}
	keys, bare := soundKeys(text)
	written := withoutMarks(text)
	return Word{Literal: written, Keys: keys, Bare: bare, letters: []rune(written), position: position}
}

// split returns the words of a text, in lower case and composed. joints[i] reports whether
// only a hyphen, or a change between letters and digits, separates word i from the next.
func split(raw string) (parts []string, joints []bool) {
	const room = 4 * maxWords * maxLetters
	if len(raw) > room {
		raw = raw[:room]
	}
	var word []rune
	if !isASCII(raw) {
		raw = norm.NFKC.String(strings.ToValidUTF8(raw, " "))
	}
	text := []rune(strings.ToLower(raw))
	end := func(joint bool) {
		if len(word) > 0 && len(parts) < maxWords {
			parts = append(parts, unifyAlphabet(word))
			joints = append(joints, joint)
		}
		word = word[:0]
	}
	for i, r := range text {
		switch {
		case isIgnored(r):
			if n := len(word); n > 0 && isApostrophe(r) {
				word[n-1] = withAccent(word[n-1])
			}
		case unicode.IsLetter(r), unicode.IsDigit(r):
			if len(word) > 0 && unicode.IsDigit(r) != unicode.IsDigit(word[len(word)-1]) {
				end(true)
			}
			word = append(word, r)
		case unicode.IsMark(r):
			if len(word) > 0 && !unicode.Is(unicode.Arabic, word[len(word)-1]) && len(word) < maxLetters*2 {
				word = append(word, r)
			}
		default:
			end(unicode.Is(unicode.Pd, r) && i+1 < len(text) && (unicode.IsLetter(text[i+1]) || unicode.IsDigit(text[i+1])))
		}
	}
	end(false)
	return parts, joints
}

// isIgnored reports whether spellings may have or lack a character: apostrophes and primes
// (Uzbek oʻ, BGN/PCGN ʹ for ь), the tatweel, joiners, the Kazakh hamza of a front word,
// soft hyphens.
func isIgnored(r rune) bool {
	switch r {
	case '\'', '`', '´', '"', '’', '‘', '‛', '“', '”', 'ʼ', 'ʻ', 'ʽ', 'ʾ', 'ʿ', 'ʹ', 'ʺ', '′', '″', 'ˈ',
		'ـ', 'ٴ', 'ء', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u00ad', '\ufeff':
		return true
	}
	return r == 0x0361 || r >= 0xfe00 && r <= 0xfe0f || r >= 0xfe20 && r <= 0xfe2f // the ties of ALA-LC: t͡s, i͡a
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '´'
}

// withAccent returns the letter for one with an apostrophe, as in the Kazakh decree of
// October 2017; that of 2018 writes an accent: s' is ш, c' ч, y' у. Where the apostrophe
// is a soft sign, as in Us'kov, the other sound of the letter matches.
func withAccent(r rune) rune {
	switch r {
	case 's':
		return 'ş'
	case 'c':
		return 'ç'
	case 'y':
		return 'ý'
	}
	return r
}

// Letters that look alike in Cyrillic and Latin, in the same order.
const (
	cyrillicTwins = "асеорхукмтвнііјѕһԛԝ"
	latinTwins    = "aceopxykmtbhiijshqw"
)

// unifyAlphabet writes a word of two alphabets in one, if the letters of the rarer
// alphabet look like letters of the other: "Накануне" with a Latin e.
func unifyAlphabet(word []rune) string {
	var latin, cyrillic int
	for _, r := range word {
		switch {
		case r < 0x80 && r >= 'a', unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		}
	}
	if latin == 0 || cyrillic == 0 {
		return string(word)
	}
	from, to, other := []rune(latinTwins), []rune(cyrillicTwins), unicode.Latin
	if latin > cyrillic {
		from, to, other = to, from, unicode.Cyrillic
	}
	repaired := slices.Clone(word)
	for i, r := range word {
		if twin := slices.Index(from, r); twin >= 0 {
			repaired[i] = to[twin]
		} else if unicode.Is(other, r) {
			return string(word)
		}
	}
	return string(repaired)
}

// withoutMarks returns a word without its marks: words are compared so before their sounds
// are.
func withoutMarks(text string) string {
	if isASCII(text) {
		return text
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.IsMark(r) {
			return -1
		}
		return arabicLetter(r)
	}, norm.NFD.String(text)))
}

// arabicLetter returns one letter for Arabic letters that are written for each other
// (UNGEGN): ي for ى and Persian ی, ه for ة and ہ, ك for ک. The forms of alef have lost
// their marks before.
func arabicLetter(r rune) rune {
	switch r {
	case 'ى', 'ی':
		return 'ي'
	case 'ة', 'ہ', 'ۃ', 'ھ':
		return 'ه'
	case 'ک':
		return 'ك'
	case 'ٱ':
		return 'ا'
	}
	return r
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
