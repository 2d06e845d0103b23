package lookup

import (
	"cmp"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/results"
	"casebook/model/safe"
)

const reportsHelp = `Print the reports in the library: how many cases and paragraphs each has, its
licence, and what to keep in mind when reading its cases.`

const reportsExample = `
    $ casebook reports
`

func Reports(p *cli.Program) *cobra.Command {
	var asJSON bool
	command := &cobra.Command{Use: "reports [--json]", Short: "List the reports in the library", GroupID: cli.GroupLibrary, Long: reportsHelp, Example: reportsExample, Args: cli.NoArguments}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	command.RunE = p.WithLibrary(func(ctx context.Context, library *db.Library, _ []string) error {
		reports, err := library.Reports(ctx)
		if err != nil {
			return err
		}
		if asJSON {
			for i := range reports {
				reports[i].Period = cmp.Or(reports[i].Period, model.NotStated) // such as the user's own list
			}
			err = p.PrintJSON(map[string][]results.ReportEntry{"reports": append([]results.ReportEntry{}, reports...)})
		} else {
			printReports(p, reports)
		}
		if err == nil && len(reports) == 0 {
			err = &cli.Failure{Code: cli.ExitNothing, Message: "the library has no report", Hint: "casebook import FILE adds one"}
		}
		return err
	})
	return command
}

// printPublication prints a publication, with one line for each entry.
func printPublication(p *cli.Program, name string, reports []results.ReportEntry) {
	var entries [][]string
	cases := 0
	var first results.ReportEntry
	for _, r := range reports {
		if r.Publication != name {
			continue
		}
		if len(entries) == 0 {
			first = r
		}
		cases += r.Cases
		entries = append(entries, []string{"    " + safe.Line(r.ID), safe.Line(r.Country), cli.Counted(r.Cases, "case")})
	}
	fmt.Fprintln(p.Out, p.Strong(safe.Line(name)))
	size := cli.Counted(len(entries), "entry") + ", " + cli.Counted(cases, "case")
	if first.Period != "" {
		size += "; period " + model.DateLabel(first.Period)
	}
	for _, line := range append([]string{size, first.Licence}, first.Caveats...) {
		fmt.Fprintln(p.Out, cli.Indented("    ", safe.Line(line), p.Width()))
	}
	p.PrintRows(entries)
}

func printReports(p *cli.Program, reports []results.ReportEntry) {
	width := p.Width()
	told := map[string]bool{}
	for i, r := range reports {
		if told[r.Publication] {
			continue
		}
		if i > 0 {
			fmt.Fprintln(p.Out)
		}
		if r.Publication != "" {
			told[r.Publication] = true
			printPublication(p, r.Publication, reports)
			continue
		}
		fmt.Fprintln(p.Out, p.Strong(safe.Line(r.ID)))
		size := cli.Counted(r.Cases, "case")
		if r.Paragraphs > 0 {
			size += ", " + cli.Counted(r.Paragraphs, "paragraph")
		}
		if r.Period != "" {
			size += "; period " + model.DateLabel(r.Period)
		}
		lines := []string{r.Title, size, r.Attribution}
		for _, line := range append(lines, r.Caveats...) {
			fmt.Fprintln(p.Out, cli.Indented("    ", safe.Line(line), width))
		}
	}
}
