package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"casebook/tui"
)

// A walk is keys pressed one after the other where something is shown, and what
// each of them may write at most, at 80x24 and at 200x50.
type walk struct {
	name  string
	to    []string // the keys that lead there, not counted
	keys  []string
	least [2]int
}

func walks() []walk {
	move, typing := [2]int{1024, 2048}, [2]int{2048, 2048}
	letters := func(text string) []string { return strings.Split(text, "") }
	return []walk{
		{"cases: next", nil, slices.Repeat([]string{"j"}, 50), move},
		{"cases: before", []string{"G"}, slices.Repeat([]string{"k"}, 50), move},
		{"cases: a search, next", []string{"/", "p", "r", "o", "t", "e", "s", "t", "enter"}, slices.Repeat([]string{"j"}, 20), move},
		{"filters: next", []string{"f"}, slices.Repeat([]string{"j"}, 40), move},
		{"detail: a line on", []string{"3"}, slices.Repeat([]string{"j"}, 20), move},
		{"detail: next link", []string{"3"}, slices.Repeat([]string{"tab"}, 12), move},
		{"source: next case", []string{"s", "2"}, slices.Repeat([]string{"j"}, 50), move},
		{"help: a line on", []string{"?"}, slices.Repeat([]string{"j"}, 40), typing},
		{"commands: next", []string{":"}, slices.Repeat([]string{"down"}, 20), move},
		{"commands: a letter", []string{":"}, letters("theme dark"), typing},
		{"search: a letter", []string{"/"}, letters("narymbaev protest almaty"), typing},
	}
}

// TestBytes measures what every key writes, with the real renderer, on the
// report that comes with casebook: go test ./tui -run TestBytes$ -v prints it.
func TestBytes(t *testing.T) {
	library := seeded(t)
	var table strings.Builder
	fmt.Fprintf(&table, "%-24s %17s %17s %17s\n", "bytes a key: median/most", "80x24", "120x36", "200x50")
	for _, w := range walks() {
		fmt.Fprintf(&table, "%-24s", w.name)
		for i, size := range [][2]int{{80, 24}, {120, 36}, {200, 50}} {
			s := tui.StartSession(t, library, size[0], size[1])
			for _, key := range w.to {
				s.Press(named(key))
			}
			var sizes []int
			for _, key := range w.keys {
				sizes = append(sizes, s.Press(named(key)))
			}
			slices.Sort(sizes)
			median, most := sizes[len(sizes)/2], sizes[len(sizes)-1]
			fmt.Fprintf(&table, " %8d /%7d", median, most)
			if least := [3]int{w.least[0], w.least[1], w.least[1]}[i]; most > least {
				t.Errorf("%s at %dx%d: a key writes up to %d bytes, want %d", w.name, size[0], size[1], most, least)
			}
		}
		table.WriteString("\n")
	}
	t.Log("\n" + table.String())
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
