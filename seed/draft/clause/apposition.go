package clause

import "strings"

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
		if f.verb != nil && !target.person {
			if object := f.verb.Object; object.IsPerson() && object.plural && len(object.Names()) == 0 {
				target = object // five men on death row, X, Y and Z
			}
		}
		if is(target.preposed, whereWord) {
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
	if next := p.before(-2); is(n.Noun, quantifier) && p.before(-1).word == "of" && next.kind == partNoun && next.phrase.Noun == "them" { // fishermen, most of them
		n.person = false
		p.skip, p.aside = true, true
		return true
	}
	if next := p.before(-2); p.before(-1).word == "of" && next.kind == partNoun && len(next.phrase.names) > 0 && !p.chunks.begins(next.phrase) {
		return false // A, former member of parliament B
	}
	host = p.partitive(host)
	described := first == "a" || first == "an" || first == "the" || first == "his" || first == "her" || first == "their" || first == "one" || first == "both" || first == "all" || first == "aged" || first == "also" || isNumber(first) || !is(first, determiner)
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
		if n.Owner != nil && p.before(-1).kind == partComma && p.before(-2).kind == partNoun && len(p.before(-2).phrase.names) > 0 && n.person && is(n.Noun, relation) {
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

// personLike reports whether a noun has the ending of one for a person.
func personLike(noun string) bool {
	for _, end := range []string{"or", "er", "ist", "ian", "ant", "ent", "man", "woman", "ee", "eer"} {
		if len(noun) > len(end)+2 && strings.HasSuffix(noun, end) {
			return true
		}
	}
	return is(noun, personNoun)
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
