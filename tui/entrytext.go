package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/tui/text"
	"casebook/tui/words"
)

// entryLines is how many lines a row of a view has.
func entryLines(view model.View) int {
	if view == model.ViewPeople || view == model.ViewFigures {
		return 2
	}
	return 1
}

// viewName is what a view is called.
func viewName(words words.Words, view model.View) string {
	switch view {
	case model.ViewPeople:
		return words.Say("People")
	case model.ViewLaws:
		return words.Say("Laws and charges")
	case model.ViewPlaces:
		return words.Say("Places")
	case model.ViewFigures:
		return words.Say("Figures")
	case model.ViewTimeline:
		return words.Say("Timeline")
	case model.ViewOverview:
		return words.Say("Overview")
	}
	return words.Say("Cases")
}

// entriesContent is what the list pane shows of a view; see content.
func (a *App) entriesContent(focused bool) (title, position string, lines []text.Line, first, all int) {
	view, l := a.answered.view, &a.entries
	w := a.writing(l.width - 2)
	title = "2 " + w.together(viewName(a.words, view), reordered(a.words, view, a.entrySort))
	if l.total == 0 {
		for _, row := range text.Wrap(text.Line{{Text: emptyView(a.words, view)}}, l.width-3) {
			lines = append(lines, append(text.Line{{Text: " "}}, row...))
		}
		return title, "", append([]text.Line{nil}, lines...), 0, 0
	}
	lines = l.View(a.glyphs, focused, func(e model.Entry, selected bool) []text.Line {
		tone := text.Normal
		if selected || e.Value == "" && view == model.ViewOverview {
			tone = text.Selected
		}
		return w.entry(view, e, l.most, tone)
	})
	return title, a.place(l.cursor, l.total), lines, l.deep * l.top, l.deep * l.total
}

// emptyView says that the cases have nothing for a view.
func emptyView(words words.Words, view model.View) string {
	switch view {
	case model.ViewPeople:
		return words.Say("These cases name nobody.")
	case model.ViewLaws:
		return words.Say("These cases name no law and no charge.")
	case model.ViewPlaces:
		return words.Say("These cases name no place.")
	case model.ViewFigures:
		return words.Say("These cases give no figure.")
	}
	return words.Say("There is nothing to show of these cases.")
}

// entry is the lines of a row of a view.
func (w writing) entry(view model.View, e model.Entry, most int, tone text.Tone) []text.Line {
	count := text.Line{text.New(text.Muted, w.words.Number(e.Cases)), {Text: " "}}
	indent := text.Span{Text: strings.Repeat("  ", e.Depth)}
	label := text.Mark(tone, w.entryLabel(e), w.terms("", fieldOf(e.Facet)))
	switch view {
	case model.ViewPeople:
		return []text.Line{text.Justify(label, count, w.width, w.glyphs.Tail), {text.New(text.Muted, w.personLine(e))}}
	case model.ViewFigures:
		return w.figureRow(e, tone)
	case model.ViewTimeline, model.ViewOverview:
		if e.Value == "" && view == model.ViewOverview {
			return []text.Line{label}
		}
		return []text.Line{w.barred(append(text.Line{indent}, label...), e, most)}
	}
	return []text.Line{text.Justify(append(text.Line{indent}, label...), count, w.width, w.glyphs.Tail)}
}

// entryLabel is what a row of a view is called.
func (w writing) entryLabel(e model.Entry) string {
	switch {
	case e.Facet == model.FacetDate && e.Value == "":
		return w.words.Say("No date stated")
	case e.Facet == model.FacetDate:
		if _, err := edtf.Parse(e.Value); err == nil {
			return w.shortDate(e.Value)
		}
	case e.Value == "" && e.Case == "":
		return facetHeading(w.words, e.Facet)
	}
	return facetWord(w.words, e.Facet, model.FacetValue{Value: e.Value, Label: e.Label})
}

