package clause

// near is how many sentences back somebody may be whom a pronoun means.
const near = 4

// standFor finds whom a pronoun, a description or an owner of a noun means.
func (p *parser) standFor(n *Phrase, prev part) {
	if sayable[n.Noun] && n.Owner == nil && !n.person {
		first := p.words[n.From].Low
		n.told = &Phrase{From: n.From, To: n.From + 1, person: true, sentence: p.sentence}
		switch {
		case first == "both" || first == "all":
			n.told.plural = true
			p.several(n.told, nil, map[string]int{"both": 2}[first])
		case first == "the" || first == "this" || first == "that" || first == "these" || first == "those" || !determiners[first]:
			p.toldLast(n.told)
		}
	}
	if n.Owner != nil && len(n.Owner.names) == 0 {
		p.refer(n.Owner, nil)
		n.Owner.sentence = p.sentence
	}
	if len(n.names) > 0 {
		if n.sex == 0 {
			n.sex = p.sexes[n.names[0]]
		}
		return
	}
	p.refer(n, p.coargument(n, prev))
}

// coargument is the subject that an object cannot be too: X released him.
func (p *parser) coargument(n *Phrase, prev part) *Phrase {
	if f := p.top(); n.pronoun && f.verb != nil && (prev.kind == partVerb || prev.kind == partBefore) && n.Noun != "himself" && n.Noun != "herself" {
		return f.verb.Subject
	}
	return nil
}

// refer gives a noun the names of those whom it means.
func (p *parser) refer(n *Phrase, not *Phrase) {
	first := p.words[n.From].Low
	n.definite = first == "the" || first == "this"
	if n.definite && !n.plural && !n.person && len(n.names) == 0 && p.isCalled(n.Noun) {
		n.person = true
	}
	switch {
	case partial[n.Noun] && len(n.names) == 0 && (p.before(-1).kind == partComma || p.before(-1).kind == partVerb):
		p.partOf(n)
	case n.Noun == "it" || !n.person || n.time:
	case n.pronoun && !n.plural:
		p.one(n, not)
	case n.pronoun:
		p.several(n, not, 0)
	case (first == "the" || first == "this") && !n.plural && !n.vague && n.Owner == nil && p.isCalled(n.Noun):
		p.described(n)
	case n.agent || n.Owner != nil && n.Owner.person:
		if n.Owner.IsPerson() && kinWords[n.Noun] {
			p.kin(n)
		}
	case n.Noun == "former" || n.Noun == "latter":
		if pair := p.pair(2); len(pair) == 2 {
			n.names = pair[:1]
			if n.Noun == "latter" {
				n.names = pair[1:]
			}
		}
	case n.plural && (first == "the" || first == "both" || first == "these" || first == "those" || first == "all" || first == "each" || first == "neither" || first == "either") && !n.vague:
		if first == "those" && n.To == n.From+1 {
			return
		}
		if first == "all" && n.counted == 0 && n.To > n.From+1 && p.words[n.From+1].Low != "the" && p.words[n.From+1].Low != "of" && p.words[n.From+1].Low != "those" {
			return
		}
		count := n.counted
		if first == "both" || first == "neither" || first == "either" {
			count = 2
		}
		p.several(n, not, count)
	case !n.plural && !n.vague && (first == "the" || first == "this" || first == "that") && n.Noun != "other":
		p.described(n)
	}
}

// partial are words for some of the people spoken of before.
var partial = set("one two three four five third fourth fifth sixth")

// quantifiers are words for some of a number.
var quantifiers = set("most many some several all half few both")

// partOf finds of whom a number alone is a part: three were arrested; two, X and Y, fled.
func (p *parser) partOf(n *Phrase) {
	for k := len(p.phrases) - 1; k >= 0; k-- {
		each := p.phrases[k]
		if each.sentence < p.sentence-near {
			break
		}
		if each.person && each.plural && each.preposed == "" && each.sentence < p.sentence && (each.counted > 1 || isNumber(p.words[each.From].Low)) && !partial[each.Noun] || each.person && each.plural && each.counted > 1 && each.role == 2 && each.sentence < p.sentence {
			n.stands = each
			if each.stands != nil {
				n.stands = each.stands
			}
			return
		}
	}
}

// isCalled reports whether the text calls somebody so.
func (p *parser) isCalled(noun string) bool {
	for _, words := range p.known {
		if words[noun] {
			return true
		}
	}
	return false
}

