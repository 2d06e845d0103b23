package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// wheelRest is how long turns of the wheel are gathered before they count.
const wheelRest = 16 * time.Millisecond

// A wheel gathers turns, so that a fast one is one movement.
type wheel struct {
	turns int // down is positive
	x, y  int
	due   bool
}

// A wheelRested says that gathered turns are to be carried out.
type wheelRested struct{}

// turn gathers a turn of the wheel.
func (a *App) turn(message tea.MouseWheelMsg) tea.Cmd {
	switch message.Button {
	case tea.MouseWheelDown:
		a.wheel.turns++
	case tea.MouseWheelUp:
		a.wheel.turns--
	default:
		return nil
	}
	a.wheel.x, a.wheel.y = message.X, message.Y
	if a.wheel.due || a.blank {
		return nil
	}
	a.wheel.due = true
	return tea.Tick(wheelRest, func(time.Time) tea.Msg { return wheelRested{} })
}

// scrollWheel carries the gathered turns out, in the pane under the pointer.
func (a *App) scrollWheel() {
	turns, x, y := a.wheel.turns, a.wheel.x, a.wheel.y
	a.wheel = wheel{}
	if a.blank {
		return
	}
	switch a.paneAt(x, y) {
	case paneFilters:
		a.filters.move(a.filters.cursor + 2*turns)
	case paneList:
		if a.listing() {
			a.entries.move(a.entries.cursor + turns)
			return
		}
		a.list.move(a.list.cursor + turns)
	case paneDetail:
		a.detail.scroll(a.detail.top + 3*turns)
	case paneHelp:
		a.help.scroll(a.help.top + 3*turns)
	}
}

// paneAt is the pane at a position on the screen, or -1.
func (a *App) paneAt(x, y int) pane {
	for p, r := range a.layout.panes {
		if r.holds(x, y) {
			return pane(p)
		}
	}
	return -1
}

// click selects what is under the pointer; on what is selected, it does what
// Enter does.
func (a *App) click(message tea.MouseClickMsg) tea.Cmd {
	if message.Button != tea.MouseLeft || a.blank || a.layout.tooSmall {
		return nil
	}
	a.saving.open, a.finding.open, a.begun = false, false, true
	if a.palette.open {
		return a.clickCommand(message.Y)
	}
	a.ahead = nil // what the reader points at is what they see now
	if message.Y == a.layout.search.y {
		a.startSearch()
		return nil
	}
	p := a.paneAt(message.X, message.Y)
	if p < 0 {
		return nil
	}
	if row, ok := a.completionAt(message.X, message.Y); ok {
		a.completion.at = row
		return a.takeCompletion()
	}
	r := a.layout.panes[p]
	x, y := message.X-r.x, message.Y-r.y-1
	a.leaveBox()
	a.notice = ""
	same := a.focus == p
	a.moveTo(p)
	switch p {
	case paneFilters:
		index := a.filters.top + y
		if y < 0 || index >= len(a.filters.nodes) {
			return nil
		}
		a.filters.move(index)
		return a.choose()
	case paneList:
		if a.listing() {
			if index, ok := a.entries.at(y); ok {
				again := same && index == a.entries.cursor
				a.entries.move(index)
				if again {
					return a.readCases()
				}
			}
			return nil
		}
		if a.list.total == 0 {
			y -= len(a.emptyLines(r.width - 3))
		}
		if index, ok := a.list.at(y); ok {
			again := same && index == a.list.cursor
			a.list.move(index)
			if again {
				return a.enter()
			}
		}
	case paneDetail:
		if link := a.detail.linkAt(x, y); link > 0 {
			again := link == a.detail.link
			a.detail.link, a.detail.match = link, 0
			if again {
				return a.followLink()
			}
		}
	}
	return nil
}

// clickCommand runs the command at a row of the screen; elsewhere a click closes
// the palette.
func (a *App) clickCommand(y int) tea.Cmd {
	lines := len(a.palette.lines(a.glyphs, a.layout.width, a.layout.height-3, a.words))
	row := y - a.layout.search.y - 1
	if row < 0 || row >= lines-1 {
		a.palette = palette{}
		return nil
	}
	return a.runCommand(a.palette.found[row+menuFirst(len(a.palette.found), a.palette.at, lines)])
}

// toggleMouse gives the mouse to the terminal, or takes it back.
func (a *App) toggleMouse() {
	a.mouse = !a.mouse
	a.notice = a.words.Say("Mouse off: the terminal selects text itself. M turns it on.")
	if a.mouse {
		a.notice = a.words.Say("Mouse on: the wheel scrolls, a click selects. M turns it off.")
	}
}
