package draft

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
)

// unused returns the names in a passage that no fact has: what is written with
// capitals and is neither a word of the language nor an adjective of a country.
// One of them may be a person, who must not be lost unseen.
func (r *reader) unused(p *passage, spans []span) []string {
	used := slices.Clone(p.taken)
	for _, s := range spans {
		for k := s.from; k < s.to; k++ {
			used[k] = true
		}
	}
	free := func(k int) bool {
		return k < len(p.words) && p.capital(k) && !used[k] && p.month(k) == 0
	}
	var found []string
	for i := 0; i < len(p.words); i++ {
		if !free(i) {
			continue
		}
		to := i + 1
		for p.glued(to-1) && (free(to) || in(namePieces, p.low(to)) && p.glued(to) && free(to+1)) {
			to++
		}
		from := i
		i = to - 1
		for from < to && (in(notNames+" "+titles+" "+professions, p.low(from)) || p.words[from].first && (r.written[p.low(from)] || isCommon(p.low(from)) || isSmall(p.low(from)))) {
			from++
		}
		telling := false
		for k := from; k < to; k++ {
			low := p.low(k)
			telling = telling || !isCommon(low) && !r.demonym(low) && !in(titles+" "+professions+" "+weekdays, low) && low != "i" && (to-from > 1 || !r.written[low])
		}
		if telling {
			found = append(found, p.nameText(nameRun{from: from, to: to}))
		}
	}
	return found
}

const weekdays = "monday tuesday wednesday thursday friday saturday sunday"

// tellUnused makes a Doubt of each name that nothing was made of, once, where it
// first stands: of the paragraphs, and of the lines above them.
func (r *reader) tellUnused(page page, passages []passage, spans [][]span) []Doubt {
	var doubts []Doubt
	told := map[string]bool{}
	tell := func(line int, names []string) {
		for _, name := range names {
			if key := model.Fold(name); !told[key] {
				told[key] = true
				doubts = append(doubts, Doubt{line, fmt.Sprintf("capitalised and not used: %q", name), "write it into the pack where it is somebody or something of the case"})
			}
		}
	}
	for _, l := range page.title {
		p := newPassage(l.text, nil, 0)
		for i := range p.words {
			if run, ok := r.nameRun(&p, i); ok && run.to-run.from > 1 && !strings.Contains(r.country, p.slice(run.from, run.to)) {
				tell(l.number, []string{p.nameText(run)})
			}
		}
	}
	for i := range passages {
		tell(page.paragraphs[i].line, r.unused(&passages[i], spans[i]))
	}
	return doubts
}
