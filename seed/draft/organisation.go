package draft

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/pages"
)

const (
	organisationHeads = "union coalition committee ministry court commission council party association network centre center foundation club office bureau agency organization organisation initiative institute forum league front movement army forces parliament congress assembly university bank company corporation federation authority department directorate programme watch society service tribunal trust alliance rapporteur ombudsman defender"
	organisationKinds = "ngo ngos newspaper magazine website portal channel station party movement outlet company"
	mediaAfter        = "news newspaper magazine website portal channel party"
	socialMedia       = "Facebook Twitter YouTube WhatsApp Telegram Instagram VKontakte TikTok"
)

// surveyOrganisations collects names with a word such as Committee in them,
// names that the text calls an NGO or a newspaper, and the large social media.
func (r *reader) surveyOrganisations(p *passage) {
	for i := 0; i < len(p.words); i++ {
		if p.used[i] {
			continue
		}
		from, to, kind := i, i, ""
		switch {
		case in(socialMedia, strings.TrimSuffix(strings.TrimSuffix(p.words[i].text, "'s"), "’s")):
			to, kind = i+1, "social media site"
		case in(organisationKinds, p.lower(i)) && !p.capital(i) && p.isAdjacent(i) && p.capital(i+1):
			from, to, kind = i+1, p.nameEnd(i+1, true), organisationKind(p.lower(i))
		case p.words[i].text == "NGO" && p.isAdjacent(i) && p.capital(i+1):
			from, to, kind = i+1, p.nameEnd(i+1, true), "NGO"
		case p.capital(i) && in(organisationHeads, p.lower(i)) && !(p.lower(i) == "department" && p.lower(p.nameStart(i, "")-1) == "in"):
			from, to = p.nameAround(i)
		case p.capital(i) && !p.words[i].first && p.isAdjacent(i) && !p.capital(i+1):
			kind = p.kindAfter(i)
			if kind != "" {
				from, to = p.nameStart(i, ""), i+1
			}
		}
		if to > from && p.isFree(from, to) {
			r.addOrganisation(p.slice(from, to), kind)
			p.markUsed(from, to)
			i = to - 1
		}
	}
}

// nameAround returns the name around a word such as Committee; empty if the word is alone.
func (p *passage) nameAround(i int) (int, int) {
	from, to := p.nameStart(i, lawHeads), i+1
	for from < i && in("president prime minister", p.lower(from)) {
		from++
	}
	for p.isAdjacent(to-1) && p.capital(to) && in(organisationHeads, p.lower(to)) {
		to++
	}
	for p.isAdjacent(to-1) && p.isAdjacent(to) && in("of for on against", p.lower(to)) {
		start := to + 1
		if in("the all", p.lower(start)) && p.isAdjacent(start) {
			start++
		}
		if !p.capital(start) || p.month(start) > 0 {
			break
		}
		to = p.nameEnd(start, false)
		if p.words[to-1].gap == ", " && p.capital(to) && p.wordsAt(to+1, "and") && p.isAdjacent(to) && p.isAdjacent(to+1) && p.capital(to+2) { // Economic, Social and Cultural Rights
			to = p.nameEnd(to+2, false)
		}
		if p.isAdjacent(to-1) && p.lower(to) == "and" && p.isAdjacent(to) && p.capital(to+1) {
			end := p.nameEnd(to+1, false)
			if strings.HasPrefix(p.words[end-1].gap, " (") || end == to+2 && in("ministry department commission committee council office bureau", p.lower(i)) {
				to = end
			}
		}
	}
	if to == i+1 && from == i {
		return i, i
	}
	return from, to
}

// nameEnd returns the end of a run of words in capitals, with a number after it where that belongs to a name.
func (p *passage) nameEnd(i int, number bool) int {
	end := i + 1
	for p.isAdjacent(end-1) && p.capital(end) && !p.words[end-1].possessive {
		end++
	}
	if number && p.isAdjacent(end-1) && end < len(p.words) {
		if _, ok := digits(p.words[end].text); ok {
			end++
		}
	}
	return end
}

// kindAfter returns what the words after a name call it: "independent news portal", "newspaper".
func (p *passage) kindAfter(i int) string {
	for k := i + 1; k <= i+3 && p.isAdjacent(k-1); k++ {
		low := p.lower(k)
		if in(mediaAfter, low) && (low != "news" || in("agency portal website outlet site channel", p.lower(k+1))) {
			return organisationKind(low)
		}
		if !in("independent online opposition daily weekly radio television", low) {
			break
		}
	}
	return ""
}

func organisationKind(low string) string {
	switch low {
	case "ngo", "ngos":
		return "NGO"
	case "party", "movement":
		return "political party"
	case "company":
		return "company"
	}
	return "news outlet"
}

// addOrganisation collects an organisation and returns the name that it has.
func (r *reader) addOrganisation(name, kind string) string {
	at := slices.IndexFunc(r.organisations, func(o model.Organisation) bool { return pages.Same(o.Name, name) })
	if at < 0 {
		r.organisations = append(r.organisations, model.Organisation{Name: name, Kind: kind})
		return name
	}
	known := &r.organisations[at]
	if known.Kind == "" {
		known.Kind = kind
	}
	known.Aliases = withAlias(known.Aliases, known.Name, name)
	return known.Name
}

// withAlias returns the aliases of a name with another way in which it is written.
func withAlias(aliases []string, name, written string) []string {
	if written == name || slices.Contains(aliases, written) {
		return aliases
	}
	return append(aliases, written)
}
