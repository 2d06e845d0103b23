package draft

import (
	"strings"
	"unicode"

	"casebook/model"
	"casebook/seed/pages"
)

const (
	lawHeads    = "code act law constitution convention covenant protocol charter treaty statute ordinance decree bill directive declaration agreement pact proclamation"
	treatyHeads = "convention covenant protocol charter treaty statute agreement declaration pact"
	pluralHeads = "codes acts laws constitutions covenants conventions"
	notLaws     = "martial international sharia common customary the"
	notNames    = "the a an this that these those in on at by under for from of with after before during since until although while when if as but and or its his her their both some many most several all one following according despite further additional new other"
	provisionOf = "article articles section sections"
	lawOpeners  = "on against for of to concerning relating"
	lawJoints   = "of on the and in for to against or with from at all their"
)

// A lawName is the position of a law's name.
type lawName struct {
	name     string
	kind     string
	from, to int
}

// laws reads the laws of a passage with their provisions.
func (r *reader) laws(p *passage) []model.LawInvolvement {
	var found []model.LawInvolvement
	named := r.lawNames(p)
	add := func(name, kind, provision string, from, to int) {
		role := p.lawRole(from, to, kind)
		name, provision = r.addLaw(name, kind, provision)
		p.markUsed(from, to)
		for _, l := range found {
			if l.Name == name && l.Provision == provision {
				return
			}
		}
		found = append(found, model.LawInvolvement{Name: name, Provision: provision, Role: role, Source: p.anchor(from, to)})
	}
	cited := map[int]bool{} // names next to a provision
	for i := range p.words {
		provisions, end := p.provisions(i)
		if len(provisions) == 0 {
			continue
		}
		law := lawName{name: model.NotStated, from: i, to: end}
		for n, l := range named {
			behind := l.from >= end && l.from <= end+3 && p.lower(end) == "of"
			before := l.to == i && (p.isAdjacent(i-1) || strings.Contains(p.words[i-1].gap, "("))
			start, _ := p.sentence(i)
			its := p.lower(i-1) == "its" && l.from >= start && l.to < i // the Constitution came into force; its Article 44
			if its {
				law = lawName{l.name, l.kind, i, end}
				cited[n] = true
				break
			}
			if behind || before {
				law = lawName{l.name, l.kind, min(i, l.from), max(end, l.to)}
				cited[n] = true
				break
			}
		}
		for _, provision := range provisions {
			add(law.name, law.kind, provision, law.from, law.to)
		}
	}
	for n, l := range named {
		if !cited[n] {
			add(l.name, l.kind, "", l.from, l.to)
		}
	}
	return found
}

// lawNames finds the names of laws: capitalised names with a word such as Code or
// Convention.
func (r *reader) lawNames(p *passage) []lawName {
	var names []lawName
	for i := 0; i < len(p.words); i++ {
		low := p.lower(i)
		switch {
		case p.wordsAt(i, "moratorium on"):
			from := i + 2
			if p.lower(from) == "the" {
				from++
			}
			if of, end := p.counts(from); of != "" {
				names = append(names, lawName{"Moratorium on " + of, "moratorium", i, end})
			}
		case !p.capital(i):
		case in(pluralHeads, low) && !strings.HasPrefix(p.words[i].gap, " (") && !(p.isAdjacent(i) && p.capital(i+1)):
			names = append(names, p.sharedHead(i)...)
		case in(lawHeads, low):
			if l, ok := r.lawName(p, i); ok {
				names = append(names, l)
				i = l.to - 1
			}
		}
	}
	return names
}

// lawName reads the name around a head such as Code.
func (r *reader) lawName(p *passage, i int) (lawName, bool) {
	from, to := p.nameStart(i, lawHeads), i+1
	if _, ok := r.countries[p.lower(from)]; ok && from < i && p.words[from].possessive { // Ethiopia's Code
		from++
	}
	head := p.lower(i)
	switch {
	case p.isAdjacent(i) && p.numbered(i+1) > 0:
		to = p.numbered(i + 1)
	case p.isAdjacent(i) && p.capital(i+1) && !in(lawOpeners+" "+provisionOf, p.lower(i+1)):
		return lawName{}, false // Law Society, Bill Somebody
	case p.words[i].gap == ", " && p.year(i+1) > 0 && in("act law ordinance code decree", head): // the Public Order Act, 2013
		to = i + 2
	case head == "code" && p.lower(i+1) != "of", head == "constitution":
	default:
		to = r.lawNameEnd(p, i, in(treatyHeads, head))
	}
	if from == i && to == i+1 && head != "constitution" || head == "law" && in(notLaws, p.lower(i-1)) && from == i-1 {
		if p.year(from-1) > 0 && p.isAdjacent(from-1) && from == i && to == i+1 { // its 1967 Protocol
			return lawName{p.slice(from-1, to), kindOf(head), from - 1, to}, true
		}
		return lawName{}, false
	}
	if p.year(from-1) > 0 && p.isAdjacent(from-1) { // the 1951 Refugee Convention
		from--
	}
	return lawName{p.slice(from, to), kindOf(head), from, to}, true
}

