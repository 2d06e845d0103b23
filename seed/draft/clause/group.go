package clause

import "slices"

// resolvePlural finds the antecedent of they, both or the two: a list, a number of
// people, or else the people named in the sentences before.
func (p *parser) resolvePlural(n, except *Phrase, count int) {
	if !n.pronoun && n.Noun != "" && !isNumber(n.Noun) { // the reporters: a list with the same noun
		for k := len(p.phrases) - 1; k >= 0; k-- {
			each := p.phrases[k]
			if names := each.Names(); each != n && each.sentence >= p.sentence-maxDistance && len(names) > 1 && (count == 0 || count == len(names)) && (each.Noun == n.Noun || each.complement != nil && each.complement.Noun == n.Noun) {
				n.names = names
				return
			}
		}
	}
	for back := 0; back <= maxDistance; back++ {
		for _, named := range []bool{true, false} { // phrases with names first
			for k := len(p.phrases) - 1; k >= 0; k-- {
				each := p.phrases[k]
				if named && (back > 0 || len(each.Names()) < 2) || each.sentence != p.sentence-back || each == except || !each.person || each == n {
					continue
				}
				names := each.Names()
				if len(names) < 2 && !each.plural || each.pronoun && len(names) == 0 && each.antecedent == nil {
					continue
				}
				if count > 0 && len(names) != count && !(len(names) == 0 && each.count == count) {
					continue
				}
				if each.agent && len(names) == 0 {
					continue
				}
				if each.preposition != "" && each.preposition != "of" && each.preposition != "against" && len(names) == 0 || p.inList(each) {
					continue
				}
				if len(names) == 0 && each.vague && !each.pronoun && count > 0 && each.count != count {
					continue
				}
				// a plural subject of the sentence comes first
				if better := p.pluralSubject(back, count, n); better != nil && better != except {
					each = better
				}
				n.names = each.Names()
				n.vague = len(n.names) == 0
				if each.antecedent != nil {
					each = each.antecedent
				}
				n.antecedent = each
				return
			}
		}
		if back == 1 || back == 3 {
			if all := p.lastNamed(count); len(all) > 1 {
				n.names = all
				return
			}
		}
	}
	n.unresolved = true
}

// pluralSubject returns the plural subject of an earlier sentence.
func (p *parser) pluralSubject(back, count int, n *Phrase) *Phrase {
	for _, each := range p.phrases {
		if each.sentence != p.sentence-back || each == n || each.rank != 0 || !each.person || each.agent || each.preposition != "" || p.inList(each) {
			continue
		}
		names := each.Names()
		if (len(names) > 1 || len(names) == 0 && each.plural) && (count == 0 || len(names) == count || each.count == count) {
			return each
		}
	}
	return nil
}

// lastNamed returns the last people named: count of them, or with 0 those of the
// last two sentences.
func (p *parser) lastNamed(count int) []string {
	var list []string
	from := p.sentence
	for k := len(p.phrases) - 1; k >= 0; k-- {
		each := p.phrases[k]
		if each.sentence < p.sentence-maxDistance || count == 0 && each.sentence < from-2 {
			break
		}
		if each.agent || each.rank > 2 && each.preposition != "with" {
			continue
		}
		var fresh []string
		for _, name := range each.Names() {
			if !slices.Contains(list, name) {
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

// resolvePart finds the group of which a number is a part: three were arrested; two, X and Y, fled.
func (p *parser) resolvePart(n *Phrase) {
	for k := len(p.phrases) - 1; k >= 0; k-- {
		each := p.phrases[k]
		if each.sentence < p.sentence-maxDistance {
			break
		}
		if each.person && each.plural && each.preposition == "" && each.sentence < p.sentence && (each.count > 1 || isNumber(p.words[each.From].Lower)) && !hasClass(each.Noun, partWord) || each.person && each.plural && each.count > 1 && each.rank == 2 && each.sentence < p.sentence {
			n.antecedent = each
			if each.antecedent != nil {
				n.antecedent = each.antecedent
			}
			return
		}
	}
}

// resolveOthers finds the rest of a list: X, Y and Z were charged; X was cleared and
// the others were fined.
func (p *parser) resolveOthers(n *Phrase) {
	n.vague = true
	if next := p.partAt(2); p.partAt(1).kind == partComma && next.kind == partNoun && len(next.phrase.names) > 0 {
		return // the two others, X and Y
	}
	for k := len(p.phrases) - 1; k >= 0; k-- {
		names := p.phrases[k].Names()
		if p.phrases[k].sentence < p.sentence-maxDistance || len(names) < 2 {
			continue
		}
		for _, each := range p.phrases {
			if each.sentence == p.sentence && len(each.Names()) == 1 && each.preposition == "" {
				names = slices.DeleteFunc(names, func(name string) bool { return name == each.Names()[0] })
			}
		}
		if n.count == 0 || n.count == len(names) {
			n.names, n.vague = names, len(names) == 0
		}
		return
	}
}
