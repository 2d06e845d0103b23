package tui

import (
	"cmp"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
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
	switch p.Facet {
	case model.FacetPerson:
		d.personRoles(p)
		d.personOutcomes(p)
	case model.FacetLaw:
		d.penalties(p)
		d.charged(p)
		d.sameCharge(p)
	case model.FacetPlace:
		d.placeRoles(p)
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
	w.paragraph(marked(toneTitle, title, w.terms("", fieldOf(p.Facet))))
	about := []string{w.words.Say("%d case|%d cases", p.Cases)}
	if p.Kind != "" {
		about = append([]string{w.words.Word(p.Kind)}, about...)
	}
	w.paragraph(line{say(toneMuted, strings.Join(about, w.signs.dot))})
	w.space()
}

// described writes what each report says of somebody or something, and how else
// it is spelt. That two reports mean the same one nobody says.
func (w *writer) described(p model.Profile) {
	if len(p.Apart) > 1 {
		w.paragraph(line{say(toneWarning, w.words.Say("In %d report by this name|In %d reports by this name; that it is one and the same they do not say.", len(p.Apart)))})
	}
	for _, record := range p.Records {
		var said, spelt []line
		for _, description := range record.Described {
			report := ""
			if len(p.Records) > 1 {
				report = record.Report
			}
			said = append(said, append(marked(toneText, description.Text, w.terms("")), w.aside(w.differing(model.Case{}, notStatedHedge(description.Source)), report)...))
		}
		for _, spelling := range record.Spellings {
			spelt = append(spelt, append(marked(toneText, spelling.Text, w.terms("", fieldOf(p.Facet))), w.aside(w.words.Word(string(spelling.Origin)))...))
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

// tally writes how many cases there are of each role, those listed first of an order.
func (w *writer) tally(roles []string, order []string) {
	var values []line
	for _, role := range order {
		count := 0
		for _, r := range roles {
			if r == role {
				count++
			}
		}
		if count > 0 {
			number := say(toneMuted, "  "+w.words.Number(count))
			if w.plain {
				number.text = w.signs.dot + w.words.Say("%d case|%d cases", count)
			}
			values = append(values, line{say(toneText, w.words.Word(role)), number})
		}
	}
	w.field(w.words.Say("Role"), values...)
}

func (w *writer) personRoles(p model.Profile) {
	var roles, order []string
	for _, c := range open(p) {
		var own []string
		for _, involved := range c.People {
			if involved.Name == p.Value && !slices.Contains(own, string(involved.Role)) {
				own = append(own, string(involved.Role))
			}
		}
		roles = append(roles, own...)
	}
	for _, role := range model.PersonRoles() {
		order = append(order, string(role))
	}
	w.tally(roles, order)
}

func (w *writer) placeRoles(p model.Profile) {
	var roles, order []string
	below := w.words.Say("a place in it")
	for _, c := range open(p) {
		var own []string
		for _, involved := range c.Places {
			role := string(involved.Role)
			if involved.Name == p.Value && !slices.Contains(own, role) {
				own = append(own, role)
			}
		}
		if len(own) == 0 {
			own = []string{below}
		}
		roles = append(roles, own...)
	}
	for _, role := range model.PlaceRoles() {
		order = append(order, string(role))
	}
	w.tally(roles, append(order, below))
}

// concerns says whether an outcome of a case is about a person in it: it names
// them, or nobody, and they are one of those whom the case is about.
func concerns(o model.Outcome, person model.Involvement) bool {
	if o.Stage == "penalty in law" || len(o.People) > 0 {
		return slices.Contains(o.People, person.Name)
	}
	return person.Role != "authority" && person.Role != "source" && person.Role != "mentioned"
}

// personOutcomes writes what a person's cases ended with for them, over time.
func (w *writer) personOutcomes(p model.Profile) {
	type ended struct {
		model.Outcome
		link link
	}
	var outcomes []ended
	for _, c := range open(p) {
		for _, o := range c.Outcomes {
			if slices.ContainsFunc(c.People, func(i model.Involvement) bool { return i.Name == p.Value && concerns(o, i) }) {
				outcomes = append(outcomes, ended{o, link{id: c.ID}})
			}
		}
	}
	slices.SortStableFunc(outcomes, func(a, b ended) int { return cmp.Compare(firstDay(a.Date), firstDay(b.Date)) })
	var values []line
	for _, o := range outcomes {
		date := w.words.Say("date not stated")
		if o.Date != "" {
			date = w.date(o.Date)
		}
		values = append(values, append(w.linked(o.link, w.outcome(o.Outcome)), w.aside(w.words.Word(string(o.Stage)), date, w.differing(model.Case{}, notStatedHedge(o.Source)))...))
	}
	w.field(w.words.Say("Outcomes"), values...)
}

// firstDay is the first day that a date may mean; what is undated comes last.
func firstDay(text string) string {
	date, err := edtf.Parse(text)
	if err != nil {
		return "~"
	}
	return date.Earliest()
}

// lawRoles are the roles of a law in a case: of the provision that a profile is
// of, or of the law.
func lawRoles(p model.Profile, c model.Case) []model.LawRole {
	law, provision, isProvision := strings.Cut(p.Value, "/")
	var roles []model.LawRole
	for _, l := range c.Laws {
		if l.Name == law && (!isProvision || l.Provision == provision) && !slices.Contains(roles, l.Role) {
			roles = append(roles, l.Role)
		}
	}
	return roles
}

// penalties writes what a law punishes: the cases that define it, with the
// sentences it sets.
func (w *writer) penalties(p model.Profile) {
	var values []line
	for _, c := range open(p) {
		if !slices.Contains(lawRoles(p, c), "defines") {
			continue
		}
		var sentences []string
		for _, o := range c.Outcomes {
			if o.Stage == "penalty in law" {
				sentences = append(sentences, w.outcome(o))
			}
		}
		if len(sentences) == 0 && slices.Contains(c.NotStated, "sentence") {
			sentences = []string{w.words.Say("sentence not stated in the report")}
		}
		values = append(values, append(w.linked(link{id: c.ID}, c.Title), w.aside(sentences...)...))
	}
	w.field(w.words.Say("Defined"), values...)
}

// charged writes who was charged or convicted under a law, and with what outcome.
func (w *writer) charged(p model.Profile) {
	for _, role := range []model.LawRole{"charged", "convicted", "applied"} {
		var values []line
		listed := map[string]bool{}
		for _, c := range open(p) {
			if !slices.Contains(lawRoles(p, c), role) {
				continue
			}
			named := false
			for _, person := range c.People {
				if person.Role != "defendant" && person.Role != "convicted perpetrator" && person.Role != "alleged perpetrator" {
					continue
				}
				named = true
				var outcomes []string
				for _, o := range c.Outcomes {
					if concerns(o, person) {
						outcomes = append(outcomes, w.words.Word(string(o.Stage))+": "+w.outcome(o))
					}
				}
				if listed[person.Name] && len(outcomes) == 0 {
					continue // another case of theirs has told more
				}
				listed[person.Name] = true
				values = append(values, append(w.linked(link{facet: model.FacetPerson, value: person.Name}, person.Name, "", "person"), w.aside(outcomes...)...))
			}
			if !named {
				values = append(values, w.linked(link{id: c.ID}, c.Title))
			}
		}
		w.field(capital(w.words.Word(string(role))), values...)
	}
}

// sameCharge leads to the provisions of the same name in other laws.
func (w *writer) sameCharge(p model.Profile) {
	var values []line
	for _, other := range p.Alike {
		law, _, _ := strings.Cut(other.Value, "/")
		values = append(values, append(w.linked(link{facet: model.FacetLaw, value: other.Value}, lawName(w.words, law)), w.aside(w.words.Say("%d case|%d cases", other.Cases))...))
	}
	w.field(w.words.Say("Also in"), values...)
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
		w.paragraph(line{say(toneWarning, w.words.Say("The first %[1]d of %[2]d cases:", len(p.Listed), p.Cases))})
	default:
		w.paragraph(line{say(toneWarning, w.words.Say("The first %[1]d of %[2]d cases; Enter on the row lists them all.", len(p.Listed), p.Cases))})
	}
}

// caseAside is what is said of a case beside its title: what the row has to do
// with it, and when it was.
func (w *writer) caseAside(p model.Profile, c model.Case) []string {
	if sensitive(c.Sensitivity) {
		return []string{w.words.Say("sensitive: %s", w.sensitivity(c.Sensitivity))}
	}
	var parts []string
	switch p.Facet {
	case model.FacetPerson:
		for _, involved := range c.People {
			if involved.Name == p.Value {
				parts = append(parts, w.words.Word(string(involved.Role)))
			}
		}
	case model.FacetLaw:
		for _, role := range lawRoles(p, c) {
			parts = append(parts, w.words.Word(string(role)))
		}
	case model.FacetPlace:
		for _, involved := range c.Places {
			if involved.Name == p.Value {
				parts = append(parts, w.words.Word(string(involved.Role)))
			}
		}
	}
	if happened := c.Happenings(); len(happened) > 0 {
		parts = append(parts, w.shortDate(happened[0].EDTF))
	}
	return slices.Compact(parts)
}

// item adds a text over the whole width, its further rows further in.
func (w *writer) item(l line) {
	if w.plain {
		w.paragraph(l)
		return
	}
	for i, row := range wrap(l, w.width-2) {
		if i > 0 {
			row = append(line{{text: "  "}}, row...)
		}
		w.lines = append(w.lines, row)
	}
}

// oneFigure tells of a figure. Of a sensitive case only its title is shown.
func (w *writer) oneFigure(p model.Profile) {
	e := p.Entry
	if sensitive(e.Sensitivity) {
		w.item(w.linked(link{id: e.Case}, e.Title, "", "title"))
		w.paragraph(line{say(toneText, w.words.Say("sensitive: %s", w.sensitivity(e.Sensitivity)))})
		return
	}
	w.paragraph(append(line{say(toneTitle, w.figure(e.Figure)+" ")}, marked(toneTitle, e.Figure.Counts, w.terms(""))...))
	w.space()
	said := w.saidBy(e)
	if said == "" {
		said = w.words.Say("the report itself")
	}
	w.field(w.words.Say("Said by"), line{say(toneText, said)})
	date := w.missing()
	if e.Figure.Date != "" {
		date = line{say(toneText, w.date(e.Figure.Date))}
	}
	w.field(w.words.Say("When"), date)
	w.field(w.words.Say("Case"), append(w.linked(link{id: e.Case}, e.Title, "", "title"), w.aside(w.words.Word(e.Kind))...))
	w.space()
	w.paragraph(line{say(toneMuted, w.words.Say("Figures may overlap: they are never added up."))})
}
