package clause

import "strings"

// noun reads the noun phrase that begins at a word, up to its head: the words
// before it and the name that it ends with.
func (c *chunker) noun(i int) part {
	n := &Phrase{From: i}
	p := part{kind: partNoun, from: i, phrase: n}
	low := c.low(i)
	if c.names[i] == 0 && (pronounWord(low) && (low != "her" || c.loneHer(i)) || low == "himself" || low == "herself" || low == "themselves" || low == "theirs" || low == "hers") {
		n.pronoun, n.Noun, n.To, n.person = true, low, i+1, low != "it"
		n.plural = is(low, pluralPronoun)
		n.sex = sexOf(low)
		p.to = i + 1
		return p
	}
	k := i
	named := false
	for k < c.stop {
		low := c.low(k)
		if c.names[k] > 0 {
			who := c.who[c.names[k]-1]
			if k > i && (is(c.low(k-1), timeNoun) || isNumber(c.low(k-1)) && c.low(k-1) != "one" && who != "" && !is(c.low(k-1), numeral) || named || who != "" && is(c.low(k-1), whereNoun)) { // after a year in detention X was
				break
			}
			end := c.ends[k]
			owns := c.words[end-1].Possessive && end < c.stop && punctuation(c.words[end-1].Gap) == 0
			switch {
			case owns && who != "":
				n.Owner = &Phrase{From: k, To: end, names: []string{who}, person: true, Noun: who}
				n.names, named = nil, false
			case who != "":
				n.names, n.person, named = []string{who}, true, true
			}
			k = end
			if punctuation(c.words[end-1].Gap) != 0 || who != "" && !owns && !c.goesOn(k) {
				break
			}
			continue
		}
		if k > i {
			if is(low, relative) || is(low, conjunction) || is(low, preposition) || is(low, subordinator) || is(low, auxiliary) || c.modal(k) || low == "that" || pronounWord(low) && low != "her" || is(low, negation) || c.isAdverb(k) || c.verbAt(k, true) {
				break
			}
			if isNumber(low) && (endsName(c, k) || k == i+1 && len(c.low(i)) == 4 && isNumber(c.low(i)) || is(c.low(k-1), timeNoun) && (!is(c.low(k-1), monthName) || IsPerson(c.low(k+1)))) { // during the year 34 people

				break
			}
			if is(low, determiner) && !is(c.low(k-1), determiner) && low != "own" && low != "other" && low != "such" && low != "same" && low != "most" {
				break
			}
			if is(c.low(k-1), timeNoun) && c.words[k].Capital && !is(low, timeNoun) || is(c.low(k-1), timeNoun) && isNumber(c.low(k-2)) && !is(low, timeNoun) && c.low(k-1) != "year" {
				break
			}
		}
		if named && !c.words[k].Possessive { // what follows a name and is not of it: X case
			n.names, named = nil, false
		}
		k++
		if punctuation(c.words[k-1].Gap) != 0 && !c.numbers(k-1) {
			break
		}
	}
	n.To, p.to = max(k, i+1), max(k, i+1)
	c.describe(n)
	return p
}

// goesOn reports whether a noun behind a name still belongs to its phrase: the Melkart case.
func (c *chunker) goesOn(k int) bool {
	low := c.low(k)
	return k < c.stop && is(low, legalNoun)
}

// loneHer reports whether "her" stands for somebody and not before what is hers.
func (c *chunker) loneHer(i int) bool {
	next := c.low(i + 1)
	if next == "" || punctuation(c.words[i].Gap) != 0 || c.words[i+1].First {
		return true
	}
	if after := c.low(i + 2); form(next) == "ed" && !IsPerson(next) && (after == "" || punctuation(c.words[i+1].Gap) != 0 || is(after, preposition) || is(after, conjunction)) { // ordered her freed
		return true
	}
	return is(next, preposition) || is(next, determiner) || is(next, conjunction) || is(next, subordinator) || is(next, relative) || is(next, auxiliary) || is(next, modalVerb) || next == "guilty" || next == "that" || c.isAdverb(i+1) && !strings.HasSuffix(next, "ly") || isNumber(next) && !c.counts(i+2)
}

func (c *chunker) counts(i int) bool { return i < c.stop && is(c.low(i), personNoun) }

func sexOf(low string) byte {
	switch {
	case is(low, male):
		return 'm'
	case is(low, female):
		return 'f'
	}
	return 0
}

