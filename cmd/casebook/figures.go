package main

import (
	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
)

const figuresHelp = `Usage:
    casebook figures [filters] [--json]

Prints the numbers that the report gives: with "at least" and "up to" as the
report has them, what they count, who says so, and the case. They are not to be
added up: what they count may overlap.

Example:
    $ casebook figures --category "Migrant workers' rights"
`

func (p *program) figuresCommand() *cobra.Command {
	return entriesCommand(p, "figures", "the numbers that the report gives", figuresHelp, (*db.Library).Figures, nil,
		func(e model.FigureEntry) []string { return []string{clean(e.Case), figurePhrase(e.Figure)} })
}
