package document

import (
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/results"
	"casebook/tui/text"
)

// EntryLines returns how many lines a row of a view has; a figure has one more in a
// narrow list.
func EntryLines(view results.View, narrow bool) int {
	switch {
	case view == results.ViewFigures && narrow:
		return 3
	case view == results.ViewPeople || view == results.ViewFigures:
		return 2
	}
	return 1
}

// EntryRow returns the lines of a row of a view, at most so many. Most is the highest
// count in the view, for the bars.
func (f Format) EntryRow(view results.View, e results.Entry, most int, tone text.Tone, lines int) []text.Line {
	count := text.Line{text.New(text.Muted, f.Words.Number(e.Cases)), {Text: " "}}
	indent := text.Span{Text: strings.Repeat("  ", e.Depth)}
	label := text.Mark(tone, f.EntryLabel(e), f.terms("", model.FieldOf(e.Facet)))
	switch view {
	case results.ViewPeople:
		return []text.Line{f.Glyphs.Justify(label, count, f.Width, f.Glyphs.Tail), {{Text: hangingIndent}, text.New(text.Muted, f.personLine(e))}}
	case results.ViewFigures:
		rows := f.lines(f.figureLine(e, tone), max(lines-1, 1))
		f.Width -= len(hangingIndent)
		for _, l := range f.lines(text.Line{text.New(text.Muted, f.figureDetails(e))}, lines-len(rows)) {
			rows = append(rows, append(text.Line{{Text: hangingIndent}}, l...))
		}
		return rows
	case results.ViewTimeline, results.ViewOverview:
		if e.Value == "" && view == results.ViewOverview {
			return []text.Line{label}
		}
		return []text.Line{f.barRow(append(text.Line{indent}, label...), e, most)}
	}
	return []text.Line{f.Glyphs.Justify(append(text.Line{indent}, label...), count, f.Width, f.Glyphs.Tail)}
}

// PlainEntry returns a row of a view as a line: its label, its parent, and its number
// of cases.
func (f Format) PlainEntry(view results.View, e results.Entry, inside string) string {
	count := f.Words.Say("%d case|%d cases", e.Cases-e.Possible)
	if e.Possible > 0 {
		count = f.Join(count, f.Words.Say("%d more possible|%d more possible", e.Possible))
	}
	if e.Plot != "" {
		count = f.plotCount(e)
	}
	switch view {
	case results.ViewPeople:
		return f.Join(f.EntryLabel(e), count, f.personLine(e))
	case results.ViewFigures:
		return f.Join(f.figureLine(e, text.Normal).String(), f.figureDetails(e))
	}
	return f.Join(f.EntryLabel(e), inside, count)
}

// IsHeading reports whether a row of a view is a heading, which leads to no cases.
func IsHeading(e results.Entry) bool {
	return e.Value+e.Text+e.Case == "" && e.Facet != "" && e.Facet != model.FacetDate
}

// EntryLabel returns the label of a row of a view.
func (f Format) EntryLabel(e results.Entry) string {
	switch {
	case e.Plot != "" && e.Value == "":
		return plotLabel(f.Words, e.Plot)
	case e.Plot == results.PlotMonths && e.Value == model.NotStated, e.Facet == model.FacetDate && e.Value == "":
		return f.Words.Say("No date stated")
	case e.Facet == model.FacetDate:
		if _, err := edtf.Parse(e.Value); err == nil {
			return f.shortDate(e.Value)
		}
	case e.Value == "" && e.Case == "":
		return FacetLabel(f.Words, e.Facet)
	case e.Facet == model.FacetParagraph && !f.Plain && !f.Glyphs.ASCII:
		return e.Label
	}
	return ValueLabel(f.Words, e.Facet, results.FacetValue{Value: e.Value, Label: e.Label})
}

// personLine returns the line below a person's name: outcomes, descriptions and roles.
func (f Format) personLine(e results.Entry) string {
	return f.Join(f.rowOutcome(results.Row{Outcomes: e.Outcomes}), f.description(e), f.roleCounts(e))
}

// roleCounts returns somebody's roles; with several cases, each with its number of
// cases.
func (f Format) roleCounts(e results.Entry) string {
	var parts []string
	for _, role := range e.Roles {
		text := f.Words.Word(role.Role)
		if e.Cases > 1 {
			text += " " + f.Words.Number(role.Cases)
		}
		parts = append(parts, text)
	}
	return f.Join(parts...)
}

// description returns the descriptions of somebody, and whether it is a group or
// somebody unnamed.
func (f Format) description(e results.Entry) string {
	kind := ""
	if e.Kind != "" && e.Kind != string(model.PersonIndividual) {
		kind = f.Words.Word(e.Kind)
	}
	return f.Join(kind, model.DescribedLabel(e.Described))
}

