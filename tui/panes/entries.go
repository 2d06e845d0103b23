package panes

import (
	"casebook/model/results"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// Entries is the pane of the rows of a view.
type Entries struct {
	widget.List[results.Entry]
	Most int // the highest count of a row
}

// Set replaces the answer by a new one.
func (e *Entries) Set(view results.View, page results.EntryPage, at, top int) {
	e.Most, e.RowHeight = page.Most, document.EntryLines(view)
	e.Fill(page.Entries, page.Offset, page.Total, at, top)
}

// View draws the rows on the screen.
func (e *Entries) View(f document.Format, view results.View, focused bool) []text.Line {
	f.Width = e.Width - 2
	return e.List.View(f.Glyphs, focused, func(row results.Entry, selected bool) ([]text.Line, text.Span) {
		tone := text.Normal
		if selected || row.Value == "" && view == results.ViewOverview {
			tone = text.Selected
		}
		return f.EntryRow(view, row, e.Most, tone), text.Span{}
	})
}
