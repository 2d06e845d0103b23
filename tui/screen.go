package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
)

// View draws the screen.
func (a *App) View() tea.View {
	view := tea.NewView("")
	view.AltScreen = true
	if a.mouse {
		view.MouseMode = tea.MouseModeCellMotion
	}
	l := a.layout
	switch {
	case a.blank || l.width <= 0 || l.height <= 0:
		return view
	case l.tooSmall:
		view.SetContent(a.asksForRoom())
		return view
	}
	rows := make([]string, 0, l.height)
	rows = append(rows, a.styles.render(a.topLine(), l.width), a.styles.render(a.searchLine(), l.width))
	rows = append(rows, a.body()...)
	rows = append(rows, a.styles.render(a.bottomLine(), l.width))
	view.SetContent(strings.Join(rows, "\n"))
	view.Cursor = a.cursor()
	return view
}

// asksForRoom is the sentence of a screen too small for anything else.
func (a *App) asksForRoom() string {
	text := "casebook needs at least " + strconv.Itoa(leastWidth) + " columns and " + strconv.Itoa(leastHeight) + " rows."
	rows := wrap(line{{text: text}}, max(a.layout.width, 1))
	lines := make([]string, a.layout.height)
	for y := range lines {
		var row line
		if y < len(rows) {
			row = cut(rows[y], a.layout.width, "")
		}
		lines[y] = a.styles.render(row, a.layout.width)
	}
	return strings.Join(lines, "\n")
}

// topLine is the product, the report or the filters in force, and the count.
func (a *App) topLine() line {
	width := a.layout.width
	right := line{say(toneMuted, a.countText()+" ")}
	left := line{{text: " "}, {text: "casebook", tone: toneFocus}}
	if len(a.chosen) == 0 || width >= wideWidth {
		report := a.detail.reading.report
		title := strings.TrimSpace(report.Country + " " + report.Edition)
		if width >= mediumWidth && report.Publisher != "" {
			title += a.signs.dot + report.Publisher
		}
		left = append(left, say(toneText, "  "+title))
	}
	return spread(append(left, a.chips(width-left.width()-right.width()-1)...), right, width, a.signs.tail)
}

// chips are the filters in force, as many as there is room for and the number
// of the others.
func (a *App) chips(room int) line {
	var l line
	for i, c := range a.chosen {
		chip := say(toneChip, "  ["+a.filters.label(c)+"]")
		left := len(a.chosen) - i - 1
		more := ""
		if left > 0 {
			more = " +" + strconv.Itoa(left)
		}
		if i > 0 && (line{chip}).width()+len(more) > room {
			return append(l, say(toneChip, " +"+strconv.Itoa(left+1)))
		}
		chips := cut(line{chip}, room-len(more), a.signs.tail)
		l = append(l, chips...)
		room -= chips.width()
	}
	return l
}

// countText is how many cases there are, such as "4 of 41 cases".
func (a *App) countText() string {
	switch {
	case !a.list.loaded:
		return ""
	case a.all >= 0 && (a.list.total != a.all || a.answered.query.Text != "" || len(a.answered.query.Filter) > 0):
		return thousands(a.list.total) + " of " + cases(a.all)
	}
	return cases(a.list.total)
}

// searchLine is the search box.
func (a *App) searchLine() line {
	l := line{{text: " "}, {text: "/ ", tone: toneFocus}}
	text, _ := a.search.View(a.layout.width - 4)
	switch {
	case a.search.text != "":
		l = append(l, piece{text: text})
	case a.typing:
		l = append(l, piece{text: `words, "exact words", -not, person: place: law: date:2016-05`, tone: toneMuted})
	default:
		l[1].tone = toneMuted
		l = append(l, piece{text: "search", tone: toneMuted})
	}
	return cut(l, a.layout.width, "")
}

// bottomLine is a word to the reader, or what can be done now.
func (a *App) bottomLine() line {
	if a.notice != "" {
		return cut(line{{text: " "}, say(toneText, a.notice)}, a.layout.width, a.signs.tail)
	}
	return hints(a.bindings, a.where(), a.can, a.layout.width)
}

// can says whether an action would do something now.
func (a *App) can(action Action) bool {
	switch action {
	case Read:
		return a.list.total > 0
	case Clear:
		return len(a.chosen) > 0
	case ClearAll:
		return len(a.chosen) > 1
	case Return:
		return len(a.way) > 0
	case NextMatch:
		return a.detail.matches() > 0
	case Follow:
		return a.detail.closed() || a.detail.link > 0
	case NextLink:
		return len(a.detail.links) > 0
	case ShowSource, CopyCitation:
		return a.detail.loaded
	}
	return true
}

// body draws the panes side by side.
func (a *App) body() []string {
	var columns [][]string
	last := paneFilters
	for p, r := range a.layout.panes {
		if r.width > 0 {
			last = pane(p)
		}
	}
	for p, r := range a.layout.panes {
		if r.width > 0 {
			columns = append(columns, a.frame(pane(p), r, pane(p) == last))
		}
	}
	rows := columns[0]
	for _, column := range columns[1:] {
		for y := range rows {
			rows[y] += column[y]
		}
	}
	return rows
}

