package clause

import "slices"

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
	head := p.holder(p.last)
	switch {
	case head != nil && head != p.last && head.plural && len(head.names) == 0 && len(n.names) > 0 && head.counted != 1 && !(head.counted > 0 && len(head.Names()) >= head.counted): // two reporters, X and Y
		p.join(head, n)
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
		if p.before(2).kind == partComma && len(n.names) > 0 && len(p.last.Names()) == 0 { // X, a writer who insulted the president, and Y
			main := p.frames[0].verb
			for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence == p.sentence && main != nil; k-- {
				if each := p.phrases[k]; len(each.names) > 0 && each.preposed == "" && p.listHead(each) == main.Object {
					p.closeAside()
					p.join(each, n)
					return
				}
			}
		}
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

// join puts a noun into the list that another one begins.
func (p *parser) join(head, n *Phrase) {
	if head = p.listHead(head); head == n {
		return
	}
	head.with = append(head.with, n)
	n.role, n.preposed = head.role, head.preposed
	if n.person {
		head.person = true
	}
}

// inList reports whether a noun is one of a list that another one begins.
func (p *parser) inList(n *Phrase) bool {
	for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence >= n.sentence; k-- {
		for _, each := range p.phrases[k].with {
			if each == n {
				return true
			}
		}
	}
	return false
}

// listHead returns the noun that begins the list in which another one is.
func (p *parser) listHead(n *Phrase) *Phrase {
	for head := p.holder(n); head != n; head = p.holder(n) {
		n = head
	}
	return n
}

// holder returns the noun in whose list another one is, or that it names: two
// reporters, X and Y.
func (p *parser) holder(n *Phrase) *Phrase {
	for k := len(p.phrases) - 1; k >= 0 && n != nil && p.phrases[k].sentence == p.sentence; k-- {
		if among(p.phrases[k].with, n) {
			return p.phrases[k]
		}
	}
	return n
}

// group returns the list in which a noun stands, where a verb is of all of it: X and
// Y, who were.
func (p *parser) group(n *Phrase) *Phrase {
	verb := p.before(-1)
	if verb.kind != partVerb || slices.Contains([]string{"was", "is", "has"}, p.words[verb.from].Low) {
		return nil
	}
	return p.listHead(n)
}
