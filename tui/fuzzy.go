package tui

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"casebook/model/safe"
	"casebook/tui/text"
)

// What a letter of a pattern is worth where it matches: letters in a row and
// beginnings of words are what people type.
const (
	matchWorth = 16
	startWorth = 10 // the letter begins a word
	rowWorth   = 12 // the letter follows the one before
	firstWorth = 4  // the letter begins the text
)

// fuzzy matches the words of a pattern with a text: all letters of each, in
// their order, with anything between. It returns how good the match is and
// which runes of the text it takes; false where there is none.
func fuzzy(pattern, text string) (score int, taken map[int]bool, ok bool) {
	letters := []rune(text)
	for i, r := range letters {
		letters[i] = unicode.ToLower(r)
	}
	taken = map[int]bool{}
	for word := range strings.FieldsSeq(pattern) {
		worth, at := align([]rune(strings.ToLower(word)), letters)
		if at == nil {
			return 0, nil, false
		}
		score += worth
		for _, i := range at {
			taken[i] = true
		}
	}
	return score, taken, true
}

// beginsWords says whether each word of a pattern begins a word of a text.
func beginsWords(pattern, text string) bool {
	parts := func(text string) []string {
		return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' })
	}
	words := parts(text)
	return !slices.ContainsFunc(parts(pattern), func(start string) bool {
		return !slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, start) })
	})
}

// align finds the best places of a word's letters in a text; nil where they are
// not all there in their order.
func align(word, text []rune) (worth int, at []int) {
	const never = math.MinInt / 2
	best := make([]int, len(text))   // of the letters so far, the last of them at each place
	from := make([][]int, len(word)) // where the letter before stands then
	for i, letter := range word {
		next := make([]int, len(text))
		from[i] = make([]int, len(text))
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
			next[j], from[i][j] = before+matchWorth+placeWorth(text, j), beforeAt
		}
		best = next
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
	for i := len(word) - 1; i >= 0; i-- {
		at = append(at, end)
		end = from[i][end]
	}
	return worth, at
}

// placeWorth is what a place of a text is worth, whatever stands there.
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

// markedAt is text with some of its runes in the tone of a match, whole
// characters as a reader sees them.
func markedAt(t text.Tone, s string, taken map[int]bool) text.Line {
	cells, at := text.Line{{Text: safe.Line(s), Tone: t}}.Cells(), 0
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
