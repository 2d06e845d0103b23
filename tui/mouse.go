package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"casebook/tui/layout"
)

// wheelDelay is how long turns of the wheel are added up before they scroll.
const wheelDelay = 16 * time.Millisecond

// A wheel adds up turns, so that fast ones are one movement.
type wheel struct {
	turns        int // down is positive
	x, y         int
	timerRunning bool
}

// A wheelDone says that the delay is over.
type wheelDone struct{}

// onWheel adds a turn of the wheel.
func (a *App) onWheel(message tea.MouseWheelMsg) tea.Cmd {
	switch message.Button {
	case tea.MouseWheelDown:
		a.wheel.turns++
	case tea.MouseWheelUp:
		a.wheel.turns--
	default:
		return nil
	}
	a.wheel.x, a.wheel.y = message.X, message.Y
	if a.wheel.timerRunning || a.blank {
		return nil
	}
	a.wheel.timerRunning = true
	return tea.Tick(wheelDelay, func(time.Time) tea.Msg { return wheelDone{} })
}

// onWheelDone scrolls the pane under the pointer by the turns.
func (a *App) onWheelDone() {
	turns, x, y := a.wheel.turns, a.wheel.x, a.wheel.y
	a.wheel = wheel{}
	if a.blank {
		return
	}
	switch a.paneAt(x, y) {
	case layout.Filters:
		a.filters.MoveTo(a.filters.At + 2*turns)
	case layout.List:
		if a.showsView() {
			a.entries.Move(a.entries.At + turns)
			return
		}
		a.list.Move(a.list.At + turns)
	case layout.Detail:
		a.detail.Scroll(a.detail.Top + 3*turns)
	case layout.Help:
		a.help.Scroll(a.help.Top + 3*turns)
	}
}

// paneAt is the pane at a position on the screen, or -1.
func (a *App) paneAt(x, y int) layout.Pane {
	for p, r := range a.layout.Panes {
		if r.Holds(x, y) {
			return layout.Pane(p)
		}
	}
	return -1
}

// onClick selects what is under the pointer. A click on the selection does the same as
// Enter.
func (a *App) onClick(message tea.MouseClickMsg) tea.Cmd {
	if message.Button != tea.MouseLeft || a.blank || a.layout.TooSmall {
		return nil
	}
	a.keyboard.used = true
	if a.prompt != nil {
		if command, ok := a.prompt.Clicked(message.X, message.Y); ok {
			return command
		}
	}
	a.keyboard.typedAhead = nil // what the reader points at is what they see now
	if message.Y == a.layout.Search.Y {
		return a.openSearch()
	}
	p := a.paneAt(message.X, message.Y)
	if p < 0 {
		return nil
	}
	r := a.layout.Panes[p]
	x, y := message.X-r.X, message.Y-r.Y-1
	index, onRow := a.rowAt(y) // as it is seen, with the menu of the prompt
	a.closePrompt()
	a.notice = ""
	same := a.focus == p
	a.moveTo(p)
	switch p {
	case layout.Filters:
		index := a.filters.Top + y
		if y < 0 || index >= len(a.filters.Nodes) {
			return nil
		}
		a.filters.MoveTo(index)
		return a.choose()
	case layout.List:
		if a.showsView() {
			if onRow {
				again := same && index == a.entries.At
				a.entries.Move(index)
				if again {
					return a.readCases()
				}
			}
			return nil
		}
		if onRow {
			again := same && index == a.list.At
			a.list.Move(index)
			if again {
				return a.enterDetail()
			}
		}
	case layout.Detail:
		if link := a.detail.LinkAt(a.glyphs.Measure, x, y); link > 0 {
			again := link == a.detail.Link
			a.detail.Link, a.detail.Match = link, 0
			if again {
				return a.followLink()
			}
		}
	}
	return nil
}

// rowAt is the index of the row on a line of the list.
func (a *App) rowAt(y int) (int, bool) {
	switch {
	case a.showsView():
		return a.entries.RowAt(y)
	case a.list.Total == 0:
		y -= len(a.emptyLines(a.layout.Panes[layout.List].Width - 3))
	}
	return a.list.RowAt(y)
}

// toggleMouse gives the mouse to the terminal, or takes it back.
func (a *App) toggleMouse() tea.Cmd {
	a.mouse = !a.mouse
	a.notice = a.words.Say("Mouse off: you can now select text with the terminal. M turns it on.")
	if a.mouse {
		a.notice = a.words.Say("Mouse on: the wheel scrolls, a click selects. M turns it off.")
	}
	return nil
}
