package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/tui/keys"
	"casebook/tui/layout"
	"casebook/tui/panes"
	"casebook/tui/private"
	"casebook/tui/widget"
)

// An action is something that the browser can do, with its keys and texts.
// The table of actions feeds dispatch, the bottom line, the help, the palette and
// the README.
type action struct {
	keys.Binding
	run       func(*App) tea.Cmd
	whyNot    func(*App) string  // why it would do nothing now, and what would help; empty: it does something
	waits     func(*App) bool    // whether it must wait for a reply of the library
	showsHint func(*App) bool    // whether the bottom line shows it; nil: unless whyNot gives a reason
	needs     func(Options) bool // whether the session has it at all; nil: always
	also      []string           // other names, for the palette
	atOnce    bool               // it runs at once: before the keys typed ahead, and on a screen that is too small
}

// actions is the table, in the order of the help.
func actions() []action {
	var table []action
	for _, group := range []struct {
		name string
		rows []action
	}{
		{"Move", moveActions()}, {"Cases", caseActions()}, {"Views", viewActions()}, {"Reading", readingActions()},
		{"Session", sessionActions()}, {"Search box", searchActions()}, {"", promptActions()}, {"Search box", editActions()},
	} {
		for i := range group.rows {
			group.rows[i].Group = group.name
		}
		table = append(table, group.rows...)
	}
	return table
}

// Bindings is what the table of actions says of keys.
func Bindings() []keys.Binding {
	var bindings []keys.Binding
	for _, row := range actions() {
		bindings = append(bindings, row.Binding)
	}
	return bindings
}

func moveActions() []action {
	bind := keys.Bind
	return []action{
		{Binding: bind(keys.Reading, "j ↓", "j down", "next row (or scroll down)", keys.Hint{Label: "move", Keys: "j/k", Order: 10, InDetail: 1}),
			run: inMover(func(m mover) { m.Step(1) }), whyNot: whyNotOn, waits: movesWait, showsHint: hasRoomToMove},
		{Binding: bind(keys.Reading, "k ↑", "k up", "previous row (or scroll up)"), run: inMover(func(m mover) { m.Step(-1) }), whyNot: whyNotBack, waits: movesWait},
		{Binding: bind(keys.Reading, "PgDn ctrl+d space", "pgdown ctrl+d space ctrl+f", "page down"), run: inMover(func(m mover) { m.Page(1) }), whyNot: whyNotOn, waits: movesWait},
		{Binding: bind(keys.Reading, "PgUp ctrl+u", "pgup ctrl+u ctrl+b", "page up"), run: inMover(func(m mover) { m.Page(-1) }), whyNot: whyNotBack, waits: movesWait},
		{Binding: bind(keys.Reading, "g Home", "g home", "top"), run: inMover(mover.ToStart), whyNot: whyNotBack, waits: movesWait},
		{Binding: bind(keys.Reading, "G End", "G shift+g end", "bottom"), run: inMover(mover.ToEnd), whyNot: whyNotToEnd, waits: toEndWaits},
		{Binding: bind(keys.Panes, "h ←", "h left", "left pane; in the filters, collapse"), run: (*App).left, whyNot: whyNotLeft, waits: filtersWait},
		{Binding: bind(keys.Panes, "l →", "l right", "right pane; in the filters, expand"), run: (*App).right, whyNot: whyNotRight, waits: filtersWait},
		{Binding: bind(keys.Filters|keys.Cases|keys.View, "Tab", "tab", "next pane"), run: (*App).nextPane},
		{Binding: bind(keys.Filters|keys.Cases|keys.View, "shift+Tab", "shift+tab", "previous pane"), run: (*App).previousPane, whyNot: whyNotPreviousPane},
		{Binding: bind(keys.Panes, "1 f", "1 f", "the filters", keys.Hint{Label: "filters", Keys: "f", Order: 31}), run: focusOn(layout.Filters), whyNot: whyNotTo(layout.Filters)},
		{Binding: bind(keys.Panes, "2", "2", "the cases"), run: focusOn(layout.List), whyNot: whyNotTo(layout.List)},
		{Binding: bind(keys.Panes, "+", "+ =", "zoom: this pane alone, over the whole screen; and back", keys.Hint{Label: "zoom", Order: 49, InDetail: 8}), run: (*App).zoom, whyNot: whyNotZoom, also: []string{"maximize", "wide"}},
		{Binding: bind(keys.Panes, "T", "T shift+t", "table: the list in columns; and back", keys.Hint{Label: "table", Order: 97}), run: (*App).toggleTable, whyNot: whyNotTable, also: []string{"columns", "cards", "list"}},
		{Binding: bind(keys.Panes, "3", "3", "the detail"), run: focusOn(layout.Detail), whyNot: whyNotTo(layout.Detail)},
	}
}

