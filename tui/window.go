package tui

import "casebook/tui/text"

// pageRows is how many rows a list asks for at once. It holds a few such pages
// around its cursor, however many rows the answer has.
const pageRows = 100

// A window is a list of which the rows near the cursor are known, and how many
// there are altogether. Below the rows there may be a heading and a few lines
// more that the cursor can go to.
type window[Row any] struct {
	pages  map[int][]Row // by offset/pageRows
	asked  map[int]bool  // on their way
	failed []int         // asked for, and not given
	total  int
	more   bool // there are rows beyond total that are not counted yet
	extra  int  // how many lines stand below the rows
	cursor int
	top    int // the first row on the screen
	width  int
	height int  // in lines
	deep   int  // how many lines a row has
	turns  bool // at the edge of the screen it turns a page
	loaded bool
}

func (w *window[Row]) SetSize(width, height int) {
	w.width, w.height = width, height
	w.move(w.cursor)
}

// rows is how many rows fit; the last may show its first line only.
func (w *window[Row]) rows() int { return max((w.height+w.deep-1)/w.deep, 1) }

// whole is how many rows fit with all their lines.
func (w *window[Row]) whole() int { return max(w.height/w.deep, 1) }

// fill replaces the answer by a new one.
func (w *window[Row]) fill(rows []Row, offset, total, cursor, top int) {
	w.pages, w.asked, w.failed, w.loaded = map[int][]Row{}, map[int]bool{}, nil, true
	w.total, w.more, w.extra = total, false, 0
	if total < 0 {
		w.total, w.more = offset+len(rows), len(rows) >= 2*pageRows
	}
	w.add(rows, offset)
	w.top = top
	w.move(cursor)
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
func (w *window[Row]) selected() (Row, bool) { return w.row(w.cursor) }

// missing returns the pages that the screen needs, or soon will, and marks them
// as asked for; pages far from the cursor are forgotten.
func (w *window[Row]) missing() []int {
	near := w.cursor / pageRows
	for number := range w.pages {
		if number < near-2 || number > near+2 {
			delete(w.pages, number)
		}
	}
	first := max(w.top-w.rows(), 0) / pageRows
	last := min(w.top+2*w.rows(), w.total-1) / pageRows
	var numbers []int
	for number := first; number <= last && w.total > 0; number++ {
		if w.pages[number] == nil && !w.asked[number] {
			w.asked[number] = true
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// step moves the cursor by rows.
func (w *window[Row]) step(by int) { w.move(w.cursor + by) }

// page moves the cursor by pages, and the rows on the screen with it.
func (w *window[Row]) page(by int) {
	rows := by * max(w.whole()-1, 1)
	to := w.cursor + rows
	if by > 0 && w.cursor < w.total-1 {
		to = min(to, w.total-1) // the lines below are a step of their own
	}
	w.top += rows
	w.move(to)
}

func (w *window[Row]) toStart() { w.move(0) }

func (w *window[Row]) toEnd() { w.move(w.total - 1) }

// edges says whether the cursor is on the first line, and on the last.
func (w *window[Row]) edges() (first, last bool) {
	return w.cursor <= 0, w.cursor >= w.total+w.extra-1
}

// move puts the cursor on a row. At the edge of the screen the list scrolls by
// that row, which the terminal does by itself where whole rows of it move. Where
// something stands still beside the list all of it must be written anew, and over
// a slow link one such move in ten is enough: there it turns a page, and keeps a
// row of the one before.
func (w *window[Row]) move(cursor int) {
	for _, number := range w.failed {
		delete(w.asked, number)
	}
	w.failed = nil
	w.cursor = max(min(cursor, w.total+w.extra-1), 0)
	if w.cursor >= w.total {
		w.top = max(w.total-max(w.height-w.extra-1, 0)/w.deep, 0)
		return
	}
	whole := w.whole()
	kept := min(1, whole-1)
	switch {
	case !w.turns:
		w.top = min(max(w.top, w.cursor-whole+1), w.cursor)
	case w.cursor < w.top:
		w.top = w.cursor - whole + 1 + kept
	case w.cursor >= w.top+whole:
		w.top = w.cursor - kept
	}
	w.top = max(min(w.top, w.total-w.whole()), 0)
}

// at returns the index of the row that a line of the pane shows.
func (w *window[Row]) at(y int) (int, bool) {
	index := w.top + y/w.deep
	if below := y - w.deep*(w.total-w.top) - 1; below >= 0 {
		return w.total + below, below < w.extra
	}
	return index, y >= 0 && y < w.height && index < w.total
}

// cursorLine is the line of the pane that the cursor is on.
func (w *window[Row]) cursorLine() int {
	if w.cursor >= w.total {
		return w.deep*(w.total-w.top) + 1 + w.cursor - w.total
	}
	return w.deep * (w.cursor - w.top)
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
			drawn = draw(row, index == w.cursor)
		}
		for at := range w.deep {
			l := text.Line{{Text: " "}}
			if at > 0 {
				l[0].Text = "  "
			} else if index == w.cursor {
				l[0] = text.Span{Text: bar, Tone: text.Selected}
			}
			if at < len(drawn) {
				l = append(l, drawn[at]...)
			}
			lines = append(lines, text.Truncate(l, w.width, s.Tail))
		}
	}
	return lines
}
