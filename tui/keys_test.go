package tui

import (
	"slices"
	"strings"
	"testing"

	"casebook/tui/keys"
)

func TestNoKeyHasTwoMeaningsInOneScope(t *testing.T) {
	for scope := keys.Scope(1); scope < keys.Always; scope <<= 1 {
		meaning := map[string]keys.Binding{}
		for _, b := range Bindings() {
			for _, key := range b.Keys() {
				if !b.Takes(scope, key) {
					continue
				}
				if other, ok := meaning[key]; ok {
					t.Errorf("%q means %+v and %+v in scope %d", key, b.Help(), other.Help(), scope)
				}
				meaning[key] = b
			}
		}
	}
}

// Every action does something, is found by a key, and says what it is in the
// help, on the bottom line, or in the prompt that it belongs to.
func TestEveryActionIsWhole(t *testing.T) {
	for _, row := range actions() {
		if row.run == nil || len(row.Keys()) == 0 || row.Scope == 0 {
			t.Errorf("%+v does nothing, or has no key or scope", row.Help())
		}
		if row.Description() == "" && row.Hint.Label == "" && row.Scope&^(keys.Commands|keys.FacetSearch|keys.Note|keys.Secret) != 0 {
			t.Errorf("%v is named nowhere", row.Keys())
		}
		if row.Hint.Label != "" && row.Hint.Order == 0 {
			t.Errorf("%q has no place on the bottom line", row.Hint.Label)
		}
	}
}

// TestKeysOfPromptsAreInTheTable: what a note and a passphrase do with a key is a row of
// the table too.
func TestKeysOfPromptsAreInTheTable(t *testing.T) {
	for scope, pressed := range map[keys.Scope]string{keys.Note: "enter up down pgup pgdown ctrl+s esc", keys.Secret: "enter backspace ctrl+h ctrl+u esc"} {
		for key := range strings.FieldsSeq(pressed) {
			if !slices.ContainsFunc(actions(), func(row action) bool { return row.Takes(scope, key) }) {
				t.Errorf("%s in scope %d is no row", key, scope)
			}
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
		{nil, []string{"Enter read", "/ search", "s source", "q quit", "? help"}, []string{"x clear", "Esc back", "n/N"}},
		{[]string{"f", "j", "enter"}, []string{"Enter choose", "x clear filter"}, []string{"X clear all", "s source"}},
		{[]string{"X", "2", "j", "enter"}, []string{"Tab links"}, []string{"x clear", "Enter open"}},
		{[]string{"tab"}, []string{"Enter open"}, nil},
		{[]string{"enter"}, []string{"Esc back", "x clear filter"}, nil},
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
	table := keys.Markdown(Bindings())
	for _, want := range []string{"| Move | |\n|---|---|\n| `j` `↓` |", "| `/` | search as you type", "| `ctrl+c` | quit from anywhere"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table lacks %q:\n%s", want, table)
		}
	}
}

func TestTheBottomLineNamesReadingAndSearchBeforeTheCommands(t *testing.T) {
	for width, want := range map[int]string{
		40: "j/k move  Enter read  / search  ? help",
		80: "j/k move  Enter read  / search  f filters  + zoom  v view  : commands  ? help",
	} {
		d := drive(t, newFake(), width, 20, Options{})
		row := strings.TrimSpace(strings.Split(strings.TrimRight(d.screen(), "\n"), "\n")[19])
		if row != want {
			t.Errorf("at %d columns the bottom line is %q", width, row)
		}
	}
}
