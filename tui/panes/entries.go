package panes

import (
	"casebook/model"
	"casebook/model/results"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// Entries is the pane of the rows of a view.
type Entries struct {
	widget.List[results.Entry]
	Table bool // a row is one line, in columns, where its view has a table
	Most  int  // the highest count of a row
	view  results.View
}

// SetSize takes the size of the pane, in cells.
func (e *Entries) SetSize(width, height int) {
	e.HeadRows, e.RowHeight = 0, document.EntryLines(e.view, width < minOneLine && height >= minTwoLines)
	if _, ok := e.table(); ok {
		e.HeadRows, e.RowHeight = 1, 1
	}
	e.List.SetSize(width, height)
}

func (e *Entries) table() (document.Table[results.Entry], bool) {
	table, ok := document.EntryTable(e.view)
	return table, ok && e.Table
}

// Set replaces the answer by a new one.
func (e *Entries) Set(view results.View, page results.EntryPage, at, top int) {
	e.Most, e.view = page.Most, view
	e.SetSize(e.Width, e.Height+e.HeadRows+e.Covered)
	e.Fill(page.Entries, page.Offset, page.Total, at, top)
}

// View draws the rows on the screen, sorted in an order.
func (e *Entries) View(f document.Format, sort model.Sort, focused bool) []text.Line {
	f.Width = e.Width - 2
	table, ok := e.table()
	table = table.SortedBy(sort)
	lines := e.List.View(f.Glyphs, focused, func(row results.Entry, selected bool) ([]text.Line, text.Span) {
		tone := text.Normal
		if selected || row.Value == "" && e.view == results.ViewOverview {
			tone = text.Selected
		}
		if ok {
			return []text.Line{table.Row(f, row, tone)}, text.Span{}
		}
		return f.EntryRow(e.view, row, e.Most, tone, e.RowHeight), text.Span{}
	})
	if ok {
		lines = append([]text.Line{append(text.Line{{Text: " "}}, table.Head(f)...)}, lines...)
	}
	return lines
}
