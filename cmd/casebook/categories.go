package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
)

const categoriesHelp = `Usage:
    casebook categories [filters] [--json]

Prints the subjects of the report as its own tree, in its order, each with how
many cases it and those below it hold.

Example:
    $ casebook categories
    $ casebook categories --kind law
`

func (p *program) categoriesCommand() *cobra.Command {
	return entriesCommand(p, "categories", "the subjects of the report, with counts", categoriesHelp, (*db.Library).Categories,
		func(e model.CategoryEntry) []string {
			name := ""
			if len(e.Path) > 0 {
				name = strings.Repeat("  ", len(e.Path)-1) + safe.Line(e.Path[len(e.Path)-1])
			}
			return []string{name, strconv.Itoa(e.Count)}
		})
}
