package tui

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
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
func (a *App) entriesContent(focused bool) (title, position string, lines []line, first, all int) {
	view, l := a.answered.view, &a.entries
	w := a.writing(l.width - 2)
	title = "2 " + w.together(viewName(a.words, view), reordered(a.words, view, a.entrySort))
	if l.total == 0 {
		for _, row := range wrap(line{{text: emptyView(a.words, view)}}, l.width-3) {
			lines = append(lines, append(line{{text: " "}}, row...))
		}
		return title, "", append([]line{nil}, lines...), 0, 0
	}
	lines = l.View(a.signs, focused, func(e model.Entry, selected bool) []line {
		tone := toneText
		if selected || e.Value == "" && view == model.ViewOverview {
			tone = toneSelected
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
func (w writing) entry(view model.View, e model.Entry, most int, tone tone) []line {
	count := line{say(toneMuted, w.words.Number(e.Cases)), {text: " "}}
	indent := piece{text: strings.Repeat("  ", e.Depth)}
	label := marked(tone, w.entryLabel(e), w.terms("", fieldOf(e.Facet)))
	switch view {
	case model.ViewPeople:
		return []line{spread(label, count, w.width, w.signs.tail), {say(toneMuted, w.personLine(e))}}
	case model.ViewFigures:
		return w.figureRow(e, tone)
	case model.ViewTimeline, model.ViewOverview:
		if e.Value == "" && view == model.ViewOverview {
			return []line{label}
		}
		return []line{w.barred(append(line{indent}, label...), e, most)}
	}
	return []line{spread(append(line{indent}, label...), count, w.width, w.signs.tail)}
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
	return strings.Join(parts, w.signs.dot)
}

// figureRow is the two lines of a figure: the number and what it counts, and who
// says so and of when. Of a sensitive case only its title is shown.
func (w writing) figureRow(e model.Entry, tone tone) []line {
	if sensitive(e.Sensitivity) {
		return []line{marked(tone, e.Title, w.terms("", "title")), {say(toneMuted, w.words.Say("sensitive: %s", w.sensitivity(e.Sensitivity)))}}
	}
	number := append(line{say(toneTitle, w.figure(e.Figure)+" ")}, marked(tone, e.Figure.Counts, w.terms(""))...)
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
	return []line{number, {say(toneMuted, strings.Join(append(parts, e.Title), w.signs.dot))}}
}

// saidBy says who gives the figure of an entry, and how surely.
func (w writing) saidBy(e model.Entry) string {
	return w.attributed(model.Case{Source: []model.Source{{Hedge: e.Hedge}}}, e.Figure)
}

// barred is a row with a bar and the number that it stands for: what is certain
// full, what is possible in part.
func (w writing) barred(label line, e model.Entry, most int) line {
	number := line{say(toneMuted, w.words.Number(e.Cases-e.Possible))}
	if e.Possible > 0 {
		number = append(number, say(toneMuted, " +"+w.words.Number(e.Possible)+"?"))
	}
	number = append(number, piece{text: " "})
	room := line{{text: w.words.Number(most)}}.width() + 1
	if e.Facet == model.FacetDate {
		room = 2*room + 3
	}
	bars := max(min((w.width-room)/3, 24), 4)
	if e.Depth == 0 || most == 0 || bars+room+8 > w.width {
		return spread(label, number, w.width, w.signs.tail)
	}
	left := spread(w.paragraphKept(label, e, w.width-bars-room-3), nil, w.width-bars-room-2, w.signs.tail)
	full, part := share(e.Cases-e.Possible, most, bars), share(e.Cases, most, bars)
	bar := strings.Repeat(w.signs.full, full) + strings.Repeat(w.signs.part, part-full)
	return spread(append(left, piece{text: " " + bar}), number, w.width, w.signs.tail)
}

// paragraphKept is the label of a paragraph, of which the heading is cut and not
// the number where there is no room for both; any other label as it is.
func (w writing) paragraphKept(label line, e model.Entry, room int) line {
	if e.Facet != model.FacetParagraph || label.width() <= room {
		return label
	}
	cells := label.cells()
	for at, cell := range slices.Backward(cells) {
		if cell.text == " " {
			number := joined(cells[at:])
			return append(cut(joined(cells[:at]), room-number.width(), w.signs.tail), number...)
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
