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

// A clipboard is what was copied last to the terminal's clipboard, and the notices
// about it.
type clipboard struct {
	cited     citation
	withNotes string // the case that was copied last, when C is pressed again with the reader's notes
	cautioned bool   // the notice to check that the text arrived was shown
}

// copyAtCursor copies what the cursor is on.
func (a *App) copyAtCursor() tea.Cmd {
	text := a.underCursor()
	return a.copyToClipboard(text, a.words.Say("Copied: %s", text), "")
}

// copyCase copies the whole case; pressed again, with the reader's notes.
func (a *App) copyCase() tea.Cmd {
	r := a.detail.loadedCase
	format := document.Format{Glyphs: a.glyphs, Words: a.words, Width: document.TextWidth, Attribution: true}
	notes := a.own.Book.On(r.ID)
	copied, next := a.words.Say("Copied the whole case %s.", safe.Line(r.ID)), ""
	switch again := a.keyboard.repeated && a.clipboard.withNotes == r.ID; {
	case again && len(notes) > 0:
		format.Notes = notes
		copied = a.words.Say("Copied the whole case %s with your note.", safe.Line(r.ID))
		a.clipboard.withNotes = ""
	case len(notes) > 0:
		next = a.words.Say("Press C again to add your note.")
		a.clipboard.withNotes = r.ID
	}
	return a.copyToClipboard(document.Case(format, r).String(), copied, next)
}

// screenPiece is how much GNU screen passes on at once, in bytes; its limit is 768.
const screenPiece = 760

// copyToClipboard sends a text to the terminal's clipboard (OSC 52), and says what was
// copied and what the key does next. The terminal does not answer, so the first time
// the notice asks the reader to check, or says what tmux needs. GNU screen needs the
// sequence wrapped in its own.
func (a *App) copyToClipboard(text, copied, next string) tea.Cmd {
	of := func(name string) string { return words.Variable(a.options.Environment, name) }
	inTmux, inScreen, term := of("TMUX") != "", of("STY") != "", of("TERM")
	if (term == "linux" || term == "dumb") && !inTmux && !inScreen {
		a.notice = a.words.Say("Not copied: this terminal has no clipboard. w exports to a file.")
		return nil
	}
	caution := ""
	switch {
	case a.clipboard.cautioned:
	case inTmux:
		caution = a.words.Say("tmux needs: set -g set-clipboard on")
	default:
		caution = a.words.Say("Paste to check that it arrived.")
	}
	a.clipboard.cautioned = true
	a.notice = copied
	for _, more := range []string{caution, next} {
		said := a.notice + " " + more
		if !strings.HasSuffix(a.notice, ".") {
			said = a.format(0).Join(a.notice, more)
		}
		if more != "" && a.glyphs.Columns(said) < a.layout.Width {
			a.notice = said
		}
	}
	sequence, sent := ansi.SetSystemClipboard(text), ""
	if inTmux || !inScreen {
		sent = sequence
	}
	if inScreen || !inTmux && strings.HasPrefix(term, "screen") { // over SSH the name of the terminal is all that is known
		sent += ansi.ScreenPassthrough(sequence, screenPiece)
	}
	return tea.Raw(sent)
}

// underCursor returns the text under the cursor: a filter, a title, or a link of the
// detail; empty: none.
func (a *App) underCursor() string {
	switch a.focus {
	case layout.Filters:
		n, _ := a.filters.Current()
		return safe.Line(n.Label)
	case layout.List:
		if n, ok := a.list.Suggestion(); ok {
			return safe.Line(n.Name)
		}
		if e, ok := a.entries.Selected(); ok && a.showsView() {
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
		return a.copyToClipboard(browse.Reference(export.BibTeX, r), a.words.Say("Copied the BibTeX of %s.", id), a.words.Say("Press c again for CSL-JSON."))
	case 2:
		return a.copyToClipboard(browse.Reference(export.CSLJSON, r), a.words.Say("Copied the CSL-JSON of %s.", id), "")
	}
	return a.copyToClipboard(safe.Line(model.Cite(r.Case, r.FromReport)), a.words.Say("Copied the citation of %s.", id), a.words.Say("Press c again for BibTeX."))
}

// A citation counts the formats of a case's citation that were copied in a row. Any
// other key ends it.
type citation struct {
	id    string // of the case
	forms int
}
