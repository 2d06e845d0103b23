package tui

import (
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// coverage tells of reports: what they are and cover, how many cases each of
// their paragraphs has, what must be kept in mind, and whose facts they are.
func (w *writer) coverage(p model.Profile) {
	for i, c := range p.Reports {
		if i > 0 {
			w.space()
		}
		w.paragraph(text.Line{text.New(text.Title, c.Report.Name())})
		w.paragraph(text.Line{text.New(text.Normal, c.Title)})
		w.space()
		w.field(w.words.Say("Publisher"), text.Line{text.New(text.Normal, c.Publisher)})
		w.field(w.words.Say("Period"), text.Line{text.New(text.Normal, w.date(c.Period))})
		w.field(capital(w.words.Say("Cases")), text.Line{text.New(text.Normal, w.words.Number(c.Cases))})
		w.field(w.words.Say("Paragraphs"), text.Line{text.New(text.Normal, w.words.Say("%[1]d of %[2]d carried by cases", c.Covered, c.Paragraphs()))})
		if len(p.Reports) > 1 {
			continue // each has a row of its own
		}
		w.space()
		w.sections(c)
		w.space()
		for _, caveat := range c.Caveats {
			w.item(text.Line{text.New(text.Normal, caveat)})
		}
		w.space()
		w.paragraph(text.Line{text.New(text.Muted, c.Attribution)})
	}
}

// sections writes how many cases each paragraph has, section by section.
func (w *writer) sections(c model.Coverage) {
	w.paragraph(text.Line{text.New(text.Title, w.words.Say("Cases of each paragraph"))})
	for _, section := range c.Sections {
		if w.plain {
			w.plainSection(section)
			continue
		}
		var counts []string
		for at, cases := range section.Paragraphs {
			count := w.words.Number(cases)
			if cases == 0 {
				count = w.glyphs.None
			}
			counts = append(counts, w.glyphs.Paragraph+w.words.Number(at+1)+" "+count)
		}
		w.item(text.Line{text.New(text.Normal, strings.Join(section.Heading, w.glyphs.Path)+"  "), text.New(text.Muted, strings.Join(counts, "  "))})
	}
}
