package draft

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed/pages"
)

func (r *reader) person(name string) *model.Person {
	at := slices.IndexFunc(r.people, func(q model.Person) bool { return pages.Same(q.Name, name) })
	if at < 0 {
		r.people = append(r.people, model.Person{Name: name, Kind: model.PersonIndividual})
		at = len(r.people) - 1
	}
	return &r.people[at]
}

// addPerson collects a person. Whom the text calls by one name is the one who
// has it already, unless it is a relative of somebody: his brother X.
func (r *reader) addPerson(name, described string, related bool, where model.Source) {
	if known := bySurname(r.peopleNames(), name); known != "" && !related {
		name = known
	}
	person := r.person(name)
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

// spelt adds another way in which the text writes a name.
func (r *reader) spelt(name, text string) {
	person := r.person(name)
	if !slices.ContainsFunc(person.Spellings, func(s model.Spelling) bool { return s.Text == text }) {
		person.Spellings = append(person.Spellings, model.Spelling{Text: text, Origin: "report"})
	}
}

// derived adds a name as it follows from the text, which does not write it so.
func (r *reader) derived(name, text string) {
	person := r.person(name)
	if !slices.ContainsFunc(person.Spellings, func(s model.Spelling) bool { return s.Text == text }) {
		person.Spellings = append(person.Spellings, model.Spelling{Text: text, Origin: "derived"})
	}
}

// bySurname returns the one person whose name ends so, else the one who has it
// as another word of the name; empty where there is none, or more than one.
// Among are the people that are looked at.
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

// peopleNames are the names of the people so far.
func (r *reader) peopleNames() []string {
	list := make([]string, len(r.people))
	for i, person := range r.people {
		list[i] = person.Name
	}
	return list
}
