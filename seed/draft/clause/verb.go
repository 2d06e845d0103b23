package clause

import (
	"cmp"
	"slices"
)

// verb takes a verb into the clause that it belongs to.
func (p *parser) verb(v part) {
	prev := p.before(1)
	e := &Event{At: v.head, From: v.from, Passive: v.passive, Copula: v.copula, Unreal: v.unreal}
	switch {
	case v.infinite:
		p.infinitive(e, v)
		return
	case v.ing && !v.helped:
		p.participle(e, v, prev)
		return
	}
	bare := v.bare()
	joined := prev.kind == partAnd
	afterComma := prev.kind == partComma || joined && p.before(2).kind == partComma
	f := p.clauseOf(v, joined, afterComma)
	switch {
	case f.verb == nil && f.kind == 'r' && f.subject == nil && f.about != nil && !f.object:
		e.Subject, f.subject = f.about, f.about
	case f.verb == nil && f.subject == nil && bare && prev.kind == partNoun && p.last.IsPerson() && transitive(v.word): // among those arrested
		p.reduced(e, v, p.last, false)
		return
	case f.verb == nil && f.subject == nil && bare && len(p.frames) == 1 && transitive(v.word): // convicted of fraud, X was
		p.pending = append(p.pending, e)
		p.reduced(e, v, f.before, false)
		return
	case f.verb == nil && f.subject == nil && bare && f.kind == 's': // when arrested
		e.Passive = transitive(v.word)
		if e.Subject = p.parent().subject; e.Subject == nil {
			p.pending = append(p.pending, e)
		}
	case f.verb == nil && f.subject != nil && bare && p.describes(v): // three of those arrested were
		subject := cmp.Or(p.last, f.subject)
		if afterComma { // X and Y, detained since May
			subject = p.listHead(subject)
		}
		p.reduced(e, v, subject, false)
		return
	case f.verb == nil:
		e.Subject = f.subject
	case joined:
		p.coordinate(e, v, f)
	case p.isParticiple(v) && prev.kind == partNoun && p.last != nil: // somebody convicted of; had his sentence overturned
		if had := p.words[f.verb.At].Low; f.verb.Verb == nil && (f.verb.Copula || slices.Contains([]string{"had", "saw", "seen", "have"}, had)) && p.last.Owner == nil && !p.last.person && f.subject.IsPerson() {
			p.last.Owner = f.subject
		}
		p.reduced(e, v, p.last, false)
		return
	case p.isParticiple(v) && afterComma && f.verb.Passive && p.listed(): // was arrested, charged and released
		e.Subject, e.Passive = f.subject, true
	case p.isParticiple(v) && afterComma:
		subject := f.subject
		if p.last.IsPerson() && p.before(2).kind == partNoun && !p.last.agent {
			subject = p.listHead(p.last)
		}
		p.reduced(e, v, subject, true)
		return
	case prev.kind == partNoun && p.last != nil && (p.last.person || !bare && !p.last.time): // said she was arrested
		e.Subject = p.last
		p.push(&frame{kind: 't', subject: p.last, unreal: p.wishes(f.verb)})
		f = p.top()
	default:
		e.Subject = f.subject
	}
	if f.kind == 'r' && f.object {
		e.Object = f.about
	}
	e.Unreal = e.Unreal || f.unreal || p.asked(v)
	e.main = len(p.frames) == 1
	p.add(e, v)
	f.verb = e
	for _, waiting := range p.pending {
		if e.main && waiting.Subject == nil {
			waiting.Subject = e.Subject
		}
	}
}

// clauseOf ends the clauses that a verb does not belong to and returns the one that
// it does.
func (p *parser) clauseOf(v part, joined, afterComma bool) *frame {
	// what was meant or done for ends where a verb of its own stands
	for len(p.frames) > 1 && p.top().kind == 'i' && (p.top().loose || joined && !v.bare()) {
		p.pop()
	}
	// back to the clause that waits for its verb
	for k := len(p.frames) - 2; k >= 0 && p.top().verb != nil && !joined && (afterComma || !v.bare()); k-- {
		if p.frames[k].verb == nil && p.frames[k].subject != nil {
			p.frames = p.frames[:k+1]
		}
	}
	if f := p.top(); afterComma && !joined && !v.bare() && f.verb != nil && f.kind == 'r' {
		p.pop()
	}
	// X was arrested after he spoke, and was sentenced
	if main := p.frames[0]; joined && afterComma && !v.bare() && main.verb != nil && main.subject.IsPerson() && !p.sayingFrame(main) {
		p.frames = p.frames[:1]
	}
	f := p.top()
	if f.verb == nil && f.subject == nil && !(v.bare() && transitive(v.word)) {
		f.subject = f.before
	}
	return f
}

