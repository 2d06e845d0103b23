package document

import (
	"slices"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// A LoadedCase is a case with what else its detail shows.
type LoadedCase struct {
	model.Case
	FromReport model.Report
	Sections   []model.Section
	Titles     map[string]string // of related cases, by id
}

// Gated says whether the case opens only on purpose.
func (c LoadedCase) Gated() bool { return Sensitive(c.Sensitivity) }

// heading writes the title of a case and what it is.
func (b *Builder) heading(r LoadedCase) {
	if b.Plain {
		b.plainHeading(r)
		return
	}
	b.Paragraph(text.Mark(text.Title, r.Title, b.terms("", "title")))
	about := text.Line{text.New(text.Normal, r.ID+b.Glyphs.Dot)}
	about = append(about, text.Mark(text.Normal, b.Words.Word(string(r.Kind)), b.terms("kind"))...)
	if hedge := b.hedge(r.Case); hedge != "" {
		names := strings.Join(sources(r.Case), ", ")
		before, after, named := strings.Cut(hedge, names)
		if !named || names == "" {
			before, names, after = hedge, "", ""
		}
		about = append(about, text.New(text.Warning, b.Glyphs.Dot+before), text.New(text.Normal, names), text.New(text.Warning, after))
	}
	if r.Draft {
		about = append(about, text.New(text.Warning, b.Glyphs.Dot+b.Words.Say("draft")))
	}
	if slices.Contains(b.Marked, r.ID) {
		about = append(about, text.New(text.Chip, b.Glyphs.Dot+b.Glyphs.Chosen+" "+b.Words.Say("marked")))
	}
	b.Paragraph(about)
	if b.SeveralReports {
		b.Paragraph(text.Line{text.New(text.Muted, r.FromReport.Name()+b.Glyphs.Dot+r.FromReport.Publisher)})
	}
	b.Paragraph(text.Mark(text.Normal, strings.Join(r.Category, b.Glyphs.Path), b.terms("", "category")))
	b.Space()
}

// hedge says that a whole case is reported or estimated, and by whom.
func (b *Builder) hedge(c model.Case) string {
	if len(c.Source) == 0 || c.Source[0].Hedge == model.HedgeStated || c.Source[0].Hedge == "" {
		return ""
	}
	return b.hedgedBy(c.Source[0].Hedge, strings.Join(sources(c), ", "))
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
func (f Format) hedgedBy(hedge model.Hedge, names string) string {
	switch {
	case names == "":
		return f.Words.Word(string(hedge))
	case hedge == model.HedgeEstimated:
		return f.Words.Say("estimated by %s", names)
	}
	return f.Words.Say("reported by %s", names)
}

// differing is how a fact's source differs from that of its case: its hedge and, in
// plain lines, which have no view of the sources beside them, its place.
func (f Format) differing(c model.Case, s model.Source) string {
	if len(c.Source) == 0 {
		return f.Words.Word(string(s.Hedge))
	}
	first, place, hedge := c.Source[0], "", ""
	of := s.Or(first)
	if f.Plain && f.section(of) != f.section(first) {
		place = f.section(of)
	}
	if of.Hedge != first.Hedge {
		hedge = f.Words.Word(string(of.Hedge))
	}
	return f.Join(place, hedge)
}

// Gate is all that is shown of a sensitive case before it is opened.
func Gate(w Format, r LoadedCase) Document {
	d := NewBuilder(w)
	d.heading(r)
	if w.Plain {
		d.plainGate(r)
		return d.Document
	}
	d.Paragraph(text.Format(w.Words, text.Normal, "This case is about %[1]s. %[2]s opens it.", w.sensitivity(r.Sensitivity), text.New(text.Title, "Enter")))
	return d.Document
}

// Case is everything that the report says of a case.
func Case(w Format, r LoadedCase) Document {
	d := NewBuilder(w)
	d.heading(r)
	d.sensitive(r)
	for part := range strings.SplitSeq(r.Note, "\n") {
		note := text.Mark(text.Normal, part, w.terms(""))
		switch {
		case w.Plain && part != "":
			d.field(w.Words.Say("Note"), note)
		case !w.Plain:
			d.Paragraph(note)
		}
	}
	d.Space()
	d.left = slices.Clone(r.NotStated)
	d.involved(w.Words.Say("People"), model.FacetPerson, r, r.People, "person")
	d.involved(w.Words.Say("Organisations"), model.FacetOrganisation, r, r.Organisations, "org")
	d.laws(r.Case)
	d.involved(w.Words.Say("Place"), model.FacetPlace, r, r.Places, "place")
	d.dates(r.Case)
	d.outcomes(r.Case)
	d.figures(r.Case)
	for _, omission := range d.left {
		label := w.Words.Word(string(omission.Topic()))
		if object := omission.Object(); object != "" {
			label += " " + object
		}
		d.field(text.Capital(label), d.NotStated())
	}
	d.Space()
	d.relations(r)
	for i, source := range r.Source {
		label := ""
		if i == 0 {
			label = w.Words.Say("Source")
		}
		hedge := ""
		if i > 0 && source.Hedge != r.Source[0].Hedge {
			hedge = d.Words.Word(string(source.Hedge))
		}
		d.field(label, append(text.Line{text.New(text.Normal, d.section(source))}, d.aside(hedge)...))
	}
	d.Space()
	d.footnote(text.Line{text.New(text.Muted, r.FromReport.Attribution)})
	return d.Document
}

// section is a place in the report.
func (f Format) section(s model.Source) string {
	return strings.Join(s.Section, f.Glyphs.Path) + ", " + f.Glyphs.Paragraph + strconv.Itoa(s.Paragraph)
}

func (b *Builder) involved(label string, facet model.Facet, r LoadedCase, all []model.Involvement, field string) {
	var values []text.Line
	for _, involved := range model.Participants(all) {
		if involved.Name == model.NotStated {
			values = append(values, append(b.NotStated(), b.aside(b.Words.Word(string(involved.Role)))...))
			continue
		}
		value := b.Linked(Link{Facet: facet, Value: involved.Name}, involved.Name, "", field)
		values = append(values, append(value, b.aside(b.rolesOf(r.Case, involved), model.DescribedLabel(involved.Described), b.alsoIn(involved.AlsoIn))...))
	}
	b.field(label, b.orMissing(values, model.Omission(field))...)
}

// rolesOf is what somebody has to do with a case, each with its hedge where it is not the case's.
func (b *Builder) rolesOf(c model.Case, p model.Participant) string {
	var roles []string
	for _, i := range append([]model.Involvement{p.Involvement}, p.Others...) {
		roles = append(roles, b.Join(b.Words.Word(string(i.Role)), b.differing(c, i.Source)))
	}
	return strings.Join(roles, ", ")
}

// orMissing says of an empty field that the report leaves it out, where it does.
func (b *Builder) orMissing(values []text.Line, topic model.Omission) []text.Line {
	if at := slices.Index(b.left, topic); at >= 0 && len(values) == 0 {
		b.left = slices.Delete(b.left, at, at+1)
		values = append(values, b.NotStated())
	}
	return values
}

func (b *Builder) laws(c model.Case) {
	var values []text.Line
	for _, law := range c.Laws {
		role, described := b.Words.Word(string(law.Role)), model.DescribedLabel(law.Described)
		aside := b.aside(role, described, b.differing(c, law.Source), b.alsoIn(law.AlsoIn))
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
			aside = b.aside(role, b.Words.Say("law not stated"), described, b.differing(c, law.Source), b.alsoIn(law.AlsoIn))
		case provision == "":
			value = b.Linked(Link{Facet: model.FacetLaw, Value: model.JoinPath(law.Name)}, law.Name, "", "law")
			if law.Provision != "" {
				aside = b.aside(role, b.Words.Say("provision not stated"), described, b.differing(c, law.Source), b.alsoIn(law.AlsoIn))
			}
		default:
			value = b.Linked(Link{Facet: model.FacetLaw, Value: model.JoinPath(law.Name, provision)}, law.Name+", "+provision, "", "law")
		}
		values = append(values, append(value, aside...))
	}
	b.field(b.Words.Say("Law"), b.orMissing(values, "law")...)
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
		values = append(values, append(value, b.aside(b.Words.Word(string(date.What)), b.differing(c, date.Source))...))
	}
	b.field(b.Words.Say("When"), b.orMissing(values, "date")...)
}

