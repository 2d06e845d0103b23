package table

import (
	"strings"

	"casebook/model"
	"casebook/seed/cells"
)

// maxDescribedPeople is the largest number of people with other names or descriptions.
const maxDescribedPeople = 100_000

// findsDetails reports whether a rule reads more than names.
func (fill nameFill) findsDetails() bool {
	return fill.rule.Asides || fill.rule.Within != "" || len(fill.spellings) > 0
}

// splitPerson splits a text into a name and the rest, and adds the other names of the row.
func (f *filler) splitPerson(fill nameFill, text string) (name string, aside cells.Aside) {
	if name = text; fill.rule.Asides {
		name, aside = cells.CutAside(text)
		for _, alias := range aside.Aliases {
			aside.Remarks = append(aside.Remarks, "also called "+alias)
		}
	}
	if fill.rule.Within == "(" {
		if before, group, ok := cells.CutGroup(name, '(', ')'); ok && before != "" {
			name, aside.Remarks = before, append(aside.Remarks, group)
		}
	}
	aside.Aliases = append(aside.Aliases, f.spellings(fill)...)
	return name, aside
}

// spellings returns the other names of a person in separate columns.
func (f *filler) spellings(fill nameFill) []string {
	var list []string
	for _, template := range fill.spellings {
		for spelling := range strings.FieldsFuncSeq(template.Fill(f.lines), func(r rune) bool { return r == ';' || r == '|' || r == '\n' }) {
			if spelling = strings.Join(strings.Fields(spelling), " "); !cells.IsUnnamed(spelling) && !f.m.IsNothing(spelling) {
				list = append(list, spelling)
			}
		}
	}
	return list
}

// peopleNames returns the names that a rule finds in the row. Without a name, another
// spelling is the name.
func (f *filler) peopleNames(fill nameFill) []string {
	names := f.names(fill)
	if len(names) == 0 || len(names) == 1 && cells.IsUnnamed(names[0]) {
		if spellings := f.spellings(fill); len(spellings) > 0 {
			return spellings[:1]
		}
	}
	return names
}

// surveyPeople records the other names and the descriptions of the people of a row.
func (f *filler) surveyPeople(fill nameFill) {
	for _, text := range f.peopleNames(fill) {
		name, aside := f.splitPerson(fill, text)
		if len(aside.Aliases)+len(aside.Remarks) == 0 || cells.IsUnnamed(name) {
			continue
		}
		name = f.firstSpelling("person", name)
		at, known := f.personIndex[name]
		if !known {
			if len(f.persons) >= maxDescribedPeople {
				continue
			}
			at = len(f.persons)
			f.personIndex[name] = at
			f.persons = append(f.persons, model.Person{Name: name, Kind: "individual"})
		}
		person := &f.persons[at]
		for _, alias := range aside.Aliases {
			if alias != name {
				person.Spellings = union(person.Spellings, []model.Spelling{{Text: alias, Origin: "report"}}, func(a, b model.Spelling) bool { return a.Text == b.Text })
			}
		}
		for _, remark := range aside.Remarks {
			person.Described = union(person.Described, []model.Description{{Text: remark}}, func(a, b model.Description) bool { return a.Text == b.Text })
		}
	}
}

// person returns the first spelling of a name, without what follows it in the cell, and
// whether there are unnamed others.
func (f *filler) person(fill nameFill, text string) (name string, others bool) {
	name, aside := f.splitPerson(fill, text)
	if len(aside.Aliases)+len(aside.Remarks) > 0 && !cells.IsUnnamed(name) {
		if _, kept := f.personIndex[f.firstSpelling("person", name)]; !kept {
			f.notes.add("too many people with other names and descriptions: the rest stays in the name, or is left out where it has its own column", text)
			return f.firstSpelling("person", text), false
		}
	}
	if !aside.Others {
		f.noteOthers(name)
	}
	if cells.IsUnnamed(name) {
		f.notes.add("no name: kept as an unnamed person", name)
		return model.NotStated, false
	}
	return f.firstSpelling("person", name), aside.Others
}
