package clause

import (
	"slices"
	"strings"
)

// noun gives a noun phrase its place in the clause: subject, object, part of a
// list, or what a preposition brings.
func (p *parser) noun(n *Phrase) {
	n.sentence = p.sentence
	prev := p.before(1)
	f := p.top()
	if p.owned != nil {
		n.Owner, p.owned = p.owned, nil
		n.person = false
	}
	if n.time {
		return
	}
	defer func() { p.keep(n) }()
	p.standFor(n, prev)
	if prev.kind == partNoun && len(n.names) > 0 && n.Owner == nil && p.last != nil && p.called(n) {
		if host := p.partitive(p.last); host.person && len(host.Names()) == 0 && !host.agent && !host.pronoun {
			host.names, host.vague, p.skip = n.names, false, true
			p.belongs(host)
			p.call(n, host)
			if n.sex = host.sex; n.sex != 0 {
				p.learn(n)
			}
			return
		}
	}
	if before := prev.phrase; before != nil && before.Noun == "them" && before.preposed == "among" && (len(n.names) > 0 || n.person && p.before(-1).kind == partComma) { // prisoners, among them X
		before.parts = append(before.parts, n)
		p.belongs(before)
		return
	}
	if n.pronoun && is(n.Noun, subjectPronoun) && f.verb != nil && prev.kind != partAnd {
		p.open(n)
		return
	}
	switch {
	case prev.kind == partBefore:
		p.oblique(n, prev)
		return
	case prev.kind == partComma && p.apposed(n):
		return
	case prev.kind == partAnd:
		p.joinedNoun(n)
		return
	case prev.kind == partComma && p.last != nil && p.continues(n):
		p.join(p.last, n)
		return
	case prev.kind == partComma:
		for len(p.frames) > 1 && f.verb != nil && (f.kind != 't' || p.frames[0].verb == nil) && p.finiteAfter(p.at) {
			p.pop()
			f = p.top()
		}
		if len(p.frames) > 1 && f.kind == 'i' && p.frames[0].verb == nil && p.frames[0].subject == nil {
			p.frames = p.frames[:1]
			f = p.top()
		}
	}
	switch {
	case f.verb == nil && (f.subject == nil || f.subject.time):
		f.subject = n
		if f.kind == 'r' && f.about != nil && !f.object && f.about.person { // the man they arrested
			f.object = true
		}
	case f.verb == nil: // two nouns beside each other; the first may be a number of a list
		if n.person && !f.subject.person || prev.kind == partNoun && strings.Trim(f.subject.Noun, "0123456789") == "" {
			f.subject = n
		}
	case prev.kind == partComma && p.finiteAfter(p.at):
		p.push(&frame{kind: 'm', subject: n})
	case f.verb.Subject == nil && f.verb.Copula || f.verb.Passive && f.verb.Subject == nil && f.kind == 'm': // among them were X and Y
		f.verb.Subject, f.subject = n, n
		if p.last != nil && p.last.person && p.last.plural {
			p.join(p.last, n)
			p.belongs(p.last)
		}
	case f.verb.Copula && f.verb.Subject != nil && f.verb.Subject.person && n.person && len(n.names) > 0 && len(f.verb.Subject.names) == 0 && f.verb.Object == nil: // one of them was X
		f.verb.Subject.names, f.verb.Subject.vague = n.names, false
		f.verb.Object = n
		p.belongs(f.verb.Subject)
		n.with, f.verb.Subject.with = nil, append(f.verb.Subject.with, n)
	case f.verb.Object == nil && f.kind != 'r' || f.verb.Object == nil && !f.object:
		f.verb.Object = n
		if n.person {
			f.whom = n
		}
		n.role = 2
		p.settle(f.verb, n)
		if f.verb.Copula && n.person && len(n.Names()) == 0 && f.verb.Subject != nil { // who is a lawyer
			p.call(f.verb.Subject, n)
		}
		if included(p.words[f.verb.At].Low) && f.subject != nil && f.subject.person { // they included X
			f.subject.with = append(f.subject.with, n)
			p.belongs(f.subject)
		}
	case f.verb.Second == nil:
		f.verb.Second = n
		n.role = 3
		p.settle(f.verb, n)
	}
}

func included(low string) bool { return low == "included" || low == "include" || low == "includes" }

// settle chooses the entry of a verb again when its object is known.
func (p *parser) settle(e *Event, n *Phrase) {
	if !e.Passive {
		low := p.words[e.At].Low
		if low == "found" && p.follows(n, "guilty") { // found one of them, X, guilty
			e.Verb = verbOf("convicted")
			return
		}
		if next := n.To; next < len(p.words) && (low == "set" && p.words[next].Low == "free" || low == "let" && p.words[next].Low == "go") {
			e.Verb = verbOf("released")
			return
		}
		if e.Verb != nil && e.Verb.Class == "done" && e.Verb.Outcome == "conviction" && low != "convicted" {
			return
		}
		if verb := verbOf(low, n, e.Object); verb != nil {
			e.Verb = verb
			if verb.Class == "done" && n.plural && (n.counted > 0 || isNumber(p.words[n.From].Low)) && !is(n.Noun, legalNoun) {
				n.person = true // arrested three marines
			}
		}
	}
}

