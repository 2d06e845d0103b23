package tui

import (
	"slices"

	"casebook/model"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A list is the pane of the cases.
type list struct {
	widget.List[model.Row]
	offers []model.NameMatch // names below the rows, that the search may have meant
}

// set replaces the answer by a new one.
func (l *list) set(page model.Page, at, top int) {
	l.offers = nil
	l.Fill(page.Rows, page.Offset, page.Total, at, top)
}

// propose puts names below the rows.
func (l *list) propose(names []model.NameMatch) {
	l.offers, l.FooterRows = names, len(names)
	l.Move(l.At)
}

// offer is the name at the cursor, below the rows.
func (l *list) offer() (model.NameMatch, bool) {
	if at := l.At - l.Total; l.Loaded && at >= 0 && at < len(l.offers) {
		return l.offers[at], true
	}
	return model.NameMatch{}, false
}

// View draws the rows on the screen.
func (l *list) View(w document.Format, focused bool) []text.Line {
	w.Width = l.Width - 3
	bar := w.Glyphs.FaintBar
	if focused {
		bar = w.Glyphs.Bar
	}
	lines := l.List.View(w.Glyphs, focused, func(row model.Row, selected bool) []text.Line {
		title := text.Normal
		if selected {
			title = text.Selected
		}
		first, second := w.Row(row, title)
		if slices.Contains(w.Marked, row.ID) {
			first = append(text.Line{{Text: w.Glyphs.Chosen + " ", Tone: text.Chip}}, first...)
		}
		return []text.Line{first, second}
	})
	if len(l.offers) > 0 && l.Top+len(lines)/2 >= l.Total {
		lines = append(lines, l.offerLines(w, bar)...)
	}
	return lines[:min(len(lines), l.Height)]
}

// offerLines draws the names that the search may have meant, apart from what
// was found.
func (l *list) offerLines(w document.Format, bar string) []text.Line {
	heading := text.Line{{Text: " " + w.Words.Word(document.SoundsLike), Tone: text.Title}}
	if l.Total > 0 {
		heading = append(heading, text.Span{Text: w.Glyphs.Dot + w.Words.Say("%s searches it", "Enter"), Tone: text.Muted})
	}
	lines := []text.Line{text.Truncate(heading, l.Width, w.Glyphs.Tail)}
	for i, n := range l.offers {
		edge, tone := text.Span{Text: " "}, text.Normal
		if l.Total+i == l.At {
			edge, tone = text.Span{Text: bar, Tone: text.Selected}, text.Selected
		}
		way := ""
		if n.How != document.SoundsLike {
			way = w.Words.Word(n.How)
		}
		lines = append(lines, text.Justify(text.Line{edge, text.New(tone, n.Name)}, text.Line{text.New(text.Muted, way), {Text: " "}}, l.Width, w.Glyphs.Tail))
	}
	return lines
}
