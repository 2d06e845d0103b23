package tui

import (
	"strings"

	"casebook/model"
)

// coverage tells of reports: what they are and cover, how many cases each of
// their paragraphs has, what must be kept in mind, and whose facts they are.
func (w *writer) coverage(p model.Profile) {
	for i, c := range p.Reports {
		if i > 0 {
			w.space()
		}
		w.paragraph(line{say(toneTitle, c.Report.Name())})
		w.paragraph(line{say(toneText, c.Title)})
		w.space()
		w.field(w.words.Say("Publisher"), line{say(toneText, c.Publisher)})
		w.field(w.words.Say("Period"), line{say(toneText, w.date(c.Period))})
		w.field(capital(w.words.Say("Cases")), line{say(toneText, w.words.Number(c.Cases))})
		w.field(w.words.Say("Paragraphs"), line{say(toneText, w.words.Say("%[1]d of %[2]d carried by cases", c.Covered, c.Paragraphs()))})
		if len(p.Reports) > 1 {
			continue // each has a row of its own
		}
		w.space()
		w.sections(c)
		w.space()
		for _, caveat := range c.Caveats {
			w.item(line{say(toneText, caveat)})
		}
		w.space()
		w.paragraph(line{say(toneMuted, c.Attribution)})
	}
}

// sections writes how many cases each paragraph has, section by section.
func (w *writer) sections(c model.Coverage) {
	w.paragraph(line{say(toneTitle, w.words.Say("Cases of each paragraph"))})
	for _, section := range c.Sections {
		if w.plain {
			w.plainSection(section)
			continue
		}
		var counts []string
		for at, cases := range section.Paragraphs {
			count := w.words.Number(cases)
			if cases == 0 {
				count = w.signs.none
			}
			counts = append(counts, w.signs.paragraph+w.words.Number(at+1)+" "+count)
		}
		w.item(line{say(toneText, strings.Join(section.Heading, w.signs.path)+"  "), say(toneMuted, strings.Join(counts, "  "))})
	}
}
