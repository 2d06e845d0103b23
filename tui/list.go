package tui

import (
	"slices"
	"strings"

	"casebook/model"
)

// pageRows is how many rows the list asks for at once. It holds a few such
// pages around its cursor, however many rows the answer has.
const pageRows = 100

// A list is the pane of the cases. It knows the rows near its cursor and how
// many there are altogether.
type list struct {
	pages  map[int][]model.Row // by offset/pageRows
	asked  map[int]bool        // on their way
	failed []int               // asked for, and not given
	total  int
	more   bool              // there are rows beyond total that are not counted yet
	offers []model.NameMatch // names below the rows, that the search may have meant
	cursor int
	top    int // the first row on the screen
	width  int
	height int // in lines
	loaded bool
}

func (l *list) SetSize(width, height int) {
	l.width, l.height = width, height
	l.move(l.cursor)
}

// rows is how many rows fit, two lines each; the last may show its title only.
func (l *list) rows() int { return max((l.height+1)/2, 1) }

// whole is how many rows fit with both their lines.
func (l *list) whole() int { return max(l.height/2, 1) }

// set replaces the answer by a new one.
func (l *list) set(page model.Page, cursor, top int) {
	l.pages, l.asked, l.failed, l.loaded = map[int][]model.Row{}, map[int]bool{}, nil, true
	l.total, l.more, l.offers = page.Total, false, nil
	if page.Total < 0 {
		l.total, l.more = page.Offset+len(page.Rows), len(page.Rows) >= 2*pageRows
	}
	l.add(page)
	l.top = top
	l.move(cursor)
}

// add takes in more rows of the same answer.
func (l *list) add(page model.Page) {
	for start := 0; start < len(page.Rows); start += pageRows {
		number := (page.Offset + start) / pageRows
		l.pages[number] = page.Rows[start:min(start+pageRows, len(page.Rows))]
		delete(l.asked, number)
	}
}

// row returns the row at an index, if the list has it.
func (l *list) row(index int) (model.Row, bool) {
	page := l.pages[index/pageRows]
	if index < 0 || index >= l.total || index%pageRows >= len(page) {
		return model.Row{}, false
	}
	return page[index%pageRows], true
}

// selected is the row at the cursor, if there is one and it has arrived.
func (l *list) selected() (model.Row, bool) { return l.row(l.cursor) }

// offer is the name at the cursor, below the rows.
func (l *list) offer() (model.NameMatch, bool) {
	if at := l.cursor - l.total; l.loaded && at >= 0 && at < len(l.offers) {
		return l.offers[at], true
	}
	return model.NameMatch{}, false
}

