package clause

import "slices"

// finiteAfter reports whether the noun at a part is the subject of a verb of its
// own that follows it.
func (p *parser) finiteAfter(at int) bool {
	commas, aside := 0, false
	for k := at + 1; k < min(len(p.parts), at+lookingAhead); k++ {
		switch each := p.parts[k]; each.kind {
		case partVerb:
			if each.infinite {
				return false
			}
			if each.helped || each.copula {
				return true
			}
			if each.ing || commas == 1 {
				continue
			}
			// a participle may only describe the noun
			return k+1 < len(p.parts) && p.parts[k+1].kind == partNoun && !p.parts[k+1].phrase.time || !transitive(each.word) || verbIs(each.word, "say")
		case partWho:
			if commas == 0 {
				return false
			}
			return p.closes(k)
		case partWhen, partStop, partThat:
			return false
		case partAnd:
			if k+1 < len(p.parts) && p.parts[k+1].kind == partVerb || commas > 0 && !aside {
				return false
			}
		case partComma:
			commas++
			aside = k+1 < len(p.parts) && p.parts[k+1].kind == partBefore
		}
	}
	return false
}

// closes reports whether a comma ends the relative clause at a part and a verb follows.
func (p *parser) closes(at int) bool {
	verbs := 0
	for k := at + 1; k < min(len(p.parts), at+lookingAhead); k++ {
		switch p.parts[k].kind {
		case partVerb:
			verbs++
		case partComma:
			if verbs > 0 {
				return k+1 < len(p.parts) && p.parts[k+1].kind == partVerb && (p.parts[k+1].helped || p.parts[k+1].copula)
			}
		}
	}
	return false
}

// closed reports whether a comma stands behind the noun that is read, or behind
// what belongs to it.
func (p *parser) closed() bool {
	for k := p.at + 1; k < min(len(p.parts), p.at+lookingAhead); k++ {
		switch p.parts[k].kind {
		case partComma:
			return true
		case partVerb:
			if p.parts[k].helped || p.parts[k].copula || !transitive(p.parts[k].word) || !p.parts[k].infinite && !p.parts[k].ing && k+1 < len(p.parts) && p.parts[k+1].kind == partNoun {
				return false
			}
		case partWhen, partStop, partThat:
			return k > p.at+1
		}
	}
	return true
}

// listOf reports whether "and" and another noun follow, so that this is a list.
func (p *parser) listOf() bool {
	for k := p.at + 1; k < min(len(p.parts), p.at+lookingAhead); k++ {
		switch p.parts[k].kind {
		case partAnd:
			return k+1 < len(p.parts) && p.parts[k+1].kind == partNoun
		case partVerb:
			if p.parts[k].helped || p.parts[k].copula {
				return false
			}
		case partStop, partThat:
			return false
		}
	}
	return false
}

// listed reports whether more participles follow behind a comma: charged, tried and sentenced.
func (p *parser) listed() bool {
	for k := p.at + 1; k < min(len(p.parts), p.at+6); k++ {
		switch each := p.parts[k]; each.kind {
		case partAnd:
			return k+1 < len(p.parts) && p.parts[k+1].kind == partVerb && !p.parts[k+1].infinite
		case partStop, partWho, partWhen:
			return false
		}
	}
	return false
}

// hasObject reports whether a noun that is no time follows at once.
func (p *parser) hasObject() bool {
	next := p.before(-1)
	return next.kind == partNoun && !next.phrase.time
}

// objectIsThing reports whether what follows is nobody: fined 300 dinars.
func (p *parser) objectIsThing() bool {
	next := p.before(-1)
	return next.kind == partNoun && !next.phrase.person
}

// describes reports whether a participle behind a noun only describes it, since
// the verb of the clause is still to come.
func (p *parser) describes(v part) bool {
	if p.last != nil && p.last.Noun == "those" { // three of those arrested
		return true
	}
	if p.hasObject() || !transitive(v.word) && v.word != "known" && v.word != "held" && v.word != "found" {
		return false
	}
	relative := false // the next verb is that of a relative clause
	for k := p.at + 1; k < len(p.parts); k++ {
		switch each := p.parts[k]; each.kind {
		case partVerb:
			switch {
			case each.infinite || each.ing && !each.helped || p.parts[k-1].kind == partAnd && !each.helped:
			case relative:
				relative = false
			default:
				return p.parts[k-1].kind != partAnd
			}
		case partWho:
			relative = true
		case partStop, partThat, partWhen:
			return false
		case partNoun:
			if p.parts[k-1].kind == partAnd {
				return false
			}
		}
	}
	return p.before(2).kind == partBefore
}

// verbAfter reports whether a verb follows in the sentence.
func (p *parser) verbAfter() bool {
	for k := p.at + 1; k < len(p.parts); k++ {
		if p.parts[k].kind == partVerb && (p.parts[k].helped || p.parts[k].copula) && p.parts[k-1].kind != partWho {
			return true
		}
	}
	return false
}

// verbIs reports whether a word is a form of a verb of one of some classes.
func verbIs(word string, classes ...string) bool {
	return slices.ContainsFunc(verbs()[word], func(verb *Verb) bool { return slices.Contains(classes, verb.Class) })
}

// transitive reports whether a verb is done to something.
func transitive(word string) bool {
	return verbIs(word, "done", "sentence", "given", "changed", "ended") || form(word) == "ed" && !is(word, irregularForm)
}

// ofPeople reports whether a verb is done to people, so that a thing behind it is
// what they got: fined 300 dinars.
func ofPeople(word string) bool { return verbIs(word, "done", "sentence", "given") }

func (p *parser) sayingFrame(f *frame) bool {
	return f.verb != nil && f.verb.Verb != nil && f.verb.Verb.Class == "say"
}

func (p *parser) wishes(e *Event) bool { return e != nil && e.Verb != nil && e.Verb.Class == "wish" }
