package clause

import (
	"slices"
	"strings"
)

// form returns what form of a verb a word looks like: ed, ing, s, base; empty for none.
func form(low string) string {
	switch {
	case is(low, irregularForm):
		return "ed"
	case strings.HasSuffix(low, "ed") && len(low) > 3 && !is(low, eedNoun) && low != "hundred" && low != "sacred" && low != "naked" && low != "wicked" && low != "kindred":
		return "ed"
	case strings.HasSuffix(low, "ing") && len(low) > 4 && low != "during" && low != "including" && low != "nothing" && low != "something" && low != "anything" && low != "everything" && low != "evening" && low != "morning" && low != "spring":
		return "ing"
	case is(low, presentForm):
		return "s"
	}
	if verbs()[low] != nil {
		return "base"
	}
	return ""
}

// verbAt reports whether a verb without an auxiliary stands at a word.
func (c *chunker) verbAt(i int, finite bool) bool {
	low := c.low(i)
	if low == "" || c.names[i] > 0 || c.words[i].Capital && !c.words[i].First {
		return false
	}
	if is(low, auxiliary) || is(low, modalVerb) {
		return true
	}
	if is(low, personNoun) || low == "according" || low == "including" {
		return false
	}
	before, after := c.low(i-1), c.low(i+1)
	loose := i+1 >= c.stop || punctuation(c.words[i].Gap) != 0
	switch form(low) {
	case "ed":
		if i > 0 && !c.words[i].First && punctuation(c.words[i-1].Gap) == 0 && (is(before, determiner) && !slices.Contains([]string{"that", "all", "both", "each", "this", "those", "these"}, before) || c.words[i-1].Possessive) && !(before == "her" && c.loneHer(i-1)) {
			return false
		}
		if loose {
			return true
		}
		if i > 0 && !c.words[i].First && (strings.Contains(before, "-") || before == "former" || before == "new" || before == "local" || before == "newly" || before == "recently" || before == "alleged") && is(c.low(i-2), determiner) && !is(after, preposition) && !is(after, determiner) && c.names[i+1] == 0 && (form(after) == "" || is(after, legalNoun)) {
			return false
		}
		nounNext := !is(after, preposition) && !is(after, determiner) && !is(after, conjunction) && !is(after, relative) && !is(after, subordinator) && !is(after, auxiliary) && !is(after, modalVerb) && c.names[i+1] == 0 && !c.isAdverb(i+1) && (form(after) == "" || is(after, legalNoun)) && !pronounWord(after) && !is(after, timeNoun)
		if nounNext && i > 0 && !c.words[i].First && form(before) == "ed" && punctuation(c.words[i-1].Gap) == 0 && strings.HasSuffix(after, "s") {
			return false // given suspended sentences
		}
		if nounNext && (c.words[i].First || i > 0 && punctuation(c.words[i-1].Gap) == partComma && c.personAhead(i) || i > 0 && (is(before, preposition) && before != "to" || is(before, numeral) || before == "and" && strings.HasSuffix(c.low(i+1), "s") && c.adjective(i))) && !isNumber(after) {
			return false
		}
		return true
	case "s":
		return true
	case "ing":
		if loose || c.words[i].First {
			return true
		}
		if i > 0 && (is(before, determiner) || is(before, possessive) || c.words[i-1].Possessive) {
			return false
		}
		return is(after, determiner) || c.names[i+1] > 0 || pronounWord(after) || is(after, preposition) && after != "of" || isNumber(after) || c.words[i+1].Capital
	case "base":
		return finite && low != "fine" && low != "sentence" && strings.HasSuffix(low, "s") && (low == "faces" || low == "serves" || low == "receives" || low == "carries" || low == "punishes")
	}
	return false
}

// personAhead reports whether a name or a noun for a person ends the words that
// follow: imprisoned rights defender X.
func (c *chunker) personAhead(i int) bool {
	for k := i + 1; k < min(i+5, c.stop); k++ {
		if c.names[k] > 0 || is(c.low(k), personNoun) {
			return true
		}
		if is(c.low(k), preposition) || is(c.low(k), determiner) || punctuation(c.words[k].Gap) != 0 {
			break
		}
	}
	return false
}

// adjective reports whether a participle behind "and" goes on with adjectives:
// tired and convicted men.
func (c *chunker) adjective(i int) bool {
	return form(c.low(i-2)) == "ed" && is(c.low(i-3), determiner)
}

