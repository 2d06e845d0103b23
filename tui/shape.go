package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/document"
	"casebook/tui/layout"
)

// A shape is how the list shows its rows.
type shape int

const (
	byWidth shape = iota // a table where there is room for one
	cards
	table
)

// mostFew is up to how many cases leave their room to the detail.
const mostFew = 3

// tabled says whether the list is a table on a screen of a width.
func (a *App) tabled(width int) bool {
	if !hasTable(a.shown.view) {
		return false
	}
	return a.shape == table || a.shape == byWidth && width >= layout.TableWidth
}

// hasTable says whether the rows of a view can be a table: those of the others have
// nothing to put into columns.
func hasTable(view results.View) bool {
	_, ok := document.EntryTable(view)
	return ok || view == ask.CasesView
}

// fewLines is how many lines the list needs where it has few cases; 0: many.
func (a *App) fewLines() int {
	if a.listing() || a.shown.view != ask.CasesView || a.list.TotalUnknown || a.list.Total == 0 || a.list.Total > mostFew {
		return 0
	}
	if a.tabled(a.layout.Width) {
		return a.list.Lines(1)
	}
	return a.list.Lines(2) // over the whole width a title has one line
}

// reshape shows the list as a table, or as it was.
func (a *App) reshape() tea.Cmd {
	if a.tabled(a.layout.Width) {
		a.shape = cards
	} else {
		a.shape = table
	}
	a.notice = a.words.Say("List")
	if a.shape == table {
		a.notice = a.words.Say("Table. o sorts it by another column.")
	}
	a.resize(a.layout.Width, a.layout.Height)
	return nil
}

func whyNotReshape(a *App) string {
	if !hasTable(a.view) {
		return a.words.Say("This view has no table.")
	}
	return ""
}
