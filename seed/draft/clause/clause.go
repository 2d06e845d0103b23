// Package clause reads who does what to whom in English sentences: the verbs of
// a paragraph, their voice, their subjects and objects, and the antecedents of
// pronouns and descriptions. It knows grammar, and from two tables the verbs and
// nouns of outcomes; it must not know packs, dates or amounts.
package clause

// A Word is a word of a paragraph.
type Word struct {
	Lower      string // in lower case, without a possessive ending
	Capital    bool
	Possessive bool
	First      bool   // of a sentence
	Gap        string // the punctuation and spaces up to the next word
}

// A Name is the place of a name in a paragraph.
type Name struct {
	Who      string // the person; empty for other names
	From, To int
}

// A Reading is the result of reading a paragraph.
type Reading struct {
	Events   []*Event
	phrases  []*Phrase
	words    []Word
	governor []int // index of the event of each word; -1: none
	phraseOf []int // index of the phrase of each word; -1: none
}

// Governor returns the event to which a word belongs; nil: none.
func (r *Reading) Governor(i int) *Event {
	if i < 0 || i >= len(r.governor) || r.governor[i] < 0 {
		return nil
	}
	return r.Events[r.governor[i]]
}
