package main

import (
	"cmp"
	"context"
	"fmt"

	"github.com/spf13/cobra"

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

func (p *program) reportsCommand() *cobra.Command {
	var asJSON bool
	command := &cobra.Command{Use: "reports [--json]", Short: "List the reports in the library", GroupID: groupLibrary, Long: reportsHelp, Example: reportsExample, Args: noArguments}
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	command.RunE = p.withLibrary(func(ctx context.Context, library *db.Library, _ []string) error {
		reports, err := library.Reports(ctx)
		if err != nil {
			return err
		}
		if asJSON {
			for i := range reports {
				reports[i].Period = cmp.Or(reports[i].Period, model.NotStated) // as a list of one's own
			}
			err = p.printJSON(map[string][]results.ReportEntry{"reports": append([]results.ReportEntry{}, reports...)})
		} else {
			p.printReports(reports)
		}
		if err == nil && len(reports) == 0 {
			err = &failure{code: exitNothing, message: "the library has no report", hint: "casebook import FILE adds one"}
		}
		return err
	})
	return command
}

// printPublication prints a publication as one thing, with its entries a line each.
func (p *program) printPublication(name string, reports []results.ReportEntry) {
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
		entries = append(entries, []string{"    " + safe.Line(r.ID), safe.Line(r.Country), counted(r.Cases, "case")})
	}
	fmt.Fprintln(p.out, p.strong(safe.Line(name)))
	size := counted(len(entries), "entry") + ", " + counted(cases, "case")
	if first.Period != "" {
		size += "; period " + model.DateLabel(first.Period)
	}
	for _, line := range append([]string{size, first.Licence}, first.Caveats...) {
		fmt.Fprintln(p.out, indented("    ", safe.Line(line), p.width()))
	}
	p.printRows(entries)
}

func (p *program) printReports(reports []results.ReportEntry) {
	width := p.width()
	told := map[string]bool{}
	for i, r := range reports {
		if told[r.Publication] {
			continue
		}
		if i > 0 {
			fmt.Fprintln(p.out)
		}
		if r.Publication != "" {
			told[r.Publication] = true
			p.printPublication(r.Publication, reports)
			continue
		}
		fmt.Fprintln(p.out, p.strong(safe.Line(r.ID)))
		size := counted(r.Cases, "case")
		if r.Paragraphs > 0 {
			size += ", " + counted(r.Paragraphs, "paragraph")
		}
		if r.Period != "" {
			size += "; period " + model.DateLabel(r.Period)
		}
		lines := []string{r.Title, size, r.Attribution}
		for _, line := range append(lines, r.Caveats...) {
			fmt.Fprintln(p.out, indented("    ", safe.Line(line), width))
		}
	}
}
