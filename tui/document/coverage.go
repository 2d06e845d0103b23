package document

import (
	"strings"

	"casebook/model/results"
	"casebook/tui/text"
)

// coverage describes reports: their period, the number of cases of each paragraph, the
// caveats and the attribution.
func (b *Builder) coverage(p results.Profile) {
	for i, c := range p.Reports {
		if i > 0 {
			b.Space()
		}
		b.Paragraph(text.Line{text.New(text.Title, c.Report.Name())})
		if c.Title != c.Report.Name() {
			b.Paragraph(text.Line{text.New(text.Normal, c.Title)})
		}
		b.Space()
		b.field(b.Words.Say("Publisher"), text.Line{text.New(text.Normal, c.Publisher)})
		if c.Period != "" {
			b.field(b.Words.Say("Period"), text.Line{text.New(text.Normal, b.Date(c.Period))})
		}
		b.field(text.Capital(b.Words.Say("Cases")), text.Line{text.New(text.Normal, b.Words.Number(c.Cases))})
		published := c.Paragraphs() > 0 // the user's own list has no paragraphs
		if published {
			b.field(b.Words.Say("Paragraphs covered"), text.Line{text.New(text.Normal, b.Words.Say("%[1]d of %[2]d", c.Covered, c.Paragraphs()))})
		}
		if len(p.Reports) > 1 {
			continue // each has a row of its own
		}
		b.Space()
		if published {
			b.sections(c)
			b.Space()
		}
		for _, caveat := range c.Caveats {
			b.item(text.Line{text.New(text.Normal, caveat)})
		}
		b.Space()
		b.Paragraph(text.Line{text.New(text.Muted, c.Attribution)})
	}
}

// sections adds the number of cases of each paragraph, section by section.
func (b *Builder) sections(c results.Coverage) {
	b.Paragraph(text.Line{text.New(text.Title, b.Words.Say("Cases per paragraph"))})
	for _, section := range c.Sections {
		if b.Plain {
			b.plainSection(section)
			continue
		}
		var counts []string
		for at, cases := range section.Paragraphs {
			count := b.Words.Number(cases)
			if cases == 0 {
				count = b.Glyphs.None
			}
			counts = append(counts, b.Glyphs.Paragraph+b.Words.Number(at+1)+" "+count)
		}
		b.item(text.Line{text.New(text.Normal, strings.Join(section.Heading, b.Glyphs.Path)+"  "), text.New(text.Muted, strings.Join(counts, "  "))})
	}
}

// plainSection adds the number of cases of each paragraph of a section.
func (b *Builder) plainSection(section results.SectionCoverage) {
	var counts []string
	for at, cases := range section.Paragraphs {
		counts = append(counts, b.Glyphs.Paragraph+b.Words.Number(at+1)+": "+b.Words.Number(cases))
	}
	b.field(strings.Join(section.Heading, b.Glyphs.Path), text.Line{text.New(text.Normal, strings.Join(counts, b.Glyphs.Dot))})
}
