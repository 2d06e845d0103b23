package main

import (
	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
)

const peopleHelp = `Usage:
    casebook people [filters] [--json]

Prints the people of the cases: who they are, and the cases they are in with
their role in each. Groups and people without a name are among them.

Example:
    $ casebook people --role defendant
    $ casebook people --category "Criminal prosecution of journalists" --json
`

func (p *program) peopleCommand() *cobra.Command {
	return entriesCommand(p, "people", "the people of the cases, with their roles", peopleHelp, (*db.Library).People,
		func(filter model.Filter, e model.PersonEntry) bool {
			return chosenSelf(filter, model.FacetPerson, e.Name, e.Cases)
		},
		func(e model.PersonEntry) []string {
			about := e.Described
			if e.Status != nil {
				about = append([]model.Description{*e.Status}, about...)
			}
			text := described(about)
			if text == "" && e.Kind != model.PersonIndividual {
				text = clean(string(e.Kind))
			}
			return []string{clean(e.Name) + possibly(e.AlsoIn), text, roles(e.Cases)}
		})
}
