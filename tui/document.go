package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/tui/text"
	"casebook/tui/words"
)

// textWidth is the widest that text is set: longer lines are hard to read.
const textWidth = 72

// writing is what turning facts into text depends on, beside the facts.
type writing struct {
	glyphs text.Glyphs
	words  words.Words
	search []model.Term // whose matches are marked
	width  int
	marks  marks

	// plain is for lines that are read one by one, or heard: each has its label,
	// and the numbers that its links are followed by.
	plain bool

	several bool // the library has several reports
}

// terms are those of the search that look at one of these fields; the empty
// field is that of a term without one.
func (w writing) terms(fields ...string) []model.Term {
	var terms []model.Term
	for _, term := range w.search {
		if !term.Not && slices.Contains(fields, term.Field) {
			terms = append(terms, term)
		}
	}
	return terms
}

// alsoName takes the name that a case was found by to what is marked.
func (w writing) alsoName(name string) writing {
	if name != "" {
		w.search = append(w.search[:len(w.search):len(w.search)], model.Term{Text: name, Phrase: true})
	}
	return w
}

// A link leads from a text to the cases with something, or to one case.
type link struct {
	facet model.Facet
	value string
	id    string // of a case; else facet and value are set
}

// A document is text laid out in rows, with the links in it.
type document struct {
	lines []text.Line
	links []link
	foot  int // the last rows that stand at the end of the pane, where there is room
}

// A writer lays a document out.
type writer struct {
	writing
	document
	column int              // where the values of labelled fields begin
	label  string           // of the last field
	left   []model.Omission // what the report leaves out and no field has said yet
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

// together is what is said of one thing, in one line; empty parts are left out.
func (w writing) together(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), w.glyphs.Dot)
}

// missing says that the report leaves something out.
func (w writing) missing() text.Line {
	return text.Line{text.New(text.Normal, w.words.Say("not stated in the report"))}
}

func sensitive(s model.Sensitivity) bool { return s != "" && s != model.SensitivityNone }

// sensitivity is what a sensitive case is about.
func (w writing) sensitivity(s model.Sensitivity) string {
	return w.words.Word(strings.ReplaceAll(string(s), "-", " "))
}

func capital(text string) string {
	if text == "" {
		return text
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