// one finds whom he or she means: the subject of the sentence or of the one
// before it rather than others, nobody who acts for the state while there is
// somebody else.
func (p *parser) one(n, not *Phrase) {
	if f := p.top(); not != nil && f.whom.IsPerson() && !p.conflicts(f.whom, n) && len(f.whom.Names()) == 1 { // convicted X and sentenced him
		n.names = f.whom.Names()
		return
	}
	for i := len(p.frames) - 1; i >= 0 && n.sentence == p.sentence; i-- { // in the clauses around it
		f := p.frames[i]
		if p.sayingFrame(f) {
			if owner := ownerOf(f.subject); owner != nil && !p.conflicts(owner, n) && len(owner.Names()) == 1 { // his lawyer said that he
				n.names = owner.Names()
				return
			}
			continue
		}
		for _, each := range []*Phrase{f.subject, f.about} {
			if each != nil && each != n && each != not && each.person && !each.agent && !p.conflicts(each, n) && len(each.Names()) == 1 {
				n.names = each.Names()
				return
			}
		}
	}
	for _, agents := range []bool{false, true} {
		for back := 0; back <= near; back++ {
			if found := p.candidate(n, not, back, agents); found != nil {
				n.names = found.Names()
				n.agent = found.agent
				n.vague = len(n.names) == 0
				if len(n.names) == 1 && p.sexes[n.names[0]] == 0 && p.alone(n, back) {
					p.sexes[n.names[0]] = n.sex
				}
				return
			}
		}
	}
	n.unclaimed = true
}

func ownerOf(n *Phrase) *Phrase {
	if n == nil {
		return nil
	}
	return n.Owner
}

// candidate returns the person in a sentence whom a pronoun means most likely.
func (p *parser) candidate(n, not *Phrase, back int, agents bool) *Phrase {
	best, rank := (*Phrase)(nil), 100
	consider := func(each *Phrase, role int) {
		if each == nil || each == n || each == not || !each.person || each.agent && !agents || p.conflicts(each, n) || role >= rank {
			return
		}
		if not != nil && len(not.names) == 1 && len(each.names) == 1 && not.names[0] == each.names[0] {
			return
		}
		best, rank = each, role
	}
	for _, each := range p.phrases {
		if each.sentence != p.sentence-back {
			continue
		}
		role := each.role * 2
		if each.vague && !each.pronoun || each.unclaimed {
			role += 3
		}
		if len(each.with) > 0 || p.inList(each) {
			role += 6
		}
		consider(each, role)
		consider(each.Owner, role+1)
	}
	return best
}

// conflicts reports whether somebody cannot be whom a pronoun means.
func (p *parser) conflicts(each, n *Phrase) bool {
	if each.plural || len(each.Names()) > 1 || each.vague && each.plural {
		return true
	}
	sex := each.sex
	if len(each.names) == 1 && p.sexes[each.names[0]] != 0 {
		sex = p.sexes[each.names[0]]
	}
	return sex != 0 && n.sex != 0 && sex != n.sex
}

// alone reports whether a sentence has but one person whom a pronoun can mean.
func (p *parser) alone(n *Phrase, back int) bool {
	count := 0
	for _, each := range p.phrases {
		if each.sentence == p.sentence-back && each.person && !each.plural && len(each.names) == 1 && !(n.names[0] == each.names[0]) {
			count++
		}
	}
	return count == 0
}

