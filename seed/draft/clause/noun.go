package clause

import "strings"

// noun reads the noun phrase that begins at a word, up to its head or its name.
func (c *chunker) noun(i int) part {
	n := &Phrase{From: i}
	p := part{kind: partNoun, from: i, phrase: n}
	low := c.lower(i)
	if c.names[i] == 0 && (pronounWord(low) && (low != "her" || c.isPronounHer(i)) || low == "himself" || low == "herself" || low == "themselves" || low == "theirs" || low == "hers") {
		n.pronoun, n.Noun, n.To, n.person = true, low, i+1, low != "it"
		n.plural = hasClass(low, pluralPronoun)
		n.sex = sexOf(low)
		p.to = i + 1
		return p
	}
	k := i
	named := false
	for k < c.stop {
		low := c.lower(k)
		if c.names[k] > 0 {
			who := c.who[c.names[k]-1]
			if k > i && (hasClass(c.lower(k-1), timeNoun) || isNumber(c.lower(k-1)) && c.lower(k-1) != "one" && who != "" && !hasClass(c.lower(k-1), numeral) || named || who != "" && hasClass(c.lower(k-1), whereNoun)) { // after a year in detention X was
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
			if punctuation(c.words[end-1].Gap) != 0 || who != "" && !owns && !c.continuesPhrase(k) {
				break
			}
			continue
		}
		if k > i {
			if hasClass(low, relative) || hasClass(low, conjunction) || hasClass(low, preposition) || hasClass(low, subordinator) || hasClass(low, auxiliary) || c.modal(k) || low == "that" || pronounWord(low) && low != "her" || hasClass(low, negation) || c.isAdverb(k) || c.verbAt(k, true) {
				break
			}
			if isNumber(low) && (endsNameAt(c, k) || k == i+1 && len(c.lower(i)) == 4 && isNumber(c.lower(i)) || hasClass(c.lower(k-1), timeNoun) && (!hasClass(c.lower(k-1), monthName) || IsPerson(c.lower(k+1)))) { // during the year 34 people

				break
			}
			if hasClass(low, determiner) && !hasClass(c.lower(k-1), determiner) && low != "own" && low != "other" && low != "such" && low != "same" && low != "most" {
				break
			}
			if hasClass(c.lower(k-1), timeNoun) && c.words[k].Capital && !hasClass(low, timeNoun) || hasClass(c.lower(k-1), timeNoun) && isNumber(c.lower(k-2)) && !hasClass(low, timeNoun) && c.lower(k-1) != "year" {
				break
			}
		}
		if named && !c.words[k].Possessive { // a word after the name: the X case
			n.names, named = nil, false
		}
		k++
		if punctuation(c.words[k-1].Gap) != 0 && !c.numbers(k-1) {
			break
		}
	}
	n.To, p.to = max(k, i+1), max(k, i+1)
	c.setTraits(n)
	return p
}

// continuesPhrase reports whether the noun after a name belongs to its phrase: the Melkart case.
func (c *chunker) continuesPhrase(k int) bool {
	low := c.lower(k)
	return k < c.stop && hasClass(low, legalNoun)
}

// isPronounHer reports whether "her" is a pronoun, and not before a noun as a possessive.
func (c *chunker) isPronounHer(i int) bool {
	next := c.lower(i + 1)
	if next == "" || punctuation(c.words[i].Gap) != 0 || c.words[i+1].First {
		return true
	}
	if after := c.lower(i + 2); form(next) == "ed" && !IsPerson(next) && (after == "" || punctuation(c.words[i+1].Gap) != 0 || hasClass(after, preposition) || hasClass(after, conjunction)) { // ordered her freed
		return true
	}
	return hasClass(next, preposition) || hasClass(next, determiner) || hasClass(next, conjunction) || hasClass(next, subordinator) || hasClass(next, relative) || hasClass(next, auxiliary) || hasClass(next, modalVerb) || next == "guilty" || next == "that" || c.isAdverb(i+1) && !strings.HasSuffix(next, "ly") || isNumber(next) && !c.counts(i+2)
}

func (c *chunker) counts(i int) bool { return i < c.stop && hasClass(c.lower(i), personNoun) }

func sexOf(low string) byte {
	switch {
	case hasClass(low, male):
		return 'm'
	case hasClass(low, female):
		return 'f'
	}
	return 0
}

// setTraits sets the number, sex and kind of a phrase from its words.
func (c *chunker) setTraits(n *Phrase) {
	last := n.To - 1
	n.Noun = c.lower(last)
	if hasClass(n.Noun, timeNoun) && len(n.names) == 0 || c.isDate(n) || c.isAmount(n) {
		n.time = true
		return
	}
	for k := n.From; k < n.To; k++ {
		low := c.lower(k)
		if hasClass(low, indefinite) {
			n.vague = true
		}
		if count := countWords.Get()[low]; count > 0 && n.count == 0 && k < n.From+3 {
			n.count = count
		}
		if sex := sexOf(low); sex != 0 && n.Owner == nil && !hasClass(low, possessive) && (k == last || len(n.names) > 0) {
			n.sex = sex
		}
	}
	first := c.lower(n.From)
	if hasClass(first, possessive) && n.Owner == nil && n.To > n.From+1 && first != "its" {
		n.Owner = &Phrase{From: n.From, To: n.From + 1, Noun: first, pronoun: true, person: true, plural: first == "their", sex: sexOf(first)}
	}
	if n.Owner == nil && len(n.names) == 0 {
		for k := n.From; k < last; k++ { // the journalist's trial
			if c.words[k].Possessive && (personLike(c.lower(k)) || hasClass(c.lower(k), relation)) {
				n.Owner = &Phrase{From: n.From, To: k + 1, Noun: c.lower(k), person: true, unnamed: true, plural: strings.HasSuffix(c.lower(k), "s")}
				n.Owner.sex = sexOf(c.lower(k))
			}
		}
	}
	if len(n.names) > 0 {
		for k := n.From; k < n.To && !n.agent; k++ {
			if low := c.lower(k); low == "former" {
				break
			} else if hasClass(low, speaker) && !hasClass(low, body) {
				n.agent = true
			}
		}
		return
	}
	number := isNumber(n.Noun) && strings.Trim(n.Noun, "%$€£") == n.Noun && !strings.HasPrefix(n.Noun, "us$")
	n.agent = hasClass(n.Noun, agentNoun) && n.count == 0 && !n.vague || hasClass(n.Noun, speaker)
	n.plural = hasClass(n.Noun, pluralHead) || strings.HasSuffix(n.Noun, "s") && !strings.HasSuffix(n.Noun, "ss") || number && n.Noun != "one" && n.Noun != "1"
	n.person = hasClass(n.Noun, agentNoun) || IsPerson(n.Noun) || hasClass(n.Noun, personHead) || number || strings.HasSuffix(n.Noun, "-old")
	if hasClass(first, possessive) && hasClass(n.Noun, legalNoun) {
		n.person = false
	}
	n.unnamed = n.person && !number
}

// isDate reports whether a phrase is a date: 3 May, February 3, the 14th.
func (c *chunker) isDate(n *Phrase) bool {
	number := false
	for k := n.From; k < n.To; k++ {
		low := c.lower(k)
		if low != "the" && !hasClass(low, monthName) && strings.Trim(low, "0123456789stndrh") != "" || c.names[k] > 0 {
			return false
		}
		number = number || hasClass(low, monthName) && c.words[k].Capital
	}
	return number || n.From > 0 && (c.lower(n.From-1) == "in" || c.lower(n.From-1) == "since") && len(c.lower(n.From)) == 4
}

// beginsWithPerson reports whether a phrase begins with a name, or with a noun for a person before one.
func (c *chunker) beginsWithPerson(n *Phrase) bool {
	for k := n.From; k < n.To; k++ {
		if c.names[k] > 0 {
			return k == n.From
		}
		if low := c.lower(k); hasClass(low, personNoun) || hasClass(low, determiner) || hasClass(low, agentNoun) && low != "parliament" {
			return true
		}
	}
	return true
}

// endsNameAt reports whether a name ends at a word.
func endsNameAt(c *chunker, k int) bool {
	for from := max(k-8, 0); from < k; from++ {
		if c.names[from] > 0 && c.ends[from] == k {
			return true
		}
	}
	return false
}

// isAmount reports whether the unit of a number comes later: five and 12 months.
func (c *chunker) isAmount(n *Phrase) bool {
	if n.To != n.From+1 || !isNumber(n.Noun) {
		return false
	}
	if low := c.lower(n.To); low != "and" && low != "to" && low != "or" {
		return false
	}
	return (isNumber(c.lower(n.To+1)) || c.lower(n.To+1) == "a" && c.lower(n.To+2) == "half") && (hasClass(c.lower(n.To+2), timeNoun) || hasClass(c.lower(n.To+3), timeNoun))
}
