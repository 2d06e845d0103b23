package widget

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"casebook/model/safe"
	"casebook/tui/text"
)

// The scores of a matching letter: people type letters in a row and the beginnings of
// words.
const (
	matchWorth = 16
	startWorth = 10 // the letter begins a word
	rowWorth   = 12 // the letter follows the one before
	firstWorth = 4  // the letter begins the text
)

// A Pattern is a fuzzy pattern of one or more words. Each word matches a text that has
// its letters in their order, with anything between.
type Pattern [][]rune

// NewPattern reads what is typed; it has one word for each.
func NewPattern(text string) Pattern {
	var p Pattern
	for word := range strings.FieldsSeq(text) {
		p = append(p, Letters(word))
	}
	return p
}

// Letters returns the folded letters of a text for matching, one for each rune.
func Letters(text string) []rune {
	letters := []rune(text)
	for i, r := range letters {
		letters[i] = unicode.ToLower(r)
	}
	return letters
}

// Score returns how well a pattern matches a text; false: a word of it does not match.
func (p Pattern) Score(letters []rune) (score int, ok bool) {
	for _, word := range p {
		if !hasInOrder(word, letters) {
			return 0, false
		}
	}
	for _, word := range p {
		worth, _ := align(word, letters, false)
		score += worth
	}
	return score, true
}

// Places returns the indexes of the runes that a pattern matches.
func (p Pattern) Places(text string) map[int]bool {
	places, letters := map[int]bool{}, Letters(text)
	for _, word := range p {
		_, at := align(word, letters, true)
		for _, i := range at {
			places[i] = true
		}
	}
	return places
}

// hasInOrder reports whether a text has the letters of a word in their order. It is
// much cheaper than align.
func hasInOrder(word, letters []rune) bool {
	for _, r := range letters {
		if len(word) == 0 {
			break
		}
		if r == word[0] {
			word = word[1:]
		}
	}
	return len(word) == 0
}

// BeginsWords reports whether each part of a pattern begins a word of a text. A
// hyphen belongs to its word.
func (p Pattern) BeginsWords(letters []rune) bool {
	inWord := func(r rune) bool { return r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r) }
	begins := func(part []rune) bool {
		for i := range letters {
			if (i == 0 || !inWord(letters[i-1])) && len(letters)-i >= len(part) && slices.Equal(letters[i:i+len(part)], part) {
				return true
			}
		}
		return false
	}
	for _, word := range p {
		for len(word) > 0 {
			end := slices.IndexFunc(word, func(r rune) bool { return !inWord(r) })
			if end < 0 {
				end = len(word)
			}
			if end > 0 && !begins(word[:end]) {
				return false
			}
			word = word[min(end+1, len(word)):]
		}
	}
	return true
}

// align finds the best places of a word's letters in a text; nil: they are not all
// there in their order. Without places it returns only the score.
func align(word, text []rune, places bool) (worth int, at []int) {
	const never = math.MinInt / 2
	rows := make([]int, 2*len(text))
	best, next := rows[:len(text)], rows[len(text):] // of the letters so far, the last of them at each place
	var from [][]int                                 // where the letter before stands then
	for i, letter := range word {
		if places {
			from = append(from, make([]int, len(text)))
		}
		far, farAt := never, -1 // the best place of the letter before, further back than one
		for j, r := range text {
			next[j] = never
			if j > 1 && i > 0 {
				if far--; best[j-2] > far {
					far, farAt = best[j-2], j-2
				}
			}
			if r != letter {
				continue
			}
			before, beforeAt := far, farAt
			switch {
			case i == 0:
				before, beforeAt = 0, -1
			case j > 0 && best[j-1] > never && best[j-1]+rowWorth >= far:
				before, beforeAt = best[j-1]+rowWorth, j-1
			}
			if before <= never/2 {
				continue
			}
			next[j] = before + matchWorth + placeWorth(text, j)
			if places {
				from[i][j] = beforeAt
			}
		}
		best, next = next, best
	}
	end := -1
	for j, worth := range best {
		if worth > never/2 && (end < 0 || worth > best[end]) {
			end = j
		}
	}
	if end < 0 {
		return 0, nil
	}
	worth = best[end]
	for i := len(from) - 1; i >= 0; i-- {
		at = append(at, end)
		end = from[i][end]
	}
	return worth, at
}

// placeWorth returns the score of a place in a text.
func placeWorth(text []rune, j int) int {
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	switch {
	case j == 0:
		return startWorth + firstWorth
	case !isWord(text[j-1]) && isWord(text[j]):
		return startWorth
	}
	return 0
}

// Highlighted returns a text with some of its characters in the tone Match.
func Highlighted(t text.Tone, s string, taken map[int]bool) text.Line {
	cells, at := text.Measure{}.Cells(text.Line{{Text: safe.Line(s), Tone: t}}), 0
	for i := range cells {
		for range cells[i].Text {
			if taken[at] {
				cells[i].Tone = text.Match
			}
			at++
		}
	}
	return text.Merge(cells)
}
