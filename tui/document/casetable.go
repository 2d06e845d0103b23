package document

import (
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/text"
	"casebook/tui/words"
)

// CaseTable is the table of the cases. A span of days has room in the format's language.
func CaseTable(f Format) Table[results.Row] {
	span := f.Glyphs.Columns(f.shortDate("2016-05-17/2016-05-20"))
	const date, title, people, outcome, place = 0, 1, 2, 3, 4
	return Table[results.Row]{
		columns: []column[results.Row]{
			date:    {func(w words.Words) string { return w.Say("Date") }, model.SortDate, Format.dateCell},
			title:   {func(w words.Words) string { return w.Say("Title") }, model.SortTitle, Format.titleCell},
			people:  {func(w words.Words) string { return w.Say("People") }, model.SortPeople, Format.peopleCell},
			outcome: {func(w words.Words) string { return w.Say("Outcome") }, model.SortOutcome, Format.outcomeCell},
			place:   {func(w words.Words) string { return w.Say("Place") }, model.SortPlace, Format.placeCell},
		},
		steps: []step{{title, 61}, {date, span}, {outcome, 18}, {people, 16}, {place, 12}, {date, 18}, {people, 30}, {outcome, 32}, {place, 20}, {people, 44}, {outcome, 44}, {title, 100}},
	}
}

func (f Format) titleCell(row results.Row, tone text.Tone) text.Line {
	l := text.Mark(tone, row.Title, f.AlsoMark(row.MatchName).terms("", "title"))
	if row.Draft {
		l = append(text.Line{text.New(text.Warning, f.Words.Say("draft")), {Text: f.Glyphs.Dot, Tone: text.Muted}}, l...)
	}
	return l
}

func (f Format) dateCell(row results.Row, _ text.Tone) text.Line {
	date := f.rowDate(row)
	switch {
	case row.Sensitivity.IsSensitive():
		return nil
	case row.Possible:
		return text.Line{text.New(text.Warning, f.Words.Say("possibly %s", date))}
	}
	return text.Line{text.New(text.Muted, date)}
}

// peopleCell returns the people that a case is about, or the name that the search found.
func (f Format) peopleCell(row results.Row, _ text.Tone) text.Line {
	switch {
	case row.Sensitivity.IsSensitive():
		return nil
	case row.Match != "":
		return text.Line{text.New(text.Warning, f.MatchLabel(row.Match, row.MatchName))}
	case len(row.Concerned) == 0:
		return nil
	}
	names := text.Mark(text.Muted, strings.Join(row.Concerned, ", "), f.terms("", "person", "org"))
	if f.Glyphs.Width(names) <= f.Width || len(row.Concerned) == 1 {
		return names
	}
	others := text.New(text.Muted, " +"+f.Words.Number(len(row.Concerned)-1))
	first := text.Mark(text.Muted, row.Concerned[0], f.terms("", "person", "org"))
	return append(f.Glyphs.Truncate(first, f.Width-f.Glyphs.Width(text.Line{others}), f.Glyphs.Tail), others)
}

func (f Format) outcomeCell(row results.Row, _ text.Tone) text.Line {
	if row.Sensitivity.IsSensitive() {
		return text.Line{text.New(text.Muted, f.Words.Say("sensitive: %s", f.sensitivity(row.Sensitivity)))}
	}
	return text.Mark(text.Muted, f.rowOutcome(row), f.terms("", "outcome"))
}

func (f Format) placeCell(row results.Row, _ text.Tone) text.Line {
	if row.Sensitivity.IsSensitive() {
		return nil
	}
	return text.Mark(text.Muted, strings.Join(row.Places, ", "), f.terms("", "place"))
}
