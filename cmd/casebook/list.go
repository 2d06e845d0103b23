package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

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

func (p *program) listCommand() *cobra.Command {
	var asJSON, asCSV, asMarkdown bool
	var format string
	command := &cobra.Command{Use: "list [filters] [--json|--csv|--markdown|--format FORMAT]", Short: "List cases", GroupID: groupCases, Long: listHelp, Example: listExample, Args: noArguments}
	filters := p.addFilters(command)
	command.Flags().BoolVar(&asJSON, "json", false, "print complete cases as one JSON document")
	command.Flags().BoolVar(&asCSV, "csv", false, "print a table for a spreadsheet, one case per row")
	command.Flags().BoolVar(&asMarkdown, "markdown", false, "print text with the attribution, ready to share")
	p.addFormat(command, &format)
	exclusive(command, "json", "csv", "markdown", "format")
	command.RunE = p.withLibrary(func(ctx context.Context, library *db.Library, _ []string) error {
		query, err := filters.query(ctx, library)
		if err != nil {
			return err
		}
		switch {
		case asJSON:
			return p.printCasesJSON(ctx, library, query, false)
		case format != "":
			return p.writeFormat(ctx, library, format, query)
		case asCSV:
			return p.writeCases(ctx, library, export.CSV, query, p.out)
		case asMarkdown:
			return p.writeCases(ctx, library, export.Markdown, query, p.out)
		}
		return p.printCaseRows(ctx, library, query)
	})
	return command
}

// withLibrary is a command's work with the library of this run opened for it.
func (p *program) withLibrary(work func(context.Context, *db.Library, []string) error) func(*cobra.Command, []string) error {
	return func(command *cobra.Command, arguments []string) error {
		library, err := p.open(command.Context())
		if err != nil {
			return err
		}
		defer library.Close()
		return work(command.Context(), library, arguments)
	}
}

// pageRows is how many rows are asked of the library at a time.
const pageRows = 500

// eachPage calls visit with one page of a query after the other, never more
// rows in all than the query's limit, and fails where there is no row at all.
func (p *program) eachPage(ctx context.Context, library *db.Library, query model.Query, visit func(results.Page) error) error {
	left := query.Limit
	for first := true; ; first = false {
		query.Limit = pageRows
		if left > 0 {
			query.Limit = min(left, pageRows)
		}
		page, err := library.Find(ctx, query)
		if err != nil {
			return err
		}
		if first && page.NamesCut {
			fmt.Fprintln(p.err, "casebook: note: many names sound like this; only the likeliest are listed: add another part of the name")
		}
		if first {
			if page.Total, page.Possible, err = total(ctx, library, query, page); err != nil {
				return err
			}
		}
		if first || len(page.Rows) > 0 {
			if err := visit(page); err != nil {
				return err
			}
		}
		if first && len(page.Rows) == 0 {
			return nothingFound(ctx, library, query, "case")
		}
		if len(page.Rows) < query.Limit || left == query.Limit {
			return nil
		}
		query.After = page.Rows[len(page.Rows)-1].ID
		left = max(left-len(page.Rows), 0)
	}
}

// namesInView returns what the reports are called in short, by their ids, where
// a query may have cases of several.
func namesInView(ctx context.Context, library *db.Library, query model.Query) (map[string]string, error) {
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

func (p *program) printCaseRows(ctx context.Context, library *db.Library, query model.Query) error {
	shown, all, possible := 0, 0, 0
	names, err := namesInView(ctx, library, query)
	if err != nil {
		return err
	}
	err = p.eachPage(ctx, library, query, func(page results.Page) error {
		if shown == 0 {
			all, possible = page.Total, page.Possible
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
				title += " (possible date)" // of those asked for, the case may have one and need not
			}
			if name := names[row.Report]; name != "" {
				title += " (" + safe.Line(name) + ")"
			}
			rows = append(rows, []string{p.strong(safe.Line(row.ID)), safe.Line(string(row.Kind)), safe.Line(model.DateLabel(row.Date)), title})
		}
		p.printRows(rows)
		return nil
	})
	if err == nil && p.width() > 0 { // a pipe gets the cases alone
		if shown < all {
			fmt.Fprintf(p.out, "%d of %s\n", shown, countedWith(all, possible))
		} else {
			fmt.Fprintln(p.out, countedWith(all, possible))
		}
	}
	return err
}

// countedWith is how many cases there are, and how many of them only may have the
// dates that were asked for: "6 cases, 9 more possible".
func countedWith(all, possible int) string {
	if possible == 0 {
		return counted(all, "case")
	}
	return counted(all-possible, "case") + ", " + model.Number(float64(possible)) + " more possible"
}

// errEnough ends a walk through pages that has seen what it came for.
var errEnough = errors.New("enough")

// A caseHit is a case and how it matched what was searched; possible where it
// only may have the date that was asked for, as in the timeline.
type caseHit struct {
	model.Case
	Match    string `json:"match,omitempty"`
	Possible bool   `json:"possible,omitempty"`
}

// printCasesJSON prints a query's cases as one document, a case at a time, so
// that a large library takes no more memory than a small one. Of what was
// searched it says how each case matched, and of dates that were asked for
// whether it only may have them.
func (p *program) printCasesJSON(ctx context.Context, library *db.Library, query model.Query, searched bool) error {
	matches := map[string]string{} // of the cases that did not match literally, which are few
	var possible []bool            // of each case
	dated := query.Since != "" || query.Until != "" || len(query.Filter[model.FacetDate]) > 0
	all, mayBe, found := 0, 0, true
	err := p.eachPage(ctx, library, query, func(page results.Page) error {
		all, mayBe, found = max(all, page.Total), max(mayBe, page.Possible), len(page.Rows) > 0
		for _, row := range page.Rows {
			if match := row.MatchLabel(); match != "" {
				matches[row.ID] = match
			}
			possible = append(possible, row.Possible)
		}
		if !searched && !dated && found {
			return errEnough
		}
		return nil
	})
	if !found {
		fmt.Fprint(p.out, "{\n  \"total\": 0,\n  \"cases\": []\n}\n")
	}
	if err != nil && !errors.Is(err, errEnough) {
		return err
	}
	fmt.Fprintf(p.out, "{\n  \"total\": %d,\n", all)
	if mayBe > 0 {
		fmt.Fprintf(p.out, "  \"possible\": %d,\n", mayBe)
	}
	fmt.Fprint(p.out, "  \"cases\": [")
	separator, end := "\n    ", "]\n}\n"
	at := 0
	for c, err := range library.Cases(ctx, query) {
		if err != nil {
			return err
		}
		hit := caseHit{Case: c, Possible: at < len(possible) && possible[at]}
		at++
		if searched {
			hit.Match = cmp.Or(matches[c.ID], literally)
		}
		text, err := encode(hit, "    ")
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(p.out, "%s%s", separator, text); err != nil {
			return err
		}
		separator, end = ",\n    ", "\n  ]\n}\n"
	}
	fmt.Fprint(p.out, end)
	return nil
}
