package tui

import "casebook/tui/text"

// pageRows is how many rows a list asks for at once. It holds a few such pages
// around its cursor, however many rows the answer has.
const pageRows = 100

// A window is a list of which the rows near its cursor are known.
type window[Row any] struct {
	cursor
	pages map[int][]Row // by offset/pageRows
}

// fill replaces the answer by a new one.
func (w *window[Row]) fill(rows []Row, offset, total, at, top int) {
	w.pages, w.asked, w.failed, w.loaded = map[int][]Row{}, map[int]bool{}, nil, true
	w.total, w.totalUnknown, w.footerRows = total, false, 0
	if total < 0 {
		w.total, w.totalUnknown = offset+len(rows), len(rows) >= 2*pageRows
	}
	w.add(rows, offset)
	w.top = top
	w.move(at)
}

// add takes in more rows of the same answer.
func (w *window[Row]) add(rows []Row, offset int) {
	for start := 0; start < len(rows); start += pageRows {
		number := (offset + start) / pageRows
		w.pages[number] = rows[start:min(start+pageRows, len(rows))]
		delete(w.asked, number)
	}
}

// row returns the row at an index, if the list has it.
func (w *window[Row]) row(index int) (Row, bool) {
	var none Row
	if index < 0 || index >= w.total {
		return none, false
	}
	page := w.pages[index/pageRows]
	if index%pageRows >= len(page) {
		return none, false
	}
	return page[index%pageRows], true
}

// selected is the row at the cursor, if there is one and it has arrived.
func (w *window[Row]) selected() (Row, bool) { return w.row(w.at) }

// missing returns the pages that the screen needs, or soon will, and marks them
// as asked for; pages far from the cursor are forgotten.
func (w *window[Row]) missing() []int {
	near := w.at / pageRows
	for number := range w.pages {
		if number < near-2 || number > near+2 {
			delete(w.pages, number)
		}
	}
	first := max(w.top-w.shownRows(), 0) / pageRows
	last := min(w.top+2*w.shownRows(), w.total-1) / pageRows
	var numbers []int
	for number := first; number <= last && w.total > 0; number++ {
		if w.pages[number] == nil && !w.asked[number] {
			w.asked[number] = true
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// View draws the rows on the screen, each by a function that is told whether
// the cursor is on it.
func (w *window[Row]) View(s text.Glyphs, focused bool, draw func(row Row, selected bool) []text.Line) []text.Line {
	bar := s.FaintBar
	if focused {
		bar = s.Bar
	}
	var lines []text.Line
	for index := w.top; index < w.total && len(lines) < w.height; index++ {
		drawn := []text.Line{{{Text: s.Tail, Tone: text.Muted}}}
		if row, ok := w.row(index); ok {
			drawn = draw(row, index == w.at)
		}
		for y := range w.rowHeight {
			l := text.Line{{Text: " "}}
			if y > 0 {
				l[0].Text = "  "
			} else if index == w.at {
				l[0] = text.Span{Text: bar, Tone: text.Selected}
			}
			if y < len(drawn) {
				l = append(l, drawn[y]...)
			}
			lines = append(lines, text.Truncate(l, w.width, s.Tail))
		}
	}
	return lines
}
