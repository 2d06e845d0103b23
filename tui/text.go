package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/model/safe"
)

// A piece is text of one tone. It never holds a control character.
type piece struct {
	text string
	tone tone
	link int // 1 for the first link of its document; 0 for none
}

// A line is one row of a screen, or text on its way to be wrapped into rows.
type line []piece

// say makes a piece of text from a pack, a query or the program itself.
func say(tone tone, text string) piece { return piece{text: clean(text), tone: tone} }

// clean makes text fit for one row of a screen.
func clean(text string) string { return safe.Line(text) }

// marked is text with what matches a search in the tone of a match: whole
// characters as a reader sees them, since nothing may come between their parts.
func marked(t tone, text string, terms []model.Term) line {
	text = clean(text)
	spans := model.Marks(text, terms)
	if len(spans) == 0 {
		return line{{text: text, tone: t}}
	}
	cells, at := line{{text: text, tone: t}}.cells(), 0
	for i := range cells {
		start := at
		at += len(cells[i].text)
		for len(spans) > 0 && spans[0].End <= start {
			spans = spans[1:]
		}
		if len(spans) > 0 && spans[0].Start < at {
			cells[i].tone = toneMatch
		}
	}
	return joined(cells)
}

// found is the line with every occurrence of a text in the tone of a match,
// small and capital letters alike.
func (l line) found(text string) line {
	want := []rune(strings.ToLower(strings.TrimSpace(text)))
	cells := l.cells()
	for at := 0; len(want) > 0 && at+len(want) <= len(cells); at++ {
		same := 0
		for same < len(want) && strings.ToLower(cells[at+same].text) == string(want[same]) {
			same++
		}
		if same == len(want) {
			for i := range want {
				cells[at+i].tone = toneMatch
			}
			at += len(want) - 1
		}
	}
	return joined(cells)
}

func (l line) width() int {
	width := 0
	for _, p := range l {
		width += ansi.StringWidth(p.text)
	}
	return width
}

func (l line) String() string {
	var text strings.Builder
	for _, p := range l {
		text.WriteString(p.text)
	}
	return text.String()
}

// A cell is one character as a reader sees it, with its accents.
type cell struct {
	piece
	width int
}

func (l line) cells() []cell {
	var cells []cell
	for _, p := range l {
		for rest := p.text; rest != ""; {
			cluster, width := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			if cluster == "" {
				break
			}
			cells = append(cells, cell{piece{cluster, p.tone, p.link}, width})
			rest = rest[len(cluster):]
		}
	}
	return cells
}

// joined puts cells together again: one piece for each run of a tone and link.
func joined(cells []cell) line {
	var l line
	for start := 0; start < len(cells); {
		end := start + 1
		for end < len(cells) && cells[end].tone == cells[start].tone && cells[end].link == cells[start].link {
			end++
		}
		var text strings.Builder
		for _, c := range cells[start:end] {
			text.WriteString(c.text)
		}
		l = append(l, piece{text.String(), cells[start].tone, cells[start].link})
		start = end
	}
	return l
}

// wrap breaks a line at its spaces into rows of at most width columns. A word
// longer than that is broken where it must be.
func wrap(l line, width int) []line {
	width = max(width, 2) // the widest character has two columns
	var rows []line
	for cells := l.cells(); len(cells) > 0; {
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
		for shown > 0 && cells[shown-1].text == " " {
			shown--
		}
		rows = append(rows, joined(cells[:shown]))
		for end < len(cells) && cells[end].text == " " {
			end++
		}
		cells = cells[end:]
	}
	return rows
}

// breakable says whether a row may end before a cell: at a space, but not
// before a sign that belongs to what it follows.
func breakable(cells []cell, at int) bool {
	return cells[at].text == " " && (at+1 == len(cells) || cells[at+1].text != "·" && cells[at+1].text != "›")
}

// cut shortens a line to width columns, with a tail where something is left out.
func cut(l line, width int, tail string) line {
	if l.width() <= width {
		return l
	}
	room := width - ansi.StringWidth(tail)
	if room < 0 {
		tail, room = "", width
	}
	cells := l.cells()
	end, used := 0, 0
	for end < len(cells) && used+cells[end].width <= room {
		used += cells[end].width
		end++
	}
	short := joined(cells[:end])
	if tail != "" && len(l) > 0 {
		short = append(short, piece{text: tail})
	}
	return short
}

// spread puts one line at the left and one at the right of width columns. The
// left one gives way.
func spread(left, right line, width int, tail string) line {
	right = cut(right, width, "")
	left = cut(left, max(width-right.width()-1, 0), tail)
	gap := max(width-left.width()-right.width(), 0)
	return append(append(left[:len(left):len(left)], piece{text: strings.Repeat(" ", gap)}), right...)
}
