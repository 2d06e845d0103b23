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
	if p := a.layout.PaneAt(x, y); p >= 0 {
		a.moverOf(p).Step(turns * [...]int{layout.Filters: 2, layout.List: 1, layout.Detail: 3, layout.Help: 3}[p])
	}
}

// onClick selects what is under the pointer. A click on the selection does the same as
// Enter, and so does any click on a filter.
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
	p := a.layout.PaneAt(message.X, message.Y)
	if p < 0 {
		return nil
	}
	r := a.layout.Panes[p]
	row := message.Y - r.Y - 1
	if p == layout.List {
		row = a.rowAt(row) // as it is seen, with the menu of the prompt
	}
	a.closePrompt()
	a.notice = ""
	hadFocus := a.focus == p
	a.moveTo(p)
	if found, selected := a.selectAt(p, message.X-r.X, row); found && (hadFocus && selected || p == layout.Filters) {
		return a.onKey(tea.KeyPressMsg{Code: tea.KeyEnter})
	}
	return nil
}

// selectAt selects what is in a column of a row of the list, or of a line of another
// pane. It reports whether there is something, and whether it was selected before.
func (a *App) selectAt(p layout.Pane, x, row int) (found, selected bool) {
	switch p {
	case layout.Filters:
		index := a.filters.Top + row
		if found = row >= 0 && index < len(a.filters.Nodes); found {
			selected = index == a.filters.At
			a.filters.MoveTo(index)
		}
	case layout.List:
		rows := a.rows()
		if found = row >= 0; found {
			selected = row == rows.At
			rows.Move(row)
		}
	case layout.Detail:
		link := a.detail.LinkAt(a.glyphs.Measure, x, row)
		if found = link > 0; found {
			selected = link == a.detail.Link
			a.detail.Link, a.detail.Match = link, 0
		}
	}
	return found, selected
}

// rowAt returns the row on a line of the list, or -1.
func (a *App) rowAt(y int) int {
	if a.list.Total == 0 {
		y -= len(a.emptyLines(a.layout.Panes[layout.List].Width - 3))
	}
	if index, ok := a.rows().RowAt(y); ok {
		return index
	}
	return -1
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
