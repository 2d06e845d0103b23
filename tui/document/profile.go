package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/text"
)

// Profile returns the profile of a row of a view.
func Profile(f Format, p results.Profile) Document {
	b := NewBuilder(f)
	switch {
	case p.Plot != "":
		b.plotProfile(p)
		return b.Document
	case len(p.Reports) > 0:
		b.coverage(p)
		return b.Document
	case p.Case != "":
		b.figureProfile(p)
		return b.Document
	case p.Text != "":
		b.period(p)
		return b.Document
	}
	b.profileHeading(p)
	b.descriptions(p)
	cases := notSensitive(p)
	switch p.Facet {
	case model.FacetPerson:
		b.roles(p, cases)
		b.personOutcomes(p.Value, cases)
	case model.FacetLaw:
		b.noCommonLaw(p)
		b.penalties(p, cases)
		b.charged(p, cases)
		b.sameCharge(p)
	case model.FacetPlace:
		b.roles(p, cases)
	}
	b.Space()
	b.caseLinks(p)
	return b.Document
}

// profileHeading adds the label of a row and its number of cases.
func (b *Builder) profileHeading(p results.Profile) {
	title := b.EntryLabel(p.Entry)
	if p.Facet == model.FacetLaw {
		title = FullValueLabel(b.Words, p.Facet, results.FacetValue{Value: p.Value, Label: p.Label})
	}
	b.Paragraph(text.Mark(text.Title, title, b.terms("", model.FieldOf(p.Facet))))
	about := []string{b.Words.Say("%d case|%d cases", p.Cases)}
	if p.Kind != "" {
		about = append([]string{b.Words.Word(p.Kind)}, about...)
	}
	b.Paragraph(text.Line{text.New(text.Muted, strings.Join(about, b.Glyphs.Dot))})
	b.Space()
}

// descriptions adds the descriptions and other spellings of a person, an organisation,
// a place or a law, report by report.
func (b *Builder) descriptions(p results.Profile) {
	if len(p.Apart) > 1 {
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("Named in %d report.|Also named in %d reports; may not be the same.", len(p.Apart)))})
	}
	for _, record := range p.Records {
		var said, spelt []text.Line
		for _, description := range record.Described {
			report := ""
			if len(p.Records) > 1 {
				report = record.Report
			}
			said = append(said, append(text.Mark(text.Normal, description.Text, b.terms("")), b.aside(b.sourceDifference(model.Case{}, notStatedHedge(description.Source)), report)...))
		}
		for _, spelling := range record.Spellings {
			spelt = append(spelt, append(text.Mark(text.Normal, spelling.Text, b.terms("", model.FieldOf(p.Facet))), b.aside(b.Words.Word(string(spelling.Origin)))...))
		}
		b.field(b.Words.Say("Described as"), said...)
		b.field(b.Words.Say("Also spelled"), spelt...)
	}
}

// notStatedHedge returns the source without the hedge "stated".
func notStatedHedge(s model.Source) model.Source {
	if s.Hedge == model.HedgeStated {
		s.Hedge = ""
	}
	return s
}

// notSensitive returns the cases of a profile that are not sensitive.
func notSensitive(p results.Profile) []model.Case {
	return slices.DeleteFunc(slices.Clone(p.Listed), func(c model.Case) bool { return c.Sensitivity.IsSensitive() })
}

// rolesIn returns the roles of a profile's person, law, provision or place in a case.
func rolesIn(p results.Profile, c model.Case) []string {
	var roles []string
	add := func(own bool, role string) {
		if own && !slices.Contains(roles, role) {
			roles = append(roles, role)
		}
	}
	switch p.Facet {
	case model.FacetPerson:
		for _, involved := range c.People {
			add(involved.Name == p.Value, string(involved.Role))
		}
	case model.FacetPlace:
		for _, involved := range c.Places {
			add(involved.FacetValue() == p.Value, string(involved.Role))
		}
	case model.FacetLaw:
		path := model.SplitPath(p.Value)
		for _, involved := range c.Laws {
			add(involved.Name == path[0] && (len(path) == 1 || involved.Provision == path[1]), string(involved.Role))
		}
	}
	return roles
}

// roles adds the roles of a person or a place with their numbers of cases, for a place
// also those of the places in it.
func (b *Builder) roles(p results.Profile, cases []model.Case) {
	var order []string
	for _, role := range model.PersonRoles() {
		if p.Facet == model.FacetPerson {
			order = append(order, string(role))
		}
	}
	for _, role := range model.PlaceRoles() {
		if p.Facet == model.FacetPlace {
			order = append(order, string(role))
		}
	}
	below, counts := b.Words.Say("a place in it"), map[string]int{}
	for _, c := range cases {
		roles := rolesIn(p, c)
		if len(roles) == 0 && p.Facet == model.FacetPlace {
			roles = []string{below}
		}
		for _, role := range roles {
			counts[role]++
		}
	}
	var values []text.Line
	for _, role := range append(order, below) {
		if counts[role] == 0 {
			continue
		}
		number := text.New(text.Muted, " "+b.Words.Number(counts[role]))
		if b.Plain {
			number.Text = b.Glyphs.Dot + b.Words.Say("%d case|%d cases", counts[role])
		}
		values = append(values, text.Line{text.New(text.Normal, b.Words.Word(role)), number})
	}
	b.field(b.Words.Say("Role"), values...)
}

// caseLinks adds links to the cases of a row. Of a sensitive one only its title is shown.
func (b *Builder) caseLinks(p results.Profile) {
	b.firstListed(p)
	for _, c := range p.Listed {
		l := append(b.linked(Link{Case: c.ID}, c.Title, "", "title"), b.aside(b.caseAside(p, c)...)...)
		if b.Plain {
			b.field(b.Words.Say("Case"), l)
			continue
		}
		b.item(l)
	}
}

// firstListed says that only the first cases of a row are listed, if so.
func (b *Builder) firstListed(p results.Profile) {
	switch {
	case p.Cases <= len(p.Listed):
	case b.Plain:
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("The first %[1]d of %[2]d cases:", len(p.Listed), p.Cases))})
	default:
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("The first %[1]d of %[2]d cases. Press Enter on the row to list all.", len(p.Listed), p.Cases))})
	}
}

// caseAside returns the text beside the title of a case: the role of the row and the
// date.
func (b *Builder) caseAside(p results.Profile, c model.Case) []string {
	if c.Sensitivity.IsSensitive() {
		return []string{b.Words.Say("sensitive: %s", b.sensitivity(c.Sensitivity))}
	}
	var parts []string
	for _, role := range rolesIn(p, c) {
		parts = append(parts, b.Words.Word(role))
	}
	if date := c.MainDate(); date != "" {
		parts = append(parts, b.shortDate(date))
	}
	return parts
}
