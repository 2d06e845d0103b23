package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/export"
	"casebook/model/safe"
	"casebook/tui/browse"
)

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
		return a.send(browse.Reference(export.BibTeX, r), a.words.Say("BibTeX of %s sent to the clipboard. c again: CSL-JSON.", id))
	case 2:
		return a.send(browse.Reference(export.CSLJSON, r), a.words.Say("CSL-JSON of %s sent to the clipboard.", id))
	}
	return a.send(safe.Line(model.Cite(r.Case, r.FromReport)), a.words.Say("Citation of %s sent to the clipboard. c again: BibTeX.", id))
}

// A citation is which forms of a case's citation have been copied, one after the
// other. Any other key ends it.
type citation struct {
	id    string // of the case
	forms int
}
