package lookup

import (
	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model/results"
	"casebook/model/safe"
)

const placesHelp = `Print the places in the cases. The role says whether something happened there,
was planned there, or somebody comes from there. A city and the region of the
same name, such as Almaty, are two places.`

const placesExample = `
    $ casebook places --category "Freedom of assembly"
`

func Places(p *cli.Program) *cobra.Command {
	return entriesCommand(p, &cobra.Command{Use: "places [filters] [--json]", Short: "List places", Long: placesHelp, Example: placesExample}, (*db.Library).Places,
		func(e results.PlaceEntry) []string {
			return []string{aliases(e.Label, e.Aliases) + possiblySameIn(e.AlsoIn), safe.Line(string(e.Kind)), roles(e.Cases, e.More)}
		})
}
