package tui

import (
	"casebook/model/safe"
	"casebook/tui/document"
	"casebook/tui/words"

	tea "charm.land/bubbletea/v2"
)

// A clipboard is what has been put into the terminal's clipboard, and said of it.
type clipboard struct {
	cited    citation
	tmuxTold bool // what tmux does with the clipboard has been said
}

// copyHere puts what the cursor is on into the terminal's clipboard.
func (a *App) copyHere() tea.Cmd {
	text := a.underCursor()
	return a.send(text, a.words.Say("Sent to the clipboard: %s", text))
}

// copyCase puts all of a case into the clipboard.
func (a *App) copyCase() tea.Cmd {
	r := a.detail.loadedCase
	return a.send(document.Case(document.Format{Glyphs: a.glyphs, Words: a.words, Width: document.TextWidth}, r).String(), a.words.Say("%s sent to the clipboard, whole.", safe.Line(r.ID)))
}

// send gives a text to the terminal's clipboard (OSC 52). Nothing answers, so the
// notice says what was sent. A tmux in between may keep it
// to itself: the first time that is said instead, since one line has no room for both.
func (a *App) send(text, notice string) tea.Cmd {
	if words.Variable(a.options.Environment, "TMUX") != "" && !a.clipboard.tmuxTold {
		a.clipboard.tmuxTold = true
		notice = a.words.Say("Sent. tmux passes it on with: set -g set-clipboard on")
	}
	a.notice = notice
	return tea.SetClipboard(text)
}

// underCursor is what the cursor is on: a filter, a title, or a link of the
// detail; empty where it is on nothing.
func (a *App) underCursor() string {
	switch a.focus {
	case paneFilters:
		n, _ := a.filters.current()
		return safe.Line(n.Label)
	case paneList:
		if n, ok := a.list.offer(); ok {
			return safe.Line(n.Name)
		}
		if e, ok := a.entries.Selected(); ok && a.listing() {
			return safe.Line(a.format(0).EntryText(a.shown.view, e))
		}
		row, _ := a.list.Selected()
		return safe.Line(row.Title)
	}
	return a.detail.LinkText()
}
