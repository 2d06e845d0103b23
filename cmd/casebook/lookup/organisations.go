package lookup

import (
	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model/results"
	"casebook/model/safe"
)

const organisationsHelp = `Print the organisations in the cases (NGOs, news outlets, authorities) and their
role in each case.`

const organisationsExample = `
    $ casebook organisations --role source
`

func Organisations(p *cli.Program) *cobra.Command {
	return entriesCommand(p, &cobra.Command{Use: "organisations [filters] [--json]", Short: "List organisations and their roles", Long: organisationsHelp, Example: organisationsExample}, (*db.Library).Organisations,
		func(e results.OrganisationEntry) []string {
			return []string{aliases(e.Name, e.Aliases) + possiblySameIn(e.AlsoIn), safe.Line(e.Kind), roles(e.Cases, e.More)}
		})
}
