//go:build unix

package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

// A walk is keys pressed one after the other in a pane or view, and how many bytes
// they may make the program write.
type walk struct {
	name     string
	to, keys []string  // those that lead there are not counted
	most     [2][3]int // for half of them, for nine of ten, for all; at each size
}

// walkSizes are the screens of the walks.
var walkSizes = [2][2]int{{80, 24}, {200, 50}}

// walks are the panes and views. The budget is for half of the moves: 1.1 KB at
// 80x24 and, where a text is not longer than usual, 1.2 KB at 200x50. More is
// written for a long text, for a page of which nothing was there before, for a
// text longer than the screen that moves by a line, and for a letter, which
// changes the list, the text and the filters.
func walks() []walk {
	move, letter := [2][3]int{{1126, 1400, 2000}, {1800, 2900, 4600}}, [2][3]int{{900, 1500, 2300}, {900, 3300, 6500}}
	page, long := [2][3]int{{2000, 2000, 2000}, {3600, 5000, 5000}}, [2][3]int{{1126, 1126, 1126}, {2900, 3200, 3400}}
	times := func(n int, key string) []string { return slices.Repeat([]string{key}, n) }
	letters := func(text string) []string { return strings.Split(text, "") }
	return []walk{
		{"cases: next", nil, times(30, "j"), move},
		{"cases: before", []string{"G"}, times(30, "k"), move},
		{"cases: a page on", nil, times(3, " "), page},
		{"a search: next", slices.Concat(letters("/protest"), []string{enter}), times(8, "j"), [2][3]int{{1250, 1500, 2000}, {1950, 2900, 4600}}}, // what it found is marked
		{"filters: next", []string{"f"}, times(18, "j"), move},
		{"detail: a line on", []string{"3"}, times(12, "j"), long},
		{"detail: next link", []string{"3"}, times(12, tab), move},
		{"source: next case", []string{"s", "2"}, times(30, "j"), move},
		{"people: next", []string{"v"}, times(30, "j"), move},
		{"laws: next", []string{"v", "v"}, times(18, "j"), move},
		{"places: next", []string{"v", "v", "v"}, times(11, "j"), move},
		{"figures: next", []string{"v", "v", "v", "v"}, times(13, "j"), move},
		{"timeline: next", []string{"t"}, times(15, "j"), move},
		{"overview: next", []string{"t", "v"}, times(18, "j"), move},
		{"help: a line on", []string{"?"}, times(18, "j"), move},
		{"commands: next", []string{":"}, times(20, "\x1b[B"), move},
		{"commands: a letter", []string{":"}, letters("theme dark"), letter},
		{"search: a letter", []string{"/"}, letters("narymbaev protest almaty"), letter},
	}
}

// TestBytes measures what the real program writes for every key, on a
// pseudo-terminal: go test ./cmd/casebook -run 'TestBytes$' -v prints it.
func TestBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("counts bytes, which depend on how soon the program answers")
	}
	all := walks()
	table := make([][2]string, len(all))
	within := func(i, n int) bool {
		half, nine, most := all[i].measure(t, walkSizes[n])
		table[i][n] = fmt.Sprintf("%d/%d/%d", half, nine, most)
		return half <= all[i].most[n][0] && nine <= all[i].most[n][1] && most <= all[i].most[n][2]
	}
	var running sync.WaitGroup
	few := make(chan struct{}, 12)
	over := make(chan [2]int, 2*len(all))
	for i := range all {
		for n := range walkSizes {
			running.Go(func() {
				few <- struct{}{}
				defer func() { <-few }()
				if !within(i, n) {
					over <- [2]int{i, n}
				}
			})
		}
	}
	running.Wait()
	close(over)
	// On a busy machine two keys, or a key and what follows it, may have become
	// one change: so again, with nothing beside it.
	for at := range over {
		i, n, ok := at[0], at[1], false
		for tries := 0; !ok && tries < 2; tries++ {
			ok = within(i, n)
		}
		if !ok {
			t.Errorf("%s at %dx%d: half, nine of ten and all keys write up to %s bytes; want %d at the most",
				all[i].name, walkSizes[n][0], walkSizes[n][1], table[i][n], all[i].most[n])
		}
	}
	var text strings.Builder
	for i, w := range all {
		fmt.Fprintf(&text, "\n%-20s%18s%18s", w.name, table[i][0], table[i][1])
	}
	t.Logf("half/nine of ten/most           80x24            200x50%s", text.String())
}

// measure presses the keys one by one and returns how many bytes half of them
// made the program write at the most, nine of ten, and all: from the key until
// the screen is at rest.
func (w walk) measure(t *testing.T, size [2]int) (half, nine, most int) {
	s := start(t, terminal{width: size[0], height: size[1]})
	s.shows("? help", "KAZ-2016-01")
	press := func(keys []string) (written []int) {
		for _, key := range keys {
			before := s.written()
			s.press(key)
			written = append(written, s.written()-before)
		}
		return written
	}
	press(w.to)
	written := press(w.keys)
	slices.Sort(written)
	return written[len(written)/2], written[len(written)*9/10], written[len(written)-1]
}
