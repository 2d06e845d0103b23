package model

import (
	"slices"
	"unicode"
)

// A Span is a part of a text, in byte offsets.
type Span struct {
	Start, End int
}

// Marks returns where terms match a text, ascending, without overlap and on
// rune boundaries. Words are compared folded; of a word that is only begun, the
// typed part is marked. Terms that must not match, and those of a field that is
// no name, mark nothing.
func Marks(text string, terms []Term) []Span {
	var spans []Span
	words := splitWords(text)
	for _, term := range terms {
		if term.Not || !slices.Contains([]string{"", "person", "org", "place", "law"}, term.Field) {
			continue
		}
		wanted := splitWords(term.Text)
		for i := 0; len(wanted) > 0 && i+len(wanted) <= len(words); i++ {
			if end, ok := matchWords(words[i:i+len(wanted)], wanted, term.Prefix); ok {
				spans = append(spans, Span{words[i].start, end})
			}
		}
	}
	return MergeSpans(spans)
}

// MergeSpans sorts spans and joins those that overlap.
func MergeSpans(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	merged := spans[:0]
	for _, span := range spans {
		if last := len(merged) - 1; last >= 0 && span.Start < merged[last].End {
			merged[last].End = max(merged[last].End, span.End)
		} else {
			merged = append(merged, span)
		}
	}
	return merged
}

// matchWords compares as many words as are wanted; it returns where the match ends.
func matchWords(words, wanted []word, prefix bool) (int, bool) {
	last := len(wanted) - 1
	for i, want := range wanted {
		folded := words[i].folded
		if i == last && prefix && len(folded) > len(want.folded) {
			folded = folded[:len(want.folded)]
		}
		if !slices.Equal(folded, want.folded) {
			return 0, false
		}
	}
	return words[last].ends[len(wanted[last].folded)-1], true
}

// A word is a word of a text as a search compares it.
type word struct {
	start  int
	folded []rune
	ends   []int // after each folded rune and its combining marks, in the text
}

// splitWords returns the words of a text: runs of letters and digits, with the
// combining marks that belong to them.
func splitWords(text string) []word {
	var words []word
	inside := false
	for at, r := range text {
		end := at + len(string(r))
		switch {
		case inside && combining(r):
			w := &words[len(words)-1]
			w.ends[len(w.ends)-1] = end
		case wordRune(r):
			if !inside {
				words = append(words, word{start: at})
				inside = true
			}
			w := &words[len(words)-1]
			w.folded = append(w.folded, fold(r))
			w.ends = append(w.ends, end)
		default:
			inside = false
		}
	}
	return words
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)
}
