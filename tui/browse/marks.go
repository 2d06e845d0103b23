package browse

import "casebook/model"

// Marks are the ids of the marked cases, in the order of marking. Since a mark is about
// an id, it stays when the report is imported again.
type Marks []string

// Query returns the query for all marked cases.
func (m Marks) Query() model.Query { return model.Query{Text: "is:marked", Marked: m} }
