package clause

import "slices"

// several finds whom they, both or the two mean: a list, a number of people, or
// else those whom the sentences before name.
func (p *parser) several(n, not *Phrase, count int) {
	if !n.pronoun && n.Noun != "" && !isNumber(n.Noun) { // the reporters: who were called so
		for k := len(p.phrases) - 1; k >= 0; k-- {
			each := p.phrases[k]
			if names := each.Names(); each != n && each.sentence >= p.sentence-near && len(names) > 1 && (count == 0 || count == len(names)) && (each.Noun == n.Noun || each.of != nil && each.of.Noun == n.Noun) {
				n.names = names
				return
			}
		}
	}
	for back := 0; back <= near; back++ {
		for _, named := range []bool{true, false} { // those with names rather than others
			for k := len(p.phrases) - 1; k >= 0; k-- {
				each := p.phrases[k]
				if named && (back > 0 || len(each.Names()) < 2) || each.sentence != p.sentence-back || each == not || !each.person || each == n {
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

// partOf finds of whom a number alone is a part: three were arrested; two, X and Y, fled.
func (p *parser) partOf(n *Phrase) {
	for k := len(p.phrases) - 1; k >= 0; k-- {
		each := p.phrases[k]
		if each.sentence < p.sentence-near {
			break
		}
		if each.person && each.plural && each.preposed == "" && each.sentence < p.sentence && (each.counted > 1 || isNumber(p.words[each.From].Low)) && !is(each.Noun, partWord) || each.person && each.plural && each.counted > 1 && each.role == 2 && each.sentence < p.sentence {
			n.stands = each
			if each.stands != nil {
				n.stands = each.stands
			}
			return
		}
	}
}

// remaining finds the others of a list: X, Y and Z were charged; X was cleared and
// the others were fined.
func (p *parser) remaining(n *Phrase) {
	n.vague = true
	if next := p.before(-2); p.before(-1).kind == partComma && next.kind == partNoun && len(next.phrase.names) > 0 {
		return // the two others, X and Y
	}
	for k := len(p.phrases) - 1; k >= 0; k-- {
		whole := p.phrases[k].Names()
		if p.phrases[k].sentence < p.sentence-near || len(whole) < 2 {
			continue
		}
		for _, each := range p.phrases {
			if each.sentence == p.sentence && len(each.Names()) == 1 && each.preposed == "" {
				whole = slices.DeleteFunc(whole, func(name string) bool { return name == each.Names()[0] })
			}
		}
		if n.counted == 0 || n.counted == len(whole) {
			n.names, n.vague = whole, len(whole) == 0
		}
		return
	}
}
