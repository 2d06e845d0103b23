package clause

import (
	"slices"
	"strings"
)

// form returns the form of a verb that a word looks like: ed, ing, s or base; empty: none.
func form(low string) string {
	switch {
	case hasClass(low, irregularForm):
		return "ed"
	case strings.HasSuffix(low, "ed") && len(low) > 3 && !hasClass(low, eedNoun) && low != "hundred" && low != "sacred" && low != "naked" && low != "wicked" && low != "kindred":
		return "ed"
	case strings.HasSuffix(low, "ing") && len(low) > 4 && low != "during" && low != "including" && low != "nothing" && low != "something" && low != "anything" && low != "everything" && low != "evening" && low != "morning" && low != "spring":
		return "ing"
	case hasClass(low, presentForm):
		return "s"
	}
	if verbs.Get()[low] != nil {
		return "base"
	}
	return ""
}

// verbAt reports whether a word is a verb without an auxiliary.
func (c *chunker) verbAt(i int, finite bool) bool {
	low := c.lower(i)
	if low == "" || c.names[i] > 0 || c.words[i].Capital && !c.words[i].First {
		return false
	}
	if hasClass(low, auxiliary) || hasClass(low, modalVerb) {
		return true
	}
	if hasClass(low, personNoun) || low == "according" || low == "including" {
		return false
	}
	before, after := c.lower(i-1), c.lower(i+1)
	loose := i+1 >= c.stop || punctuation(c.words[i].Gap) != 0
	switch form(low) {
	case "ed":
		if i > 0 && !c.words[i].First && punctuation(c.words[i-1].Gap) == 0 && (hasClass(before, determiner) && !slices.Contains([]string{"that", "all", "both", "each", "this", "those", "these"}, before) || c.words[i-1].Possessive) && !(before == "her" && c.isPronounHer(i-1)) {
			return false
		}
		if loose {
			return true
		}
		if i > 0 && !c.words[i].First && (strings.Contains(before, "-") || before == "former" || before == "new" || before == "local" || before == "newly" || before == "recently" || before == "alleged") && hasClass(c.lower(i-2), determiner) && !hasClass(after, preposition) && !hasClass(after, determiner) && c.names[i+1] == 0 && (form(after) == "" || hasClass(after, legalNoun)) {
			return false
		}
		nounNext := !hasClass(after, preposition) && !hasClass(after, determiner) && !hasClass(after, conjunction) && !hasClass(after, relative) && !hasClass(after, subordinator) && !hasClass(after, auxiliary) && !hasClass(after, modalVerb) && c.names[i+1] == 0 && !c.isAdverb(i+1) && (form(after) == "" || hasClass(after, legalNoun)) && !pronounWord(after) && !hasClass(after, timeNoun)
		if nounNext && i > 0 && !c.words[i].First && form(before) == "ed" && punctuation(c.words[i-1].Gap) == 0 && strings.HasSuffix(after, "s") {
			return false // given suspended sentences
		}
		if nounNext && (c.words[i].First || i > 0 && punctuation(c.words[i-1].Gap) == partComma && c.personAhead(i) || i > 0 && (hasClass(before, preposition) && before != "to" || hasClass(before, numeral) || before == "and" && strings.HasSuffix(c.lower(i+1), "s") && c.adjective(i))) && !isNumber(after) {
			return false
		}
		return true
	case "s":
		return true
	case "ing":
		if loose || c.words[i].First {
			return true
		}
		if i > 0 && (hasClass(before, determiner) || hasClass(before, possessive) || c.words[i-1].Possessive) {
			return false
		}
		return hasClass(after, determiner) || c.names[i+1] > 0 || pronounWord(after) || hasClass(after, preposition) && after != "of" || isNumber(after) || c.words[i+1].Capital
	case "base":
		return finite && low != "fine" && low != "sentence" && strings.HasSuffix(low, "s") && (low == "faces" || low == "serves" || low == "receives" || low == "carries" || low == "punishes")
	}
	return false
}

// personAhead reports whether a name or a noun for a person follows soon: imprisoned
// rights defender X.
func (c *chunker) personAhead(i int) bool {
	for k := i + 1; k < min(i+5, c.stop); k++ {
		if c.names[k] > 0 || hasClass(c.lower(k), personNoun) {
			return true
		}
		if hasClass(c.lower(k), preposition) || hasClass(c.lower(k), determiner) || punctuation(c.words[k].Gap) != 0 {
			break
		}
	}
	return false
}

// adjective reports whether a participle after "and" is an adjective: tired and
// convicted men.
func (c *chunker) adjective(i int) bool {
	return form(c.lower(i-2)) == "ed" && hasClass(c.lower(i-3), determiner)
}

