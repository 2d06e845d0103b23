package tui

import (
	"slices"
	"strings"

	"casebook/model"
)

// A list is the pane of the cases.
type list struct {
	window[model.Row]
	offers []model.NameMatch // names below the rows, that the search may have meant
}

// set replaces the answer by a new one.
func (l *list) set(page model.Page, cursor, top int) {
	l.offers = nil
	l.fill(page.Rows, page.Offset, page.Total, cursor, top)
}

// propose puts names below the rows.
func (l *list) propose(names []model.NameMatch) {
	l.offers, l.extra = names, len(names)
	l.move(l.cursor)
}

// offer is the name at the cursor, below the rows.
func (l *list) offer() (model.NameMatch, bool) {
	if at := l.cursor - l.total; l.loaded && at >= 0 && at < len(l.offers) {
		return l.offers[at], true
	}
	return model.NameMatch{}, false
}

// View draws the rows on the screen.
func (l *list) View(w writing, focused bool) []line {
	w.width = l.width - 3
	bar := w.signs.quietBar
	if focused {
		bar = w.signs.bar
	}
	lines := l.window.View(w.signs, focused, func(row model.Row, selected bool) []line {
		title := toneText
		if selected {
			title = toneSelected
		}
		first, second := w.row(row, title)
		if slices.Contains(w.marks, row.ID) {
			first = append(line{{text: w.signs.chosen + " ", tone: toneChip}}, first...)
		}
		return []line{first, second}
	})
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
	if row.Possible {
		second = append(second, say(toneWarning, w.words.Say("possible date")), piece{text: w.signs.dot, tone: toneMuted})
	}
	if sensitive(row.Sensitivity) {
		if row.Match != "" {
			second = append(second, say(toneWarning, w.way(row.Match)), piece{text: w.signs.dot, tone: toneMuted})
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
	case len(w.search) > 0 && people.matches() > 0:
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
		l = append(l, say(toneMuted, w.signs.dot+w.shortDate(row.Date)))
	}
	if len(row.Category) > 0 {
		l = append(l, piece{text: w.signs.dot, tone: toneMuted})
		l = append(l, marked(toneMuted, row.Category[len(row.Category)-1], w.terms("", "category"))...)
	}
	return l
}
