package tui

import (
	"strings"

	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// copyHere puts what the cursor is on into the terminal's clipboard.
func (a *App) copyHere() tea.Cmd {
	text := a.underCursor()
	return a.send(text, a.words.Say("Sent to the clipboard: %s", text))
}

// copyCase puts all of a case into the clipboard.
func (a *App) copyCase() tea.Cmd {
	r := a.detail.reading
	return a.send(plainText(caseDocument(writing{glyphs: a.glyphs, words: a.words, width: textWidth}, r)), a.words.Say("%s sent to the clipboard, whole.", text.Clean(r.ID)))
}

// send gives a text to the terminal's clipboard (OSC 52). Nothing answers, so the
// notice says what was sent. A tmux in between may keep it
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
		return text.Clean(n.label)
	case paneList:
		if n, ok := a.list.offer(); ok {
			return text.Clean(n.Name)
		}
		if e, ok := a.entries.selected(); ok && a.listing() {
			return text.Clean(a.writing(0).copied(a.answered.view, e))
		}
		row, _ := a.list.selected()
		return text.Clean(row.Title)
	}
	return a.detail.linkText()
}

// copied is what is copied of a row of a view: of a figure all that bounds it
// and who says so, and of a sensitive case its title alone.
func (w writing) copied(view model.View, e model.Entry) string {
	switch {
	case view != model.ViewFigures:
		return w.entryLabel(e)
	case sensitive(e.Sensitivity):
		return e.Title
	}
	text := w.figure(e.Figure) + " " + e.Figure.Counts
	if said := w.saidBy(e); said != "" {
		text += " (" + said + ")"
	}
	return text
}

// plainText is a document without its looks.
func plainText(d document) string {
	var text strings.Builder
	for _, l := range d.lines {
		text.WriteString(strings.TrimRight(l.String(), " ") + "\n")
	}
	return strings.TrimRight(text.String(), "\n") + "\n"
}