func caseActions() []action {
	bind := keys.Bind
	return []action{
		{Binding: bind(keys.Cases, "Enter", "enter", "read the case", keys.Hint{Label: "read", Order: 20}), run: (*App).enterDetail, whyNot: whyNotRead, waits: (*App).waiting},
		{Binding: bind(keys.Filters, "Enter", "enter", "toggle a filter; expand or collapse a heading", keys.Hint{Label: "choose", Order: 22}), run: (*App).choose, whyNot: whyNotChoose, waits: filtersWait},
		{Binding: bind(keys.Panes, "/", "/", "search as you type; all words must match, the last may be incomplete; press / again: type to replace the search, Space or an arrow key to edit it", keys.Hint{Label: "search", Order: 30}),
			run: (*App).openSearch, also: []string{"find"}},
		{Binding: bind(keys.Help, "/", "/", "", keys.Hint{Label: "search the help", Order: 30}), run: (*App).searchHelp},
		{Binding: bind(keys.Panes, "x", "x", "clear a filter: the one under the cursor, otherwise the last one set; if nothing matches, the one that excludes everything", keys.Hint{Label: "clear filter", Order: 40}),
			run: (*App).clear, whyNot: whyNotClear, waits: clearWaits, also: []string{"remove", "reset", "filter"}},
		{Binding: bind(keys.Panes, "X", "X shift+x", "clear all filters", keys.Hint{Label: "clear all", Order: 41}), run: (*App).clearAll, whyNot: whyNotClearAll,
			showsHint: func(a *App) bool { return len(a.chosen) > 1 }, also: []string{"remove", "reset", "filter"}},
		{Binding: bind(keys.Filters, "F", "F shift+f", "narrow a long filter: type part of a value", keys.Hint{Label: "narrow", Order: 42}), run: (*App).openFacetSearch, whyNot: whyNotChoose, waits: filtersWait, also: []string{"value", "facet"}},
		{Binding: bind(keys.Filters, "o", "o", "sort the values: usual order, most cases first, by name", keys.Hint{Label: "sort", Order: 98}), run: (*App).sortFilters, whyNot: whyNotChoose, waits: filtersWait, also: []string{"sort", "order"}},
		{Binding: bind(keys.Cases|keys.View|keys.Detail, "o", "o", "sort: as in the report, by date, by title, by people, by outcome, by place"), run: (*App).sortNext, whyNot: whyNotSort, also: []string{"sort", "order"}},
		{Binding: bind(keys.Panes, "R", "R shift+r", "report: all, or cycle through them one by one", keys.Hint{Label: "report", Order: 93}), run: (*App).nextReport, whyNot: whyNotNextReport, waits: countsWait},
		{Binding: bind(keys.Cases|keys.Detail, "m", "m", "mark or unmark the case; is:marked finds marked cases", keys.Hint{Label: "mark", Order: 92}), run: (*App).mark, whyNot: whyNotMark, also: []string{"bookmark"}},
		{Binding: bind(keys.Cases|keys.Detail, "e", "e", "write a note on the case; only you see it", keys.Hint{Label: "note", Order: 95}), run: (*App).editNote, whyNot: whyNotNote, also: []string{"edit", "annotate"}},
		{Binding: bind(keys.Panes, "E", "E shift+e", "your notes and saved searches; to save one, type :save search NAME", keys.Hint{Label: "notes", Order: 96}), run: (*App).openOwn, whyNot: whyNotOwn, also: []string{"unlock", "keep", "saved", "private"}},
		{Binding: bind(keys.Panes, "w", "w", "export the marked (or listed) cases; the file extension sets the format: .md .csv .tsv .xlsx .json .jsonl .html .yaml .txt .bib", keys.Hint{Label: "export", Order: 94}),
			run: (*App).openExport, whyNot: whyNotExport, waits: (*App).waiting, needs: func(o Options) bool { return o.Export != nil || o.Remote }, also: []string{"export", "save"}},
	}
}

