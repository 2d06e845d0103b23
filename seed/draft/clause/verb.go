package clause

import (
	"cmp"
	"slices"
)

// verb attaches a verb to its clause.
func (p *parser) verb(v part) {
	prev := p.partAt(-1)
	e := &Event{At: v.head, From: v.from, Passive: v.passive, Copula: v.copula, Unreal: v.unreal}
	switch {
	case v.infinitive:
		p.infinitive(e, v)
		return
	case v.ing && !v.hasAuxiliary:
		p.participle(e, v, prev)
		return
	}
	bare := v.isBare()
	joined := prev.kind == partConjunction
	afterComma := prev.kind == partComma || joined && p.partAt(-2).kind == partComma
	f := p.clauseOf(v, joined, afterComma)
	switch {
	case f.verb == nil && f.kind == relativeClause && f.subject == nil && f.antecedent != nil && !f.isObject:
		e.Subject, f.subject = f.antecedent, f.antecedent
	case f.verb == nil && f.subject == nil && bare && prev.kind == partNoun && p.lastNoun.IsPerson() && transitive(v.word): // among those arrested
		p.reducedRelative(e, v, p.lastNoun, false)
		return
	case f.verb == nil && f.subject == nil && bare && len(p.frames) == 1 && transitive(v.word): // convicted of fraud, X was
		p.pending = append(p.pending, e)
		p.reducedRelative(e, v, f.subjectBefore, false)
		return
	case f.verb == nil && f.subject == nil && bare && f.kind == subordinateClause: // when arrested
		e.Passive = transitive(v.word)
		if e.Subject = p.parent().subject; e.Subject == nil {
			p.pending = append(p.pending, e)
		}
	case f.verb == nil && f.subject != nil && bare && p.onlyDescribes(v): // three of those arrested were
		subject := cmp.Or(p.lastNoun, f.subject)
		if afterComma { // X and Y, detained since May
			subject = p.listHead(subject)
		}
		p.reducedRelative(e, v, subject, false)
		return
	case f.verb == nil:
		e.Subject = f.subject
	case joined:
		p.coordinateVerb(e, v, f)
	case p.isParticiple(v) && prev.kind == partNoun && p.lastNoun != nil: // somebody convicted of; had his sentence overturned
		if had := p.words[f.verb.At].Lower; f.verb.Verb == nil && (f.verb.Copula || slices.Contains([]string{"had", "saw", "seen", "have"}, had)) && p.lastNoun.Owner == nil && !p.lastNoun.person && f.subject.IsPerson() {
			p.lastNoun.Owner = f.subject
		}
		p.reducedRelative(e, v, p.lastNoun, false)
		return
	case p.isParticiple(v) && afterComma && f.verb.Passive && p.participlesFollow(): // was arrested, charged and released
		e.Subject, e.Passive = f.subject, true
	case p.isParticiple(v) && afterComma:
		subject := f.subject
		if p.lastNoun.IsPerson() && p.partAt(-2).kind == partNoun && !p.lastNoun.agent {
			subject = p.listHead(p.lastNoun)
		}
		p.reducedRelative(e, v, subject, true)
		return
	case prev.kind == partNoun && p.lastNoun != nil && (p.lastNoun.person || !bare && !p.lastNoun.time): // said she was arrested
		e.Subject = p.lastNoun
		p.push(&frame{kind: thatClause, subject: p.lastNoun, unreal: p.isWish(f.verb)})
		f = p.top()
	default:
		e.Subject = f.subject
	}
	if f.kind == relativeClause && f.isObject {
		e.Object = f.antecedent
	}
	e.Unreal = e.Unreal || f.unreal || p.isRequest(v)
	e.main = len(p.frames) == 1
	p.addEvent(e, v)
	f.verb = e
	for _, waiting := range p.pending {
		if e.main && waiting.Subject == nil {
			waiting.Subject = e.Subject
		}
	}
}

// clauseOf closes the clauses that a verb cannot belong to and returns its own.
func (p *parser) clauseOf(v part, joined, afterComma bool) *frame {
	// a nonfinite clause ends at the next verb
	for len(p.frames) > 1 && p.top().kind == nonfiniteClause && (p.top().nonfinite || joined && !v.isBare()) {
		p.pop()
	}
	// back to the clause that has a subject and no verb
	for k := len(p.frames) - 2; k >= 0 && p.top().verb != nil && !joined && (afterComma || !v.isBare()); k-- {
		if p.frames[k].verb == nil && p.frames[k].subject != nil {
			p.frames = p.frames[:k+1]
		}
	}
	if f := p.top(); afterComma && !joined && !v.isBare() && f.verb != nil && f.kind == relativeClause {
		p.pop()
	}
	// X was arrested after he spoke, and was sentenced
	if main := p.frames[0]; joined && afterComma && !v.isBare() && main.verb != nil && main.subject.IsPerson() && !p.isSaying(main) {
		p.frames = p.frames[:1]
	}
	f := p.top()
	if f.verb == nil && f.subject == nil && !(v.isBare() && transitive(v.word)) {
		f.subject = f.subjectBefore
	}
	return f
}

