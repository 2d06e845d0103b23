package clause

// verb takes a verb into the clause that it belongs to.
func (p *parser) verb(v part) {
	prev := p.before(1)
	e := &Event{At: v.head, From: v.from, Passive: v.passive, Copula: v.copula, Unreal: v.unreal}
	bare := !v.helped && !v.infinite && !v.ing && !v.passive
	f := p.top()
	joined := prev.kind == partAnd
	afterComma := prev.kind == partComma || joined && p.before(2).kind == partComma
	switch {
	case v.infinite:
		p.infinitive(e, v)
		return
	case v.ing && !v.helped:
		p.participle(e, v, prev)
		return
	}
	// what was meant or done for ends where a verb of its own stands
	for len(p.frames) > 1 && f.kind == 'i' && f.loose {
		p.pop()
		f = p.top()
	}
	// back to the clause that waits for its verb
	for k := len(p.frames) - 2; k >= 0 && f.verb != nil && !joined && (afterComma || !bare); k-- {
		if p.frames[k].verb == nil && p.frames[k].subject != nil {
			p.frames = p.frames[:k+1]
			f = p.top()
			break
		}
	}
	if afterComma && !joined && !bare && len(p.frames) > 1 && f.verb != nil && f.kind == 'r' {
		p.pop()
		f = p.top()
	}
	// X was arrested after he spoke, and was sentenced
	if main := p.frames[0]; joined && afterComma && !bare && len(p.frames) > 1 && main.verb != nil && main.subject.IsPerson() && !p.sayingFrame(main) {
		p.frames = p.frames[:1]
		f = main
	}
	if f.verb == nil && f.subject == nil && f.before != nil && !(bare && p.transitive(v.word)) {
		f.subject = f.before
	}
	switch {
	case f.verb == nil && f.kind == 'r' && f.subject == nil && f.about != nil && !f.object:
		e.Subject = f.about
		f.subject = f.about
	case f.verb == nil && f.subject == nil: // begun by a participle; an inversion
		if bare && prev.kind == partNoun && p.last.IsPerson() && p.transitive(v.word) { // among those arrested
			e.Passive, e.Subject = true, p.last
			p.add(e, v)
			p.push(&frame{kind: 'i', subject: e.Subject, verb: e})
			return
		}
		if bare && len(p.frames) == 1 && p.transitive(v.word) {
			e.Passive, e.Subject = true, f.before
			p.pending = append(p.pending, e)
			p.add(e, v)
			p.push(&frame{kind: 'i', verb: e})
			return
		}
		if f.kind == 's' && bare { // when arrested
			e.Passive = p.transitive(v.word)
			if len(p.frames) > 1 {
				e.Subject = p.parent().subject
			}
			if e.Subject == nil {
				p.pending = append(p.pending, e)
			}
		}
		e.Subject = either(e.Subject, f.subject)
	case f.verb == nil:
		if bare && p.describes(v) {
			e.Subject, e.Passive = either(p.last, f.subject), true
			p.add(e, v)
			p.push(&frame{kind: 'i', subject: e.Subject, verb: e})
			return
		}
		e.Subject = f.subject
	case joined:
		e.Subject = f.subject
		if f.kind == 'i' || f.kind == 'r' && v.helped {
			// X, a writer arrested in May and held since
			e.Subject = either(f.subject, f.verb.Subject)
		}
		if bare && !p.hasObject() && p.transitive(v.word) {
			e.Passive = f.verb.Passive || f.kind == 'i'
		} else if bare && f.verb.Passive && p.ofPeople(v.word) && p.objectIsThing() {
			e.Passive = true
		}
		e.Unreal = e.Unreal || f.verb.Unreal && bare
		if e.Subject == nil {
			e.Subject = f.verb.Subject
		}
	case bare && prev.kind == partNoun && p.last != nil && (p.transitive(v.word)) && (!p.hasObject() || p.objectIsThing() && p.ofPeople(v.word)):
		// somebody convicted of; had his sentence overturned
		e.Subject, e.Passive = p.last, true
		if f.verb.Verb == nil && (f.verb.Copula || p.words[f.verb.At].Low == "had" || p.words[f.verb.At].Low == "saw") || p.words[f.verb.At].Low == "seen" || p.words[f.verb.At].Low == "have" {
			if p.last.Owner == nil && !p.last.person && f.subject.IsPerson() {
				p.last.Owner = f.subject
			}
		}
		p.add(e, v)
		p.push(&frame{kind: 'i', subject: e.Subject, verb: e})
		return
	case bare && afterComma && p.transitive(v.word) && (!p.hasObject() || p.objectIsThing() && p.ofPeople(v.word)):
		if f.verb.Passive && p.listed() { // was arrested, charged and released
			e.Subject, e.Passive = f.subject, true
			break
		}
		e.Passive = true
		e.Subject = f.subject
		if p.last.IsPerson() && p.before(2).kind == partNoun && !p.last.agent {
			e.Subject = p.listHead(p.last)
		}
		p.add(e, v)
		p.push(&frame{kind: 'i', subject: e.Subject, verb: e, comma: true})
		return
	case prev.kind == partNoun && p.last != nil && !p.last.time && !bare || prev.kind == partNoun && p.last.IsPerson(): // said she was arrested
		e.Subject = p.last
		p.push(&frame{kind: 't', subject: p.last, unreal: p.wishes(f.verb)})
		f = p.top()
	default:
		e.Subject = f.subject
	}
	if f.kind == 'r' && f.object && e.Object == nil {
		e.Object = f.about
	}
	e.Unreal = e.Unreal || f.unreal
	if p.words[v.from].Low == "be" && !v.infinite { // asked that he be released
		above := p.above()
		e.Unreal = e.Unreal || above == nil || !contains([]string{"ordered", "ruled", "directed", "decided"}, p.words[above.At].Low)
	}
	e.main = len(p.frames) == 1
	p.add(e, v)
	f.verb = e
	if len(p.frames) == 1 {
		for _, waiting := range p.pending {
			if waiting.Subject == nil {
				waiting.Subject = e.Subject
			}
		}
	}
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

func either(a, b *Phrase) *Phrase {
	if a != nil {
		return a
	}
	return b
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
	e.Unreal = e.Unreal || p.top().unreal || e.Subject != nil && contains([]string{"neither", "no", "none", "nobody"}, p.words[e.Subject.From].Low)
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
