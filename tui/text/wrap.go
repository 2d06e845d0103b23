package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks a line at its spaces into rows of at most width columns. A word
// longer than that is broken where it must be.
func Wrap(l Line, width int) []Line {
	width = max(width, 2) // the widest character has two columns
	var rows []Line
	for cells := l.Cells(); len(cells) > 0; {
		end, used, space := 0, 0, 0
		for end < len(cells) && used+cells[end].width <= width {
			if breakable(cells, end) {
				space = end
			}
			used += cells[end].width
			end++
		}
		if end < len(cells) && !breakable(cells, end) && space > 0 {
			end = space
		}
		shown := end
		for shown > 0 && cells[shown-1].Text == " " {
			shown--
		}
		rows = append(rows, Merge(cells[:shown]))
		for end < len(cells) && cells[end].Text == " " {
			end++
		}
		cells = cells[end:]
	}
	return rows
}

// breakable says whether a row may end before a cell: at a space, but not
// before a sign that belongs to what it follows.
func breakable(cells []Cell, at int) bool {
	return cells[at].Text == " " && (at+1 == len(cells) || cells[at+1].Text != "·" && cells[at+1].Text != "›")
}

// Truncate shortens a line to width columns, with a tail where something is left out.
func Truncate(l Line, width int, tail string) Line {
	if l.Width() <= width {
		return l
	}
	room := width - ansi.StringWidth(tail)
	if room < 0 {
		tail, room = "", width
	}
	cells := l.Cells()
	end, used := 0, 0
	for end < len(cells) && used+cells[end].width <= room {
		used += cells[end].width
		end++
	}
	short := Merge(cells[:end])
	if tail != "" && len(l) > 0 {
		short = append(short, Span{Text: tail})
	}
	return short
}

// Justify puts one line at the left and one at the right of width columns. The
// left one is shortened where there is no room for both.
func Justify(left, right Line, width int, tail string) Line {
	right = Truncate(right, width, "")
	left = Truncate(left, max(width-right.Width()-1, 0), tail)
	gap := max(width-left.Width()-right.Width(), 0)
	return append(append(left[:len(left):len(left)], Span{Text: strings.Repeat(" ", gap)}), right...)
}