// nameStart returns the beginning of a capitalised name that ends with a word; words of
// the list belong to another name.
func (p *passage) nameStart(i int, others string) int {
	from, inBrackets := i, false
	for from > 0 {
		gap := p.words[from-1].gap
		if gap != " " && gap != ") " && !(gap == " (" && inBrackets) {
			break
		}
		inBrackets = gap == ") " || inBrackets && gap != " ("
		low := p.lower(from - 1)
		switch {
		case p.capital(from-1) && (!in(others, low) || from == i && others == lawHeads && low != p.lower(i)) && !(p.words[from-1].first && in(notNames, low)) && p.month(from-1) == 0:
			from--
			continue
		case from < i && in("of and for against", low) && p.isAdjacent(from-2) && p.capital(from-2) && !in(others, p.lower(from-2)) && !in(notNames, p.lower(from-2)) && p.month(from-2) == 0:
			from -= 2
			continue
		}
		break
	}
	return from
}

// lawNameEnd returns the end of a name that continues after its head: "on the Protection of ...".
func (r *reader) lawNameEnd(p *passage, i int, treaty bool) int {
	end := i + 1
	head := p.lower(i)
	switch {
	case !p.isAdjacent(i) || !in(lawOpeners, p.lower(i+1)), p.lower(i+1) == "against" && !treaty && head != "law" && head != "bill":
		return end
	case p.lower(i+1) == "of" && p.year(i+2) > 0:
		return i + 3
	}
	for k := i + 1; k < len(p.words) && k < i+40; k++ {
		gap := p.words[k-1].gap
		if gap != " " && !(treaty && gap == ", " && p.capital(k) && k > i+2) {
			break
		}
		switch {
		case p.month(k) > 0:
			return r.withoutCountry(p, i, end)
		case p.capital(k) && (head == "protocol" || !in(lawHeads, p.lower(k))):
			end = k + 1
		case !in(lawJoints, p.lower(k)) || p.wordsAt(k, "and the") && !p.capital(k+1):
			return r.withoutCountry(p, i, end)
		}
	}
	return r.withoutCountry(p, i, end)
}

// withoutCountry removes "of Kenya" from the end of a law's name.
func (r *reader) withoutCountry(p *passage, i, end int) int {
	if end > i+2 && in("of in", p.lower(end-2)) {
		if _, ok := r.countries[p.lower(end-1)]; ok {
			return end - 2
		}
	}
	return end
}

// sharedHead reads "the Criminal and Administrative Offences Codes" as two laws.
func (p *passage) sharedHead(i int) []lawName {
	var names []lawName
	head := strings.TrimSuffix(p.words[i].text, "s")
	to := i
	for k := i - 1; k >= -1; k-- {
		joint := k >= 0 && (p.lower(k) == "and" || p.lower(k) == "or")
		comma := k >= 0 && k < to-1 && p.words[k].gap == ", "
		if k >= 0 && p.capital(k) && !comma && !(p.words[k].first && in(notNames, p.lower(k))) && (p.isAdjacent(k) || k == to-1) {
			continue
		}
		if k+1 < to {
			names = append(names, lawName{p.slice(k+1, to) + " " + head, kindOf(head), k + 1, i + 1})
		}
		if comma {
			to = k + 1
			k++
			continue
		}
		to = k
		if !joint {
			break
		}
	}
	if len(names) == 1 { // the Geneva Conventions
		names[0].name = p.slice(names[0].from, i+1)
	}
	return names
}

func kindOf(head string) string {
	switch low := strings.ToLower(head); {
	case in(treatyHeads, low):
		return "treaty"
	case in("code constitution", low):
		return low
	}
	return "law"
}

// provisions reads "Articles 19, 20 and 21" as the provisions art. 19, art. 20 and art. 21.
func (p *passage) provisions(i int) ([]string, int) {
	if !in(provisionOf, p.lower(i)) || pages.Shouts(p.words[i].text) && len(p.words[i].text) > 2 {
		return nil, i
	}
	short := "art. "
	if strings.HasPrefix(p.lower(i), "section") {
		short = "sec. "
	}
	var all []string
	end := i + 1
	for k := end; k < len(p.words); k++ {
		if text := p.words[k].text; unicode.IsDigit([]rune(text)[0]) {
			if strings.Contains(text, "(") && !strings.HasSuffix(text, ")") {
				text += ")"
			}
			if p.isAdjacent(k) && in("bis ter quater", p.lower(k+1)) {
				k++
				text += " " + p.words[k].text
			}
			all = append(all, short+text)
			end = k + 1
			if k = p.gloss(k); k < 0 {
				break
			}
			end = k + 1
		} else if !in("and or to", p.lower(k)) {
			break
		}
		if gap := p.words[k].gap; gap != " " && gap != ", " && gap != ") " && gap != "), " {
			break
		}
	}
	return all, end
}

// gloss returns the last word of the brackets after a word, as in "53 (espionage), 50";
// the word itself without brackets, -1 if they are not closed.
func (p *passage) gloss(k int) int {
	if p.words[k].gap != " (" {
		return k
	}
	for end := k + 1; end < min(k+8, len(p.words)); end++ {
		if strings.Contains(p.words[end].gap, ")") {
			return end
		}
	}
	return -1
}

// numbered returns the end of a law's number, as in Law 30151 and Decree No. 5; 0 where there is none.
func (p *passage) numbered(i int) int {
	if p.lower(i) == "no" || p.lower(i) == "number" {
		i++
	}
	if i < len(p.words) && unicode.IsDigit([]rune(p.words[i].text)[0]) {
		if p.isAdjacent(i) && p.lower(i+1) == "of" && p.year(i+2) > 0 {
			return i + 3
		}
		return i + 1
	}
	return 0
}
