package tui

import (
	"slices"
	"strings"

	"casebook/tui/document"
	"casebook/tui/text"
)

// A reader is a document with a place in it: how far it is scrolled, the link
// and the match that the person is at. The detail is one, and so is the help.
type reader struct {
	document.Document
	top    int
	link   int // the link at the cursor, counted from 1; 0: none
	match  int // the match at the cursor, counted from 1; 0: none
	width  int
	height int
}

func (r *reader) SetSize(width, height int) {
	r.width, r.height = width, height
	r.scroll(r.top)
}

// show replaces the document, at its beginning.
func (r *reader) show(d document.Document) { r.Document, r.top, r.link, r.match = d, 0, 0, 0 }

// refresh replaces the document by the same one in another width, search or
// look, and stays where it is.
func (r *reader) refresh(d document.Document) {
	part := float64(r.top) / float64(max(len(r.Lines), 1))
	if len(d.Lines) != len(r.Lines) {
		r.top = int(part*float64(len(d.Lines)) + 0.5)
	}
	r.Document = d
	r.link = min(r.link, len(d.Links))
	r.match = min(r.match, r.matches())
	r.scroll(r.top)
}

func (r *reader) scroll(top int) { r.top = max(min(top, len(r.Lines)-r.height), 0) }

// step scrolls by rows.
func (r *reader) step(by int) { r.scroll(r.top + by) }

// page scrolls by pages, which have two rows in common.
func (r *reader) page(by int) { r.scroll(r.top + by*max(r.height-2, 1)) }

func (r *reader) toStart() { r.scroll(0) }

func (r *reader) toEnd() { r.scroll(len(r.Lines)) }

// edges says whether the first row is on the screen, and the last.
func (r *reader) edges() (first, last bool) {
	return r.top <= 0, r.top >= len(r.Lines)-r.height
}

// toLink goes to a link, round from the last to the first.
func (r *reader) toLink(n int) {
	if len(r.Links) == 0 {
		return
	}
	if n < 1 {
		n = len(r.Links)
	}
	r.match, r.link = 0, (n-1)%len(r.Links)+1
	for y, l := range r.Lines {
		if slices.ContainsFunc(l, func(p text.Span) bool { return p.Link == r.link }) {
			r.reveal(y)
			return
		}
	}
}

// matches is how many matches the document has.
func (r *reader) matches() int {
	count := 0
	for _, l := range r.Lines {
		count += l.Matches()
	}
	return count
}

// toMatch goes to a match, round from the last to the first.
func (r *reader) toMatch(n int) {
	count := r.matches()
	if count == 0 {
		return
	}
	if n < 1 {
		n = count
	}
	r.link, r.match = 0, (n-1)%count+1
	seen := 0
	for y, l := range r.Lines {
		if seen += l.Matches(); seen >= r.match {
			r.reveal(y)
			return
		}
	}
}

// reveal scrolls so that a row is on the screen, with one more around it.
func (r *reader) reveal(y int) {
	if y < r.top+1 {
		r.scroll(y - 1)
	} else if y > r.top+r.height-2 {
		r.scroll(y - r.height + 2)
	}
}

// View draws the rows on the screen, the link or match at the cursor told apart.
func (r *reader) View() []text.Line {
	seen := 0
	for _, l := range r.Lines[:min(r.top, len(r.Lines))] {
		seen += l.Matches()
	}
	var lines []text.Line
	all := r.Lines
	if room := r.height - len(all); room > 0 && r.Foot > 0 {
		all = slices.Insert(slices.Clone(all), len(all)-r.Foot, make([]text.Line, room)...)
	}
	for y := r.top; y < len(all) && len(lines) < r.height; y++ {
		row := append(text.Line{{Text: " "}}, all[y]...)
		for i := range row {
			if row[i].Tone == text.Match {
				if seen++; seen == r.match {
					row[i].Tone = text.Current
				}
			}
			if row[i].Link != 0 && row[i].Link == r.link {
				row[i].Tone = text.Current
			}
		}
		lines = append(lines, row)
	}
	return lines
}

// cursor is where the link or match at the cursor is on the screen.
func (r *reader) cursor() (x, y int, ok bool) {
	for y, l := range r.View() {
		x := 0
		for _, p := range l {
			if p.Tone == text.Current {
				return x, y, true
			}
			x += text.Line{p}.Width()
		}
	}
	return 0, 0, false
}

// linkText is the text of the link at the cursor; empty where there is none.
func (r *reader) linkText() string {
	var parts []string
	for _, l := range r.Lines {
		part := ""
		for _, p := range l {
			if r.link > 0 && p.Link == r.link {
				part += p.Text
			}
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// linkAt is the link at a position on the screen, or 0.
func (r *reader) linkAt(x, y int) int {
	lines := r.View()
	if y < 0 || y >= len(lines) {
		return 0
	}
	at := 0
	for _, p := range lines[y] {
		if at += (text.Line{p}).Width(); x < at {
			return p.Link
		}
	}
	return 0
}
