package clause

import "slices"

// continuesList reports whether a noun after a comma continues a list: X, Y and Z.
func (p *parser) continuesList(n *Phrase) bool {
	if !p.lastNoun.person || !n.person || n.pronoun || len(p.lastNoun.Names()) == 0 && len(n.Names()) == 0 {
		return false
	}
	f := p.top()
	if f.verb != nil && p.hasOwnVerb(p.at) && !p.listFollows() {
		return false
	}
	if f.kind == subordinateClause && f.verb != nil {
		return false
	}
	return p.listFollows()
}

// nounAfterConjunction attaches a noun after "and": a member of a list, or the
// subject of a new clause.
func (p *parser) nounAfterConjunction(n *Phrase) {
	f := p.top()
	own := p.hasOwnVerb(p.at)
	for len(p.frames) > 1 && own && f.verb != nil && f.kind != thatClause && f.kind != relativeClause {
		p.pop()
		f = p.top()
	}
	if own && len(p.frames) > 1 && f.verb != nil && f.kind == relativeClause && p.parent().verb == nil && p.parent().subject != nil { // X, who was arrested, and Y were
		p.pop()
		f = p.top()
	}
	head := p.listOwner(p.lastNoun)
	switch {
	case head != nil && head != p.lastNoun && head.plural && len(head.names) == 0 && len(n.names) > 0 && head.count != 1 && !(head.count > 0 && len(head.Names()) >= head.count): // two reporters, X and Y
		p.addToList(head, n)
	case f.verb == nil && f.subject != nil && n.person && !f.subject.person && p.lastNoun != nil && p.lastNoun.person:
		p.addToList(p.lastNoun, n)
	case f.verb == nil && f.subject != nil:
		p.addToList(f.subject, n)
	case f.verb == nil:
		f.subject = n
	case own && f.kind == relativeClause || own && (!p.isSaying(f) || p.partAt(-2).kind != partNoun):
		for len(p.frames) > 1 && p.top().kind == relativeClause {
			p.pop()
		}
		p.frames = append(p.frames[:len(p.frames)-1:len(p.frames)-1], &frame{kind: mainClause, subject: n})
	case p.lastNoun != nil:
		host := p.lastNoun
		if p.partAt(-2).kind == partComma && len(n.names) > 0 && len(p.lastNoun.Names()) == 0 { // X, a writer who insulted the president, and Y
			main := p.frames[0].verb
			for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence == p.sentence && main != nil; k-- {
				if each := p.phrases[k]; len(each.names) > 0 && each.preposition == "" && p.listHead(each) == main.Object {
					p.closeApposition()
					p.addToList(each, n)
					return
				}
			}
		}
		if f.verb.Object != nil && n.person && f.verb.Object.person && p.lastNoun.preposition != "" && !p.lastNoun.person {
			host = f.verb.Object
		}
		if host.person == n.person || !host.person && !n.person {
			p.addToList(host, n)
		} else if f.verb.Object != nil && f.verb.Object.person && n.person {
			p.addToList(f.verb.Object, n)
		} else if f.verb.SecondObject == nil {
			f.verb.SecondObject = n
		}
	}
}

// addToList adds a noun to the list that another one begins.
func (p *parser) addToList(head, n *Phrase) {
	if head = p.listHead(head); head == n {
		return
	}
	head.others = append(head.others, n)
	n.rank, n.preposition = head.rank, head.preposition
	if n.person {
		head.person = true
	}
}

// inList reports whether a noun is in a list that another one begins.
func (p *parser) inList(n *Phrase) bool {
	for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence >= n.sentence; k-- {
		for _, each := range p.phrases[k].others {
			if each == n {
				return true
			}
		}
	}
	return false
}

// listHead returns the noun that begins the list of another one.
func (p *parser) listHead(n *Phrase) *Phrase {
	for head := p.listOwner(n); head != n; head = p.listOwner(n) {
		n = head
	}
	return n
}

// listOwner returns the noun that has another one in its list: two reporters, X and Y.
func (p *parser) listOwner(n *Phrase) *Phrase {
	for k := len(p.phrases) - 1; k >= 0 && n != nil && p.phrases[k].sentence == p.sentence; k-- {
		if slices.Contains(p.phrases[k].others, n) {
			return p.phrases[k]
		}
	}
	return n
}

// group returns the head of a noun's list if the next verb is plural: X and Y, who
// were; else nil.
func (p *parser) group(n *Phrase) *Phrase {
	verb := p.partAt(1)
	if verb.kind != partVerb || slices.Contains([]string{"was", "is", "has"}, p.words[verb.from].Lower) {
		return nil
	}
	return p.listHead(n)
}