// personLine is what a row says below a person's name: their roles, and what
// the report says of them.
func (w writing) personLine(e model.Entry) string {
	var parts []string
	for _, role := range e.Roles {
		text := w.words.Word(role.Role)
		if e.Cases > 1 {
			text += " " + w.words.Number(role.Cases)
		}
		parts = append(parts, text)
	}
	if e.Kind != "" && e.Kind != string(model.PersonIndividual) {
		parts = append(parts, w.words.Word(e.Kind))
	}
	if described := model.DescribedLabel(e.Described); described != "" {
		parts = append(parts, described)
	}
	return strings.Join(parts, w.glyphs.Dot)
}

// figureRow is the two lines of a figure: the number and what it counts, and who
// says so and of when. Of a sensitive case only its title is shown.
func (w writing) figureRow(e model.Entry, tone text.Tone) []text.Line {
	if sensitive(e.Sensitivity) {
		return []text.Line{text.Mark(tone, e.Title, w.terms("", "title")), {text.New(text.Muted, w.words.Say("sensitive: %s", w.sensitivity(e.Sensitivity)))}}
	}
	number := append(text.Line{text.New(text.Title, w.figure(e.Figure)+" ")}, text.Mark(tone, e.Figure.Counts, w.terms(""))...)
	var parts []string
	if said := w.saidBy(e); said != "" {
		parts = append(parts, said)
	}
	if e.Figure.Date != "" {
		date := w.shortDate(e.Figure.Date)
		switch {
		case e.Inferred && w.plain:
			date = w.words.Say("%s (year inferred)", date)
		case e.Inferred:
			date = bracketed(e.Figure.Date, date)
		}
		parts = append(parts, date)
	}
	return []text.Line{number, {text.New(text.Muted, strings.Join(append(parts, e.Title), w.glyphs.Dot))}}
}

// saidBy says who gives the figure of an entry, and how surely.
func (w writing) saidBy(e model.Entry) string {
	return w.attributed(model.Case{Source: []model.Source{{Hedge: e.Hedge}}}, e.Figure)
}

// barred is a row with a bar and the number that it stands for: what is certain
// full, what is possible in part.
func (w writing) barred(label text.Line, e model.Entry, most int) text.Line {
	number := text.Line{text.New(text.Muted, w.words.Number(e.Cases-e.Possible))}
	if e.Possible > 0 {
		number = append(number, text.New(text.Muted, " +"+w.words.Number(e.Possible)+"?"))
	}
	number = append(number, text.Span{Text: " "})
	room := text.Line{{Text: w.words.Number(most)}}.Width() + 1
	if e.Facet == model.FacetDate {
		room = 2*room + 3
	}
	bars := max(min((w.width-room)/3, 24), 4)
	if e.Depth == 0 || most == 0 || bars+room+8 > w.width {
		return text.Justify(label, number, w.width, w.glyphs.Tail)
	}
	left := text.Justify(w.paragraphKept(label, e, w.width-bars-room-3), nil, w.width-bars-room-2, w.glyphs.Tail)
	full, part := share(e.Cases-e.Possible, most, bars), share(e.Cases, most, bars)
	bar := strings.Repeat(w.glyphs.Full, full) + strings.Repeat(w.glyphs.Part, part-full)
	return text.Justify(append(left, text.Span{Text: " " + bar}), number, w.width, w.glyphs.Tail)
}

// paragraphKept is the label of a paragraph, of which the heading is cut and not
// the number where there is no room for both; any other label as it is.
func (w writing) paragraphKept(label text.Line, e model.Entry, room int) text.Line {
	if e.Facet != model.FacetParagraph || label.Width() <= room {
		return label
	}
	cells := label.Cells()
	for at, cell := range slices.Backward(cells) {
		if cell.Text == " " {
			number := text.Merge(cells[at:])
			return append(text.Truncate(text.Merge(cells[:at]), room-number.Width(), w.glyphs.Tail), number...)
		}
	}
	return label
}

// share is how many of so many cells stand for a part of the most: at least one
// where there is anything.
func share(part, most, cells int) int {
	if part <= 0 {
		return 0
	}
	return max(min((part*cells+most/2)/most, cells), 1)
}
