package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/ask"
	"casebook/tui/document"
	"casebook/tui/layout"
	"casebook/tui/panes"
	"casebook/tui/private"
	"casebook/tui/text"
)

// A screen is the layout and the focus.
type screen struct {
	layout   layout.Layout
	arranged layout.Request // what the layout was made for
	focus    layout.Pane
	zoomed   bool  // the focused pane is shown alone
	shape    shape // of the list
	blank    bool
	mouse    bool
	notice   string // a word on the bottom line until the next key
	failure  string // why the rows are not the answer to what is asked; empty: they are
}

// View draws the screen.
func (a *App) View() tea.View {
	view := tea.NewView("")
	view.AltScreen = true
	if a.mouse {
		view.MouseMode = tea.MouseModeCellMotion
	}
	var rows []string
	switch l := a.layout; {
	case a.own.Locked() && l.Height > 0:
		row, column := a.prompt.Row()
		rows = []string{a.render(a.glyphs.Truncate(row, l.Width, ""), l.Width), a.render(text.Line{text.New(text.Normal, " "+a.notice)}, l.Width)}
		view.Cursor = tea.NewCursor(column, 0)
	case a.blank || l.Width <= 0 || l.Height <= 0:
		return view
	case l.TooSmall:
		rows = a.asksForRoom()
	default:
		rows = append([]string{a.render(a.topLine(), l.Width), a.render(a.searchLine(), l.Width)}, a.body()...)
		bottom := a.bottomLines()
		rows = rows[:min(len(rows), l.Height-len(bottom))]
		for _, line := range bottom {
			rows = append(rows, a.render(line, l.Width))
		}
		view.Cursor = a.terminalCursor()
	}
	content := strings.Join(rows, "\n")
	if a.glyphs.ASCII {
		content = text.ASCIIPunctuation.Replace(content)
	}
	view.SetContent(content)
	return view
}

// asksForRoom is the sentence of a screen too small for anything else.
func (a *App) asksForRoom() []string {
	sentence := a.words.Say("casebook needs at least %[1]d columns and %[2]d rows.", layout.MinWidth, layout.MinHeight)
	rows := a.glyphs.Wrap(text.Line{{Text: sentence}}, max(a.layout.Width, 1))
	lines := make([]string, a.layout.Height)
	for y := range lines {
		var row text.Line
		if y < len(rows) {
			row = a.glyphs.Truncate(rows[y], a.layout.Width, "")
		}
		lines[y] = a.render(row, a.layout.Width)
	}
	return lines
}

// body draws the panes, from left to right, and the prompt's rows over those that it
// covers.
func (a *App) body() []string {
	top := a.layout.Search.Y + 1
	rows := make([]string, a.layout.Bottom.Y-top)
	wide := a.prompt != nil && a.prompt.IsWide()
	width := 0 // of what the prompt covers
	var uncovered []layout.Pane
	draw := func(p layout.Pane, r layout.Rectangle) {
		for y, row := range a.frame(p, r).Draw(a.glyphs, a.render, r.Width, r.Height) {
			rows[r.Y-top+y] += row
		}
	}
	for p, r := range a.layout.Panes {
		switch p := layout.Pane(p); {
		case r.Width == 0:
		case r.X == 0 || wide && !(p == layout.Detail && a.detailIsBeside()):
			draw(p, r)
			width = r.X + r.Width
		default:
			uncovered = append(uncovered, p)
		}
	}
	if a.prompt != nil {
		a.drawOver(rows, width, wide)
	}
	for _, p := range uncovered {
		draw(p, a.layout.Panes[p])
	}
	return rows
}

// detailIsBeside reports whether the detail is beside filters and list, over the whole
// height. A note is narrow enough to be beside the case where only the list is there too.
func (a *App) detailIsBeside() bool {
	list, detail := a.layout.Panes[layout.List], a.layout.Panes[layout.Detail]
	_, note := a.prompt.(*private.Note)
	return (note || a.layout.Width >= layout.WideWidth && list.X > 0) && detail.X > list.X
}

// drawOver replaces the beginning of rows, up to a width, by what the prompt draws.
func (a *App) drawOver(rows []string, width int, wide bool) {
	edge := ""
	switch {
	case width < a.layout.Width:
		width, edge = width-1, a.glyphs.Edge
	case !wide:
		width, edge = width-1, " "
	}
	if !wide {
		rows = rows[1:] // the title stays
	}
	for y, l := range a.prompt.Over(width, len(rows)) {
		rows[y] = a.render(l, width) + edge
	}
}

