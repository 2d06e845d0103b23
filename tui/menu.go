package tui

// A menuRow is one of several rows to choose from: what it is, and at the right
// what is said of it.
type menuRow struct{ left, right line }

// menuFirst is the first row of a menu that shows, so that the one at the cursor
// does. The last of its lines has its keys.
func menuFirst(count, at, height int) int {
	return max(min(at-height+2, count-height+1), 0)
}

// menuLines draws a menu with the cursor at a row (-1: at none), and its keys
// below.
func menuLines(s signs, rows []menuRow, at, width, height int, keys line) []line {
	if height < 2 {
		return nil
	}
	var lines []line
	for i := menuFirst(len(rows), at, height); i < len(rows) && len(lines) < height-1; i++ {
		edge := piece{text: s.quietBar, tone: toneChip}
		if i == at {
			edge.text = s.bar
		}
		lines = append(lines, spread(append(line{edge, {text: " "}}, rows[i].left...), append(rows[i].right, piece{text: " "}), width, s.tail))
	}
	return append(lines, cut(append(line{{text: s.quietBar, tone: toneChip}, {text: " "}}, keys...), width, s.tail))
}
