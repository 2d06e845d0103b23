package draft

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
		if in("of against", p.low(i+1)) && in("him her them", p.low(i+2)) {
			return c.standsFor(i + 2)
		}
		if _, long := p.duration(i + 2); in("of against", p.low(i+1)) && !long {
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
