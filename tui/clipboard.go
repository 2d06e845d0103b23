package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"casebook/model"
	"casebook/model/export"
	"casebook/model/safe"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/layout"
	"casebook/tui/words"
)

// A clipboard is what has been put into the terminal's clipboard, and said of it.
type clipboard struct {
	cited    citation
	tmuxTold bool // what tmux does with the clipboard has been said
}

// copyHere puts what the cursor is on into the terminal's clipboard.
func (a *App) copyHere() tea.Cmd {
	text := a.underCursor()
	return a.send(text, a.words.Say("Copied: %s", text), "")
}

// copyCase puts all of a case into the clipboard.
func (a *App) copyCase() tea.Cmd {
	r := a.detail.loadedCase
	return a.send(document.Case(document.Format{Glyphs: a.glyphs, Words: a.words, Width: document.TextWidth, Attribution: true}, r).String(), a.words.Say("Copied the whole case %s.", safe.Line(r.ID)), "")
}

// send gives a text to the terminal's clipboard (OSC 52). Nothing answers, so the
// notice says what was sent, and what more can be done. A tmux in between may keep
// it to itself: the first time that is said instead of what more can be done.
func (a *App) send(text, copied, more string) tea.Cmd {
	if words.Variable(a.options.Environment, "TMUX") != "" && !a.clipboard.tmuxTold {
		a.clipboard.tmuxTold = true
		more = a.words.Say("tmux needs: set -g set-clipboard on")
	}
	if a.notice = copied + " " + more; !strings.HasSuffix(copied, ".") || more == "" {
		a.notice = a.format(0).Join(copied, more)
	}
	return tea.Raw(ansi.SetSystemClipboard(text))
}

// underCursor is what the cursor is on: a filter, a title, or a link of the
// detail; empty where it is on nothing.
func (a *App) underCursor() string {
	switch a.focus {
	case layout.Filters:
		n, _ := a.filters.Current()
		return safe.Line(n.Label)
	case layout.List:
		if n, ok := a.list.Suggestion(); ok {
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

// cite copies the citation of a case as a sentence; pressed again, as BibTeX,
// as CSL-JSON, and as a sentence again.
func (a *App) cite() tea.Cmd {
	r := a.detail.loadedCase
	if !a.keyboard.repeated || a.clipboard.cited.id != r.ID {
		a.clipboard.cited = citation{id: r.ID}
	}
	form, id := a.clipboard.cited.forms%3, safe.Line(r.ID)
	a.clipboard.cited.forms++
	switch form {
	case 1:
		return a.send(browse.Reference(export.BibTeX, r), a.words.Say("Copied the BibTeX of %s.", id), a.words.Say("Press c again for CSL-JSON."))
	case 2:
		return a.send(browse.Reference(export.CSLJSON, r), a.words.Say("Copied the CSL-JSON of %s.", id), "")
	}
	return a.send(safe.Line(model.Cite(r.Case, r.FromReport)), a.words.Say("Copied the citation of %s.", id), a.words.Say("Press c again for BibTeX."))
}

// A citation is which forms of a case's citation have been copied, one after the
// other. Any other key ends it.
type citation struct {
	id    string // of the case
	forms int
}