func viewActions() []action {
	bind := keys.Bind
	return []action{
		{Binding: bind(keys.View, "Enter", "enter", "show this row's cases (in a view)", keys.Hint{Label: "cases", Order: 21}), run: (*App).readCases, whyNot: whyNotReadCases, waits: (*App).waiting},
		{Binding: bind(keys.Panes, "v", "v", "next view: cases, people, laws and charges, places, figures, timeline, overview", keys.Hint{Label: "view", Order: 50}), run: func(a *App) tea.Cmd { return a.cycleView(1) }},
		{Binding: bind(keys.Panes, "V", "V shift+v", "previous view"), run: func(a *App) tea.Cmd { return a.cycleView(-1) }},
		{Binding: bind(keys.Panes, "t", "t", "timeline; press again to return", keys.Hint{Label: "timeline", Order: 51}), run: (*App).toggleTimeline},
	}
}

func readingActions() []action {
	bind, shown := keys.Bind, keys.Cases|keys.Detail
	return []action{
		{Binding: bind(keys.Detail, "Tab", "tab", "next link: person, organisation, law, place or related case", keys.Hint{Label: "links", Order: 60, InDetail: 3}),
			run: inDetail(func(d *detail) { d.ToLink(d.Link + 1) }), whyNot: whyNotNextLink, waits: detailWaits},
		{Binding: bind(keys.Detail, "shift+Tab", "shift+tab", "previous link"), run: inDetail(func(d *detail) { d.ToLink(d.Link - 1) }), whyNot: whyNotNextLink, waits: detailWaits},
		{Binding: bind(keys.Detail, "Enter", "enter", "follow the link (list all its cases); open a sensitive case", keys.Hint{Label: "open", Order: 61, InDetail: 4}),
			run: (*App).followLink, whyNot: whyNotFollow, waits: detailWaits, showsHint: func(a *App) bool { return a.detail.closed() || a.detail.Link > 0 }},
		{Binding: bind(keys.Reading, "n", "n", "next match", keys.Hint{Label: "match", Keys: "n/N", Order: 62, InDetail: 5}),
			run: func(a *App) tea.Cmd { a.document().ToMatch(a.document().Match + 1); return nil }, whyNot: whyNotMatch, waits: textWaits},
		{Binding: bind(keys.Reading, "N", "N shift+n", "previous match"), run: func(a *App) tea.Cmd { a.document().ToMatch(a.document().Match - 1); return nil }, whyNot: whyNotMatch, waits: textWaits},
		{Binding: bind(shown, "s", "s", "show the source of each fact; press again to return", keys.Hint{Label: "source", Order: 63, InDetail: 6}), run: (*App).toggleSource, whyNot: whyNotShownCase, waits: textWaits},
		{Binding: bind(shown, "c", "c", "copy the citation; press again for BibTeX, then CSL-JSON", keys.Hint{Label: "cite", Order: 64, InDetail: 7}), run: (*App).cite, whyNot: whyNotShownCase, waits: textWaits, also: []string{"reference"}},
		{Binding: bind(shown, "C", "C shift+c", "copy the whole case"), run: (*App).copyCase, whyNot: whyNotCopyCase, waits: textWaits},
		{Binding: bind(keys.Panes, "y", "y", "copy what is under the cursor: a link, a title, a filter"), run: (*App).copyAtCursor, whyNot: whyNotCopyHere},
	}
}

