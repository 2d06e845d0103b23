package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/keys"
	"casebook/tui/layout"
	"casebook/tui/prompt"
	"casebook/tui/searchbox"
	"casebook/tui/text"
)

// A searchBox is the prompt of the search. Its text is the search, also when it is
// closed.
type searchBox struct {
	prompt.OneLine
	app        *App
	completion searchbox.Completion
	meanings   searchbox.Meanings
	history    searchbox.History
	before     *location // where the reader was before the search
	opened     location  // where they were when the box was opened
}

// typing reports whether the search box is open.
func (a *App) typing() bool { return a.prompt == prompt.Prompt(&a.search) }

// openSearch opens the search box with the current search selected. It keeps the
// location before the search and the one before the box was opened.
func (a *App) openSearch() tea.Cmd {
	if a.focus == layout.Help {
		a.moveTo(a.help.from)
	}
	s, here := &a.search, a.currentLocation()
	here.focus, here.zoomed, here.before = layout.List, false, nil
	if s.Text == "" || s.before == nil {
		s.before = &here
	}
	if !a.typing() {
		s.opened, s.Selected = here, s.Text != ""
	}
	a.openPrompt(s)
	s.completion.Close(true) // until something is typed
	a.moveTo(layout.List)
	return nil
}

// endSearch clears the search and restores the location before it.
func (a *App) endSearch() tea.Cmd {
	s := &a.search
	s.history.Add(s.Text)
	a.closePrompt()
	if s.before == nil {
		s.Set("")
		return a.ask(a.currentTarget())
	}
	before := *s.before
	before.chosen = a.chosen // a filter chosen since is not part of the search
	if before.view != a.view {
		before.view, before.target = a.view, a.currentTarget()
	}
	if before.text == s.Text {
		s.before = nil
		a.moveTo(layout.List)
		return nil
	}
	return a.goTo(before)
}

func (s *searchBox) Scope() keys.Scope { return keys.Search }

// Edited searches for the text and updates the completions and the meanings.
func (s *searchBox) Edited(changed bool) tea.Cmd {
	if changed {
		s.history.Reset()
		s.completion.Reopen()
		s.complete()
		return s.search()
	}
	command := s.readFields()
	s.complete()
	return command
}

// search searches for the text. The list keeps its rows until the answer is there. A
// cursor on the first row stays there, since the best rows come first; another one
// stays on its case if that is among the first rows.
func (s *searchBox) search() tea.Cmd {
	a := s.app
	target := a.reorderedTarget()
	target.Locate, target.Within = false, a.list.WholeRows()
	return a.ask(target)
}

// accept takes the completion. Without one it goes to the results, opens the only one,
// or searches for the nearest name if there are none.
func (s *searchBox) accept() tea.Cmd {
	a := s.app
	if s.completion.HasChoice() {
		return s.takeCompletion()
	}
	if n, ok := a.list.Suggestion(); ok && a.hasNoResults() {
		return s.acceptName(n)
	}
	a.closePrompt()
	if a.list.Total == 1 && s.Text != "" && !a.showsView() {
		a.openDetail()
	}
	return nil
}

// acceptName searches for a suggested name instead of the text.
func (s *searchBox) acceptName(n results.NameMatch) tea.Cmd {
	s.history.Add(s.Text)
	s.Set(browse.NameSearch(n))
	return s.Edited(true)
}

// isActive reports whether a search is active and there is a location before it.
func (s *searchBox) isActive() bool { return s.before != nil && s.before.text != s.Text }

// cancel closes the completions, or else the box, and restores the search from before
// it was opened.
func (s *searchBox) cancel() tea.Cmd {
	a := s.app
	switch {
	case s.completion.HasRows():
		s.completion.Close(true)
		return nil
	case s.opened.text == "":
		return a.endSearch()
	}
	a.closePrompt()
	if s.Text == s.opened.text {
		return nil
	}
	before := s.before
	command := a.goTo(s.opened)
	s.before = before
	return command
}

// Closed remembers what is in the box.
func (s *searchBox) Closed() {
	s.history.Add(s.Text)
	s.completion.Close(false)
	s.Selected = false
}

