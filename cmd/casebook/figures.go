package main

import (
	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
)

const figuresHelp = `Usage:
    casebook figures [filters] [--json]

Prints the numbers that the report gives: with "at least" and "up to" as the
report has them, what they count, who says so, and the case. A year that the
report does not write beside a date is marked as inferred. The numbers are not
to be added up: what they count may overlap.

Example:
    $ casebook figures --category "Migrant workers' rights"
`

func (p *program) figuresCommand() *cobra.Command {
	return entriesCommand(p, "figures", "the numbers that the report gives", figuresHelp, (*db.Library).Figures,
		func(e model.FigureEntry) []string {
			return []string{safe.Line(e.Case), safe.Line(figurePhrase(e))}
		})
}

// figurePhrase is a figure with its date, and who says so how surely.
func figurePhrase(f model.FigureEntry) string {
	phrase := f.Label()
	if f.Date != "" {
		phrase += ", " + model.DateLabel(f.Date)
	}
	if f.YearInferred {
		phrase += " (year inferred)"
	}
	attribution := f.Attribution(f.Hedge)
	if attribution == "" && f.Hedge != model.HedgeStated {
		attribution = string(f.Hedge)
	}
	if attribution != "" {
		phrase += ", " + attribution
	}
	return phrase
}
