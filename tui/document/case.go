package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// A LoadedCase is a case with what is shown beside it.
type LoadedCase struct {
	model.Case
	FromReport model.Report
	Sections   []model.Section
	Titles     map[string]string // of related cases, by id
}

// Gated reports whether a reader must open the case on purpose.
func (c LoadedCase) Gated() bool { return Sensitive(c.Sensitivity) }

// Case returns everything that the report says of a case.
func Case(f Format, c LoadedCase) Document {
	b := NewBuilder(f)
	b.heading(c)
	b.sensitive(c)
	for part := range strings.SplitSeq(c.Note, "\n") {
		note := text.Mark(text.Normal, part, f.terms(""))
		switch {
		case f.Plain && part != "":
			b.field(f.Words.Say("Note"), note)
		case !f.Plain:
			b.Paragraph(note)
		}
	}
	b.Space()
	b.notStated = slices.Clone(c.NotStated)
	b.involved(f.Words.Say("People"), model.FacetPerson, c, c.People, "person")
	b.involved(f.Words.Say("Organisations"), model.FacetOrganisation, c, c.Organisations, "org")
	b.laws(c.Case)
	b.involved(f.Words.Say("Place"), model.FacetPlace, c, c.Places, "place")
	b.dates(c.Case)
	b.outcomes(c.Case)
	b.figures(c.Case)
	b.ownFields(c.Case)
	for _, omission := range b.notStated {
		label := f.Words.Word(string(omission.Topic()))
		if object := omission.Object(); object != "" {
			label += " " + object
		}
		b.field(text.Capital(label), b.NotStated())
	}
	b.Space()
	b.relations(c)
	for i, source := range c.Source {
		label := ""
		if i == 0 {
			label = f.Words.Say("Source")
		}
		hedge := ""
		if i > 0 && source.Hedge != c.Source[0].Hedge {
			hedge = b.Words.Word(string(source.Hedge))
		}
		b.field(label, append(text.Line{text.New(text.Normal, b.section(source))}, b.aside(hedge)...))
	}
	b.Space()
	b.footnote(text.Line{text.New(text.Muted, c.FromReport.Attribution)})
	return b.Document
}

func (b *Builder) involved(label string, facet model.Facet, c LoadedCase, all []model.Involvement, field string) {
	var values []text.Line
	for _, involved := range model.Participants(all) {
		if involved.Name == model.NotStated {
			values = append(values, append(b.NotStated(), b.aside(b.Words.Word(string(involved.Role)))...))
			continue
		}
		value := b.Linked(Link{Facet: facet, Value: involved.FacetValue()}, involved.FullName(), "", field)
		values = append(values, append(value, b.aside(b.rolesIn(c.Case, involved), model.DescribedLabel(involved.Described), b.alsoIn(involved.AlsoIn))...))
	}
	b.field(label, b.orNotStated(values, model.Omission(field))...)
}

// rolesIn returns what somebody has to do with a case, each role with how its
// source differs from that of the case.
func (b *Builder) rolesIn(c model.Case, p model.Participant) string {
	var roles []string
	for _, i := range append([]model.Involvement{p.Involvement}, p.Others...) {
		roles = append(roles, b.Join(b.Words.Word(string(i.Role)), b.sourceDifference(c, i.Source)))
	}
	return strings.Join(roles, ", ")
}

// ownFields adds what the report has of its own, the values of a field together.
func (b *Builder) ownFields(c model.Case) {
	values := map[string][]text.Line{}
	var names []string
	for _, field := range c.Fields {
		if values[field.Name] == nil {
			names = append(names, field.Name)
		}
		value := text.Mark(text.Normal, field.Value, b.terms(""))
		values[field.Name] = append(values[field.Name], append(value, b.aside(b.sourceDifference(c, field.Source))...))
	}
	for _, name := range names {
		b.field(name, values[name]...)
	}
}

// orNotStated returns the values of a field, or for an empty field that the report
// leaves it out, where it does.
func (b *Builder) orNotStated(values []text.Line, topic model.Omission) []text.Line {
	if at := slices.Index(b.notStated, topic); at >= 0 && len(values) == 0 {
		b.notStated = slices.Delete(b.notStated, at, at+1)
		values = append(values, b.NotStated())
	}
	return values
}

func (b *Builder) laws(c model.Case) {
	var values []text.Line
	for _, law := range c.Laws {
		role, described := b.Words.Word(string(law.Role)), model.DescribedLabel(law.Described)
		aside := b.aside(role, described, b.sourceDifference(c, law.Source), b.alsoIn(law.AlsoIn))
		provision := law.Provision
		if provision == model.NotStated {
			provision = ""
		}
		var value text.Line
		switch {
		case law.Name == model.NotStated && provision == "":
			value = b.NotStated()
		case law.Name == model.NotStated:
			value = b.Linked(Link{Facet: model.FacetLaw, Value: model.JoinPath(law.Name, provision)}, provision, "", "law")
			aside = b.aside(role, b.Words.Say("law not stated"), described, b.sourceDifference(c, law.Source), b.alsoIn(law.AlsoIn))
		case provision == "":
			value = b.Linked(Link{Facet: model.FacetLaw, Value: model.JoinPath(law.Name)}, law.Name, "", "law")
			if law.Provision != "" {
				aside = b.aside(role, b.Words.Say("provision not stated"), described, b.sourceDifference(c, law.Source), b.alsoIn(law.AlsoIn))
			}
		default:
			value = b.Linked(Link{Facet: model.FacetLaw, Value: model.JoinPath(law.Name, provision)}, law.Name+", "+provision, "", "law")
		}
		values = append(values, append(value, aside...))
	}
	b.field(b.Words.Say("Law"), b.orNotStated(values, "law")...)
}

func (b *Builder) dates(c model.Case) {
	var values []text.Line
	for _, date := range c.Dates {
		shown := b.Date(date.EDTF)
		if date.YearInferred {
			shown = b.Words.Say("%s (year inferred)", shown)
		}
		value := text.Line{text.New(text.Normal, shown)}
		if date.EDTF == model.NotStated {
			value = b.NotStated()
		}
		values = append(values, append(value, b.aside(b.Words.Word(string(date.What)), b.sourceDifference(c, date.Source))...))
	}
	b.field(b.Words.Say("When"), b.orNotStated(values, "date")...)
}

func (b *Builder) relations(c LoadedCase) {
	var values []text.Line
	for _, relation := range c.Related() {
		value := text.Line{text.New(text.Normal, b.Words.Word(string(relation.Type))+" ")}
		title := c.Titles[relation.Case]
		switch {
		case title == "":
			title = relation.Case
		case b.Plain && !b.Numbered: // where nothing leads to it
			title = b.Join(relation.Case, title)
		}
		values = append(values, append(value, b.Linked(Link{Case: relation.Case}, title)...))
	}
	b.field(b.Words.Say("Related"), values...)
	if len(values) > 0 {
		b.Space()
	}
}

// alsoIn returns that other reports have the same name. Only a pack can say that it
// is the same person or thing, so it is a possible match.
func (f Format) alsoIn(reports []string) string {
	switch {
	case len(reports) == 0:
		return ""
	case f.Plain && !f.Numbered: // where nothing leads to them they are named
		return f.Words.Say("possible match in %s", strings.Join(reports, f.Glyphs.Dot))
	}
	return f.Words.Say("possible match in %d other report|possible match in %d other reports", len(reports))
}
