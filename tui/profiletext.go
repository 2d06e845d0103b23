package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// profileDocument is what a view tells of one of its rows.
func profileDocument(w writing, p model.Profile) document {
	d := newWriter(w)
	switch {
	case len(p.Reports) > 0:
		d.coverage(p)
		return d.document
	case p.Case != "":
		d.oneFigure(p)
		return d.document
	case p.Text != "":
		d.time(p)
		return d.document
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
	d.space()
	d.listed(p)
	return d.document
}

// profileHeading writes what a row is called and how many cases it has.
func (w *writer) profileHeading(p model.Profile) {
	title := w.entryLabel(p.Entry)
	if p.Facet == model.FacetLaw {
		title = valueName(w.words, p.Facet, model.FacetValue{Value: p.Value, Label: p.Label})
	}
	w.paragraph(text.Mark(text.Title, title, w.terms("", fieldOf(p.Facet))))
	about := []string{w.words.Say("%d case|%d cases", p.Cases)}
	if p.Kind != "" {
		about = append([]string{w.words.Word(p.Kind)}, about...)
	}
	w.paragraph(text.Line{text.New(text.Muted, strings.Join(about, w.glyphs.Dot))})
	w.space()
}

// described writes what each report says of somebody or something, and how else
// it is spelt. That two reports mean the same one nobody says.
func (w *writer) described(p model.Profile) {
	if len(p.Apart) > 1 {
		w.paragraph(text.Line{text.New(text.Warning, w.words.Say("In %d report by this name|In %d reports by this name; that it is one and the same they do not say.", len(p.Apart)))})
	}
	for _, record := range p.Records {
		var said, spelt []text.Line
		for _, description := range record.Described {
			report := ""
			if len(p.Records) > 1 {
				report = record.Report
			}
			said = append(said, append(text.Mark(text.Normal, description.Text, w.terms("")), w.aside(w.differing(model.Case{}, notStatedHedge(description.Source)), report)...))
		}
		for _, spelling := range record.Spellings {
			spelt = append(spelt, append(text.Mark(text.Normal, spelling.Text, w.terms("", fieldOf(p.Facet))), w.aside(w.words.Word(string(spelling.Origin)))...))
		}
		w.field(w.words.Say("Described"), said...)
		w.field(w.words.Say("Also spelt"), spelt...)
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
	return slices.DeleteFunc(slices.Clone(p.Listed), func(c model.Case) bool { return sensitive(c.Sensitivity) })
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
func (w *writer) roles(p model.Profile, cases []model.Case) {
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
	below, counts := w.words.Say("a place in it"), map[string]int{}
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
		number := text.New(text.Muted, "  "+w.words.Number(counts[role]))
		if w.plain {
			number.Text = w.glyphs.Dot + w.words.Say("%d case|%d cases", counts[role])
		}
		values = append(values, text.Line{text.New(text.Normal, w.words.Word(role)), number})
	}
	w.field(w.words.Say("Role"), values...)
}

// listed leads to the cases of a row. Of a sensitive one only its title is shown.
func (w *writer) listed(p model.Profile) {
	w.someListed(p)
	for _, c := range p.Listed {
		l := append(w.linked(link{id: c.ID}, c.Title, "", "title"), w.aside(w.caseAside(p, c)...)...)
		if w.plain {
			w.field(w.words.Say("Case"), l)
			continue
		}
		w.item(l)
	}
}

// someListed says where only the first cases of a row are listed.
func (w *writer) someListed(p model.Profile) {
	switch {
	case p.Cases <= len(p.Listed):
	case w.plain:
		w.paragraph(text.Line{text.New(text.Warning, w.words.Say("The first %[1]d of %[2]d cases:", len(p.Listed), p.Cases))})
	default:
		w.paragraph(text.Line{text.New(text.Warning, w.words.Say("The first %[1]d of %[2]d cases; Enter on the row lists them all.", len(p.Listed), p.Cases))})
	}
}

// caseAside is what is said of a case beside its title: what the row has to do
// with it, and when it was.
func (w *writer) caseAside(p model.Profile, c model.Case) []string {
	if sensitive(c.Sensitivity) {
		return []string{w.words.Say("sensitive: %s", w.sensitivity(c.Sensitivity))}
	}
	var parts []string
	for _, role := range rolesIn(p, c) {
		parts = append(parts, w.words.Word(role))
	}
	if happened := c.Happenings(); len(happened) > 0 {
		parts = append(parts, w.shortDate(happened[0].EDTF))
	}
	return parts
}

// item adds a text over the whole width, its further rows further in.
func (w *writer) item(l text.Line) {
	if w.plain {
		w.paragraph(l)
		return
	}
	for i, row := range text.Wrap(l, w.width-2) {
		if i > 0 {
			row = append(text.Line{{Text: "  "}}, row...)
		}
		w.lines = append(w.lines, row)
	}
}