// older shows the previous search, or moves up in the completions; up from the first
// one is the previous search.
func (s *searchBox) older() tea.Cmd {
	if s.completion.Up() {
		return nil
	}
	text, ok := s.history.Older(s.Text)
	return s.recall(text, ok)
}

// newer shows the next search, or moves down in the completions.
func (s *searchBox) newer() tea.Cmd {
	if s.completion.Down() {
		return nil
	}
	text, ok := s.history.Newer()
	return s.recall(text, ok)
}

// recall shows another search in the box.
func (s *searchBox) recall(text string, ok bool) tea.Cmd {
	if !ok {
		return nil
	}
	s.Set(text)
	s.completion.Close(true)
	return s.search()
}

// Row is the box with the meanings of its fields at the right, or the breadcrumbs.
func (s *searchBox) Row() (text.Line, int) {
	a := s.app
	sign := text.Span{Text: "/ ", Tone: text.Focus}
	if !a.typing() && s.Text == "" {
		sign.Tone = text.Muted
	}
	shown, column := s.View(a.glyphs.Method, a.layout.Width-4)
	typed := text.Span{Text: shown}
	room := a.layout.Width - 4 - a.glyphs.Width(text.Line{typed})
	beside := a.glyphs.Truncate(s.meanings.Understood(s.Text, a.words, a.glyphs), room-2, a.glyphs.Tail)
	switch {
	case s.Selected:
		typed.Tone = text.Current
		beside = text.Line{{Text: a.words.Say("type to replace, Space to edit"), Tone: text.Muted}}
	case len(beside) == 0 && !a.typing():
		if beside = a.breadcrumbs(room - 4); len(beside) > 0 {
			sign.Tone = text.Muted
		}
	}
	row := text.Line{{Text: " "}, sign, typed}
	switch {
	case len(beside) > 0:
		row = a.glyphs.Justify(row, append(beside, text.Span{Text: " "}), a.layout.Width, "")
	case s.Text == "" && a.typing():
		row[2] = text.Span{Text: a.words.Say(`words, "exact words", -not, person: place: law: date:2016-05`), Tone: text.Muted}
	case s.Text == "":
		row[2] = text.Span{Text: a.words.Say("search"), Tone: text.Muted}
	}
	return a.glyphs.Truncate(row, a.layout.Width, ""), 3 + column
}

// Over draws the completions. The list begins below them, so that its best rows and the
// one that Enter opens are seen.
func (s *searchBox) Over(width, height int) []text.Line {
	a := s.app
	return s.completion.View(a.format(width), s.menuHeight(height))
}

// menuHeight is the number of lines for the completions, of those below the title.
func (s *searchBox) menuHeight(height int) int {
	if s.app.layout.Menu > 0 {
		return s.app.layout.Menu
	}
	return height
}

// menuLines is the number of lines that the completions need.
func (s *searchBox) menuLines() int {
	if !s.app.typing() {
		return 0
	}
	return s.completion.Lines()
}

// Clicked takes the completion at a position on the screen.
func (s *searchBox) Clicked(x, y int) (tea.Cmd, bool) {
	a := s.app
	p := a.layout.PaneAt(x, y)
	if p < 0 || a.layout.Panes[p].X > 0 {
		return nil, false
	}
	title := a.layout.Search.Y + 1
	if !s.completion.GoToRow(y-title-1, s.menuHeight(a.layout.Bottom.Y-title-1)) {
		return nil, false
	}
	return s.takeCompletion(), true
}

// forgetCounts forgets what typed values mean, since their numbers of cases are those
// under other filters.
func (s *searchBox) forgetCounts() {
	clear(s.meanings)
	s.completion.Hide()
}

// complete updates the completions of the word at the cursor.
func (s *searchBox) complete() {
	a := s.app
	if !a.typing() {
		s.completion.Hide()
		return
	}
	s.completion.Update(s.Text, s.At, s.meanings, a.words)
}

// takeCompletion replaces the word by a completion.
func (s *searchBox) takeCompletion() tea.Cmd {
	a := s.app
	switch {
	case !s.completion.HasRows():
		return nil
	case !s.completion.InsertInto(&s.Input):
		a.notice = a.words.Say("Too long: not inserted.")
		return nil
	}
	return s.Edited(true)
}
