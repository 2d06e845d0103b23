// Package lookup has the commands that read the library: cases, lists of what they
// contain, reports, exports and the check against a report's text. It knows the model,
// the library and plain documents; it must not have rules about cases.
package lookup

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/export"
	"casebook/model/results"
	"casebook/model/safe"
)

const listHelp = `Print the cases, one per line: id, kind, date and title. "Possible date" means
that the date is wider or less exact than the one you asked for.`

const listExample = `
    $ casebook list --category "Social media" --kind proceeding
    $ casebook list --place Almaty --since 2016-05 --until 2016-07
    $ casebook list --csv > cases.csv
`

func List(p *cli.Program) *cobra.Command {
	var asJSON, asCSV, asMarkdown bool
	var format string
	command := &cobra.Command{Use: "list [filters] [--json|--csv|--markdown|--format FORMAT]", Short: "List cases", GroupID: cli.GroupCases, Long: listHelp, Example: listExample, Args: cli.NoArguments}
	filters := p.AddFilters(command)
	command.Flags().BoolVar(&asJSON, "json", false, "print complete cases as one JSON document")
	command.Flags().BoolVar(&asCSV, "csv", false, "print a table for a spreadsheet, one case per row")
	command.Flags().BoolVar(&asMarkdown, "markdown", false, "print text with the attribution, ready to share")
	addFormat(p, command, &format)
	command.MarkFlagsMutuallyExclusive("json", "csv", "markdown", "format")
	command.RunE = p.WithLibrary(func(ctx context.Context, library *db.Library, _ []string) error {
		query, err := filters.Query(ctx, library)
		if err != nil {
			return err
		}
		switch {
		case asJSON:
			return printCasesJSON(ctx, p, library, query, false)
		case format != "":
			return writeFormat(ctx, p, library, format, query)
		case asCSV:
			return WriteCases(ctx, p, library, export.CSV, query, p.Out)
		case asMarkdown:
			return WriteCases(ctx, p, library, export.Markdown, query, p.Out)
		}
		return printCaseRows(ctx, p, library, query)
	})
	return command
}

// eachPage calls visit with the pages of a query, up to the query's limit, and fails if
// there are no rows.
func eachPage(ctx context.Context, p *cli.Program, library *db.Library, query model.Query, visit func(results.Page) error) error {
	left := query.Limit
	for first := true; ; first = false {
		query.Limit = cli.PageRows
		if left > 0 {
			query.Limit = min(left, cli.PageRows)
		}
		page, err := library.Find(ctx, query)
		if err != nil {
			return err
		}
		if first && page.NamesCut {
			fmt.Fprintln(p.Err, "casebook: note: many names sound like this; only the most likely are listed: add another part of the name")
		}
		if first || len(page.Rows) > 0 {
			if err := visit(page); err != nil {
				return err
			}
		}
		if first && len(page.Rows) == 0 {
			return cli.NothingFound(ctx, library, query, "case")
		}
		if len(page.Rows) < query.Limit || left == query.Limit {
			return nil
		}
		query.After = page.Rows[len(page.Rows)-1].ID
		left = max(left-len(page.Rows), 0)
	}
}

// reportNames returns the short names of reports by id, if a query may have cases of
// several.
func reportNames(ctx context.Context, library *db.Library, query model.Query) (map[string]string, error) {
	if len(query.Filter[model.FacetReport]) == 1 {
		if _, err := library.Report(ctx, query.Filter[model.FacetReport][0]); err == nil {
			return nil, nil
		}
	}
	reports, err := library.Reports(ctx)
	if err != nil || len(reports) < 2 {
		return nil, err
	}
	names := map[string]string{}
	for _, report := range reports {
		names[report.ID] = report.Name()
	}
	return names, nil
}

