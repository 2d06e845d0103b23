package tui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"casebook/tui/text"
	"casebook/tui/words"
)

// A place is where a binding holds. Places add up.
type place uint16

const (
	inFilters place = 1 << iota
	inList
	inDetail
	inHelp
	inSearch
	inSaving
	inPalette
	inFinding    // in the help
	inView       // the list pane, where it shows a view
	inPanes      = inFilters | inList | inView | inDetail
	inReading    = inPanes | inHelp
	inTyping     = inSearch | inSaving | inPalette | inFinding
	inEverything = inReading | inTyping
)

// A Binding is one action with the keys that lead to it, and for the help and
// the README how people read them and what they do. The table of bindings feeds
// dispatch, the bottom line, the help and the README.
//
// Of bubbles this package is all that is loaded: the others look for clipboard
// programs on the disk when they are.
type Binding struct {
	Action Action
	key.Binding
	Short string // on the bottom line, where it differs from the help's keys
	Label string // the word on the bottom line; empty: not there
	Group string
	where place
}

// Bindings returns the table of bindings, in the order of the help. What stands
// first has the better claim to the bottom line.
func Bindings() []Binding {
	keys := func(show, does string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(show, does))
	}
	return []Binding{
		{Down, keys("j ↓", "next row, or one line on", "j", "down"), "j/k", "move", "Move", inReading},
		{Up, keys("k ↑", "row before, or one line back", "k", "up"), "", "", "Move", inReading},
		{PageDown, keys("PgDn ctrl+d space", "a page on", "pgdown", "ctrl+d", "space", "ctrl+f"), "space", "", "Move", inReading},
		{PageUp, keys("PgUp ctrl+u", "a page back", "pgup", "ctrl+u", "ctrl+b"), "", "", "Move", inReading},
		{Top, keys("g Home", "the first", "g", "home"), "", "", "Move", inReading},
		{Bottom, keys("G End", "the last", "G", "shift+g", "end"), "", "", "Move", inReading},
		{Left, keys("h ←", "the pane to the left; fold in the filters", "h", "left"), "", "", "Move", inPanes},
		{Right, keys("l →", "the pane to the right; unfold in the filters", "l", "right"), "", "", "Move", inPanes},
		{NextPane, keys("Tab", "the next pane", "tab"), "", "", "Move", inFilters | inList | inView},
		{PreviousPane, keys("shift+Tab", "the pane before", "shift+tab"), "", "", "Move", inFilters | inList | inView},
		{ToFilters, keys("1 f", "the filters", "1", "f"), "f", "", "Move", inPanes},
		{ToList, keys("2", "the cases", "2"), "", "", "Move", inPanes},
		{ToDetail, keys("3", "the detail", "3"), "", "", "Move", inPanes},

		{Read, keys("Enter", "read the case", "enter"), "", "read", "Cases", inList},
		{ReadCases, keys("Enter", "", "enter"), "", "cases", "", inView},
		{Choose, keys("Enter", "turn a filter on or off; fold or unfold a heading", "enter"), "", "choose", "Cases", inFilters},
		{Back, keys("Esc", "", "esc"), "", "back", "", inFilters | inDetail},
		{Search, keys("/", "search as you type; every word must match, the last as a beginning; again: typing begins anew, a space or an arrow goes on", "/"), "", "search", "Cases", inPanes},
		{Search, keys("/", "", "/"), "", "search the help", "", inHelp},
		{ToFilters, keys("f", "", "1", "f"), "", "filters", "", inList | inView | inDetail},
		{Clear, keys("x", "clear one filter: in the filters the one at the cursor, else the last chosen; where nothing is found, what is in the way", "x"), "", "clear filter", "Cases", inPanes},
		{ClearAll, keys("X", "clear all filters", "X", "shift+x"), "", "clear all", "Cases", inPanes},
		{Sort, keys("o", "order: as in the report, by date, by title", "o"), "", "", "Cases", inPanes},
		{NextReport, keys("R", "report: all of them, or one after the other", "R", "shift+r"), "", "", "Cases", inPanes},
		{Mark, keys("m", "mark the case, or take its mark off; is:marked finds what is marked", "m"), "", "", "Cases", inList | inDetail},
		{Export, keys("w", "write the cases marked, or those found, to a file; the end of its name is the form: .md .csv .json .jsonl .html .yaml .txt .bib", "w"), "", "", "Cases", inPanes},

		{ReadCases, keys("Enter", "the cases of the row; in a view", "enter"), "", "", "Views", inView},
		{NextView, keys("v", "the next view: cases, people, laws and charges, places, figures, timeline, overview", "v"), "", "view", "Views", inPanes},
		{PreviousView, keys("V", "the view before", "V", "shift+v"), "", "", "Views", inPanes},
		{Timeline, keys("t", "the timeline; and back", "t"), "", "timeline", "Views", inPanes},

		{NextLink, keys("Tab", "the next person, organisation, law, place or related case", "tab"), "", "links", "Reading", inDetail},
		{BackLink, keys("shift+Tab", "the link before", "shift+tab"), "", "", "Reading", inDetail},
		{Follow, keys("Enter", "follow the link: all cases with it; open a case that is gated", "enter"), "", "open", "Reading", inDetail},
		{NextMatch, keys("n", "the next match in the text", "n"), "n/N", "match", "Reading", inReading},
		{BackMatch, keys("N", "the match before", "N", "shift+n"), "", "", "Reading", inReading},
		{ShowSource, keys("s", "where the report says it, fact by fact; and back", "s"), "", "source", "Reading", inList | inDetail},
		{CopyCitation, keys("c", "copy the citation; again: as BibTeX, as CSL-JSON", "c"), "", "cite", "Reading", inList | inDetail},
		{CopyCase, keys("C", "copy the whole case", "C", "shift+c"), "", "", "Reading", inList | inDetail},
		{CopyHere, keys("y", "copy what the cursor is on: a link in the detail, a title, a filter", "y"), "", "", "Reading", inPanes},
		{Return, keys("-", "where you came from", "-"), "", "back", "Reading", inPanes},

		{Back, keys("Esc", "back one level; never quits", "esc"), "", "", "Session", inPanes},
		{Back, keys("Esc q ?", "", "esc", "q", "?"), "Esc", "close", "", inHelp},
		{Blank, keys("z", "blank the screen at once; any key brings it back", "z"), "", "", "Session", inReading},
		{ToggleMouse, keys("M", "mouse on or off; off, the terminal selects text itself", "M", "shift+m"), "", "", "Session", inReading},
		{Suspend, keys("ctrl+z", "suspend to the shell", "ctrl+z"), "", "", "Session", inEverything},
		{Palette, keys(":", "every command by its name; also a filter, a case by its id, a theme, a language", ":"), "", "commands", "Session", inPanes},
		{Help, keys("?", "this help; / searches in it", "?"), "", "help", "Session", inPanes},
		{Quit, keys("q", "quit", "q"), "", "quit", "Session", inPanes},
		{Mark, keys("m", "", "m"), "", "mark", "", inList | inDetail},
		{NextReport, keys("R", "", "R", "shift+r"), "", "report", "", inPanes},
		{Export, keys("w", "", "w"), "", "write", "", inPanes},
		{Quit, keys("ctrl+c", "quit from anywhere, the screen cleared", "ctrl+c"), "", "", "Session", inEverything},

		{Accept, keys("Enter", "on to the cases found; where there is only one, into it; where there is none, search the nearest name; take the completion shown", "enter"), "", "open", "Search box", inSearch},
		{Complete, keys("Tab", "take the completion; so does → at its end", "tab"), "", "complete", "Search box", inSearch},
		{Cancel, keys("Esc", "close the completions; leave the search, with list and cursor as they were", "esc"), "", "cancel", "Search box", inSearch},
		{Clear, keys("ctrl+x", "leave out what is in the way, where nothing is found", "ctrl+x"), "", "leave out", "Search box", inSearch},
		{Older, keys("↑ ctrl+p", "an earlier search of this session; up in the completions", "up", "ctrl+p"), "↑", "earlier", "Search box", inSearch},
		{Newer, keys("↓ ctrl+n", "a later search; down in the completions", "down", "ctrl+n"), "", "", "Search box", inSearch},
		{Accept, keys("Enter", "", "enter"), "", "write the file", "", inSaving},
		{Other, keys("Tab", "", "tab"), "", "marked or found", "", inSaving},
		{Cancel, keys("Esc", "", "esc"), "", "cancel", "", inSaving},
		{Accept, keys("Enter", "", "enter"), "", "run", "", inPalette},
		{Complete, keys("Tab", "", "tab"), "", "complete", "", inPalette},
		{Cancel, keys("Esc", "", "esc"), "", "close", "", inPalette},
		{Older, keys("↑", "", "up", "ctrl+p"), "↑/↓", "choose", "", inPalette},
		{Newer, keys("↓", "", "down", "ctrl+n"), "", "", "", inPalette},
		{PageDown, keys("PgDn", "", "pgdown"), "", "", "", inPalette},
		{PageUp, keys("PgUp", "", "pgup"), "", "", "", inPalette},
		{Accept, keys("Enter", "", "enter"), "", "to the matches", "", inFinding},
		{Cancel, keys("Esc", "", "esc"), "", "cancel", "", inFinding},
		{EditLeft, keys("←", "a character to the left", "left", "ctrl+b"), "", "", "Search box", inTyping},
		{EditRight, keys("→", "a character to the right", "right", "ctrl+f"), "", "", "Search box", inTyping},
		{EditWordLeft, keys("ctrl+← alt+b", "a word to the left", "alt+left", "ctrl+left", "alt+b"), "", "", "Search box", inTyping},
		{EditWordRight, keys("ctrl+→ alt+f", "a word to the right", "alt+right", "ctrl+right", "alt+f"), "", "", "Search box", inTyping},
		{EditStart, keys("Home ctrl+a", "to the beginning", "home", "ctrl+a"), "", "", "Search box", inTyping},
		{EditEnd, keys("End ctrl+e", "to the end", "end", "ctrl+e"), "", "", "Search box", inTyping},
		{EditBackspace, keys("Backspace", "delete the character before", "backspace", "ctrl+h"), "", "", "Search box", inTyping},
		{EditDelete, keys("Delete", "delete the character at the cursor", "delete", "ctrl+d"), "", "", "Search box", inTyping},
		{EditDeleteWord, keys("ctrl+w", "delete the word before", "ctrl+w", "alt+backspace"), "", "", "Search box", inTyping},
		{EditDeleteBefore, keys("ctrl+u", "delete what is before the cursor", "ctrl+u"), "ctrl+u", "clear", "Search box", inTyping},
		{EditDeleteAfter, keys("ctrl+k", "delete what is after the cursor", "ctrl+k"), "", "", "Search box", inTyping},
	}
}

