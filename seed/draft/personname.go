package draft

import (
	"slices"
	"strings"
	"unicode"

	"casebook/model"
	"casebook/seed/draft/clause"
	"casebook/seed/pages"
)

// A nameRun is capitalised words that may be the name of a person.
type nameRun struct {
	from, to int
	nick     span // a nickname in quotation marks inside it: Oscar "El Chele" Cruz; to is 0: none
	hasTitle bool // a title or a profession comes before it
}

// nameRun returns the capitalised words that begin at a word, without titles, professions
// and institutions before them.
func (r *reader) nameRun(p *passage, i int) (nameRun, bool) {
	run := nameRun{from: i, to: i}
	if !p.canBeInName(i) || i > 0 && p.canBeSameName(i-1) && p.canBeInName(i-1) {
		return run, false
	}
	for run.to < len(p.words) && p.canBeInName(run.to) {
		run.to++
		switch k := run.to; {
		case run.nick.to == 0 && p.nickname(k) > 0:
			run.nick = span{from: k, to: p.nickname(k)}
			run.to = run.nick.to
			continue
		case !p.canBeSameName(k - 1):
		case p.canBeInName(k):
			continue
		case in(namePieces, p.lower(k)) && p.canBeSameName(k) && p.canBeInName(k+1):
			run.to = k + 1
			continue
		case in(namePieces, p.lower(k)) && p.canBeSameName(k) && in(namePieces, p.lower(k+1)) && p.canBeSameName(k+1) && p.canBeInName(k+2):
			run.to = k + 2
			continue
		}
		break
	}
	for run.to > run.from+1 && in(namePieces, p.lower(run.to-1)) {
		run.to--
	}
	for run.from < run.to && !p.initials(run.from) {
		low := p.lower(run.from)
		title := in(titles+" "+professions, low) || p.words[run.from].first && (in(titles+" "+professions, strings.TrimSuffix(low, "s")) || in(kin, low) && strings.HasSuffix(low, "s"))
		title = title || p.words[run.from].first && run.to-run.from > 2 && clause.IsPerson(low)
		opens := p.words[run.from].first && (in(notNames+" ethnic neither either nor", low) || strings.HasSuffix(low, "-old") || r.lowercaseWords[low])
		if !title && !opens && !pages.IsCommon(low) && !p.acronym(run.from) && (!r.demonym(low) || in(namePieces, p.lower(run.from+1))) {
			break
		}
		run.hasTitle = title || run.hasTitle && run.to-run.from > 1
		run.from++
	}
	if run.from == run.to || p.initials(run.from) && run.to-run.from == 1 && !p.twoInitials(run.from) {
		return run, false
	}
	odd := 0
	for k := run.from; k < run.to; k++ {
		if k >= run.nick.from && k < run.nick.to || p.initials(k) {
			continue
		}
		if pages.IsCommon(p.lower(k)) && !(k > run.from && in(titles, p.lower(k))) || p.acronym(k) || in(lawHeads+" "+organisationHeads, p.lower(k)) {
			odd++
		}
	}
	if p.twoInitials(run.from) && run.to-run.from == 1 && !run.hasTitle && !p.isBetweenCommas(run.from, run.to) && !p.followsNaming(run.from) {
		return run, false
	}
	if odd == 1 && run.to-run.from == 2 && !pages.IsCommon(p.lower(run.from)) && !p.acronym(run.from) && !p.acronym(run.to-1) && !in(lawHeads+" "+organisationHeads, p.lower(run.to-1)) {
		if _, _, shown := p.personContext(run.from, run.to); shown || p.words[max(run.from-1, 0)].gap == ", " && clause.IsPerson(p.lower(run.from-1)) || run.hasTitle && in("sgt dr mr mrs ms capt lt col gen maj fr rev sergeant captain lieutenant", p.lower(run.from-1)) {
			odd = 0 // Sgt. David Hall; two citizens, Matthew Hill and Todd Jones
		}
	}
	return run, odd == 0 && run.to-run.from <= 7 || odd == 1 && run.hasTitle && run.to-run.from > 2 && !pages.IsCommon(p.lower(run.to-1))
}

// canBeInName reports whether a word may be part of a name.
func (p *passage) canBeInName(i int) bool {
	return i >= 0 && i < len(p.words) && p.capital(i) && !p.used[i] && p.month(i) == 0 && !strings.ContainsFunc(p.words[i].text, unicode.IsDigit)
}

// canBeSameName reports whether two adjacent words may be part of one name.
func (p *passage) canBeSameName(k int) bool {
	if k < 0 || k+1 >= len(p.words) || p.words[k].possessive {
		return false
	}
	switch p.words[k].gap {
	case " ":
		return true
	case " ‘", " ’", " '", " ʿ", " ʻ":
		next := p.words[k+1].gap
		return !strings.HasPrefix(next, "’") && !strings.HasPrefix(next, "'")
	case ". ", ".":
		return p.initials(k) && !(p.words[k+1].first && p.twoInitials(k)) || in("dr mr mrs ms fr rev hon gen col lt sgt capt prof st maj rev hj hjh lic ing ven", p.lower(k))
	}
	return false
}

