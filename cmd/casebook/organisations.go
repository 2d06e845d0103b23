package main

import (
	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
)

const organisationsHelp = `Usage:
    casebook organisations [filters] [--json]

Prints the organisations of the cases: NGOs, news outlets, authorities, with
the cases they are in and their role in each.

Example:
    $ casebook organisations --role source
`

func (p *program) organisationsCommand() *cobra.Command {
	return entriesCommand(p, "organisations", "the organisations of the cases, with their roles", organisationsHelp, (*db.Library).Organisations,
		func(e model.OrganisationEntry) []string {
			return []string{aliases(e.Name, e.Aliases) + possibly(e.AlsoIn), safe.Line(e.Kind), roles(e.Cases, e.More)}
		})
}
