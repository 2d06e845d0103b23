package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/keys"
	"casebook/tui/text"
)

// A searchBox is the prompt of the search. Its text stays when it is closed: it
// is what is searched.
type searchBox struct {
	linePrompt
	completion completion
	meanings   map[typedValue][]model.FacetValue // of what was typed after a field
	history    searchHistory
	before     *station // where the reader was before the search
	opened     station  // where they were when the box was opened
}

func (s *searchBox) scope() keys.Scope { return keys.Search }

// typing says whether the search box is open.
func (a *App) typing() bool { return a.prompt == prompt(&a.search) }

// openSearch gives the keys to the search box, in which a search of before is
// selected. Where the reader was before it is kept until the search is left,
// and where they are now until the box is.
func (a *App) openSearch() tea.Cmd {
	if a.focus == paneHelp {
		a.moveTo(a.help.from)
	}
	s, here := &a.search, a.here()
	here.focus = paneList
	if s.text == "" || s.before == nil {
		s.before = &here
	}
	if !a.typing() {
		s.opened, s.selected = here, s.text != ""
	}
	a.prompt = s
	s.completion.closed = true // until something is typed
	a.moveTo(paneList)
	return nil
}

// searchField begins to search with a field, for the values that the filters
// do not list.
func (a *App) searchField(facet model.Facet) tea.Cmd {
	a.openSearch()
	text := model.FieldOf(facet) + ":"
	if a.search.text != "" {
		text = " " + text
	}
	a.search.set(a.search.text)
	a.search.insert(text)
	return a.edited()
}

// row is the box, and at its right how its fields are understood; or where the
// reader came from.
func (s *searchBox) row(a *App) (text.Line, int) {
	sign := text.Span{Text: "/ ", Tone: text.Focus}
	if !a.typing() && s.text == "" {
		sign.Tone = text.Muted
	}
	shown, column := s.View(a.layout.width - 4)
	typed := text.Span{Text: shown}
	room := a.layout.width - 4 - text.Line{typed}.Width()
	beside := text.Truncate(s.understood(a.words, a.glyphs), room-2, a.glyphs.Tail)
	switch {
	case s.selected:
		typed.Tone = text.Current
		beside = text.Line{{Text: a.words.Say("typing begins anew, space goes on"), Tone: text.Muted}}
	case len(beside) == 0 && !a.typing():
		if beside = a.crumbs(room - 4); len(beside) > 0 {
			sign.Tone = text.Muted
		}
	}
	row := text.Line{{Text: " "}, sign, typed}
	switch {
	case len(beside) > 0:
		row = text.Justify(row, append(beside, text.Span{Text: " "}), a.layout.width, "")
	case s.text == "" && a.typing():
		row[2] = text.Span{Text: a.words.Say(`words, "exact words", -not, person: place: law: date:2016-05`), Tone: text.Muted}
	case s.text == "":
		row[2] = text.Span{Text: a.words.Say("search"), Tone: text.Muted}
	}
	return text.Truncate(row, a.layout.width, ""), 3 + column
}

// over draws the completions.
func (s *searchBox) over(a *App, width, height int) ([]text.Line, bool) {
	return s.completion.View(a.writing(width), height), false
}

// clicked takes the completion at a position on the screen.
func (s *searchBox) clicked(a *App, x, y int) (tea.Cmd, bool) {
	p := a.paneAt(x, y)
	if p < 0 || a.layout.panes[p].x > 0 {
		return nil, false
	}
	r := a.layout.panes[p]
	rows, _ := s.over(a, r.width-1, r.height-1)
	line := y - r.y - 1
	if line < 0 || line >= len(rows)-1 {
		return nil, false
	}
	s.completion.at = line + menuFirst(len(s.completion.rows), s.completion.at, r.height-1)
	return a.takeCompletion(), true
}

// closed remembers what is in the box.
func (s *searchBox) closed(*App) {
	s.history.add(s.text)
	s.completion, s.selected = completion{}, false
}

