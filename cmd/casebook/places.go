package main

import (
	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
)

const placesHelp = `Usage:
    casebook places [filters] [--json]

Prints the places of the cases. Almaty the city and Almaty Region are two
places. The role tells where something occurred from where it was planned and
where somebody comes from.

Example:
    $ casebook places --category "Freedom of assembly"
`

func (p *program) placesCommand() *cobra.Command {
	return entriesCommand(p, "places", "the places of the cases, with their roles", placesHelp, (*db.Library).Places,
		func(e model.PlaceEntry) []string {
			return []string{aliases(e.Name, e.Aliases) + possibly(e.AlsoIn), safe.Line(string(e.Kind)), roles(e.Cases, e.More)}
		})
}