// claims are the bindings in the order of their claims to the bottom line at a
// place: in the detail, what has to do with reading has the better one.
func claims(bindings []Binding, where place) []Binding {
	if where != inDetail {
		return bindings
	}
	rank := func(b Binding) int {
		switch {
		case b.Action == Down || b.Action == Back:
			return 0
		case b.Group == "Reading":
			return 1
		}
		return 2
	}
	ordered := slices.Clone(bindings)
	slices.SortStableFunc(ordered, func(a, b Binding) int { return rank(a) - rank(b) })
	return ordered
}

// bound returns what a key does at a place.
func bound(bindings []Binding, where place, key string) Action {
	for _, b := range bindings {
		if b.where&where != 0 && has(b, key) {
			return b.Action
		}
	}
	return None
}

func has(b Binding, key string) bool { return slices.Contains(b.Keys(), key) }

// KeysMarkdown returns the table of bindings as Markdown, for the README.
func KeysMarkdown() string {
	var text strings.Builder
	group := ""
	for _, b := range Bindings() {
		if b.Help().Desc == "" {
			continue
		}
		if b.Group != group {
			group = b.Group
			fmt.Fprintf(&text, "\n| %s | |\n|---|---|\n", group)
		}
		fmt.Fprintf(&text, "| `%s` | %s |\n", strings.Join(strings.Fields(b.Help().Key), "` `"), b.Help().Desc)
	}
	return strings.TrimPrefix(text.String(), "\n")
}

