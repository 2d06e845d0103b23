package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"

	"casebook/tui/words"
)

// A palette is the line in which a command is called by its name, and the
// commands that what is typed may mean.
type palette struct {
	input
	open     bool
	commands []command // all of them, in the order in which they are offered
	found    []command
	at       int    // in found
	meant    string // the text that is the id of a case
}

// A command is something that can be done by its name.
type command struct {
	name   string
	also   string // other names that it is found by, the same in every language
	stands string // what Tab completes it to, where that is not its name
	keys   string // what leads to it without the palette
	beside string // what is said beside it
	reason string // why it would do nothing now
	typed  bool   // it is offered only once something is typed
	run    func() tea.Cmd

	taken map[int]bool // the runes of the name that match
	rank  int          // how it is found; the lower, the better
	score int
}

// The palette takes at most so many rows of the screen.
const paletteRows = 14

// openPalette asks for a command.
func (a *App) openPalette() {
	a.palette = palette{open: true, commands: a.commands(a.where())}
	a.palette.find(a.calls)
}

// find lists the commands that what is typed may mean, the best first: those
// of which it begins words before those that only have its letters, and of both
// what can be done before the values of filters. Of equal ones the shorter name
// is the nearer; where nothing is typed, those come first that do something now.
func (p *palette) find(calls func(text string) []command) {
	p.found, p.at = nil, 0
	text := strings.TrimSpace(p.text)
	for _, c := range p.commands {
		if text == "" && c.typed {
			continue
		}
		if c.match(text) {
			p.found = append(p.found, c)
		}
	}
	slices.SortStableFunc(p.found, func(a, b command) int {
		if idle := func(c command) int { return min(len(c.reason), 1) }; idle(a) != idle(b) && text == "" {
			return idle(a) - idle(b)
		}
		return cmp.Or(a.rank-b.rank, b.score-a.score, a.words(text)-b.words(text))
	})
	if text == "" {
		return
	}
	called := calls(text)
	if p.meant == text {
		p.found = append([]command{called[0]}, p.found...)
		called = called[1:]
	}
	p.found = append(p.found, called...)
}

// How a command is found, the best way first.
const (
	actionBegins = iota // words of it begin with what is typed
	valueBegins
	actionHas // it has the letters in their order
	valueHas
)

// match says whether a command is found by a text, and keeps how.
func (c *command) match(text string) bool {
	score, taken, ok := fuzzy(text, c.name)
	alsoScore, _, also := fuzzy(text, c.also)
	if !ok && !also {
		return false
	}
	c.rank, c.score, c.taken = actionHas, score, taken
	switch {
	case beginsWords(text, c.name):
		c.rank = actionBegins
	case beginsWords(text, c.also):
		c.rank, c.score = actionBegins, alsoScore
	case !ok:
		c.score = alsoScore
	}
	if c.typed {
		c.rank++
	}
	return true
}

// words is how many words a command's name has, which tells apart what is found
// alike; nothing is where nothing is typed.
func (c command) words(text string) int {
	if text == "" {
		return 0
	}
	return len(strings.Fields(c.name))
}

// mayBeID says whether a text may be the id of a case.
func mayBeID(text string) bool {
	return strings.ContainsFunc(text, unicode.IsDigit) && !strings.ContainsFunc(text, unicode.IsSpace)
}

// An idMeant says that a text typed in the palette is the id of a case.
type idMeant struct{ text string }

// listCommands lists what the palette's text may mean, and asks whether it is an id.
func (a *App) listCommands() tea.Cmd {
	a.palette.find(a.calls)
	text := strings.TrimSpace(a.palette.text)
	if !mayBeID(text) || a.palette.meant == text {
		return nil
	}
	library := a.library
	return func() tea.Msg {
		if _, err := library.Case(context.Background(), text); err != nil {
			return nil // it is offered all the same, but not before what is found
		}
		return idMeant{text}
	}
}

// meant puts the case first of which the id is typed.
func (a *App) meant(message idMeant) {
	if p := &a.palette; p.open && strings.TrimSpace(p.text) == message.text {
		p.meant = message.text
		p.find(a.calls)
	}
}

// calls are the commands that take what is typed itself: a case by its id comes
// first, and a search last.
func (a *App) calls(text string) []command {
	var all []command
	if mayBeID(text) {
		all = append(all, command{name: a.words.Say("open case %s", text), stands: text, run: func() tea.Cmd { return a.callCase(text) }})
	}
	return append(all, command{name: a.words.Say("search for %s", text), stands: text, run: func() tea.Cmd {
		a.startSearch()
		a.search.set(text)
		a.leaveBox()
		return a.searched()
	}})
}

// command takes an action in while a command is being called.
func (a *App) command(action Action) tea.Cmd {
	p := &a.palette
	switch action {
	case Cancel:
		p.open = false
	case Newer:
		p.at++
	case Older:
		p.at--
	case PageDown:
		p.at = min(p.at+paletteRows-2, len(p.found)-1)
	case PageUp:
		p.at = max(p.at-paletteRows+2, 0)
	case Complete:
		if c := p.found[p.at]; c.stands == "" { // else it is written out already
			p.set(c.name)
			return a.listCommands()
		}
	case Accept:
		return a.runCommand(p.found[p.at])
	default:
		if p.Update(action) {
			return a.listCommands()
		}
	}
	return nil
}

// runCommand closes the palette and does what was called.
func (a *App) runCommand(c command) tea.Cmd {
	a.palette = palette{}
	if c.reason != "" {
		a.notice = c.reason
		return nil
	}
	return c.run()
}

// reason says why an action would do nothing in the palette.
func (p *palette) reason(action Action, w words.Words) string {
	switch {
	case (action == Older || action == PageUp) && p.at == 0:
		return w.Say("This is the first command.")
	case (action == Newer || action == PageDown) && p.at >= len(p.found)-1:
		return w.Say("This is the last command.")
	case (action == Accept || action == Complete) && len(p.found) == 0:
		return w.Say("There is no such command.")
	}
	return ""
}

// lines draws the palette over the panes.
func (p *palette) lines(s text.Glyphs, width, height int, w words.Words) []text.Line {
	rows := make([]menuRow, len(p.found))
	for i, c := range p.found {
		tone := text.Normal
		switch {
		case i == p.at:
			tone = text.Selected
		case c.reason != "":
			tone = text.Muted
		}
		rows[i] = menuRow{left: markedAt(tone, c.name, c.taken)}
		beside := text.Line{text.New(text.Muted, c.beside)}
		if c.keys != "" {
			beside = text.Line{text.New(text.Title, s.Keys(c.keys))}
		}
		rows[i].right = beside
	}
	keys := text.Line{text.New(text.Muted, w.Say("Enter runs")+s.Dot+w.Say("Tab completes")+s.Dot+w.Say("Esc closes"))}
	if p.at < len(p.found) && p.found[p.at].reason != "" {
		keys = text.Line{text.New(text.Muted, p.found[p.at].reason)}
	}
	return menuLines(s, rows, p.at, width, min(height, paletteRows, len(rows)+1), keys)
}
