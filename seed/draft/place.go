package draft

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/pages"
)

const (
	regionWords = "region province oblast district county governorate prefecture department regency"
	notTowns    = "parliament congress senate court english french arabic spanish russian islam god"
)

// surveyPlaces collects countries, names that the text calls a city or a region and, as
// guesses, capitalised names after "in".
func (r *reader) surveyPlaces(p *passage) {
	var last span // the previous place of a list: the provinces of A and B, in A and B
	for i := 0; i < len(p.words); i++ {
		if p.used[i] || !p.capital(i) {
			continue
		}
		if to := p.country(i, r.countries); to > i {
			r.addPlace(p.slice(i, to), "country", "")
			p.markUsed(i, to)
			continue
		}
		if p.words[i].first && in(notNames, p.lower(i)) || p.month(i) > 0 {
			continue
		}
		to := p.placeEnd(i)
		kind, end := p.placeKind(i, to)
		if kind == "" && last.to > 0 && p.continuesPlaces(last, i) && !(p.isAdjacent(to-1) && p.capital(to)) && r.placeName(p, i, to) {
			kind, end = model.PlaceKind(last.name), to
		}
		if kind == "" && (r.townAfterIn(p, i, to) || r.placeParent(p, to) != "" && r.placeName(p, i, to) && p.isFree(i, to)) {
			kind, end = "town", to
			if !p.isKnownPlace(r, p.slice(i, to)) {
				r.guessed = append(r.guessed, guess{p.slice(i, to), p.text})
			}
		}
		if kind != "" && p.isFree(i, end) {
			lies := r.placeParent(p, end)
			if region, to := r.regionAfter(p, end); lies == "" && kind == "town" && to > end {
				r.addPlace(region, "region", "")
				p.markUsed(end, to)
				lies = region
			}
			r.addPlace(p.slice(i, end), kind, lies)
			p.markUsed(i, end)
			last = span{name: string(kind), from: i, to: end}
		}
		i = to - 1
	}
}

// country returns the end of a country's name that begins at a word; that word if there is
// none.
func (p *passage) country(i int, all pages.Countries) int {
	for to := min(i+6, len(p.words)); to > i; to-- {
		name := p.slice(i, to)
		if _, ok := all.Called(name); !ok || len(name) <= 3 && !pages.Shouts(name) {
			continue
		}
		if last := p.words[to-1]; p.isAdjacent(to-1) && p.capital(to) && !last.possessive || i > 0 && p.isAdjacent(i-1) && p.capital(i-1) && !p.words[i-1].first {
			return i
		}
		return to
	}
	return i
}

// placeKind returns what the words around a capitalised name call it, and the end of the
// name.
func (p *passage) placeKind(from, to int) (model.PlaceKind, int) {
	last := p.lower(to - 1)
	switch before, after := p.lower(from-1), p.lower(to); {
	case in(regionWords, last) && to > from+1:
		return "region", to
	case p.lower(to-1) == "state" && to > from+1 && p.lower(from) != "islamic" && in("in of", before):
		return "region", to
	case in(regionWords, after) && p.isAdjacent(to-1) && !in(titles, last):
		return "region", to
	case before == "of" && in(regionWords, p.lower(from-2)) && p.isAdjacent(from-3) && p.capital(from-3): // the A district of B
		return "town", to
	case before == "of" && p.isAdjacent(from-1) && in(regionWords+" provinces regions districts", p.lower(from-2)):
		return "region", to
	case before == "of" && p.lower(from-2) == "state" && !p.capital(from-2):
		return "region", to
	case before == "of" && in("city cities", p.lower(from-2)) || before == "city" && p.isAdjacent(from-1):
		return "city", to
	case before == "of" && in("town towns village villages suburb", p.lower(from-2)) || in("town village", before) && p.isAdjacent(from-1):
		return "town", to
	case before == "capital" && p.isAdjacent(from-1), p.wordsAt(to, "the capital"), p.wordsAt(to, "the largest city"), p.wordsAt(to, "the second largest city"), p.wordsAt(to, "a city"), after == "city" && p.isAdjacent(to-1):
		return "city", to
	case p.wordsAt(to, "a town"), p.wordsAt(to, "a village"), after == "town" && p.isAdjacent(to-1):
		return "town", to
	}
	return "", from
}

// continuesPlaces reports whether a name is the next of a list of places: after "and", or
// after a comma if a list was announced, as in "the cities of".
func (p *passage) continuesPlaces(last span, i int) bool {
	list := p.lower(last.from-1) == "of" && in("provinces regions districts cities towns villages counties states", p.lower(last.from-2))
	gap := p.words[last.to-1].gap
	switch {
	case i == last.to+1 && p.lower(last.to) == "and" && gap == " ":
		return list || p.lower(last.from-1) == "in"
	case i == last.to && gap == ", ":
		return list
	}
	return false
}

// placeEnd returns the end of a possible place name, including words that join it: Santa
// Rosa de la Barra.
func (p *passage) placeEnd(i int) int {
	end := p.nameEnd(i, false)
	for k := end; in("de del la los las al el y", p.lower(k)) && p.isAdjacent(k-1) && p.isAdjacent(k) && k < end+2; k++ {
		if p.capital(k + 1) {
			return p.placeEnd(k + 1)
		}
	}
	return end
}

