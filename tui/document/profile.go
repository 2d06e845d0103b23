package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// Profile is what a view tells of one of its rows.
func Profile(w Format, p model.Profile) Document {
	d := NewBuilder(w)
	switch {
	case len(p.Reports) > 0:
		d.coverage(p)
		return d.Document
	case p.Case != "":
		d.oneFigure(p)
		return d.Document
	case p.Text != "":
		d.time(p)
		return d.Document
	}
	d.profileHeading(p)
	d.described(p)
	cases := open(p)
	switch p.Facet {
	case model.FacetPerson:
		d.roles(p, cases)
		d.personOutcomes(p.Value, cases)
	case model.FacetLaw:
		d.unnamed(p)
		d.penalties(p, cases)
		d.charged(p, cases)
		d.sameCharge(p)
	case model.FacetPlace:
		d.roles(p, cases)
	}
	d.Space()
	d.listed(p)
	return d.Document
}

// profileHeading writes what a row is called and how many cases it has.
func (b *Builder) profileHeading(p model.Profile) {
	title := b.EntryLabel(p.Entry)
	if p.Facet == model.FacetLaw {
		title = FullValueLabel(b.Words, p.Facet, model.FacetValue{Value: p.Value, Label: p.Label})
	}
	b.Paragraph(text.Mark(text.Title, title, b.terms("", model.FieldOf(p.Facet))))
	about := []string{b.Words.Say("%d case|%d cases", p.Cases)}
	if p.Kind != "" {
		about = append([]string{b.Words.Word(p.Kind)}, about...)
	}
	b.Paragraph(text.Line{text.New(text.Muted, strings.Join(about, b.Glyphs.Dot))})
	b.Space()
}

// described writes what each report says of somebody or something, and how else
// it is spelt. That two reports mean the same one nobody says.
func (b *Builder) described(p model.Profile) {
	if len(p.Apart) > 1 {
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("In %d report by this name|In %d reports by this name; that it is one and the same they do not say.", len(p.Apart)))})
	}
	for _, record := range p.Records {
		var said, spelt []text.Line
		for _, description := range record.Described {
			report := ""
			if len(p.Records) > 1 {
				report = record.Report
			}
			said = append(said, append(text.Mark(text.Normal, description.Text, b.terms("")), b.aside(b.differing(model.Case{}, notStatedHedge(description.Source)), report)...))
		}
		for _, spelling := range record.Spellings {
			spelt = append(spelt, append(text.Mark(text.Normal, spelling.Text, b.terms("", model.FieldOf(p.Facet))), b.aside(b.Words.Word(string(spelling.Origin)))...))
		}
		b.field(b.Words.Say("Described"), said...)
		b.field(b.Words.Say("Also spelt"), spelt...)
	}
}

// notStatedHedge leaves out the hedge of what is simply stated.
func notStatedHedge(s model.Source) model.Source {
	if s.Hedge == model.HedgeStated {
		s.Hedge = ""
	}
	return s
}

// open are the cases of a profile that are not sensitive.
func open(p model.Profile) []model.Case {
	return slices.DeleteFunc(slices.Clone(p.Listed), func(c model.Case) bool { return Sensitive(c.Sensitivity) })
}

// rolesIn are the roles in a case of the person, the law, the provision or the
// place that a profile is of.
func rolesIn(p model.Profile, c model.Case) []string {
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
			add(involved.Name == p.Value, string(involved.Role))
		}
	case model.FacetLaw:
		path := model.SplitPath(p.Value)
		for _, involved := range c.Laws {
			add(involved.Name == path[0] && (len(path) == 1 || involved.Provision == path[1]), string(involved.Role))
		}
	}
	return roles
}

// roles writes in how many of the cases a person or a place has each role. A case
// may be of a place that is inside of it.
func (b *Builder) roles(p model.Profile, cases []model.Case) {
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
		number := text.New(text.Muted, "  "+b.Words.Number(counts[role]))
		if b.Plain {
			number.Text = b.Glyphs.Dot + b.Words.Say("%d case|%d cases", counts[role])
		}
		values = append(values, text.Line{text.New(text.Normal, b.Words.Word(role)), number})
	}
	b.field(b.Words.Say("Role"), values...)
}

// listed leads to the cases of a row. Of a sensitive one only its title is shown.
func (b *Builder) listed(p model.Profile) {
	b.someListed(p)
	for _, c := range p.Listed {
		l := append(b.Linked(Link{Case: c.ID}, c.Title, "", "title"), b.aside(b.caseAside(p, c)...)...)
		if b.Plain {
			b.field(b.Words.Say("Case"), l)
			continue
		}
		b.item(l)
	}
}

// someListed says where only the first cases of a row are listed.
func (b *Builder) someListed(p model.Profile) {
	switch {
	case p.Cases <= len(p.Listed):
	case b.Plain:
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("The first %[1]d of %[2]d cases:", len(p.Listed), p.Cases))})
	default:
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("The first %[1]d of %[2]d cases; Enter on the row lists them all.", len(p.Listed), p.Cases))})
	}
}

// caseAside is what is said of a case beside its title: what the row has to do
// with it, and when it was.
func (b *Builder) caseAside(p model.Profile, c model.Case) []string {
	if Sensitive(c.Sensitivity) {
		return []string{b.Words.Say("sensitive: %s", b.sensitivity(c.Sensitivity))}
	}
	var parts []string
	for _, role := range rolesIn(p, c) {
		parts = append(parts, b.Words.Word(role))
	}
	if happened := c.Happenings(); len(happened) > 0 {
		parts = append(parts, b.ShortDate(happened[0].EDTF))
	}
	return parts
}
