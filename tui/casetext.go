package tui

import (
	"slices"
	"strconv"
	"strings"

	"casebook/model"
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
	w.paragraph(marked(toneTitle, r.Title, w.terms("", "title")))
	about := line{say(toneMuted, r.ID+w.signs.dot)}
	about = append(about, marked(toneMuted, string(r.Kind), w.terms("kind"))...)
	if hedge := w.hedge(r.Case); hedge != "" {
		about = append(about, say(toneWarning, w.signs.dot+hedge))
	}
	w.paragraph(about)
	if w.several {
		w.paragraph(line{say(toneMuted, reportName(r.report)+w.signs.dot+r.report.Publisher)})
	}
	w.paragraph(marked(toneText, strings.Join(r.Category, w.signs.path), w.terms("", "category")))
	w.space()
}

// hedge says that a whole case is reported or estimated, and by whom.
func (w *writer) hedge(c model.Case) string {
	if len(c.Source) == 0 || c.Source[0].Hedge == model.HedgeStated || c.Source[0].Hedge == "" {
		return ""
	}
	return string(c.Source[0].Hedge) + by(sources(c))
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

func by(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return " by " + strings.Join(names, ", ")
}

// differing is a fact's hedge where it is not that of its case.
func differing(c model.Case, s model.Source) string {
	if s.Hedge == "" || len(c.Source) > 0 && s.Hedge == c.Source[0].Hedge {
		return ""
	}
	return string(s.Hedge)
}

// gateDocument is all that is shown of a sensitive case before it is opened.
func gateDocument(w writing, r reading) document {
	d := newWriter(w)
	d.heading(r)
	if w.plain {
		d.plainGate(r)
		return d.document
	}
	d.paragraph(line{say(toneText, "This case is about "+sensitivityText(r.Sensitivity)+". "), say(toneTitle, "Enter"), say(toneText, " opens it.")})
	return d.document
}

// caseDocument is everything that the report says of a case.
func caseDocument(w writing, r reading) document {
	d := newWriter(w)
	d.heading(r)
	for text := range strings.SplitSeq(r.Note, "\n") {
		note := marked(toneText, text, w.terms(""))
		if w.plain {
			d.field("Note", note)
			continue
		}
		d.paragraph(note)
	}
	d.space()
	d.left = slices.Clone(r.NotStated)
	d.involved("People", model.FacetPerson, r, r.People, "person")
	d.involved("Organisations", model.FacetOrganisation, r, r.Organisations, "org")
	d.laws(r.Case)
	d.involved("Place", model.FacetPlace, r, r.Places, "place")
	d.dates(r.Case)
	d.outcomes(r.Case)
	d.figures(r.Case)
	for _, topic := range d.left {
		d.field(capital(string(topic)), missing(""))
	}
	d.space()
	d.relations(r)
	for i, source := range r.Source {
		label := ""
		if i == 0 {
			label = "Source"
		}
		d.field(label, line{say(toneText, d.section(source))})
	}
	d.space()
	d.paragraph(line{say(toneMuted, r.report.Attribution)})
	return d.document
}

// section is a place in the report.
func (w *writer) section(s model.Source) string {
	return strings.Join(s.Section, w.signs.path) + ", " + w.signs.paragraph + strconv.Itoa(s.Paragraph)
}

func (w *writer) involved(label string, facet model.Facet, r reading, all []model.Involvement, field string) {
	var values []line
	for _, involved := range all {
		if involved.Name == model.NotStated {
			values = append(values, append(missing(""), w.aside(string(involved.Role))...))
			continue
		}
		value := w.linked(link{facet: facet, value: involved.Name}, involved.Name, "", field)
		values = append(values, append(value, w.aside(string(involved.Role), model.DescribedLabel(involved.Described), differing(r.Case, involved.Source), w.namesake.aside(facet, involved.Name))...))
	}
	w.field(label, w.orMissing(values, model.Topic(field))...)
}

// orMissing says of an empty field that the report leaves it out, where it does.
func (w *writer) orMissing(values []line, topic model.Topic) []line {
	if at := slices.Index(w.left, topic); at >= 0 && len(values) == 0 {
		w.left = slices.Delete(w.left, at, at+1)
		values = append(values, missing(""))
	}
	return values
}

func (w *writer) laws(c model.Case) {
	var values []line
	for _, law := range c.Laws {
		described := model.DescribedLabel(law.Described)
		aside := w.aside(string(law.Role), described, differing(c, law.Source))
		provision := law.Provision
		if provision == model.NotStated {
			provision = ""
		}
		var value line
		switch {
		case law.Name == model.NotStated && provision == "":
			value = missing("")
		case law.Name == model.NotStated:
			value = w.linked(link{facet: model.FacetLaw, value: law.Name + "/" + provision}, provision, "", "law")
			aside = w.aside(string(law.Role), "law not stated", described, differing(c, law.Source))
		case provision == "":
			value = w.linked(link{facet: model.FacetLaw, value: law.Name}, law.Name, "", "law")
			if law.Provision != "" {
				aside = w.aside(string(law.Role), "provision not stated", described, differing(c, law.Source))
			}
		default:
			value = w.linked(link{facet: model.FacetLaw, value: law.Name + "/" + provision}, law.Name+", "+provision, "", "law")
		}
		values = append(values, append(value, aside...))
	}
	w.field("Law", w.orMissing(values, "law")...)
}

func (w *writer) dates(c model.Case) {
	var values []line
	for _, date := range c.Dates {
		inferred := ""
		if date.YearInferred {
			inferred = " (year inferred)"
		}
		value := line{say(toneText, when(date.EDTF)+inferred)}
		if date.EDTF == model.NotStated {
			value = missing("")
		}
		values = append(values, append(value, w.aside(string(date.What), differing(c, date.Source))...))
	}
	w.field("When", w.orMissing(values, "date")...)
}

func (w *writer) outcomes(c model.Case) {
	var values []line
	for _, outcome := range c.Outcomes {
		value := line{say(toneText, outcomeText(outcome))}
		date := ""
		if outcome.Date != "" {
			date = when(outcome.Date)
		}
		value = append(value, w.aside(string(outcome.Stage), date, differing(c, outcome.Source))...)
		if len(outcome.People) > 0 && len(outcome.People) < len(c.People) {
			value = append(value, say(toneText, w.signs.dot+strings.Join(outcome.People, ", ")))
		}
		values = append(values, value)
	}
	w.field("Outcome", w.orMissing(values, "outcome")...)
}

// outcomeText is what a stage ended with, such as "prison, 5 years".
func outcomeText(o model.Outcome) string {
	switch {
	case o.Amount == model.NotStated && o.Type == "fine":
		return string(o.Type) + ", amount not stated"
	case o.Amount == model.NotStated:
		return string(o.Type) + ", length not stated"
	case o.Amount == "":
		return string(o.Type)
	}
	unit := string(o.Unit)
	if o.Amount == "1" {
		unit = strings.TrimSuffix(unit, "s")
	}
	return strings.TrimSpace(string(o.Type) + ", " + strings.ReplaceAll(string(o.Amount), "-", "–") + " " + unit)
}

func (w *writer) relations(r reading) {
	var values []line
	for _, relation := range r.Related() {
		value := line{say(toneText, string(relation.Type)+" ")}
		title := r.titles[relation.Case]
		if title == "" {
			title = relation.Case
		}
		values = append(values, append(value, w.linked(link{id: relation.Case}, title)...))
	}
	w.field("Related", values...)
	if len(values) > 0 {
		w.space()
	}
}
