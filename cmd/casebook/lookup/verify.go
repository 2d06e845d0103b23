package lookup

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
	"casebook/model/source"
)

const verifyHelp = `Check the library against the report: every paragraph has a case, every fact has
a source, every reference leads somewhere, every date is valid. With --source
and your own copy of the report as plain text, also check that its paragraphs
are those the cases were made from, and that the anchor words of each fact are
in its paragraph.

Print a table by section, then notes on what else your copy contains, then what
failed. The exit status is 1 if anything failed; notes are not failures.`

const verifyExample = `
    $ casebook verify
    $ casebook verify --source report.txt
`

func Verify(p *cli.Program) *cobra.Command {
	var named string
	var asJSON bool
	command := &cobra.Command{Use: "verify [--source FILE] [--report ID] [--json]", Short: "Check every fact against the report", GroupID: cli.GroupLibrary, Long: verifyHelp, Example: verifyExample, Args: cli.NoArguments}
	command.Flags().StringVar(&p.Source, "source", "", "your own copy of the report as plain text `FILE`; - reads standard input")
	command.Flags().StringVar(&named, "report", "", "check only the report with this `ID`")
	command.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	command.RegisterFlagCompletionFunc("report", p.CompleteFacet(model.FacetReport))
	command.RunE = p.WithLibrary(func(ctx context.Context, library *db.Library, _ []string) error {
		ids, err := cli.ReportIDs(ctx, library, named)
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return &cli.Failure{Code: cli.ExitNothing, Message: "there is no report to verify", Hint: "the library is empty; casebook import adds reports"}
		}
		var read *source.Copy
		if p.Source != "" {
			id, err := cli.OneReport(ctx, library, ids)
			if err != nil {
				return err
			}
			ids = []string{id}
			if read, err = p.ReadCopy(ctx, library, id); err != nil {
				return err
			}
		}
		var failed source.Failed
		wrong := false
		var verified []verifiedReport
		for _, id := range ids {
			pack, err := library.Pack(ctx, id)
			if err != nil {
				return err
			}
			result := source.Verify(pack, read)
			if asJSON {
				verified = append(verified, verifiedReport{id, result})
			} else {
				printResult(p, pack.Report, result, read != nil)
			}
			failed.Facts += result.Failed.Facts
			failed.Paragraphs += result.Failed.Paragraphs
			failed.Headings += result.Failed.Headings
			failed.Others += result.Failed.Others
			wrong = wrong || !result.OK()
		}
		if asJSON {
			if err := p.PrintJSON(map[string][]verifiedReport{"reports": verified}); err != nil {
				return err
			}
		}
		if wrong {
			return &cli.Failure{Code: cli.ExitNothing, Message: "verify found " + failedText(failed), Hint: "see above for what failed and where"}
		}
		return nil
	})
	return command
}

// A verifiedReport is the verification of one report, as --json prints it.
type verifiedReport struct {
	Report string `json:"report"`
	source.Result
}

// failedText returns the numbers of failures by kind.
func failedText(failed source.Failed) string {
	var parts []string
	for _, kind := range []struct {
		count int
		noun  string
	}{{failed.Paragraphs, "failed paragraph"}, {failed.Headings, "failed heading"}, {failed.Facts, "failed fact"}, {failed.Others, "other mistake"}} {
		if kind.count > 0 {
			parts = append(parts, cli.Counted(kind.count, kind.noun))
		}
	}
	if last := len(parts) - 1; last > 0 {
		return strings.Join(parts[:last], ", ") + " and " + parts[last]
	}
	return strings.Join(parts, "")
}

// printResult prints a verification as a table by section, then its problems.
func printResult(p *cli.Program, report model.Report, result source.Result, copied bool) {
	fmt.Fprintln(p.Out, p.Strong(safe.Line(report.Title)))
	fmt.Fprintln(p.Out)
	rows := [][]string{{"section", "paragraphs covered", "facts checked", "facts failed", ""}}
	if copied {
		rows[0] = []string{"section", "paragraphs covered", "unchanged in your copy", "facts checked", "facts failed", ""}
	}
	row := func(name string, r source.Row) {
		cells := []string{name, fmt.Sprintf("%d of %d", r.Covered, r.Paragraphs)}
		if copied {
			cells = append(cells, fmt.Sprintf("%d of %d", r.Found, r.Paragraphs))
		}
		rows = append(rows, append(cells, strconv.Itoa(r.Facts), strconv.Itoa(r.Failed), ""))
	}
	for _, r := range result.Rows {
		row(safe.Line(strings.Join(r.Heading, " › ")), r)
	}
	row("all", result.Total())
	p.PrintRows(rows)
	if len(result.Problems)+len(result.Notes) > 0 {
		fmt.Fprintln(p.Out)
	}
	for _, note := range result.Notes {
		fmt.Fprintln(p.Out, "NOTE    "+safe.Line(note))
	}
	for _, problem := range result.Problems {
		where := safe.Line(strings.Join(problem.Section, " › "))
		if problem.Paragraph > 0 {
			where += ", paragraph " + strconv.Itoa(problem.Paragraph)
		}
		parts := []string{}
		for _, part := range []string{problem.Case, where, problem.Fact, problem.Message} {
			if part != "" {
				parts = append(parts, safe.Line(part))
			}
		}
		fmt.Fprintln(p.Out, "FAILED  "+strings.Join(parts, ": "))
	}
}
