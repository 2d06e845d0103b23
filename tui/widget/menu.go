package widget

import "casebook/tui/text"

// A MenuRow is a row of a menu: its text, and a text at the right.
type MenuRow struct{ Left, Right text.Line }

// MenuFirst returns the first visible row of a menu, so that the row at the cursor is
// visible. The last line has the keys.
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
