// Package clause reads who does what to whom in English sentences: the verbs of
// a paragraph, their voice, their subjects and objects, and whom pronouns and
// descriptions stand for. It knows grammar, and from two tables which verbs and
// nouns tell of an outcome; it must not know packs, dates or amounts.
package clause

import "strings"

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

// An Event is a verb with those whom it concerns.
type Event struct {
	At      int   // the verb's word
	From    int   // where the words that belong to it begin
	Verb    *Verb // nil: not in the table
	Passive bool
	Copula  bool // it is a form of be or remain that no participle follows
	Unreal  bool // wished for, planned, threatened, possible or denied
	Subject *Phrase
	Object  *Phrase // the first behind the verb
	Second  *Phrase // and the one behind that
	Above   *Event  // the verb of the clause that it is in
	to      *Phrase // to or on whom
	main    bool
}

// A Phrase is a noun with what belongs to it.
type Phrase struct {
	From, To  int
	Noun      string // its head
	Owner     *Phrase
	of        *Phrase   // whom or what it is of, against or for
	joint     string    // which of these
	with      []*Phrase // the others of its list
	parts     []*Phrase // phrases that mean some of its people
	names     []string
	person    bool
	plural    bool
	agent     bool // it acts for the state
	time      bool
	vague     bool // some of a number, or somebody new: no one named
	counted   int  // how many, where it says so
	sex       byte // m, f; 0 unknown
	role      int  // how near to the subject of its sentence
	sentence  int
	pronoun   bool
	unnamed   bool // a noun for a person that may yet be named behind a comma
	preposed  string
	definite  bool    // the officer, who was spoken of before
	guessed   bool    // its names are only those of whom the sentence before tells
	stands    *Phrase // the people without names that a pronoun or a number means
	told      *Phrase // of whom the text told last, for a sentence or a charge
	unclaimed bool    // a pronoun or description that nobody was found for
}

// Names returns the people a phrase means, in their order.
func (n *Phrase) Names() []string {
	if n == nil {
		return nil
	}
	return n.collect(nil, 0)
}

// deepest is how many lists may stand in each other.
const deepest = 6

func (n *Phrase) collect(list []string, depth int) []string {
	for _, name := range n.names {
		if !contains(list, name) {
			list = append(list, name)
		}
	}
	if depth == deepest {
		return list
	}
	for _, each := range n.with {
		list = each.collect(list, depth+1)
	}
	for _, each := range n.parts {
		list = each.collect(list, depth+1)
	}
	return list
}

// IsPerson reports whether a phrase means people, named or not.
func (n *Phrase) IsPerson() bool { return n != nil && n.person }

// IsLost reports whether a phrase should mean somebody whom nothing names: a pronoun
// or a description for which nobody was found.
func (n *Phrase) IsLost() bool {
	return n == nil || n.unclaimed || len(n.Names()) == 0 && (!n.person || n.definite && !n.plural)
}

// Told returns those of whom the sentences before a noun tell, for a sentence or
// a charge that is nobody's by its own words.
func (n *Phrase) Told() *Phrase {
	if n == nil {
		return nil
	}
	return n.told
}

// IsAgent reports whether a phrase means somebody who acts for the state.
func (n *Phrase) IsAgent() bool { return n != nil && n.agent }

// IsPerson reports whether a noun, such as editor or farmer, is for a person.
func IsPerson(noun string) bool {
	return personWords[noun] || kinWords[noun] || personWords[strings.TrimSuffix(noun, "s")]
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

// Phrase returns the noun phrase that a word is in; nil where it is in none.
func (r *Reading) Phrase(i int) *Phrase {
	if i < 0 || i >= len(r.in) || r.in[i] < 0 {
		return nil
	}
	return r.phrases[r.in[i]]
}

// Patient returns whom an event concerns by the class of its verb: who is
// sentenced, who receives; nil where that is nobody in particular.
func (e *Event) Patient() *Phrase {
	class := ""
	if e.Verb != nil {
		class = e.Verb.Class
	}
	switch {
	case e.Passive, e.Copula, class == "had", class == "died":
		return e.Subject
	case class == "given":
		if e.to.IsPerson() {
			return e.to
		}
		if e.Object.IsPerson() {
			return e.Object
		}
		return nil
	case e.Object.IsPerson():
		return e.Object
	}
	return nil
}

// Recipient returns to or on whom something is given.
func (e *Event) Recipient() *Phrase { return e.to }

// Belongs returns whose a thing is: her sentence, the charges against him, the
// conviction of somebody, whose sentence.
func (n *Phrase) Belongs() *Phrase {
	switch {
	case n == nil:
		return nil
	case n.Owner != nil:
		return n.Owner
	case n.of.IsPerson():
		return n.of
	case n.of != nil && n.joint != "for" && n.joint != "on":
		return n.of.Belongs()
	}
	return nil
}

func contains(list []string, text string) bool {
	for _, each := range list {
		if each == text {
			return true
		}
	}
	return false
}