func printCaseRows(ctx context.Context, p *cli.Program, library *db.Library, query model.Query) error {
	shown, first := 0, results.Page{}
	names, err := reportNames(ctx, library, query)
	if err != nil {
		return err
	}
	err = eachPage(ctx, p, library, query, func(page results.Page) error {
		if shown == 0 {
			first = page
		}
		shown += len(page.Rows)
		var rows [][]string
		for _, row := range page.Rows {
			title := safe.Line(row.Title)
			if row.Draft {
				title += " (draft)"
			}
			if match := row.MatchLabel(); match != "" {
				title += " (" + safe.Line(match) + ")"
			}
			if row.Possible {
				title += " (possible date)" // the case possibly has one of the dates
			}
			if name := names[row.Report]; name != "" {
				title += " (" + safe.Line(name) + ")"
			}
			rows = append(rows, []string{p.Strong(safe.Line(row.ID)), safe.Line(string(row.Kind)), safe.Line(model.DateLabel(row.Date)), title})
		}
		p.PrintRows(rows)
		return nil
	})
	if err == nil && p.Width() > 0 { // a pipe gets only the cases
		all, possible, err := cli.Total(ctx, library, query, first)
		if err != nil {
			return err
		}
		if shown < all {
			fmt.Fprintf(p.Out, "%d of %s\n", shown, countText(all, possible))
		} else {
			fmt.Fprintln(p.Out, countText(all, possible))
		}
	}
	return err
}

// countText returns the number of cases, and of those that possibly match a date: "6
// cases, 9 more possible".
func countText(all, possible int) string {
	if possible == 0 {
		return cli.Counted(all, "case")
	}
	return cli.Counted(all-possible, "case") + ", " + model.Number(float64(possible)) + " more possible"
}

// errEnough ends eachPage early.
var errEnough = errors.New("enough")

// A caseHit is a case with how it matched the search; possible if its date only possibly
// matches.
type caseHit struct {
	model.Case
	Match    string `json:"match,omitempty"`
	Possible bool   `json:"possible,omitempty"`
}

// printCasesJSON prints a query's cases as one document, a case at a time, so that memory
// does not grow with the library. After a search it says how each case matched, and
// whether a date only possibly matches.
func printCasesJSON(ctx context.Context, p *cli.Program, library *db.Library, query model.Query, searched bool) error {
	matches := map[string]string{} // of the few cases that did not match literally
	var possible []bool            // of each case
	dated := query.Since != "" || query.Until != "" || len(query.Filter[model.FacetDate]) > 0
	var first *results.Page
	err := eachPage(ctx, p, library, query, func(page results.Page) error {
		if first == nil {
			first = &page
		}
		for _, row := range page.Rows {
			if match := row.MatchLabel(); match != "" {
				matches[row.ID] = match
			}
			possible = append(possible, row.Possible)
		}
		if !searched && !dated && len(page.Rows) > 0 {
			return errEnough
		}
		return nil
	})
	if first != nil && len(first.Rows) == 0 {
		fmt.Fprint(p.Out, "{\n  \"total\": 0,\n  \"cases\": []\n}\n")
	}
	if err != nil && !errors.Is(err, errEnough) {
		return err
	}
	all, mayBe, err := cli.Total(ctx, library, query, *first)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Out, "{\n  \"total\": %d,\n", all)
	if mayBe > 0 {
		fmt.Fprintf(p.Out, "  \"possible\": %d,\n", mayBe)
	}
	fmt.Fprint(p.Out, "  \"cases\": [")
	separator, end := "\n    ", "]\n}\n"
	at := 0
	for c, err := range library.Cases(ctx, query) {
		if err != nil {
			return err
		}
		hit := caseHit{Case: c, Possible: at < len(possible) && possible[at]}
		at++
		if searched {
			hit.Match = cmp.Or(matches[c.ID], matchLiteral)
		}
		text, err := safe.EncodeJSON(hit, "    ", "  ")
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(p.Out, "%s%s", separator, text); err != nil {
			return err
		}
		separator, end = ",\n    ", "\n  ]\n}\n"
	}
	fmt.Fprint(p.Out, end)
	return nil
}
