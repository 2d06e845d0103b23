package draft

import (
	"slices"
	"strings"
)

const (
	// verbs that tell how a matter ended, and of whom
	endingVerbs = "sentenced convicted acquitted cleared fined jailed imprisoned released freed pardoned remanded deported expelled extradited banned commuted reduced upheld confirmed overturned quashed annulled reversed dropped dismissed withdrawn placed moved put given handed ordered executed reprieved"
	// verbs whose subject has the outcome although they are active
	havingVerbs  = "received serving served serve got faced faces facing face began lost"
	auxiliaries  = "was were been being be is are had has have gets got"
	betweenVerbs = "each both all also later then again also first eventually subsequently initially not never conditionally"
	oneOf        = "he she him her his hers who whom"
	severalOf    = "they them their theirs both each all"
	prepositions = "of by against for with from on about over to at in under than including like among as after before"
	sentenceWord = "sentence sentences conviction convictions ruling verdict acquittal acquittals charge charges case prosecution term terms judgment judgement penalty"
)

// concerned returns the people whom an outcome concerns: who was sentenced or
// whom the court sentenced, in this sentence or by the word that stands for
// them. Where the sentence tells of somebody else, it is nobody.
func (p *passage) concerned(o foundOutcome, spans []span) []string {
	start, stop := p.sentence(o.at)
	if o.Stage == "penalty in law" {
		return nil
	}
	c := claim{p: p, start: start, stop: stop}
	for _, s := range spans {
		if s.kind == 'p' {
			c.people = append(c.people, s)
		}
	}
	people := c.at(o)
	if o.respectively > 0 && o.respectively <= len(people) && p.find(start, stop, "respectively") >= 0 {
		return people[o.respectively-1 : o.respectively]
	}
	return people
}

// A claim looks in one sentence for the people of an outcome.
type claim struct {
	p           *passage
	start, stop int
	people      []span
}

func (c claim) at(o foundOutcome) []string {
	switch o.Type {
	case "sentence overturned", "sentence upheld", "prosecution dropped":
		return c.owners(o.at)
	}
	if o.Stage == "commutation" || o.Stage == "conversion" || o.Stage == "appeal" {
		return c.owners(o.at)
	}
	verb := o.at
	for verb >= c.start && !in(endingVerbs+" "+havingVerbs, c.p.low(verb)) {
		verb--
	}
	if verb < c.start {
		return c.owners(o.at)
	}
	return c.ofVerb(verb, max(o.at, verb))
}

