package main

import (
	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
)

const figuresHelp = `Print the figures that the report gives, in its own terms ("at least", "up to"),
with what they count, who says so, and the case. Years taken from the report's
period are marked as inferred. Figures may overlap; do not add them up.`

const figuresExample = `
    $ casebook figures --category "Migrant workers' rights"
`

func (p *program) figuresCommand() *cobra.Command {
	return entriesCommand(p, &cobra.Command{Use: "figures [filters] [--json]", Short: "List figures", Long: figuresHelp, Example: figuresExample}, (*db.Library).Figures,
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
