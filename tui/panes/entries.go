package panes

import (
	"casebook/model"
	"casebook/tui/document"
	"casebook/tui/widget"
)

// Entries is the pane of the rows of a view.
type Entries struct {
	widget.List[model.Entry]
	Most int // the highest count of a row
}

// Set replaces the answer by a new one.
func (e *Entries) Set(view model.View, page model.EntryPage, at, top int) {
	e.Most, e.RowHeight = page.Most, document.EntryLines(view)
	e.Fill(page.Entries, page.Offset, page.Total, at, top)
}
