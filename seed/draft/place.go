package draft

import (
	"slices"
	"strings"

	"casebook/model"
)

const (
	regionWords = "region province oblast district county governorate prefecture department"
	townWords   = "city town village"
	notTowns    = "parliament congress senate court english french arabic spanish russian islam god"
)

// surveyPlaces collects countries, names that the text calls a city or a
// region, and, as a guess, the name in capitals after "in".
func (r *reader) surveyPlaces(p *passage) {
	var last span // the place before it, where more may follow: the provinces of A and B, in A and B
	for i := 0; i < len(p.words); i++ {
		if p.taken[i] || !p.capital(i) {
			continue
		}
		if to := p.country(i, r.countries); to > i {
			r.addPlace(p.slice(i, to), "country")
			p.take(i, to)
			continue
		}
		if p.words[i].first && in(notNames, p.low(i)) || p.month(i) > 0 {
			continue
		}
		to := p.nameEnd(i, false)
		kind, end := p.placeKind(i, to)
		if kind == "" && last.to > 0 && p.joinsPlace(last, i) && !p.capital(to) {
			kind, end = model.PlaceKind(last.name), to
		}
		if kind == "" && r.townAfterIn(p, i, to) {
			kind, end = "town", to
			if !p.known(r, p.slice(i, to)) {
				r.guessed = append(r.guessed, guess{p.slice(i, to), p.text})
			}
		}
		if kind != "" && p.free(i, end) {
			r.addPlace(p.slice(i, end), kind)
			p.take(i, end)
			last = span{name: string(kind), from: i, to: end}
		}
		i = to - 1
	}
}

// country returns the end of a country's name at a word; that word where there is none.
func (p *passage) country(i int, all countries) int {
	for to := min(i+6, len(p.words)); to > i; to-- {
		name := p.slice(i, to)
		if _, ok := all[strings.ToLower(strings.Map(letterOrSpace, name))]; !ok || len(name) <= 3 && !shouts(name) {
			continue
		}
		if last := p.words[to-1]; p.next(to-1) && p.capital(to) && !last.possessive || i > 0 && p.next(i-1) && p.capital(i-1) && !p.words[i-1].first {
			return i
		}
		return to
	}
	return i
}

// placeKind says what the words around a name in capitals call it, and where the name ends.
func (p *passage) placeKind(from, to int) (model.PlaceKind, int) {
	last := p.low(to - 1)
	switch before, after := p.low(from-1), p.low(to); {
	case in(regionWords, last) && to > from+1:
		return "region", to
	case p.low(to-1) == "state" && to > from+1 && p.low(from) != "islamic" && in("in of", before):
		return "region", to
	case in(regionWords, after) && p.next(to-1):
		return "region", to
	case before == "of" && in(regionWords, p.low(from-2)) && p.next(from-3) && p.capital(from-3): // the A district of B
		return "town", to
	case before == "of" && p.next(from-1) && in(regionWords+" provinces regions districts", p.low(from-2)):
		return "region", to
	case before == "of" && in("city cities", p.low(from-2)) || before == "city" && p.next(from-1):
		return "city", to
	case before == "of" && in("town towns village villages suburb", p.low(from-2)) || in("town village", before) && p.next(from-1):
		return "town", to
	case before == "capital", p.says(to, "the capital"), p.says(to, "the largest city"), p.says(to, "the second largest city"), p.says(to, "a city"), after == "city" && p.next(to-1):
		return "city", to
	case p.says(to, "a town"), p.says(to, "a village"), after == "town" && p.next(to-1):
		return "town", to
	}
	return "", from
}

// joinsPlace says whether a name is the next one of a list of places: after
// "and", and after a comma where the list is announced, as in "the cities of".
func (p *passage) joinsPlace(last span, i int) bool {
	list := p.low(last.from-1) == "of" && in("provinces regions districts cities towns villages counties states", p.low(last.from-2))
	gap := p.words[last.to-1].gap
	switch {
	case i == last.to+1 && p.low(last.to) == "and" && gap == " ":
		return list || p.low(last.from-1) == "in"
	case i == last.to && gap == ", ":
		return list
	}
	return false
}

// townAfterIn says whether a name in capitals is a place because "in" stands
// before it: a short one that nothing else claims, with no name of another kind in it.
func (r *reader) townAfterIn(p *passage, from, to int) bool {
	if p.low(from-1) != "in" || !p.next(from-1) || to-from > 2 || !p.free(from, to) || p.words[to-1].possessive {
		return false
	}
	if p.find(to, to+3, "v") >= 0 { // the name of a lawsuit
		return false
	}
	for i := from; i < to; i++ {
		if in(notTowns, p.low(i)) || in(organisationHeads, p.low(i)) || p.month(i) > 0 || len(p.words[i].text) > 1 && shouts(p.words[i].text) {
			return false
		}
	}
	return true
}

// known says whether a place is collected already.
func (p *passage) known(r *reader, name string) bool {
	return slices.ContainsFunc(r.places, func(l model.Place) bool { return same(l.Name, name) })
}

func (r *reader) addPlace(name string, kind model.PlaceKind) {
	called := func(name string) int {
		return slices.IndexFunc(r.places, func(l model.Place) bool { return same(l.Name, name) })
	}
	at := called(name)
	if at < 0 {
		place := model.Place{Name: name, Kind: kind}
		if kind != "country" && r.country != model.NotStated && !same(name, r.country) {
			if called(r.country) < 0 {
				r.places = append(r.places, model.Place{Name: r.country, Kind: "country"})
			}
			place.Parent = r.places[called(r.country)].Name
		}
		r.places = append(r.places, place)
		return
	}
	r.places[at].Aliases = withAlias(r.places[at].Aliases, r.places[at].Name, name)
	if kind != "town" && r.places[at].Kind == "town" {
		r.places[at].Kind = kind
	}
}

// placeRole guesses what a place has to do with a passage.
func (p *passage) placeRole(from, to int) model.Role {
	start, stop := p.sentence(from)
	switch before := p.low(from - 1); {
	case p.finds(start, stop, "planned|scheduled"):
		return "planned"
	case before == "from":
		return "origin"
	case in("in at near across throughout", before) || p.finds(max(start, from-5), from, "in the|in"):
		return "occurred"
	}
	return "subject"
}
