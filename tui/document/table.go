package document

import (
	"strings"

	"casebook/model"
	"casebook/tui/text"
	"casebook/tui/words"
)

// columnGap is the space between two columns of a table.
const columnGap = 2

// A Table is rows in columns. It assigns the width step by step, so that with more
// width the column of the first step is never narrower.
type Table[Row any] struct {
	columns []column[Row]
	steps   []step
	sorted  model.Sort // the order of the rows
}

// SortedBy returns the table of rows in an order: the column of the order is always
// shown, and its name stands out.
func (t Table[Row]) SortedBy(sort model.Sort) Table[Row] {
	t.sorted = sort
	return t
}

// A column is a column of a table: its label and a function for its cells, whose
// format has the width of the column.
type column[Row any] struct {
	label func(words.Words) string
	sort  model.Sort // the order that sorts by it; empty: none
	cell  func(Format, Row, text.Tone) text.Line
}

// A step gives a column some width. The first step of a column shows it and needs all
// of its width; width that is left before it goes to the column before. Other steps
// take what is left.
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
	if last == first {
		return widths
	}
	widths[last] += max(room, 0)
	for i, c := range t.columns {
		if c.sort != "" && c.sort == t.sorted && widths[i] == 0 {
			widths[i], widths[last] = widths[last], 0
		}
	}
	return widths
}

// Head returns the names of the columns, with the sort column marked.
func (t Table[Row]) Head(f Format) text.Line {
	return t.line(f, func(f Format, c column[Row]) text.Line {
		label := text.Line{text.New(text.Muted, c.label(f.Words))}
		if c.sort != "" && c.sort == t.sorted {
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
		shown := f.Glyphs.Truncate(cell(f, t.columns[i]), width, f.Glyphs.Tail)
		l = append(append(l, text.Span{Text: strings.Repeat(" ", gap)}), shown...)
		gap = columnGap + max(width-f.Glyphs.Width(shown), 0)
	}
	return l
}
