package draft

import (
	"slices"
	"strings"

	"casebook/seed/draft/clause"
)

// prisonerOfConscience is the status that the publisher gives people.
const prisonerOfConscience = "prisoner of conscience"

const (
	titles          = "dato datuk datin president minister governor general colonel captain major lieutenant sergeant gendarme corporal inspector commander brigadier admiral constable superintendent senator judge king queen prince princess sultan emir sheikh mayor bishop archbishop dr mr mrs ms miss fr professor prof sir lady gen col lt capt sgt rev imam ayatollah ombudsperson ombudsman ambassador commissioner chancellor premier secretary councillor headmaster headmistress"
	professions     = "blogger journalist reporter singer activist lawyer attorney politician student editor broadcaster writer author poet artist cartoonist photographer filmmaker defender leader monk priest nun pastor farmer teacher academic scholar doctor nurse surgeon rapper director owner founder chair head member unionist organizer organiser businessman businesswoman officer soldier critic host presenter correspondent publisher spokesperson spokesman spokeswoman candidate deputy lawmaker parliamentarian engineer driver worker seller trader vendor prisoner detainee dissident campaigner coordinator whistleblower migrant refugee resident citizen villager user professor official prosecutor mp inmate suspect victim"
	professionKinds = "folk pop rap opposition rights environmental political student religious community labour land indigenous police army prison military security newspaper radio television tv freelance independent investigative local former union trade civil court city taxi domestic social"
	kin             = "son daughter wife husband brother sister father mother cousin nephew niece uncle aunt widow brothers sisters sons daughters cousins parents"
	namePieces      = "de del la los las le af av zu anak binti a/l a/p al bin ibn bint van von da dos du ould el den der ben abu umm e y"
	legalActions    = "sentenced convicted arrested detained charged released shot killed fined abducted acquitted accused beaten tortured imprisoned tried found stabbed indicted summoned questioned prosecuted jailed executed disappeared died wounded injured strangled pardoned remanded hanged"
	placeAfter      = "district districts region regions province provinces governorate county department prefecture regency oblast prison prisons jail police court park river reservoir lake airport station hospital mine mines island islands valley border camp square street university newspaper magazine party group movement organization organisation agency minority tribe community communities refinery dam port checkpoint village town city area neighbourhood neighborhood suburb"
	placeBefore     = "in at near into outside across around throughout inside within"
	motion          = "moved transferred deported expelled returned fled travelled traveled marched extradited sent visit visited went flew journey road way flights flight trip bus arrived drove crossed came brought taken"
	groupsAfter     = "ngo newspaper magazine website portal channel group party movement organization organisation company association village town city suburb district militia outlet station"
)

// surveyPeople collects names of people: two or more capitalised words that are not
// ordinary words, institutions or places; or a single one with a title, a profession or a
// relative beside it.
func (r *reader) surveyPeople(p *passage) {
	var last nameRun  // the previous name, if "and" joins it to the next
	var shared string // what a plural before a list of names says of all: journalists A and B
	kinship := false  // the list began with brothers or similar
	for i := 0; i < len(p.words); i++ {
		run, ok := r.nameRun(p, i)
		if !ok {
			continue
		}
		described, at, shown := p.personContext(run.from, run.to)
		shown = shown || run.hasTitle
		joins := last.to > 0 && p.areJoined(last.to, run.from)
		single := run.to-run.from == 1 && !p.initials(run.from)
		shown = shown || single && p.aloneBeforeComma(run.from) && p.isIntroduced(run.to)
		relatives := in("brothers sisters sons daughters cousins parents", p.lower(run.from-1)) || p.followsDescription(run.from)
		switch {
		case single && !shown && !relatives && !(joins && (kinship || shared != "")):
			i = run.to - 1
			continue
		case !single && !shown && r.isNotPerson(p, run):
			last = nameRun{}
			i = run.to - 1
			continue
		}
		if joins && described == "" {
			described = shared
		} else if !joins {
			shared, kinship = "", false
			if before := p.lower(run.from - 1); described == prisonerOfConscience && p.wordsAt(run.from-3, "prisoners") || strings.HasSuffix(before, "s") && in(professions, strings.TrimSuffix(before, "s")) {
				shared = described
			}
		}
		kinship = kinship || relatives
		if joins && kinship && !single && last.to-last.from == 1 { // brothers Luka and Stevan Orbel
			r.addSpelling(p.nameText(last), p.nameText(last)+" "+p.slice(run.to-1, run.to), "derived")
		}
		r.addPerson(p.nameText(run), described, single && in(kin, p.lower(run.from-1)), p.cited(min(run.from, at), max(run.to, at+1)))
		if run.nick.to > 0 {
			r.addSpelling(p.nameText(run), p.slice(run.from, run.to), "report")
		}
		p.markUsed(run.from, run.to)
		last = run
		i = run.to - 1
	}
}