// several finds whom they, both or the two mean: a list, a number of people, or
// else those whom the sentences before name.
func (p *parser) several(n, not *Phrase, count int) {
	for back := 0; back <= near; back++ {
		for k := len(p.phrases) - 1; k >= 0; k-- {
			each := p.phrases[k]
			if each.sentence != p.sentence-back || each == not || !each.person || each == n {
				continue
			}
			names := each.Names()
			if len(names) < 2 && !each.plural || each.pronoun && len(names) == 0 && each.stands == nil {
				continue
			}
			if count > 0 && len(names) != count && !(len(names) == 0 && each.counted == count) {
				continue
			}
			if each.agent && len(names) == 0 {
				continue
			}
			if each.preposed != "" && each.preposed != "of" && each.preposed != "against" && len(names) == 0 || p.inList(each) {
				continue
			}
			if len(names) == 0 && each.vague && !each.pronoun && count > 0 && each.counted != count {
				continue
			}
			// the subject of the sentence, where there is one of several
			if better := p.subjectOf(back, count, n); better != nil && better != not {
				each = better
			}
			n.names = each.Names()
			n.vague = len(n.names) == 0
			if each.stands != nil {
				each = each.stands
			}
			n.stands = each
			return
		}
		if back == 1 || back == 3 {
			if all := p.pair(count); len(all) > 1 {
				n.names = all
				return
			}
		}
	}
	n.unclaimed = true
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

// subjectOf returns the people of several who are the subject of a sentence.
func (p *parser) subjectOf(back, count int, n *Phrase) *Phrase {
	for _, each := range p.phrases {
		if each.sentence != p.sentence-back || each == n || each.role != 0 || !each.person || each.agent || each.preposed != "" || p.inList(each) {
			continue
		}
		names := each.Names()
		if (len(names) > 1 || len(names) == 0 && each.plural) && (count == 0 || len(names) == count || each.counted == count) {
			return each
		}
	}
	return nil
}

// pair returns the last people named, so many as are asked for; with 0 those of
// the two sentences before, where they are several.
func (p *parser) pair(count int) []string {
	var list []string
	from := p.sentence
	for k := len(p.phrases) - 1; k >= 0; k-- {
		each := p.phrases[k]
		if each.sentence < p.sentence-near || count == 0 && each.sentence < from-2 {
			break
		}
		if each.agent || each.role > 2 && each.preposed != "with" {
			continue
		}
		var fresh []string
		for _, name := range each.Names() {
			if !contains(list, name) {
				fresh = append(fresh, name)
			}
		}
		list = append(fresh, list...)
		if count > 0 && len(list) >= count {
			break
		}
	}
	if count > 0 && len(list) != count {
		return nil
	}
	return list
}

// described finds whom "the journalist" means: somebody whom the paragraph calls
// so, else the one person whom the sentence before is about.
func (p *parser) described(n *Phrase) {
	if next := p.before(-2); p.before(-1).kind == partComma && next.kind == partNoun && len(next.phrase.names) > 0 {
		return // the widow, X
	}
	for k := len(p.phrases) - 1; k >= 0; k-- {
		for _, name := range p.phrases[k].names {
			if p.known[name][n.Noun] {
				n.names = []string{name}
				return
			}
		}
		if each := p.phrases[k]; each.Noun == n.Noun && !each.plural && each != n && each.person {
			n.names, n.vague = each.Names(), len(each.Names()) == 0
			return
		}
	}
	if n.Noun == "victim" || n.Noun == "judge" {
		n.vague = true
		return
	}
	if next := p.before(-1); next.word == "of" || n.To > n.From+2 || next.kind == partVerb && !next.helped && !next.copula && p.transitive(next.word) {
		n.vague = true
		return
	}
	guess := &Phrase{Noun: n.Noun, sex: n.sex, sentence: p.sentence}
	for back := 0; back <= 1; back++ {
		if found := p.candidate(guess, nil, back, false); found != nil {
			if len(found.names) == 1 && !p.alone(&Phrase{names: found.names}, back) {
				break
			}
			n.names, n.guessed = found.Names(), true
			n.vague = len(n.names) == 0
			return
		}
	}
	n.vague = true
}

// kin finds the relative of somebody who was named before: her husband.
func (p *parser) kin(n *Phrase) {
	n.vague = true
	for k := len(p.phrases) - 1; k >= 0; k-- {
		each := p.phrases[k]
		if each.Owner == nil || each == n {
			continue
		}
		names := each.Names()
		if len(names) == 1 && (each.Noun == n.Noun || p.known[names[0]][n.Noun]) {
			n.names, n.vague = names, false
			return
		}
	}
}

// toldLast finds of whom the text told last: the people of the sentence before,
// the subject rather than others.
func (p *parser) toldLast(n *Phrase) {
	for back := 0; back <= 2; back++ {
		var best *Phrase
		for _, each := range p.phrases {
			if each.sentence != p.sentence-back || !each.person || each.agent || each.preposed == "by" || p.inList(each) || each.Noun == "it" || each.pronoun && len(each.Names()) == 0 && each.role > 0 {
				continue
			}
			if best == nil || each.role < best.role {
				best = each
			}
		}
		if best != nil {
			n.names, n.vague = best.Names(), len(best.Names()) == 0
			n.unclaimed = false
			return
		}
	}
	n.unclaimed = true
}
