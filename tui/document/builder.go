package document

import (
	"math"
	"strings"

	"casebook/tui/text"
)

// A Builder lays out one document.
type Builder struct {
	Format
	Document
	Column int    // where the values of labelled fields begin; 0: after their labels, in one text
	label  string // of the last field
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
	b := &Builder{Format: f}
	if f.Width >= columnWidth {
		b.Column = f.labelColumn()
	}
	return b
}

// columnWidth is the minimum width of a document with labels in a column.
const columnWidth = 60

// labelColumn returns the column where the values of fields begin: two after the
// longest label of the language.
func (f Format) labelColumn() int {
	column := 0
	for _, label := range []string{f.Words.Say("Convicted under"), f.Words.Say("Also mentioned"), f.Words.Say("Penalty in law"), f.Words.Say("Law challenged")} {
		column = max(column, f.Glyphs.Columns(label)+2)
	}
	return column
}

// Paragraph adds a text over the whole width.
func (b *Builder) Paragraph(l text.Line) { b.Lines = append(b.Lines, b.Glyphs.Wrap(l, b.Width)...) }

// item adds a text over the whole width. Its further rows are indented.
func (b *Builder) item(l text.Line) {
	if b.Plain {
		b.Paragraph(l)
		return
	}
	for i, row := range b.Glyphs.Wrap(l, b.Width-2) {
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

// field adds values beside their label, or after it as one text if there is little
// room.
func (b *Builder) field(label string, values ...text.Line) {
	switch {
	case len(values) == 0:
	case b.Plain:
		b.plainField(label, values)
	case b.Column == 0:
		l := text.Line{text.New(text.Muted, label+": ")}
		for i, value := range values {
			if i > 0 {
				l = append(l, text.New(text.Normal, "; "))
			}
			l = append(l, value...)
		}
		b.Paragraph(l)
	default:
		b.fieldBeside(label, values)
	}
}

// fieldBeside adds values in a column, with a label beside the first.
func (b *Builder) fieldBeside(label string, values []text.Line) {
	first := text.New(text.Normal, label)
	if b.Glyphs.Columns(label) >= b.Column {
		b.Paragraph(text.Line{first})
		first = text.Span{}
	}
	for _, value := range values {
		for _, row := range b.Glyphs.Wrap(value, b.Width-b.Column) {
			indent := b.Column - b.Glyphs.Width(text.Line{first})
			b.Lines = append(b.Lines, append(text.Line{first, {Text: strings.Repeat(" ", indent)}}, row...))
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

// numbered adds the numbers of a line's links at its end.
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

// linked returns a link, with the matches of the search marked.
func (b *Builder) linked(to Link, label string, fields ...string) text.Line {
	b.Links = append(b.Links, to)
	l := text.Mark(text.Link, label, b.terms(fields...))
	for i := range l {
		l[i].Link = len(b.Links)
	}
	return l
}

// aside returns the text beside a value.
func (b *Builder) aside(parts ...string) text.Line {
	said := b.Join(parts...)
	if said == "" {
		return nil
	}
	return text.Line{text.New(text.Normal, b.Glyphs.Dot+said)}
}
