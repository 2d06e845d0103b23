package clause

import (
	"cmp"
	"slices"
	"strings"
)

// apposition attaches a noun after a comma to the one before it: X, a poet; her
// driver, X. It reports whether the noun is in apposition.
func (p *parser) apposition(n *Phrase) bool {
	f := p.top()
	host := p.lastNoun
	if host == nil || host.time {
		return false
	}
	if n.agent && p.top().verb == nil && p.top().subject == nil {
		return false // in the trial of X, a court convicted
	}
	first := p.words[n.From].Lower
	if len(n.names) > 0 && !n.pronoun {
		return p.nameInApposition(host, n)
	}
	if !host.person {
		return false
	}
	if next := p.partAt(2); hasClass(n.Noun, quantifier) && p.partAt(1).word == "of" && next.kind == partNoun && next.phrase.Noun == "them" { // fishermen, most of them
		n.person = false
		p.sameAsLast, p.inApposition = true, true
		return true
	}
	if next := p.partAt(2); p.partAt(1).word == "of" && next.kind == partNoun && len(next.phrase.names) > 0 && !p.chunks.beginsWithPerson(next.phrase) {
		return false // A, former member of parliament B
	}
	host = p.partitive(host)
	described := first == "a" || first == "an" || first == "the" || first == "his" || first == "her" || first == "their" || first == "one" || first == "both" || first == "all" || first == "aged" || first == "also" || isNumber(first) || !hasClass(first, determiner)
	if n.pronoun || !described || p.partAt(1).kind == partVerb && (first == "the" && n.agent) {
		return false
	}
	if p.hasOwnVerb(p.at) && !p.isClosedByComma() && (f.verb != nil || f.kind == subordinateClause) {
		return false
	}
	if isNumber(n.Noun) || n.person || !p.hasOwnVerb(p.at) || p.isClosedByComma() {
		if len(host.Names()) == 0 && !isNumber(n.Noun) && !n.agent && !p.isClosedByComma() {
			return false
		}
		if n.Owner != nil && p.partAt(1).kind == partComma && p.partAt(2).kind == partNoun && len(p.partAt(2).phrase.names) > 0 && n.person && hasClass(n.Noun, relation) {
			return false // X, his wife, Y, and
		}
		p.addDescription(host, n)
		if n.sex != 0 && host.sex == 0 {
			host.sex = n.sex
			p.learnSex(host)
		}
		if n.Owner != nil {
			host.Owner = cmp.Or(host.Owner, n.Owner)
		}
		n.person, n.unnamed = false, false // it is not another person
		p.sameAsLast, p.inApposition = true, true
		return true
	}
	return false
}

// nameInApposition gives a name after a comma to a noun for people before it: her
// driver, X; two of them, X and Y; the man accused of firing, X. It reports whether
// there is such a noun.
func (p *parser) nameInApposition(host, n *Phrase) bool {
	f := p.top()
	open := func(each *Phrase) bool {
		return each.IsPerson() && !each.pronoun && (len(each.Names()) == 0 || each.guessed)
	}
	target := p.partitive(host)
	for k := len(p.frames) - 1; k >= 0 && !open(target); k-- {
		if each := p.frames[k]; each.verb == nil && open(each.subject) && p.isClosedByComma() {
			target, f, p.frames = each.subject, each, p.frames[:k+1]
		}
	}
	if f.verb != nil && !open(target) && open(f.verb.Object) && f.verb.Object.plural {
		target = f.verb.Object // five men on death row, X, Y and Z
	}
	if !target.person && personLike(target.Noun) && p.isClosedByComma() {
		target.person = true
	}
	if !open(target) || hasClass(target.preposition, whereWord) || f.verb != nil && !target.plural && !p.isClosedByComma() {
		return false
	}
	if target.guessed {
		target.names, target.guessed = nil, false
	}
	target.others = append(target.others, n)
	target.vague = false
	p.addToWhole(target)
	p.addDescription(n, target)
	if n.sex == 0 {
		n.sex = target.sex
	}
	p.learnSex(n)
	return true
}

// partitive returns the noun for the part of a group: in "one of them", one.
func (p *parser) partitive(host *Phrase) *Phrase {
	for k := len(p.phrases) - 1; k >= 0 && p.phrases[k].sentence == p.sentence && host.preposition == "of"; k-- {
		if before := p.phrases[k]; before.complement == host && before.person && len(before.Names()) == 0 {
			return before
		}
	}
	return host
}

// isIntroduced reports whether a word such as called comes before a name.
func (p *parser) isIntroduced(n *Phrase) bool {
	return n.From > 0 && slices.Contains([]string{"called", "named", "as", "only"}, p.words[n.From-1].Lower)
}

// addDescription adds the words of one phrase to the descriptions of another's people.
func (p *parser) addDescription(host, by *Phrase) {
	for _, name := range host.Names() {
		if p.descriptions[name] == nil {
			p.descriptions[name] = map[string]bool{}
		}
		for i := by.From; i < by.To; i++ {
			p.descriptions[name][p.words[i].Lower] = true
		}
	}
}

// personLike reports whether a noun ends like one for a person.
func personLike(noun string) bool {
	for _, end := range []string{"or", "er", "ist", "ian", "ant", "ent", "man", "woman", "ee", "eer"} {
		if len(noun) > len(end)+2 && strings.HasSuffix(noun, end) {
			return true
		}
	}
	return hasClass(noun, personNoun)
}

// addToWhole adds a part to its group: one of them, two of the men, a third. What
// happened to the group happened to each.
func (p *parser) addToWhole(part *Phrase) {
	whole := part.antecedent
	if whole == nil && part.complement.IsPerson() {
		whole = part.complement
		if whole.antecedent != nil {
			whole = whole.antecedent
		}
	}
	if whole != nil && whole != part && whole.plural && len(whole.names) == 0 && !slices.Contains(whole.parts, part) {
		whole.parts = append(whole.parts, part)
	}
}
