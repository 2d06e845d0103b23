package draft

import (
	"casebook/model"
	"casebook/seed/pages"
	"fmt"
	"slices"
	"strings"
)

// vagueCounts are words for a number that is not given.
const vagueCounts = "dozens scores hundreds thousands millions"

// unread returns what of a passage says when or how many and could not be
// taken, so that a person looks at it: days that no month has, months and years
// beside words that put the matter before or after them, counts without a number.
func (p *passage) unread() []string {
	var told []string
	for i := 0; i < len(p.words); i++ {
		if p.taken[i] {
			continue
		}
		switch {
		case in(vagueCounts, p.low(i)):
			end := i + 1
			if p.low(end) == "of" && p.next(i) {
				if _, after := p.counts(end + 1); after > end+1 {
					end = after
				}
			}
			told = append(told, fmt.Sprintf("%q has no number, and is left out", p.slice(i, end)))
			i = end - 1
		case p.month(i) > 0 && (len(p.day(i-1)) > 0 || len(p.day(i+1)) > 0 || !in("may march august", p.low(i))):
			from, to := i, i+1
			if i > 0 && p.next(i-1) && len(p.day(i-1)) > 0 {
				from--
			}
			if from > 0 && p.next(from-1) && in("after before", p.low(from-1)) {
				from--
			}
			if p.next(i) && (p.year(i+1) > 0 || len(p.day(i+1)) > 0) {
				to++
			}
			told = append(told, fmt.Sprintf("%q is not the date of a fact, and is left out", strings.TrimSpace(p.slice(from, to))))
			i = to - 1
		}
	}
	return told
}

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
		for from < to && (in(notNames+" "+titles+" "+professions, p.low(from)) || p.words[from].first && (r.written[p.low(from)] || pages.IsCommon(p.low(from)) || isSmall(p.low(from)))) {
			from++
		}
		telling := false
		for k := from; k < to; k++ {
			low := p.low(k)
			telling = telling || !pages.IsCommon(low) && !r.demonym(low) && !in(titles+" "+professions+" "+weekdays, low) && low != "i" && (to-from > 1 || !r.written[low])
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
func (r *reader) tellUnused(page pages.Page, passages []passage, spans [][]span) []pages.Doubt {
	var doubts []pages.Doubt
	told := map[string]bool{}
	tell := func(line int, names []string) {
		for _, name := range names {
			if key := model.Fold(name); !told[key] {
				told[key] = true
				doubts = append(doubts, pages.Doubt{Line: line, Message: fmt.Sprintf("capitalised but not used: %q", name), Hint: "add it to the pack if it is part of the case"})
			}
		}
	}
	for _, l := range page.Title {
		p := newPassage(l.Text, nil, 0)
		for i := range p.words {
			if run, ok := r.nameRun(&p, i); ok && run.to-run.from > 1 && !strings.Contains(r.country, p.slice(run.from, run.to)) {
				tell(l.Number, []string{p.nameText(run)})
			}
		}
	}
	for i := range passages {
		tell(page.Paragraphs[i].Line, r.unused(&passages[i], spans[i]))
	}
	return doubts
}

// isSmall reports whether a word is one that sentences begin with and nobody is
// called by.
func isSmall(low string) bool {
	return in("he she it they we you i who what where how why not no nor so yet such than then there here thus also even only just once now today later earlier meanwhile however moreover furthermore nevertheless nonetheless instead still together about around up out over more less fewer nearly almost least each every any few both either neither another own two three four five six seven eight nine ten eleven twelve between among across through throughout within without against towards toward like unlike because whether unless upon via per had has have was were is are been being did does do may might must should would could will can cannot nobody none dozens scores hundreds thousands concerns allegations reports critics women men people police children", low)
}
