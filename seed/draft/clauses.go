package draft

import "casebook/seed/draft/clause"

// clauses reads who does what to whom in a passage.
func (r *reader) clauses(p *passage, spans []span) *clause.Reading {
	words := make([]clause.Word, len(p.words))
	for i, w := range p.words {
		words[i] = clause.Word{Low: w.low, Capital: p.capital(i), Possessive: w.possessive, First: w.first, Gap: w.gap}
	}
	var names []clause.Name
	for _, s := range spans {
		name := clause.Name{From: s.from, To: s.to}
		if s.kind == 'p' {
			name.Who = s.name
		}
		names = append(names, name)
	}
	reading := clause.Read(words, names, r.sexes)
	if debug != nil {
		debug(p, reading)
	}
	return reading
}

var debug func(*passage, *clause.Reading)
