package model

import (
	"unicode/utf8"

	"casebook/model/word"
)

// minCorrected is the minimum length of a word to be corrected, and longWord that with
// two typing errors.
const (
	minCorrected = 6
	longWord     = 10
	maxLonger    = 3 // the maximum number of letters more than a form in the table
)

// Corrected returns the word of the table of synonyms that a folded word with a typing
// error after its first letter probably means; false: none.
func Corrected(folded string) (string, bool) {
	length := utf8.RuneCountInString(folded)
	if length < minCorrected {
		return "", false
	}
	most := 1
	if length >= longWord {
		most = 2
	}
	typed := []rune(folded)
	best, nearest := 2*most+1, "" // twice the distance
	stem := []rune(word.Stem(folded))
	for _, of := range word.TableWords.Get() {
		letters := []rune(of)
		if letters[0] != typed[0] || len(letters) > length+maxLonger || length > len(letters)+maxLonger {
			continue
		}
		if d := 2 * distance(typed, letters); d < best {
			best, nearest = d, of
		}
		if own := []rune(word.Stem(of)); best > 3 && len(own) >= minCorrected-1 && own[0] == stem[0] && distance(stem, own) == 1 {
			best, nearest = 3, of // in another form
		}
	}
	return nearest, nearest != ""
}

// minOffered is the minimum length of a word for which a similar one is suggested.
const minOffered = 4

// NearestWord returns the word of the table of synonyms that is most similar to a folded
// word, to suggest if Corrected returns none; false: none is similar.
func NearestWord(folded string) (string, bool) {
	typed := []rune(folded)
	if len(typed) < minOffered {
		return "", false
	}
	best, nearest := len(typed)/minOffered+1, ""
	for _, of := range word.TableWords.Get() {
		letters := []rune(of)
		if len(letters) < minOffered || len(letters) > len(typed)+1 || len(typed) > len(letters)+1 {
			continue
		}
		if d := distance(typed, letters); d < best || d == best && nearest != "" && letters[0] == typed[0] && []rune(nearest)[0] != typed[0] {
			best, nearest = d, of
		}
	}
	return nearest, nearest != ""
}

// Nearest returns the word that a text probably means, with at most one typing error in
// three letters; false: none is similar.
func Nearest(text string, words []string) (string, bool) {
	typed := []rune(Fold(text))
	best, nearest := max(1, len(typed)/3)+1, ""
	for _, word := range words {
		if d := distance(typed, []rune(Fold(word))); d < best {
			best, nearest = d, word
		}
	}
	return nearest, nearest != ""
}

// distance returns the number of letters to insert, delete, replace or swap with their
// neighbour to make a of b (optimal string alignment).
func distance(a, b []rune) int {
	before, above, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, above, row = above, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}
