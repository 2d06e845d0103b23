package text

import (
	"slices"
	"strings"
)

// What stands around a text with letters that are written from right to left, so that
// it turns nothing beside it (Unicode Standard Annex 9): two of them in a row would
// otherwise change places, and so would two panes.
const (
	isolates    = "\u2068" // FSI
	isolatesEnd = "\u2069" // PDI
)

// isolate puts a line of one text between them, where it needs that.
func isolate(l Line) Line {
	if slices.ContainsFunc(l, func(p Span) bool { return strings.ContainsFunc(p.Text, rightToLeft) }) {
		l[0].Text = isolates + l[0].Text
		l[len(l)-1].Text += isolatesEnd
	}
	return l
}

// rightToLeft reports whether a letter is in a block of Unicode that is written from
// right to left.
func rightToLeft(r rune) bool {
	return r >= 0x590 && (r < 0x900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00 || r >= 0x10800 && r < 0x11000 || r >= 0x1e800 && r < 0x1f000)
}

// openIsolates is how many texts are isolated at the end of a line and not ended.
func (l Line) openIsolates() int {
	count := 0
	for _, p := range l {
		if strings.IndexByte(p.Text, isolates[0]) >= 0 {
			count += strings.Count(p.Text, isolates) - strings.Count(p.Text, isolatesEnd)
		}
	}
	return max(count, 0)
}

// closeIsolates ends what is isolated at the end of a line.
func closeIsolates(l Line) Line {
	if open := l.openIsolates(); open > 0 {
		l = append(l[:len(l):len(l)], Span{Text: strings.Repeat(isolatesEnd, open)})
	}
	return l
}

// isolateRows has each row of a text isolate what the text does.
func isolateRows(rows []Line) []Line {
	open := 0
	for i, row := range rows {
		if open > 0 && len(row) > 0 {
			row[0].Text = strings.Repeat(isolates, open) + row[0].Text
		}
		open = row.openIsolates()
		rows[i] = closeIsolates(row)
	}
	return rows
}

// withoutIsolates is a text as it was before.
var withoutIsolates = strings.NewReplacer(isolates, "", isolatesEnd, "")
