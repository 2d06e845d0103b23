package clause

import (
	"slices"
	"strings"
)

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

// Phrase returns the noun phrase that a word is in; nil where it is in none.
func (r *Reading) Phrase(i int) *Phrase {
	if i < 0 || i >= len(r.in) || r.in[i] < 0 {
		return nil
	}
	return r.phrases[r.in[i]]
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
		if !slices.Contains(list, name) {
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

// IsPerson reports whether a noun, such as editor or farmer, is for a person.
func IsPerson(noun string) bool {
	return is(noun, personNoun) || is(noun, relation) || is(strings.TrimSuffix(noun, "s"), personNoun)
}

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

// Belongs returns whose a thing is: her sentence, the charges against him, the
// conviction of somebody, whose sentence.
func (n *Phrase) Belongs() *Phrase {
	switch {
	case n == nil:
		return nil
	case n.Owner != nil:
		return n.Owner
	case n.of.IsPerson() && !(n.joint == "for" && n.of.agent):
		return n.of
	case n.of != nil && n.joint != "for" && n.joint != "on":
		return n.of.Belongs()
	}
	return nil
}
