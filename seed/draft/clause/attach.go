package clause

import "strings"

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
	case f.verb == nil:
		// X the poet; two nouns beside each other
		if n.person && !f.subject.person {
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
		if next := n.To; next < len(p.words) && (low == "set" && p.words[next].Low == "free" || low == "let" && p.words[next].Low == "go") {
			e.Verb = verbOf("released")
			return
		}
		if e.Verb != nil && e.Verb.Class == "done" && e.Verb.Outcome == "conviction" && low != "convicted" {
			return
		}
		if verb := verbOf(low, n, e.Object); verb != nil {
			e.Verb = verb
		}
	}
}

// oblique takes a noun behind a preposition.
func (p *parser) oblique(n *Phrase, prev part) {
	n.preposed = prev.word
	n.role = 4
	f := p.top()
	if host := p.before(2); prev.word == "of" && host.kind == partNoun && len(n.names) > 0 && n.Owner == nil && personWords[host.phrase.Noun] && len(host.phrase.Names()) == 0 && !p.chunks.begins(n) {
		host.phrase.names, host.phrase.vague, n.names = n.names, false, nil // former member of parliament X
		p.learn(host.phrase)
		n.person = false
		return
	}
	if before := p.before(2); before.kind == partNoun && (prev.word == "of" || prev.word == "against" || prev.word == "for" || prev.word == "on" || prev.word == "between" || prev.word == "by" && sayable[before.phrase.Noun]) && before.phrase.of == nil {
		before.phrase.of, before.phrase.joint = n, prev.word
	}
	if prev.word == "including" || prev.word == "like" && p.before(2).kind == partComma {
		if p.last != nil && p.last.person && n.person {
			p.last.with = append(p.last.with, n)
		}
		return
	}
	if f.verb != nil && f.verb.to == nil && (prev.word == "to" || prev.word == "on" || prev.word == "upon" || prev.word == "against") && n.person {
		f.verb.to = n
	}
}