// verb reads a verb with its auxiliaries.
func (c *chunker) verb(i int) part {
	p := part{kind: partVerb, from: i, to: i + 1, head: i, word: c.low(i)}
	last := ""
	k := i
	for k < c.stop {
		low := c.low(k)
		switch {
		case c.names[k] > 0:
		case is(low, auxiliary) && !(k > i && low == "had" && last == ""):
			p.helped, last, p.head = true, low, k
			if low == "be" && p.infinite && !p.unreal {
				p.unreal = true
			}
			k++
			continue
		case c.modal(k):
			p.helped, p.unreal, last, p.head = true, true, low, k
			k++
			continue
		case low == "since" && k > i && is(last, auxiliary) && is(c.low(k+1), auxiliary): // has since been released
			k++
			continue
		case is(low, negation) && k > i:
			p.unreal = true
			k++
			continue
		case c.isAdverb(k) && k > i:
			k++
			continue
		case low == "to" && c.infinitive(k) && (k == i || is(last, formOfBe) || last == "had" || last == "have" || last == "has"):
			if k == i || is(last, formOfBe) {
				p.infinite = true
				if k > i {
					p.unreal = true
				}
			}
			last = "to"
			k++
			continue
		case low == "due" && is(last, formOfBe):
			p.unreal = true
			k++
			continue
		case is(last, formOfBe) && c.timeBetween(k) > k:
			k = c.timeBetween(k)
			continue
		}
		break
	}
	p.to = k
	low := c.low(k)
	shape := ""
	if k < c.stop && c.names[k] == 0 && (!c.words[k].Capital || c.words[k].First) {
		shape = form(low)
	}
	switch {
	case last == "" && k == i || last == "to" && shape != "ed" && low != "": // a verb alone, or to and a base
		p.head, p.word, p.to = k, low, k+1
		p.ing = shape == "ing"
	case is(last, formOfBe) && shape == "ed":
		p.head, p.word, p.to, p.passive = k, low, k+1, true
	case is(last, formOfBe) && shape == "ing":
		p.head, p.word, p.to = k, low, k+1
	case (last == "had" || last == "have" || last == "has" || last == "having") && shape == "ed":
		p.head, p.word, p.to = k, low, k+1
	case (is(last, modalVerb) || last == "did" || last == "do" || last == "does") && low != "" && c.names[k] == 0 && !is(low, determiner) && !is(low, preposition):
		p.head, p.word, p.to = k, low, k+1
	default:
		p.word = c.low(p.head)
		p.copula = is(last, formOfBe)
		p.to = max(k, i+1)
		p.ing = last == "being" || last == "having"
	}
	if p.word == "being" || p.word == "having" || p.from < p.head && (c.low(p.from) == "being" || c.low(p.from) == "having") {
		p.ing, p.helped = true, false
	}
	if is(p.word, copula) {
		k := p.to
		for c.isAdverb(k) {
			k++
		}
		if form(c.low(k)) == "ed" && !is(c.low(k), determiner) {
			p.head, p.word, p.to, p.passive = k, c.low(k), k+1, true
		} else {
			p.copula = true
		}
	}
	if low := c.low(p.to); (low == "out" || low == "down" || low == "back" || low == "off" || low == "away") && punctuation(c.words[p.to-1].Gap) == 0 && c.low(p.to+1) != "of" && p.word != "turned" && p.word != "struck" {
		p.to++ // threw out, handed down
	}
	// was found guilty
	if (p.word == "found" || p.word == "find") && c.low(p.to) == "guilty" {
		p.word = "convicted"
		p.to++
	}
	if (p.word == "found" || p.word == "find") && c.low(p.to) == "not" && c.low(p.to+1) == "guilty" {
		p.word = "acquitted"
		p.to += 2
	}
	if p.word == "let" && c.low(p.to) == "go" {
		p.word = "released"
		p.to++
	}
	if p.word == "turned" && c.low(p.to) == "down" {
		p.word = "rejected"
		p.to++
	}
	if p.word == "set" && (c.low(p.to) == "aside" || c.low(p.to) == "free") {
		p.word = map[string]string{"aside": "annulled", "free": "released"}[c.low(p.to)]
		p.to++
	}
	if p.word == "struck" && c.low(p.to) == "down" {
		p.word = "annulled"
		p.to++
	}
	return p
}

// timeBetween returns the end of a time between an auxiliary and its participle:
// was in March sentenced, was, on 3 May, released; k where there is none.
func (c *chunker) timeBetween(k int) int {
	if low := c.low(k); low != "in" && low != "on" && low != "at" {
		return k
	}
	for n := k + 1; n < min(k+6, c.stop); n++ {
		if form(c.low(n)) == "ed" && n > k+1 {
			return n
		}
		if !is(c.low(n), timeNoun) && !isNumber(c.low(n)) && c.low(n) != "the" && c.low(n) != "of" {
			break
		}
	}
	return k
}

// infinitive reports whether "to" opens one.
func (c *chunker) infinitive(i int) bool {
	k := i + 1
	for c.isAdverb(k) {
		k++
	}
	low := c.low(k)
	if low == "be" || low == "have" {
		return true
	}
	if low == "" || c.words[k].Capital || c.names[k] > 0 || is(low, determiner) || is(low, preposition) || form(low) == "ed" || strings.HasSuffix(low, "ing") || strings.Trim(low, "0123456789,.-") == "" || is(low, numeral) {
		return false
	}
	for _, adjective := range []string{"ary", "ous", "ical", "onal", "ative"} { // to solitary confinement
		if strings.HasSuffix(low, adjective) {
			return false
		}
	}
	next := c.low(k + 1)
	return verbs()[low] != nil && low != "death" && low != "prison" && low != "jail" || is(next, determiner) || next != "" && (c.names[k+1] > 0 || next == "him" || next == "them") || !strings.HasSuffix(low, "s") && !is(low, personNoun) && !is(low, timeNoun) && low != "death" && low != "prison" && low != "life" && low != "house" && low != "jail" && low != "hospital" && low != "court" && low != "custody" && low != "probation"
}

// modal reports whether a word is one of would and might, and not the month.
func (c *chunker) modal(i int) bool {
	return is(c.low(i), modalVerb) && (c.low(i) != "may" || !c.words[i].Capital)
}
