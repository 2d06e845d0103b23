package tui

import (
	"slices"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// A reading is a case with what else its detail shows.
type reading struct {
	model.Case
	report   model.Report
	sections []model.Section
	titles   map[string]string // of related cases, by id
}

// gated says whether the case opens only on purpose.
func (r reading) gated() bool { return sensitive(r.Sensitivity) }

// heading writes the title of a case and what it is.
func (w *writer) heading(r reading) {
	if w.plain {
		w.plainHeading(r)
		return
	}
	w.paragraph(text.Mark(text.Title, r.Title, w.terms("", "title")))
	about := text.Line{text.New(text.Normal, r.ID+w.glyphs.Dot)}
	about = append(about, text.Mark(text.Normal, w.words.Word(string(r.Kind)), w.terms("kind"))...)
	if hedge := w.hedge(r.Case); hedge != "" {
		names := strings.Join(sources(r.Case), ", ")
		before, after, named := strings.Cut(hedge, names)
		if !named || names == "" {
			before, names, after = hedge, "", ""
		}
		about = append(about, text.New(text.Warning, w.glyphs.Dot+before), text.New(text.Normal, names), text.New(text.Warning, after))
	}
	if r.Draft {
		about = append(about, text.New(text.Warning, w.glyphs.Dot+w.words.Say("draft")))
	}
	if slices.Contains(w.marks, r.ID) {
		about = append(about, text.New(text.Chip, w.glyphs.Dot+w.glyphs.Chosen+" "+w.words.Say("marked")))
	}
	w.paragraph(about)
	if w.several {
		w.paragraph(text.Line{text.New(text.Muted, r.report.Name()+w.glyphs.Dot+r.report.Publisher)})
	}
	w.paragraph(text.Mark(text.Normal, strings.Join(r.Category, w.glyphs.Path), w.terms("", "category")))
	w.space()
}

// hedge says that a whole case is reported or estimated, and by whom.
func (w *writer) hedge(c model.Case) string {
	if len(c.Source) == 0 || c.Source[0].Hedge == model.HedgeStated || c.Source[0].Hedge == "" {
		return ""
	}
	return w.hedgedBy(c.Source[0].Hedge, strings.Join(sources(c), ", "))
}

func sources(c model.Case) []string {
	var names []string
	for _, involved := range append(c.People[:len(c.People):len(c.People)], c.Organisations...) {
		if involved.Role == "source" {
			names = append(names, involved.Name)
		}
	}
	return names
}

// hedgedBy says how surely something is said, and by whom, where that is known.
func (w writing) hedgedBy(hedge model.Hedge, names string) string {
	switch {
	case names == "":
		return w.words.Word(string(hedge))
	case hedge == model.HedgeEstimated:
		return w.words.Say("estimated by %s", names)
	}
	return w.words.Say("reported by %s", names)
}

// differing is a fact's hedge where it is not that of its case.
func (w writing) differing(c model.Case, s model.Source) string {
	if s.Hedge == "" || len(c.Source) > 0 && s.Hedge == c.Source[0].Hedge {
		return ""
	}
	return w.words.Word(string(s.Hedge))
}

// gateDocument is all that is shown of a sensitive case before it is opened.
func gateDocument(w writing, r reading) document {
	d := newWriter(w)
	d.heading(r)
	if w.plain {
		d.plainGate(r)
		return d.document
	}
	d.paragraph(text.Format(w.words, text.Normal, "This case is about %[1]s. %[2]s opens it.", w.sensitivity(r.Sensitivity), text.New(text.Title, "Enter")))
	return d.document
}

// caseDocument is everything that the report says of a case.
func caseDocument(w writing, r reading) document {
	d := newWriter(w)
	d.heading(r)
	for part := range strings.SplitSeq(r.Note, "\n") {
		note := text.Mark(text.Normal, part, w.terms(""))
		switch {
		case w.plain && part != "":
			d.field(w.words.Say("Note"), note)
		case !w.plain:
			d.paragraph(note)
		}
	}
	d.space()
	d.left = slices.Clone(r.NotStated)
	d.involved(w.words.Say("People"), model.FacetPerson, r, r.People, "person")
	d.involved(w.words.Say("Organisations"), model.FacetOrganisation, r, r.Organisations, "org")
	d.laws(r.Case)
	d.involved(w.words.Say("Place"), model.FacetPlace, r, r.Places, "place")
	d.dates(r.Case)
	d.outcomes(r.Case)
	d.figures(r.Case)
	for _, omission := range d.left {
		label := w.words.Word(string(omission.Topic()))
		if object := omission.Object(); object != "" {
			label += " " + object
		}
		d.field(capital(label), d.missing())
	}
	d.space()
	d.relations(r)
	for i, source := range r.Source {
		label := ""
		if i == 0 {
			label = w.words.Say("Source")
		}
		d.field(label, text.Line{text.New(text.Normal, d.section(source))})
	}
	d.space()
	d.footnote(text.Line{text.New(text.Muted, r.report.Attribution)})
	return d.document
}

// section is a place in the report.
func (w *writer) section(s model.Source) string {
	return strings.Join(s.Section, w.glyphs.Path) + ", " + w.glyphs.Paragraph + strconv.Itoa(s.Paragraph)
}

func (w *writer) involved(label string, facet model.Facet, r reading, all []model.Involvement, field string) {
	var values []text.Line
	for _, involved := range all {
		if involved.Name == model.NotStated {
			values = append(values, append(w.missing(), w.aside(w.words.Word(string(involved.Role)))...))
			continue
		}
		value := w.linked(link{facet: facet, value: involved.Name}, involved.Name, "", field)
		values = append(values, append(value, w.aside(w.words.Word(string(involved.Role)), model.DescribedLabel(involved.Described), w.differing(r.Case, involved.Source), w.alsoIn(involved.AlsoIn))...))
	}
	w.field(label, w.orMissing(values, model.Omission(field))...)
}

// orMissing says of an empty field that the report leaves it out, where it does.
func (w *writer) orMissing(values []text.Line, topic model.Omission) []text.Line {
	if at := slices.Index(w.left, topic); at >= 0 && len(values) == 0 {
		w.left = slices.Delete(w.left, at, at+1)
		values = append(values, w.missing())
	}
	return values
}

func (w *writer) laws(c model.Case) {
	var values []text.Line
	for _, law := range c.Laws {
		role, described := w.words.Word(string(law.Role)), model.DescribedLabel(law.Described)
		aside := w.aside(role, described, w.differing(c, law.Source), w.alsoIn(law.AlsoIn))
		provision := law.Provision
		if provision == model.NotStated {
			provision = ""
		}
		var value text.Line
		switch {
		case law.Name == model.NotStated && provision == "":
			value = w.missing()
		case law.Name == model.NotStated:
			value = w.linked(link{facet: model.FacetLaw, value: model.JoinPath(law.Name, provision)}, provision, "", "law")
			aside = w.aside(role, w.words.Say("law not stated"), described, w.differing(c, law.Source), w.alsoIn(law.AlsoIn))
		case provision == "":
			value = w.linked(link{facet: model.FacetLaw, value: model.JoinPath(law.Name)}, law.Name, "", "law")
			if law.Provision != "" {
				aside = w.aside(role, w.words.Say("provision not stated"), described, w.differing(c, law.Source), w.alsoIn(law.AlsoIn))
			}
		default:
			value = w.linked(link{facet: model.FacetLaw, value: model.JoinPath(law.Name, provision)}, law.Name+", "+provision, "", "law")
		}
		values = append(values, append(value, aside...))
	}
	w.field(w.words.Say("Law"), w.orMissing(values, "law")...)
}

func (w *writer) dates(c model.Case) {
	var values []text.Line
	for _, date := range c.Dates {
		shown := w.date(date.EDTF)
		if date.YearInferred {
			shown = w.words.Say("%s (year inferred)", shown)
		}
		value := text.Line{text.New(text.Normal, shown)}
		if date.EDTF == model.NotStated {
			value = w.missing()
		}
		values = append(values, append(value, w.aside(w.words.Word(string(date.What)), w.differing(c, date.Source))...))
	}
	w.field(w.words.Say("When"), w.orMissing(values, "date")...)
}

func (w *writer) outcomes(c model.Case) {
	var values []text.Line
	for _, outcome := range c.Outcomes {
		value := text.Line{text.New(text.Normal, w.outcome(outcome))}
		date := ""
		if outcome.Date != "" {
			date = w.date(outcome.Date)
		}
		value = append(value, w.aside(w.words.Word(outcome.StageLabel()), date, w.differing(c, outcome.Source))...)
		if len(outcome.People) > 0 && len(outcome.People) < len(c.People) {
			value = append(value, text.New(text.Normal, w.glyphs.Dot+outcome.Whom()))
		}
		values = append(values, value)
	}
	w.field(w.words.Say("Outcome"), w.orMissing(values, "outcome")...)
}

// outcome is what a stage ended with, such as "prison, 5 years".
func (w writing) outcome(o model.Outcome) string {
	ended := w.words.Word(string(o.Type))
	switch {
	case o.Amount == model.NotStated && o.Type == "fine":
		return w.words.Say("%s, amount not stated", ended)
	case o.Amount == model.NotStated:
		return w.words.Say("%s, length not stated", ended)
	case o.Amount == "":
		return ended
	}
	return ended + ", " + w.amount(o.Amount, o.Unit)
}

// amount is how much of a unit, such as "5 years", "10–15 days" or "up to 75
// days". The last number in it decides on the form of the unit.
func (w writing) amount(amount model.Amount, unit model.Unit) string {
	text := strings.ReplaceAll(string(amount), "-", "–")
	last := string(amount[strings.LastIndexAny(string(amount), " -")+1:])
	if bare, ok := strings.CutPrefix(text, "up to "); ok {
		text = w.words.Say("up to %s", bare)
	}
	n, err := strconv.Atoi(last)
	if err != nil || n == 1 && text != last {
		n = 2 // of a part, as of two
	}
	if forms := unitForms(unit); forms != "" {
		return w.words.Word(forms, n, text)
	}
	return strings.TrimSpace(text + " " + string(unit))
}

// unitForms is how an amount reads with its unit. The first argument chooses the
// form, the second is the amount as it is written.
func unitForms(unit model.Unit) string {
	if one, ok := strings.CutSuffix(string(unit), "s"); ok {
		return "%[2]s " + one + "|%[2]s " + string(unit)
	}
	return ""
}

func (w *writer) relations(r reading) {
	var values []text.Line
	for _, relation := range r.Related() {
		value := text.Line{text.New(text.Normal, w.words.Word(string(relation.Type))+" ")}
		title := r.titles[relation.Case]
		if title == "" {
			title = relation.Case
		}
		values = append(values, append(value, w.linked(link{id: relation.Case}, title)...))
	}
	w.field(w.words.Say("Related"), values...)
	if len(values) > 0 {
		w.space()
	}
}