// placeParent returns the region or country directly after a place: "Tocoa, Colon
// Department", "Port, in the province of Meda", "Urumqi in China"; empty if there is none.
func (r *reader) placeParent(p *passage, end int) string {
	if end <= 0 || end >= len(p.words) || p.words[end-1].possessive {
		return ""
	}
	gap, i := p.words[end-1].gap, end
	switch {
	case gap == ", " && p.capital(i):
	case (gap == ", " || gap == " ") && p.lower(i) == "in" && p.isAdjacent(i):
		if i++; p.lower(i) == "the" {
			for k := i + 1; k < i+4; k++ {
				if in(regionWords, p.lower(k)) && p.lower(k+1) == "of" && p.capital(k+2) {
					name := p.slice(k+2, p.placeEnd(k+2))
					r.addPlace(name, "region", "")
					return name
				}
			}
			return ""
		}
	default:
		return ""
	}
	if to := p.country(i, r.countries); to > i {
		if gap == ", " && p.words[to-1].gap == ", " && i == end { // of a list of countries
			return ""
		}
		r.addPlace(p.slice(i, to), "country", "")
		return p.slice(i, to)
	}
	to := p.placeEnd(i)
	if kind, last := p.placeKind(i, to); p.capital(i) && kind == "region" && last > i {
		r.addPlace(p.slice(i, last), kind, "")
		return p.slice(i, last)
	}
	return ""
}

// regionAfter returns the region between commas directly after a town: "in Port, Meda, on
// 1 June". Another town of a list, or a person, is not a region.
func (r *reader) regionAfter(p *passage, i int) (string, int) {
	if i <= 0 || i >= len(p.words) || p.words[i-1].gap != ", " || !p.capital(i) || !p.isFree(i, i+1) || p.country(i, r.countries) > i {
		return "", i
	}
	to := p.placeEnd(i)
	closing, after := p.words[to-1].gap, p.lower(to)
	if to-i > 2 || !p.isFree(i, to) || p.words[to-1].possessive || p.isIntroduced(to) || p.capital(to) && closing == ", " || in("and or who whose which a an the his her", after) || !r.placeName(p, i, to) {
		return "", i
	}
	ended := to == len(p.words) || p.words[to].first
	if !ended && !strings.HasPrefix(closing, ", ") || to-i == 2 && !ended && !in("on in at during after where", after) {
		return "", i
	}
	return p.slice(i, to), to
}

// townAfterIn reports whether a capitalised name after "in" is a place, because it is
// nothing else and contains no other name.
func (r *reader) townAfterIn(p *passage, from, to int) bool {
	before := from - 1
	if in("central northern southern eastern western downtown rural neighbouring neighboring nearby", p.lower(before)) && p.isAdjacent(before) {
		before--
	}
	if before < 0 || !p.isAdjacent(before) || !p.isFree(from, to) || p.words[to-1].possessive || p.isIntroduced(to) {
		return false
	}
	if !in(placeBefore, p.lower(before)) && !(in("from to", p.lower(before)) && r.isMotion(p, before)) && !in("neighbouring neighboring", p.lower(from-1)) {
		return false
	}
	if p.find(to, to+3, "v") >= 0 || p.isAdjacent(to-1) && in("hospital university newspaper", p.lower(to)) { // the name of a lawsuit, of an institution
		return false
	}
	return r.placeName(p, from, to)
}

// placeName reports whether capitalised words may be a place name.
func (r *reader) placeName(p *passage, from, to int) bool {
	if to-from > 5 || in(titles, p.lower(from)) {
		return false
	}
	for i := from; i < to; i++ {
		low := p.lower(i)
		if in(notTowns, low) || in(organisationHeads, low) || p.month(i) > 0 || len(p.words[i].text) > 1 && pages.Shouts(p.words[i].text) || to-from == 1 && (pages.IsCommon(low) || r.demonym(low)) || r.demonym(low) && p.isAdjacent(i) && i == to-1 {
			return false
		}
	}
	return !pages.IsCommon(p.lower(to-1)) || in("city town village bay island islands port river heights hills", p.lower(to-1))
}

// isKnownPlace reports whether a place was collected already.
func (p *passage) isKnownPlace(r *reader, name string) bool {
	return slices.ContainsFunc(r.places, func(l model.Place) bool { return pages.Same(l.Name, name) })
}

// addPlace adds a place. Its parent is the place that the text gives; if it gives two
// different ones, it has none.
func (r *reader) addPlace(name string, kind model.PlaceKind, parent string) {
	at := slices.IndexFunc(r.places, func(l model.Place) bool { return pages.Same(l.Name, name) })
	if at < 0 {
		r.places = append(r.places, model.Place{Name: name, Kind: kind, Parent: parent})
		return
	}
	place := &r.places[at]
	place.Aliases = withAlias(place.Aliases, place.Name, name)
	if kind != "town" && place.Kind == "town" {
		place.Kind = kind
	}
	switch {
	case place.Parent == "" && parent != "" && !pages.Same(parent, name) && !r.isWithin(parent, name):
		place.Parent = parent
	case parent != "" && !pages.Same(parent, place.Parent):
		place.Parent = ""
	}
}

// isWithin reports whether a place is inside of another, at any depth.
func (r *reader) isWithin(name, other string) bool {
	for range len(r.places) {
		at := slices.IndexFunc(r.places, func(l model.Place) bool { return pages.Same(l.Name, name) })
		if at < 0 || r.places[at].Parent == "" {
			return false
		}
		if name = r.places[at].Parent; pages.Same(name, other) {
			return true
		}
	}
	return true
}

// placeRole guesses the role of a place in a passage.
func (p *passage) placeRole(from int) model.Role {
	start, stop := p.sentence(from)
	switch before := p.lower(from - 1); {
	case p.finds(start, stop, "planned|scheduled"):
		return "planned"
	case before == "from":
		return "origin"
	case in("in at near across throughout", before) || p.finds(max(start, from-5), from, "in the|in"):
		return "occurred"
	}
	return "subject"
}