// apposed takes a noun behind a comma that only says who the one before it is: X,
// a poet; her driver, X. It reports whether that is so.
func (p *parser) apposed(n *Phrase) bool {
	f := p.top()
	host := p.last
	if host == nil || host.time {
		return false
	}
	if n.agent && p.top().verb == nil && p.top().subject == nil {
		return false // in the trial of X, a court convicted
	}
	first := p.words[n.From].Low
	if len(n.names) > 0 && !n.pronoun { // her driver, X
		target := host
		for k := len(p.frames) - 1; k >= 0 && !(host.unnamed && len(host.Names()) == 0); k-- {
			if each := p.frames[k]; each.verb == nil && each.subject.IsPerson() && each.subject.unnamed && p.closed() && (len(each.subject.Names()) == 0 || each.subject.guessed) {
				target = each.subject // the man accused of firing, X, was
				p.frames = p.frames[:k+1]
				f = each
				break
			}
		}
		if contains(whereWords, target.preposed) {
			return false // in one of them, X was
		}
		if !target.person && personLike(target.Noun) && p.closed() {
			target.person, target.unnamed = true, true
		}
		if target.guessed {
			target.names, target.guessed = nil, false
		}
		if target == host {
			target = p.partitive(host)
		}
		if target != host {
		} else if f.verb == nil && f.subject != nil && f.subject.unnamed && len(f.subject.Names()) == 0 && !f.subject.agent {
			target = f.subject
		} else if f.verb == nil && f.subject != nil && f.subject.person && len(f.subject.Names()) == 0 && p.last == f.subject {
			target = f.subject
		} else if f.verb == nil && f.subject != nil && p.last != nil && p.last.preposed == "of" && f.subject.person && len(f.subject.Names()) == 0 {
			target = f.subject // two of them, X and Y
		}
		if target.person && len(target.Names()) == 0 && !target.pronoun && (f.verb == nil || target != host || f.verb.Object == target || target.unnamed && !target.agent && (p.closed() || !p.finiteAfter(p.at)) || host.preposed != "" && !p.finiteAfter(p.at)) {
			if target == host && f.verb != nil && !p.closed() && !target.plural {
				return false
			}
			target.with = append(target.with, n)
			p.belongs(target)
			target.vague = false
			p.call(n, target)
			if n.sex == 0 {
				n.sex = target.sex
			}
			p.learn(n)
			if target.Owner != nil && n.Owner == nil {
				target.unnamed = false
			}
			return true
		}
		return false
	}
	if !host.person {
		return false
	}
	if next := p.before(-2); quantifiers[n.Noun] && p.before(-1).word == "of" && next.kind == partNoun && next.phrase.Noun == "them" { // fishermen, most of them
		n.person = false
		p.skip, p.aside = true, true
		return true
	}
	if next := p.before(-2); p.before(-1).word == "of" && next.kind == partNoun && len(next.phrase.names) > 0 && !p.chunks.begins(next.phrase) {
		return false // A, former member of parliament B
	}
	host = p.partitive(host)
	described := first == "a" || first == "an" || first == "the" || first == "his" || first == "her" || first == "their" || first == "one" || first == "both" || first == "all" || first == "aged" || first == "also" || isNumber(first) || !determiners[first]
	if n.pronoun || !described || p.before(-1).kind == partVerb && (first == "the" && n.agent) {
		return false
	}
	if p.finiteAfter(p.at) && !p.closed() && (f.verb != nil || f.kind == 's') {
		return false
	}
	if isNumber(n.Noun) || n.person || !p.finiteAfter(p.at) || p.closed() {
		if len(host.Names()) == 0 && !isNumber(n.Noun) && !n.agent && !p.closed() {
			return false
		}
		if n.Owner != nil && p.before(-1).kind == partComma && p.before(-2).kind == partNoun && len(p.before(-2).phrase.names) > 0 && n.person && kinWords[n.Noun] {
			return false // X, his wife, Y, and
		}
		p.call(host, n)
		if n.sex != 0 && host.sex == 0 {
			host.sex = n.sex
			p.learn(host)
		}
		if n.Owner != nil {
			host.Owner = either(host.Owner, n.Owner)
		}
		n.person, n.unnamed = false, false // it is nobody of its own
		p.skip, p.aside = true, true
		return true
	}
	return false
}

// closed reports whether a comma stands behind the noun that is read, or behind
// what belongs to it.
func (p *parser) closed() bool {
	for k := p.at + 1; k < min(len(p.parts), p.at+lookingAhead); k++ {
		switch p.parts[k].kind {
		case partComma:
			return true
		case partVerb:
			if p.parts[k].helped || p.parts[k].copula || !p.transitive(p.parts[k].word) || !p.parts[k].infinite && !p.parts[k].ing && k+1 < len(p.parts) && p.parts[k+1].kind == partNoun {
				return false
			}
		case partWhen, partStop, partThat:
			return k > p.at+1
		}
	}
	return true
}

// continues reports whether a noun behind a comma goes on with a list: X, Y and Z.
func (p *parser) continues(n *Phrase) bool {
	if !p.last.person || !n.person || n.pronoun || len(p.last.Names()) == 0 && len(n.Names()) == 0 {
		return false
	}
	f := p.top()
	if f.verb != nil && p.finiteAfter(p.at) && !p.listOf() {
		return false
	}
	if f.kind == 's' && f.verb != nil {
		return false
	}
	return p.listOf()
}

// listOf reports whether "and" and another noun follow, so that this is a list.
func (p *parser) listOf() bool {
	for k := p.at + 1; k < min(len(p.parts), p.at+lookingAhead); k++ {
		switch p.parts[k].kind {
		case partAnd:
			return k+1 < len(p.parts) && p.parts[k+1].kind == partNoun
		case partVerb:
			if p.parts[k].helped || p.parts[k].copula {
				return false
			}
		case partStop, partThat:
			return false
		}
	}
	return false
}