// isNotPerson reports whether the words around several capitalised words show that they
// are not a person.
func (r *reader) isNotPerson(p *passage, run nameRun) bool {
	before, after := p.lower(run.from-1), p.lower(run.to)
	beside := run.from > 0 && p.isAdjacent(run.from-1)
	switch {
	case beside && isNumber(before) && strings.HasSuffix(p.lower(run.to-1), "s"): // two Crimean Tatars
		return true
	case beside && before == "the", p.isAdjacent(run.to-1) && in(placeAfter, after) && !p.capital(run.to):
		return true
	case beside && in("weekly daily newspaper magazine website portal channel company firm party movement ngo", before):
		return true
	case beside && in(placeBefore, before) && !p.isIntroduced(run.to):
		return true
	case beside && in("from to", before) && r.isMotion(p, run.from):
		return true
	case run.from > 0 && strings.ContainsAny(p.words[run.from-1].gap, "\"“«") && strings.ContainsAny(p.words[run.to-1].gap, "\"”»"):
		return true
	case r.demonym(p.lower(run.from)):
		return true
	case p.isAdjacent(run.to-1) && clause.IsPerson(after) && !p.capital(run.to) && (p.isAdjacent(run.to) && p.capital(run.to+1) || strings.HasSuffix(after, "s")): // Ethnic Uighur academic X, Al Jazeera journalists
		return true
	}
	if gap := p.words[run.to-1].gap; gap == ", " && in("a an the", after) {
		for k := run.to + 1; k < min(run.to+6, len(p.words)) && p.words[k-1].gap == " "; k++ {
			if in(groupsAfter, p.lower(k)) && p.words[k].gap != " " {
				return true
			}
		}
	}
	return false
}

// isMotion reports whether "from" or "to" before a word belongs to a journey.
func (r *reader) isMotion(p *passage, i int) bool {
	start, _ := p.sentence(i)
	for k := max(start, i-6); k < i; k++ {
		if in(motion, p.lower(k)) {
			return true
		}
	}
	return false
}

// aloneBeforeComma reports whether no word before a name shows that it is a place.
func (p *passage) aloneBeforeComma(from int) bool {
	if p.lower(from-1) == "the" || from > 0 && p.canBeSameName(from-1) && p.capital(from-1) && !p.words[from-1].first && !in(titles, p.lower(from-1)) {
		return false
	}
	return from == 0 || p.words[from].first || !in(placeBefore+" of from to", p.lower(from-1)) || p.words[from-1].gap != " "
}

// isIntroduced reports whether the words after a name and a comma show that it is a
// person's: who, an age, or an article and a noun for a person.
func (p *passage) isIntroduced(to int) bool {
	if !strings.HasPrefix(p.words[to-1].gap, ", ") || to >= len(p.words) {
		return false
	}
	if age, ok := digits(p.words[to].text); ok && age < 120 && p.words[to].gap != " " || in("who aged age", p.lower(to)) {
		return true
	}
	if !in("a an the his her their its one", p.lower(to)) {
		return false
	}
	for k := to + 1; k < min(to+7, len(p.words)); k++ {
		switch low := p.lower(k); {
		case clause.IsPerson(low) && !(strings.HasSuffix(low, "s") && p.words[k].gap == " "):
			return true
		case in("of in at for from to with who whose which where", low), p.words[k-1].gap != " ":
			return false
		}
	}
	return false
}

// followsDescription reports whether a name between commas follows a description: a
// domestic worker, Maryam, was fined; the owner of the company, Hermanto.
func (p *passage) followsDescription(from int) bool {
	if from == 0 || p.words[from-1].gap != ", " {
		return false
	}
	shares := p.isAdjacent(from) && p.lower(from+1) == "and" && p.capital(from+2) && p.isAdjacent(from+2) && p.capital(from+3) // a couple, Rolf and Inge Maas
	if !shares && !strings.ContainsAny(p.words[from].gap[:min(2, len(p.words[from].gap))], ",.;") {
		return false
	}
	start, _ := p.sentence(from)
	k := from - 1
	for k > start && !strings.ContainsAny(p.words[k-1].gap, ",;:(") && from-k < 12 {
		k--
	}
	if in("and or but", p.lower(k)) {
		k++
	}
	if first := p.lower(k); !in("a an the his her their its one another", first) && !p.words[k].possessive && !p.words[min(k+1, from-1)].possessive {
		return clause.IsPerson(p.lower(from-1)) || p.lower(from-1) == "national"
	}
	for n := k + 1; n < from; n++ { // the noun for a person comes first
		if low := p.lower(n); clause.IsPerson(low) || low == "national" || in(titles, low) && low != "president" || in("of", low) && in("oldest youngest first last one other", p.lower(n-1)) {
			return true
		} else if in("of in at for from to with who whose which", low) {
			return false
		}
	}
	return in("another one", p.lower(k)) && k == from-1
}

