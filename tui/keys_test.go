package tui

import (
	"strings"
	"testing"
)

func TestNoKeyHasTwoMeaningsAtOnePlace(t *testing.T) {
	for _, where := range []place{inFilters, inList, inDetail, inHelp, inSearch, inSaving, inPalette, inFinding} {
		meaning := map[string]Action{}
		for _, b := range Bindings() {
			for _, key := range b.Keys() {
				if b.where&where == 0 {
					continue
				}
				if other, ok := meaning[key]; ok && other != b.Action {
					t.Errorf("%q means %d and %d at place %d", key, other, b.Action, where)
				}
				meaning[key] = b.Action
			}
		}
	}
}

// Every action can be reached, and what the table promises does something.
func TestEveryActionIsBound(t *testing.T) {
	bound := map[Action]bool{}
	for _, b := range Bindings() {
		bound[b.Action] = true
	}
	for action := None + 1; action <= EditDeleteAfter; action++ {
		if !bound[action] {
			t.Errorf("action %d has no key", action)
		}
	}
}

func TestTheBottomLineSaysWhatCanBeDone(t *testing.T) {
	d := drive(t, newFake(), 200, 24, Options{})
	bottom := func() string {
		rows := strings.Split(d.screen(), "\n")
		return rows[len(rows)-1]
	}
	for _, step := range []struct {
		keys       []string
		has, lacks []string
	}{
		{nil, []string{"Enter read", "/ search", "s source", "q quit", "? help"}, []string{"x clear", "- back", "n/N"}},
		{[]string{"f", "j", "enter"}, []string{"Enter choose", "x clear filter"}, []string{"X clear all", "s source"}},
		{[]string{"X", "2", "j", "enter"}, []string{"Tab links"}, []string{"x clear", "Enter open"}},
		{[]string{"tab"}, []string{"Enter open"}, nil},
		{[]string{"enter"}, []string{"- back", "x clear filter"}, nil},
		{[]string{"/"}, []string{"Enter open", "Esc cancel"}, []string{"q quit", "? help"}},
	} {
		d.press(step.keys...)
		line := bottom()
		for _, text := range step.has {
			if !strings.Contains(line, text) {
				t.Errorf("after %v the bottom line lacks %q: %s", step.keys, text, line)
			}
		}
		for _, text := range step.lacks {
			if strings.Contains(line, text) {
				t.Errorf("after %v the bottom line has %q: %s", step.keys, text, line)
			}
		}
	}
}

func TestKeysMarkdown(t *testing.T) {
	table := KeysMarkdown()
	for _, want := range []string{"| Move | |\n|---|---|\n| `j` `↓` |", "| `/` | search as you type", "| `ctrl+c` | quit from anywhere"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %q:\n%s", want, table)
		}
	}
}

func TestTheBottomLineNamesReadingAndSearchBeforeTheCommands(t *testing.T) {
	for width, want := range map[int]string{40: "j/k move  Enter read  / search  ? help"} {
		d := drive(t, newFake(), width, 20, Options{})
		row := strings.TrimSpace(strings.Split(strings.TrimRight(d.screen(), "\n"), "\n")[19])
		if width == 40 && row != want || width == 80 && !strings.HasSuffix(row, ": commands  ? help") {
			t.Errorf("at %d columns the bottom line is %q", width, row)
		}
	}
}
