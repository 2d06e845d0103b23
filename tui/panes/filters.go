// Package panes is the panes of filters, cases and rows of a view, with their sizes and
// cursors. It knows how rows are drawn as lines. It must not know what a key does, a
// terminal, nor where rows come from.
package panes

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
)

// Filters is the pane of the facets.
type Filters struct {
	browse.FilterTree
	At     int          // the row of the cursor
	Top    int          // the first row on the screen
	Search []model.Term // what is marked in the values
	width  int
	height int
}

// SetSize takes the size of the pane, in cells.
func (f *Filters) SetSize(width, height int) {
	f.width, f.height = width, height
	f.MoveTo(f.At)
}

// Set replaces the counts. Names are the names of reports, by id. The cursor stays
// on its value.
func (f *Filters) Set(counts results.Counts, names map[string]string) {
	at, _ := f.Current()
	f.FilterTree.Set(counts, names)
	f.stayOn(at)
}

// Fold opens or closes a node. The cursor stays on its value.
func (f *Filters) Fold(n browse.Node, open bool) {
	at, _ := f.Current()
	f.FilterTree.Fold(n, open)
	f.stayOn(at)
}

// Refresh makes the rows again, as after a change of the language.
func (f *Filters) Refresh() {
	at, _ := f.Current()
	f.Rebuild()
	f.stayOn(at)
}

// stayOn puts the cursor on a node, if it is still there.
func (f *Filters) stayOn(at browse.Node) {
	if i := slices.IndexFunc(f.Nodes, func(n browse.Node) bool { return n.Choice == at.Choice && (n.More > 0) == (at.More > 0) }); i >= 0 {
		f.At = i
	}
	f.MoveTo(f.At)
}

// Reveal puts the cursor on a facet's heading and opens it.
func (f *Filters) Reveal(heading browse.Choice) {
	f.Fold(browse.Node{Choice: heading}, true)
	if i := slices.IndexFunc(f.Nodes, func(n browse.Node) bool { return n.Choice == heading && n.Depth == 0 }); i >= 0 {
		f.MoveTo(i)
	}
}

// ShowValue opens the parents of a value and puts the cursor on it, if it is listed.
func (f *Filters) ShowValue(n browse.Node) {
	f.Fold(browse.Node{Choice: browse.Choice{Facet: n.Facet}}, true)
	for _, above := range f.Above(n) {
		f.Fold(above, true)
	}
	f.stayOn(n)
}

// SortNext lists the values in the next order.
func (f *Filters) SortNext() {
	at, _ := f.Current()
	sorts := browse.FilterSorts()
	f.Sort = sorts[(slices.Index(sorts, f.Sort)+1)%len(sorts)]
	f.Rebuild()
	f.stayOn(at)
}

// Current is the node at the cursor.
func (f *Filters) Current() (browse.Node, bool) {
	if f.At >= len(f.Nodes) {
		return browse.Node{}, false
	}
	return f.Nodes[f.At], true
}

// Step moves the cursor by rows.
func (f *Filters) Step(by int) { f.MoveTo(f.At + by) }

// Page moves the cursor by pages.
func (f *Filters) Page(by int) { f.MoveTo(f.At + by*max(f.height-1, 1)) }

// ToStart moves the cursor to the first row.
func (f *Filters) ToStart() { f.MoveTo(0) }

// ToEnd moves the cursor to the last row.
func (f *Filters) ToEnd() { f.MoveTo(len(f.Nodes) - 1) }

// Edges reports whether the cursor is on the first row, and on the last.
func (f *Filters) Edges() (first, last bool) {
	return f.At <= 0, f.At >= len(f.Nodes)-1
}

// Expand opens the row at the cursor, and reports whether it was closed.
func (f *Filters) Expand() bool {
	n, ok := f.Current()
	if !ok || !n.Folds || f.IsOpen(n) {
		return false
	}
	f.Fold(n, true)
	return true
}

// Collapse closes the row at the cursor or goes to the one that it is part of,
// and reports whether there was either.
func (f *Filters) Collapse() bool {
	n, ok := f.Current()
	if ok && n.Folds && f.IsOpen(n) {
		f.Fold(n, false)
		return true
	}
	for i := f.At - 1; ok && i >= 0; i-- {
		if f.Nodes[i].Depth < n.Depth {
			f.MoveTo(i)
			return true
		}
	}
	return false
}

// MoveTo moves the cursor to a row.
func (f *Filters) MoveTo(cursor int) {
	f.At = max(min(cursor, len(f.Nodes)-1), 0)
	f.Top = min(f.Top, f.At)
	f.Top = max(f.Top, f.At-f.height+1)
	f.Top = max(min(f.Top, len(f.Nodes)-f.height), 0)
}

// View draws the rows. A chosen value has a mark, and a value without cases a dash.
func (f *Filters) View(s text.Glyphs, chosen []browse.Choice, focused bool) []text.Line {
	var lines []text.Line
	for i := f.Top; i < len(f.Nodes) && len(lines) < f.height; i++ {
		n := f.Nodes[i]
		edge, tone := text.Span{Text: " "}, text.Normal
		if n.Depth > 0 && n.Count == 0 {
			tone = text.Muted
		}
		on := slices.Contains(chosen, n.Choice)
		if n.Depth == 0 || on {
			tone = text.Title
		}
		if i == f.At {
			edge = text.Span{Text: s.FaintBar, Tone: text.Focus}
			if focused {
				edge, tone = text.Span{Text: s.Bar, Tone: text.Cursor}, text.Selected
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
		if on {
			edge = text.Span{Text: s.Chosen, Tone: edge.Tone}
			if i != f.At {
				edge.Tone = text.Chip
			}
		}
		left := text.Line{edge, {Text: strings.Repeat("  ", n.Depth)}, {Text: sign + " ", Tone: text.Muted}}
		right := text.Line{}
		switch {
		case n.Depth == 0:
			if inside := len(browse.ChoicesOf(chosen, n.Facet)); inside > 0 {
				right = text.Line{text.New(text.Chip, s.Chosen+f.Words.Number(inside))}
			}
		case n.More > 0:
		case n.Count == 0:
			right = text.Line{text.New(text.Muted, s.None)}
		default:
			right = text.Line{text.New(text.Muted, document.CaseCount(f.Words, n.Count, n.Possible))}
		}
		left = append(left, text.Mark(tone, n.Label, f.Search)...)
		lines = append(lines, s.Justify(left, append(right, text.Span{Text: " "}), f.width, s.Tail))
	}
	return lines
}
