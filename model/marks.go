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

// Marks returns the matches of terms in a text, ascending, without overlap and on rune
// boundaries. Words are compared folded, by stems and by synonyms; of a prefix match
// only the typed part is marked. Negated terms, and those of fields other than names,
// mark nothing.
func Marks(text string, terms []Term) []Span { return NewMarker(terms).Marks(text) }

// A Marker marks many texts for the same terms. It is for one goroutine.
type Marker struct {
	wanted []markedPhrase
	stems  map[string]string // of the words of the texts so far
}

// A markedPhrase is consecutive words to mark: literally, the last one maybe as a
// prefix, or by their stems.
type markedPhrase struct {
	words         []markedWord
	prefix, stems bool
}

type markedWord struct {
	folded []rune
	stem   string
	forms  []string // in place of the stem, where others have it too
}

// NewMarker returns a marker for terms, as Marks takes them.
func NewMarker(terms []Term) *Marker {
	m := &Marker{stems: map[string]string{}}
	for _, term := range terms {
		if !term.Not && slices.Contains([]string{"person", "org", "place", "law"}, term.Field) {
			m.addPhrase(word.Split(term.Text), term.Prefix, false)
		}
	}
	for _, wanted := range ClausesOf(terms) {
		if wanted.Not {
			continue
		}
		for i, phrase := range wanted.Phrases {
			m.addPhrase(phrase, wanted.Prefix && i == len(wanted.Phrases)-1, !wanted.Exact && len(phrase) == 1)
		}
		for _, other := range wanted.Synonyms {
			m.addPhrase(other, false, true)
		}
		for _, amount := range wanted.Wordings {
			m.addPhrase(amount, false, false)
		}
	}
	return m
}

func (m *Marker) addPhrase(phrase []string, prefix, stems bool) {
	if len(phrase) == 0 {
		return
	}
	wanted := markedPhrase{prefix: prefix, stems: stems}
	for _, one := range phrase {
		wanted.words = append(wanted.words, markedWord{[]rune(one), m.stem(one), word.Forms(one)})
	}
	m.wanted = append(m.wanted, wanted)
}

// stem returns the stem of a folded word.
func (m *Marker) stem(folded string) string {
	stem, known := m.stems[folded]
	if !known {
		stem = word.Stem(folded)
		m.stems[folded] = stem
	}
	return stem
}

// Marks returns where the terms match a text.
func (m *Marker) Marks(text string) []Span {
	if len(m.wanted) == 0 {
		return nil
	}
	var spans []Span
	words := word.Words(text)
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = string(w.Folded)
	}
	for _, wanted := range m.wanted {
		for i := 0; i+len(wanted.words) <= len(words); i++ {
			if end, ok := m.match(words[i:], folded[i:], wanted); ok {
				spans = append(spans, Span{words[i].Start, end})
			}
		}
	}
	return MergeSpans(spans)
}

// match compares words with a phrase, and returns the end of the match.
func (m *Marker) match(words []word.Word, folded []string, wanted markedPhrase) (int, bool) {
	at, end := 0, 0
	for i, want := range wanted.words {
		for wanted.stems && i > 0 && at < len(words) && !slices.Equal(words[at].Folded, want.folded) && word.Small(folded[at]) {
			at++ // sentenced to death
		}
		if at >= len(words) {
			return 0, false
		}
		found := words[at]
		begins := len(found.Folded) >= len(want.folded) && slices.Equal(found.Folded[:len(want.folded)], want.folded)
		switch {
		case begins && (len(found.Folded) == len(want.folded) || wanted.prefix && i == len(wanted.words)-1):
			end = found.Ends[len(want.folded)-1]
		case wanted.stems && want.forms == nil && m.stem(folded[at]) == want.stem, wanted.stems && slices.Contains(want.forms, folded[at]):
			end = found.Ends[len(found.Ends)-1]
		default:
			return 0, false
		}
		at++
	}
	return end, true
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