// leastHints is how many keys have a better claim than the way to the commands,
// where there is not room for both: the help names that too.
const leastHints = 3

// hints is the bottom line: the keys that do something now, as many as fit,
// and the ways to the commands and to the help at the end.
func hints(w words.Words, bindings []Binding, s text.Glyphs, where place, can func(Action) bool, width int) text.Line {
	var shown, last []text.Line
	for _, b := range bindings {
		if b.where&where == 0 || b.Label == "" || !can(b.Action) {
			continue
		}
		keys := b.Short
		if keys == "" {
			keys = b.Help().Key
		}
		hint := text.Line{{Text: s.Keys(keys), Tone: text.Title}, {Text: " " + w.Word(b.Label)}}
		if b.Action == Help || b.Action == Palette && where != inDetail {
			last = append(last, hint)
			continue
		}
		shown = append(shown, hint)
	}
	fitting := fit(shown, width-widthOf(last))
	if fitting < leastHints && len(last) > 1 {
		if more := fit(shown, width-widthOf(last[1:])); more > fitting {
			fitting, last = more, last[1:]
		}
	}
	l := text.Line{{Text: " "}}
	for _, hint := range append(shown[:fitting], last...) {
		l = append(append(l, hint...), text.Span{Text: "  "})
	}
	return text.Truncate(l, width, "")
}

// widthOf is the width of hints beside each other, with two spaces after each.
func widthOf(hints []text.Line) int {
	width := 0
	for _, hint := range hints {
		width += hint.Width() + 2
	}
	return width
}

// fit is how many hints there is room for: a space stands before the first, and
// the last of all needs none after it.
func fit(hints []text.Line, room int) int {
	count := len(hints)
	for count > 0 && widthOf(hints[:count]) > room+1 {
		count--
	}
	return count
}
