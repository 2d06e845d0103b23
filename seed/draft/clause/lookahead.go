package clause

import "slices"

// hasOwnVerb reports whether the noun at a part is the subject of a verb after it.
func (p *parser) hasOwnVerb(at int) bool {
	commas, aside := 0, false
	for k := at + 1; k < min(len(p.parts), at+maxLookahead); k++ {
		switch each := p.parts[k]; each.kind {
		case partVerb:
			if each.infinitive {
				return false
			}
			if each.hasAuxiliary || each.copula {
				return true
			}
			if each.ing || commas == 1 {
				continue
			}
			// a participle may only describe the noun
			return k+1 < len(p.parts) && p.parts[k+1].kind == partNoun && !p.parts[k+1].phrase.time || !transitive(each.word) || verbHasClass(each.word, "say")
		case partRelative:
			if commas == 0 {
				return false
			}
			return p.closesRelative(k)
		case partSubordinator, partStop, partThat:
			return false
		case partConjunction:
			if k+1 < len(p.parts) && p.parts[k+1].kind == partVerb || commas > 0 && !aside {
				return false
			}
		case partComma:
			commas++
			aside = k+1 < len(p.parts) && p.parts[k+1].kind == partPreposition
		}
	}
	return false
}

// closesRelative reports whether a comma and a verb follow the relative clause at a part.
func (p *parser) closesRelative(at int) bool {
	verbs := 0
	for k := at + 1; k < min(len(p.parts), at+maxLookahead); k++ {
		switch p.parts[k].kind {
		case partVerb:
			verbs++
		case partComma:
			if verbs > 0 {
				return k+1 < len(p.parts) && p.parts[k+1].kind == partVerb && (p.parts[k+1].hasAuxiliary || p.parts[k+1].copula)
			}
		}
	}
	return false
}

// isClosedByComma reports whether a comma follows the current noun and its complement.
func (p *parser) isClosedByComma() bool {
	for k := p.at + 1; k < min(len(p.parts), p.at+maxLookahead); k++ {
		switch p.parts[k].kind {
		case partComma:
			return true
		case partVerb:
			if p.parts[k].hasAuxiliary || p.parts[k].copula || !transitive(p.parts[k].word) || !p.parts[k].infinitive && !p.parts[k].ing && k+1 < len(p.parts) && p.parts[k+1].kind == partNoun {
				return false
			}
		case partSubordinator, partStop, partThat:
			return k > p.at+1
		}
	}
	return true
}

// listFollows reports whether "and" and another noun follow.
func (p *parser) listFollows() bool {
	for k := p.at + 1; k < min(len(p.parts), p.at+maxLookahead); k++ {
		switch p.parts[k].kind {
		case partConjunction:
			return k+1 < len(p.parts) && p.parts[k+1].kind == partNoun
		case partVerb:
			if p.parts[k].hasAuxiliary || p.parts[k].copula {
				return false
			}
		case partStop, partThat:
			return false
		}
	}
	return false
}

// participlesFollow reports whether more participles follow: charged, tried and sentenced.
func (p *parser) participlesFollow() bool {
	for k := p.at + 1; k < min(len(p.parts), p.at+6); k++ {
		switch each := p.parts[k]; each.kind {
		case partConjunction:
			return k+1 < len(p.parts) && p.parts[k+1].kind == partVerb && !p.parts[k+1].infinitive
		case partStop, partRelative, partSubordinator:
			return false
		}
	}
	return false
}

// hasObject reports whether the next part is a noun other than a time.
func (p *parser) hasObject() bool {
	next := p.partAt(1)
	return next.kind == partNoun && !next.phrase.time
}

// objectIsThing reports whether the next part is a noun other than a person: fined 300 dinars.
func (p *parser) objectIsThing() bool {
	next := p.partAt(1)
	return next.kind == partNoun && !next.phrase.person
}

// onlyDescribes reports whether a participle after a noun only describes it: the verb
// of the clause comes later.
func (p *parser) onlyDescribes(v part) bool {
	if p.lastNoun != nil && p.lastNoun.Noun == "those" { // three of those arrested
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
			case each.infinitive || each.ing && !each.hasAuxiliary || p.parts[k-1].kind == partConjunction && !each.hasAuxiliary:
			case relative:
				relative = false
			default:
				return p.parts[k-1].kind != partConjunction
			}
		case partRelative:
			relative = true
		case partStop, partThat, partSubordinator:
			return false
		case partNoun:
			if p.parts[k-1].kind == partConjunction {
				return false
			}
		}
	}
	return p.partAt(-2).kind == partPreposition
}

// verbFollows reports whether a verb with an auxiliary follows in the sentence.
func (p *parser) verbFollows() bool {
	for k := p.at + 1; k < len(p.parts); k++ {
		if p.parts[k].kind == partVerb && (p.parts[k].hasAuxiliary || p.parts[k].copula) && p.parts[k-1].kind != partRelative {
			return true
		}
	}
	return false
}

// verbHasClass reports whether a word is a form of a verb of one of the classes.
func verbHasClass(word string, classes ...string) bool {
	return slices.ContainsFunc(verbs.Get()[word], func(verb *Verb) bool { return slices.Contains(classes, verb.Class) })
}

// transitive reports whether a verb takes an object.
func transitive(word string) bool {
	return verbHasClass(word, "done", "sentence", "given", "changed", "ended") || form(word) == "ed" && !hasClass(word, irregularForm)
}

// takesPeople reports whether the object of a verb is a person, and a thing after it
// what that person got: fined 300 dinars.
func takesPeople(word string) bool { return verbHasClass(word, "done", "sentence", "given") }

func (p *parser) isSaying(f *frame) bool {
	return f.verb != nil && f.verb.Verb != nil && f.verb.Verb.Class == "say"
}

func (p *parser) isWish(e *Event) bool { return e != nil && e.Verb != nil && e.Verb.Class == "wish" }