// coordinateVerb sets the subject of a verb after "and" to that of the verb before,
// and also its voice if it has no auxiliary.
func (p *parser) coordinateVerb(e *Event, v part, f *frame) {
	e.Subject = cmp.Or(f.subject, f.verb.Subject)
	if !v.isBare() {
		return
	}
	e.Unreal = e.Unreal || f.verb.Unreal
	switch {
	case !p.hasObject() && transitive(v.word):
		e.Passive = f.verb.Passive || f.kind == nonfiniteClause
	case f.verb.Passive && takesPeople(v.word) && p.objectIsThing():
		e.Passive = true
	}
}

// isParticiple reports whether a verb without an auxiliary is passive: no person
// follows as its object.
func (p *parser) isParticiple(v part) bool {
	return v.isBare() && transitive(v.word) && (!p.hasObject() || p.objectIsThing() && takesPeople(v.word))
}

// reducedRelative attaches a participle that describes a noun: those arrested in May.
func (p *parser) reducedRelative(e *Event, v part, subject *Phrase, comma bool) {
	e.Subject, e.Passive = subject, true
	p.addEvent(e, v)
	p.push(&frame{kind: nonfiniteClause, subject: subject, verb: e, comma: comma})
}

// isRequest reports whether a verb states a request: that he be released.
func (p *parser) isRequest(v part) bool {
	if p.words[v.from].Lower != "be" {
		return false
	}
	above := p.enclosingVerb()
	return above == nil || !slices.Contains([]string{"ordered", "ruled", "directed", "decided"}, p.words[above.At].Lower)
}

// infinitive attaches "to" and a verb. It did not happen unless the verb before it is
// a causing one: forced to leave.
func (p *parser) infinitive(e *Event, v part) {
	f := p.top()
	e.Unreal = true
	if f.verb != nil {
		switch word := p.words[f.verb.At].Lower; {
		case hasClass(word, causing):
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
	p.addEvent(e, v)
	p.push(&frame{kind: nonfiniteClause, subject: e.Subject, verb: e, unreal: e.Unreal, nonfinite: true})
}

// participle attaches a verb in -ing: serving, after being sentenced, for insulting.
func (p *parser) participle(e *Event, v part, prev part) {
	f := p.top()
	switch prev.word {
	case "for", "of", "from", "with", "against", "without", "about", "before", "into", "on", "to":
		if prev.kind == partPreposition {
			e.Unreal = true
		}
	}
	e.Unreal = e.Unreal || p.isWish(f.verb)
	e.Subject = f.subject
	if f.kind == subordinateClause && f.subject == nil && len(p.frames) > 1 {
		e.Subject = p.parent().subject
	}
	if prev.kind == partNoun && p.lastNoun.IsPerson() && f.verb != nil {
		e.Subject = p.lastNoun
	}
	if e.Subject == nil {
		p.pending = append(p.pending, e)
	}
	p.addEvent(e, v)
	p.push(&frame{kind: nonfiniteClause, subject: e.Subject, verb: e, unreal: e.Unreal, nonfinite: true, comma: prev.kind == partComma})
}

// addEvent adds an event with the entry of its verb.
func (p *parser) addEvent(e *Event, v part) {
	e.Unreal = e.Unreal || p.top().unreal || e.Subject != nil && slices.Contains([]string{"neither", "no", "none", "nobody"}, p.words[e.Subject.From].Lower)
	var about *Phrase
	if e.Passive || e.Copula {
		about = e.Subject
	}
	e.Verb = verbOf(v.word, about)
	for k := len(p.frames) - 1; k >= 0 && e.Parent == nil; k-- {
		e.Parent = p.frames[k].verb
	}
	if e.Passive && e.Subject != nil && e.Verb != nil && (e.Verb.Class == "done" || e.Verb.Class == "sentence") {
		e.Subject.agent = false
	}
	p.Events = append(p.Events, e)
	for i := v.from; i < v.to; i++ {
		p.governor[i] = len(p.Events) - 1
	}
}
