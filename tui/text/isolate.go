package text

import (
	"slices"
	"strings"
)

// The characters that isolate a right-to-left text from its neighbours (Unicode
// Standard Annex 9). Without them two such texts, or two panes, would change places.
const (
	isolates    = "\u2068" // FSI
	isolatesEnd = "\u2069" // PDI
)

// isolate isolates a line of one text if it needs that.
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

// openIsolates returns how many isolates are open at the end of a line.
func (l Line) openIsolates() int {
	count := 0
	for _, p := range l {
		if strings.IndexByte(p.Text, isolates[0]) >= 0 {
			count += strings.Count(p.Text, isolates) - strings.Count(p.Text, isolatesEnd)
		}
	}
	return max(count, 0)
}

// closeIsolates closes the open isolates at the end of a line.
func closeIsolates(l Line) Line {
	if open := l.openIsolates(); open > 0 {
		l = append(l[:len(l):len(l)], Span{Text: strings.Repeat(isolatesEnd, open)})
	}
	return l
}

// isolateRows makes each row of a wrapped text isolate its part.
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

// withoutIsolates removes the isolating characters from a text.
var withoutIsolates = strings.NewReplacer(isolates, "", isolatesEnd, "")
