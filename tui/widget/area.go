package widget

import (
	"strings"

	"casebook/model/safe"
	"casebook/tui/width"
)

// An Area is a text of several lines that a person edits, wrapped to a width.
// Bubbles' textarea edits by code points, and looks for clipboard programs on the
// disk when it is loaded.
type Area struct {
	Input
	measure            width.Method
	width, height, top int
}

// maxArea is the maximum length of a text, in bytes.
const maxArea = 100_000

// SetText sets the text, of any length, with the cursor at its end.
func (a *Area) SetText(text string) {
	a.Text = cleanLines(text)
	a.At = len(a.Text)
}

// cleanLines removes control characters from a text, except line breaks.
func cleanLines(typed string) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", "    ").Replace(strings.ToValidUTF8(typed, "")), "\n")
	for i := range lines {
		lines[i] = safe.Line(lines[i])
	}
	return strings.Join(lines, "\n")
}

// Insert inserts typed or pasted text at the cursor, and reports whether there was room.
func (a *Area) Insert(typed string) bool {
	typed = cleanLines(typed)
	if len(a.Text)+len(typed) > maxArea {
		return false
	}
	a.Text = a.Text[:a.At] + typed + a.Text[a.At:]
	a.At += len(typed)
	return true
}

// SetSize sets the number of columns and rows, and how columns are counted.
func (a *Area) SetSize(measure width.Method, columns, rows int) {
	a.measure, a.width, a.height = measure, max(columns, 2), max(rows, 1)
}

// An areaRow is a row on the screen: a part of the text in byte offsets. A line
// break belongs to none.
type areaRow struct{ start, end int }

// rows wraps the text, between words where it can.
func (a *Area) rows() []areaRow {
	var rows []areaRow
	start := 0
	for line := range strings.SplitSeq(a.Text, "\n") {
		end := start + len(line)
		for {
			cut := a.rowEnd(start, end)
			rows = append(rows, areaRow{start, cut})
			if start = cut; cut == end {
				break
			}
		}
		start = end + 1
	}
	return rows
}

// rowEnd returns the end of the row that begins at an offset. One column is left for
// the cursor.
func (a *Area) rowEnd(start, end int) int {
	columns, space := 0, -1
	for at := start; at < end; {
		size, more := a.measure.First(a.Text[at:end])
		if columns += more; columns > max(a.width, 2)-1 && at > start {
			if space > start {
				return space
			}
			return at
		}
		if at += size; size == 1 && a.Text[at-1] == ' ' {
			space = at
		}
	}
	return end
}

// place is the row and the column of the cursor.
func (a *Area) place(rows []areaRow) (row, column int) {
	for row < len(rows)-1 && rows[row+1].start <= a.At {
		row++
	}
	return row, a.measure.Columns(a.Text[rows[row].start:a.At])
}

// Step moves the cursor by rows, up to the first or the last.
func (a *Area) Step(by int) {
	rows := a.rows()
	row, column := a.place(rows)
	to := max(min(row+by, len(rows)-1), 0)
	if to == row {
		return
	}
	at, last := rows[to].start, rows[to].end
	if to+1 < len(rows) && rows[to+1].start == last && last > at { // the end of a wrapped row is the beginning of the next
		before := Input{Text: a.Text, At: last}
		last = before.Left()
	}
	for columns := 0; at < last; {
		size, more := a.measure.First(a.Text[at:last])
		if columns += more; columns > column {
			break
		}
		at += size
	}
	a.MoveTo(at)
}

// Lines returns the visible rows, and the position of the cursor among them.
func (a *Area) Lines() (lines []string, row, column int) {
	rows := a.rows()
	row, column = a.place(rows)
	a.top = max(min(a.top, row), row-a.height+1, 0)
	for _, r := range rows[a.top:min(a.top+a.height, len(rows))] {
		lines = append(lines, a.Text[r.start:r.end])
	}
	return lines, row - a.top, column
}
