package clause

// maxDistance is how many sentences back an antecedent may be.
const maxDistance = 4

// resolveReferences finds the antecedents of a noun phrase and of its owner.
func (p *parser) resolveReferences(n *Phrase, prev part) {
	if (hasClass(n.Noun, legalNoun) || n.Noun == "it") && n.Owner == nil && !n.person {
		topic := &Phrase{From: n.From, To: n.From + 1, person: true, sentence: p.sentence}
		switch first := p.words[n.From].Lower; {
		case first == "both" || first == "all":
			topic.plural, n.topic = true, topic
			p.resolvePlural(topic, nil, countWords.Get()[first])
		case first == "the" || first == "this" || first == "that" || first == "these" || first == "those" || !hasClass(first, determiner):
			n.topic = topic
			p.findTopic(topic)
		}
	}
	if n.Owner != nil && len(n.Owner.names) == 0 {
		p.resolve(n.Owner, nil)
		n.Owner.sentence = p.sentence
	}
	if len(n.names) > 0 {
		if n.sex == 0 {
			n.sex = p.sexes[n.names[0]]
		}
		return
	}
	p.resolve(n, p.coargument(n, prev))
}

// coargument returns the subject of the verb, which its object cannot mean: X released him.
func (p *parser) coargument(n *Phrase, prev part) *Phrase {
	if f := p.top(); n.pronoun && f.verb != nil && prev.word != "among" && prev.word != "of" && (prev.kind == partVerb || prev.kind == partPreposition) && n.Noun != "himself" && n.Noun != "herself" {
		return f.verb.Subject
	}
	return nil
}

// resolve gives a phrase the names of its antecedent.
func (p *parser) resolve(n *Phrase, except *Phrase) {
	first := p.words[n.From].Lower
	n.definite = first == "the" || first == "this"
	if n.definite && !n.plural && !n.person && len(n.names) == 0 && p.isDescription(n.Noun) {
		n.person = true
	}
	switch {
	case hasClass(n.Noun, partWord) && len(n.names) == 0 && !(n.count > 0 && hasClass(first, determiner)) && (p.partAt(1).kind == partComma || p.partAt(1).kind == partVerb):
		p.resolvePart(n)
	case n.Noun == "it" || !n.person || n.time:
	case n.pronoun && !n.plural:
		p.resolveSingular(n, except)
	case n.pronoun:
		p.resolvePlural(n, except, 0)
	case (first == "the" || first == "this") && !n.plural && !n.vague && n.Owner == nil && p.isDescription(n.Noun):
		p.resolveDescription(n)
	case n.agent || n.Owner != nil && n.Owner.person:
		if n.Owner.IsPerson() && hasClass(n.Noun, relation) {
			p.resolveRelative(n)
		}
	case n.Noun == "former" || n.Noun == "latter":
		if pair := p.lastNamed(2); len(pair) == 2 {
			n.names = pair[:1]
			if n.Noun == "latter" {
				n.names = pair[1:]
			}
		}
	case first == "the" && (n.Noun == "others" || n.Noun == "rest" || n.To > n.From+1 && p.words[n.From+1].Lower == "other" && n.plural):
		p.resolveOthers(n)
	case n.plural && (first == "the" || first == "both" || first == "these" || first == "those" || first == "all" || first == "each" || first == "neither" || first == "either") && !n.vague:
		if first == "those" && n.To == n.From+1 {
			return
		}
		if first == "all" && n.count == 0 && n.To > n.From+1 && p.words[n.From+1].Lower != "the" && p.words[n.From+1].Lower != "of" && p.words[n.From+1].Lower != "those" {
			return
		}
		count := n.count
		if first == "both" || first == "neither" || first == "either" {
			count = 2
		}
		p.resolvePlural(n, except, count)
	case !n.plural && !n.vague && (first == "the" || first == "this" || first == "that") && n.Noun != "other":
		p.resolveDescription(n)
	}
}

// resolveSingular finds the antecedent of he or she. Subjects come first, and people
// who act for the state last.
func (p *parser) resolveSingular(n, except *Phrase) {
	if f := p.top(); except != nil && f.personObject.IsPerson() && !p.conflicts(f.personObject, n) && len(f.personObject.Names()) == 1 { // convicted X and sentenced him
		n.names = f.personObject.Names()
		return
	}
	for i := len(p.frames) - 1; i >= 0 && n.sentence == p.sentence; i-- { // in the enclosing clauses
		f := p.frames[i]
		if p.isSaying(f) {
			if owner := ownerOf(f.subject); owner != nil && !p.conflicts(owner, n) && len(owner.Names()) == 1 { // his lawyer said that he
				n.names = owner.Names()
				return
			}
			continue
		}
		for _, each := range []*Phrase{f.subject, f.antecedent} {
			if each != nil && each != n && each != except && each.person && !each.agent && !p.conflicts(each, n) && len(each.Names()) == 1 {
				n.names = each.Names()
				return
			}
		}
	}
	for _, agents := range []bool{false, true} {
		for back := 0; back <= maxDistance; back++ {
			if found := p.candidate(n, except, back, agents); found != nil {
				n.names = found.Names()
				n.agent = found.agent
				n.vague = len(n.names) == 0
				if len(n.names) == 1 && p.sexes[n.names[0]] == 0 && p.isOnlyCandidate(n, back) {
					p.sexes[n.names[0]] = n.sex
				}
				return
			}
		}
	}
	n.unresolved = true
}

func ownerOf(n *Phrase) *Phrase {
	if n == nil {
		return nil
	}
	return n.Owner
}

// candidate returns the most likely antecedent in an earlier sentence; nil: none.
func (p *parser) candidate(n, except *Phrase, back int, agents bool) *Phrase {
	best, bestRank := (*Phrase)(nil), 100
	consider := func(each *Phrase, rank int) {
		if each == nil || each == n || each == except || !each.person || each.agent && !agents || p.conflicts(each, n) || rank >= bestRank {
			return
		}
		if except != nil && len(except.names) == 1 && len(each.names) == 1 && except.names[0] == each.names[0] {
			return
		}
		best, bestRank = each, rank
	}
	for _, each := range p.phrases {
		if each.sentence != p.sentence-back {
			continue
		}
		rank := each.rank * 2
		if each.vague && !each.pronoun || each.unresolved {
			rank += 3
		}
		if len(each.others) > 0 || p.inList(each) {
			rank += 6
		}
		consider(each, rank)
		consider(each.Owner, rank+1)
	}
	return best
}

// conflicts reports whether a phrase cannot be the antecedent of a pronoun.
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

// isOnlyCandidate reports whether a sentence names nobody else whom a pronoun could mean.
func (p *parser) isOnlyCandidate(n *Phrase, back int) bool {
	count := 0
	for _, each := range p.phrases {
		if each.sentence == p.sentence-back && each.person && !each.plural && len(each.names) == 1 && !(n.names[0] == each.names[0]) {
			count++
		}
	}
	return count == 0
}
