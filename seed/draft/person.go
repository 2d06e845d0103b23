package draft

import (
	"slices"
	"strings"
	"unicode"

	"casebook/model"
)

// prisonerOfConscience is the status that the publisher gives people.
const prisonerOfConscience = "prisoner of conscience"

const (
	titles          = "president minister governor general colonel captain senator judge king queen prince sheikh mayor bishop dr mr mrs ms professor"
	professions     = "blogger journalist singer activist lawyer politician student editor broadcaster writer poet artist cartoonist photographer defender leader monk priest imam pastor farmer teacher academic doctor rapper filmmaker director owner chair head member unionist businessman businesswoman officer soldier critic"
	professionKinds = "folk pop rap opposition rights environmental political student religious community labour land indigenous police army prison military security newspaper radio television tv freelance independent investigative local former union trade civil court"
	kin             = "son daughter wife husband brother sister father mother"
	namePieces      = "de del la al bin ibn van von da dos du ould el den der ben abu"
	legalActions    = "sentenced convicted arrested detained charged released shot killed fined abducted acquitted accused beaten tortured imprisoned tried found stabbed indicted summoned questioned prosecuted jailed executed disappeared"
)

// surveyPeople collects names of people: words in capitals that a title, a
// profession, a relative, a legal act or another name beside them show to be one.
func (r *reader) surveyPeople(p *passage) {
	var last span     // the name before, which "and" joins to the next one
	var shared string // what a plural before the first name of a list says of all: journalists A and B
	for i := 0; i < len(p.words); i++ {
		from, to := p.personName(i)
		if to == from {
			continue
		}
		name := p.slice(from, to)
		described, at, shown := p.shownPerson(from, to)
		joins := last.to > 0 && p.joined(last.to, from)
		switch {
		case shown && joins && last.name != "": // the one before is shown by this one
			r.addPerson(last.name, "", model.Source{})
			fallthrough
		case shown:
			r.addPerson(name, described, p.cited(min(from, at), max(to, at+1)))
			last, shared = span{to: to}, ""
			if before := p.low(from - 1); described == prisonerOfConscience && p.says(from-3, "prisoners") || strings.HasSuffix(before, "s") && in(professions, strings.TrimSuffix(before, "s")) {
				shared = described
			}
		case joins && last.name == "":
			r.addPerson(name, shared, p.cited(from, to))
			last = span{to: to}
		default:
			last = span{name: name, to: to}
			if to-from == 1 {
				last.to = 0
			}
		}
		i = to - 1
	}
}

// personName returns the words in capitals at a word that can be a name.
func (p *passage) personName(i int) (int, int) {
	from := i
	if !p.capital(i) || p.words[i].first && in(notNames, p.low(i)) || p.month(i) > 0 || p.taken[i] {
		return i, i
	}
	for in(titles, p.low(from)) && p.next(from) && p.capital(from+1) {
		from++
	}
	end := from + 1
	for end < len(p.words) && p.next(end-1) && !p.words[end-1].possessive && !p.taken[end] {
		if p.capital(end) && p.month(end) == 0 {
			end++
		} else if in(namePieces, p.low(end)) && p.next(end) && p.capital(end+1) {
			end += 2
		} else {
			break
		}
	}
	for k := from; k < end; k++ {
		if in(titles, p.low(k)) {
			return i, i
		}
		text := []rune(p.words[k].text)
		if in(organisationHeads+" "+lawHeads+" "+professions, p.low(k)) || len(text) > 1 && unicode.IsUpper(text[1]) {
			return i, i
		}
	}
	if end-from > 5 || end-from == 1 && from == i {
		return i, i
	}
	return from, end
}

