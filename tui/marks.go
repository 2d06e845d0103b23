package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// mark marks the case at the cursor, or takes its mark off.
func (a *App) mark() tea.Cmd {
	row, ok := a.list.Selected()
	if !ok {
		return nil
	}
	a.marks = a.marks.Toggled(row.ID)
	a.notice = a.words.Say("No case is marked.")
	if len(a.marks) > 0 {
		a.notice = a.words.Say("%d case marked; is:marked finds it, w writes it.|%d cases marked; is:marked finds them, w writes them.", len(a.marks))
	}
	a.rewriteDetail() // the detail says whether its case is marked
	asksForMarks := func(term model.Term) bool { return term.Field == "is" }
	if slices.ContainsFunc(model.ParseText(a.search.Text), asksForMarks) {
		return a.ask(a.stay())
	}
	return nil
}
