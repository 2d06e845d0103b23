package clause

import (
	"slices"
	"strings"
)

// noun gives a noun phrase its place in the clause: subject, object, member of a
// list, or after a preposition.
func (p *parser) noun(n *Phrase) {
	n.sentence = p.sentence
	prev := p.partAt(-1)
	f := p.top()
	if p.possessor != nil {
		n.Owner, p.possessor = p.possessor, nil
		n.person = false
	}
	if n.time {
		return
	}
	defer func() { p.addPhrase(n) }()
	p.resolveReferences(n, prev)
	if prev.kind == partNoun && len(n.names) > 0 && n.Owner == nil && p.lastNoun != nil && p.isIntroduced(n) {
		if host := p.partitive(p.lastNoun); host.person && len(host.Names()) == 0 && !host.agent && !host.pronoun {
			host.names, host.vague, p.sameAsLast = n.names, false, true
			p.addToWhole(host)
			p.addDescription(n, host)
			if n.sex = host.sex; n.sex != 0 {
				p.learnSex(n)
			}
			return
		}
	}
	if before := prev.phrase; before != nil && before.Noun == "them" && before.preposition == "among" && (len(n.names) > 0 || n.person && p.partAt(1).kind == partComma) { // prisoners, among them X
		before.parts = append(before.parts, n)
		p.addToWhole(before)
		return
	}
	if n.pronoun && hasClass(n.Noun, subjectPronoun) && f.verb != nil && prev.kind != partConjunction {
		p.openClause(n)
		return
	}
	switch {
	case prev.kind == partPreposition:
		p.nounAfterPreposition(n, prev)
		return
	case prev.kind == partComma && p.apposition(n):
		return
	case prev.kind == partConjunction:
		p.nounAfterConjunction(n)
		return
	case prev.kind == partComma && p.lastNoun != nil && p.continuesList(n):
		p.addToList(p.lastNoun, n)
		return
	case prev.kind == partComma:
		for len(p.frames) > 1 && f.verb != nil && (f.kind != thatClause || p.frames[0].verb == nil) && p.hasOwnVerb(p.at) {
			p.pop()
			f = p.top()
		}
		if len(p.frames) > 1 && f.kind == nonfiniteClause && p.frames[0].verb == nil && p.frames[0].subject == nil {
			p.frames = p.frames[:1]
			f = p.top()
		}
	}
	switch {
	case f.verb == nil && (f.subject == nil || f.subject.time):
		f.subject = n
		if f.kind == relativeClause && f.antecedent != nil && !f.isObject && f.antecedent.person { // the man they arrested
			f.isObject = true
		}
	case f.verb == nil: // two nouns side by side; the first may be the number of a list item
		if n.person && !f.subject.person || prev.kind == partNoun && strings.Trim(f.subject.Noun, "0123456789") == "" {
			f.subject = n
		}
	case prev.kind == partComma && p.hasOwnVerb(p.at):
		p.push(&frame{kind: mainClause, subject: n})
	case f.verb.Subject == nil && f.verb.Copula || f.verb.Passive && f.verb.Subject == nil && f.kind == mainClause: // among them were X and Y
		f.verb.Subject, f.subject = n, n
		if p.lastNoun != nil && p.lastNoun.person && p.lastNoun.plural {
			p.addToList(p.lastNoun, n)
			p.addToWhole(p.lastNoun)
		}
	case f.verb.Copula && f.verb.Subject != nil && f.verb.Subject.person && n.person && len(n.names) > 0 && len(f.verb.Subject.names) == 0 && f.verb.Object == nil: // one of them was X
		f.verb.Subject.names, f.verb.Subject.vague = n.names, false
		f.verb.Object = n
		p.addToWhole(f.verb.Subject)
		n.others, f.verb.Subject.others = nil, append(f.verb.Subject.others, n)
	case f.verb.Object == nil && f.kind != relativeClause || f.verb.Object == nil && !f.isObject:
		f.verb.Object = n
		if n.person {
			f.personObject = n
		}
		n.rank = 2
		p.chooseEntry(f.verb, n)
		if f.verb.Copula && n.person && len(n.Names()) == 0 && f.verb.Subject != nil { // who is a lawyer
			p.addDescription(f.verb.Subject, n)
		}
		if included(p.words[f.verb.At].Lower) && f.subject != nil && f.subject.person { // they included X
			f.subject.others = append(f.subject.others, n)
			p.addToWhole(f.subject)
		}
	case f.verb.SecondObject == nil:
		f.verb.SecondObject = n
		n.rank = 3
		p.chooseEntry(f.verb, n)
	}
}

func included(low string) bool { return low == "included" || low == "include" || low == "includes" }

// chooseEntry chooses the entry of a verb when its object is known.
func (p *parser) chooseEntry(e *Event, n *Phrase) {
	if !e.Passive {
		low := p.words[e.At].Lower
		if low == "found" && p.isFollowedBy(n, "guilty") { // found one of them, X, guilty
			e.Verb = verbOf("convicted")
			return
		}
		if next := n.To; next < len(p.words) && (low == "set" && p.words[next].Lower == "free" || low == "let" && p.words[next].Lower == "go") {
			e.Verb = verbOf("released")
			return
		}
		if e.Verb != nil && e.Verb.Class == "done" && e.Verb.Outcome == "conviction" && low != "convicted" {
			return
		}
		if verb := verbOf(low, n, e.Object); verb != nil {
			e.Verb = verb
			if verb.Class == "done" && n.plural && (n.count > 0 || isNumber(p.words[n.From].Lower)) && !hasClass(n.Noun, legalNoun) {
				n.person = true // arrested three marines
			}
		}
	}
}

