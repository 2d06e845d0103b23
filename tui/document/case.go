package document

import (
	"strings"

	"casebook/model"
	"casebook/model/notebook"
	"casebook/tui/text"
)

// A LoadedCase is a case with its report and the titles of related cases.
type LoadedCase struct {
	model.Case
	FromReport model.Report
	Sections   []model.Section
	Titles     map[string]string // of related cases, by id
}

// Gated reports whether the case is sensitive, so that a reader must open it.
func (c LoadedCase) Gated() bool { return c.Sensitivity.IsSensitive() }

// Case returns everything that the report says of a case: the main facts, the sources,
// the note, and the remaining facts.
func Case(f Format, c LoadedCase) Document {
	b := NewBuilder(f)
	b.makeRoom(c.Fields)
	b.title(c)
	b.sensitive(c)
	b.mainFacts(c)
	b.sources(c)
	b.laterEvents(c)
	b.identity(c)
	b.Space()
	b.ownNotes(c.ID)
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
	b.laws(c.Case)
	b.places(c.Case)
	b.dates(c.Case)
	b.figures(c.Case)
	b.ownFields(c.Case)
	b.otherNames(c.Case)
	b.categories(c.Case)
	b.relations(c)
	if len(c.Merged) > 0 {
		b.field(f.Words.Say("Former ids"), text.Line{text.New(text.Normal, strings.Join(c.Merged, ", "))})
	}
	b.notStated(c.Case)
	b.Space()
	b.footnote(text.Line{text.New(text.Muted, f.attributed(c.FromReport))})
	return b.Document
}

// makeRoom widens the column of the labels for the names of custom fields, up to a third
// of the document.
func (b *Builder) makeRoom(fields []model.FieldValue) {
	for _, field := range fields {
		if width := b.Glyphs.Columns(field.Name) + 2; b.Column > 0 && width <= b.Width/3 {
			b.Column = max(b.Column, width)
		}
	}
}

// ownFields adds the custom fields, each with its values.
func (b *Builder) ownFields(c model.Case) {
	var found fields
	for _, field := range c.Fields {
		value := text.Mark(text.Normal, field.Value, b.terms(""))
		found.add(field.Name, append(value, b.aside(b.sourceDifference(c, field.Source))...))
	}
	found.all(b)
}

func (b *Builder) categories(c model.Case) {
	var values []text.Line
	for _, path := range c.Categories() {
		if len(path) > 0 {
			values = append(values, text.Mark(text.Normal, strings.Join(path, b.Glyphs.Path), b.terms("", "category")))
		}
	}
	b.field(b.Words.Say("Category"), values...)
}

// relations adds the related cases by type of relation.
func (b *Builder) relations(c LoadedCase) {
	var found fields
	for _, relation := range c.Related() {
		title := c.Titles[relation.Case]
		switch {
		case title == "":
			title = relation.Case
		case b.Plain && !b.Numbered: // where nothing leads to it
			title = b.Join(relation.Case, title)
		}
		found.add(text.Capital(b.Words.Word(string(relation.Type))), b.linked(Link{Case: relation.Case}, title))
	}
	found.all(b)
}

// notStated adds one line with what the report does not state.
func (b *Builder) notStated(c model.Case) {
	var missing []string
	for _, omission := range c.Missing() {
		missing = append(missing, b.omission(omission))
	}
	if len(missing) > 0 {
		b.Paragraph(text.Line{text.New(text.Muted, b.Words.Say("Not stated in the report:")+" "), text.New(text.Normal, strings.Join(missing, ", "))})
	}
}

// omission returns the text of an omission. A pack's own words stay as they are.
func (f Format) omission(o model.Omission) string {
	of, ok := strings.CutPrefix(o.Object(), "of the ")
	switch {
	case o.Object() == "":
		return f.Words.Word(string(o))
	case ok && o.Topic() == "date":
		return f.Words.Say("date of the %s", f.Words.Word(of))
	case ok && o.Topic() == "length":
		return f.Words.Say("length of the %s", f.Words.Word(of))
	case ok && o.Topic() == "amount":
		return f.Words.Say("amount of the %s", f.Words.Word(of))
	}
	return string(o)
}

// alsoIn returns the text that other reports have the same name: a possible match,
// unless a pack says that it is the same.
func (f Format) alsoIn(reports []string) string {
	switch {
	case len(reports) == 0:
		return ""
	case f.Plain && !f.Numbered: // where nothing leads to them they are named
		return f.Words.Say("maybe also in %s", strings.Join(reports, f.Glyphs.Dot))
	}
	return f.Words.Say("maybe also in %d other report|maybe also in %d other reports", len(reports))
}

// attributed returns the attribution of a case.
func (f Format) attributed(r model.Report) string {
	if f.Attribution {
		return r.Attribution
	}
	licence := r.Licence
	if licence == model.NotStated {
		licence = ""
	}
	return f.Join(r.Author(), r.Name(), licence)
}

// ownNotes adds the reader's own notes on a case.
func (b *Builder) ownNotes(id string) {
	for _, note := range (notebook.Notebook{Notes: b.Notes}).On(id) {
		label := b.Words.Say("Your note") + b.Glyphs.Dot + b.Date(note.Written.Local().Format("2006-01-02"))
		if b.Plain {
			for line := range strings.SplitSeq(note.Text, "\n") {
				b.field(label, text.Line{text.New(text.Normal, line)})
			}
			continue
		}
		b.Paragraph(text.Line{text.New(text.Chip, label)})
		for line := range strings.SplitSeq(note.Text, "\n") {
			b.Paragraph(append(text.Line{text.New(text.Chip, b.Glyphs.Edge+" ")}, text.Mark(text.Normal, line, b.terms(""))...))
		}
		b.Space()
	}
}