func sessionActions() []action {
	bind := keys.Bind
	return []action{
		{Binding: bind(keys.Panes, "Esc -", "esc -", "one step back: from a case, a link, a row of a view or a search; never quits", keys.Hint{Label: "back", Keys: "Esc", Order: 23, InDetail: 2}), run: (*App).escape, whyNot: whyNotEscape, also: []string{"history"},
			showsHint: func(a *App) bool { // when a case is read, the list is hidden, or there is a step to undo
				return a.focus == layout.Detail || a.zoomed || a.layout.Panes[layout.List].Width == 0 || len(a.navigation.trail) > 0 || a.search.isActive()
			}},
		{Binding: bind(keys.Help, "Esc q ?", "esc q ?", "", keys.Hint{Label: "close", Keys: "Esc", Order: 70}), run: (*App).closeHelp},
		{Binding: bind(keys.Reading, "z", "z", "blank the screen at once; any key restores it (or your passphrase, if you have one)"), run: func(a *App) tea.Cmd { return a.own.Lock() }, also: []string{"hide", "lock", "panic"}, atOnce: true},
		{Binding: bind(keys.Reading, "M", "M shift+m", "mouse on/off (off: select text with the terminal)"), run: (*App).toggleMouse},
		{Binding: bind(keys.Always, "ctrl+z", "ctrl+z", "suspend to the shell"), run: func(a *App) tea.Cmd { return a.own.Suspend() }, needs: func(o Options) bool { return !o.Remote }, atOnce: true},
		{Binding: bind(keys.Panes, ":", ":", "run a command by name; also a filter, a case by its id, a theme, a language", keys.Hint{Label: "commands", Order: keys.Last, InDetail: 180}), run: (*App).openPalette},
		{Binding: bind(keys.Panes, "?", "?", "help; press / to search it", keys.Hint{Label: "help", Order: keys.Last + 1}), run: (*App).openHelp, also: []string{"about", "keys"}},
		{Binding: bind(keys.Panes, "q", "q", "quit", keys.Hint{Label: "quit", Order: 91}), run: func(a *App) tea.Cmd { return a.own.Leave() }, also: []string{"exit", "leave"}, atOnce: true},
		{Binding: bind(keys.Always, "ctrl+c", "ctrl+c", "quit from anywhere and clear the screen"), run: func(a *App) tea.Cmd { return a.own.Leave() }, also: []string{"exit", "leave"}, atOnce: true},
	}
}

// searchActions are the keys of the search box.
func searchActions() []action {
	bind := keys.Bind
	return []action{
		{Binding: bind(keys.Search, "Enter", "enter", "go to the results; open the only one; if there are none, search for the nearest name; accept the completion", keys.Hint{Label: "open", Order: 10}),
			run: onPrompt((*searchBox).accept), waits: acceptWaits, showsHint: hasResults},
		{Binding: bind(keys.Search, "Tab", "tab", "accept the completion (also → at the end of the text)", keys.Hint{Label: "complete", Order: 11}), run: onPrompt((*searchBox).takeCompletion), whyNot: whyNotComplete,
			waits: func(a *App) bool { return a.search.completion.Pending() }},
		{Binding: bind(keys.Search, "Esc", "esc", "close the completions; cancel the search and return to the list as it was", keys.Hint{Label: "cancel", Order: 12}), run: onPrompt((*searchBox).cancel),
			showsHint: func(a *App) bool { return !a.search.completion.HasRows() }}, // the completion shows what Esc does
		{Binding: bind(keys.Search, "ctrl+x", "ctrl+x", "remove what excludes everything, if nothing matches", keys.Hint{Label: "remove", Order: 13}), run: (*App).clear, whyNot: whyNotRemove, waits: clearWaits},
		{Binding: bind(keys.Search, "↑ ctrl+p", "up ctrl+p", "previous search of this session; up in the completions", keys.Hint{Label: "earlier searches", Keys: "↑", Order: 14}), run: onPrompt((*searchBox).older), whyNot: whyNotOlder,
			showsHint: func(a *App) bool { return whyNotOlder(a) == "" || whyNotNewer(a) == "" }},
		{Binding: bind(keys.Search, "↓ ctrl+n", "down ctrl+n", "next search; down in the completions"), run: onPrompt((*searchBox).newer), whyNot: whyNotNewer},
	}
}