// coordinate takes a verb behind "and": its subject is that of the verb before, and
// so is its voice where it has no auxiliary of its own.
func (p *parser) coordinate(e *Event, v part, f *frame) {
	e.Subject = cmp.Or(f.subject, f.verb.Subject)
	if !v.bare() {
		return
	}
	e.Unreal = e.Unreal || f.verb.Unreal
	switch {
	case !p.hasObject() && transitive(v.word):
		e.Passive = f.verb.Passive || f.kind == 'i'
	case f.verb.Passive && ofPeople(v.word) && p.objectIsThing():
		e.Passive = true
	}
}

// isParticiple reports whether a verb without an auxiliary is passive: nobody to
// whom it is done follows.
func (p *parser) isParticiple(v part) bool {
	return v.bare() && transitive(v.word) && (!p.hasObject() || p.objectIsThing() && ofPeople(v.word))
}

// reduced takes a participle that describes a noun: those arrested in May.
func (p *parser) reduced(e *Event, v part, subject *Phrase, comma bool) {
	e.Subject, e.Passive = subject, true
	p.add(e, v)
	p.push(&frame{kind: 'i', subject: subject, verb: e, comma: comma})
}

// asked reports whether a verb is what somebody asked for: that he be released.
func (p *parser) asked(v part) bool {
	if p.words[v.from].Low != "be" {
		return false
	}
	above := p.above()
	return above == nil || !slices.Contains([]string{"ordered", "ruled", "directed", "decided"}, p.words[above.At].Low)
}

// infinitive takes "to" and a verb: what is meant to be, unless somebody is made to.
func (p *parser) infinitive(e *Event, v part) {
	f := p.top()
	e.Unreal = true
	if f.verb != nil {
		switch word := p.words[f.verb.At].Low; {
		case is(word, causing):
			e.Unreal = f.verb.Unreal
		}
		e.Subject = f.verb.Subject
		if !f.verb.Passive && f.verb.Object.IsPerson() {
			e.Subject = f.verb.Object
		}
	} else if f.subject != nil {
		e.Subject = f.subject
	}
	if v.word == "be" || v.copula {
		e.Copula = true
	}
	p.add(e, v)
	p.push(&frame{kind: 'i', subject: e.Subject, verb: e, unreal: e.Unreal, loose: true})
}

// participle takes a verb in -ing: serving, after being sentenced, for insulting.
func (p *parser) participle(e *Event, v part, prev part) {
	f := p.top()
	switch prev.word {
	case "for", "of", "from", "with", "against", "without", "about", "before", "into", "on", "to":
		if prev.kind == partBefore {
			e.Unreal = true
		}
	}
	e.Unreal = e.Unreal || p.wishes(f.verb)
	e.Subject = f.subject
	if f.kind == 's' && f.subject == nil && len(p.frames) > 1 {
		e.Subject = p.parent().subject
	}
	if prev.kind == partNoun && p.last.IsPerson() && f.verb != nil {
		e.Subject = p.last
	}
	if e.Subject == nil {
		p.pending = append(p.pending, e)
	}
	p.add(e, v)
	p.push(&frame{kind: 'i', subject: e.Subject, verb: e, unreal: e.Unreal, loose: true, comma: prev.kind == partComma})
}

// add keeps an event with what the table says of its verb.
func (p *parser) add(e *Event, v part) {
	e.Unreal = e.Unreal || p.top().unreal || e.Subject != nil && slices.Contains([]string{"neither", "no", "none", "nobody"}, p.words[e.Subject.From].Low)
	var about *Phrase
	if e.Passive || e.Copula {
		about = e.Subject
	}
	e.Verb = verbOf(v.word, about)
	for k := len(p.frames) - 1; k >= 0 && e.Above == nil; k-- {
		e.Above = p.frames[k].verb
	}
	if e.Passive && e.Subject != nil && e.Verb != nil && (e.Verb.Class == "done" || e.Verb.Class == "sentence") {
		e.Subject.agent = false
	}
	p.Events = append(p.Events, e)
	for i := v.from; i < v.to; i++ {
		p.governs[i] = len(p.Events) - 1
	}
}
