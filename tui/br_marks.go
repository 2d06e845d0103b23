package tui

import (
	"slices"

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

// query asks for all cases that are marked, whatever is searched.
func (m marks) query() model.Query { return model.Query{Text: "is:marked", Marked: m} }
