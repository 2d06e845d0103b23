package text

import "casebook/tui/width"

// A Measure measures lines in columns as the terminal counts them.
type Measure struct{ width.Method }

// Width is the number of columns that a line takes.
func (m Measure) Width(l Line) int {
	width := 0
	for _, p := range l {
		width += m.Columns(p.Text)
	}
	return width
}
