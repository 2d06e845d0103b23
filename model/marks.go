package model

import (
	"slices"
	"unicode"

	"casebook/model/word"
)

// A Span is a part of a text, in byte offsets.
type Span struct {
	Start, End int
}

// Marks returns where terms match a text, ascending, without overlap and on
// rune boundaries. Words are compared folded, by their stems, and by what means
// the same; of a word that is only begun, the typed part is marked. Terms that
// must not match, and those of a field that is no name, mark nothing.
func Marks(text string, terms []Term) []Span {
	m := marker{text: text}
	for _, term := range terms {
		if !term.Not && slices.Contains([]string{"person", "org", "place", "law"}, term.Field) {
			m.mark(word.Split(term.Text), term.Prefix, false)
		}
	}
	for _, wanted := range WantedOf(terms) {
		if wanted.Not {
			continue
		}
		for i, phrase := range wanted.Phrases {
			m.mark(phrase, wanted.Prefix && i == len(wanted.Phrases)-1, !wanted.Exact && len(phrase) == 1)
		}
		for _, other := range wanted.Others {
			m.mark(other, false, true)
		}
		for _, amount := range wanted.Wordings {
			m.mark(amount, false, false)
		}
	}
	return MergeSpans(m.spans)
}

// A marker gathers where words are in a text.
type marker struct {
	text  string
	words []word.Word // of the text, when one is looked for
	stems []string    // of the words, as far as they were asked for
	spans []Span
}

// mark marks where words stand beside each other: as they are, the last one
// maybe only begun, or by their stems.
func (m *marker) mark(wanted []string, prefix, stems bool) {
	if len(wanted) == 0 {
		return
	}
	if m.words == nil {
		m.words = word.Words(m.text)
	}
	all := make([]wantedWord, len(wanted))
	for i, want := range wanted {
		all[i].folded = []rune(want)
		if stems {
			all[i].stem = word.Stem(want)
		}
	}
	for i := 0; i+len(all) <= len(m.words); i++ {
		if end, ok := m.match(i, all, prefix, stems); ok {
			m.spans = append(m.spans, Span{m.words[i].Start, end})
		}
	}
}

// A wantedWord is a word that is looked for.
type wantedWord struct {
	folded []rune
	stem   string
}

// match compares the words from one on with those wanted; it returns where the
// match ends.
func (m *marker) match(at int, wanted []wantedWord, prefix, stems bool) (int, bool) {
	end := 0
	for i, want := range wanted {
		for stems && i > 0 && at+i < len(m.words) && !slices.Equal(want.folded, m.words[at+i].Folded) && word.Small(string(m.words[at+i].Folded)) {
			at++ // sentenced to death
		}
		if at+i >= len(m.words) {
			return 0, false
		}
		found, runes := m.words[at+i], want.folded
		switch {
		case slices.Equal(found.Folded, runes), prefix && i == len(wanted)-1 && len(found.Folded) > len(runes) && slices.Equal(found.Folded[:len(runes)], runes):
			end = found.Ends[len(runes)-1]
		case stems && len(runes) > 0 && found.Folded[0] == runes[0] && m.stem(at+i) == want.stem: // a stem begins as its word does
			end = found.Ends[len(found.Ends)-1]
		default:
			return 0, false
		}
	}
	return end, true
}

func (m *marker) stem(at int) string {
	if m.stems == nil {
		m.stems = make([]string, len(m.words))
	}
	if m.stems[at] == "" {
		m.stems[at] = word.Stem(string(m.words[at].Folded))
	}
	return m.stems[at]
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

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r)
}
