package clause

import (
	"cmp"
	"slices"
	"strings"
)

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
	if len(n.names) > 0 && !n.pronoun {
		return p.names(host, n)
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
			host.Owner = cmp.Or(host.Owner, n.Owner)
		}
		n.person, n.unnamed = false, false // it is nobody of its own
		p.skip, p.aside = true, true
		return true
	}
	return false
}

// names makes a name behind a comma that of a noun for people before it: her driver,
// X; two of them, X and Y; the man accused of firing, X. It reports whether there
// is one.
func (p *parser) names(host, n *Phrase) bool {
	f := p.top()
	open := func(each *Phrase) bool {
		return each.IsPerson() && !each.pronoun && (len(each.Names()) == 0 || each.guessed)
	}
	target := p.partitive(host)
	for k := len(p.frames) - 1; k >= 0 && !open(target); k-- {
		if each := p.frames[k]; each.verb == nil && open(each.subject) && p.closed() {
			target, f, p.frames = each.subject, each, p.frames[:k+1]
		}
	}
	if f.verb != nil && !open(target) && open(f.verb.Object) && f.verb.Object.plural {
		target = f.verb.Object // five men on death row, X, Y and Z
	}
	if !target.person && personLike(target.Noun) && p.closed() {
		target.person = true
	}
	if !open(target) || is(target.preposed, whereWord) || f.verb != nil && !target.plural && !p.closed() {
		return false
	}
	if target.guessed {
		target.names, target.guessed = nil, false
	}
	target.with = append(target.with, n)
	target.vague = false
	p.belongs(target)
	p.call(n, target)
	if n.sex == 0 {
		n.sex = target.sex
	}
	p.learn(n)
	return true
}

// partitive returns the part of which a noun is the whole: one of them, X.
func (p *parser) partitive(host *Phrase) *Phrase {
	for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence == p.sentence && host.preposed == "of"; k-- {
		if before := p.phrases[k]; before.of == host && before.person && len(before.Names()) == 0 {
			return before
		}
	}
	return host
}

// called reports whether a word such as called stands before a name.
func (p *parser) called(n *Phrase) bool {
	return n.From > 0 && slices.Contains([]string{"called", "named", "as", "only"}, p.words[n.From-1].Low)
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
