package document

import (
	"strings"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/text"
	"casebook/tui/words"
)

// EntryTable returns the table of a view; false: it has none.
func EntryTable(view results.View) (Table[results.Entry], bool) {
	switch view {
	case results.ViewPeople:
		const name, outcome, role, cases, said = 0, 1, 2, 3, 4
		return Table[results.Entry]{
			columns: []column[results.Entry]{
				name:    {func(w words.Words) string { return w.Say("Name") }, model.SortTitle, Format.nameCell},
				outcome: {func(w words.Words) string { return w.Say("Outcome") }, model.SortOutcome, Format.personOutcomeCell},
				role:    {func(w words.Words) string { return w.Say("Role") }, model.SortRole, Format.roleCell},
				cases:   {func(w words.Words) string { return w.Say("Cases") }, model.SortCases, Format.casesCell},
				said:    {func(w words.Words) string { return w.Say("Described as") }, model.SortDescription, Format.describedCell},
			},
			steps: []step{{name, 26}, {cases, 7}, {outcome, 32}, {said, 24}, {role, 18}, {name, 30}, {role, 34}, {said, 48}, {name, 44}, {outcome, 44}, {said, 100}},
		}, true
	case results.ViewFigures:
		const figure, said, when, of = 0, 1, 2, 3
		return Table[results.Entry]{
			columns: []column[results.Entry]{
				figure: {func(w words.Words) string { return w.Say("Figure") }, model.SortNumber, Format.figureLine},
				said:   {func(w words.Words) string { return w.Say("Said by") }, model.SortSource, Format.figureSourceCell},
				when:   {func(w words.Words) string { return w.Say("When") }, model.SortDate, Format.whenCell},
				of:     {func(w words.Words) string { return w.Say("Case") }, model.SortReport, Format.caseCell},
			},
			steps: []step{{figure, 58}, {said, 17}, {when, 16}, {of, 20}, {figure, 76}, {said, 36}, {of, 61}, {figure, 100}},
		}, true
	}
	return Table[results.Entry]{}, false
}

func (f Format) nameCell(e results.Entry, tone text.Tone) text.Line {
	return text.Mark(tone, f.EntryLabel(e), f.terms("", model.FieldOf(e.Facet)))
}

// personOutcomeCell returns somebody's outcomes in cases that are not sensitive.
func (f Format) personOutcomeCell(e results.Entry, _ text.Tone) text.Line {
	return text.Line{text.New(text.Muted, f.rowOutcome(results.Row{Outcomes: e.Outcomes}))}
}

func (f Format) roleCell(e results.Entry, _ text.Tone) text.Line {
	return text.Line{text.New(text.Muted, f.roleCounts(e))}
}

func (f Format) casesCell(e results.Entry, _ text.Tone) text.Line {
	number := text.New(text.Muted, f.Words.Number(e.Cases))
	return text.Line{{Text: strings.Repeat(" ", max(5-f.Glyphs.Width(text.Line{number}), 0))}, number}
}

func (f Format) describedCell(e results.Entry, _ text.Tone) text.Line {
	return text.Line{text.New(text.Muted, f.description(e))}
}

func (f Format) figureSourceCell(e results.Entry, _ text.Tone) text.Line {
	said := f.Words.Say("sensitive: %s", f.sensitivity(e.Sensitivity))
	if !e.Sensitivity.IsSensitive() {
		said = f.figureSource(e)
	}
	return text.Line{text.New(text.Muted, said)}
}

func (f Format) whenCell(e results.Entry, _ text.Tone) text.Line {
	if e.Sensitivity.IsSensitive() {
		return nil
	}
	return text.Line{text.New(text.Muted, f.figureDate(e))}
}

func (f Format) caseCell(e results.Entry, _ text.Tone) text.Line {
	if e.Sensitivity.IsSensitive() {
		return nil
	}
	return text.Mark(text.Muted, e.Title, f.terms("", "title"))
}