// describe sets what a phrase is from its words.
func (c *chunker) describe(n *Phrase) {
	last := n.To - 1
	n.Noun = c.low(last)
	if is(n.Noun, timeNoun) && len(n.names) == 0 || c.isDate(n) || c.isAmount(n) {
		n.time = true
		return
	}
	for k := n.From; k < n.To; k++ {
		low := c.low(k)
		if is(low, indefinite) {
			n.vague = true
		}
		if count := countWords[low]; count > 0 && n.counted == 0 && k < n.From+3 {
			n.counted = count
		}
		if sex := sexOf(low); sex != 0 && n.Owner == nil && !is(low, possessive) && (k == last || len(n.names) > 0) {
			n.sex = sex
		}
	}
	first := c.low(n.From)
	if is(first, possessive) && n.Owner == nil && n.To > n.From+1 && first != "its" {
		n.Owner = &Phrase{From: n.From, To: n.From + 1, Noun: first, pronoun: true, person: true, plural: first == "their", sex: sexOf(first)}
	}
	if n.Owner == nil && len(n.names) == 0 {
		for k := n.From; k < last; k++ { // the journalist's trial
			if c.words[k].Possessive && (personLike(c.low(k)) || is(c.low(k), relation)) {
				n.Owner = &Phrase{From: n.From, To: k + 1, Noun: c.low(k), person: true, unnamed: true, plural: strings.HasSuffix(c.low(k), "s")}
				n.Owner.sex = sexOf(c.low(k))
			}
		}
	}
	if len(n.names) > 0 {
		for k := n.From; k < n.To && !n.agent; k++ {
			if low := c.low(k); low == "former" {
				break
			} else if is(low, speaker) && !is(low, body) {
				n.agent = true
			}
		}
		return
	}
	number := isNumber(n.Noun) && strings.Trim(n.Noun, "%$€£") == n.Noun && !strings.HasPrefix(n.Noun, "us$")
	n.agent = is(n.Noun, agentNoun) && n.counted == 0 && !n.vague || is(n.Noun, speaker)
	n.plural = is(n.Noun, pluralHead) || strings.HasSuffix(n.Noun, "s") && !strings.HasSuffix(n.Noun, "ss") || number && n.Noun != "one" && n.Noun != "1"
	n.person = is(n.Noun, agentNoun) || IsPerson(n.Noun) || is(n.Noun, personHead) || number || strings.HasSuffix(n.Noun, "-old")
	if is(first, possessive) && is(n.Noun, legalNoun) {
		n.person = false
	}
	n.unnamed = n.person && !number
}

// isDate reports whether a phrase is a day: 3 May, February 3, the 14th.
func (c *chunker) isDate(n *Phrase) bool {
	number := false
	for k := n.From; k < n.To; k++ {
		low := c.low(k)
		if low != "the" && !is(low, monthName) && strings.Trim(low, "0123456789stndrh") != "" || c.names[k] > 0 {
			return false
		}
		number = number || is(low, monthName) && c.words[k].Capital
	}
	return number || n.From > 0 && (c.low(n.From-1) == "in" || c.low(n.From-1) == "since") && len(c.low(n.From)) == 4
}

// begins reports whether a phrase begins with a name, or with a noun for a person before it.
func (c *chunker) begins(n *Phrase) bool {
	for k := n.From; k < n.To; k++ {
		if c.names[k] > 0 {
			return k == n.From
		}
		if low := c.low(k); is(low, personNoun) || is(low, determiner) || is(low, agentNoun) && low != "parliament" {
			return true
		}
	}
	return true
}

// endsName reports whether a name ends at a word.
func endsName(c *chunker, k int) bool {
	for from := max(k-8, 0); from < k; from++ {
		if c.names[from] > 0 && c.ends[from] == k {
			return true
		}
	}
	return false
}

// isAmount reports whether a number only waits for its unit: five and 12 months.
func (c *chunker) isAmount(n *Phrase) bool {
	if n.To != n.From+1 || !isNumber(n.Noun) {
		return false
	}
	if low := c.low(n.To); low != "and" && low != "to" && low != "or" {
		return false
	}
	return (isNumber(c.low(n.To+1)) || c.low(n.To+1) == "a" && c.low(n.To+2) == "half") && (is(c.low(n.To+2), timeNoun) || is(c.low(n.To+3), timeNoun))
}
