package tui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/tui/ask"
	"casebook/tui/document"
	"casebook/tui/layout"
	"casebook/tui/private"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A screen is what is shown, and where the keys go.
type screen struct {
	layout   layout.Layout
	arranged layout.Request // what the layout was made for
	focus    layout.Pane
	zoomed   bool  // the pane that has the keys has all of the room
	shape    shape // of the list
	blank    bool
	mouse    bool
	notice   string // a word on the bottom line until the next key
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
		rows = append(rows, a.render(a.bottomLine(), l.Width))
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
	sentence := a.words.Say("casebook needs at least %[1]d columns and %[2]d rows.", layout.LeastWidth, layout.LeastHeight)
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

// over is what the prompt draws over the panes.
func (a *App) over(width, height int) (rows []text.Line, wide bool) {
	if a.prompt == nil {
		return nil, false
	}
	return a.prompt.Over(width, height)
}

// body draws the panes. What the prompt draws lies over them: below the title of
// the first, or wide over all of them but a detail at the right, where there is room.
func (a *App) body() []string {
	top := a.layout.Search.Y + 1
	rows := make([]string, a.layout.Bottom.Y-top)
	draw := func(p layout.Pane) (end int) {
		r := a.layout.Panes[p]
		if r.Width > 0 {
			for y, row := range a.frame(p, r) {
				rows[r.Y-top+y] += row
			}
		}
		return r.X + r.Width
	}
	cover := func(end int, wanted bool) {
		width, edge, from := end, "", 0
		switch {
		case end < a.layout.Width:
			width, edge = end-1, a.glyphs.Edge
		case !wanted:
			width, edge = end-1, " "
		}
		if !wanted {
			from = 1 // the title stays
		}
		if over, wide := a.over(width, len(rows)-from); wide == wanted {
			for y, l := range over {
				rows[from+y] = a.render(l, width) + edge
			}
		}
	}
	var others []layout.Pane
	end := 0
	for p := range a.layout.Panes {
		switch r := a.layout.Panes[p]; {
		case r.Width > 0 && r.X > 0:
			others = append(others, layout.Pane(p))
		case r.Width > 0:
			end = draw(layout.Pane(p))
		}
	}
	cover(end, false)
	beside := a.layout.Width >= layout.WideWidth && len(others) > 1 && a.layout.Panes[layout.Detail].Height == len(rows)
	for _, p := range others {
		if beside && p == layout.Detail {
			cover(a.layout.Panes[p].X, true)
		}
		draw(p)
	}
	if !beside {
		cover(a.layout.Width, true)
	}
	return rows
}

// frame draws a pane with its title above, and its edge at the right. The rule
// under the keys' pane is heavy; the edge is the scrollbar where one is needed.
func (a *App) frame(p layout.Pane, r layout.Rectangle) []string {
	title, position, lines, first, all := a.content(p, r)
	last := r.X+r.Width == a.layout.Width
	focused := p == a.focus && a.prompt == nil
	rule, corner, tone, ruleTone := a.glyphs.Rule, a.glyphs.Corner, text.Muted, text.Rule
	if focused {
		rule, corner, tone, ruleTone = a.glyphs.FocusRule, a.glyphs.FocusCorner, text.Focus, text.Focus
	}
	if last {
		corner = rule
	}
	left := text.Line{{Text: rule + " ", Tone: ruleTone}, text.New(tone, title), {Text: " "}}
	right := text.Line{}
	if position != "" {
		right = text.Line{text.New(text.Normal, " "+position+" "), {Text: rule, Tone: ruleTone}}
	}
	left = a.glyphs.Truncate(left, r.Width-1-a.glyphs.Width(right), a.glyphs.Tail)
	gap := max(r.Width-1-a.glyphs.Width(left)-a.glyphs.Width(right), 0)
	top := append(append(left, text.Span{Text: strings.Repeat(rule, gap), Tone: ruleTone}), right...)
	rows := []string{a.render(top, r.Width-1) + a.render(text.Line{{Text: corner, Tone: ruleTone}}, 1)}

	height := r.Height - 1
	thumbFrom, thumbTo := layout.Thumb(height, first, all)
	for y := range height {
		var row text.Line
		if y < len(lines) {
			row = a.glyphs.Truncate(lines[y], r.Width-1, a.glyphs.Tail)
		}
		edge := a.glyphs.Edge
		switch {
		case y >= thumbFrom && y < thumbTo:
			edge = a.glyphs.Thumb
		case last:
			edge = " "
		}
		rows = append(rows, a.render(row, r.Width-1)+edge)
	}
	return rows
}

// content is what a pane shows: its title, its position, its rows, and for the
// scrollbar the first of how many.
func (a *App) content(p layout.Pane, r layout.Rectangle) (title, position string, lines []text.Line, first, all int) {
	focused := p == a.focus && a.prompt == nil
	switch p {
	case layout.Filters:
		title = "1 " + a.words.Say("Filters")
		if a.filters.Sort != "" {
			title += a.glyphs.Dot + document.FiltersSorted(a.words, a.filters.Sort)
		}
		return title, "", a.filters.View(a.glyphs, a.chosen, focused), a.filters.Top, len(a.filters.Nodes)
	case layout.List:
		title = "2 " + a.words.Say("Cases")
		if a.sort != "" && a.sort != model.SortReport {
			title = "2 " + document.CasesSorted(a.words, a.sort)
		}
		if a.listing() {
			return a.entriesContent(focused)
		}
		if a.list.Total == 0 {
			if a.shown.view != ask.CasesView {
				title = "2 " + document.ViewLabel(a.words, a.shown.view)
			}
			for _, l := range a.emptyLines(r.Width - 3) {
				lines = append(lines, append(text.Line{{Text: " "}}, l...))
			}
			if len(a.list.Suggestions) > 1 {
				lines = append(lines, a.list.View(a.format(0), a.sort, focused)...)
			}
			return title, "", lines, 0, 0
		}
		if a.list.At < a.list.Total {
			position = a.place(a.list.At, a.list.Total)
		}
		return title, position, a.list.View(a.format(0), a.sort, focused), a.list.RowHeight * a.list.Top, a.list.RowHeight*a.list.Total + a.list.HeadRows
	case layout.Help:
		return a.words.Say("Help and about"), a.readerPosition(&a.help.Pager), a.help.View(), a.help.Top, len(a.help.Lines)
	}
	title = "3 " + a.words.Say("Detail")
	if a.detail.source {
		title = "3 " + a.words.Say("Source")
	}
	if position := a.readerPosition(&a.detail.Pager); position != "" {
		title += a.glyphs.Dot + position // at the left: what stands between two changes in a row is written anew
	}
	return title, "", a.detail.View(), a.detail.Top, len(a.detail.Lines)
}

// place says where in a list the cursor is, as wide for each row: what stands
// still is not written anew.
func (a *App) place(cursor, total int) string {
	all := a.words.Number(total)
	return fmt.Sprintf("%*s/%s", a.glyphs.Columns(all), a.words.Number(cursor+1), all)
}

// readerPosition says at which match a reader is, or how much is to come.
func (a *App) readerPosition(r *widget.Pager) string {
	if count := r.Matches(); count > 0 {
		if r.Match > 0 {
			return a.words.Say("%[2]d/%[1]d match|%[2]d/%[1]d matches", count, r.Match)
		}
		return a.words.Say("%d match|%d matches", count)
	}
	switch more := len(r.Lines) - r.Height; {
	case more <= 0 || r.Top == 0:
		return "" // the scrollbar says enough
	case r.Top == more:
		return a.words.Say("end")
	default:
		return strconv.Itoa(100*r.Top/more) + "%"
	}
}

// terminalCursor is where the terminal's own cursor stands: in the search box, on the
// selected row, or on the link or match that the reader is at. Screen readers
// and magnifiers follow it.
func (a *App) terminalCursor() *tea.Cursor {
	at := func(p layout.Pane, x, y int) *tea.Cursor {
		r := a.layout.Panes[p]
		if y >= r.Height-1 {
			return nil
		}
		cursor := tea.NewCursor(r.X+x, r.Y+1+y)
		cursor.Blink = false
		return cursor
	}
	switch {
	case a.prompt != nil:
		if n, ok := a.prompt.(*private.Note); ok {
			x, y := n.CursorAt()
			cursor := tea.NewCursor(x, a.layout.Search.Y+1+y)
			cursor.Blink = false
			return cursor
		}
		_, column := a.prompt.Row()
		cursor := tea.NewCursor(column, a.layout.Search.Y)
		cursor.Blink = false
		return cursor
	case a.focus == layout.Filters && len(a.filters.Nodes) > 0:
		return at(layout.Filters, 0, a.filters.At-a.filters.Top)
	case a.focus == layout.List && a.listing() && a.entries.Total > 0:
		return at(layout.List, 0, a.entries.Line())
	case a.focus == layout.List && a.listing():
		return nil
	case a.focus == layout.List && a.list.Total > 0:
		return at(layout.List, 0, a.list.Line())
	case a.focus == layout.List && len(a.list.Suggestions) > 1:
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
