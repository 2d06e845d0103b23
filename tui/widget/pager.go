package widget

import (
	"slices"
	"strconv"
	"strings"

	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

// A Pager is a scrolled document with a current link and a current match. The detail and
// the help are pagers.
type Pager struct {
	document.Document
	Top    int
	Link   int // the link at the cursor, counted from 1; 0: none
	Match  int // the match at the cursor, counted from 1; 0: none
	Width  int
	Height int
}

// SetSize takes the size of the pane, in cells.
func (p *Pager) SetSize(width, height int) {
	p.Width, p.Height = width, height
	p.Scroll(p.Top)
}

// Show replaces the document, at its beginning.
func (p *Pager) Show(d document.Document) { p.Document, p.Top, p.Link, p.Match = d, 0, 0, 0 }

// Refresh replaces the document by the same one for another width, search or theme, at
// the same position.
func (p *Pager) Refresh(d document.Document) {
	part := float64(p.Top) / float64(max(len(p.Lines), 1))
	if len(d.Lines) != len(p.Lines) {
		p.Top = int(part*float64(len(d.Lines)) + 0.5)
	}
	p.Document = d
	p.Link = min(p.Link, len(d.Links))
	p.Match = min(p.Match, p.Matches())
	p.Scroll(p.Top)
}

func (p *Pager) Scroll(top int) { p.Top = max(min(top, len(p.Lines)-p.Height), 0) }

// Step scrolls by rows.
func (p *Pager) Step(by int) { p.Scroll(p.Top + by) }

// Page scrolls by pages, which have two rows in common.
func (p *Pager) Page(by int) { p.Scroll(p.Top + by*max(p.Height-2, 1)) }

// ToStart scrolls to the first row.
func (p *Pager) ToStart() { p.Scroll(0) }

// ToEnd scrolls to the last row.
func (p *Pager) ToEnd() { p.Scroll(len(p.Lines)) }

// Edges reports whether the first row is on the screen, and the last.
func (p *Pager) Edges() (first, last bool) {
	return p.Top <= 0, p.Top >= len(p.Lines)-p.Height
}

// ToLink goes to a link, and from the last one to the first.
func (p *Pager) ToLink(n int) {
	if len(p.Links) == 0 {
		return
	}
	if n < 1 {
		n = len(p.Links)
	}
	p.Match, p.Link = 0, (n-1)%len(p.Links)+1
	for y, l := range p.Lines {
		if slices.ContainsFunc(l, func(s text.Span) bool { return s.Link == p.Link }) {
			p.reveal(y)
			return
		}
	}
}

// Matches is how many matches the document has.
func (p *Pager) Matches() int {
	count := 0
	for _, l := range p.Lines {
		count += l.Matches()
	}
	return count
}

// ToMatch goes to a match, and from the last one to the first.
func (p *Pager) ToMatch(n int) {
	count := p.Matches()
	if count == 0 {
		return
	}
	if n < 1 {
		n = count
	}
	p.Link, p.Match = 0, (n-1)%count+1
	seen := 0
	for y, l := range p.Lines {
		if seen += l.Matches(); seen >= p.Match {
			p.reveal(y)
			return
		}
	}
}

// reveal scrolls so that a row is visible, with one more row around it.
func (p *Pager) reveal(y int) {
	if y < p.Top+1 {
		p.Scroll(y - 1)
	} else if y > p.Top+p.Height-2 {
		p.Scroll(y - p.Height + 2)
	}
}

// View draws the visible rows, with the current link or match marked.
func (p *Pager) View() []text.Line {
	seen := 0
	for _, l := range p.Lines[:min(p.Top, len(p.Lines))] {
		seen += l.Matches()
	}
	var lines []text.Line
	all := p.Lines
	if room := p.Height - len(all); room > 0 && p.Foot > 0 {
		all = slices.Insert(slices.Clone(all), len(all)-p.Foot, make([]text.Line, room)...)
	}
	for y := p.Top; y < len(all) && len(lines) < p.Height; y++ {
		row := append(text.Line{{Text: " "}}, all[y]...)
		for i := range row {
			if row[i].Tone == text.Match {
				if seen++; seen == p.Match {
					row[i].Tone = text.Current
				}
			}
			if row[i].Link != 0 && row[i].Link == p.Link {
				row[i].Tone = text.Current
			}
		}
		lines = append(lines, row)
	}
	return lines
}

// CursorAt is where the link or match at the cursor is on the screen.
func (p *Pager) CursorAt(m text.Measure) (x, y int, ok bool) {
	for y, l := range p.View() {
		x := 0
		for _, s := range l {
			if s.Tone == text.Current {
				return x, y, true
			}
			x += m.Width(text.Line{s})
		}
	}
	return 0, 0, false
}

// LinkText is the text of the link at the cursor; empty where there is none.
func (p *Pager) LinkText() string {
	var parts []string
	for _, l := range p.Lines {
		part := ""
		for _, s := range l {
			if p.Link > 0 && s.Link == p.Link {
				part += text.Line{s}.String()
			}
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// LinkAt is the link at a position on the screen, or 0.
func (p *Pager) LinkAt(m text.Measure, x, y int) int {
	lines := p.View()
	if y < 0 || y >= len(lines) {
		return 0
	}
	at := 0
	for _, s := range lines[y] {
		if at += m.Width(text.Line{s}); x < at {
			return s.Link
		}
	}
	return 0
}

// Position returns the number of the current match, or how much text follows.
func (p *Pager) Position(w words.Words) string {
	if count := p.Matches(); count > 0 {
		if p.Match > 0 {
			return w.Say("%[2]d/%[1]d match|%[2]d/%[1]d matches", count, p.Match)
		}
		return w.Say("%d match|%d matches", count)
	}
	switch more := len(p.Lines) - p.Height; {
	case more <= 0 || p.Top == 0:
		return "" // the scrollbar says enough
	case p.Top == more:
		return w.Say("end")
	default:
		return strconv.Itoa(100*p.Top/more) + "%"
	}
}