// verb reads a verb with its auxiliaries.
func (c *chunker) verb(i int) part {
	p := part{kind: partVerb, from: i, to: i + 1, head: i, word: c.lower(i)}
	last := ""
	k := i
	for k < c.stop {
		low := c.lower(k)
		switch {
		case c.names[k] > 0:
		case hasClass(low, auxiliary) && !(k > i && low == "had" && last == ""):
			p.hasAuxiliary, last, p.head = true, low, k
			if low == "be" && p.infinitive && !p.unreal {
				p.unreal = true
			}
			k++
			continue
		case c.modal(k):
			p.hasAuxiliary, p.unreal, last, p.head = true, true, low, k
			k++
			continue
		case low == "since" && k > i && hasClass(last, auxiliary) && hasClass(c.lower(k+1), auxiliary): // has since been released
			k++
			continue
		case hasClass(low, negation) && k > i:
			p.unreal = true
			k++
			continue
		case c.isAdverb(k) && k > i:
			k++
			continue
		case low == "to" && c.infinitive(k) && (k == i || hasClass(last, formOfBe) || last == "had" || last == "have" || last == "has"):
			if k == i || hasClass(last, formOfBe) {
				p.infinitive = true
				if k > i {
					p.unreal = true
				}
			}
			last = "to"
			k++
			continue
		case low == "due" && hasClass(last, formOfBe):
			p.unreal = true
			k++
			continue
		case hasClass(last, formOfBe) && c.timeBetween(k) > k:
			k = c.timeBetween(k)
			continue
		}
		break
	}
	p.to = k
	low := c.lower(k)
	shape := ""
	if k < c.stop && c.names[k] == 0 && (!c.words[k].Capital || c.words[k].First) {
		shape = form(low)
	}
	switch {
	case last == "" && k == i || last == "to" && shape != "ed" && low != "": // a verb alone, or to and a base
		p.head, p.word, p.to = k, low, k+1
		p.ing = shape == "ing"
	case hasClass(last, formOfBe) && shape == "ed":
		p.head, p.word, p.to, p.passive = k, low, k+1, true
	case hasClass(last, formOfBe) && shape == "ing":
		p.head, p.word, p.to = k, low, k+1
	case (last == "had" || last == "have" || last == "has" || last == "having") && shape == "ed":
		p.head, p.word, p.to = k, low, k+1
	case (hasClass(last, modalVerb) || last == "did" || last == "do" || last == "does") && low != "" && c.names[k] == 0 && !hasClass(low, determiner) && !hasClass(low, preposition):
		p.head, p.word, p.to = k, low, k+1
	default:
		p.word = c.lower(p.head)
		p.copula = hasClass(last, formOfBe)
		p.to = max(k, i+1)
		p.ing = last == "being" || last == "having"
	}
	if p.word == "being" || p.word == "having" || p.from < p.head && (c.lower(p.from) == "being" || c.lower(p.from) == "having") {
		p.ing, p.hasAuxiliary = true, false
	}
	if hasClass(p.word, copula) {
		k := p.to
		for c.isAdverb(k) {
			k++
		}
		if form(c.lower(k)) == "ed" && !hasClass(c.lower(k), determiner) {
			p.head, p.word, p.to, p.passive = k, c.lower(k), k+1, true
		} else {
			p.copula = true
		}
	}
	if low := c.lower(p.to); (low == "out" || low == "down" || low == "back" || low == "off" || low == "away") && punctuation(c.words[p.to-1].Gap) == 0 && c.lower(p.to+1) != "of" && p.word != "turned" && p.word != "struck" {
		p.to++ // threw out, handed down
	}
	// was found guilty
	if (p.word == "found" || p.word == "find") && c.lower(p.to) == "guilty" {
		p.word = "convicted"
		p.to++
	}
	if (p.word == "found" || p.word == "find") && c.lower(p.to) == "not" && c.lower(p.to+1) == "guilty" {
		p.word = "acquitted"
		p.to += 2
	}
	if p.word == "let" && c.lower(p.to) == "go" {
		p.word = "released"
		p.to++
	}
	if p.word == "turned" && c.lower(p.to) == "down" {
		p.word = "rejected"
		p.to++
	}
	if p.word == "set" && (c.lower(p.to) == "aside" || c.lower(p.to) == "free") {
		p.word = map[string]string{"aside": "annulled", "free": "released"}[c.lower(p.to)]
		p.to++
	}
	if p.word == "struck" && c.lower(p.to) == "down" {
		p.word = "annulled"
		p.to++
	}
	return p
}

// timeBetween returns the end of a time between an auxiliary and its participle:
// was in March sentenced; k: none.
func (c *chunker) timeBetween(k int) int {
	if low := c.lower(k); low != "in" && low != "on" && low != "at" {
		return k
	}
	for n := k + 1; n < min(k+6, c.stop); n++ {
		if form(c.lower(n)) == "ed" && n > k+1 {
			return n
		}
		if !hasClass(c.lower(n), timeNoun) && !isNumber(c.lower(n)) && c.lower(n) != "the" && c.lower(n) != "of" {
			break
		}
	}
	return k
}

// infinitive reports whether "to" begins an infinitive.
func (c *chunker) infinitive(i int) bool {
	k := i + 1
	for c.isAdverb(k) {
		k++
	}
	low := c.lower(k)
	if low == "be" || low == "have" {
		return true
	}
	if low == "" || c.words[k].Capital || c.names[k] > 0 || hasClass(low, determiner) || hasClass(low, preposition) || form(low) == "ed" || strings.HasSuffix(low, "ing") || strings.Trim(low, "0123456789,.-") == "" || hasClass(low, numeral) {
		return false
	}
	for _, adjective := range []string{"ary", "ous", "ical", "onal", "ative"} { // to solitary confinement
		if strings.HasSuffix(low, adjective) {
			return false
		}
	}
	next := c.lower(k + 1)
	return verbs.Get()[low] != nil && low != "death" && low != "prison" && low != "jail" || hasClass(next, determiner) || next != "" && (c.names[k+1] > 0 || next == "him" || next == "them") || !strings.HasSuffix(low, "s") && !hasClass(low, personNoun) && !hasClass(low, timeNoun) && low != "death" && low != "prison" && low != "life" && low != "house" && low != "jail" && low != "hospital" && low != "court" && low != "custody" && low != "probation"
}

// modal reports whether a word is a modal verb, and not the month May.
func (c *chunker) modal(i int) bool {
	return hasClass(c.lower(i), modalVerb) && (c.lower(i) != "may" || !c.words[i].Capital)
}
