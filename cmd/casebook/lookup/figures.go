package lookup

import (
	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model/results"
	"casebook/model/safe"
)

const figuresHelp = `Print the figures that the report gives, in its own terms ("at least", "up to"),
with what they count, who says so, and the case. Years taken from the report's
period are marked as inferred. Figures may overlap; do not add them up.`

const figuresExample = `
    $ casebook figures --category "Migrant workers' rights"
`

func Figures(p *cli.Program) *cobra.Command {
	return entriesCommand(p, &cobra.Command{Use: "figures [filters] [--json]", Short: "List figures", Long: figuresHelp, Example: figuresExample}, (*db.Library).Figures,
		func(e results.FigureEntry) []string {
			return []string{safe.Line(e.Case), safe.Line(e.Phrase(e.Hedge, e.YearInferred))}
		})
}
