// Package clause reads who does what to whom in English sentences: the verbs of
// a paragraph, their voice, their subjects and objects, and whom pronouns and
// descriptions stand for. It knows grammar, and from two tables which verbs and
// nouns tell of an outcome; it must not know packs, dates or amounts.
package clause

// A Word is a word of a paragraph.
type Word struct {
	Low        string // in lower case, without a possessive ending
	Capital    bool
	Possessive bool
	First      bool   // it begins a sentence
	Gap        string // what stands between it and the next word
}

// A Name is where something is named.
type Name struct {
	Who      string // of a person; empty for other names
	From, To int
}

// A Reading is what was read of a paragraph.
type Reading struct {
	Events  []*Event
	phrases []*Phrase
	words   []Word
	governs []int // of each word, the event that it belongs to; -1 none
	in      []int // of each word, the phrase that it is in; -1 none
}

// Governor returns the event to which a word belongs; nil where it is before
// the first verb of its sentence.
func (r *Reading) Governor(i int) *Event {
	if i < 0 || i >= len(r.governs) || r.governs[i] < 0 {
		return nil
	}
	return r.Events[r.governs[i]]
}
