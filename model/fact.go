package model

import (
	"fmt"
	"strconv"
)

// A Fact is one statement of a pack that can be checked in the report.
type Fact struct {
	Path   string // where in the pack, as a YAML path
	Case   string // the id of its case; empty for descriptions of people, organisations, places and laws
	What   string // what it says, such as "figure: at least 34 people arrested"
	Source Source // complete, with what the case's source adds
	Stated bool   // false for a fact that is not stated, of which there is nothing to find
}

// Inherit returns a fact's source with its empty fields filled from the first source of
// its case, except the anchors.
func (s Source) Inherit(first Source) Source {
	if len(s.Section) == 0 {
		s.Section = first.Section
	}
	if s.Paragraph == 0 {
		s.Paragraph = first.Paragraph
	}
	if s.Hedge == "" {
		s.Hedge = first.Hedge
	}
	return s
}

// Facts returns every fact of a pack: those of the cases in their order, then the
// descriptions of people, organisations, places and laws.
func (p Pack) Facts() []Fact {
	var facts []Fact
	for i, c := range p.Cases {
		facts = append(facts, c.Facts(fmt.Sprintf("$.cases[%d]", i), true)...)
	}
	described := func(path, name string, descriptions []Description) {
		for i, d := range descriptions {
			facts = append(facts, Fact{Path: fmt.Sprintf("%s.described[%d]", path, i), What: name + ": " + d.Text, Source: d.Source, Stated: true})
		}
	}
	for i, person := range p.People {
		path := fmt.Sprintf("$.people[%d]", i)
		described(path, person.Name, person.Described)
		if person.Status != nil {
			facts = append(facts, Fact{Path: path + ".status", What: person.Name + ": " + person.Status.Text, Source: person.Status.Source, Stated: true})
		}
	}
	for i, organisation := range p.Organisations {
		described(fmt.Sprintf("$.organisations[%d]", i), organisation.Name, organisation.Described)
	}
	for i, place := range p.Places {
		described(fmt.Sprintf("$.places[%d]", i), place.Name, place.Described)
	}
	for i, law := range p.Laws {
		path := fmt.Sprintf("$.laws[%d]", i)
		described(path, law.Name, law.Described)
		for j, provision := range law.Provisions {
			described(fmt.Sprintf("%s.provisions[%d]", path, j), law.Name+", "+provision.Name, provision.Described)
		}
	}
	return facts
}

// Facts returns the facts of a case at a path: its sources, then its fields in their
// order. Their texts are left out unless said, since a check of a million cases needs
// only their places.
func (c Case) Facts(path string, said bool) []Fact {
	item := func(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
	facts := make([]Fact, 0, len(c.Source)+len(c.Dates)+len(c.People)+len(c.Organisations)+len(c.Places)+len(c.Laws)+len(c.Outcomes)+len(c.Figures)+len(c.Fields))
	var first Source
	if len(c.Source) > 0 {
		first = c.Source[0]
	}
	add := func(field string, i int, source Source, stated bool, what func() string) {
		fact := Fact{Path: item(path+"."+field, i), Case: c.ID, Source: source.Inherit(first), Stated: stated}
		if said {
			fact.What = what()
		}
		facts = append(facts, fact)
	}
	for i, source := range c.Source {
		facts = append(facts, Fact{Path: item(path+".source", i), Case: c.ID, What: "case: " + c.Title, Source: source, Stated: true})
	}
	for i, date := range c.Dates {
		add("dates", i, date.Source, date.EDTF != NotStated, func() string { return "date: " + date.Label() })
	}
	for _, list := range []struct {
		field, what  string
		involvements []Involvement
	}{{"people", "person", c.People}, {"organisations", "organisation", c.Organisations}, {"places", "place", c.Places}} {
		for i, one := range list.involvements {
			add(list.field, i, one.Source, one.Name != NotStated, func() string { return fmt.Sprintf("%s: %s, %s", list.what, one.Name, one.Role) })
		}
	}
	for i, law := range c.Laws {
		add("laws", i, law.Source, law.Stated(), func() string { return "law: " + law.Label() })
	}
	for i, outcome := range c.Outcomes {
		add("outcomes", i, outcome.Source, true, func() string {
			if whom := outcome.Whom(); whom != "" {
				return "outcome: " + whom + ": " + outcome.Label()
			}
			return "outcome: " + outcome.Label()
		})
	}
	for i, figure := range c.Figures {
		add("figures", i, figure.Source, true, func() string { return "figure: " + figure.Label() })
	}
	for i, value := range c.Fields {
		add("fields", i, value.Source, value.Value != NotStated, func() string { return "field: " + value.Label() })
	}
	return facts
}
