package clause

import "slices"

// described finds whom "the journalist" means: somebody whom the paragraph calls
// so, else the one person whom the sentence before is about.
func (p *parser) described(n *Phrase) {
	if next := p.before(-2); p.before(-1).kind == partComma && next.kind == partNoun && len(next.phrase.names) > 0 {
		return // the widow, X
	}
	for k := len(p.phrases) - 1; k >= 0 && slices.Contains([]string{"father", "mother", "parents"}, n.Noun); k-- {
		each := p.phrases[k]
		for i := each.From; i < each.To && each.Owner != nil; i++ {
			if slices.Contains([]string{"son", "daughter", "child", "children"}, p.words[i].Low) { // his son; the father
				n.names = each.Owner.Names()
				return
			}
		}
	}
	for k := len(p.phrases) - 1; k >= 0; k-- {
		for _, name := range p.phrases[k].names {
			if p.known[name][n.Noun] {
				n.names = []string{name}
				return
			}
		}
	}
	for k := len(p.phrases) - 1; k >= 0; k-- {
		if each := p.phrases[k]; each.Noun == n.Noun && !each.plural && each != n && each.person {
			n.names, n.vague = each.Names(), len(each.Names()) == 0
			return
		}
	}
	if n.Noun == "victim" || n.Noun == "judge" {
		n.vague = true
		return
	}
	if next := p.before(-1); next.word == "of" || n.To > n.From+2 || next.kind == partVerb && !next.helped && !next.copula && transitive(next.word) {
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

// isCalled reports whether the text calls somebody so.
func (p *parser) isCalled(noun string) bool {
	for _, words := range p.known {
		if words[noun] {
			return true
		}
	}
	return false
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
