package document

import (
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/text"
	"casebook/tui/words"
)

// columnGap is how many columns of the screen stand between two of a table.
const columnGap = 2

// A Table is rows in columns. It gives its room away step by step, so that in
// more room the column of the first step is never narrower.
type Table[Row any] struct {
	columns []column[Row]
	steps   []step
}

// A column is what stands in a column, by a function to which the format's width
// is that of the column.
type column[Row any] struct {
	label func(words.Words) string
	sort  model.Sort // the order of the rows that it is for; empty: none
	cell  func(Format, Row, text.Tone) text.Line
}

// A step gives a column some width. The first one of a column shows it, and needs
// all of that width; what is left before such a step goes to the column before. The
// others take what there is.
type step struct{ column, width int }

// widths returns how wide each column is; one that is not shown has no width.
func (t Table[Row]) widths(room int) []int {
	widths, first, last := make([]int, len(t.columns)), t.steps[0].column, t.steps[0].column
	widths[first] = min(t.steps[0].width, room)
	room -= widths[first]
	for _, step := range t.steps[1:] {
		more := min(step.width-widths[step.column], room)
		if widths[step.column] == 0 {
			if room -= columnGap; room < step.width {
				room += columnGap
				break
			}
			more = step.width
		}
		widths[step.column] += more
		room, last = room-more, step.column
	}
	if last != first {
		widths[last] += max(room, 0)
	}
	return widths
}

// Head returns the names of the columns; the one that the rows are sorted by is
// told apart.
func (t Table[Row]) Head(f Format, sort model.Sort) text.Line {
	return t.line(f, func(f Format, c column[Row]) text.Line {
		label := text.Line{text.New(text.Muted, c.label(f.Words))}
		if c.sort != "" && c.sort == sort {
			label = text.Line{text.New(text.Title, c.label(f.Words)+" "+f.Glyphs.Sorted)}
		}
		return label
	})
}

// Row returns a row.
func (t Table[Row]) Row(f Format, row Row, tone text.Tone) text.Line {
	return t.line(f, func(f Format, c column[Row]) text.Line { return c.cell(f, row, tone) })
}

func (t Table[Row]) line(f Format, cell func(Format, column[Row]) text.Line) text.Line {
	var l text.Line
	gap := 0
	for i, width := range t.widths(f.Width) {
		if width == 0 {
			continue
		}
		f.Width = width
		shown := text.Truncate(cell(f, t.columns[i]), width, f.Glyphs.Tail)
		l = append(append(l, text.Span{Text: strings.Repeat(" ", gap)}), shown...)
		gap = columnGap + max(width-shown.Width(), 0)
	}
	return l
}

// CaseTable is the table of the cases.
func CaseTable() Table[results.Row] {
	const date, title, people, outcome, place = 0, 1, 2, 3, 4
	return Table[results.Row]{
		columns: []column[results.Row]{
			date:    {func(w words.Words) string { return w.Say("Date") }, model.SortDate, Format.dateCell},
			title:   {func(w words.Words) string { return w.Say("Title") }, model.SortTitle, Format.titleCell},
			people:  {func(w words.Words) string { return w.Say("People") }, model.SortPeople, Format.peopleCell},
			outcome: {func(w words.Words) string { return w.Say("Outcome") }, model.SortOutcome, Format.outcomeCell},
			place:   {func(w words.Words) string { return w.Say("Place") }, model.SortPlace, Format.placeCell},
		},
		steps: []step{{title, 61}, {date, 12}, {outcome, 18}, {people, 14}, {place, 12}, {date, 14}, {people, 30}, {outcome, 32}, {place, 20}, {people, 44}, {outcome, 44}, {title, 100}},
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
	case Sensitive(row.Sensitivity):
		return nil
	case row.Possible:
		return text.Line{text.New(text.Warning, f.Words.Say("possibly %s", date))}
	}
	return text.Line{text.New(text.Muted, date)}
}

// peopleCell is whom a case is about, or whose name the search found in it.
func (f Format) peopleCell(row results.Row, _ text.Tone) text.Line {
	switch {
	case Sensitive(row.Sensitivity):
		return nil
	case row.Match != "":
		return text.Line{text.New(text.Warning, f.MatchLabel(row.Match, row.MatchName))}
	case len(row.Concerned) == 0:
		return nil
	}
	names := text.Mark(text.Muted, strings.Join(row.Concerned, ", "), f.terms("", "person", "org"))
	if names.Width() <= f.Width || len(row.Concerned) == 1 {
		return names
	}
	others := text.New(text.Muted, " +"+f.Words.Number(len(row.Concerned)-1))
	first := text.Mark(text.Muted, row.Concerned[0], f.terms("", "person", "org"))
	return append(text.Truncate(first, f.Width-text.Line{others}.Width(), f.Glyphs.Tail), others)
}

func (f Format) outcomeCell(row results.Row, _ text.Tone) text.Line {
	if Sensitive(row.Sensitivity) {
		return text.Line{text.New(text.Muted, f.Words.Say("sensitive: %s", f.sensitivity(row.Sensitivity)))}
	}
	return text.Mark(text.Muted, f.rowOutcome(row), f.terms("", "outcome"))
}

func (f Format) placeCell(row results.Row, _ text.Tone) text.Line {
	if Sensitive(row.Sensitivity) {
		return nil
	}
	return text.Mark(text.Muted, strings.Join(row.Places, ", "), f.terms("", "place"))
}
