package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"casebook/tui"
)

// A walk is keys pressed one after the other where something is shown, and how
// many bytes they may write at each size: nine keys of ten, and every key.
type walk struct {
	name       string
	to         []string // the keys that lead there, not counted
	keys       []string
	nine, most [3]int
}

// sizes are the screens of the walks.
var sizes = [3][2]int{{80, 24}, {120, 36}, {200, 50}}

// walks are the panes and views. The budget is 1 KB at 80x24 and 2 KB at 200x50
// for a move, 2 KB for a letter. What is over it is said with its own figure:
// the list turns a page, all of a long text moves by a line, or one letter
// changes every pane of a large screen.
func walks() []walk {
	move := [3]int{1024, 2048, 2048}
	letter := [3]int{2048, 2048, 2048}
	turning := [3]int{1900, 3200, 4000}
	letters := func(text string) []string { return strings.Split(text, "") }
	return []walk{
		{"cases: next", nil, slices.Repeat([]string{"j"}, 30), turning, turning},
		{"cases: before", []string{"G"}, slices.Repeat([]string{"k"}, 30), turning, turning},
		{"cases: a search, next", []string{"/", "p", "r", "o", "t", "e", "s", "t", "enter"}, slices.Repeat([]string{"j"}, 20), turning, turning},
		{"filters: next", []string{"f"}, slices.Repeat([]string{"j"}, 25), move, move},
		{"detail: a line on", []string{"3"}, slices.Repeat([]string{"j"}, 20), turning, turning},
		{"detail: next link", []string{"3"}, slices.Repeat([]string{"tab"}, 12), move, turning},
		{"source: next case", []string{"s", "2"}, slices.Repeat([]string{"j"}, 30), turning, turning},
		{"people: next", []string{"v"}, slices.Repeat([]string{"j"}, 30), turning, turning},
		{"laws: next", []string{"v", "v"}, slices.Repeat([]string{"j"}, 25), turning, turning},
		{"places: next", []string{"v", "v", "v"}, slices.Repeat([]string{"j"}, 15), turning, turning},
		{"figures: next", []string{"v", "v", "v", "v"}, slices.Repeat([]string{"j"}, 15), turning, turning},
		{"timeline: next", []string{"t"}, slices.Repeat([]string{"j"}, 25), turning, turning},
		{"overview: next", []string{"t", "v"}, slices.Repeat([]string{"j"}, 25), turning, turning},
		{"help: a line on", []string{"?"}, slices.Repeat([]string{"j"}, 25), move, move},
		{"commands: next", []string{":"}, slices.Repeat([]string{"down"}, 20), move, move},
		{"commands: a letter", []string{":"}, letters("theme dark"), letter, letter},
		{"search: a letter", []string{"/"}, letters("narymbaev protest almaty"), [3]int{2048, 3200, 4000}, [3]int{2048, 4096, 5500}},
	}
}

// TestBytes measures what every key writes, with the real renderer, on the
// report that comes with casebook: go test ./tui -run 'TestBytes$' -v prints it.
func TestBytes(t *testing.T) {
	library := seeded(t)
	var table strings.Builder
	fmt.Fprintf(&table, "%-22s", "half/nine of ten/most")
	for _, size := range sizes {
		fmt.Fprintf(&table, "%18s", fmt.Sprintf("%dx%d", size[0], size[1]))
	}
	for _, w := range walks() {
		fmt.Fprintf(&table, "\n%-22s", w.name)
		for i, size := range sizes {
			written := w.measure(t, library, size)
			half, nine, most := written[len(written)/2], written[len(written)*9/10], written[len(written)-1]
			fmt.Fprintf(&table, "%18s", fmt.Sprintf("%d/%d/%d", half, nine, most))
			if nine > w.nine[i] || most > w.most[i] {
				t.Errorf("%s at %dx%d: nine keys of ten write up to %d bytes, every key up to %d; want %d and %d", w.name, size[0], size[1], nine, most, w.nine[i], w.most[i])
			}
		}
	}
	t.Log("\n" + table.String())
}

// measure presses the keys and returns what each wrote, in bytes, the least first.
func (w walk) measure(t *testing.T, library tui.Library, size [2]int) []int {
	s := tui.StartSession(t, library, size[0], size[1])
	for _, key := range w.to {
		s.Press(named(key))
	}
	var written []int
	for _, key := range w.keys {
		written = append(written, s.Press(named(key)))
	}
	slices.Sort(written)
	return written
}

// named is a key by the name that the bindings give it.
func named(key string) tea.KeyPressMsg {
	switch key {
	case "enter":
		return tea.KeyPressMsg{Code: tea.KeyEnter}
	case "tab":
		return tea.KeyPressMsg{Code: tea.KeyTab}
	case "down":
		return tea.KeyPressMsg{Code: tea.KeyDown}
	}
	r := []rune(key)[0]
	return tea.KeyPressMsg{Code: r, Text: key}
}
