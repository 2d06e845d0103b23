package tui

import (
	"fmt"
	"slices"
	"strings"
)

// A place is where a binding holds. Places add up.
type place uint8

const (
	inFilters place = 1 << iota
	inList
	inDetail
	inHelp
	inSearch
	inPanes      = inFilters | inList | inDetail
	inReading    = inPanes | inHelp
	inEverything = inReading | inSearch
)

// A Binding is one action with the keys that lead to it. The table of bindings
// feeds dispatch, the bottom line, the help and the README.
type Binding struct {
	Action Action
	Keys   []string // as the terminal library names them
	Show   string   // as people read them
	Short  string   // on the bottom line, where it differs from Show
	Label  string   // the word on the bottom line; empty: not there
	Does   string   // for the help and the README
	Group  string
	where  place
}

// Bindings returns the table of bindings, in the order of the help. What stands
// first has the better claim to the bottom line.
func Bindings() []Binding {
	keys := func(keys ...string) []string { return keys }
	return []Binding{
		{Down, keys("j", "down"), "j ↓", "j/k", "move", "next row, or one line on", "Move", inReading},
		{Up, keys("k", "up"), "k ↑", "", "", "row before, or one line back", "Move", inReading},
		{PageDown, keys("pgdown", "ctrl+d", "space", "ctrl+f"), "PgDn ctrl+d space", "space", "", "a page on", "Move", inReading},
		{PageUp, keys("pgup", "ctrl+u", "ctrl+b"), "PgUp ctrl+u", "", "", "a page back", "Move", inReading},
		{Top, keys("g", "home"), "g Home", "", "", "the first", "Move", inReading},
		{Bottom, keys("G", "shift+g", "end"), "G End", "", "", "the last", "Move", inReading},
		{Left, keys("h", "left"), "h ←", "", "", "the pane to the left; fold in the filters", "Move", inPanes},
		{Right, keys("l", "right"), "l →", "", "", "the pane to the right; unfold in the filters", "Move", inPanes},
		{NextPane, keys("tab"), "Tab", "", "", "the next pane", "Move", inFilters | inList},
		{PreviousPane, keys("shift+tab"), "shift+Tab", "", "", "the pane before", "Move", inFilters | inList},
		{ToFilters, keys("1", "f"), "1 f", "f", "", "the filters", "Move", inPanes},
		{ToList, keys("2"), "2", "", "", "the cases", "Move", inPanes},
		{ToDetail, keys("3"), "3", "", "", "the detail", "Move", inPanes},

		{Read, keys("enter"), "Enter", "", "read", "read the case", "Cases", inList},
		{Search, keys("/"), "/", "", "search", "search as you type; every word must match, the last as a beginning", "Cases", inReading},
		{Choose, keys("enter"), "Enter", "", "choose", "turn a filter on or off; fold or unfold a heading", "Cases", inFilters},
		{ToFilters, keys("1", "f"), "f", "", "filters", "", "", inList | inDetail},
		{Clear, keys("x"), "x", "", "clear filter", "clear one filter: in the filters the one at the cursor, else the last chosen; where nothing is found, what is in the way", "Cases", inPanes},
		{ClearAll, keys("X", "shift+x"), "X", "", "clear all", "clear all filters", "Cases", inPanes},
		{Sort, keys("o"), "o", "", "", "order: as in the report, by date, by title", "Cases", inPanes},

		{NextLink, keys("tab"), "Tab", "", "links", "the next person, organisation, law, place or related case", "Reading", inDetail},
		{BackLink, keys("shift+tab"), "shift+Tab", "", "", "the link before", "Reading", inDetail},
		{Follow, keys("enter"), "Enter", "", "open", "follow the link: all cases with it; open a case that is gated", "Reading", inDetail},
		{NextMatch, keys("n"), "n", "n/N", "match", "the next match in the text", "Reading", inPanes},
		{BackMatch, keys("N", "shift+n"), "N", "", "", "the match before", "Reading", inPanes},
		{ShowSource, keys("s"), "s", "", "source", "where the report says it, fact by fact; and back", "Reading", inList | inDetail},
		{CopyCitation, keys("c"), "c", "", "cite", "copy the citation", "Reading", inList | inDetail},
		{CopyCase, keys("C", "shift+c"), "C", "", "", "copy the whole case", "Reading", inList | inDetail},
		{Return, keys("-"), "-", "", "back", "where you came from", "Reading", inPanes},

		{Back, keys("esc"), "Esc", "", "", "back one level; never quits", "Session", inPanes},
		{Back, keys("esc", "q", "?"), "Esc q ?", "Esc", "close", "", "", inHelp},
		{Blank, keys("z"), "z", "", "", "blank the screen at once; any key brings it back", "Session", inReading},
		{ToggleMouse, keys("M", "shift+m"), "M", "", "", "mouse on or off; off, the terminal selects text itself", "Session", inReading},
		{Suspend, keys("ctrl+z"), "ctrl+z", "", "", "suspend to the shell", "Session", inEverything},
		{Help, keys("?"), "?", "", "help", "this help", "Session", inPanes},
		{Quit, keys("q"), "q", "", "quit", "quit", "Session", inPanes},
		{Quit, keys("ctrl+c"), "ctrl+c", "", "", "quit from anywhere, the screen cleared", "Session", inEverything},

		{Accept, keys("enter"), "Enter", "", "open", "on to the cases found; where there is only one, into it; where there is none, search the nearest name; take the completion shown", "Search box", inSearch},
		{Complete, keys("tab"), "Tab", "", "complete", "take the completion; so does → at its end", "Search box", inSearch},
		{Cancel, keys("esc"), "Esc", "", "cancel", "close the completions; leave the search, with list and cursor as they were", "Search box", inSearch},
		{Clear, keys("ctrl+x"), "ctrl+x", "", "leave out", "leave out what is in the way, where nothing is found", "Search box", inSearch},
		{Older, keys("up", "ctrl+p"), "↑ ctrl+p", "↑", "earlier", "an earlier search of this session; up in the completions", "Search box", inSearch},
		{Newer, keys("down", "ctrl+n"), "↓ ctrl+n", "", "", "a later search; down in the completions", "Search box", inSearch},
		{EditLeft, keys("left", "ctrl+b"), "←", "", "", "a character to the left", "Search box", inSearch},
		{EditRight, keys("right", "ctrl+f"), "→", "", "", "a character to the right", "Search box", inSearch},
		{EditWordLeft, keys("alt+left", "ctrl+left", "alt+b"), "ctrl+← alt+b", "", "", "a word to the left", "Search box", inSearch},
		{EditWordRight, keys("alt+right", "ctrl+right", "alt+f"), "ctrl+→ alt+f", "", "", "a word to the right", "Search box", inSearch},
		{EditStart, keys("home", "ctrl+a"), "Home ctrl+a", "", "", "to the beginning", "Search box", inSearch},
		{EditEnd, keys("end", "ctrl+e"), "End ctrl+e", "", "", "to the end", "Search box", inSearch},
		{EditBackspace, keys("backspace", "ctrl+h"), "Backspace", "", "", "delete the character before", "Search box", inSearch},
		{EditDelete, keys("delete", "ctrl+d"), "Delete", "", "", "delete the character at the cursor", "Search box", inSearch},
		{EditDeleteWord, keys("ctrl+w", "alt+backspace"), "ctrl+w", "", "", "delete the word before", "Search box", inSearch},
		{EditDeleteBefore, keys("ctrl+u"), "ctrl+u", "ctrl+u", "clear", "delete what is before the cursor", "Search box", inSearch},
		{EditDeleteAfter, keys("ctrl+k"), "ctrl+k", "", "", "delete what is after the cursor", "Search box", inSearch},
	}
}

