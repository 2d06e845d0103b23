package tui

import (
	"context"
	"slices"
	"strings"
	"testing"

	"casebook/model"
)

// TestNoKeyIsMute presses every key of the table at every place, where it does
// something and where it cannot: the screen changes, something is given to the
// terminal, or the bottom line says why not.
func TestNoKeyIsMute(t *testing.T) {
	states := map[string][]string{
		"begun": nil, "nothing found": {"/", "zzzz", "enter"}, "followed": {"j", "enter", "tab", "enter"}, "people": {"v"},
	}
	places := map[string][]string{
		"filters": {"f"}, "cases": {"2"}, "detail": {"3"}, "source": {"s"}, "help": {"?"}, "search": {"/"}, "commands": {":"},
		"help search": {"?", "/"}, "saving": {"w"},
	}
	export := func(context.Context, model.Query, string, bool) (int, string, error) { return 1, "", nil }
	fresh := func(t *testing.T, keys ...string) *driver {
		d := drive(t, newFake(), 80, 24, Options{Export: export})
		d.press(keys...)
		return d
	}
	panes := func(screen string) string { return screen[:max(strings.LastIndex(screen, "\n"), 0)] } // all but the bottom line
	for state, to := range states {
		for place, into := range places {
			t.Run(state+", "+place, func(t *testing.T) {
				t.Parallel()
				var d *driver
				for _, b := range Bindings() {
					key := b.Keys()[0]
					if strings.HasPrefix(key, "alt+") || slices.Contains([]string{"ctrl+z", "q", "ctrl+c"}, key) {
						continue // alt is Esc and a key; the others end the program
					}
					if d == nil {
						d = fresh(t, slices.Concat(to, into)...)
					}
					before, cursor, said := d.screen(), d.app.terminalCursor(), len(d.out)
					d.press(key)
					moved := d.app.terminalCursor()
					same := (cursor == nil) == (moved == nil) && (cursor == nil || cursor.Position == moved.Position) && len(d.out) == said
					if same && d.screen() == before && d.app.notice == "" {
						t.Errorf("%q is not answered:\n%s", key, d.screen())
					}
					if !same || panes(d.screen()) != panes(before) {
						d = nil // the next key is pressed where this one was
					}
				}
			})
		}
	}
}

func TestReasons(t *testing.T) {
	for _, test := range []struct {
		keys []string
		want string
	}{
		{[]string{"n"}, "No matches. Search with / first."},
		{[]string{"G", "j"}, "Already at the bottom."},
		{[]string{"k"}, "Already at the top."},
		{[]string{"-"}, "Top level. Press q to quit."},
		{[]string{"f", "j", "enter", "esc", "esc"}, "Filters stay on. x clears one, X clears all."},
		{[]string{"x"}, "No filter to clear."},
		{[]string{"R"}, "There is only one report."},
		{[]string{"/", "zzzz", "enter", "c"}, "No case here."},
		{[]string{"f", "s"}, "s does not work here (only in: cases, detail)."},
		{[]string{"Y"}, "No action on Y. Press ? for keys, : for commands."},
		{[]string{"h"}, "No pane to the left. Press f for the filters."},
		{[]string{"esc"}, "Top level. Press q to quit."},
		{[]string{"G", "3", "C"}, "Press Enter to open the case"},
	} {
		d := drive(t, newFake(), 80, 24, Options{})
		d.press(test.keys...)
		d.sees(test.want)
	}
}
