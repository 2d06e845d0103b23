package pace

import (
	"bytes"
	"slices"

	"github.com/charmbracelet/x/ansi"
)

// eraseBytes is what it costs to have blanks erased and to step over them: where
// there are no more of them it is as cheap to write them.
const eraseBytes = 12

// paint writes the rows that have changed.
func (s *screen) paint(lines []string) {
	if s.lines == nil { // the same text looks otherwise
		s.lines = slices.Repeat([]string{"\x00"}, s.height)
	}
	var changed []int
	var gone [][]cell
	next := make([][]cell, s.height)
	for y := range next {
		line := ""
		if y < len(lines) {
			line = lines[y]
		}
		if line == s.lines[y] {
			next[y] = s.rows[y]
			continue
		}
		s.lines[y] = line
		next[y] = s.cells(s.emptyRow(), line)
		changed, gone = append(changed, y), append(gone, s.rows[y])
	}
	s.paintShorter(next, changed)
	for _, row := range gone {
		clear(row) // what is no longer shown is not kept
	}
	s.spare = gone
}

// emptyRow is a row to put cells into.
func (s *screen) emptyRow() []cell {
	if last := len(s.spare) - 1; last >= 0 {
		row := s.spare[last][:0]
		s.spare = s.spare[:last]
		return row
	}
	return make([]cell, 0, s.width)
}

// paintShorter writes the rows at these places; where rows have moved, in the way that
// takes fewer bytes: as they are, or with the terminal moving them first.
func (s *screen) paintShorter(next [][]cell, changed []int) {
	before := *s
	before.out = *bytes.NewBuffer(bytes.Clone(s.out.Bytes()))
	s.paintRows(next, changed)
	if !s.scrolls || len(changed) < minMoved {
		return
	}
	top, bottom, by := moved(before.rows, next, changed)
	if by == 0 {
		return
	}
	for y := top; y <= bottom; y++ {
		changed = append(changed, y)
	}
	slices.Sort(changed)
	before.scroll(top, bottom, by)
	before.paintRows(next, slices.Compact(changed))
	if before.out.Len() < s.out.Len() {
		*s = before
	}
}

// paintRows writes the rows at these places.
func (s *screen) paintRows(next [][]cell, places []int) {
	s.rows = slices.Clone(s.rows)
	for _, y := range places {
		s.paintRow(y, next[y])
	}
}

// paintRow updates a row on the screen. It writes the cells that differ, with or without
// erasing the rest of the row first, whichever takes fewer bytes.
func (s *screen) paintRow(y int, row []cell) {
	old := s.rows[y]
	s.rows[y] = row
	first, last := 0, s.width-1
	for first < s.width && row[first] == old[first] {
		first++
	}
	if first == s.width {
		return
	}
	if hasDoubtfulWidth(old) || hasDoubtfulWidth(row) {
		s.paintDoubtful(y, row)
		return
	}
	for row[last] == old[last] {
		last--
	}
	before, begun := *s, s.out.Len()
	s.paintCells(y, row, old, first, last)
	if !hasGap(row[first : last+1]) {
		return
	}
	after, written := *s, bytes.Clone(s.out.Bytes()[begun:])
	s.out.Truncate(begun)
	s.pen, s.x, s.y = before.pen, before.x, before.y
	s.move(first, y)
	s.setPenForErasing()
	if isBlank(row[last+1:]) {
		s.out.WriteString(ansi.EraseLineRight)
	} else {
		s.out.WriteString(ansi.EraseCharacter(last + 1 - first))
	}
	s.paintCells(y, row, s.blanks, first, last)
	if s.out.Len()-begun < len(written) {
		return
	}
	s.out.Truncate(begun)
	s.out.Write(written)
	s.pen, s.x, s.y = after.pen, after.x, after.y
}

// paintCells writes the cells from first to last in which a row differs from another.
func (s *screen) paintCells(y int, row, old []cell, first, last int) {
	tail := s.width // from here on the row is blank
	for tail > first && row[tail-1] == blank {
		tail--
	}
	if last-tail < len(ansi.EraseLineRight) || isBlank(old[tail:]) {
		tail = s.width // there is nothing to erase, or it is as cheap to write blanks
	}
	for x := first; x <= min(last, tail-1); {
		if row[x] == old[x] {
			same := x
			for same < s.width && row[same] == old[same] {
				same++
			}
			if same > last {
				break
			}
			if s.x != x || s.y != y || len(across(x, same)) < textBytes(row[x:same]) || !s.samePen(row[x:same]) {
				x = same
				continue
			}
		}
		blanks := x
		for blanks <= last && blanks < tail && row[blanks] == blank {
			blanks++
		}
		s.move(x, y)
		if n := blanks - x; n > eraseBytes {
			s.setPenForErasing()
			s.out.WriteString(ansi.EraseCharacter(n))
			x = blanks
			continue
		}
		s.put(row[x])
		x++
	}
	if tail < s.width {
		s.move(tail, y)
		s.setPenForErasing()
		s.out.WriteString(ansi.EraseLineRight)
	}
}

// hasGap reports whether there are blanks in a row that are cheaper to step over than to
// write, which can be done where they were erased.
func hasGap(row []cell) bool {
	blanks := 0
	for _, c := range row {
		switch {
		case c == blank:
			blanks++
		case blanks > len("\x1b[9C"):
			return true
		default:
			blanks = 0
		}
	}
	return false
}

func isBlank(row []cell) bool {
	return !slices.ContainsFunc(row, func(c cell) bool { return c != blank })
}

// textBytes is what it costs to write cells.
func textBytes(row []cell) (n int) {
	for i := range row {
		n += len(row[i].text)
	}
	return n
}

// samePen reports whether cells can be written without another pen.
func (s *screen) samePen(row []cell) bool {
	return !slices.ContainsFunc(row, func(c cell) bool {
		return c.pen != s.pen && (c != blank || s.pens.seen(s.pen))
	})
}

// setPenForErasing has what is erased look like plain text.
func (s *screen) setPenForErasing() {
	if s.pens.seen(s.pen) {
		s.setPen(0)
	}
}

// paintDoubtful writes all of a row in which the terminal may take characters to
// be wider or narrower: it is emptied first, may not run over into the next one,
// and the cursor is put in place after each such character.
func (s *screen) paintDoubtful(y int, row []cell) {
	s.out.WriteString(ansi.ResetModeAutoWrap)
	s.x = -1
	s.move(0, y)
	s.setPenForErasing()
	s.out.WriteString(ansi.EraseLineRight)
	for x, c := range row {
		if c == blank || c.width == 0 {
			continue
		}
		if s.x != x || s.y != y {
			s.out.WriteString(ansi.CursorPosition(x+1, y+1))
			s.x, s.y = x, y
		}
		s.put(c)
		if hasDoubtfulWidth(row[x : x+1]) {
			s.x = -1
		}
	}
	s.out.WriteString(ansi.SetModeAutoWrap)
	s.x = -1
}
