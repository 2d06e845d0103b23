package browse

import (
	"slices"

	"casebook/model"
)

// Marks are the ids of the cases that the reader has marked, in that order.
// They live in memory and end with the session. A mark is about an id, so it
// stays with its case when the report is imported again.
type Marks []string

// Toggled returns the marks with one for a case, or without it where it had one.
// They are a copy: a slice that a query has is never written to.
func (m Marks) Toggled(id string) Marks {
	if slices.Contains(m, id) {
		return slices.DeleteFunc(slices.Clone(m), func(marked string) bool { return marked == id })
	}
	return append(slices.Clone(m), id)
}

// Query returns the query for all marked cases.
func (m Marks) Query() model.Query { return model.Query{Text: "is:marked", Marked: m} }
