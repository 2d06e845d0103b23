package text

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// A Cell is one character with its accents.
type Cell struct {
	Span
	width int
}

// cluster is how many bytes the first character of a text has, and how many columns.
func cluster(text string) (size, width int) {
	if text[0] < 0x7f && text[0] >= ' ' && (len(text) == 1 || text[1] < 0x7f) {
		return 1, 1
	}
	first, width := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
	return max(len(first), 1), width
}

// Cells are the characters of the line.
func (l Line) Cells() []Cell {
	var cells []Cell
	for _, p := range l {
		for rest := p.Text; rest != ""; {
			cluster, width := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			if cluster == "" {
				break
			}
			cells = append(cells, Cell{Span{cluster, p.Tone, p.Link}, width})
			rest = rest[len(cluster):]
		}
	}
	return cells
}

// Merge makes a line of cells again: one span for each run of a tone and link.
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
