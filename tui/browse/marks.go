package browse

import "casebook/model"

// Marks are the ids of the cases that the reader has marked, in that order.
// A mark is about an id, so it stays with its case when the report is imported again.
type Marks []string

// Query returns the query for all marked cases.
func (m Marks) Query() model.Query { return model.Query{Text: "is:marked", Marked: m} }
