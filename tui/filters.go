package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

// A choice is one value of one facet.
type choice struct {
	facet model.Facet
	value string // empty: the facet's heading
	also  bool   // it must hold beside what else is chosen of the facet
}

// A node is a row of the filters: a facet's heading or one of its values.
type node struct {
	choice
	label    string
	depth    int // 0: a heading
	count    int
	children bool
	more     int // how many values of the facet are not listed; the node stands for them
}

// A filterTree is the facets with their values and counts, as trees of which
// parts are folded away.
type filterTree struct {
	words  words.Words
	counts model.Counts
	folded map[choice]bool // where the person has changed what begins open
	nodes  []node          // what is not folded away
}

// set takes new counts in, and what the reports are called.
func (t *filterTree) set(counts model.Counts, names map[string]string) {
	t.counts = counts
	for _, facet := range counts.Facets {
		for i, value := range facet.Values {
			if name, ok := names[value.Value]; ok && facet.Facet == model.FacetReport {
				facet.Values[i].Label = name
			}
		}
	}
	t.list()
}

// list makes the rows anew.
func (t *filterTree) list() {
	t.nodes = nil
	for _, facet := range t.counts.Facets {
		if len(facet.Values) == 0 || facet.Facet == model.FacetReport && len(facet.Values) < 2 {
			continue
		}
		heading := node{choice: choice{facet: facet.Facet}, label: document.FacetLabel(t.words, facet.Facet), children: true}
		t.nodes = append(t.nodes, heading)
		hidden := -1 // the depth of a folded value, below which nothing shows
		if !t.open(heading) {
			continue
		}
		for i, value := range facet.Values {
			if hidden >= 0 && value.Depth > hidden {
				continue
			}
			hidden = -1
			n := node{choice: choice{facet: facet.Facet, value: value.Value}, label: document.ValueLabel(t.words, facet.Facet, value), depth: value.Depth + 1, count: value.Count}
			n.children = i+1 < len(facet.Values) && facet.Values[i+1].Depth > value.Depth
			t.nodes = append(t.nodes, n)
			if n.children && !t.open(n) {
				hidden = value.Depth
			}
		}
		if facet.More > 0 {
			t.nodes = append(t.nodes, node{choice: choice{facet: facet.Facet}, label: t.words.Say("%d more", facet.More), depth: 1, more: facet.More})
		}
	}
}

// open says whether what is below a node shows. The categories with their
// first level, and the kinds, begin open.
func (t *filterTree) open(n node) bool {
	if open, changed := t.folded[n.choice]; changed {
		return open
	}
	switch n.facet {
	case model.FacetCategory:
		return n.depth <= 1
	case model.FacetKind:
		return true
	}
	return false
}

// fold opens or closes a node.
func (t *filterTree) fold(n node, open bool) {
	if t.folded == nil {
		t.folded = map[choice]bool{}
	}
	t.folded[n.choice] = open
	t.list()
}

// kin tells the values above and below a node in its tree: to choose it beside
// one of them would choose nothing more, so it takes their place.
func (t *filterTree) kin(n node) func(choice) bool {
	related := map[choice]bool{}
	for _, facet := range t.counts.Facets {
		if facet.Facet != n.facet {
			continue
		}
		at := slices.IndexFunc(facet.Values, func(v model.FacetValue) bool { return v.Value == n.value })
		for i, depth := at-1, n.depth-1; i >= 0 && depth > 0; i-- {
			if facet.Values[i].Depth < depth {
				depth = facet.Values[i].Depth
				related[choice{facet: n.facet, value: facet.Values[i].Value}] = true
			}
		}
		for i := at + 1; i < len(facet.Values) && facet.Values[i].Depth > n.depth-1; i++ {
			related[choice{facet: n.facet, value: facet.Values[i].Value}] = true
		}
	}
	return func(c choice) bool { return related[c] }
}

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

func chosenIn(chosen []choice, facet model.Facet) int {
	count := 0
	for _, c := range chosen {
		if c.facet == facet {
			count++
		}
	}
	return count
}

// label is how a choice reads as a chip; a report that is the only one is no
// filter to choose, and has its name all the same.
func (a *App) label(c choice) string {
	if only, ok := a.reports[c.value]; ok && c.facet == model.FacetReport && len(a.filters.reports()) == 0 {
		return only.report.Name()
	}
	return a.filters.label(c)
}

// label is how a choice reads as a chip, as far as its facet lists it; else by
// the end of its path.
func (t *filterTree) label(c choice) string {
	value, ok := t.value(c)
	if !ok {
		path := model.SplitPath(c.value)
		value = model.FacetValue{Value: c.value, Label: path[len(path)-1]}
	}
	return document.FullValueLabel(t.words, c.facet, value)
}

// labels is how values of a facet read together.
func (t *filterTree) labels(facet model.Facet, values []string) string {
	var labels []string
	for _, value := range values {
		labels = append(labels, t.label(choice{facet: facet, value: value}))
	}
	return strings.Join(labels, ", ")
}

// value is the value that a choice stands for; false where its facet does not
// list it.
func (t *filterTree) value(c choice) (model.FacetValue, bool) {
	for _, facet := range t.counts.Facets {
		for _, value := range facet.Values {
			if facet.Facet == c.facet && value.Value == c.value {
				return value, true
			}
		}
	}
	return model.FacetValue{}, false
}