// initials reports whether a word is a letter, or several letters with points.
func (p *passage) initials(i int) bool {
	if i < 0 || i >= len(p.words) {
		return false
	}
	runes := []rune(p.words[i].text)
	for n, r := range runes {
		if n%2 == 0 && !unicode.IsUpper(r) || n%2 == 1 && r != '.' {
			return false
		}
	}
	return len(runes)%2 == 1 && (len(runes) > 1 || strings.HasPrefix(p.words[i].gap, "."))
}

// twoInitials reports whether a name is two initials: F.A.
func (p *passage) twoInitials(i int) bool {
	return p.initials(i) && len([]rune(p.words[i].text)) > 1 && !in("u.s u.n u.k e.u d.c a.m p.m", p.lower(i))
}

// isBetweenCommas reports whether a name is between commas.
func (p *passage) isBetweenCommas(from, to int) bool {
	return from >= 0 && (p.words[from].first || p.words[from-1].gap == ", ") && strings.HasPrefix(strings.TrimPrefix(p.words[to-1].gap, "."), ", ")
}

// acronym reports whether a word is written in capitals, as no name is.
func (p *passage) acronym(i int) bool {
	text := p.words[i].text
	return len([]rune(text)) > 1 && !strings.Contains(text, ".") && pages.Shouts(text)
}

// nickname returns the end of a nickname in quotation marks in the middle of a name;
// 0: none.
func (p *passage) nickname(k int) int {
	if k < 1 || k >= len(p.words) || !slices.Contains([]string{` "`, " “", ` ("`, " (“"}, p.words[k-1].gap) {
		return 0
	}
	for end := k + 1; end <= min(k+3, len(p.words)-1); end++ {
		if gap := p.words[end-1].gap; slices.Contains([]string{`" `, "” ", `") `, "”) "}, gap) {
			if p.canBeInName(end) {
				return end
			}
			return 0
		} else if gap != " " {
			return 0
		}
	}
	return 0
}

// nameText returns a name as written, without a nickname in quotation marks, and with the
// point of a final initial.
func (p *passage) nameText(run nameRun) string {
	text := p.slice(run.from, run.to)
	if run.nick.to > 0 {
		text = p.slice(run.from, run.nick.from) + " " + p.slice(run.nick.to, run.to)
	}
	if p.initials(run.to-1) && strings.HasPrefix(p.words[run.to-1].gap, ".") {
		text += "."
	}
	return text
}

func (r *reader) person(name string) *model.Person {
	at := slices.IndexFunc(r.people, func(q model.Person) bool { return pages.Same(q.Name, name) })
	if at < 0 {
		r.people = append(r.people, model.Person{Name: name, Kind: model.PersonIndividual})
		at = len(r.people) - 1
	}
	return &r.people[at]
}

// addPerson adds a person. A single word means a person who has it in the name already,
// unless it is a relative's: his brother X.
func (r *reader) addPerson(name, described string, related bool, where model.Source) {
	if known := bySurname(r.peopleNames(), name); known != "" && !related {
		name = known
	}
	person := r.person(name)
	if person.Name != name {
		r.addSpelling(person.Name, name, "report")
	}
	said := model.Description{Text: described, Source: where}
	switch {
	case described == prisonerOfConscience:
		person.Status = &said
	case described != "" && !slices.ContainsFunc(person.Described, func(d model.Description) bool { return d.Text == described }):
		person.Described = append(person.Described, said)
	}
}

// addSpelling adds another spelling of a name, from the text or derived.
func (r *reader) addSpelling(name, text string, origin model.SpellingOrigin) {
	person := r.person(name)
	if !slices.ContainsFunc(person.Spellings, func(s model.Spelling) bool { return s.Text == text }) {
		person.Spellings = append(person.Spellings, model.Spelling{Text: text, Origin: origin})
	}
}

// bySurname returns the only person with a surname, else with that word elsewhere in the
// name; empty if there are none or several.
func bySurname(among []string, name string) string {
	if strings.Contains(name, " ") {
		return ""
	}
	ends, has := "", ""
	endings, having := 0, 0
	for _, whole := range among {
		words := strings.Fields(whole)
		if len(words) < 2 {
			continue
		}
		if pages.Same(words[len(words)-1], name) {
			ends, endings = whole, endings+1
		} else if slices.ContainsFunc(words, func(word string) bool { return pages.Same(word, name) }) {
			has, having = whole, having+1
		}
	}
	switch {
	case endings == 1:
		return ends
	case endings == 0 && having == 1:
		return has
	}
	return ""
}

// peopleNames returns the names of the people so far.
func (r *reader) peopleNames() []string {
	list := make([]string, len(r.people))
	for i, person := range r.people {
		list[i] = person.Name
	}
	return list
}