// missing returns the pages that the screen needs, or soon will, and marks them
// as asked for; pages far from the cursor are forgotten.
func (l *list) missing() []int {
	near := l.cursor / pageRows
	for number := range l.pages {
		if number < near-2 || number > near+2 {
			delete(l.pages, number)
		}
	}
	first := max(l.top-l.rows(), 0) / pageRows
	last := min(l.top+2*l.rows(), l.total-1) / pageRows
	var numbers []int
	for number := first; number <= last && l.total > 0; number++ {
		if l.pages[number] == nil && !l.asked[number] {
			l.asked[number] = true
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// Update moves the cursor and reports whether the action was one of the list's.
func (l *list) Update(action Action) bool {
	page := max(l.whole()-1, 1)
	switch action {
	case Down:
		l.move(l.cursor + 1)
	case Up:
		l.move(l.cursor - 1)
	case PageDown:
		to := l.cursor + page
		if l.cursor < l.total-1 {
			to = min(to, l.total-1) // the names below are a step of their own
		}
		l.top += page
		l.move(to)
	case PageUp:
		l.top -= page
		l.move(l.cursor - page)
	case Top:
		l.move(0)
	case Bottom:
		l.move(l.total - 1)
	default:
		return false
	}
	return true
}

// move puts the cursor on a row. At the edge of the screen the list turns a page
// and keeps a row of the one before: with the detail at its side all of it must
// be written anew, and over a slow link one such move in ten is enough.
func (l *list) move(cursor int) {
	for _, number := range l.failed {
		delete(l.asked, number)
	}
	l.failed = nil
	l.cursor = max(min(cursor, l.total+len(l.offers)-1), 0)
	if l.cursor >= l.total {
		l.top = max(l.total-max(l.height-len(l.offers)-1, 0)/2, 0)
		return
	}
	whole := l.whole()
	kept := min(1, whole-1)
	if l.cursor < l.top {
		l.top = l.cursor - whole + 1 + kept
	} else if l.cursor >= l.top+whole {
		l.top = l.cursor - kept
	}
	l.top = max(min(l.top, l.total-l.whole()), 0)
}

// at returns the index of the row that a line of the pane shows.
func (l *list) at(y int) (int, bool) {
	index := l.top + y/2
	if below := y - 2*(l.total-l.top) - 1; below >= 0 {
		return l.total + below, below < len(l.offers)
	}
	return index, y >= 0 && y < l.height && index < l.total
}

// cursorLine is the line of the pane that the cursor is on.
func (l *list) cursorLine() int {
	if l.cursor >= l.total {
		return 2*(l.total-l.top) + 1 + l.cursor - l.total
	}
	return 2 * (l.cursor - l.top)
}

// View draws the rows on the screen.
func (l *list) View(w writing, focused bool) []line {
	w.width = l.width - 3
	bar := w.signs.quietBar
	if focused {
		bar = w.signs.bar
	}
	var lines []line
	for index := l.top; index < l.total && len(lines) < l.height; index++ {
		edge, title := piece{text: " "}, toneText
		if index == l.cursor {
			edge, title = piece{text: bar, tone: toneSelected}, toneSelected
		}
		first, second := line{{text: w.signs.tail, tone: toneMuted}}, line{}
		if row, ok := l.row(index); ok {
			first, second = w.row(row, title)
			if slices.Contains(w.marks, row.ID) {
				first = append(line{{text: w.signs.chosen + " ", tone: toneChip}}, first...)
			}
		}
		lines = append(lines,
			cut(append(line{edge}, first...), l.width, w.signs.tail),
			cut(append(line{{text: "  "}}, second...), l.width, w.signs.tail))
	}
	if len(l.offers) > 0 && l.top+len(lines)/2 >= l.total {
		lines = append(lines, l.offerLines(w, bar)...)
	}
	return lines[:min(len(lines), l.height)]
}

// offerLines draws the names that the search may have meant, apart from what
// was found.
func (l *list) offerLines(w writing, bar string) []line {
	heading := line{{text: " " + w.words.Word(soundsLike), tone: toneTitle}}
	if l.total > 0 {
		heading = append(heading, piece{text: w.signs.dot + w.words.Say("%s searches it", "Enter"), tone: toneMuted})
	}
	lines := []line{cut(heading, l.width, w.signs.tail)}
	for i, n := range l.offers {
		edge, tone := piece{text: " "}, toneText
		if l.total+i == l.cursor {
			edge, tone = piece{text: bar, tone: toneSelected}, toneSelected
		}
		way := ""
		if n.How != soundsLike {
			way = w.words.Word(n.How)
		}
		lines = append(lines, spread(line{edge, say(tone, n.Name)}, line{say(toneMuted, way), {text: " "}}, l.width, w.signs.tail))
	}
	return lines
}

// row is the two lines of a case: its title; and its kind, date and category,
// or what a search found in it.
func (w writing) row(row model.Row, title tone) (first, second line) {
	w = w.alsoName(row.MatchName)
	first = marked(title, row.Title, w.terms("", "title"))
	if row.Draft {
		second = line{say(toneWarning, w.words.Say("draft")), {text: w.signs.dot, tone: toneMuted}}
	}
	if sensitive(row.Sensitivity) {
		if row.Match != "" {
			second = append(second, say(toneWarning, w.words.Word(row.Match)), piece{text: w.signs.dot, tone: toneMuted})
		}
		return first, append(second, say(toneMuted, w.words.Word(string(row.Kind))+w.signs.dot+w.words.Say("sensitive: %s", w.sensitivity(row.Sensitivity))))
	}
	if row.Match != "" {
		second = append(second, marked(toneWarning, w.how(row.Match, row.MatchName), w.terms("", "person"))...)
		second = append(second, piece{text: w.signs.dot, tone: toneMuted})
		return first, append(second, w.summary(row)...)
	}
	people := marked(toneText, strings.Join(row.People, ", "), w.terms("", "person"))
	switch {
	case len(w.search) > 0 && countMatches(people) > 0:
		second = append(second, fromMatch(people, w.width, w.signs.tail)...)
	case len(w.search) > 0 && row.Snippet != "":
		second = append(second, fromMatch(marked(toneText, row.Snippet, w.terms("")), w.width, w.signs.tail)...)
	default:
		second = append(second, w.summary(row)...)
	}
	return first, second
}

// fromMatch leaves out the beginning of a line where its first match would not
// be seen in width columns.
func fromMatch(l line, width int, tail string) line {
	before := 0
	for i, p := range l {
		if p.tone == toneMatch {
			if before+(line{p}).width() <= width || i == 0 {
				return l
			}
			lead := l[:i].cells()
			lead = lead[max(len(lead)-width/3, 0):]
			return append(append(line{{text: tail, tone: toneMuted}}, joined(lead)...), l[i:]...)
		}
		before += line{p}.width()
	}
	return l
}

// summary is a row's kind, date and category.
func (w writing) summary(row model.Row) line {
	l := marked(toneMuted, w.words.Word(string(row.Kind)), w.terms("kind"))
	if row.Date != "" && row.Date != model.NotStated {
		date := w.shortDate(row.Date)
		if w.plain {
			date = w.date(row.Date)
		}
		l = append(l, say(toneMuted, w.signs.dot+date))
	}
	if len(row.Category) > 0 {
		l = append(l, piece{text: w.signs.dot, tone: toneMuted})
		l = append(l, marked(toneMuted, row.Category[len(row.Category)-1], w.terms("", "category"))...)
	}
	return l
}
