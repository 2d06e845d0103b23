package tui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"casebook/tui/layout"
	"casebook/tui/widget"
)

// A mover is a pane in which the keys move a cursor or scroll a text.
type mover interface {
	Step(by int) // rows
	Page(by int) // pages
	ToStart()
	ToEnd()
	Edges() (first, last bool) // whether it is at its beginning, and at its end
}

// mover returns the pane in which the keys move.
func (a *App) mover() mover { return a.moverOf(a.focus) }

func (a *App) moverOf(p layout.Pane) mover {
	switch p {
	case layout.Filters:
		return &a.filters
	case layout.Detail:
		return &a.detail
	case layout.Help:
		return &a.help
	}
	return a.rows()
}

// document returns the text in which n goes to the next match.
func (a *App) document() *widget.Pager {
	if a.focus == layout.Help {
		return &a.help.Pager
	}
	return &a.detail.Pager
}

func inMover(move func(mover)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		move(a.mover())
		return nil
	}
}

// inDetail makes an action that changes the detail.
func inDetail(do func(*detail)) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		do(&a.detail)
		return nil
	}
}

// focusOn makes an action that moves the focus to a pane.
func focusOn(p layout.Pane) func(*App) tea.Cmd {
	return func(a *App) tea.Cmd {
		a.moveTo(p)
		return nil
	}
}

// zoom shows the focused pane alone, or the others again.
func (a *App) zoom() tea.Cmd {
	a.setZoom(!a.zoomed)
	return nil
}

func (a *App) setZoom(zoomed bool) {
	a.zoomed = zoomed
	a.resize(a.layout.Width, a.layout.Height)
}

// openDetail moves the focus to the detail. Where the panes are not side by side it is
// shown alone.
func (a *App) openDetail() {
	a.moveTo(layout.Detail)
	if a.layout.Width < layout.WideWidth {
		a.setZoom(true)
	}
}

// left collapses a heading of the filters, or goes to the pane at the left.
func (a *App) left() tea.Cmd {
	if a.focus == layout.Filters && a.filters.Collapse() {
		return nil
	}
	return a.previousPane()
}

// right expands a heading of the filters, or goes to the pane at the right.
func (a *App) right() tea.Cmd {
	if a.focus == layout.Filters && a.filters.Expand() {
		return nil
	}
	return a.nextPane()
}

func (a *App) previousPane() tea.Cmd {
	a.moveTo(max(a.focus-1, a.firstPane()))
	return nil
}

func (a *App) nextPane() tea.Cmd {
	a.moveTo(min(a.focus+1, layout.Detail))
	return nil
}

// firstPane is the leftmost pane that the arrow keys reach: hidden filters have a key
// of their own.
func (a *App) firstPane() layout.Pane {
	if a.layout.Width >= layout.WideWidth || a.focus == layout.Filters {
		return layout.Filters
	}
	return layout.List
}

func whyNotTo(p layout.Pane) func(*App) string {
	return func(a *App) string { return when(a.focus == p, a.words.Say("This pane already has the focus.")) }
}

func whyNotZoom(a *App) string {
	alone := a.arranged
	alone.Zoomed = false
	r := layout.Arrange(alone).Panes[a.focus]
	return when(r.Width == a.layout.Width && r.Height == a.layout.Bottom.Y-a.layout.Search.Y-1, a.words.Say("This pane has the whole screen already."))
}

func whyNotPreviousPane(a *App) string {
	return cmp.Or(when(a.focus == layout.List && a.firstPane() == layout.List, a.words.Say("No pane to the left. Press f for the filters.")),
		when(a.focus == layout.Filters, a.words.Say("No pane to the left.")))
}

func whyNotLeft(a *App) string {
	if n, ok := a.filters.Current(); a.focus == layout.Filters && ok && (n.Depth > 0 || n.Folds && a.filters.IsOpen(n)) {
		return "" // it folds
	}
	return whyNotPreviousPane(a)
}

func whyNotRight(a *App) string {
	return when(a.focus == layout.Detail, a.words.Say("No pane to the right."))
}