// edited asks for what is in the box now, or what it means where the cursor is.
func (s *searchBox) edited(a *App, changed bool) tea.Cmd {
	if changed {
		return a.edited()
	}
	command := a.readFields()
	a.search.complete(a.typing(), a.words)
	return command
}

// editRight goes a character to the right. At the end of what is typed it takes
// the completion.
func (a *App) editRight() tea.Cmd {
	if s := &a.search; a.typing() && len(s.completion.rows) > 0 && s.at == s.completion.token.end {
		return a.takeCompletion()
	}
	return editing(func(i *input) { i.moveTo(i.right()) })(a)
}

// cancelSearch closes the completions, or else the box.
func (a *App) cancelSearch() tea.Cmd {
	if s := &a.search; len(s.completion.rows) > 0 {
		s.completion = completion{closed: true}
		return nil
	}
	return a.closeBox()
}

// olderSearch brings a search of before into the box, or goes up in the
// completions. Up from the first of them is a search of before.
func (a *App) olderSearch() tea.Cmd {
	s := &a.search
	if s.completion.up() {
		return nil
	}
	return a.recall(s.history.older(s.text))
}

// newerSearch brings a later search into the box, or goes down in the completions.
func (a *App) newerSearch() tea.Cmd {
	s := &a.search
	if s.completion.down() {
		return nil
	}
	return a.recall(s.history.newer())
}

// recall brings another search into the box.
func (a *App) recall(text string, ok bool) tea.Cmd {
	if !ok {
		return nil
	}
	a.search.set(text)
	a.search.completion = completion{closed: true}
	return a.searched()
}

// edited asks for what is in the search box now, and for what it may become.
func (a *App) edited() tea.Cmd {
	a.search.history.back, a.search.completion.closed = 0, false
	a.search.complete(a.typing(), a.words)
	return a.searched()
}

// searched asks for what is in the search box now. The list keeps its rows
// until the answer is there. The best ones of that come first and must be seen,
// so the cursor stays on its case only among them.
func (a *App) searched() tea.Cmd {
	s := a.stay()
	s.locate, s.within = false, a.list.whole()
	return a.ask(s)
}

// accept takes the completion that is shown, or goes on from the search box: to
// the cases, into the case where there is only one, and where there is none to
// the nearest name.
func (a *App) accept() tea.Cmd {
	if a.search.completion.takes() {
		return a.takeCompletion()
	}
	if n, ok := a.list.offer(); ok && a.blocked() {
		return a.searchName(n)
	}
	a.closePrompt()
	if a.list.total == 1 && a.search.text != "" && !a.listing() {
		a.moveTo(paneDetail)
	}
	return nil
}

// blocked says whether the answer on the screen is the last one asked for, and
// has no case.
func (a *App) blocked() bool { return !a.waiting() && a.list.loaded && a.list.total == 0 }

// closeBox leaves the search box and brings back the search that was in force
// when it was opened, where there was one.
func (a *App) closeBox() tea.Cmd {
	if a.search.opened.text == "" {
		return a.endSearch()
	}
	a.closePrompt()
	if a.search.text == a.search.opened.text {
		return nil
	}
	before := a.search.before
	command := a.goTo(a.search.opened)
	a.search.before = before
	return command
}

// endSearch clears the search and brings back where the reader was before it.
func (a *App) endSearch() tea.Cmd {
	a.search.history.add(a.search.text)
	a.closePrompt()
	if a.search.before == nil {
		a.search.set("")
		return a.ask(a.stay())
	}
	before := *a.search.before
	before.chosen = a.chosen // a filter chosen since is not part of the search
	if before.view != a.view {
		before.view, before.seek = a.view, a.stay()
	}
	if before.text == a.search.text {
		a.search.before = nil
		a.moveTo(paneList)
		return nil
	}
	return a.goTo(before)
}