// ofVerb returns the people of a verb: its subject where it is passive, else its object.
func (c claim) ofVerb(verb, end int) []string {
	aux := -1
	for k := verb - 1; k >= max(c.start, verb-5); k-- {
		if in(auxiliaries, c.p.low(k)) {
			aux = k
			break
		}
		if !in(betweenVerbs, c.p.low(k)) && !strings.HasSuffix(c.p.low(k), "ly") && !(k > c.start && in("in on", c.p.low(k-1)) || in("in on", c.p.low(k))) {
			break
		}
	}
	if aux > c.start && in(auxiliaries, c.p.low(aux-1)) {
		aux--
	}
	switch before := c.p.low(verb - 1); {
	case aux >= 0:
		return c.subject(aux)
	case in(havingVerbs, c.p.low(verb)):
		for k := verb - 1; k >= c.start && in("who was were is had been to in year began", c.p.low(k)) || c.p.year(k) > 0 && k >= c.start; k-- {
			verb = k
		}
		return c.subject(verb)
	case before == "and" || before == "but" || before == "then" || before == "or":
		if in(oneOf+" "+severalOf, c.p.low(verb+1)) {
			break
		}
		for k := verb - 2; k >= c.start; k-- { // was convicted and sentenced
			if in(endingVerbs+" arrested charged tried detained found", c.p.low(k)) {
				return c.ofVerb(k, verb)
			}
		}
	}
	// whom the court sentenced
	if in("him her them", c.p.low(verb+1)) {
		return c.standsFor(verb + 1)
	}
	var object []span
	for _, s := range c.people {
		if s.from > verb && s.from < c.stop && s.from <= max(end, verb+8) && (len(object) > 0 || s.from-verb <= 8) {
			if len(object) > 0 && !c.coordinated(object[len(object)-1].to, s.from) || c.p.finds(verb+1, s.from, "to|for|of|on|by|from|that") {
				break
			}
			object = append(object, s)
		}
	}
	if len(object) > 0 {
		return names(object)
	}
	for _, s := range c.people { // X, sentenced to five years
		if s.to == verb && strings.HasPrefix(c.p.words[verb-1].gap, ", ") {
			return []string{s.name}
		}
	}
	return nil
}

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
	for k := from; k < verb; k++ {
		if in("he she they", c.p.low(k)) {
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

// verbIn reports whether there is a verb among some words, so that a clause may
// end behind them.
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

// standsFor returns the people for whom a pronoun stands: those before it in
// the sentence, else those of the sentence before.
func (c claim) standsFor(pronoun int) []string {
	several := in(severalOf, c.p.low(pronoun))
	start, until := c.start, pronoun
	for range 4 {
		var there, subjects []span
		for _, s := range c.people {
			if s.from < start || s.to > until {
				continue
			}
			there = append(there, s)
			if k := (claim{p: c.p, start: start, stop: until}).leader(s.from); !c.p.words[s.to-1].possessive && !(k >= 0 && in(prepositions, c.p.low(k)) && !(in("of including", c.p.low(k)) && c.p.words[s.from-1].gap == ", ")) {
				subjects = append(subjects, s)
			}
		}
		if several && len(there) > 1 {
			return names(there)
		}
		if !several && len(subjects) > 0 {
			return names(subjects[:1])
		}
		if !several && len(there) == 1 {
			return names(there)
		}
		if len(there) > 0 || start == 0 {
			return nil
		}
		until = start
		start, _ = c.p.sentence(start - 1)
	}
	return nil
}

// owners returns whose sentence, conviction or case it is that ended: "the
// sentence of X", "the ruling against X", "X's conviction", "her sentence".
func (c claim) owners(at int) []string {
	p := c.p
	for i := c.start; i < c.stop; i++ {
		if !in(sentenceWord, p.low(i)) {
			continue
		}
		for _, s := range c.people {
			if s.to <= i && s.to >= i-4 && s.from >= c.start && p.words[s.to-1].possessive {
				return []string{s.name}
			}
		}
		if in("of against", p.low(i+1)) {
			for n, s := range c.people {
				if s.from > i && s.from < c.stop && s.from <= i+9 {
					last := n
					for last+1 < len(c.people) && c.people[last+1].from < c.stop && c.coordinated(c.people[last].to, c.people[last+1].from) {
						last++
					}
					return names(c.people[n : last+1])
				}
			}
			return nil
		}
		for k := i - 1; k >= max(c.start, i-4); k-- {
			if in("his her their", p.low(k)) {
				for _, s := range c.people { // X saw her sentence annulled
					if s.from >= c.start && s.to <= k && !p.words[s.to-1].possessive {
						return []string{s.name}
					}
				}
				return c.standsFor(k)
			}
		}
		if i < at || i <= at+3 {
			break
		}
	}
	for _, verb := range []int{at, at - 1} {
		if verb >= c.start && in(endingVerbs+" "+havingVerbs, p.low(verb)) {
			if people := c.ofVerb(verb, at); len(people) > 0 {
				return people
			}
		}
	}
	for i := c.start; i < c.stop; i++ { // the charges were withdrawn; both sentences were suspended
		if !in(sentenceWord, p.low(i)) {
			continue
		}
		if in("both all", p.low(i-1)) {
			return c.peopleBefore(true)
		}
		if p.low(i-1) == "the" || p.low(i-2) == "the" {
			return c.peopleBefore(false)
		}
	}
	return nil
}

// peopleBefore returns the people of the sentence before, where it has one, or
// where several are meant.
func (c claim) peopleBefore(several bool) []string {
	if c.start == 0 {
		return nil
	}
	start, stop := c.p.sentence(c.start - 1)
	var there []span
	for _, s := range c.people {
		if s.from >= start && s.to <= stop {
			there = append(there, s)
		}
	}
	before := claim{p: c.p, start: start, stop: stop, people: c.people}
	switch {
	case several && len(there) > 1, len(there) == 1:
		return names(there)
	case len(there) == 0:
		for k := start; k < min(start+4, stop); k++ {
			if in("he she", c.p.low(k)) {
				return before.standsFor(k)
			}
		}
	}
	return nil
}

func names(spans []span) []string {
	var list []string
	for _, s := range spans {
		if !slices.Contains(list, s.name) {
			list = append(list, s.name)
		}
	}
	return list
}