// promptActions are the keys of the other prompts, which show themselves what
// their keys do.
func promptActions() []action {
	bind := keys.Bind
	return []action{
		{Binding: bind(keys.Export, "Enter", "enter", "", keys.Hint{Label: "export", Order: 10}), run: onPrompt((*exportPrompt).accept)},
		{Binding: bind(keys.Export, "Tab", "tab", "", keys.Hint{Label: "marked or listed", Order: 11}), run: onPrompt((*exportPrompt).toggleMarked), whyNot: onPrompt((*exportPrompt).whyNotToggleMarked)},
		{Binding: bind(keys.Export, "Esc", "esc", "", keys.Hint{Label: "cancel", Order: 12}), run: onPrompt((*exportPrompt).cancel)},

		{Binding: bind(keys.Note, "ctrl+s", "ctrl+s", "", keys.Hint{Label: "save the note", Order: 10}), run: onPrompt((*private.Note).Save)},
		{Binding: bind(keys.Note, "Esc", "esc", "", keys.Hint{Label: "cancel", Order: 11}), run: onPrompt((*private.Note).Cancel)},

		{Binding: bind(keys.Note, "Enter", "enter", ""), run: onPrompt((*private.Note).NewLine)},
		{Binding: bind(keys.Note, "↑", "up ctrl+p", ""), run: moveInNote(-1)},
		{Binding: bind(keys.Note, "↓", "down ctrl+n", ""), run: moveInNote(1)},
		{Binding: bind(keys.Note, "PgDn", "pgdown", ""), run: moveInNote(10)},
		{Binding: bind(keys.Note, "PgUp", "pgup", ""), run: moveInNote(-10)},

		{Binding: bind(keys.Secret, "Enter", "enter", "", keys.Hint{Label: "confirm", Order: 10}), run: onPrompt((*private.Secret).Accept), whyNot: onPrompt((*private.Secret).WhyNotNow)},
		{Binding: bind(keys.Secret, "Esc", "esc", "", keys.Hint{Label: "cancel", Order: 11}), run: onPrompt((*private.Secret).Cancel), whyNot: onPrompt((*private.Secret).WhyNotNow)},

		{Binding: bind(keys.Secret, "Backspace", "backspace ctrl+h", ""), run: onPrompt((*private.Secret).DeleteLast)},
		{Binding: bind(keys.Secret, "ctrl+u", "ctrl+u", ""), run: onPrompt((*private.Secret).DeleteAll)},

		{Binding: bind(keys.Question, "k", "k", "", keys.Hint{Label: "keep", Order: 10}), run: onPrompt((*private.Keep).Accept)},
		{Binding: bind(keys.Question, "d", "d", "", keys.Hint{Label: "discard and quit", Order: 11}), run: onPrompt((*private.Keep).Discard), whyNot: onPrompt((*private.Keep).WhyNotDiscard)},
		{Binding: bind(keys.Question, "Esc", "esc", "", keys.Hint{Label: "not now", Order: 12}), run: (*App).closePrompt},

		{Binding: bind(keys.Commands, "Enter", "enter", "", keys.Hint{Label: "run", Order: 10}), run: onPrompt((*palette).accept), whyNot: onPrompt((*palette).whyNotRun)},
		{Binding: bind(keys.Commands, "Tab", "tab", "", keys.Hint{Label: "complete", Order: 11}), run: onPrompt((*palette).complete), whyNot: onPrompt((*palette).whyNotRun)},
		{Binding: bind(keys.Commands, "Esc", "esc", "", keys.Hint{Label: "close", Order: 12}), run: (*App).closePrompt},
		{Binding: bind(keys.Commands, "↑", "up ctrl+p", "", keys.Hint{Label: "choose", Keys: "↑/↓", Order: 14}), run: moveInPalette(-1), whyNot: onPrompt((*palette).whyNotUp), showsHint: func(*App) bool { return true }},
		{Binding: bind(keys.Commands, "↓", "down ctrl+n", ""), run: moveInPalette(1), whyNot: onPrompt((*palette).whyNotDown)},
		{Binding: bind(keys.Commands, "PgDn", "pgdown", ""), run: moveInPalette(paletteRows - 2), whyNot: onPrompt((*palette).whyNotDown)},
		{Binding: bind(keys.Commands, "PgUp", "pgup", ""), run: moveInPalette(2 - paletteRows), whyNot: onPrompt((*palette).whyNotUp)},

		{Binding: bind(keys.FacetSearch, "Enter", "enter", "", keys.Hint{Label: "choose", Order: 10}), run: onPrompt((*facetSearch).accept), whyNot: onPrompt((*facetSearch).whyNotAccept), waits: onPrompt((*facetSearch).waits)},
		{Binding: bind(keys.FacetSearch, "Esc", "esc", "", keys.Hint{Label: "cancel", Order: 12}), run: (*App).closePrompt},
		{Binding: bind(keys.FacetSearch, "↑", "up ctrl+p", "", keys.Hint{Label: "move", Keys: "↑/↓", Order: 11}), run: moveInFacet(func(f *panes.Filters) { f.Step(-1) })},
		{Binding: bind(keys.FacetSearch, "↓", "down ctrl+n", ""), run: moveInFacet(func(f *panes.Filters) { f.Step(1) })},
		{Binding: bind(keys.FacetSearch, "PgDn", "pgdown", ""), run: moveInFacet(func(f *panes.Filters) { f.Page(1) })},
		{Binding: bind(keys.FacetSearch, "PgUp", "pgup", ""), run: moveInFacet(func(f *panes.Filters) { f.Page(-1) })},

		{Binding: bind(keys.HelpSearch, "Enter", "enter", "", keys.Hint{Label: "go to the matches", Order: 10}), run: onPrompt((*helpSearch).accept)},
		{Binding: bind(keys.HelpSearch, "Esc", "esc", "", keys.Hint{Label: "cancel", Order: 12}), run: onPrompt((*helpSearch).cancel)},
	}
}

