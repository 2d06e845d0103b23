package pace

import (
	"slices"
	"strconv"

	"github.com/charmbracelet/x/ansi"
)

// The bounds of looking for rows that have moved.
const (
	minMoved    = 6  // rows that have changed
	farthest    = 12 // by how many rows they can have moved
	scrollCosts = 10 // cells that moving must save
)

// moved looks for rows that stand higher or lower in the next screen, in whole or
// in part: between top and bottom most cells are found again by rows below (above
// where by is negative). by is 0 where it is not worth while to move them.
func moved(rows, next [][]cell, changed []int) (top, bottom, by int) {
	before, after := pieces(rows), pieces(next)
	// The first row stays: where there is no alternate screen, some terminals (GNU
	// screen) keep what is deleted at the top margin in their scrollback.
	from, to := max(changed[0], 1), changed[len(changed)-1]
	best := scrollCosts
	for n := -farthest; n <= farthest; n++ {
		if n == 0 {
			continue
		}
		if few, _, _ := saved(before, after, blankPiece, from, to, n); few <= 0 {
			continue
		}
		if most, first, last := saved(rows, next, blank, from, to, n); most > best {
			best, top, bottom, by = most, first, last, n
		}
	}
	switch {
	case by > 0:
		bottom += by // what moves up comes from there
	case by < 0:
		top += by
	}
	return top, bottom, by
}

// saved is how many cells, or pieces, need not be written where rows move by n, and
// the rows of the next screen between which most are saved in all (Kadane).
func saved[T comparable](before, after [][]T, blank T, from, to, n int) (most, top, bottom int) {
	sum, start := 0, from
	for y := from; y <= to; y++ {
		gain := 0
		if y+n >= from && y+n <= to {
			was, is := before[y+n], before[y]
			for x, c := range after[y] {
				if c == blank {
					continue
				}
				if c == was[x] {
					gain++
				}
				if c == is[x] {
					gain--
				}
			}
		} else {
			gain = -len(after[y]) // what is moved in is blank
		}
		if sum <= 0 {
			sum, start = 0, y
		}
		if sum += gain; sum > most {
			most, top, bottom = sum, start, y
		}
	}
	return most, top, bottom
}

// pieceWidth is how many cells a piece has. Rows that have moved have some in common.
const pieceWidth = 8

// blankPiece stands for blanks.
const blankPiece = 0

// pieces are the fingerprints of a few cells each.
func pieces(rows [][]cell) [][]uint32 {
	all, blankPrint := make([][]uint32, len(rows)), fingerprint(blank)
	for y, row := range rows {
		all[y] = make([]uint32, 0, len(row)/pieceWidth+1)
		for piece := range slices.Chunk(row, pieceWidth) {
			print, empty := uint32(1), true
			for _, c := range piece {
				of := fingerprint(c)
				print = print*16777619 ^ of
				empty = empty && of == blankPrint
			}
			if empty {
				print = blankPiece
			}
			all[y] = append(all[y], print)
		}
	}
	return all
}

// scroll has the terminal move the rows from top to bottom up by so many, or down
// where by is negative. Blank ones come in.
func (s *screen) scroll(top, bottom, by int) {
	s.setPen(0)
	margins := bottom < s.height-1
	if margins {
		s.out.WriteString(ansi.SetTopBottomMargins(1, bottom+1))
	}
	s.out.WriteString(ansi.CursorPosition(1, top+1))
	region := s.rows[top : bottom+1]
	n := min(max(by, -by), len(region))
	empty := slices.Repeat([]cell{blank}, s.width)
	if by > 0 {
		s.out.WriteString("\x1b[" + strconv.Itoa(n) + "M")
		copy(region, region[n:])
		for y := len(region) - n; y < len(region); y++ {
			region[y] = empty
		}
	} else {
		s.out.WriteString("\x1b[" + strconv.Itoa(n) + "L")
		copy(region[n:], region)
		for y := range n {
			region[y] = empty
		}
	}
	if margins {
		s.out.WriteString("\x1b[r")
	}
	s.x, s.y = 0, 0
	if !margins {
		s.y = top
	}
}
