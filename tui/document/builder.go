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
	Column    int              // where the values of labelled fields begin
	label     string           // of the last field
	notStated []model.Omission // what the report leaves out and no field has said yet
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

// labelColumn returns the column in which the values of labelled fields begin: two
// after the longest label of the language. Where there is little room, one of the
// labels is shortened.
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

// item adds a text over the whole width. Its further rows are indented.
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

// footnote ends the document with a text that many documents share.
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

// field adds values with a label beside the first of them. The further rows of a
// value are indented.
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

// plainField adds each value as a line, with its label and the numbers of its
// links.
func (b *Builder) plainField(label string, values []text.Line) {
	if label != "" {
		b.label = label
	}
	for _, value := range values {
		b.Paragraph(b.numbered(append(text.Line{text.New(text.Muted, b.label+": ")}, value...)))
	}
}

// numbered adds the numbers of a line's links to its end.
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

// Linked returns a text that is a link, with what the search found in it marked.
func (b *Builder) Linked(to Link, label string, fields ...string) text.Line {
	b.Links = append(b.Links, to)
	l := text.Mark(text.Link, label, b.terms(fields...))
	for i := range l {
		l[i].Link = len(b.Links)
	}
	return l
}

// aside returns what stands beside a value.
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
