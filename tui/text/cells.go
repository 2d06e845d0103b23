package text

import "strings"

// A Cell is one character with its accents.
type Cell struct {
	Span
	width int
}

// Cells are the characters of a line.
func (m Measure) Cells(l Line) []Cell {
	bytes := 0
	for _, p := range l {
		bytes += len(p.Text)
	}
	cells := make([]Cell, 0, bytes)
	for _, p := range l {
		for rest := p.Text; rest != ""; {
			size, columns := m.First(rest)
			cells = append(cells, Cell{Span{rest[:size], p.Tone, p.Link}, columns})
			rest = rest[size:]
		}
	}
	return cells
}

// Merge makes a line of cells: one span for each run of a tone and link.
func Merge(cells []Cell) Line {
	var l Line
	for start := 0; start < len(cells); {
		end := start + 1
		for end < len(cells) && cells[end].Tone == cells[start].Tone && cells[end].Link == cells[start].Link {
			end++
		}
		var text strings.Builder
		for _, c := range cells[start:end] {
			text.WriteString(c.Text)
		}
		l = append(l, Span{text.String(), cells[start].Tone, cells[start].Link})
		start = end
	}
	return l
}
