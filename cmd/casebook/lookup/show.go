package lookup

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/export"
	"casebook/model/safe"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

const showHelp = `Print one case with everything that the report says about it: each fact, how
sure the report is, where in the report it stands, and what the report does not
state. ID is such as KAZ-2016-09, or 9 if no other case has that number.`

const showExample = `
    $ casebook show 9
    $ casebook show KAZ-2016-09 --markdown
    $ casebook show 9 --format bibtex
`

func Show(p *cli.Program) *cobra.Command {
	var asJSON, asMarkdown bool
	var format string
	command := &cobra.Command{
		Use: "show ID [--json|--markdown|--format FORMAT]", Short: "Print one case", GroupID: cli.GroupCases, Long: showHelp, Example: showExample,
		Args:              cli.Arguments(1, 1, "the id of one case", "casebook show 9"),
		ValidArgsFunction: p.CompleteCases,
	}
	command.Flags().BoolVar(&asJSON, "json", false, "print the case as JSON")
	command.Flags().BoolVar(&asMarkdown, "markdown", false, "print text with the attribution, ready to share")
	addFormat(p, command, &format)
	command.MarkFlagsMutuallyExclusive("json", "markdown", "format")
	command.RunE = p.WithLibrary(func(ctx context.Context, library *db.Library, arguments []string) error {
		c, err := CaseOf(ctx, library, arguments[0])
		if err != nil {
			return err
		}
		if asJSON {
			return p.PrintJSON(c)
		}
		if asMarkdown {
			format = string(export.Markdown)
		}
		if format == "" {
			return printCase(ctx, p, library, c)
		}
		if err := checkFormat(format); err != nil {
			return err
		}
		if export.Format(format) == export.XLSX {
			return refuseWorkbook()
		}
		head, err := library.Head(ctx, c.Report)
		if err != nil {
			return err
		}
		head.Report.Part = true
		return export.Write(p.Out, export.Format(format), []model.Pack{head}, export.Of(model.Pack{Cases: []model.Case{c}}))
	})
	return command
}

// CaseOf returns the case with an id that the user typed; if there is none, the failure
// names similar ids.
func CaseOf(ctx context.Context, library *db.Library, id string) (model.Case, error) {
	c, err := library.Case(ctx, id)
	switch {
	case errors.Is(err, db.ErrAmbiguous):
		_, hint, _ := strings.Cut(err.Error(), db.ErrAmbiguous.Error()+": ")
		return c, cli.Usage(safe.Line(hint), "more than one case has the number %s", id)
	case !errors.Is(err, db.ErrNotFound):
		return c, err
	}
	failed := &cli.Failure{Code: cli.ExitNothing, Message: fmt.Sprintf("there is no case %s", id), Hint: "casebook list shows every case with its id"}
	if !strings.ContainsAny(id, "0123456789") {
		failed.Hint = "ids look like KAZ-2016-09 or 9; to search: casebook find " + cli.ShellWords(id)
		return c, failed
	}
	page, err := library.Find(ctx, model.Query{Limit: cli.PageRows})
	if err != nil {
		return c, err
	}
	var ids []string
	for _, row := range page.Rows {
		ids = append(ids, row.ID)
	}
	if near, ok := model.Nearest(id, ids); ok {
		failed.Hint = "did you mean " + near + "? casebook list shows every case with its id"
	} else if len(ids) > 0 && len(ids) == page.Total {
		failed.Hint = fmt.Sprintf("the ids go from %s to %s; casebook list shows every case", ids[0], ids[len(ids)-1])
	}
	return c, failed
}

// printCase prints a case in plain lines, with its citation.
func printCase(ctx context.Context, p *cli.Program, library *db.Library, of model.Case) error {
	c, err := browse.LoadBeside(ctx, library, of, func(string) (browse.ReportParts, bool) { return browse.ReportParts{}, false })
	if err != nil {
		return err
	}
	english := words.New("en")
	d := document.Case(document.Format{Glyphs: text.SpokenGlyphs(english), Words: english, Width: p.Width(), Plain: true}, c)
	for _, line := range d.Lines {
		out := line.String()
		if len(line) > 0 && line[0].Tone == text.Title {
			out = p.Strong(out)
		}
		fmt.Fprintln(p.Out, out)
	}
	fmt.Fprintln(p.Out, cli.Indented("", "Cite as: "+safe.Line(model.Cite(c.Case, c.FromReport)), p.Width()))
	return nil
}
