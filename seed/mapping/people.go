package mapping

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model"
	"casebook/seed/cells"
)

// givenNames distinguishes given names from full names: "Имя" and "Nombre" are a full
// name, unless another column has the family name.
func (p *proposer) givenNames(chosen [][]heading) {
	family := slices.ContainsFunc(chosen, func(found []heading) bool { return len(found) > 0 && found[0].Field == "last name" })
	first := slices.ContainsFunc(chosen, func(found []heading) bool { return len(found) > 0 && found[0].Field == "first name" && found[0].exact })
	for i, found := range chosen {
		words := headingWords(p.t.Bare[i])
		if len(words) != 1 || len(found) == 0 {
			continue
		}
		switch word := words[0]; {
		case family && found[0].Field == "people" && found[0].As == "" && found[0].exact && word != "nom":
			found[0].Field = "first name"
		case !family && found[0].Field == "first name" && found[0].exact:
			if word == "имя" || word == "nombre" || word == "аты" || word == "adi" || word == "ad" {
				found[0].Field, found[0].As = "people", ""
			}
		case first && !family && found[0].Field == "people" && found[0].As == "" && found[0].exact && p.s.columns[i].oneWord():
			found[0].Field = "last name" // Vorname, Name
		}
	}
}

// oneWord reports whether most of the values of a column are one word.
func (s *columnSurvey) oneWord() bool {
	words := 0
	for value := range s.values {
		if !strings.Contains(value, " ") {
			words++
		}
	}
	return words*10 >= len(s.values)*7
}

// mapPeople maps the columns with people.
func (p *proposer) mapPeople(all func(string) []int, chosen [][]heading) {
	people := all("people")
	role := p.roleOfPeople()
	whole := false
	var spellings []int
	for n, i := range people {
		if p.otherSpelling(i, people[:n]) {
			spellings = append(spellings, i)
			continue
		}
		as := model.Role(chosen[i][0].As)
		if as == "" {
			as, whole = role, true
		} else if as == "reported victim" || as == "defendant" {
			whole = true
		}
		rule := NameRule{Name: p.ref(i), Role: as, Split: p.split(i, true)}
		if p.bracketsIn(i, &rule); rule.Within == "" {
			rule.Asides = p.hasAsides(i)
		}
		p.m.People = append(p.m.People, rule)
		p.mapped[i] = true
		if s := &p.s.columns[i]; s.pairs > 0 {
			text := p.t.Columns[i] + `: the cell may name several people and is kept as one name; to split it, add split: [", ", " and "] to the mapping`
			p.notes = append(p.notes, Note{Text: text, Count: s.pairs, Examples: []string{Shorten(s.firstPair)}})
			p.askSplit(i, len(p.m.People)-1)
		}
	}
	defer p.mapSpellings(append(spellings, all("spellings")...))
	given, middle, family := all("first name"), all("middle name"), all("last name")
	if whole || len(family) == 0 && len(given) == 0 {
		return
	}
	parts := append(append(append([]int(nil), given...), middle...), family...)
	if strings.ContainsFunc(p.t.Bare[parts[0]], func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		slices.Sort(parts) // Russian lists have the family name first
	}
	var refs []string
	for _, i := range parts {
		refs = append(refs, string(p.ref(i)))
		p.mapped[i] = true
	}
	for _, i := range all("suffix") {
		refs = append(refs, string(p.ref(i)))
		p.mapped[i] = true
	}
	p.m.People = append(p.m.People, NameRule{Name: Template(strings.Join(refs, " ")), Role: role})
}

// IsAffected reports whether a role is for people to whom something happened, not for
// perpetrators or sources.
func IsAffected(role model.Role) bool {
	return role != "authority" && role != "source" && role != "alleged perpetrator"
}

// mapSpellings maps columns with other names of a person if each row has one person. They
// stay custom fields too, so that a case shows them.
func (p *proposer) mapSpellings(columns []int) {
	var whose []int
	for i, rule := range p.m.People {
		if IsAffected(rule.Role) {
			whose = append(whose, i)
		}
	}
	if len(whose) != 1 || len(p.m.People[whose[0]].Split) > 0 {
		return // it is not known whose they are, so they are only fields
	}
	rule := &p.m.People[whose[0]]
	for _, i := range columns {
		if !p.mapped[i] && p.s.columns[i].numbers == 0 && p.s.columns[i].all > 0 {
			rule.Spellings = append(rule.Spellings, p.ref(i))
		}
	}
}

// hasAsides reports whether a column has more than names, and notes it.
func (p *proposer) hasAsides(column int) bool {
	var examples []string
	count := 0
	for _, value := range p.s.columns[column].byFrequency() {
		if _, aside := cells.CutAside(value); aside.HasDetails() {
			if count += p.s.columns[column].values[value]; len(examples) < 3 {
				examples = append(examples, Shorten(value))
			}
		}
	}
	if count > 0 {
		p.notes = append(p.notes, Note{Text: p.t.Columns[column] + ": an alias, an age, a year of birth or others after a name: kept as other names and descriptions of the person", Count: count, Examples: examples})
	}
	return count > 0
}

