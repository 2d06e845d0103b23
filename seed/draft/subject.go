package draft

import (
	"strings"
)

// subject returns the people who are the subject of a verb that begins at a word.
func (c claim) subject(verb int) []string {
	from := c.start
	for k := verb - 1; k > c.start; k-- {
		gap := c.p.words[k-1].gap
		if strings.ContainsAny(gap, ";:") || in("and but while although though when after because that", c.p.low(k)) && c.verbIn(c.start, k) {
			from = k
			if in("and but while although though when after because that", c.p.low(k)) {
				from++
			}
			break
		}
	}
	for verb > from && in(betweenVerbs, c.p.low(verb-1)) && !in(severalOf, c.p.low(verb-1)) {
		verb--
	}
	last := c.p.low(verb - 1)
	switch {
	case verb-1 >= from && in(severalOf, last) && verb-1 == from, verb-1 >= from && in("they he she each all both", last):
		if in("each all both", last) { // X and Y were both ...; each was ...
			if own := c.nouns(from, verb-1); len(own) > 0 {
				return names(own)
			}
		}
		return c.standsFor(verb - 1)
	case last == "who" || last == "whom":
		for n := len(c.people) - 1; n >= 0; n-- {
			if c.people[n].to <= verb-1 && c.people[n].from >= c.start {
				return names(c.list(n))
			}
		}
		return nil
	case verb-1 < from:
		if from > c.start && verb == from { // and were released: the subject before
			return c.before(from)
		}
		return nil
	}
	if own := c.nouns(from, verb); len(own) > 0 {
		return names(own)
	}
	if first := c.p.low(from); in("his her their", first) {
		if in(sentenceWord+" prison jail", c.p.low(from+1)) || in(sentenceWord, last) {
			return c.standsFor(from)
		}
		return nil
	}
	if in("his her their", c.p.low(c.start)) && in(kin, c.p.low(c.start+1)) {
		return nil // her husband, who said that he was away
	}
	for k := from; k < verb; k++ {
		if in("he she they", c.p.low(k)) || in(groupNouns, c.p.low(k)) && c.p.low(k-1) == "the" {
			return c.standsFor(k)
		}
	}
	return nil
}

// before returns the people of the clause before a word.
func (c claim) before(k int) []string {
	if own := c.nouns(c.start, k); len(own) > 0 {
		return names(own)
	}
	for i := c.start; i < k; i++ {
		if in("he she they", c.p.low(i)) {
			return c.standsFor(i)
		}
	}
	return nil
}

// verbIn reports whether there is a verb among some words, so that a clause may end behind them.
func (c claim) verbIn(from, to int) bool {
	for k := from; k < to; k++ {
		if in(auxiliaries+" said told fled went died remained "+endingVerbs, c.p.low(k)) {
			return true
		}
	}
	return false
}

// nouns returns the people among some words who can be a subject: no preposition
// stands before them and nothing belongs to them.
func (c claim) nouns(from, to int) []span {
	var found []span
	for _, s := range c.people {
		if s.from < from || s.to > to || s.from < c.start {
			continue
		}
		if c.p.words[s.to-1].possessive {
			continue
		}
		if len(found) > 0 {
			if !c.coordinated(found[len(found)-1].to, s.from) {
				break
			}
			found = append(found, s)
			continue
		}
		if k := c.leader(s.from); in(prepositions, c.p.low(k)) && k >= from && !(in("of including with among", c.p.low(k)) && c.p.words[s.from-1].gap == ", ") {
			continue
		}
		found = append(found, s)
	}
	return found
}

// leader returns the word before what is said of a person in front of the name:
// "of former First Lady X".
func (c claim) leader(i int) int {
	for k := i - 1; k >= c.start; k-- {
		low := c.p.low(k)
		if c.p.month(k) > 0 || c.p.year(k) > 0 { // In September X was
			return -1
		}
		if in(prepositions, low) || !c.p.next(k) {
			return k
		}
		if i-k > 5 || in(auxiliaries+" and or", low) {
			return -1
		}
	}
	return -1
}

// coordinated reports whether two names are of one list: "and", a comma, an age or
// what somebody is stands between them.
func (c claim) coordinated(from, to int) bool {
	if to-from > 9 {
		return false
	}
	joint := from > 0 && strings.HasPrefix(c.p.words[from-1].gap, ", ") && to-from <= 6
	for k := from; k < to; k++ {
		if in(auxiliaries+" who whom whose that said "+endingVerbs, c.p.low(k)) || strings.ContainsAny(c.p.words[k].gap, ";:.") {
			return false
		}
		if in("of by against for from", c.p.low(k)) && k == to-1 {
			return false
		}
		joint = joint || in("and or", c.p.low(k))
	}
	return joint
}

// list returns the names of the list that ends with one of the people.
func (c claim) list(n int) []span {
	first := n
	for first > 0 && c.people[first-1].from >= c.start && c.coordinated(c.people[first-1].to, c.people[first].from) {
		first--
	}
	return c.people[first : n+1]
}
