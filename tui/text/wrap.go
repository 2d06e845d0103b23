package text

import (
	"strings"

	"casebook/tui/width"
)

// Wrap breaks a line at its spaces into rows of at most width columns. Longer words are
// broken too.
func (m Measure) Wrap(l Line, width int) []Line {
	width = max(width, 2) // the widest character has two columns
	var rows []Line
	for from := l.begin(); !l.atLineEnd(from); {
		end, shown, used := from, from, 0 // shown: what is before the spaces at the end
		space, beforeSpace, broken := from, from, false
		for !l.atLineEnd(end) {
			next, columns := m.next(l, end)
			if used+columns > width && end != from {
				break
			}
			if l.isSpace(end) {
				if end != from && l.breakable(end) {
					space, beforeSpace, broken = end, shown, true
				}
			} else {
				shown = next
			}
			end, used = next, used+columns
		}
		if !l.atLineEnd(end) && !l.breakable(end) && broken {
			end, shown = space, beforeSpace
		}
		rows = append(rows, l.between(from, shown))
		for !l.atLineEnd(end) && l.isSpace(end) {
			end, _ = m.next(l, end)
		}
		from = end
	}
	return isolateRows(rows)
}

// A place is where a character begins in a line.
type place struct{ span, at int }

// begin is the place of the first character.
func (l Line) begin() place { return l.skipEmpty(place{}) }

// skipEmpty returns a place after the spans that end there.
func (l Line) skipEmpty(p place) place {
	for p.span < len(l) && p.at >= len(l[p.span].Text) {
		p = place{p.span + 1, 0}
	}
	return p
}

func (l Line) atLineEnd(p place) bool { return p.span >= len(l) }

// next is the place after a character, and how many columns that takes.
func (m Measure) next(l Line, p place) (place, int) {
	size, columns := m.First(l[p.span].Text[p.at:])
	return l.skipEmpty(place{p.span, p.at + size}), columns
}

// isSpace reports whether there is a space at a place.
func (l Line) isSpace(p place) bool {
	size, _ := width.ByLetter.First(l[p.span].Text[p.at:])
	return size == 1 && l[p.span].Text[p.at] == ' '
}

// breakable reports whether a row may end before a character: at a space, but not
// before a sign that belongs to what it follows.
func (l Line) breakable(p place) bool {
	if !l.isSpace(p) {
		return false
	}
	after, _ := Measure{}.next(l, p)
	if l.atLineEnd(after) {
		return true
	}
	rest := l[after.span].Text[after.at:]
	size, _ := width.ByLetter.First(rest)
	return rest[:size] != "·" && rest[:size] != "›"
}

// between is the part of a line between two places.
func (l Line) between(from, to place) Line {
	var part Line
	for span := from.span; span < len(l) && span <= to.span; span++ {
		start, end := 0, len(l[span].Text)
		if span == from.span {
			start = from.at
		}
		if span == to.span {
			end = to.at
		}
		if start >= end {
			continue
		}
		text := l[span].Text[start:end]
		if last := len(part) - 1; last >= 0 && part[last].Tone == l[span].Tone && part[last].Link == l[span].Link {
			part[last].Text += text
			continue
		}
		part = append(part, Span{text, l[span].Tone, l[span].Link})
	}
	return part
}

// Truncate shortens a line to width columns, with a tail if something is cut.
func (m Measure) Truncate(l Line, width int, tail string) Line {
	if m.Width(l) <= width {
		return l
	}
	room := width - m.Columns(tail)
	if room < 0 {
		tail, room = "", width
	}
	var short Line
	for _, p := range l {
		columns := m.Columns(p.Text)
		if columns > room {
			p.Text = m.Begin(p.Text, room)
		}
		short, room = append(short, p), room-columns
		if room < 0 {
			break
		}
	}
	if tail != "" && len(l) > 0 {
		short = append(short, Span{Text: tail})
	}
	return closeIsolates(short)
}

// Justify puts one line at the left and one at the right of width columns. The left one
// is truncated if there is no room for both.
func (m Measure) Justify(left, right Line, width int, tail string) Line {
	right = m.Truncate(right, width, "")
	left = m.Truncate(left, max(width-m.Width(right)-1, 0), tail)
	gap := max(width-m.Width(left)-m.Width(right), 0)
	return append(append(left[:len(left):len(left)], Span{Text: strings.Repeat(" ", gap)}), right...)
}
