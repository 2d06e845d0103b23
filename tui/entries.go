package tui

import (
	"casebook/model"
	"casebook/tui/document"
	"casebook/tui/widget"
)

// entries is the list pane where it shows a view.
type entries struct {
	widget.List[model.Entry]
	most int // the most cases of an entry
}

// set replaces the answer by a new one.
func (l *entries) set(view model.View, page model.EntryPage, at, top int) {
	l.most, l.RowHeight = page.Most, document.EntryLines(view)
	l.Fill(page.Entries, page.Offset, page.Total, at, top)
}
