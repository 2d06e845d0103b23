package document

import (
	"strings"

	"casebook/tui/text"
)

// Definition adds a term and what it means.
func (b *Builder) Definition(term text.Line, meaning string) {
	if b.Plain {
		b.Paragraph(text.Line{text.New(text.Normal, strings.TrimSuffix(term.String(), ":")+": "+meaning)})
		return
	}
	const column = 20
	gap := max(column-b.Glyphs.Width(term), 2)
	for i, row := range b.Glyphs.Wrap(text.Line{text.New(text.Normal, meaning)}, b.Width-max(column, b.Glyphs.Width(term)+2)) {
		if i > 0 {
			term, gap = nil, column
		}
		b.Lines = append(b.Lines, append(append(term[:len(term):len(term)], text.Span{Text: strings.Repeat(" ", gap)}), row...))
	}
}

// Searching adds what can be typed into a search.
func (b *Builder) Searching() {
	b.Paragraph(text.Line{text.New(text.Title, b.Words.Say("What you can type in the search box"))})
	for _, row := range [][2]string{
		{b.Words.Say("two words"), b.Words.Say("both must match, in any text of a case")},
		{b.Words.Say("a name"), b.Words.Say("spelled as it sounds, in Latin, Cyrillic or Arabic letters, or on the wrong keyboard layout; weaker matches are suggested separately")},
		{b.Words.Say(`"two words"`), b.Words.Say("exact phrase")},
		{b.Words.Say("-word"), b.Words.Say("must not match")},
		{"person: org:", b.Words.Say("a word of a name; also place: law: category: kind: role: outcome:")},
		{b.Words.Say("28 november"), b.Words.Say("a date as you would write it, with or without a year; cases with these exact words come first")},
		{"date:2016-05", b.Words.Say("a month, a day or a year; a range: date:2016-05-17..2016-05-21")},
		{"age:30..39", b.Words.Say(`a field that a list has of its own, by its name; also "date of birth":1980`)},
	} {
		b.Definition(text.Line{text.New(text.Normal, row[0])}, row[1])
	}
}

// Meanings adds a glossary of the words used about facts.
func (b *Builder) Meanings() {
	b.Paragraph(text.Line{text.New(text.Title, b.Words.Say("Glossary"))})
	for _, row := range [][2]string{
		{b.Words.Say("not stated"), b.Words.Say("one would expect it, but the report does not give it")},
		{b.Words.Say("reported"), b.Words.Say("attributed by the report to someone else")},
		{b.Words.Say("estimated"), b.Words.Say("the report gives it as an estimate")},
		{b.Words.Say("year inferred"), b.Words.Say("taken from the report's period")},
	} {
		b.Definition(text.Line{text.New(text.Normal, row[0])}, row[1])
	}
}

// About adds where the facts come from, and the caveats.
func (b *Builder) About(c LoadedCase) {
	if c.FromReport.ID == "" {
		return
	}
	b.Space()
	b.Paragraph(text.Line{text.New(text.Title, b.Words.Say("About the cases of %s", c.FromReport.Name()))})
	b.Paragraph(text.Line{text.New(text.Normal, c.FromReport.Attribution)})
	b.Paragraph(text.Line{text.New(text.Normal, b.Words.Say("Licence of the report: %s", c.FromReport.Licence))})
	for _, caveat := range c.FromReport.Caveats {
		b.Space()
		b.Paragraph(text.Line{text.New(text.Normal, caveat)})
	}
	b.Space()
	b.Paragraph(text.Line{text.New(text.Muted, b.Words.Say("casebook makes no network connections. It saves only files that you export and notes that you choose to keep."))})
}
