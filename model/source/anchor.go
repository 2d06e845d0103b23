package source

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
)

// Anchors returns the spans of a fact's anchors in a paragraph, ascending and without
// overlap. They are compared normalised, as whole words: 34 is neither in 340 nor in
// 1,034 nor in 30-34.
func Anchors(text string, anchors []string) []model.Span {
	var spans []model.Span
	plain, offsets := normaliseMapped(text, true)
	for _, anchor := range anchors {
		for start, end := range occurrences(plain, normalise(anchor)) {
			if span := (model.Span{Start: offsets[start], End: offsets[end]}); span.Start < span.End { // not a part of a sign, such as one dot of …
				spans = append(spans, span)
			}
		}
	}
	return model.MergeSpans(spans)
}

// has reports whether a text has words, both normalised.
func has(plain, words string) bool {
	for range occurrences(plain, words) {
		return true
	}
	return false
}

// occurrences yields the offsets of words in a text, both normalised.
func occurrences(plain, words string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for at := 0; words != ""; {
			found := strings.Index(plain[at:], words)
			if found < 0 {
				return
			}
			start, end := at+found, at+found+len(words)
			if areWholeWords(plain[:start], words, plain[end:]) && !yield(start, end) {
				return
			}
			_, width := utf8.DecodeRuneInString(plain[start:])
			at = start + width
		}
	}
}

// areWholeWords reports whether words between two texts are not part of a longer word or
// number.
func areWholeWords(before, words, after string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	left, width := utf8.DecodeLastRuneInString(before)
	beyondLeft, _ := utf8.DecodeLastRuneInString(before[:len(before)-width])
	right, width := utf8.DecodeRuneInString(after)
	beyondRight, _ := utf8.DecodeRuneInString(after[width:])
	return !isCut(first, left, beyondLeft) && !isCut(last, right, beyondRight)
}

// isCut reports whether a word or a number continues beyond its edge.
func isCut(edge, next, beyond rune) bool {
	if !wordRune(edge) {
		return false
	}
	return wordRune(next) || unicode.IsDigit(edge) && strings.ContainsRune(".,-/", next) && unicode.IsDigit(beyond)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
