package tui

import (
	"strings"

	"casebook/tui/document"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/export"
	"casebook/model/safe"
)

// A citing is which forms of a case's citation have been copied, one after the
// other. Any other key ends it.
type citing struct {
	id    string // of the case
	forms int
}

// cite copies the citation of a case as a sentence; pressed again, as BibTeX,
// as CSL-JSON, and as a sentence again.
func (a *App) cite(r document.LoadedCase) tea.Cmd {
	if a.citing.id != r.ID {
		a.citing = citing{id: r.ID}
	}
	form, id := a.citing.forms%3, safe.Line(r.ID)
	a.citing.forms++
	switch form {
	case 1:
		return a.send(reference(export.BibTeX, r), a.words.Say("BibTeX of %s sent to the clipboard. c again: CSL-JSON.", id))
	case 2:
		return a.send(reference(export.CSLJSON, r), a.words.Say("CSL-JSON of %s sent to the clipboard.", id))
	}
	return a.send(safe.Line(model.Cite(r.Case, r.FromReport)), a.words.Say("Citation of %s sent to the clipboard. c again: BibTeX.", id))
}

// reference is the citation of a case as a program that keeps references takes it.
func reference(format export.Format, r document.LoadedCase) string {
	var text strings.Builder
	pack := model.Pack{Report: r.FromReport, Cases: []model.Case{r.Case}}
	export.Write(&text, format, []model.Pack{pack}, export.Of(pack)) // to memory: it does not fail
	return text.String()
}
