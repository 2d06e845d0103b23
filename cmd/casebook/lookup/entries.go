package lookup

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/results"
	"casebook/model/safe"
)

// entriesCommand completes a command that lists entries of a query: its name is the key
// of the JSON document, find asks the library, and row gives the cells of a line.
func entriesCommand[E any](p *cli.Program, command *cobra.Command, find func(*db.Library, context.Context, model.Query) ([]E, error),
	row func(E) []string) *cobra.Command {
	var asJSON bool
	name := command.Name()
	command.GroupID = cli.GroupLists
	if command.Args == nil {
		command.Args = cli.NoArguments
	}
	filters := p.AddFilters(command)
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	command.RunE = p.WithLibrary(func(ctx context.Context, library *db.Library, _ []string) error {
		if filters.Given("sort") {
			return refuseSort(name)
		}
		query, err := filters.Query(ctx, library)
		if err != nil {
			return err
		}
		entries, err := find(library, ctx, query)
		if err != nil {
			if asJSON && cli.Explain(err).Code == cli.ExitNothing {
				p.PrintJSON(map[string][]E{name: {}})
			}
			return err
		}
		if asJSON {
			if err := p.PrintJSON(map[string][]E{name: append([]E{}, entries...)}); err != nil {
				return err
			}
		} else {
			var rows [][]string
			for _, entry := range entries {
				rows = append(rows, row(entry))
			}
			p.PrintRows(rows)
		}
		if len(entries) == 0 {
			return cli.NothingFound(ctx, library, query, name)
		}
		return nil
	})
	return command
}

// refuseSort refuses --sort for a list with its own order.
func refuseSort(command string) error {
	return cli.Usage("omit --sort", "--sort is for casebook list and find; casebook %s has its own order", command)
}

// roles lists the cases of an entry with its role in each, and the number of others.
func roles(cases []results.CaseRole, more int) string {
	var joined []results.CaseRole // several roles in one case stand together
	for _, c := range cases {
		if last := len(joined) - 1; last >= 0 && joined[last].Case == c.Case {
			joined[last].Role += " and " + c.Role
		} else {
			joined = append(joined, c)
		}
	}
	text := cli.Cells(joined, func(c results.CaseRole) string { return safe.Line(strings.TrimSpace(c.Case + " " + c.Role)) })
	if more > 0 {
		text += fmt.Sprintf("; and %s more", cli.Counted(more, "case"))
	}
	return text
}

// descriptionText joins descriptions in one cell.
func descriptionText(descriptions []model.Description) string {
	return safe.Line(cli.Cells(descriptions, func(d model.Description) string { return d.Text }))
}

// aliases adds other names to a name.
func aliases(name string, others []string) string {
	if len(others) == 0 {
		return safe.Line(name)
	}
	return safe.Line(fmt.Sprintf("%s (%s)", name, strings.Join(others, ", ")))
}

// possiblySameIn names the other reports with the same name.
func possiblySameIn(reports []string) string {
	if len(reports) == 0 {
		return ""
	}
	return safe.Line(" [possibly the same as in " + strings.Join(reports, ", ") + "]")
}
