package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// marks are the ids of the cases that the reader has marked, in that order.
// They live in memory and end with the session. A mark hangs on the id, so it
// stays with its case when the case's report is imported again.
type marks []string

// toggled are the marks with one for a case, or without it where it had one.
// They are new ones: a slice that a query has is never written to.
func (m marks) toggled(id string) marks {
	if slices.Contains(m, id) {
		return slices.DeleteFunc(slices.Clone(m), func(marked string) bool { return marked == id })
	}
	return append(slices.Clone(m), id)
}

// mark marks the case at the cursor, or takes its mark off.
func (a *App) mark() tea.Cmd {
	row, ok := a.list.selected()
	if !ok {
		return nil
	}
	a.marks = a.marks.toggled(row.ID)
	a.notice = a.words.Say("No case is marked.")
	if len(a.marks) > 0 {
		a.notice = a.words.Say("%d case marked; is:marked finds it, w writes it.|%d cases marked; is:marked finds them, w writes them.", len(a.marks))
	}
	a.write() // the detail says whether its case is marked
	asksForMarks := func(term model.Term) bool { return term.Field == "is" }
	if slices.ContainsFunc(model.ParseText(a.search.text), asksForMarks) {
		return a.ask(a.stay())
	}
	return nil
}

// query asks for all cases that are marked, whatever is searched.
func (m marks) query() model.Query { return model.Query{Text: "is:marked", Marked: m} }
