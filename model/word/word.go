// Package word is the text processing of the search: folding, tokenizing, stemming, stop
// words and the synonyms of the field. It must not know what a case is, nor where words
// are stored.
package word

import (
	"slices"
	"strings"
	"unicode"
)

// A Word is a word of a text.
type Word struct {
	Start  int    // the byte offset in the text
	Folded []rune // the folded word
	Ends   []int  // the offset in the text after each folded rune and its marks
}

// Words returns the words of a text: runs of letters and digits with their marks. A
// Chinese or Japanese character is a word, since these languages have no spaces between
// words: a run of them is found as consecutive words.
func Words(text string) []Word {
	var words []Word
	// the letters of all words share one slice
	runes, ends := make([]rune, 0, len(text)), make([]int, 0, len(text))
	first := 0 // of the last word
	inside := false
	letters(text, func(start, end int, folded string) {
		for _, r := range folded {
			alone := ideograph(r)
			switch last := len(words) - 1; {
			case !inWord(r):
				inside = false
				continue
			case !inside || alone:
				first = len(runes)
				runes, ends = append(runes, r), append(ends, end)
				words = append(words, Word{start, runes[first:len(runes):len(runes)], ends[first:len(ends):len(ends)]})
			default:
				runes, ends = append(runes, r), append(ends, end)
				words[last].Folded, words[last].Ends = runes[first:len(runes):len(runes)], ends[first:len(ends):len(ends)]
			}
			inside = !alone
		}
		if folded == "" && inside { // a mark of the letter before it
			last := &words[len(words)-1]
			last.Ends[len(last.Ends)-1] = end
		}
	})
	return words
}

// Split returns the folded words of a text.
func Split(text string) []string {
	folded := Fold(text)
	words := strings.FieldsFunc(folded, func(r rune) bool { return !inWord(r) })
	if strings.IndexFunc(folded, ideograph) < 0 {
		return words
	}
	var apart []string
	for _, word := range words {
		from := 0
		for at, r := range word {
			if ideograph(r) {
				if at > from {
					apart = append(apart, word[from:at])
				}
				apart = append(apart, string(r))
				from = at + len(string(r))
			}
		}
		if from < len(word) {
			apart = append(apart, word[from:])
		}
	}
	return apart
}

// Has reports whether a text has a word that matches each word of typed, by the function
// alike, such as strings.HasPrefix.
func Has(text, typed string, alike func(word, typed string) bool) bool {
	words := Split(text)
	return !slices.ContainsFunc(Split(typed), func(typed string) bool {
		return !slices.ContainsFunc(words, func(word string) bool { return alike(word, typed) })
	})
}

// inWord reports whether a folded character is part of a word: letters, numbers,
// the vowel signs of scripts that have them, and private use.
func inWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.Is(unicode.Co, r)
}

// ideograph reports whether a character is of a script without spaces between words.
func ideograph(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー')
}
