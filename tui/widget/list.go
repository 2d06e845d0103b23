package widget

import "casebook/tui/text"

// PageRows is the number of rows of a page. A list holds a few pages around its cursor.
const PageRows = 100

// A List is a list that holds the rows near its cursor.
type List[Row any] struct {
	Cursor
	pages map[int][]Row // by offset/pageRows
}

// Fill replaces the answer by a new one.
func (l *List[Row]) Fill(rows []Row, offset, total, at, top int) {
	l.pages, l.asked, l.failed, l.Loaded = map[int][]Row{}, map[int]bool{}, nil, true
	l.Total, l.TotalUnknown, l.FooterRows = total, false, 0
	if total < 0 {
		l.Total, l.TotalUnknown = offset+len(rows), len(rows) >= 2*PageRows
	}
	l.Add(rows, offset)
	l.Top = top
	l.Move(at)
}

// Add adds more rows of the same answer.
func (l *List[Row]) Add(rows []Row, offset int) {
	for start := 0; start < len(rows); start += PageRows {
		number := (offset + start) / PageRows
		l.pages[number] = rows[start:min(start+PageRows, len(rows))]
		delete(l.asked, number)
	}
}

// Row returns the row at an index, if the list has it.
func (l *List[Row]) Row(index int) (Row, bool) {
	var none Row
	if index < 0 || index >= l.Total {
		return none, false
	}
	page := l.pages[index/PageRows]
	if index%PageRows >= len(page) {
		return none, false
	}
	return page[index%PageRows], true
}

// Selected returns the row at the cursor, if the list has it.
func (l *List[Row]) Selected() (Row, bool) { return l.Row(l.At) }

// Missing returns the pages that the screen needs now or soon, and marks them as asked
// for; pages far from the cursor are dropped.
func (l *List[Row]) Missing() []int {
	near := l.At / PageRows
	for number := range l.pages {
		if number < near-2 || number > near+2 {
			delete(l.pages, number)
		}
	}
	first := max(l.Top-l.shownRows(), 0) / PageRows
	last := min(l.Top+2*l.shownRows(), l.Total-1) / PageRows
	var numbers []int
	for number := first; number <= last && l.Total > 0; number++ {
		if l.pages[number] == nil && !l.asked[number] {
			l.asked[number] = true
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// View draws the visible rows with a function that gets whether the cursor is on the
// row, and returns its lines and maybe a sign before them.
func (l *List[Row]) View(s text.Glyphs, focused bool, draw func(row Row, selected bool) (lines []text.Line, sign text.Span)) []text.Line {
	bar, tone := s.FaintBar, text.Selected
	if focused {
		bar, tone = s.Bar, text.Cursor
	}
	var lines []text.Line
	for index := l.Top; index < l.Total && len(lines) < l.Height; index++ {
		drawn, sign := []text.Line{{{Text: s.Tail, Tone: text.Muted}}}, text.Span{}
		if row, ok := l.Row(index); ok {
			drawn, sign = draw(row, index == l.At)
		}
		for y := range l.RowHeight {
			line := text.Line{{Text: " "}}
			switch {
			case y > 0:
			case sign.Text != "":
				line[0] = sign
			case index == l.At:
				line[0].Text = bar
			}
			if index == l.At {
				line[0].Tone = tone
			}
			if y < len(drawn) {
				line = append(line, drawn[y]...)
			}
			lines = append(lines, s.Truncate(line, l.Width, s.Tail))
		}
	}
	return lines
}
