package clause

import "slices"

// resolveDescription finds the antecedent of "the journalist": somebody whom the
// paragraph calls a journalist, else the one person in the sentence before.
func (p *parser) resolveDescription(n *Phrase) {
	if next := p.partAt(2); p.partAt(1).kind == partComma && next.kind == partNoun && len(next.phrase.names) > 0 {
		return // the widow, X
	}
	for k := len(p.phrases) - 1; k >= 0 && slices.Contains([]string{"father", "mother", "parents"}, n.Noun); k-- {
		each := p.phrases[k]
		for i := each.From; i < each.To && each.Owner != nil; i++ {
			if slices.Contains([]string{"son", "daughter", "child", "children"}, p.words[i].Lower) { // his son; the father
				n.names = each.Owner.Names()
				return
			}
		}
	}
	for k := len(p.phrases) - 1; k >= 0; k-- {
		for _, name := range p.phrases[k].names {
			if p.descriptions[name][n.Noun] {
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
	if next := p.partAt(1); next.word == "of" || n.To > n.From+2 || next.kind == partVerb && !next.hasAuxiliary && !next.copula && transitive(next.word) {
		n.vague = true
		return
	}
	guess := &Phrase{Noun: n.Noun, sex: n.sex, sentence: p.sentence}
	for back := 0; back <= 1; back++ {
		if found := p.candidate(guess, nil, back, false); found != nil {
			if len(found.names) == 1 && !p.isOnlyCandidate(&Phrase{names: found.names}, back) {
				break
			}
			n.names, n.guessed = found.Names(), true
			n.vague = len(n.names) == 0
			return
		}
	}
	n.vague = true
}

// isDescription reports whether the text calls somebody by a noun.
func (p *parser) isDescription(noun string) bool {
	for _, words := range p.descriptions {
		if words[noun] {
			return true
		}
	}
	return false
}

// resolveRelative finds a relative who was named before: her husband.
func (p *parser) resolveRelative(n *Phrase) {
	n.vague = true
	for k := len(p.phrases) - 1; k >= 0; k-- {
		each := p.phrases[k]
		if each.Owner == nil || each == n {
			continue
		}
		names := each.Names()
		if len(names) == 1 && (each.Noun == n.Noun || p.descriptions[names[0]][n.Noun]) {
			n.names, n.vague = names, false
			return
		}
	}
}

// findTopic finds the people whom the last sentences are about, subjects first.
func (p *parser) findTopic(n *Phrase) {
	for back := 0; back <= 2; back++ {
		var best *Phrase
		for _, each := range p.phrases {
			if each.sentence != p.sentence-back || !each.person || each.agent || each.preposition == "by" || p.inList(each) || each.Noun == "it" || each.pronoun && len(each.Names()) == 0 && each.rank > 0 {
				continue
			}
			if best == nil || each.rank < best.rank {
				best = each
			}
		}
		if best != nil {
			n.names, n.vague = best.Names(), len(best.Names()) == 0
			n.unresolved = false
			return
		}
	}
	n.unresolved = true
}
