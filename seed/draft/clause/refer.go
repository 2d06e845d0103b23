package clause

// near is how many sentences back somebody may be whom a pronoun means.
const near = 4

// standFor finds whom a pronoun, a description or an owner of a noun means.
func (p *parser) standFor(n *Phrase, prev part) {
	if (is(n.Noun, legalNoun) || n.Noun == "it") && n.Owner == nil && !n.person {
		told := &Phrase{From: n.From, To: n.From + 1, person: true, sentence: p.sentence}
		switch first := p.words[n.From].Low; {
		case first == "both" || first == "all":
			told.plural, n.told = true, told
			p.several(told, nil, countWords[first])
		case first == "the" || first == "this" || first == "that" || first == "these" || first == "those" || !is(first, determiner):
			n.told = told
			p.toldLast(told)
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
	if f := p.top(); n.pronoun && f.verb != nil && prev.word != "among" && prev.word != "of" && (prev.kind == partVerb || prev.kind == partBefore) && n.Noun != "himself" && n.Noun != "herself" {
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
	case is(n.Noun, partWord) && len(n.names) == 0 && !(n.counted > 0 && is(first, determiner)) && (p.before(-1).kind == partComma || p.before(-1).kind == partVerb):
		p.partOf(n)
	case n.Noun == "it" || !n.person || n.time:
	case n.pronoun && !n.plural:
		p.one(n, not)
	case n.pronoun:
		p.several(n, not, 0)
	case (first == "the" || first == "this") && !n.plural && !n.vague && n.Owner == nil && p.isCalled(n.Noun):
		p.described(n)
	case n.agent || n.Owner != nil && n.Owner.person:
		if n.Owner.IsPerson() && is(n.Noun, relation) {
			p.kin(n)
		}
	case n.Noun == "former" || n.Noun == "latter":
		if pair := p.pair(2); len(pair) == 2 {
			n.names = pair[:1]
			if n.Noun == "latter" {
				n.names = pair[1:]
			}
		}
	case first == "the" && (n.Noun == "others" || n.Noun == "rest" || n.To > n.From+1 && p.words[n.From+1].Low == "other" && n.plural):
		p.remaining(n)
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
