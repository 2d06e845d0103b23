//go:build unix

package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"casebook/model/results"
	"casebook/tui"
	"casebook/tui/pace"
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

// The budget of half of the moves, in bytes: 1.1 KB at 80x24 and 1.2 KB at 200x50.
const (
	smallBudget = 11 * 1024 / 10
	largeBudget = 12 * 1024 / 10
)

// walks are the panes and views. Two of them miss the budget: from case to case at
// 200x50, by a tenth at most, and through what a search has found, where words are marked.
// The limits of nine of ten and of all leave some room, since each text that is
// corrected changes the figures. More is written for a long text, for a page of which
// nothing was there before, for a text longer than the screen that moves by a line,
// and for a letter, which changes the list, the text and the filters.
func walks() []walk {
	move, letter := [2][3]int{{smallBudget, 1400, 2000}, {largeBudget, 2600, 4600}}, [2][3]int{{900, 1500, 2300}, {900, 3300, 6500}}
	next := [2][3]int{move[0], {1400, 2600, 4600}}
	page, long := [2][3]int{{2000, 2000, 2000}, {3600, 5000, 5000}}, [2][3]int{{smallBudget, smallBudget, smallBudget}, {2900, 3200, 3400}}
	times := func(n int, key string) []string { return slices.Repeat([]string{key}, n) }
	letters := func(text string) []string { return strings.Split(text, "") }
	return []walk{
		{"cases: next", nil, times(46, "j"), next},
		{"cases: before", []string{"G"}, times(30, "k"), move},
		{"cases: a page on", nil, times(3, " "), page},
		{"a search: next", slices.Concat(letters("/protest"), []string{enter}), times(8, "j"), [2][3]int{{1200, 1500, 2000}, {1950, 2900, 4600}}},
		{"filters: next", []string{"f"}, times(18, "j"), move},
		{"detail: a line on", []string{"3"}, times(12, "j"), long},
		{"detail: next link", []string{"3"}, times(12, tab), move},
		{"source: next case", []string{"s", "2"}, times(46, "j"), move},
		{"people: next", []string{"v"}, times(46, "j"), move},
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

// TestBytes counts what the browser writes for every key until the screen is at
// rest, on a terminal that answers at once. What follows from a key is waited for
// however long it takes, so that how fast the machine is makes no difference.
//
//	go test ./cmd/casebook -run 'TestBytes$' -v
func TestBytes(t *testing.T) {
	library := seededLibrary(t)
	var text strings.Builder
	for _, w := range walks() {
		fmt.Fprintf(&text, "\n%-20s", w.name)
		for n, size := range walkSizes {
			s := perform(t, library, size)
			s.press(t, w.to...)
			half, nine, most := spread(s.press(t, w.keys...))
			s.stop()
			fmt.Fprintf(&text, "%18s", fmt.Sprintf("%d/%d/%d", half, nine, most))
			if half > w.most[n][0] || nine > w.most[n][1] || most > w.most[n][2] {
				t.Errorf("%s at %dx%d: half, nine of ten and all keys write up to %d, %d, %d bytes; want %d at the most",
					w.name, size[0], size[1], half, nine, most, w.most[n])
			}
		}
	}
	t.Logf("half/nine of ten/most           80x24            200x50%s", text.String())
}

// spread is how many bytes half of the keys wrote at the most, nine of ten, and all.
func spread(written []int) (half, nine, most int) {
	slices.Sort(written)
	return written[len(written)/2], written[len(written)*9/10], written[len(written)-1]
}

// A performance is the browser in this process, on a terminal that answers at once.
type performance struct {
	keys  chan string // typed, and answered by the terminal
	ended chan struct{}
	stop  func()

	mutex  sync.Mutex
	raw    []byte // what has been written since the last key
	news   chan struct{}
	probes int
}

func perform(t *testing.T, library results.Library, size [2]int) *performance {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	input, keys := io.Pipe()
	s := &performance{keys: make(chan string, 100), ended: make(chan struct{}), news: make(chan struct{}, 1)}
	s.stop = func() {
		stop()
		<-s.ended
		input.Close() // what is typed meanwhile goes nowhere
		close(s.keys)
	}
	environment := []string{"TERM=xterm-256color", "LANG=C.UTF-8"}
	go func() {
		defer close(s.ended)
		err := tui.Run(ctx, library, tui.Options{Environment: environment, Terminal: pace.Terminal{
			Input: input, Output: s, Width: size[0], Height: size[1], Gather: time.Hour,
		}})
		if err != nil {
			t.Errorf("run the browser: %v", err)
		}
	}()
	go func() {
		for text := range s.keys {
			io.WriteString(keys, text)
		}
	}()
	s.press(t, "", "") // the first time it asks what the terminal can
	return s
}

// questions are what the browser asks of a terminal.
var questions = regexp.MustCompile(`\x1b\[6n|\x1b\[\?(2026|2027)\$p`)

// Write takes in what the browser writes, and answers.
func (s *performance) Write(text []byte) (int, error) {
	s.mutex.Lock()
	s.raw = append(s.raw, text...)
	s.mutex.Unlock()
	select {
	case s.news <- struct{}{}:
	default:
	}
	var answer string
	for _, asked := range questions.FindAllSubmatch(text, -1) {
		if mode := string(asked[1]); mode != "" {
			answer += "\x1b[?" + mode + ";2$y"
		} else {
			answer += "\x1b[1;1R"
		}
	}
	if answer != "" {
		s.keys <- answer
	}
	return len(text), nil
}

// press presses keys one by one, and returns how many bytes each made the browser
// write until it was at rest.
func (s *performance) press(t *testing.T, keys ...string) (written []int) {
	t.Helper()
	for _, key := range keys {
		s.probes++
		mark := []byte(pace.IdleMark(s.probes))
		s.mutex.Lock()
		s.raw = nil
		s.mutex.Unlock()
		s.keys <- key + pace.IdleProbe(s.probes)
		for {
			s.mutex.Lock()
			rest := bytes.Contains(s.raw, mark)
			n := len(s.raw) - len(mark)
			s.mutex.Unlock()
			if rest {
				written = append(written, n)
				break
			}
			select {
			case <-s.news:
			case <-s.ended:
				t.Fatal("the browser has ended")
			}
		}
	}
	return written
}
