package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// filters is the pane of the facets.
type filters struct {
	filterTree
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
	f.filterTree.set(counts, names)
	f.stayOn(at)
}

// fold opens or closes a node. The cursor stays on its value.
func (f *filters) fold(n node, open bool) {
	at, _ := f.current()
	f.filterTree.fold(n, open)
	f.stayOn(at)
}

// relist makes the rows anew, as in another language.
func (f *filters) relist() {
	at, _ := f.current()
	f.list()
	f.stayOn(at)
}

// stayOn puts the cursor on a node, if it is still there.
func (f *filters) stayOn(at node) {
	if i := slices.IndexFunc(f.nodes, func(n node) bool { return n.choice == at.choice && (n.more > 0) == (at.more > 0) }); i >= 0 {
		f.cursor = i
	}
	f.move(f.cursor)
}

// reveal puts the cursor on a facet's heading and opens it.
func (f *filters) reveal(heading choice) {
	f.fold(node{choice: heading}, true)
	if i := slices.IndexFunc(f.nodes, func(n node) bool { return n.choice == heading && n.depth == 0 }); i >= 0 {
		f.move(i)
	}
}

// current is the node at the cursor.
func (f *filters) current() (node, bool) {
	if f.cursor >= len(f.nodes) {
		return node{}, false
	}
	return f.nodes[f.cursor], true
}

// Update moves the cursor or folds, and reports whether it did either.
func (f *filters) Update(action Action) bool {
	n, ok := f.current()
	if !ok {
		return false
	}
	switch action {
	case Down:
		f.move(f.cursor + 1)
	case Up:
		f.move(f.cursor - 1)
	case PageDown:
		f.move(f.cursor + max(f.height-1, 1))
	case PageUp:
		f.move(f.cursor - max(f.height-1, 1))
	case Top:
		f.move(0)
	case Bottom:
		f.move(len(f.nodes) - 1)
	case Right:
		if !n.children || f.open(n) {
			return false
		}
		f.fold(n, true)
	case Left:
		if n.children && f.open(n) {
			f.fold(n, false)
			return true
		}
		for i := f.cursor - 1; i >= 0; i-- {
			if f.nodes[i].depth < n.depth {
				f.move(i)
				return true
			}
		}
		return false
	default:
		return false
	}
	return true
}

func (f *filters) move(cursor int) {
	f.cursor = max(min(cursor, len(f.nodes)-1), 0)
	f.top = min(f.top, f.cursor)
	f.top = max(f.top, f.cursor-f.height+1)
	f.top = max(min(f.top, len(f.nodes)-f.height), 0)
}

// View draws the rows on the screen. What is chosen has a mark, what counts
// nothing has a dash.
func (f *filters) View(s text.Glyphs, chosen []choice, focused bool) []text.Line {
	var lines []text.Line
	for i := f.top; i < len(f.nodes) && len(lines) < f.height; i++ {
		n := f.nodes[i]
		edge, tone := text.Span{Text: " "}, text.Normal
		if n.depth > 0 && n.count == 0 {
			tone = text.Muted
		}
		on := slices.Contains(chosen, n.choice)
		if n.depth == 0 || on {
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
		case n.children && f.open(n):
			sign = s.Opened
		case n.children:
			sign = s.Closed
		}
		if n.more > 0 {
			n.label = s.Tail + " " + n.label
		}
		mark := text.Span{Text: " "}
		if on {
			mark = text.Span{Text: s.Chosen, Tone: text.Chip}
		}
		left := text.Line{edge, {Text: strings.Repeat("  ", max(n.depth-1, 0))}, {Text: sign + " ", Tone: text.Muted}}
		right := text.Line{}
		switch {
		case n.depth == 0:
			if inside := chosenIn(chosen, n.facet); inside > 0 {
				right = text.Line{text.New(text.Chip, s.Chosen+f.words.Number(inside))}
			}
		case n.more > 0:
		case n.count == 0:
			right = text.Line{text.New(text.Muted, s.None)}
		default:
			right = text.Line{text.New(text.Muted, f.words.Number(n.count))}
		}
		if n.depth > 0 {
			left = append(left, mark)
		}
		left = append(left, text.New(tone, n.label))
		lines = append(lines, text.Justify(left, append(right, text.Span{Text: " "}), f.width, s.Tail))
	}
	return lines
}

// label is how a choice reads as a chip; a report that is the only one is no
// filter to choose, and has its name all the same.
func (a *App) label(c choice) string {
	if only, ok := a.reports[c.value]; ok && c.facet == model.FacetReport && len(a.filters.reports()) == 0 {
		return only.report.Name()
	}
	return a.filters.label(c)
}
