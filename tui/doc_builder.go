package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/tui/text"
)

// A writer lays a document out.
type writer struct {
	writing
	document
	column int           // where the values of labelled fields begin
	label  string        // of the last field
	left   []model.Topic // what the report leaves out and no field has said yet
}

func newWriter(w writing) *writer {
	if w.plain {
		return &writer{writing: w}
	}
	w.width = max(min(w.width, textWidth), 8)
	return &writer{writing: w, column: w.labelColumn()}
}

// leastColumn is the least column in which the values of labelled fields begin.
const leastColumn = 11

// labelColumn is where the values of labelled fields begin: two columns after
// the longest label of the language, of which one is short where there is little
// room.
func (w writing) labelColumn() int {
	organisations := w.words.Say("Organisations")
	if w.width < 60 {
		organisations = w.words.Say("Org.")
	}
	labels := []string{organisations, w.words.Say("People"), w.words.Say("Place"), w.words.Say("Law"), w.words.Say("When"),
		w.words.Say("Outcome"), w.words.Say("Figure"), w.words.Say("Related"), w.words.Say("Source")}
	for _, topic := range model.Topics() {
		labels = append(labels, w.words.Word(string(topic)))
	}
	column := leastColumn
	for _, label := range labels {
		column = max(column, ansi.StringWidth(label)+2)
	}
	return column
}

// paragraph adds a text over the whole width.
func (w *writer) paragraph(l text.Line) { w.lines = append(w.lines, text.Wrap(l, w.width)...) }

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

// footnote ends a document with what is the same from one to the next.
func (w *writer) footnote(l text.Line) {
	before := len(w.lines)
	w.paragraph(l)
	w.foot = len(w.lines) - before
}

// space adds an empty row, never two.
func (w *writer) space() {
	if n := len(w.lines); n > 0 && len(w.lines[n-1]) > 0 && !w.plain {
		w.lines = append(w.lines, nil)
	}
}

// field adds values under a label: the label beside the first of them, rows
// that belong to one value further in.
func (w *writer) field(label string, values ...text.Line) {
	if w.plain {
		w.plainField(label, values)
		return
	}
	if label == w.words.Say("Organisations") && w.column < ansi.StringWidth(label)+2 {
		label = w.words.Say("Org.")
	}
	first := text.New(text.Normal, label)
	for _, value := range values {
		for i, row := range text.Wrap(value, w.width-w.column-1) {
			indent := w.column - text.Line{first}.Width()
			if i > 0 {
				indent++
			}
			w.lines = append(w.lines, append(text.Line{first, {Text: strings.Repeat(" ", max(indent, 1))}}, row...))
			first = text.Span{}
		}
	}
}

// plainField writes each value on a line of its own, with its label and the
// numbers of its links.
func (w *writer) plainField(label string, values []text.Line) {
	if label != "" {
		w.label = label
	}
	for _, value := range values {
		w.paragraph(w.numbered(append(text.Line{text.New(text.Muted, w.label+": ")}, value...)))
	}
}

// numbered puts the numbers of the links of a line at its end.
func (w *writer) numbered(l text.Line) text.Line {
	last := 0
	for _, p := range l {
		if p.Link > last {
			last = p.Link
			l = append(l, text.New(text.Muted, " ("+w.words.Say("link %d", last)+")"))
		}
	}
	return l
}

// linked is a text that leads somewhere, with what a search found in it marked.
func (w *writer) linked(to link, label string, fields ...string) text.Line {
	w.links = append(w.links, to)
	l := text.Mark(text.Link, label, w.terms(fields...))
	for i := range l {
		l[i].Link = len(w.links)
	}
	return l
}

// aside is what is said beside a value.
func (w *writer) aside(parts ...string) text.Line {
	said := w.together(parts...)
	if said == "" {
		return nil
	}
	gap := "  "
	if w.plain {
		gap = w.glyphs.Dot
	}
	return text.Line{text.New(text.Normal, gap+said)}
}
