package clause

import (
	"slices"
	"strings"
)

// A Phrase is a noun phrase: a noun, the words before it and its complement.
type Phrase struct {
	From, To    int
	Noun        string // the head
	Owner       *Phrase
	complement  *Phrase   // the phrase after of, against, for or on
	linkWord    string    // that preposition
	others      []*Phrase // the other members of the list that it begins
	parts       []*Phrase // phrases for some of its people
	names       []string
	person      bool
	plural      bool
	agent       bool // somebody who acts for the state
	time        bool
	vague       bool // not somebody who was named: some of a number, or somebody new
	count       int  // how many, if stated
	sex         byte // m, f; 0 unknown
	rank        int  // 0 for the subject of its sentence, more for other places
	sentence    int
	pronoun     bool
	unnamed     bool // a noun for a person; a name may follow after a comma
	preposition string
	definite    bool    // the officer: somebody mentioned before
	guessed     bool    // its names are those of the person in the sentence before
	antecedent  *Phrase // the group without names that a pronoun or a number means
	topic       *Phrase // of a sentence or a charge: the people whom the text is about
	unresolved  bool    // a pronoun or description whose antecedent was not found
}

// Phrase returns the noun phrase that a word is in; nil: none.
func (r *Reading) Phrase(i int) *Phrase {
	if i < 0 || i >= len(r.phraseOf) || r.phraseOf[i] < 0 {
		return nil
	}
	return r.phrases[r.phraseOf[i]]
}

// Names returns the names of the people that a phrase means, in their order.
func (n *Phrase) Names() []string {
	if n == nil {
		return nil
	}
	return n.collect(nil, 0)
}

// maxDepth bounds how deep lists may be nested.
const maxDepth = 6

func (n *Phrase) collect(list []string, depth int) []string {
	for _, name := range n.names {
		if !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	if depth == maxDepth {
		return list
	}
	for _, each := range n.others {
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
	return hasClass(noun, personNoun) || hasClass(noun, relation) || hasClass(strings.TrimSuffix(noun, "s"), personNoun)
}

// IsUnresolved reports whether a phrase means somebody who was not found: it is a
// pronoun or a description without an antecedent.
func (n *Phrase) IsUnresolved() bool {
	return n == nil || n.unresolved || len(n.Names()) == 0 && (!n.person || n.definite && !n.plural)
}

// Topic returns the people whom the sentences before are about; nil: none. It is set
// for a sentence or a charge without a possessor.
func (n *Phrase) Topic() *Phrase {
	if n == nil {
		return nil
	}
	return n.topic
}

// IsAgent reports whether a phrase means somebody who acts for the state.
func (n *Phrase) IsAgent() bool { return n != nil && n.agent }

// Possessor returns the person to whom a noun belongs: her sentence, the charges
// against him, the conviction of somebody.
func (n *Phrase) Possessor() *Phrase {
	switch {
	case n == nil:
		return nil
	case n.Owner != nil:
		return n.Owner
	case n.complement.IsPerson() && !(n.linkWord == "for" && n.complement.agent):
		return n.complement
	case n.complement != nil && n.linkWord != "for" && n.linkWord != "on":
		return n.complement.Possessor()
	}
	return nil
}
