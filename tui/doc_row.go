package tui

import (
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// row is the two lines of a case: its title; and its kind, date and category,
// or what a search found in it.
func (w writing) row(row model.Row, title text.Tone) (first, second text.Line) {
	w = w.alsoName(row.MatchName)
	first = text.Mark(title, row.Title, w.terms("", "title"))
	if row.Draft {
		second = text.Line{text.New(text.Warning, w.words.Say("draft")), {Text: w.glyphs.Dot, Tone: text.Muted}}
	}
	if row.Possible {
		second = append(second, text.New(text.Warning, w.words.Say("possible date")), text.Span{Text: w.glyphs.Dot, Tone: text.Muted})
	}
	if sensitive(row.Sensitivity) {
		if row.Match != "" {
			second = append(second, text.New(text.Warning, w.way(row.Match)), text.Span{Text: w.glyphs.Dot, Tone: text.Muted})
		}
		return first, append(second, text.New(text.Muted, w.words.Word(string(row.Kind))+w.glyphs.Dot+w.words.Say("sensitive: %s", w.sensitivity(row.Sensitivity))))
	}
	if row.Match != "" {
		second = append(second, text.Mark(text.Warning, w.how(row.Match, row.MatchName), w.terms("", "person"))...)
		second = append(second, text.Span{Text: w.glyphs.Dot, Tone: text.Muted})
		return first, append(second, w.summary(row)...)
	}
	people := text.Mark(text.Normal, strings.Join(row.People, ", "), w.terms("", "person"))
	switch {
	case len(w.search) > 0 && people.Matches() > 0:
		second = append(second, fromMatch(people, w.width, w.glyphs.Tail)...)
	case len(w.search) > 0 && row.Snippet != "":
		second = append(second, fromMatch(text.Mark(text.Normal, row.Snippet, w.terms("")), w.width, w.glyphs.Tail)...)
	default:
		second = append(second, w.summary(row)...)
	}
	return first, second
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

// fromMatch leaves out the beginning of a line where its first match would not
// be seen in width columns.
func fromMatch(l text.Line, width int, tail string) text.Line {
	before := 0
	for i, p := range l {
		if p.Tone == text.Match {
			if before+(text.Line{p}).Width() <= width || i == 0 {
				return l
			}
			lead := l[:i].Cells()
			lead = lead[max(len(lead)-width/3, 0):]
			return append(append(text.Line{{Text: tail, Tone: text.Muted}}, text.Merge(lead)...), l[i:]...)
		}
		before += text.Line{p}.Width()
	}
	return l
}

// summary is a row's kind, date and category.
func (w writing) summary(row model.Row) text.Line {
	l := text.Mark(text.Muted, w.words.Word(string(row.Kind)), w.terms("kind"))
	if row.Date != "" && row.Date != model.NotStated {
		l = append(l, text.New(text.Muted, w.glyphs.Dot+w.shortDate(row.Date)))
	}
	if len(row.Category) > 0 {
		l = append(l, text.Span{Text: w.glyphs.Dot, Tone: text.Muted})
		l = append(l, text.Mark(text.Muted, row.Category[len(row.Category)-1], w.terms("", "category"))...)
	}
	return l
}
