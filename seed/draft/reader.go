package draft

import (
	"fmt"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/draft/clause"
	"casebook/seed/pages"
)

// A reader reads the passages of one entry and collects the names in them.
type reader struct {
	year           int // of dates without a year; 0: unknown
	country        string
	lowercaseWords map[string]bool // all words of the text that are in lower case
	countries      pages.Countries

	people        []model.Person
	organisations []model.Organisation
	places        []model.Place
	lawList       []model.Law
	guessed       []guess
	sexes         clause.Sexes
}

// A guess is a place that is known only from "in" before it.
type guess struct {
	name string
	text string // of the paragraph
}

// A span is the position of a name in a passage.
type span struct {
	name     string
	kind     byte // p person, o organisation, l place
	from, to int
}

// survey collects the names of a passage, before any passage is read. The names of laws
// are not among them.
func (r *reader) survey(p *passage) {
	for _, l := range r.lawNames(p) {
		p.markUsed(l.from, l.to)
	}
	r.surveyOrganisations(p)
	r.surveyPlaces(p)
	r.surveyPeople(p)
	clear(p.used)
}

// mentions finds the collected names of a passage, the longest first.
func (r *reader) mentions(p *passage) []span {
	type name struct {
		text string // as written
		of   string // the name in the pack
		kind byte
	}
	var names []name
	add := func(of string, kind byte, written []string) {
		for _, text := range append(written, of) {
			names = append(names, name{text, of, kind})
		}
	}
	for _, o := range r.organisations {
		add(o.Name, 'o', slices.Clone(o.Aliases))
	}
	for _, place := range r.places {
		add(place.Name, 'l', slices.Clone(place.Aliases))
	}
	for _, person := range r.people {
		var written []string
		for _, spelling := range person.Spellings {
			written = append(written, spelling.Text)
		}
		add(person.Name, 'p', written)
	}
	slices.SortStableFunc(names, func(a, b name) int { return len(b.text) - len(a.text) })
	used := slices.Clone(p.used)
	var spans []span
	for _, n := range names {
		n.text = strings.TrimSuffix(n.text, ".")
		words := strings.Fields(n.text)
		for i := 0; i+len(words) <= len(p.words); i++ {
			to := i + len(words)
			if p.words[i].text[0] != n.text[0] && !p.words[i].first || p.slice(i, to) != n.text || slices.Contains(used[i:to], true) {
				continue
			}
			if n.kind == 'l' && p.isAdjacent(to-1) && p.capital(to) && !p.words[to-1].possessive {
				continue // part of a longer name
			}
			for k := i; k < to; k++ {
				used[k] = true
			}
			spans = append(spans, span{n.of, n.kind, i, to})
		}
	}
	spans = append(spans, r.shortNames(p, spans, used)...)
	slices.SortFunc(spans, func(a, b span) int { return a.from - b.from })
	return spans
}

// shortNames finds people who are mentioned by one word of their name: people whom the
// passage names in full, else any.
func (r *reader) shortNames(p *passage, spans []span, used []bool) []span {
	var near []string
	for _, s := range spans {
		if s.kind == 'p' && !slices.Contains(near, s.name) {
			near = append(near, s.name)
		}
	}
	all := r.peopleNames()
	var found []span
	for i := range p.words {
		text := p.slice(i, i+1)
		low := strings.ToLower(text)
		if !p.capital(i) || used[i] || len([]rune(text)) < 2 || len([]rune(text)) < 3 && bySurname(near, text) == "" || in(titles+" "+namePieces, low) || p.month(i) > 0 || p.isKnownPlace(r, text) || r.demonym(low) || pages.IsCommon(low) {
			continue
		}
		if i > 0 && p.canBeSameName(i-1) && p.capital(i-1) && p.month(i-1) == 0 && !in(titles+" "+professions, p.lower(i-1)) && !p.words[i-1].first || p.canBeSameName(i) && p.capital(i+1) {
			continue
		}
		who := bySurname(near, text)
		if who == "" {
			who = bySurname(all, text)
		}
		if who != "" {
			found = append(found, span{who, 'p', i, i + 1})
		}
	}
	return found
}

// names adds the collected names that a case has to the pack.
func (r *reader) names(pack *model.Pack) {
	used := map[string]bool{}
	for _, c := range pack.Cases {
		for _, list := range [][]model.Involvement{c.People, c.Organisations, c.Places} {
			for _, involvement := range list {
				used[involvement.Name] = true
			}
		}
		for _, f := range c.Figures {
			used[f.AttributedTo] = true
		}
	}
	pack.People = slices.DeleteFunc(slices.Clone(r.people), func(p model.Person) bool { return !used[p.Name] })
	pack.Organisations = slices.DeleteFunc(slices.Clone(r.organisations), func(o model.Organisation) bool { return !used[o.Name] })
	pack.Places = slices.DeleteFunc(slices.Clone(r.places), func(place model.Place) bool {
		return !used[place.Name] && !pages.Same(place.Name, r.country) && !slices.ContainsFunc(r.places, func(l model.Place) bool { return used[l.Name] && r.isWithin(l.Name, place.Name) })
	})
	pack.Laws = r.lawList
}

// doubts returns the guesses that a person should check, with the lines of their
// paragraphs.
func (r *reader) doubts(p pages.Page) []pages.Doubt {
	var doubts []pages.Doubt
	for _, g := range r.guessed {
		for _, q := range p.Paragraphs {
			if q.Text == g.text {
				doubts = append(doubts, pages.Doubt{Line: q.Line, Message: fmt.Sprintf("%q is treated as a town, because it follows \"in\"", g.name), Hint: "correct its kind, or remove it from the places"})
				break
			}
		}
	}
	return doubts
}

// clauses reads who did what to whom in a passage.
func (r *reader) clauses(p *passage, spans []span) *clause.Reading {
	words := make([]clause.Word, len(p.words))
	for i, w := range p.words {
		words[i] = clause.Word{Lower: w.low, Capital: p.capital(i), Possessive: w.possessive, First: w.first, Gap: w.gap}
	}
	var names []clause.Name
	for _, s := range spans {
		name := clause.Name{From: s.from, To: s.to}
		if s.kind == 'p' {
			name.Who = s.name
		}
		names = append(names, name)
	}
	return clause.Read(words, names, r.sexes)
}