// frame is what a pane shows.
func (a *App) frame(p layout.Pane, r layout.Rectangle) panes.Frame {
	f := panes.Frame{Focused: p == a.focus && a.prompt == nil, Last: r.X+r.Width == a.layout.Width}
	switch p {
	case layout.Filters:
		f.Title = "1 " + a.words.Say("Filters")
		if a.filters.Sort != "" {
			f.Title += a.glyphs.Dot + document.FiltersSorted(a.words, a.filters.Sort)
		}
		f.Lines, f.First, f.All = a.filters.View(a.glyphs, a.chosen, f.Focused), a.filters.Top, len(a.filters.Nodes)
	case layout.List:
		a.frameList(&f, r.Width)
		if menu := a.layout.Menu; menu > 0 {
			f.Lines, f.All = append(make([]text.Line, menu), f.Lines...), f.All+menu
		}
	case layout.Help:
		f.Title, f.Position = a.words.Say("Help and about"), a.help.Position(a.words)
		f.Lines, f.First, f.All = a.help.View(), a.help.Top, len(a.help.Lines)
	case layout.Detail:
		f.Title = "3 " + a.words.Say("Detail")
		if a.detail.source {
			f.Title = "3 " + a.words.Say("Source")
		}
		if position := a.detail.Position(a.words); position != "" {
			f.Title += a.glyphs.Dot + position // at the left, since the renderer rewrites what is between two changes of a row
		}
		f.Lines, f.First, f.All = a.detail.View(), a.detail.Top, len(a.detail.Lines)
	}
	return f
}

// frameList adds what the list pane shows: the rows of a view, cases, or that there
// are none.
func (a *App) frameList(f *panes.Frame, width int) {
	f.Title = "2 " + a.words.Say("Cases")
	switch {
	case a.showsView():
		a.frameEntries(f)
		return
	case a.list.Total == 0 && a.shown.view != ask.CasesView:
		f.Title = "2 " + document.ViewLabel(a.words, a.shown.view)
	case a.sort != "" && a.sort != model.SortReport:
		f.Title = "2 " + document.CasesSorted(a.words, a.sort)
	}
	if a.list.Total == 0 {
		for _, l := range a.emptyLines(width - 3) {
			f.Lines = append(f.Lines, append(text.Line{{Text: " "}}, l...))
		}
		if len(a.list.Suggestions) > 1 {
			f.Lines = append(f.Lines, a.list.View(a.format(0), a.sort, f.Focused)...)
		}
		return
	}
	if a.list.At < a.list.Total {
		f.Position = a.list.Place(a.glyphs, a.words)
	}
	f.Lines, f.First, f.All = a.list.View(a.format(0), a.sort, f.Focused), a.list.RowHeight*a.list.Top, a.list.RowHeight*a.list.Total+a.list.HeadRows
}

// terminalCursor returns the position of the terminal's cursor: in the search box, on
// the selected row, or on the current link or match. Screen readers and magnifiers
// follow it.
func (a *App) terminalCursor() *tea.Cursor {
	steady := func(x, y int) *tea.Cursor {
		cursor := tea.NewCursor(x, y)
		cursor.Blink = false
		return cursor
	}
	at := func(p layout.Pane, x, y int) *tea.Cursor {
		r := a.layout.Panes[p]
		if y >= r.Height-1 {
			return nil
		}
		return steady(r.X+x, r.Y+1+y)
	}
	switch {
	case a.prompt != nil:
		if n, ok := a.prompt.(*private.Note); ok {
			x, y := n.CursorAt()
			return steady(x, a.layout.Search.Y+1+y)
		}
		_, column := a.prompt.Row()
		return steady(column, a.layout.Search.Y)
	case a.focus == layout.Filters && len(a.filters.Nodes) > 0:
		return at(layout.Filters, 0, a.filters.At-a.filters.Top)
	case a.focus == layout.List && a.rows().Total > 0:
		return at(layout.List, 0, a.rows().Line())
	case a.focus == layout.List && !a.showsView() && len(a.list.Suggestions) > 1:
		return at(layout.List, 0, len(a.emptyLines(a.layout.Panes[layout.List].Width-3))+a.list.Line())
	case a.focus == layout.Detail:
		x, y, _ := a.detail.CursorAt(a.glyphs.Measure)
		return at(layout.Detail, x, y)
	case a.focus == layout.Help:
		x, y, _ := a.help.CursorAt(a.glyphs.Measure)
		return at(layout.Help, x, y)
	}
	return nil
}