// shownPerson says whether the words around a name show it to be a person's,
// what they call them, and at which word.
func (p *passage) shownPerson(from, to int) (described string, at int, shown bool) {
	if before := p.words[max(from-1, 0)]; from > 0 && p.next(from-1) {
		switch {
		case p.says(from-3, "prisoner of conscience"), p.says(from-3, "prisoners of conscience"):
			return prisonerOfConscience, from - 3, true
		case p.capital(from-1) && in(titles, before.low):
			return before.text, from - 1, true
		case in(professions+" "+titles, strings.TrimSuffix(before.low, "s")):
			described, at = p.profession(from - 1)
			return described, at, true
		case in(kin, before.low):
			return "", from, true
		case to-from > 1 && in("against named called", before.low) && !p.capital(to):
			return "", from, p.low(to) == "was" || p.words[to-1].possessive || before.low != "against"
		}
	}
	if to-from < 2 || p.low(from-1) == "the" {
		return "", from, false
	}
	if strings.HasPrefix(p.words[to-1].gap, ", ") {
		for k := to; k < min(to+4, len(p.words)); k++ {
			if in(professions, p.low(k)) {
				described, _ = p.profession(k)
				return described, k, true
			}
			if p.low(k) == "aged" || p.words[k].gap != " " {
				break
			}
		}
	}
	for k := to; k < min(to+4, len(p.words)) && (p.next(k-1) || k == to && p.words[k-1].gap == ", " && in("was were", p.low(k))); k++ {
		if in(legalActions, p.low(k)) {
			group := p.low(to) == "were" && strings.HasSuffix(p.low(to-1), "s")
			return "", from, !group
		}
		if !in("was were had been both also again is has", p.low(k)) {
			break
		}
	}
	return "", from, p.words[to-1].possessive && !p.words[from].first
}

// profession returns a profession in the singular, with the words before it
// that belong to it, and the first of them: folk singer, human rights defender.
func (p *passage) profession(i int) (string, int) {
	from := i
	before := p.low(i - 1)
	switch {
	case p.says(i-2, "human rights"):
		from = i - 2
	case p.next(i-1) && !p.words[i].first && !p.capital(i-1) && in(professionKinds, before):
		from = i - 1
	}
	text := p.slice(from, i+1)
	if plural := p.low(i); !in(professions+" "+titles, plural) {
		text = strings.TrimSuffix(text, "s")
	}
	return text, from
}

// joined says whether only "and" or a comma, or a relative's word, stands between two names.
func (p *passage) joined(to, from int) bool {
	if from <= to {
		return from == to && p.words[to-1].gap == ", "
	}
	for k := to; k < from; k++ {
		if !in("and his her their "+kin, p.low(k)) {
			return false
		}
	}
	return from-to <= 3 && !p.words[from].first
}

func (r *reader) addPerson(name, described string, where model.Source) {
	at := slices.IndexFunc(r.people, func(q model.Person) bool { return same(q.Name, name) })
	if at < 0 {
		r.people = append(r.people, model.Person{Name: name, Kind: model.PersonIndividual})
		at = len(r.people) - 1
	}
	person := &r.people[at]
	if person.Name != name && !slices.ContainsFunc(person.Spellings, func(s model.Spelling) bool { return s.Text == name }) {
		person.Spellings = append(person.Spellings, model.Spelling{Text: name, Origin: "report"})
	}
	said := model.Description{Text: described, Source: where}
	switch {
	case described == prisonerOfConscience:
		person.Status = &said
	case described != "" && !slices.ContainsFunc(person.Described, func(d model.Description) bool { return d.Text == described }):
		person.Described = append(person.Described, said)
	}
}

// personRole guesses what a person has to do with a passage: a defendant where
// the sentence tells of a trial after the name.
func (p *passage) personRole(from, to int) model.Role {
	_, stop := p.sentence(from)
	for i := to; i < stop; i++ {
		if strings.Contains(p.words[i].gap, ";") {
			stop = i + 1
		}
	}
	if p.finds(to, min(stop, to+15), "sentenced|convicted|charged|prosecuted|fined|indicted|on trial|acquitted|charges") {
		return "defendant"
	}
	return "mentioned"
}
