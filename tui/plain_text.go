package tui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// unbroken is the width of lines that are left whole.
const unbroken = 1 << 20

// setWidth sets after how many columns a line is broken.
func (p *plain) setWidth(_ context.Context, text string) error {
	number, err := strconv.Atoi(text)
	switch off := model.Fold(text) == "off" || model.Fold(text) == model.Fold(p.command("off")); {
	case off || err == nil && number == 0:
		p.width = 0
		p.answer("Lines are left whole.")
	case err == nil && number >= 20 && number <= 500:
		p.width = number
		p.answer("Lines are broken after %d letters at the most.", number)
	default:
		p.answer("Type %s and a number from 20 to 500, or %s to leave lines whole.", p.command("width"), p.command("off"))
	}
	return nil
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

// plainHeading writes the title of a case and what it is.
func (w *writer) plainHeading(r reading) {
	w.paragraph(text.Line{text.New(text.Title, r.Title)})
	w.paragraph(text.Line{text.New(text.Muted, w.together(r.ID, w.words.Word(string(r.Kind)), w.hedge(r.Case), w.standing(r.ID, r.Draft)))})
	if w.several {
		w.field(w.words.Say("Report"), text.Line{text.New(text.Normal, w.together(r.report.Name(), r.report.Publisher))})
	}
	w.field(w.words.Say("Category"), text.Line{text.New(text.Normal, strings.Join(r.Category, w.glyphs.Path))})
}

// standing says that a case is a draft, or marked.
func (w writing) standing(id string, draft bool) string {
	var isDraft, isMarked string
	if draft {
		isDraft = w.words.Say("draft")
	}
	if slices.Contains(w.marks, id) {
		isMarked = w.words.Say("marked")
	}
	return w.together(isDraft, isMarked)
}

// plainHappening writes what happened: its date, what it is, and the case. Of a
// sensitive case only its title is shown.
func (w *writer) plainHappening(h model.Happening) {
	date := w.shortDate(h.EDTF)
	if h.YearInferred {
		date = w.words.Say("%s (year inferred)", date)
	}
	what := w.words.Word(h.What)
	if sensitive(h.Sensitivity) {
		what = w.words.Say("sensitive: %s", w.sensitivity(h.Sensitivity))
	}
	w.field(date, append(w.linked(link{id: h.Case}, h.Title, "", "title"), w.aside(what)...))
}

// plainSection writes how many cases each paragraph of a section has.
func (w *writer) plainSection(section model.SectionCoverage) {
	var counts []string
	for at, cases := range section.Paragraphs {
		counts = append(counts, w.glyphs.Paragraph+w.words.Number(at+1)+": "+w.words.Number(cases))
	}
	w.field(strings.Join(section.Heading, w.glyphs.Path), text.Line{text.New(text.Normal, strings.Join(counts, w.glyphs.Dot))})
}

// plainGate says what a sensitive case is about, and how it opens.
func (w *writer) plainGate(r reading) {
	w.paragraph(text.Line{text.New(text.Normal, w.words.Say("This case is about %s. Type %s to read it.", w.sensitivity(r.Sensitivity), w.words.Say("open")))})
}

// plainFact writes where the report has one fact of a case.
func (w *writer) plainFact(f fact) {
	w.field(f.label, text.Line{text.New(text.Normal, w.together(w.words.Word(string(f.Hedge)), w.anchors(f)))})
}

// plainRow is a case in a list: its title, how it was found where that is not
// literally, what it is, and what a search found in it.
func (w writing) plainRow(row model.Row) string {
	standing, possible := w.standing(row.ID, row.Draft), ""
	if row.Possible {
		possible = w.words.Say("possible date")
	}
	if sensitive(row.Sensitivity) {
		return w.together(row.Title, standing, possible, w.words.Word(row.Match), w.words.Word(string(row.Kind)), w.words.Say("sensitive: %s", w.sensitivity(row.Sensitivity)))
	}
	found := ""
	if people := strings.Join(row.People, w.glyphs.Dot); row.Match == "" && len(w.search) > 0 {
		found = row.Snippet
		if len(model.Marks(people, w.terms("", "person"))) > 0 {
			found = people
		}
	}
	return w.together(row.Title, standing, possible, w.how(row.Match, row.MatchName), w.summary(row).String(), found)
}