func (b *Builder) relations(r LoadedCase) {
	var values []text.Line
	for _, relation := range r.Related() {
		value := text.Line{text.New(text.Normal, b.Words.Word(string(relation.Type))+" ")}
		title := r.Titles[relation.Case]
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

// plainHeading writes the title of a case and what it is.
func (b *Builder) plainHeading(r LoadedCase) {
	b.Paragraph(text.Line{text.New(text.Title, r.Title)})
	b.Paragraph(text.Line{text.New(text.Muted, b.Join(r.ID, b.Words.Word(string(r.Kind)), b.hedge(r.Case), b.standing(r.ID, r.Draft)))})
	if b.SeveralReports {
		b.field(b.Words.Say("Report"), text.Line{text.New(text.Normal, b.Join(r.FromReport.Name(), r.FromReport.Publisher))})
	}
	b.field(b.Words.Say("Category"), text.Line{text.New(text.Normal, strings.Join(r.Category, b.Glyphs.Path))})
}

// sensitive says in plain lines what a sensitive case is about.
func (b *Builder) sensitive(r LoadedCase) {
	if b.Plain && r.Gated() {
		b.Paragraph(text.Line{text.New(text.Warning, text.Capital(b.Words.Say("sensitive: %s", b.sensitivity(r.Sensitivity))))})
	}
}

// standing says that a case is a draft, or marked.
func (f Format) standing(id string, draft bool) string {
	var isDraft, isMarked string
	if draft {
		isDraft = f.Words.Say("draft")
	}
	if slices.Contains(f.Marked, id) {
		isMarked = f.Words.Say("marked")
	}
	return f.Join(isDraft, isMarked)
}

// plainGate says what a sensitive case is about, and how it opens.
func (b *Builder) plainGate(r LoadedCase) {
	b.Paragraph(text.Line{text.New(text.Normal, b.Words.Say("This case is about %s. Type %s to read it.", b.sensitivity(r.Sensitivity), b.Words.Say("open")))})
}

// alsoIn says that other reports have a name too. That it is one and the same
// there only a pack can say, so it is no more than a possible match.
func (f Format) alsoIn(reports []string) string {
	switch {
	case len(reports) == 0:
		return ""
	case f.Plain && !f.Numbered: // where nothing leads to them they are named
		return f.Words.Say("possible match in %s", strings.Join(reports, f.Glyphs.Dot))
	}
	return f.Words.Say("possible match in %d other report|possible match in %d other reports", len(reports))
}
