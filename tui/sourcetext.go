package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/model/source"
	"casebook/tui/text"
)

// A fact is one thing that a case says, and where the report says it.
type fact struct {
	label string
	model.Source
}

// facts lists what a case says, each with its own place in the report.
func (w writing) facts(c model.Case) []fact {
	var all []fact
	first := model.Source{}
	if len(c.Source) > 0 {
		first = c.Source[0]
	}
	add := func(label string, own model.Source) {
		if len(own.Section) == 0 {
			own.Section = first.Section
		}
		if own.Paragraph == 0 {
			own.Paragraph = first.Paragraph
		}
		if own.Hedge == "" {
			own.Hedge = first.Hedge
		}
		all = append(all, fact{label, own})
	}
	for _, own := range c.Source {
		add(w.words.Say("the case"), own)
	}
	for _, involved := range [][]model.Involvement{c.People, c.Organisations, c.Places} {
		for _, one := range involved {
			add(one.Name+", "+w.words.Word(string(one.Role)), one.Source)
			for _, description := range one.Described {
				add(one.Name+", "+description.Text, description.Source)
			}
		}
	}
	for _, law := range c.Laws {
		add(w.law(law)+", "+w.words.Word(string(law.Role)), law.Source)
		for _, description := range law.Described {
			add(w.law(law)+", "+description.Text, description.Source)
		}
	}
	for _, date := range c.Dates {
		add(w.date(date.EDTF)+", "+w.words.Word(string(date.What)), date.Source)
	}
	for _, outcome := range c.Outcomes {
		add(strings.TrimSuffix(w.outcome(outcome)+", "+w.words.Word(outcome.StageLabel()), ", "), outcome.Source)
	}
	for _, figure := range c.Figures {
		add(w.figure(figure)+" "+figure.Counts, figure.Source)
	}
	return all
}

// law is a law with its provision, as far as the report names them.
func (w writing) law(law model.LawInvolvement) string {
	switch {
	case law.Name == model.NotStated && (law.Provision == "" || law.Provision == model.NotStated):
		return w.words.Say("law not stated")
	case law.Name == model.NotStated:
		return law.Provision
	case law.Provision == "" || law.Provision == model.NotStated:
		return law.Name
	}
	return law.Name + ", " + law.Provision
}

// sourceDocument says where the report has each fact of a case; with the
// reader's own copy of the report, the paragraphs themselves.
func sourceDocument(w writing, r reading, copied *source.Copy) document {
	d := newWriter(w)
	d.heading(r)
	remaining := w.facts(r.Case)
	for len(remaining) > 0 {
		here := remaining[0].Source
		var inside, elsewhere []fact
		for _, f := range remaining {
			if f.Paragraph == here.Paragraph && model.CategoryPath(f.Section) == model.CategoryPath(here.Section) {
				inside = append(inside, f)
			} else {
				elsewhere = append(elsewhere, f)
			}
		}
		d.provenance(here, inside, r.sections, copied)
		remaining = elsewhere
	}
	if copied == nil {
		d.paragraph(text.Line{text.New(text.Muted, w.words.Say("With your own copy of the report, %s shows the paragraph itself here.", "casebook --source FILE"))})
		d.space()
	}
	d.footnote(text.Line{text.New(text.Muted, r.report.Attribution)})
	return d.document
}

// hashShown is how much of a paragraph's hash is shown: enough to tell it from
// any other.
const hashShown = 17

// provenance writes one paragraph of the report and the facts that rest on it.
func (w *writer) provenance(here model.Source, inside []fact, sections []model.Section, copied *source.Copy) {
	w.paragraph(text.Line{text.New(text.Title, w.section(here))})
	if hash := paragraphHash(sections, here); hash != "" {
		if !w.plain {
			hash = ansi.Truncate(hash, hashShown, w.glyphs.Tail)
		}
		w.paragraph(text.Line{text.New(text.Muted, "SHA-256 "+hash)})
	}
	if copied != nil {
		w.copied(here, inside, *copied)
	}
	w.space()
	for _, f := range inside {
		if w.plain {
			w.plainFact(f)
			continue
		}
		w.paragraph(text.Line{text.New(text.Normal, f.label)})
		for _, row := range text.Wrap(text.Line{text.New(text.Normal, w.words.Word(string(f.Hedge))+w.glyphs.Dot+w.anchors(f))}, w.width-2) {
			w.lines = append(w.lines, append(text.Line{{Text: "  "}}, row...))
		}
	}
	w.space()
}

// anchors are the words by which a fact can be checked, as they are shown.
func (w writing) anchors(f fact) string {
	if len(f.Anchors) == 0 {
		return w.words.Say("no words: the report leaves it out")
	}
	return `"` + strings.Join(f.Anchors, `" "`) + `"`
}

// copied writes a paragraph of the reader's own copy, the anchor words marked.
func (w *writer) copied(here model.Source, inside []fact, copied source.Copy) {
	paragraph, ok := copied.Paragraph(here.Section, here.Paragraph)
	if !ok {
		w.paragraph(text.Line{text.New(text.Warning, w.words.Say("Your copy does not have this paragraph."))})
		return
	}
	about := w.words.Say("line %d of your copy, word for word as in the report", paragraph.Line)
	if !paragraph.Intact {
		w.paragraph(text.Line{text.New(text.Warning, w.words.Say("Your copy's paragraph differs from the report's."))})
		about = w.words.Say("line %d of your copy", paragraph.Line)
	}
	w.paragraph(text.Line{text.New(text.Muted, about)})
	w.space()
	var anchors []string
	for _, f := range inside {
		anchors = append(anchors, f.Anchors...)
	}
	w.paragraph(underSpans(paragraph.Text, source.Anchors(paragraph.Text, anchors)))
}

// underSpans is a text with parts of it marked. The parts are of the text as it
// is given, so they are cut before anything in it is cleaned.
func underSpans(paragraph string, spans []model.Span) text.Line {
	slices.SortFunc(spans, func(a, b model.Span) int { return a.Start - b.Start })
	var l text.Line
	at := 0
	for _, span := range spans {
		if span.Start < at || span.End > len(paragraph) || span.End <= span.Start {
			continue
		}
		l = append(l, text.New(text.Normal, paragraph[at:span.Start]), text.New(text.Match, paragraph[span.Start:span.End]))
		at = span.End
	}
	return append(l, text.New(text.Normal, paragraph[at:]))
}

func paragraphHash(sections []model.Section, here model.Source) string {
	for _, section := range sections {
		if model.CategoryPath(section.Heading) == model.CategoryPath(here.Section) && here.Paragraph >= 1 && here.Paragraph <= len(section.Paragraphs) {
			return section.Paragraphs[here.Paragraph-1]
		}
	}
	return ""
}
