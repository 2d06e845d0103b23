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
	betweenVerbs = "each both all also later then again already himself herself therefore instead first eventually subsequently initially not never conditionally"
	oneOf        = "he she him her his hers who whom"
	severalOf    = "they them their theirs both each all"
	groupNouns   = "pair couple duo two three four brothers sisters men women" // behind the
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
	for verb >= c.start && !in(endingVerbs+" "+havingVerbs, c.p.low(verb)) && !c.has(verb) && !c.p.says(verb, "let go") {
		verb--
	}
	if verb < c.start {
		return c.owners(o.at)
	}
	return c.ofVerb(verb, max(o.at, verb))
}

// has reports whether a verb is had, and no auxiliary: He already had a suspended sentence.
func (c claim) has(verb int) bool { return c.p.low(verb) == "had" && in("a an", c.p.low(verb+1)) }

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
	joint := verb - 1
	for joint > c.start && in(betweenVerbs, c.p.low(joint)) { // were charged and later released
		joint--
	}
	switch before := c.p.low(joint); {
	case aux >= 0:
		return c.subject(aux)
	case in(havingVerbs, c.p.low(verb)), c.has(verb):
		for k := verb - 1; k >= c.start && in("who was were is had been to in year began", c.p.low(k)) || c.p.year(k) > 0 && k >= c.start; k-- {
			verb = k
		}
		return c.subject(verb)
	case before == "and" || before == "but" || before == "then" || before == "or":
		if in(oneOf+" "+severalOf, c.p.low(verb+1)) {
			break
		}
		for k := joint - 1; k >= c.start; k-- { // was convicted and sentenced
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

// standsFor returns the people for whom a pronoun stands: those before it in
// the sentence, else those of the sentence before.
func (c claim) standsFor(pronoun int) []string {
	several := in(severalOf+" "+groupNouns, c.p.low(pronoun))
	start, until := c.start, pronoun
	for range 8 {
		var there, subjects []span
		for _, s := range c.people {
			if s.from < start || s.to > until || s.to == pronoun-1 { // a judge, X, released him
				continue
			}
			there = append(there, s)
			if k := (claim{p: c.p, start: start, stop: until}).leader(s.from); !c.p.words[s.to-1].possessive && !(k >= 0 && in(prepositions, c.p.low(k)) && !(in("of including", c.p.low(k)) && c.p.words[s.from-1].gap == ", ")) {
				subjects = append(subjects, s)
			}
		}
		if several && len(there) > 1 {
			if list := (claim{p: c.p, start: start, stop: until, people: c.people}).nouns(start, until); len(list) > 1 {
				return names(list)
			}
			return names(there)
		}
		if !several && len(subjects) > 0 {
			return names(subjects[:1])
		}
		if !several && len(there) == 1 {
			return names(there)
		}
		if len(there) > 0 && !in(groupNouns, c.p.low(pronoun)) || start == 0 {
			return nil
		}
		until = start
		start, _ = c.p.sentence(start - 1)
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
