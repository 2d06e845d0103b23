package document

import (
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/tui/text"
)

// A Builder lays out one document.
type Builder struct {
	Format
	Document
	Column int              // where the values of labelled fields begin
	label  string           // of the last field
	left   []model.Omission // what the report leaves out and no field has said yet
}

// NewBuilder returns a builder of one document.
func NewBuilder(f Format) *Builder {
	if f.Plain {
		if f.Width <= 0 {
			f.Width = math.MaxInt
		}
		return &Builder{Format: f}
	}
	f.Width = max(min(f.Width, TextWidth), 8)
	return &Builder{Format: f, Column: f.labelColumn()}
}

// leastColumn is the least column in which the values of labelled fields begin.
const leastColumn = 11

// labelColumn is where the values of labelled fields begin: two columns after
// the longest label of the language, of which one is short where there is little
// room.
func (f Format) labelColumn() int {
	organisations := f.Words.Say("Organisations")
	if f.Width < 60 {
		organisations = f.Words.Say("Org.")
	}
	labels := []string{organisations, f.Words.Say("People"), f.Words.Say("Place"), f.Words.Say("Law"), f.Words.Say("When"),
		f.Words.Say("Outcome"), f.Words.Say("Figure"), f.Words.Say("Related"), f.Words.Say("Source")}
	for _, topic := range model.Topics() {
		labels = append(labels, f.Words.Word(string(topic)))
	}
	column := leastColumn
	for _, label := range labels {
		column = max(column, ansi.StringWidth(label)+2)
	}
	return column
}

// Paragraph adds a text over the whole width.
func (b *Builder) Paragraph(l text.Line) { b.Lines = append(b.Lines, text.Wrap(l, b.Width)...) }

// item adds a text over the whole width, its further rows further in.
func (b *Builder) item(l text.Line) {
	if b.Plain {
		b.Paragraph(l)
		return
	}
	for i, row := range text.Wrap(l, b.Width-2) {
		if i > 0 {
			row = append(text.Line{{Text: "  "}}, row...)
		}
		b.Lines = append(b.Lines, row)
	}
}

// footnote ends a document with what is the same from one to the next.
func (b *Builder) footnote(l text.Line) {
	before := len(b.Lines)
	b.Paragraph(l)
	b.Foot = len(b.Lines) - before
}

// Space adds an empty row, never two.
func (b *Builder) Space() {
	if n := len(b.Lines); n > 0 && len(b.Lines[n-1]) > 0 && !b.Plain {
		b.Lines = append(b.Lines, nil)
	}
}

// field adds values under a label: the label beside the first of them, rows
// that belong to one value further in.
func (b *Builder) field(label string, values ...text.Line) {
	if b.Plain {
		b.plainField(label, values)
		return
	}
	if label == b.Words.Say("Organisations") && b.Column < ansi.StringWidth(label)+2 {
		label = b.Words.Say("Org.")
	}
	first := text.New(text.Normal, label)
	for _, value := range values {
		for i, row := range text.Wrap(value, b.Width-b.Column-1) {
			indent := b.Column - text.Line{first}.Width()
			if i > 0 {
				indent++
			}
			b.Lines = append(b.Lines, append(text.Line{first, {Text: strings.Repeat(" ", max(indent, 1))}}, row...))
			first = text.Span{}
		}
	}
}

// plainField writes each value on a line of its own, with its label and the
// numbers of its links.
func (b *Builder) plainField(label string, values []text.Line) {
	if label != "" {
		b.label = label
	}
	for _, value := range values {
		b.Paragraph(b.numbered(append(text.Line{text.New(text.Muted, b.label+": ")}, value...)))
	}
}

// numbered puts the numbers of the links of a line at its end.
func (b *Builder) numbered(l text.Line) text.Line {
	if !b.Numbered {
		return l
	}
	last := 0
	for _, p := range l {
		if p.Link > last {
			last = p.Link
			l = append(l, text.New(text.Muted, " ("+b.Words.Say("link %d", last)+")"))
		}
	}
	return l
}

// Linked is a text that leads somewhere, with what a search found in it marked.
func (b *Builder) Linked(to Link, label string, fields ...string) text.Line {
	b.Links = append(b.Links, to)
	l := text.Mark(text.Link, label, b.terms(fields...))
	for i := range l {
		l[i].Link = len(b.Links)
	}
	return l
}

// aside is what is said beside a value.
func (b *Builder) aside(parts ...string) text.Line {
	said := b.Join(parts...)
	if said == "" {
		return nil
	}
	gap := "  "
	if b.Plain {
		gap = b.Glyphs.Dot
	}
	return text.Line{text.New(text.Normal, gap+said)}
}