// many returns the people of several before a word such as including.
func (p *parser) many() *Phrase {
	for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence == p.sentence; k-- {
		if each := p.phrases[k]; each.plural && (each.person || each == p.last) && !each.pronoun {
			return each
		}
	}
	return p.last
}

// open makes a pronoun such as she the subject of a clause: of the one that waits
// for it, else of one of its own.
func (p *parser) open(n *Phrase) {
	for k := len(p.frames) - 2; k >= 0; k-- {
		if p.frames[k].verb == nil && p.frames[k].subject == nil {
			p.frames = p.frames[:k+1]
			p.top().subject = n
			return
		}
	}
	f := p.top()
	p.push(&frame{kind: 't', subject: n, unreal: p.wishes(f.verb)})
}

// follows reports whether a word stands in the sentence behind a noun and what
// belongs to it.
func (p *parser) follows(n *Phrase, word string) bool {
	for i := n.To; i < min(n.To+12, len(p.words)) && !p.words[i].First; i++ {
		if low := p.words[i].Low; low == word {
			return true
		} else if is(low, auxiliary) || is(low, relative) || is(low, conjunction) && low != "and" {
			break
		}
	}
	return false
}

// oblique takes a noun behind a preposition.
func (p *parser) oblique(n *Phrase, prev part) {
	n.preposed = prev.word
	n.role = 4
	f := p.top()
	if host := p.before(2); prev.word == "of" && host.kind == partNoun && len(n.names) > 0 && n.Owner == nil && is(host.phrase.Noun, personNoun) && len(host.phrase.Names()) == 0 && !p.chunks.begins(n) {
		host.phrase.names, host.phrase.vague, n.names = n.names, false, nil // former member of parliament X
		p.learn(host.phrase)
		n.person, p.skip = false, true
		return
	}
	if before := p.before(2); before.kind == partNoun && (prev.word == "of" || prev.word == "against" || prev.word == "for" || prev.word == "on" || prev.word == "between" || prev.word == "by" && is(before.phrase.Noun, legalNoun)) && before.phrase.of == nil {
		before.phrase.of, before.phrase.joint = n, prev.word
	}
	if e := f.verb; e != nil && n.person && !e.Unreal {
		switch before := p.before(2).phrase; {
		case e.Copula && e.Subject.IsPerson() && n.plural && (prev.word == "among" && e.Object == nil || prev.word == "of" && before != nil && before == e.Object && before.Noun == "one"): // X was one of those arrested
			n.parts = append(n.parts, e.Subject)
		case prev.word == "with" && slices.Contains([]string{"together", "along"}, p.words[prev.from-1].Low):
			if with := e.Patient(); with != nil && !among(with.with, n) {
				with.with = append(with.with, n)
			}
		}
	}
	if prev.word == "including" || prev.word == "like" && p.before(2).kind == partComma {
		if host := p.many(); host != nil && n.person {
			host.person = true
			host.with = append(host.with, n)
		}
		return
	}
	if f.kind == 'i' && f.verb != nil && f.verb.Passive && f.verb.Subject != nil && !f.verb.Subject.person && f.verb.Subject.of == nil && n.person && (prev.word == "on" || prev.word == "upon" || prev.word == "against") { // the sentence imposed on X
		f.verb.Subject.of, f.verb.Subject.joint = n, prev.word
	}
	if f.verb != nil && f.verb.to == nil && (prev.word == "to" || prev.word == "on" || prev.word == "upon" || prev.word == "against") && n.person {
		f.verb.to = n
	}
}

// keep ends the reading of a noun.
func (p *parser) keep(n *Phrase) {
	for i := n.From; i < n.To && i < len(p.in); i++ {
		p.in[i] = len(p.phrases)
	}
	if f := p.top(); f.subject == n && n.role == 0 && f.kind != 'm' {
		n.role = 1
	}
	p.phrases = append(p.phrases, n)
	if !p.skip && !(p.aside && n.preposed != "") {
		p.last = n
	}
	p.skip = false
	for _, name := range n.names {
		if p.known[name] == nil {
			p.known[name] = map[string]bool{}
		}
		for i := n.From; i < n.To; i++ {
			p.known[name][p.words[i].Low] = true
		}
	}
	p.learn(n)
}

// learn keeps the sex of the one person of a noun.
func (p *parser) learn(n *Phrase) {
	if len(n.names) != 1 || n.pronoun {
		return
	}
	if n.sex != 0 {
		p.sexes[n.names[0]] = n.sex
	} else {
		n.sex = p.sexes[n.names[0]]
	}
}