// joinedNoun takes a noun behind "and": one more of a list, or the subject of a
// clause of its own.
func (p *parser) joinedNoun(n *Phrase) {
	f := p.top()
	own := p.finiteAfter(p.at)
	for len(p.frames) > 1 && own && f.verb != nil && f.kind != 't' && f.kind != 'r' {
		p.pop()
		f = p.top()
	}
	if own && len(p.frames) > 1 && f.verb != nil && f.kind == 'r' && p.parent().verb == nil && p.parent().subject != nil { // X, who was arrested, and Y were
		p.pop()
		f = p.top()
	}
	switch {
	case f.verb == nil && f.subject != nil && n.person && !f.subject.person && p.last != nil && p.last.person:
		p.join(p.last, n)
	case f.verb == nil && f.subject != nil:
		p.join(f.subject, n)
	case f.verb == nil:
		f.subject = n
	case own && f.kind == 'r' || own && (!p.sayingFrame(f) || p.before(2).kind != partNoun):
		for len(p.frames) > 1 && p.top().kind == 'r' {
			p.pop()
		}
		p.frames = append(p.frames[:len(p.frames)-1:len(p.frames)-1], &frame{kind: 'm', subject: n})
	case p.last != nil:
		host := p.last
		if f.verb.Object != nil && n.person && f.verb.Object.person && p.last.preposed != "" && !p.last.person {
			host = f.verb.Object
		}
		if host.person == n.person || !host.person && !n.person {
			p.join(host, n)
		} else if f.verb.Object != nil && f.verb.Object.person && n.person {
			p.join(f.verb.Object, n)
		} else if f.verb.Second == nil {
			f.verb.Second = n
		}
	}
}

func (p *parser) sayingFrame(f *frame) bool {
	return f.verb != nil && f.verb.Verb != nil && f.verb.Verb.Class == "say"
}

// join puts a noun into the list that another one begins.
func (p *parser) join(head, n *Phrase) {
	for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence == p.sentence; k-- {
		for _, each := range p.phrases[k].with {
			if each == head {
				head = p.phrases[k]
			}
		}
	}
	if head == n {
		return
	}
	head.with = append(head.with, n)
	n.role, n.preposed = head.role, head.preposed
	if n.person {
		head.person = true
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

// call keeps what one noun says of the people of another.
func (p *parser) call(host, by *Phrase) {
	for _, name := range host.Names() {
		if p.known[name] == nil {
			p.known[name] = map[string]bool{}
		}
		for i := by.From; i < by.To; i++ {
			p.known[name][p.words[i].Low] = true
		}
	}
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

// whereWords are prepositions that bring a place or a time rather than somebody.
var whereWords = []string{"in", "at", "on", "during", "under", "into", "near"}

// partitive returns the part of which a noun is the whole: one of them, X.
func (p *parser) partitive(host *Phrase) *Phrase {
	if len(p.phrases) > 1 && host.preposed == "of" {
		if before := p.phrases[len(p.phrases)-2]; before.of == host && before.person && len(before.Names()) == 0 {
			return before
		}
	}
	return host
}

// called reports whether a word such as called stands before a name.
func (p *parser) called(n *Phrase) bool {
	return n.From > 0 && contains([]string{"called", "named", "as", "only"}, p.words[n.From-1].Low)
}

// belongs makes somebody one of the people of whom a part is spoken: one of
// them, two of the men, a third. What happened to all of them happened to each.
func (p *parser) belongs(part *Phrase) {
	whole := part.stands
	if whole == nil && part.of.IsPerson() {
		whole = part.of
		if whole.stands != nil {
			whole = whole.stands
		}
	}
	if whole != nil && whole != part && whole.plural && len(whole.names) == 0 && !among(whole.parts, part) {
		whole.parts = append(whole.parts, part)
	}
}

func among(list []*Phrase, n *Phrase) bool {
	for _, each := range list {
		if each == n {
			return true
		}
	}
	return false
}

// personLike reports whether a noun has the ending of one for a person.
func personLike(noun string) bool {
	for _, end := range []string{"or", "er", "ist", "ian", "ant", "ent", "man", "woman", "ee", "eer"} {
		if len(noun) > len(end)+2 && strings.HasSuffix(noun, end) {
			return true
		}
	}
	return personWords[noun]
}
