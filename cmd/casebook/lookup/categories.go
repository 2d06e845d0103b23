package lookup

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model/results"
	"casebook/model/safe"
)

const categoriesHelp = `Print the report's own categories as a tree, in its order. Each count includes
the categories below it.`

const categoriesExample = `
    $ casebook categories
    $ casebook categories --kind law
`

func Categories(p *cli.Program) *cobra.Command {
	return entriesCommand(p, &cobra.Command{Use: "categories [filters] [--json]", Short: "List categories with the number of cases", Long: categoriesHelp, Example: categoriesExample}, (*db.Library).Categories,
		func(e results.CategoryEntry) []string {
			name := ""
			if len(e.Path) > 0 {
				name = strings.Repeat("  ", len(e.Path)-1) + safe.Line(e.Path[len(e.Path)-1])
			}
			return []string{name, strconv.Itoa(e.Count)}
		})
}
