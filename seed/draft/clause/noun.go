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
		n.plural = pluralWords[low]
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
			if k > i && (timeWords[c.low(k-1)] || isNumber(c.low(k-1)) && c.low(k-1) != "one" && who != "" && !numberWords[c.low(k-1)] || named) {
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
			if relatives[low] || conjunctions[low] || prepositions[low] || subordinates[low] || auxiliaries[low] || c.modal(k) || low == "that" || pronounWord(low) && low != "her" || negations[low] || c.isAdverb(k) || c.verbAt(k, true) {
				break
			}
			if isNumber(low) && endsName(c, k) {
				break
			}
			if determiners[low] && !determiners[c.low(k-1)] && low != "own" && low != "other" && low != "such" && low != "same" && low != "most" {
				break
			}
			if timeWords[c.low(k-1)] && c.words[k].Capital && !timeWords[low] || timeWords[c.low(k-1)] && isNumber(c.low(k-2)) && !timeWords[low] && c.low(k-1) != "year" {
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
	return k < c.stop && sayable[low]
}

// loneHer reports whether "her" stands for somebody and not before what is hers.
func (c *chunker) loneHer(i int) bool {
	next := c.low(i + 1)
	if next == "" || punctuation(c.words[i].Gap) != 0 || c.words[i+1].First {
		return true
	}
	return prepositions[next] || determiners[next] || conjunctions[next] || subordinates[next] || relatives[next] || auxiliaries[next] || modals[next] || next == "guilty" || next == "that" || c.isAdverb(i+1) && !strings.HasSuffix(next, "ly") || isNumber(next) && !c.counts(i+2)
}

func (c *chunker) counts(i int) bool { return i < c.stop && personWords[c.low(i)] }

func sexOf(low string) byte {
	switch {
	case maleWords[low]:
		return 'm'
	case femaleWords[low]:
		return 'f'
	}
	return 0
}

// describe sets what a phrase is from its words.
func (c *chunker) describe(n *Phrase) {
	last := n.To - 1
	n.Noun = c.low(last)
	if timeWords[n.Noun] && len(n.names) == 0 || c.isDate(n) || c.isAmount(n) {
		n.time = true
		return
	}
	for k := n.From; k < n.To; k++ {
		low := c.low(k)
		if vagueWords[low] {
			n.vague = true
		}
		if count := countWords[low]; count > 0 && n.counted == 0 && k < n.From+3 {
			n.counted = count
		}
		if sex := sexOf(low); sex != 0 && n.Owner == nil && (k == last || len(n.names) > 0) {
			n.sex = sex
		}
	}
	first := c.low(n.From)
	if possessives[first] && n.Owner == nil && n.To > n.From+1 && first != "its" {
		n.Owner = &Phrase{From: n.From, To: n.From + 1, Noun: first, pronoun: true, person: true, plural: first == "their", sex: sexOf(first)}
	}
	if n.Owner == nil && len(n.names) == 0 {
		for k := n.From; k < last; k++ { // the journalist's trial
			if c.words[k].Possessive && (personLike(c.low(k)) || kinWords[c.low(k)]) {
				n.Owner = &Phrase{From: n.From, To: k + 1, Noun: c.low(k), person: true, unnamed: true, plural: strings.HasSuffix(c.low(k), "s")}
				n.Owner.sex = sexOf(c.low(k))
			}
		}
	}
	if len(n.names) > 0 {
		for k := n.From; k < n.To && !n.agent; k++ {
			if low := c.low(k); low == "former" {
				break
			} else if speakers[low] && !bodies[low] {
				n.agent = true
			}
		}
		return
	}
	number := isNumber(n.Noun) && strings.Trim(n.Noun, "%$€£") == n.Noun && !strings.HasPrefix(n.Noun, "us$")
	n.agent = agentWords[n.Noun] && n.counted == 0 && !n.vague || speakers[n.Noun]
	n.plural = pluralHeads[n.Noun] || strings.HasSuffix(n.Noun, "s") && !strings.HasSuffix(n.Noun, "ss") || number && n.Noun != "one" && n.Noun != "1"
	n.person = agentWords[n.Noun] || personWords[n.Noun] || kinWords[n.Noun] || personHeads[n.Noun] || number || strings.HasSuffix(n.Noun, "-old")
	if possessives[first] && sayable[n.Noun] {
		n.person = false
	}
	n.unnamed = n.person && !number
}

// isDate reports whether a phrase is a day: 3 May, February 3, the 14th.
func (c *chunker) isDate(n *Phrase) bool {
	number := false
	for k := n.From; k < n.To; k++ {
		low := c.low(k)
		if low != "the" && !monthWords[low] && strings.Trim(low, "0123456789stndrh") != "" || c.names[k] > 0 {
			return false
		}
		number = number || monthWords[low] && c.words[k].Capital
	}
	return number || n.From > 0 && (c.low(n.From-1) == "in" || c.low(n.From-1) == "since") && len(c.low(n.From)) == 4
}

// begins reports whether a phrase begins with a name, or with a noun for a person before it.
func (c *chunker) begins(n *Phrase) bool {
	for k := n.From; k < n.To; k++ {
		if c.names[k] > 0 {
			return k == n.From
		}
		if low := c.low(k); personWords[low] || determiners[low] || agentWords[low] && low != "parliament" {
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
	return isNumber(c.low(n.To+1)) && timeWords[c.low(n.To+2)]
}