// bracketsIn finds out whether names of people have descriptions in brackets, which are
// repeated: Ada Lind (Port Daily), Bo Berg (Port Daily).
func (p *proposer) bracketsIn(column int, rule *NameRule) {
	s := &p.s.columns[column]
	if !s.isAtLeast(s.brackets, 0.6) || s.overflows() {
		return
	}
	groups, all, several := map[string]bool{}, 0, false
	for value := range s.values {
		for person := range strings.SplitSeq(value, "), ") {
			name, group, ok := strings.Cut(strings.TrimSuffix(person, ")"), " (")
			if !ok {
				continue
			}
			if _, aside := cells.CutAside(name + " (" + group + ")"); aside.HasDetails() || !isPersonName(name) || strings.ContainsAny(group, "()0123456789") {
				return
			}
			groups[group] = true
			all++
		}
		several = several || strings.Contains(value, "), ")
	}
	if len(groups)*2 > all {
		return
	}
	if rule.Within = "("; several {
		rule.Split = append(rule.Split, ", ")
	}
	p.note("%s: what stands in brackets behind a name describes the person, such as %s", p.t.Columns[column], Shorten(s.examples[0]))
}

// otherSpelling reports whether a column has the same people as an earlier one, spelled in
// another language.
func (p *proposer) otherSpelling(column int, before []int) bool {
	bare := func(i int) []string {
		return slices.DeleteFunc(headingWords(p.t.Bare[i]), languageWords.has)
	}
	return slices.ContainsFunc(before, func(i int) bool { return slices.Equal(bare(i), bare(column)) })
}

// roleOfPeople guesses the role of the people in a list from its name and columns.
func (p *proposer) roleOfPeople() model.Role {
	text := model.Fold(p.t.FileName() + " " + p.t.Layout.Sheet + " " + strings.Join(p.t.Bare, " "))
	for _, hint := range []struct {
		role  model.Role
		words string
	}{
		{"reported victim", "violence violencia насили gewalt victim kill murder dead death died execut disappear missing detain arrest prisoner tortur shooting shot hostage abduct political persecut journalist defender жертв погиб убит пытк задерж арест похищ исчез пропав политзак журналист victim tue mort disparu deten arret otage victima muert asesin desapar deten secuestr feminicid затрим затрым ув'язн зняволен вязень зник загинул постражд убив ұстал тұтқын қамау қаза жәбір tutuk gözaltı öldür mağdur vítima pres detid opfer getötet verhaft festnahme haft vermisst vittim ofiar zatrzym اعتقال بازداشت زندان قربانی کشته معتقل olingan hibsga ushlangan jabrlan 拘留 拘押 逮捕 被捕 遇难 受害 شهيد ضحايا قتل"},
		{"defendant", "defendant accus charge sentenc convict verdict court подсудим обвин приговор статья осужд accus condamn proces acusad imputad sentenc juicio обвинувач вирок прысуд абвінавач айыпт сотталған үкім hukm modda ayblan sanık hüküm angeklag urteil متهم 被告 判决"},
	} {
		for _, word := range strings.Fields(hint.words) {
			if strings.Contains(text, model.Fold(word)) {
				return hint.role
			}
		}
	}
	return "mentioned"
}

// askSplit asks whether to split cells that name two people. Without an answer they are
// not split.
func (p *proposer) askSplit(column, rule int) {
	s := &p.s.columns[column]
	words := strings.Fields(s.firstPair)
	at := slices.IndexFunc(words, isAnd)
	split := Texts{" " + words[at] + " "}
	comma := true // true for Ada Lind, Bo Berg and Cy Dahl; false for Lind, Ada
	for value := range s.values {
		comma = comma && (!strings.Contains(value, ", ") || strings.Contains(value, split[0]))
	}
	if comma && !s.overflows() {
		split = append(split, ", ")
	}
	parts := strings.Join(words[:at], " ") + "; " + strings.Join(words[at+1:], " ")
	p.questions = append(p.questions, Question{Note: p.notes[len(p.notes)-1].Text, Text: fmt.Sprintf("Split the cells of %s that name several people, such as %s?", strconv.Quote(p.t.Columns[column]), Shorten(s.firstPair)), column: p.t.Columns[column],
		Answers: []Answer{{Text: "yes: " + Shorten(parts), set: func(m *Mapping) { m.People[rule].Split = append(m.People[rule].Split, split...) }}, {Text: "no, each is one name", set: func(*Mapping) {}}}})
}

func isAnd(word string) bool {
	return slices.Contains([]string{"and", "&", "и", "және", "et", "y"}, word)
}

// isPair reports whether a text is two whole names with a word for "and" between them.
func isPair(text string) bool {
	if len(text) > 120 {
		return false
	}
	words := strings.Fields(text)
	at := slices.IndexFunc(words, isAnd)
	if at < 0 {
		return false
	}
	return isWholeName(words[:at]) && isWholeName(words[at+1:])
}

// isWholeName reports whether words are two to four that begin with a capital.
func isWholeName(words []string) bool {
	return len(words) >= 2 && len(words) <= 4 && !slices.ContainsFunc(words, func(word string) bool {
		first, _ := utf8.DecodeRuneInString(word)
		return !unicode.IsUpper(first)
	})
}
