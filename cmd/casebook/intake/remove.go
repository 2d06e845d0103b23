package intake

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

const removeHelp = `Remove a report and all its cases from the library. REPORT is an id from
casebook reports. Without a library of your own there is only the built-in
report, which cannot be removed.`

const removeExample = `
    $ casebook remove --library team.db my-cases
`

func Remove(p *cli.Program) *cobra.Command {
	command := &cobra.Command{
		Use: "remove REPORT", Short: "Remove a report from the library", GroupID: cli.GroupLibrary, Long: removeHelp, Example: removeExample,
		Args:              cli.Arguments(1, 1, "the id of one report", "casebook remove my-cases; casebook reports lists the ids"),
		ValidArgsFunction: p.CompleteFacet(model.FacetReport),
	}
	command.RunE = p.WithLibrary(func(ctx context.Context, library *db.Library, arguments []string) error {
		entry, err := reportByID(ctx, library, arguments[0])
		if err != nil {
			return err
		}
		path, err := p.LibraryFile()
		if err != nil {
			return err
		}
		if path == "" {
			return cli.Usage("casebook import makes a library of your own", "the built-in report is part of the program and cannot be removed")
		}
		if err := library.Remove(ctx, entry.ID); err != nil {
			return err
		}
		fmt.Fprintf(p.Out, "removed %s (%s): %s\n", safe.Line(entry.ID), safe.Line(entry.Title), cli.Counted(entry.Cases, "case"))
		if reports, err := library.Reports(ctx); err != nil || len(reports) > 0 {
			return err
		}
		fmt.Fprintf(p.Out, "the library is empty now; without the file %s casebook opens the built-in report again\n", safe.Line(path))
		return nil
	})
	return command
}

// reportByID returns the report with exactly this id.
func reportByID(ctx context.Context, library *db.Library, id string) (results.ReportEntry, error) {
	reports, err := library.Reports(ctx)
	if err != nil {
		return results.ReportEntry{}, err
	}
	var ids []string
	for _, report := range reports {
		if report.ID == id {
			return report, nil
		}
		ids = append(ids, report.ID)
	}
	failed := &cli.Failure{Code: cli.ExitUsage, Message: fmt.Sprintf("no report is called %q", id), Hint: "the library has no report"}
	if len(ids) > 0 {
		failed.Hint = "the library has " + strings.Join(ids, ", ")
	}
	if near, ok := model.Nearest(id, ids); ok {
		failed.Hint = "did you mean " + near + "?"
	}
	return results.ReportEntry{}, failed
}