// editActions are the keys of a line that is typed in.
func editActions() []action {
	line := func(shown, names, does string, edit func(*widget.Input), whyNot func(*App) string, hint ...keys.Hint) action {
		return action{Binding: keys.Bind(keys.Typing, shown, names, does, hint...), run: inLine(edit), whyNot: whyNot}
	}
	right := line("→", "right ctrl+f", "one character right", func(i *widget.Input) { i.MoveTo(i.Right()) }, whyNotEditRight)
	right.run = editRight
	return []action{
		line("←", "left ctrl+b", "one character left", func(i *widget.Input) { i.MoveTo(i.Left()) }, whyNotEditLeft),
		right,
		line("ctrl+← alt+b", "alt+left ctrl+left alt+b", "one word left", func(i *widget.Input) { i.MoveTo(i.WordLeft()) }, whyNotEditLeft),
		line("ctrl+→ alt+f", "alt+right ctrl+right alt+f", "one word right", func(i *widget.Input) { i.MoveTo(i.WordRight()) }, whyNotEditEnd),
		line("Home ctrl+a", "home ctrl+a", "beginning of the line", func(i *widget.Input) { i.MoveTo(i.LineStart()) }, whyNotEditLeft),
		line("End ctrl+e", "end ctrl+e", "end of the line", func(i *widget.Input) { i.MoveTo(i.LineEnd()) }, whyNotEditEnd),
		line("Backspace", "backspace ctrl+h", "delete the character before the cursor", func(i *widget.Input) { i.Delete(i.Left(), i.At) }, whyNotDeleteBefore),
		line("Delete", "delete ctrl+d", "delete the character at the cursor", func(i *widget.Input) { i.Delete(i.At, i.Right()) }, whyNotDeleteAfter),
		line("ctrl+w", "ctrl+w alt+backspace", "delete the word before the cursor", func(i *widget.Input) { i.Delete(i.WordLeft(), i.At) }, whyNotDeleteBefore),
		line("ctrl+u", "ctrl+u", "delete everything before the cursor", func(i *widget.Input) { i.Delete(i.LineStart(), i.At) }, whyNotDeleteBefore, keys.Hint{Label: "clear", Order: 20}),
		line("ctrl+k", "ctrl+k", "delete everything after the cursor", func(i *widget.Input) { i.Delete(i.At, i.LineEnd()) }, whyNotDeleteAfter),
	}
}

// available is the table without the actions that a session does not have.
func available(options Options) []action {
	return slices.DeleteFunc(actions(), func(row action) bool { return row.needs != nil && !row.needs(options) })
}
