package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/text"
)

// filters is the pane of the facets.
type filters struct {
	browse.FilterTree
	cursor int
	top    int
	width  int
	height int
}

func (f *filters) SetSize(width, height int) {
	f.width, f.height = width, height
	f.move(f.cursor)
}

// set takes new counts in, and what the reports are called. The cursor stays on
// its value.
func (f *filters) set(counts model.Counts, names map[string]string) {
	at, _ := f.current()
	f.FilterTree.Set(counts, names)
	f.stayOn(at)
}

// fold opens or closes a node. The cursor stays on its value.
func (f *filters) fold(n browse.Node, open bool) {
	at, _ := f.current()
	f.FilterTree.Fold(n, open)
	f.stayOn(at)
}

// relist makes the rows anew, as in another language.
func (f *filters) relist() {
	at, _ := f.current()
	f.Rebuild()
	f.stayOn(at)
}

// stayOn puts the cursor on a node, if it is still there.
func (f *filters) stayOn(at browse.Node) {
	if i := slices.IndexFunc(f.Nodes, func(n browse.Node) bool { return n.Choice == at.Choice && (n.More > 0) == (at.More > 0) }); i >= 0 {
		f.cursor = i
	}
	f.move(f.cursor)
}

// reveal puts the cursor on a facet's heading and opens it.
func (f *filters) reveal(heading browse.Choice) {
	f.fold(browse.Node{Choice: heading}, true)
	if i := slices.IndexFunc(f.Nodes, func(n browse.Node) bool { return n.Choice == heading && n.Depth == 0 }); i >= 0 {
		f.move(i)
	}
}

// current is the node at the cursor.
func (f *filters) current() (browse.Node, bool) {
	if f.cursor >= len(f.Nodes) {
		return browse.Node{}, false
	}
	return f.Nodes[f.cursor], true
}

// Step moves the cursor by rows.
func (f *filters) Step(by int) { f.move(f.cursor + by) }

// Page moves the cursor by pages.
func (f *filters) Page(by int) { f.move(f.cursor + by*max(f.height-1, 1)) }

func (f *filters) ToStart() { f.move(0) }

func (f *filters) ToEnd() { f.move(len(f.Nodes) - 1) }

// Edges says whether the cursor is on the first row, and on the last.
func (f *filters) Edges() (first, last bool) {
	return f.cursor <= 0, f.cursor >= len(f.Nodes)-1
}

// expand opens the row at the cursor, and reports whether it was closed.
func (f *filters) expand() bool {
	n, ok := f.current()
	if !ok || !n.Folds || f.IsOpen(n) {
		return false
	}
	f.fold(n, true)
	return true
}

// collapse closes the row at the cursor or goes to the one that it is part of,
// and reports whether there was either.
func (f *filters) collapse() bool {
	n, ok := f.current()
	if ok && n.Folds && f.IsOpen(n) {
		f.fold(n, false)
		return true
	}
	for i := f.cursor - 1; ok && i >= 0; i-- {
		if f.Nodes[i].Depth < n.Depth {
			f.move(i)
			return true
		}
	}
	return false
}

func (f *filters) move(cursor int) {
	f.cursor = max(min(cursor, len(f.Nodes)-1), 0)
	f.top = min(f.top, f.cursor)
	f.top = max(f.top, f.cursor-f.height+1)
	f.top = max(min(f.top, len(f.Nodes)-f.height), 0)
}

// View draws the rows on the screen. What is chosen has a mark, what counts
// nothing has a dash.
func (f *filters) View(s text.Glyphs, chosen []browse.Choice, focused bool) []text.Line {
	var lines []text.Line
	for i := f.top; i < len(f.Nodes) && len(lines) < f.height; i++ {
		n := f.Nodes[i]
		edge, tone := text.Span{Text: " "}, text.Normal
		if n.Depth > 0 && n.Count == 0 {
			tone = text.Muted
		}
		on := slices.Contains(chosen, n.Choice)
		if n.Depth == 0 || on {
			tone = text.Title
		}
		if i == f.cursor {
			edge = text.Span{Text: s.FaintBar, Tone: text.Focus}
			if focused {
				edge, tone = text.Span{Text: s.Bar, Tone: text.Focus}, text.Selected
			}
		}
		sign := " "
		switch {
		case n.Folds && f.IsOpen(n):
			sign = s.Opened
		case n.Folds:
			sign = s.Closed
		}
		if n.More > 0 {
			n.Label = s.Tail + " " + n.Label
		}
		mark := text.Span{Text: " "}
		if on {
			mark = text.Span{Text: s.Chosen, Tone: text.Chip}
		}
		left := text.Line{edge, {Text: strings.Repeat("  ", max(n.Depth-1, 0))}, {Text: sign + " ", Tone: text.Muted}}
		right := text.Line{}
		switch {
		case n.Depth == 0:
			if inside := browse.CountIn(chosen, n.Facet); inside > 0 {
				right = text.Line{text.New(text.Chip, s.Chosen+f.Words.Number(inside))}
			}
		case n.More > 0:
		case n.Count == 0:
			right = text.Line{text.New(text.Muted, s.None)}
		default:
			right = text.Line{text.New(text.Muted, f.Words.Number(n.Count))}
		}
		if n.Depth > 0 {
			left = append(left, mark)
		}
		left = append(left, text.New(tone, n.Label))
		lines = append(lines, text.Justify(left, append(right, text.Span{Text: " "}), f.width, s.Tail))
	}
	return lines
}

// label is how a choice reads as a chip; a report that is the only one is no
// filter to choose, and has its name all the same.
func (a *App) label(c browse.Choice) string {
	if only, ok := a.info.reports[c.Value]; ok && c.Facet == model.FacetReport && len(a.filters.Reports()) == 0 {
		return only.Report.Name()
	}
	return a.filters.Label(c)
}
