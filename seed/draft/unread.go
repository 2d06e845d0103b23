package draft

import (
	"casebook/model"
	"casebook/seed/pages"
	"fmt"
	"slices"
	"strings"
)

// vagueCounts are words for an unknown number.
const vagueCounts = "dozens scores hundreds thousands millions"

// unreadDates returns the dates and counts of a passage that were not read, for a person
// to check: invalid days, months and years after "before" or "after", counts without a
// number.
func (p *passage) unreadDates() []string {
	var messages []string
	for i := 0; i < len(p.words); i++ {
		if p.used[i] {
			continue
		}
		switch {
		case in(vagueCounts, p.lower(i)):
			end := i + 1
			if p.lower(end) == "of" && p.isAdjacent(i) {
				if _, after := p.counts(end + 1); after > end+1 {
					end = after
				}
			}
			messages = append(messages, fmt.Sprintf("%q has no number, and is left out", p.slice(i, end)))
			i = end - 1
		case p.month(i) > 0 && (len(p.day(i-1)) > 0 || len(p.day(i+1)) > 0 || !in("may march august", p.lower(i))):
			from, to := i, i+1
			if i > 0 && p.isAdjacent(i-1) && len(p.day(i-1)) > 0 {
				from--
			}
			if from > 0 && p.isAdjacent(from-1) && in("after before", p.lower(from-1)) {
				from--
			}
			if p.isAdjacent(i) && (p.year(i+1) > 0 || len(p.day(i+1)) > 0) {
				to++
			}
			messages = append(messages, fmt.Sprintf("%q is not the date of a fact, and is left out", strings.TrimSpace(p.slice(from, to))))
			i = to - 1
		}
	}
	return messages
}

// unused returns the names in a passage that no fact has: capitalised words that are
// neither ordinary words nor adjectives of countries. They may be people.
func (r *reader) unused(p *passage, spans []span) []string {
	used := slices.Clone(p.used)
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
		for p.canBeSameName(to-1) && (free(to) || in(namePieces, p.lower(to)) && p.canBeSameName(to) && free(to+1)) {
			to++
		}
		from := i
		i = to - 1
		for from < to && (in(notNames+" "+titles+" "+professions, p.lower(from)) || p.words[from].first && (r.lowercaseWords[p.lower(from)] || pages.IsCommon(p.lower(from)) || isSmall(p.lower(from)))) {
			from++
		}
		telling := false
		for k := from; k < to; k++ {
			low := p.lower(k)
			telling = telling || !pages.IsCommon(low) && !r.demonym(low) && !in(titles+" "+professions+" "+weekdays, low) && low != "i" && (to-from > 1 || !r.lowercaseWords[low])
		}
		if telling {
			found = append(found, p.nameText(nameRun{from: from, to: to}))
		}
	}
	return found
}

const weekdays = "monday tuesday wednesday thursday friday saturday sunday"

// unusedDoubts returns a Doubt for each unused name, at its first place.
func (r *reader) unusedDoubts(page pages.Page, passages []passage, spans [][]span) []pages.Doubt {
	var doubts []pages.Doubt
	seen := map[string]bool{}
	report := func(line int, names []string) {
		for _, name := range names {
			if key := model.Fold(name); !seen[key] {
				seen[key] = true
				doubts = append(doubts, pages.Doubt{Line: line, Message: fmt.Sprintf("capitalised but not used: %q", name), Hint: "add it to the pack if it is part of the case"})
			}
		}
	}
	for _, l := range page.Title {
		p := newPassage(l.Text, nil, 0)
		for i := range p.words {
			if run, ok := r.nameRun(&p, i); ok && run.to-run.from > 1 && !strings.Contains(r.country, p.slice(run.from, run.to)) {
				report(l.Number, []string{p.nameText(run)})
			}
		}
	}
	for i := range passages {
		report(page.Paragraphs[i].Line, r.unused(&passages[i], spans[i]))
	}
	return doubts
}

// isSmall reports whether a word often begins a sentence and is never a name.
func isSmall(low string) bool {
	return in("he she it they we you i who what where how why not no nor so yet such than then there here thus also even only just once now today later earlier meanwhile however moreover furthermore nevertheless nonetheless instead still together about around up out over more less fewer nearly almost least each every any few both either neither another own two three four five six seven eight nine ten eleven twelve between among across through throughout within without against towards toward like unlike because whether unless upon via per had has have was were is are been being did does do may might must should would could will can cannot nobody none dozens scores hundreds thousands concerns allegations reports critics women men people police children", low)
}
