package lookup

import (
	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/results"
	"casebook/model/safe"
)

const lawsHelp = `Print the laws and treaties in the cases with their provisions: who was charged
or convicted under them, what they define, who challenged them.`

const lawsExample = `
    $ casebook laws --role defendant
    $ casebook laws --person Ayan
`

func Laws(p *cli.Program) *cobra.Command {
	return entriesCommand(p, &cobra.Command{Use: "laws [filters] [--json]", Short: "List laws and who was charged under them", Long: lawsHelp, Example: lawsExample}, (*db.Library).Laws,
		func(e results.LawEntry) []string {
			name := aliases(e.Name, e.Aliases)
			if e.Name == model.NotStated {
				name = "law not stated"
			}
			return []string{name + possiblySameIn(e.AlsoIn), safe.Line(e.Kind), roles(e.Cases, e.More)}
		})
}