// irregularDemonyms do not begin like their countries.
const irregularDemonyms = "danish dutch filipino filipina finnish french greek polish spanish swiss thai welsh"

// demonym reports whether a word is an adjective of a country: Russian, Samlandic.
func (r *reader) demonym(low string) bool {
	if in(irregularDemonyms, low) {
		return true
	}
	if len(low) < 5 || !slices.ContainsFunc([]string{"an", "ese", "ish", "i", "ic", "ans", "is", "ch", "yz", "kh", "ek", "ot"}, func(end string) bool { return strings.HasSuffix(low, end) }) {
		return false
	}
	stem := low[:4]
	for name := range r.countries {
		if strings.HasPrefix(name, stem) && !strings.Contains(name, low) {
			return true
		}
	}
	return len(r.country) >= 4 && strings.HasPrefix(strings.ToLower(r.country), stem)
}

// personContext reports whether the words around a name show that it is a person's, and
// returns their description and its word.
func (p *passage) personContext(from, to int) (described string, at int, shown bool) {
	if before := p.words[max(from-1, 0)]; from > 0 && p.isAdjacent(from-1) {
		switch {
		case p.wordsAt(from-3, "prisoner of conscience"), p.wordsAt(from-3, "prisoners of conscience"):
			return prisonerOfConscience, from - 3, true
		case p.capital(from-1) && in(titles, before.low):
			return before.text, from - 1, true
		case in(professions+" "+titles, strings.TrimSuffix(before.low, "s")):
			described, at = p.profession(from - 1)
			return described, at, true
		case in(kin, before.low), clause.IsPerson(before.low) && !strings.HasSuffix(before.low, "s") && !p.words[from-1].possessive:
			return "", from, true
		case to-from > 1 && in("against named called", before.low) && !p.capital(to):
			return "", from, p.lower(to) == "was" || p.words[to-1].possessive || before.low != "against"
		}
	}
	if p.followsNaming(from) {
		return "", from, true
	}
	if to-from < 2 && !p.initials(from) || p.lower(from-1) == "the" {
		return "", from, false
	}
	if strings.HasPrefix(p.words[to-1].gap, ", ") {
		for k := to; k < min(to+6, len(p.words)); k++ {
			if in(professions, p.lower(k)) && (p.words[k].gap != " " || !in(professions, p.lower(k+1))) {
				described, _ = p.profession(k)
				return described, k, true
			}
			if p.lower(k) == "aged" || p.words[k].gap != " " {
				break
			}
		}
	}
	for k := to; k < min(to+4, len(p.words)) && (p.isAdjacent(k-1) || k == to && p.words[k-1].gap == ", " && in("was were", p.lower(k))); k++ {
		if in(legalActions, p.lower(k)) {
			group := p.lower(to) == "were" && strings.HasSuffix(p.lower(to-1), "s")
			return "", from, !group
		}
		if !in("was were had been both also again is has", p.lower(k)) {
			break
		}
	}
	return "", from, p.words[to-1].possessive && !p.words[from].first
}

// followsNaming reports whether a word such as called precedes a name: a boy called K, a
// worker known only as S.
func (p *passage) followsNaming(from int) bool {
	k := from - 1
	for in("as only simply called named known", p.lower(k)) && p.isAdjacent(k) {
		k--
	}
	if k == from-1 || !in("called named as", p.lower(from-1)) || p.lower(from-1) == "as" && p.lower(k+1) != "known" {
		return false
	}
	return in(kin+" "+professions+" man woman boy girl child teenager worker laborer labourer employee servant", p.lower(k))
}

// profession returns a profession in the singular with the words that belong to it, and
// the first of them: folk singer, human rights defender.
func (p *passage) profession(i int) (string, int) {
	from := i
	before := p.lower(i - 1)
	switch {
	case p.wordsAt(i-2, "human rights"):
		from = i - 2
	case p.isAdjacent(i-1) && (!p.words[i-1].first || in(professionKinds, before)) && !p.words[i].first && (!p.capital(i-1) || p.words[i-1].first) && in(professionKinds, before):
		from = i - 1
	}
	text := p.slice(from, i+1)
	if p.words[from].first {
		text = strings.ToLower(text[:1]) + text[1:]
	}
	if plural := p.lower(i); !in(professions+" "+titles, plural) {
		text = strings.TrimSuffix(text, "s")
	}
	return text, from
}

// areJoined reports whether only "and", a comma or a word for a relative separates two names.
func (p *passage) areJoined(to, from int) bool {
	if from <= to {
		return from == to && p.words[to-1].gap == ", "
	}
	for k := to; k < from; k++ {
		if !in("and his her their "+kin, p.lower(k)) {
			return false
		}
	}
	return from-to <= 3 && !p.words[from].first
}
