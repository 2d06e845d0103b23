package tui

import (
	"casebook/model/safe"
	"casebook/tui/document"

	tea "charm.land/bubbletea/v2"
)

// copy puts the citation of the case, or all of it, into the terminal's
// clipboard (OSC 52). Nothing answers, so the word of confirmation says what
// was sent.
func (a *App) copy(action Action) tea.Cmd {
	if action == CopyHere {
		text := a.underCursor()
		return a.send(text, a.words.Say("Sent to the clipboard: %s", text))
	}
	r := a.detail.reading
	if action == CopyCitation {
		return a.cite(r)
	}
	return a.send(document.Case(document.Format{Glyphs: a.glyphs, Words: a.words, Width: document.TextWidth}, r).String(), a.words.Say("%s sent to the clipboard, whole.", safe.Line(r.ID)))
}

// send gives a text to the clipboard and says so. A tmux in between may keep it
// to itself: the first time that is said instead, since one line has no room for both.
func (a *App) send(text, notice string) tea.Cmd {
	if environment(a.options.Environment, "TMUX") != "" && !a.tmuxTold {
		a.tmuxTold = true
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
		return safe.Line(n.label)
	case paneList:
		if n, ok := a.list.offer(); ok {
			return safe.Line(n.Name)
		}
		if e, ok := a.entries.selected(); ok && a.listing() {
			return safe.Line(a.writing(0).EntryText(a.answered.view, e))
		}
		row, _ := a.list.selected()
		return safe.Line(row.Title)
	}
	return a.detail.linkText()
}
