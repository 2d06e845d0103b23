package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/tui/text"
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
func (l *list) View(w writing, focused bool) []text.Line {
	w.width = l.width - 3
	bar := w.glyphs.FaintBar
	if focused {
		bar = w.glyphs.Bar
	}
	lines := l.window.View(w.glyphs, focused, func(row model.Row, selected bool) []text.Line {
		title := text.Normal
		if selected {
			title = text.Selected
		}
		first, second := w.row(row, title)
		if slices.Contains(w.marks, row.ID) {
			first = append(text.Line{{Text: w.glyphs.Chosen + " ", Tone: text.Chip}}, first...)
		}
		return []text.Line{first, second}
	})
	if len(l.offers) > 0 && l.top+len(lines)/2 >= l.total {
		lines = append(lines, l.offerLines(w, bar)...)
	}
	return lines[:min(len(lines), l.height)]
}

// offerLines draws the names that the search may have meant, apart from what
// was found.
func (l *list) offerLines(w writing, bar string) []text.Line {
	heading := text.Line{{Text: " " + w.words.Word(soundsLike), Tone: text.Title}}
	if l.total > 0 {
		heading = append(heading, text.Span{Text: w.glyphs.Dot + w.words.Say("%s searches it", "Enter"), Tone: text.Muted})
	}
	lines := []text.Line{text.Truncate(heading, l.width, w.glyphs.Tail)}
	for i, n := range l.offers {
		edge, tone := text.Span{Text: " "}, text.Normal
		if l.total+i == l.cursor {
			edge, tone = text.Span{Text: bar, Tone: text.Selected}, text.Selected
		}
		way := ""
		if n.How != soundsLike {
			way = w.words.Word(n.How)
		}
		lines = append(lines, text.Justify(text.Line{edge, text.New(tone, n.Name)}, text.Line{text.New(text.Muted, way), {Text: " "}}, l.width, w.glyphs.Tail))
	}
	return lines
}

// row is the two lines of a case: its title; and its kind, date and category,
// or what a search found in it.
func (w writing) row(row model.Row, title text.Tone) (first, second text.Line) {
	w = w.alsoName(row.MatchName)
	first = text.Mark(title, row.Title, w.terms("", "title"))
	if row.Draft {
		second = text.Line{text.New(text.Warning, w.words.Say("draft")), {Text: w.glyphs.Dot, Tone: text.Muted}}
	}
	if row.Possible {
		second = append(second, text.New(text.Warning, w.words.Say("possible date")), text.Span{Text: w.glyphs.Dot, Tone: text.Muted})
	}
	if sensitive(row.Sensitivity) {
		if row.Match != "" {
			second = append(second, text.New(text.Warning, w.way(row.Match)), text.Span{Text: w.glyphs.Dot, Tone: text.Muted})
		}
		return first, append(second, text.New(text.Muted, w.words.Word(string(row.Kind))+w.glyphs.Dot+w.words.Say("sensitive: %s", w.sensitivity(row.Sensitivity))))
	}
	if row.Match != "" {
		second = append(second, text.Mark(text.Warning, w.how(row.Match, row.MatchName), w.terms("", "person"))...)
		second = append(second, text.Span{Text: w.glyphs.Dot, Tone: text.Muted})
		return first, append(second, w.summary(row)...)
	}
	people := text.Mark(text.Normal, strings.Join(row.People, ", "), w.terms("", "person"))
	switch {
	case len(w.search) > 0 && people.Matches() > 0:
		second = append(second, fromMatch(people, w.width, w.glyphs.Tail)...)
	case len(w.search) > 0 && row.Snippet != "":
		second = append(second, fromMatch(text.Mark(text.Normal, row.Snippet, w.terms("")), w.width, w.glyphs.Tail)...)
	default:
		second = append(second, w.summary(row)...)
	}
	return first, second
}

// fromMatch leaves out the beginning of a line where its first match would not
// be seen in width columns.
func fromMatch(l text.Line, width int, tail string) text.Line {
	before := 0
	for i, p := range l {
		if p.Tone == text.Match {
			if before+(text.Line{p}).Width() <= width || i == 0 {
				return l
			}
			lead := l[:i].Cells()
			lead = lead[max(len(lead)-width/3, 0):]
			return append(append(text.Line{{Text: tail, Tone: text.Muted}}, text.Merge(lead)...), l[i:]...)
		}
		before += text.Line{p}.Width()
	}
	return l
}

// summary is a row's kind, date and category.
func (w writing) summary(row model.Row) text.Line {
	l := text.Mark(text.Muted, w.words.Word(string(row.Kind)), w.terms("kind"))
	if row.Date != "" && row.Date != model.NotStated {
		l = append(l, text.New(text.Muted, w.glyphs.Dot+w.shortDate(row.Date)))
	}
	if len(row.Category) > 0 {
		l = append(l, text.Span{Text: w.glyphs.Dot, Tone: text.Muted})
		l = append(l, text.Mark(text.Muted, row.Category[len(row.Category)-1], w.terms("", "category"))...)
	}
	return l
}
