package tui

import (
	"slices"
	"strings"
	"unicode"

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
	at       int // in found
}

// A command is something that can be done by its name.
type command struct {
	name   string
	also   string // another name that it is found by, the same in every language
	keys   string // what leads to it without the palette
	beside string // what is said beside it
	reason string // why it would do nothing now
	typed  bool   // it is offered only once something is typed
	run    func() tea.Cmd

	taken map[int]bool // the runes of the name that match
	score int
}

// The palette takes at most so many rows and columns of the screen.
const paletteRows, paletteWidth = 14, 80

// openPalette asks for a command.
func (a *App) openPalette() {
	a.palette = palette{open: true, commands: a.commands(a.where())}
	a.palette.find(a.calls)
}

// find lists the commands that what is typed may mean, the best first; of equal
// ones those that do something now.
func (p *palette) find(calls func(text string) []command) {
	p.found, p.at = nil, 0
	text := strings.TrimSpace(p.text)
	for _, c := range p.commands {
		if text == "" && c.typed {
			continue
		}
		var ok bool
		if c.score, c.taken, ok = fuzzy(text, c.name); !ok && c.also != "" {
			c.score, _, ok = fuzzy(text, c.also)
		}
		if ok {
			p.found = append(p.found, c)
		}
	}
	slices.SortStableFunc(p.found, func(a, b command) int {
		if idle := func(c command) int { return min(len(c.reason), 1) }; idle(a) != idle(b) && text == "" {
			return idle(a) - idle(b)
		}
		return b.score - a.score
	})
	if text != "" {
		p.found = append(p.found, calls(text)...)
	}
}

// calls are the commands that take what is typed itself: a case by its id comes
// first where there is nothing else, and a search last.
func (a *App) calls(text string) []command {
	var all []command
	if strings.ContainsFunc(text, unicode.IsDigit) && !strings.ContainsFunc(text, unicode.IsSpace) {
		all = append(all, command{name: a.words.Say("open case %s", text), run: func() tea.Cmd { return a.callCase(text) }})
	}
	return append(all, command{name: a.words.Say("search for %s", text), run: func() tea.Cmd {
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
		p.set(p.found[p.at].name)
		p.find(a.calls)
	case Accept:
		return a.runCommand(p.found[p.at])
	default:
		if p.Update(action) {
			p.find(a.calls)
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
func (p *palette) reason(action Action, words words.Words) string {
	switch {
	case (action == Older || action == PageUp) && p.at == 0:
		return words.Say("This is the first command.")
	case (action == Newer || action == PageDown) && p.at >= len(p.found)-1:
		return words.Say("This is the last command.")
	case (action == Accept || action == Complete) && len(p.found) == 0:
		return words.Say("There is no such command.")
	}
	return ""
}

// lines draws the palette over the panes.
func (p *palette) lines(s signs, width, height int, words words.Words) []line {
	rows := make([]menuRow, len(p.found))
	for i, c := range p.found {
		tone := toneText
		switch {
		case i == p.at:
			tone = toneSelected
		case c.reason != "":
			tone = toneMuted
		}
		rows[i] = menuRow{left: markedAt(tone, c.name, c.taken)}
		beside := line{say(toneMuted, c.beside)}
		if c.keys != "" {
			beside = line{say(toneTitle, s.keys(c.keys))}
		}
		rows[i].right = beside
	}
	keys := line{say(toneMuted, words.Say("Enter runs")+s.dot+words.Say("Tab completes")+s.dot+words.Say("Esc closes"))}
	if p.at < len(p.found) && p.found[p.at].reason != "" {
		keys = line{say(toneMuted, p.found[p.at].reason)}
	}
	return menuLines(s, rows, p.at, width, min(height, paletteRows, len(rows)+1), keys)
}
