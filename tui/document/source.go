package document

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/model/source"
	"casebook/tui/text"
)

// A fact is one statement of a case with its source.
type fact struct {
	label string
	model.Source
}

// facts returns the facts of a case, each with its source.
func (f Format) facts(c model.Case) []fact {
	c = c.WithoutDefaults() // the report says them of itself, not of the case
	var all []fact
	first := model.Source{}
	if len(c.Source) > 0 {
		first = c.Source[0]
	}
	add := func(label string, own model.Source) { all = append(all, fact{label, own.Inherit(first)}) }
	for _, own := range c.Source {
		add(f.Words.Say("the case"), own)
	}
	for _, involved := range [][]model.Involvement{c.People, c.Organisations, c.Places} {
		for i, one := range involved {
			add(one.Name+", "+f.Words.Word(string(one.Role)), one.Source)
			if slices.ContainsFunc(involved[:i], func(before model.Involvement) bool { return before.Name == one.Name }) {
				continue // described already
			}
			for _, description := range one.Described {
				add(one.Name+", "+description.Text, description.Source)
			}
		}
	}
	for _, law := range c.Laws {
		add(f.law(law)+", "+f.Words.Word(string(law.Role)), law.Source)
		for _, description := range law.Described {
			add(f.law(law)+", "+description.Text, description.Source)
		}
	}
	for _, date := range c.Dates {
		add(f.Date(date.EDTF)+", "+f.Words.Word(string(date.What)), date.Source)
	}
	for _, outcome := range c.Outcomes {
		add(strings.TrimSuffix(f.outcome(outcome)+", "+f.stage(outcome), ", "), outcome.Source)
	}
	for _, figure := range c.Figures {
		add(f.figure(figure)+" "+figure.Counts, figure.Source)
	}
	return all
}

// law returns a law with its provision, if the report names them.
func (f Format) law(law model.LawInvolvement) string {
	switch {
	case law.Name == model.NotStated && (law.Provision == "" || law.Provision == model.NotStated):
		return f.Words.Say("law not stated")
	case law.Name == model.NotStated:
		return law.Provision
	case law.Provision == "" || law.Provision == model.NotStated:
		return law.Name
	}
	return law.Name + ", " + law.Provision
}

// Source returns the sources of the facts of a case, with the paragraphs if copies has
// the reader's own copy of the report (by report id).
func Source(f Format, c LoadedCase, copies map[string]source.Copy) Document {
	var copied *source.Copy
	if own, ok := copies[c.Report]; ok {
		copied = &own
	}
	b := NewBuilder(f)
	b.title(c)
	b.identity(c)
	b.Space()
	remaining := f.facts(c.Case)
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
		b.sourceParagraph(here, inside, c.Sections, copied)
		remaining = elsewhere
	}
	if copied == nil {
		b.Paragraph(text.Line{text.New(text.Muted, f.Words.Say("With your own copy of the report, %s shows the paragraph itself here.", "casebook --source FILE"))})
		b.Space()
	}
	b.footnote(text.Line{text.New(text.Muted, f.attributed(c.FromReport))})
	return b.Document
}

// hashShown is how many digits of a paragraph's hash are shown: enough to identify it.
const hashShown = 17

// sourceParagraph adds a paragraph of the report with the facts from it.
func (b *Builder) sourceParagraph(here model.Source, inside []fact, sections []model.Section, copied *source.Copy) {
	b.Paragraph(text.Line{text.New(text.Title, b.section(here))})
	if copied != nil {
		b.copiedParagraph(here, inside, *copied)
	}
	b.Space()
	for _, f := range inside {
		if b.Plain {
			b.plainFact(f)
			continue
		}
		b.Paragraph(text.Line{text.New(text.Normal, f.label)})
		for _, row := range b.Glyphs.Wrap(text.Line{text.New(text.Normal, b.Words.Word(string(f.Hedge))+b.Glyphs.Dot+b.anchors(f))}, b.Width-2) {
			b.Lines = append(b.Lines, append(text.Line{{Text: "  "}}, row...))
		}
	}
	if hash := paragraphHash(sections, here); hash != "" {
		if !b.Plain {
			hash = ansi.Truncate(hash, hashShown, b.Glyphs.Tail)
		}
		b.Space()
		b.Paragraph(text.Line{text.New(text.Muted, b.Words.Say("Checksum of the paragraph: %s", "SHA-256 "+hash))})
	}
	b.Space()
}

// anchors returns the anchor words of a fact, in quotation marks.
func (f Format) anchors(of fact) string {
	if len(of.Anchors) == 0 {
		return f.Words.Say("not mentioned in the report")
	}
	return `"` + strings.Join(of.Anchors, `" "`) + `"`
}

// copiedParagraph adds a paragraph of the reader's own copy, with the anchor words marked.
func (b *Builder) copiedParagraph(here model.Source, inside []fact, copied source.Copy) {
	paragraph, ok := copied.Paragraph(here.Section, here.Paragraph)
	if !ok {
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("Your copy does not have this paragraph."))})
		return
	}
	about := b.Words.Say("line %d of your copy (identical to the report)", paragraph.Line)
	if !paragraph.Intact {
		b.Paragraph(text.Line{text.New(text.Warning, b.Words.Say("Your copy's paragraph differs from the report's."))})
		about = b.Words.Say("line %d of your copy", paragraph.Line)
	}
	b.Paragraph(text.Line{text.New(text.Muted, about)})
	b.Space()
	anchors := inside[0].Anchors // of the case itself: those of all facts would mark nearly everything
	b.Paragraph(markSpans(paragraph.Text, source.Anchors(paragraph.Text, anchors)))
}

// markSpans returns a text with spans marked. The offsets are those of the original
// text, so it is split before it is made safe.
func markSpans(paragraph string, spans []model.Span) text.Line {
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

// plainFact adds the source of a fact.
func (b *Builder) plainFact(f fact) {
	b.field(f.label, text.Line{text.New(text.Normal, b.Join(b.Words.Word(string(f.Hedge)), b.anchors(f)))})
}

// section returns a place in the report, such as "Overview, ¶2". The reader's own list
// has no paragraphs.
func (f Format) section(s model.Source) string {
	place := strings.Join(s.Section, f.Glyphs.Path)
	if s.Paragraph == 0 {
		return place
	}
	return strings.TrimPrefix(place+", "+f.Glyphs.Paragraph+strconv.Itoa(s.Paragraph), ", ")
}

// sourceDifference returns how the source of a fact differs from that of its case: the
// hedge and, in plain lines, the place.
func (f Format) sourceDifference(c model.Case, s model.Source) string {
	if len(c.Source) == 0 {
		return f.Words.Word(string(s.Hedge))
	}
	first, place, hedge := c.Source[0], "", ""
	of := s.Inherit(first)
	if f.Plain && f.section(of) != f.section(first) {
		place = f.section(of)
	}
	if of.Hedge != first.Hedge {
		hedge = f.Words.Word(string(of.Hedge))
	}
	return f.Join(place, hedge)
}