// frame draws a pane with its title above and its edge at the right. The rule
// under the keys' pane is heavy; the edge is the scrollbar where one is needed.
func (a *App) frame(p pane, r rectangle, last bool) []string {
	title, position, lines, first, all := a.content(p, r)
	focused := p == a.focus && !a.typing
	rule, corner, tone, ruleTone := a.signs.rule, a.signs.corner, toneMuted, toneRule
	if focused {
		rule, corner, tone, ruleTone = a.signs.focusRule, a.signs.focusCorner, toneFocus, toneFocus
	}
	if last {
		corner = rule
	}
	left := line{{text: rule + " ", tone: ruleTone}, say(tone, title), {text: " "}}
	right := line{}
	if position != "" {
		right = line{say(tone, " "+position+" "), {text: rule, tone: ruleTone}}
	}
	left = cut(left, r.width-1-right.width(), a.signs.tail)
	gap := max(r.width-1-left.width()-right.width(), 0)
	top := append(append(left, piece{text: strings.Repeat(rule, gap), tone: ruleTone}), right...)
	rows := []string{a.styles.render(append(top, piece{text: corner, tone: ruleTone}), r.width)}

	height := r.height - 1
	thumbFrom, thumbTo := thumb(height, first, all)
	for y := range height {
		var row line
		if y < len(lines) {
			row = cut(lines[y], r.width-1, a.signs.tail)
		}
		edge := piece{text: a.signs.edge, tone: toneRule}
		switch {
		case y >= thumbFrom && y < thumbTo:
			edge.text = a.signs.thumb
		case last:
			edge.text = " "
		}
		rows = append(rows, a.styles.render(row, r.width-1)+a.styles.render(line{edge}, 1))
	}
	return rows
}

// thumb is which rows of a scrollbar stand for what is shown: height of all
// rows, from first on. There is none where everything is shown. It is short,
// since every row of it that moves is written anew.
func thumb(height, first, all int) (from, to int) {
	if all <= height || height < 2 {
		return 0, 0
	}
	size := min(max(height*height/all, 1), 2)
	from = (height - size) * first / max(all-height, 1)
	return min(from, height-size), min(from, height-size) + size
}

// content is what a pane shows: its title, its position, its rows, and for the
// scrollbar the first of how many.
func (a *App) content(p pane, r rectangle) (title, position string, lines []line, first, all int) {
	focused := p == a.focus && !a.typing
	switch p {
	case paneFilters:
		return "1 Filters", "", a.filters.View(a.signs, a.chosen, focused), a.filters.top, len(a.filters.nodes)
	case paneList:
		title = "2 Cases"
		if a.sort != "" && a.sort != model.SortReport {
			title += " " + sortLabel(a.sort)
		}
		if a.list.total == 0 {
			for _, l := range a.emptyLines(r.width - 3) {
				lines = append(lines, append(line{{text: " "}}, l...))
			}
			return title, "", lines, 0, 0
		}
		position = thousands(a.list.cursor+1) + "/" + thousands(a.list.total)
		return title, position, a.list.View(a.writing(0), focused), 2 * a.list.top, 2 * a.list.total
	case paneHelp:
		return "Help and about", readerPosition(&a.help), a.help.View(), a.help.top, len(a.help.lines)
	}
	title = "3 Detail"
	if a.detail.source {
		title = "3 Source"
	}
	return title, readerPosition(&a.detail.reader), a.detail.View(), a.detail.top, len(a.detail.lines)
}

// readerPosition says at which match a reader is, or how much is to come.
func readerPosition(r *reader) string {
	if count := r.matches(); count > 0 {
		if r.match > 0 {
			return strconv.Itoa(r.match) + "/" + plural(count, "match", "matches")
		}
		return plural(count, "match", "matches")
	}
	switch more := len(r.lines) - r.height; {
	case more <= 0 || r.top == 0:
		return "" // the scrollbar says enough
	case r.top == more:
		return "end"
	default:
		return strconv.Itoa(100*r.top/more) + "%"
	}
}

// cursor is where the terminal's own cursor stands: in the search box, on the
// selected row, or on the link or match that the reader is at. Screen readers
// and magnifiers follow it.
func (a *App) cursor() *tea.Cursor {
	at := func(p pane, x, y int) *tea.Cursor {
		r := a.layout.panes[p]
		cursor := tea.NewCursor(r.x+x, r.y+1+y)
		cursor.Blink = false
		return cursor
	}
	switch {
	case a.typing:
		_, column := a.search.View(a.layout.width - 4)
		cursor := tea.NewCursor(a.layout.search.x+3+column, a.layout.search.y)
		cursor.Blink = false
		return cursor
	case a.focus == paneFilters && len(a.filters.nodes) > 0:
		return at(paneFilters, 0, a.filters.cursor-a.filters.top)
	case a.focus == paneList && a.list.total > 0:
		return at(paneList, 0, 2*(a.list.cursor-a.list.top))
	case a.focus == paneDetail:
		if x, y, ok := a.detail.cursor(); ok {
			return at(paneDetail, x, y)
		}
	}
	return nil
}