// groupBefore returns the plural noun before a word such as including.
func (p *parser) groupBefore() *Phrase {
	for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence == p.sentence; k-- {
		if each := p.phrases[k]; each.plural && (each.person || each == p.lastNoun) && !each.pronoun {
			return each
		}
	}
	return p.lastNoun
}

// openClause makes a pronoun such as she the subject of an open clause without one,
// or of a new clause.
func (p *parser) openClause(n *Phrase) {
	for k := len(p.frames) - 2; k >= 0; k-- {
		if p.frames[k].verb == nil && p.frames[k].subject == nil {
			p.frames = p.frames[:k+1]
			p.top().subject = n
			return
		}
	}
	f := p.top()
	p.push(&frame{kind: thatClause, subject: n, unreal: p.isWish(f.verb)})
}

// isFollowedBy reports whether a word follows a noun and its complement.
func (p *parser) isFollowedBy(n *Phrase, word string) bool {
	for i := n.To; i < min(n.To+12, len(p.words)) && !p.words[i].First; i++ {
		if low := p.words[i].Lower; low == word {
			return true
		} else if hasClass(low, auxiliary) || hasClass(low, relative) || hasClass(low, conjunction) && low != "and" {
			break
		}
	}
	return false
}

// nounAfterPreposition attaches a noun after a preposition.
func (p *parser) nounAfterPreposition(n *Phrase, prev part) {
	n.preposition = prev.word
	n.rank = 4
	f := p.top()
	if host := p.partAt(-2); prev.word == "of" && host.kind == partNoun && len(n.names) > 0 && n.Owner == nil && hasClass(host.phrase.Noun, personNoun) && len(host.phrase.Names()) == 0 && !p.chunks.beginsWithPerson(n) {
		host.phrase.names, host.phrase.vague, n.names = n.names, false, nil // former member of parliament X
		p.learnSex(host.phrase)
		n.person, p.sameAsLast = false, true
		return
	}
	if before := p.partAt(-2); before.kind == partNoun && (prev.word == "of" || prev.word == "against" || prev.word == "for" || prev.word == "on" || prev.word == "between" || prev.word == "by" && hasClass(before.phrase.Noun, legalNoun)) && before.phrase.complement == nil {
		before.phrase.complement, before.phrase.linkWord = n, prev.word
	}
	if e := f.verb; e != nil && n.person && !e.Unreal {
		switch before := p.partAt(-2).phrase; {
		case e.Copula && e.Subject.IsPerson() && n.plural && (prev.word == "among" && e.Object == nil || prev.word == "of" && before != nil && before == e.Object && before.Noun == "one"): // X was one of those arrested
			n.parts = append(n.parts, e.Subject)
		case prev.word == "with" && slices.Contains([]string{"together", "along"}, p.words[prev.from-1].Lower):
			if with := e.Patient(); with != nil && !slices.Contains(with.others, n) {
				with.others = append(with.others, n)
			}
		}
	}
	if prev.word == "including" || prev.word == "like" && p.partAt(-2).kind == partComma {
		if host := p.groupBefore(); host != nil && n.person {
			host.person = true
			host.others = append(host.others, n)
		}
		return
	}
	if f.kind == nonfiniteClause && f.verb != nil && f.verb.Passive && f.verb.Subject != nil && !f.verb.Subject.person && f.verb.Subject.complement == nil && n.person && (prev.word == "on" || prev.word == "upon" || prev.word == "against") { // the sentence imposed on X
		f.verb.Subject.complement, f.verb.Subject.linkWord = n, prev.word
	}
	if f.verb != nil && f.verb.recipient == nil && (prev.word == "to" || prev.word == "on" || prev.word == "upon" || prev.word == "against") && n.person {
		f.verb.recipient = n
	}
}

// addPhrase adds a noun phrase to the reading.
func (p *parser) addPhrase(n *Phrase) {
	for i := n.From; i < n.To && i < len(p.phraseOf); i++ {
		p.phraseOf[i] = len(p.phrases)
	}
	if f := p.top(); f.subject == n && n.rank == 0 && f.kind != mainClause {
		n.rank = 1
	}
	p.phrases = append(p.phrases, n)
	if !p.sameAsLast && !(p.inApposition && n.preposition != "") {
		p.lastNoun = n
	}
	p.sameAsLast = false
	for _, name := range n.names {
		if p.descriptions[name] == nil {
			p.descriptions[name] = map[string]bool{}
		}
		for i := n.From; i < n.To; i++ {
			p.descriptions[name][p.words[i].Lower] = true
		}
	}
	p.learnSex(n)
}

// learnSex keeps the sex of the person that a noun names.
func (p *parser) learnSex(n *Phrase) {
	if len(n.names) != 1 || n.pronoun {
		return
	}
	if n.sex != 0 {
		p.sexes[n.names[0]] = n.sex
	} else {
		n.sex = p.sexes[n.names[0]]
	}
}