// bound returns what a key does at a place.
func bound(bindings []Binding, where place, key string) Action {
	for _, b := range bindings {
		if b.where&where != 0 && slices.Contains(b.Keys, key) {
			return b.Action
		}
	}
	return None
}

// KeysMarkdown returns the table of bindings as Markdown, for the README.
func KeysMarkdown() string {
	var text strings.Builder
	group := ""
	for _, b := range Bindings() {
		if b.Does == "" {
			continue
		}
		if b.Group != group {
			group = b.Group
			fmt.Fprintf(&text, "\n| %s | |\n|---|---|\n", group)
		}
		fmt.Fprintf(&text, "| `%s` | %s |\n", strings.Join(strings.Fields(b.Show), "` `"), b.Does)
	}
	return strings.TrimPrefix(text.String(), "\n")
}

// hints is the bottom line: the keys that do something now, as many as fit,
// and the way to the help at the end.
func hints(bindings []Binding, where place, can func(Action) bool, width int) line {
	var shown, last []line
	for _, b := range bindings {
		if b.where&where == 0 || b.Label == "" || !can(b.Action) {
			continue
		}
		keys := b.Short
		if keys == "" {
			keys = b.Show
		}
		hint := line{{text: keys, tone: toneTitle}, {text: " " + b.Label, tone: toneMuted}}
		if b.Action == Help {
			last = append(last, hint)
			continue
		}
		shown = append(shown, hint)
	}
	room := width - 2
	for _, hint := range last {
		room -= hint.width() + 2
	}
	l := line{{text: " "}}
	for _, hint := range shown {
		if room -= hint.width() + 2; room < 0 {
			break
		}
		l = append(append(l, hint...), piece{text: "  "})
	}
	for _, hint := range last {
		l = append(append(l, hint...), piece{text: "  "})
	}
	return cut(l, width, "")
}
