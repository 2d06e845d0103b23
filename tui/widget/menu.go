package widget

import "casebook/tui/text"

// A MenuRow is one of several rows to choose from: what it is, and at the right
// what is said of it.
type MenuRow struct{ Left, Right text.Line }

// MenuFirst is the first row of a menu that shows, so that the one at the cursor
// does. The last of its lines has its keys.
func MenuFirst(count, at, height int) int {
	return max(min(at-height+2, count-height+1), 0)
}

// MenuLines draws a menu with the cursor at a row (-1: at none), and its keys
// below.
func MenuLines(s text.Glyphs, rows []MenuRow, at, width, height int, keys text.Line) []text.Line {
	if height < 2 {
		return nil
	}
	var lines []text.Line
	for i := MenuFirst(len(rows), at, height); i < len(rows) && len(lines) < height-1; i++ {
		edge := text.Span{Text: s.FaintBar, Tone: text.Chip}
		if i == at {
			edge = text.Span{Text: s.Bar, Tone: text.Cursor}
		}
		lines = append(lines, s.Justify(append(text.Line{edge, {Text: " "}}, rows[i].Left...), append(rows[i].Right, text.Span{Text: " "}), width, s.Tail))
	}
	return append(lines, s.Truncate(append(text.Line{{Text: s.FaintBar, Tone: text.Chip}, {Text: " "}}, keys...), width, s.Tail))
}
