package lookup

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model/results"
	"casebook/model/safe"
)

const facetsHelp = `Print every filter value with the number of cases that have it. Each count
shows what you would get by choosing that value: a filter's own selection is
ignored. "6 (+9 possible)" beside a month: 6 cases have a date in it, and 9 more
may have, since their dates are less exact. Values without a case are left out;
--json includes them. With --limit N each filter shows its first N values.`

const facetsExample = `
    $ casebook facets
    $ casebook facets --place Almaty --json
`

func Facets(p *cli.Program) *cobra.Command {
	var asJSON bool
	command := &cobra.Command{Use: "facets [filters] [--json]", Short: "List all filter values with counts", GroupID: cli.GroupLists, Long: facetsHelp, Example: facetsExample, Args: cli.NoArguments}
	filters := p.AddFilters(command)
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	command.RunE = p.WithLibrary(func(ctx context.Context, library *db.Library, _ []string) error {
		if filters.Given("sort") {
			return refuseSort("facets")
		}
		query, err := filters.Query(ctx, library)
		if err != nil {
			return err
		}
		counts, err := library.Facets(ctx, query)
		if err != nil {
			return err
		}
		if asJSON {
			err = p.PrintJSON(struct {
				Total  int                  `json:"total"`
				Facets []results.FacetCount `json:"facets"`
			}{counts.Total, counts.Facets})
		} else {
			printFacets(p, counts, query.Limit)
		}
		if err == nil && counts.Total == 0 {
			err = cli.NothingFound(ctx, library, query, "case")
		}
		return err
	})
	return command
}

// printFacets prints the facets, with at most limit values each; 0: all.
func printFacets(p *cli.Program, counts results.Counts, limit int) {
	printed := false
	for _, facet := range counts.Facets {
		if !slices.ContainsFunc(facet.Values, func(v results.FacetValue) bool { return v.Count > 0 }) {
			continue
		}
		if printed {
			fmt.Fprintln(p.Out)
		}
		printed = true
		fmt.Fprintln(p.Out, p.Strong(safe.Line(cli.FacetName(facet.Facet))))
		var rows [][]string
		for _, value := range facet.Values {
			if value.Count > 0 && (limit == 0 || len(rows) < limit) {
				rows = append(rows, []string{strings.Repeat("  ", value.Depth+1) + safe.Line(value.Label), caseCount(value)})
			}
		}
		p.PrintRows(rows)
	}
}

// caseCount returns the number of cases of a value; of a time also "6 (+9 possible)".
func caseCount(value results.FacetValue) string {
	if value.Possible == 0 {
		return strconv.Itoa(value.Count)
	}
	return fmt.Sprintf("%d (+%d possible)", value.Count-value.Possible, value.Possible)
}