// figureLine returns the number of a figure with what it counts; of a sensitive case
// its title.
func (f Format) figureLine(e results.Entry, tone text.Tone) text.Line {
	if e.Sensitivity.IsSensitive() {
		return text.Mark(tone, e.Title, f.terms("", "title"))
	}
	return append(text.Line{text.New(text.Title, f.figure(e.Figure)+" ")}, text.Mark(tone, e.Figure.Counts, f.terms(""))...)
}

// figureDetails returns who gives a figure, its date and its case.
func (f Format) figureDetails(e results.Entry) string {
	if e.Sensitivity.IsSensitive() {
		return f.Words.Say("sensitive: %s", f.sensitivity(e.Sensitivity))
	}
	return f.Join(f.figureSource(e), f.figureDate(e), e.Title)
}

// figureDate returns the date of a figure, and whether its year is the report's
// period; empty where there is none.
func (f Format) figureDate(e results.Entry) string {
	if e.Figure.Date == "" {
		return ""
	}
	date := f.shortDate(e.Figure.Date)
	switch {
	case e.Inferred && f.Plain:
		return f.Words.Say("%s (year inferred)", date)
	case e.Inferred:
		return bracketed(e.Figure.Date, date)
	}
	return date
}

// figureSource returns who gives the figure of an entry, and its hedge.
func (f Format) figureSource(e results.Entry) string {
	return f.attribution(model.Case{Source: []model.Source{{Hedge: e.Hedge}}}, e.Figure)
}

// How many columns the longest short month takes, with its indent, and a bar at least.
const (
	maxMonthWidth = 12
	minBar        = 4
)

// barRow returns a row with a bar and its number. The certain part of the bar is full,
// the possible part is not.
func (f Format) barRow(label text.Line, e results.Entry, most int) text.Line {
	number := text.Line{text.New(text.Muted, CaseCount(f.Words, e.Cases, e.Possible)), {Text: " "}}
	if e.Plot != "" {
		most = e.Most
		if e.Cases == 0 {
			number[0].Text = f.Glyphs.None
		}
	}
	room := f.Glyphs.Width(text.Line{{Text: f.Words.Number(most)}}) + 1
	bars := (f.Width - room) / 4 // the same in every row, so that they can be compared
	if e.Facet == model.FacetDate && e.Plot == "" {
		room = f.Glyphs.Width(text.Line{{Text: CaseCount(f.Words, 2*most, most)}}) + 1
		if bars = f.Width - room - maxMonthWidth - 3; bars < minBar && e.Depth > 0 { // the row above has the year
			label = text.Line{text.New(label[len(label)-1].Tone, strings.TrimSuffix(label.String(), " "+e.Value[:4]))}
			bars += len(" 2016")
		}
	}
	bars = max(min(bars, 24), minBar)
	if e.Depth == 0 || most == 0 || bars+room+8 > f.Width {
		return f.Glyphs.Justify(label, number, f.Width, f.Glyphs.Tail)
	}
	left := f.Glyphs.Justify(f.keepNumber(label, e, f.Width-bars-room-3), nil, f.Width-bars-room-2, f.Glyphs.Tail)
	full, part := share(e.Cases-e.Possible, most, bars), share(e.Cases, most, bars)
	bar := strings.Repeat(f.Glyphs.Full, full) + strings.Repeat(f.Glyphs.Part, part-full)
	return f.Glyphs.Justify(append(left, text.Span{Text: " " + bar}), number, f.Width, f.Glyphs.Tail)
}

// keepNumber shortens the label of a paragraph in its heading, but not its number. Any
// other label is returned as it is.
func (f Format) keepNumber(label text.Line, e results.Entry, room int) text.Line {
	if e.Facet != model.FacetParagraph || f.Glyphs.Width(label) <= room {
		return label
	}
	cells := f.Glyphs.Cells(label)
	for at, cell := range slices.Backward(cells) {
		if cell.Text == " " {
			number := text.Line{text.New(cells[at].Tone, text.Merge(cells[at:]).String())}
			return append(f.Glyphs.Truncate(text.Merge(cells[:at]), room-f.Glyphs.Width(number), f.Glyphs.Tail), number...)
		}
	}
	return label
}

// share returns the number of cells of a bar for a part of the most: at least one for
// any part.
func share(part, most, cells int) int {
	if part <= 0 {
		return 0
	}
	return max(min((part*cells+most/2)/most, cells), 1)
}

// EntryText returns the text of a row of a view for the clipboard: of a figure its
// statement and its source, of a sensitive case only its title.
func (f Format) EntryText(view results.View, e results.Entry) string {
	switch {
	case view != results.ViewFigures:
		return f.EntryLabel(e)
	case e.Sensitivity.IsSensitive():
		return e.Title
	}
	text := f.figure(e.Figure) + " " + e.Figure.Counts
	if said := f.figureSource(e); said != "" {
		text += " (" + said + ")"
	}
	return text
}
