package main

import (
	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
)

const lawsHelp = `Usage:
    casebook laws [filters] [--json]

Prints the laws and treaties of the cases with their provisions: who was
charged or convicted under them, what they define, who challenged them.

Example:
    $ casebook laws --role defendant
    $ casebook laws --person Ayan
`

func (p *program) lawsCommand() *cobra.Command {
	return entriesCommand(p, "laws", "the laws of the cases, with their provisions", lawsHelp, (*db.Library).Laws,
		func(e model.LawEntry) []string {
			name := aliases(e.Name, e.Aliases)
			if e.Name == model.NotStated {
				name = "law not stated"
			}
			return []string{name + possibly(e.AlsoIn), safe.Line(e.Kind), roles(e.Cases, e.More)}
		})
}
