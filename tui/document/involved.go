package document

import (
	"slices"

	"casebook/model"
	"casebook/tui/text"
)

// fields are values by their labels, in the order in which those came.
type fields struct {
	labels []string
	values map[string][]text.Line
}

func (f *fields) add(label string, value text.Line) {
	if f.values == nil {
		f.values = map[string][]text.Line{}
	}
	if f.values[label] == nil {
		f.labels = append(f.labels, label)
	}
	f.values[label] = append(f.values[label], value)
}

// all adds the fields to a document.
func (f *fields) all(b *Builder) {
	for _, label := range f.labels {
		b.field(label, f.values[label]...)
	}
}

// laws adds the laws by their roles. What is not stated of them is left to notStated.
func (b *Builder) laws(c model.Case) {
	var found fields
	for _, law := range c.Laws {
		if law.Stated() && law.Role != "mentioned" {
			found.add(b.lawLabel(law), b.lawLine(c, law))
		}
	}
	found.all(b)
}

func (b *Builder) lawLabel(law model.LawInvolvement) string {
	named := law.Name != model.NotStated
	switch law.Role {
	case model.LawCharged:
		if named {
			return b.Words.Say("Charged under")
		}
		return b.Words.Say("Charged with")
	case model.LawConvicted:
		if named {
			return b.Words.Say("Convicted under")
		}
		return b.Words.Say("Convicted of")
	case "applied":
		if named {
			return b.Words.Say("Law applied")
		}
		return b.Words.Say("Charge")
	case "defines":
		if named {
			return b.Words.Say("Law")
		}
		return b.Words.Say("Rule")
	case "proposed":
		return b.Words.Say("Law proposed")
	case "challenged":
		return b.Words.Say("Law challenged")
	case "not ratified":
		return b.Words.Say("Not ratified")
	}
	return text.Capital(b.Words.Word(string(law.Role)))
}

// lawLine returns a law with its descriptions.
func (b *Builder) lawLine(c model.Case, law model.LawInvolvement) text.Line {
	value, name, missing := model.JoinPath(law.Name), law.Name, ""
	switch {
	case law.Provision == "":
	case law.Provision == model.NotStated:
		missing = b.Words.Say("provision not stated")
	case law.Name == model.NotStated:
		value, name = model.JoinPath(law.Name, law.Provision), law.Provision
	default:
		value, name = model.JoinPath(law.Name, law.Provision), law.Name+", "+law.Provision
	}
	l := b.linked(Link{Facet: model.FacetLaw, Value: value}, name, "", "law")
	return append(l, b.aside(missing, model.DescribedLabel(law.Described), b.sourceDifference(c, law.Source), b.alsoIn(law.AlsoIn))...)
}

// places adds the places by their roles.
func (b *Builder) places(c model.Case) {
	var found fields
	for _, p := range model.Participants(c.Places) {
		if p.Name != model.NotStated {
			found.add(b.placeLabel(p.Role), b.involvedLine(c, p, model.FacetPlace))
		}
	}
	found.all(b)
}

func (b *Builder) placeLabel(role model.Role) string {
	switch role {
	case "occurred":
		return b.Words.Say("Where")
	case "planned":
		return b.Words.Say("Planned in")
	case "seat":
		return b.Words.Say("Based in")
	case "origin":
		return b.Words.Say("From")
	case "subject":
		return b.Words.Say("About")
	case model.RoleFromReport:
		return text.Capital(b.Words.Word("country"))
	}
	return text.Capital(b.Words.Word(string(role)))
}

// involvedLine returns a name with its descriptions and further roles.
func (b *Builder) involvedLine(c model.Case, p model.Participant, facet model.Facet) text.Line {
	l := b.linked(Link{Facet: facet, Value: p.FacetValue()}, p.FullName(), "", model.FieldOf(facet))
	also := []string{model.DescribedLabel(p.Described), b.sourceDifference(c, p.Source)}
	if p.Role == model.RoleFromReport {
		also = append(also, b.Words.Word(string(p.Role)))
	}
	for _, other := range p.Others {
		also = append(also, b.Words.Word(string(other.Role)), b.sourceDifference(c, other.Source))
	}
	return append(l, b.aside(append(also, b.alsoIn(p.AlsoIn))...)...)
}

// dates adds the dates by their kinds.
func (b *Builder) dates(c model.Case) {
	var found fields
	for _, date := range c.Dates {
		if date.EDTF == model.NotStated {
			continue
		}
		shown := b.Date(date.EDTF)
		if date.YearInferred {
			shown = b.Words.Say("%s (year inferred)", shown)
		}
		taken := ""
		if date.What == model.WhatFromReport {
			taken = b.Words.Word(string(date.What))
		}
		found.add(b.dateLabel(date.What), append(text.Line{text.New(text.Normal, shown)}, b.aside(taken, b.sourceDifference(c, date.Source))...))
	}
	found.all(b)
}

func (b *Builder) dateLabel(what model.DateWhat) string {
	switch what {
	case "act":
		return b.Words.Say("When")
	case model.WhatFromReport:
		return text.Capital(b.Words.Word("period"))
	case "protest":
		return b.Words.Say("Protests")
	case "planned":
		return b.Words.Say("Planned for")
	case "arrest":
		return b.Words.Say("Arrested")
	case "detention":
		return b.Words.Say("Detained")
	case "release":
		return b.Words.Say("Released")
	case "challenge":
		return b.Words.Say("Challenged")
	case "verdict":
		return b.Words.Say("Decided")
	case "appeal":
		return b.Words.Say("Appeal decided")
	case "conversion":
		return b.Words.Say("Converted")
	case "commutation":
		return b.Words.Say("Commuted")
	case "fine":
		return b.Words.Say("Fined")
	case "introduced":
		return b.Words.Say("Introduced")
	case "in force":
		return b.Words.Say("In force")
	case "first use":
		return b.Words.Say("First used")
	}
	return text.Capital(b.Words.Word(string(what)))
}

// otherNames adds the names that the case is not about: authorities, sources, and
// last those only mentioned.
func (b *Builder) otherNames(c model.Case) {
	var authorities, sources, mentioned []text.Line
	people, organisations := c.Concerned()
	add := func(all []model.Involvement, facet model.Facet) {
		for _, p := range model.Participants(all) {
			if slices.ContainsFunc(append(people, organisations...), func(other model.Participant) bool { return other.Name == p.Name }) {
				continue
			}
			l := text.Line{text.New(text.Normal, b.Words.Word(string(facet)+" "+model.NotStated))}
			if p.Name != model.NotStated {
				l = b.involvedLine(c, p, facet)
			}
			switch p.Role {
			case "authority":
				authorities = append(authorities, l)
			case "source":
				sources = append(sources, l)
			default:
				mentioned = append(mentioned, l)
			}
		}
	}
	add(c.People, model.FacetPerson)
	add(c.Organisations, model.FacetOrganisation)
	for _, law := range c.Laws {
		if law.Role == "mentioned" && law.Stated() {
			mentioned = append(mentioned, b.lawLine(c, law))
		}
	}
	b.field(b.Words.Say("Authority"), authorities...)
	b.field(b.Words.Say("According to"), sources...)
	b.field(b.Words.Say("Also mentioned"), mentioned...)
}
