package lookup

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/cmd/casebook/notes"
	"casebook/db"
	"casebook/model"
	"casebook/model/export"
	"casebook/model/notebook"
	"casebook/model/results"
	"casebook/model/safe"
)

const exportHelp = `Write all cases, or those that match the filters, with their citations and with
the attribution, licence and caveats of their reports.

    yaml, json, jsonl         a pack for casebook import; one report
    csv, tsv, xlsx            a table for a spreadsheet
    markdown, html            text to read, share or print
    text, bibtex, csl-json    citations only

Without --format, the extension of FILE sets the format: .yaml, .json, .jsonl,
.csv, .tsv, .xlsx, .md, .html, .txt or .bib.`

const exportExample = `
    $ casebook export --format markdown --category "Death penalty"
    $ casebook export --format bibtex --person bokaev
    $ casebook export -o cases.html
`

func Export(p *cli.Program) *cobra.Command {
	var format, name string
	var force, asJSON, withNotes bool
	var separator string
	command := &cobra.Command{Use: "export --format FORMAT|-o FILE [filters]", Short: "Write cases to a file", GroupID: cli.GroupCases, Long: exportHelp, Example: exportExample, Args: cli.NoArguments}
	filters := p.AddFilters(command)
	addFormat(p, command, &format)
	command.Flags().StringVarP(&name, "output", "o", "", "write `FILE`, readable only by you (mode 0600); default: standard output")
	command.Flags().BoolVar(&force, "force", false, "overwrite FILE")
	command.Flags().StringVar(&separator, "separator", "", "`CHARACTER` between CSV cells: , or ';' or tab; where the decimal sign is a comma, spreadsheets need ';'")
	p.RegisterCompletion(command, "separator", cobra.FixedCompletions([]string{",", ";", "tab"}, cobra.ShellCompDirectiveNoFileComp))
	command.Flags().BoolVar(&asJSON, "json", false, "the same as casebook list --json; --format json is a pack")
	command.Flags().BoolVar(&withNotes, "notes", false, "add your own notes on the cases, in markdown and html; asks for your passphrase")
	command.MarkFlagsMutuallyExclusive("json", "format")
	command.MarkFlagsMutuallyExclusive("json", "notes")
	command.RunE = p.WithLibrary(func(ctx context.Context, library *db.Library, _ []string) error {
		if !asJSON {
			var err error
			if format, err = formatFor(name, format); err != nil {
				return err
			}
		}
		between, err := parseSeparator(separator, format)
		if err != nil {
			return err
		}
		var own []notebook.Note
		if withNotes {
			if own, err = notes.For(ctx, p, format); err != nil {
				return err
			}
		}
		query, err := filters.Query(ctx, library)
		if err != nil {
			return err
		}
		write := func(w *bufio.Writer) error {
			if !asJSON {
				return writeTable(ctx, p, library, export.Format(format), between, query, own, w)
			}
			defer func(kept *bufio.Writer) { p.Out = kept }(p.Out)
			p.Out = w
			return printCasesJSON(ctx, p, library, query, false)
		}
		if name == "" || name == "-" {
			return write(p.Out)
		}
		file, err := cli.NewOutput(name, force)
		if err != nil {
			return err
		}
		defer file.Discard()
		if err := write(file.Writer); err != nil {
			return err
		}
		if err := file.Commit(); err != nil {
			return err
		}
		fmt.Fprintf(p.Out, "wrote %s\n", safe.Line(name))
		return nil
	})
	return command
}

// formatFor returns the format of a file, from --format or the extension of its name.
func formatFor(name, format string) (string, error) {
	meant, known := export.FormatOf(name)
	switch {
	case format == "" && known:
		return string(meant), nil
	case format == "" && name != "" && name != "-":
		return "", cli.Usage("end its name in "+cli.Sentence(export.Extensions())+", or add --format", "no format is known by the extension of %s", name)
	case known && format != string(meant) && !(meant == export.JSON && format == string(export.CSLJSON)):
		return "", cli.Usage("omit --format, or rename the file", "the extension of %s means %s, but --format is %s", name, meant, format)
	}
	return format, checkFormat(format)
}

func formatNames() []string {
	var names []string
	for _, format := range export.Formats() {
		names = append(names, string(format))
	}
	return names
}

// addFormat adds the flag --format to a command.
func addFormat(p *cli.Program, command *cobra.Command, format *string) {
	command.Flags().StringVar(format, "format", "", "output `FORMAT`: "+strings.Join(formatNames(), ", "))
	p.RegisterCompletion(command, "format", cobra.FixedCompletions(formatNames(), cobra.ShellCompDirectiveNoFileComp))
}

// writeFormat writes the cases of a query in the format of --format.
func writeFormat(ctx context.Context, p *cli.Program, library *db.Library, format string, query model.Query) error {
	if err := checkFormat(format); err != nil {
		return err
	}
	return WriteCases(ctx, p, library, export.Format(format), query, p.Out)
}

// checkFormat returns an error for an unknown format, with the known ones.
func checkFormat(name string) error {
	names := formatNames()
	if slices.Contains(names, name) {
		return nil
	}
	hint := "write one of " + cli.Sentence(names) + " after --format"
	if name == "" {
		return cli.Usage(hint, "export needs --format or -o")
	}
	if near, ok := model.Nearest(name, names); ok {
		hint = "did you mean " + near + "? else " + hint
	}
	return cli.Usage(hint, "there is no format %q", name)
}

// parseSeparator returns the separator of --separator; 0: none.
func parseSeparator(name, format string) (rune, error) {
	switch {
	case name == "":
		return 0, nil
	case format != string(export.CSV):
		return 0, cli.Usage("omit --separator, or write --format csv", "--separator is for tables in CSV, and this is %s", format)
	case name == "tab" || name == `\t` || name == "\t":
		return '\t', nil
	case name == "," || name == ";":
		return rune(name[0]), nil
	}
	return 0, cli.Usage("write , or ; or tab; in a shell ; needs quotation marks: --separator ';'", "--separator cannot be %q", name)
}

// WriteCases writes the cases of a query in a format, a block at a time.
func WriteCases(ctx context.Context, p *cli.Program, library *db.Library, format export.Format, query model.Query, w io.Writer) error {
	return writeTable(ctx, p, library, format, 0, query, nil, w)
}

// refuseWorkbook refuses to print a workbook.
func refuseWorkbook() error {
	return cli.Usage("name the file: casebook export -o cases.xlsx", "a workbook can only be written to a file")
}

// writeTable does so with the separator of CSV, 0: a comma, and with the reader's own
// notes.
func writeTable(ctx context.Context, p *cli.Program, library *db.Library, format export.Format, separator rune, query model.Query, own []notebook.Note, w io.Writer) error {
	if format == export.XLSX && w == io.Writer(p.Out) {
		return refuseWorkbook()
	}
	heads, err := heads(ctx, library, query)
	if err != nil {
		return err
	}
	if len(heads) == 0 {
		return cli.NothingFound(ctx, library, query, "case")
	}
	if separator != 0 {
		return export.WriteCSV(w, separator, heads, library.Cases(ctx, query))
	}
	err = export.Write(w, format, heads, notes.With(library.Cases(ctx, query), own))
	if errors.Is(err, export.ErrSeveralReports) {
		var ids []string
		for _, head := range heads {
			ids = append(ids, head.Report.ID)
		}
		return cli.Usage("choose one with --report: "+cli.Sentence(ids), "a pack (%s) holds one report, and these cases come from %d", format, len(heads))
	}
	return err
}

// heads returns the reports of a query's cases, without their cases.
func heads(ctx context.Context, library *db.Library, query model.Query) ([]model.Pack, error) {
	reports, err := library.Reports(ctx)
	if err != nil {
		return nil, err
	}
	var heads []model.Pack
	for _, report := range reports {
		has, err := hasCase(ctx, library, query, report.Report)
		if err != nil {
			return nil, err
		}
		if !has {
			continue
		}
		head, err := library.Head(ctx, report.ID)
		if err != nil {
			return nil, err
		}
		if !head.Report.Part {
			head.Report.Part, err = isPart(ctx, library, query, report)
		}
		if err != nil {
			return nil, err
		}
		heads = append(heads, head)
	}
	return heads, nil
}

// isPart reports whether a query has only some of a report's cases. An export says so,
// since importing a part of a report never removes anything.
func isPart(ctx context.Context, library *db.Library, query model.Query, report results.ReportEntry) (bool, error) {
	query.Filter = maps.Clone(query.Filter)
	if query.Filter == nil {
		query.Filter = model.Filter{}
	}
	query.Filter[model.FacetReport] = []string{report.ID}
	counts, err := library.Facets(ctx, query)
	return counts.Total < report.Cases || query.Limit > 0 && query.Limit < report.Cases, err
}

// hasCase reports whether a case of a report is among those of a query.
func hasCase(ctx context.Context, library *db.Library, query model.Query, report model.Report) (bool, error) {
	if chosen := query.Filter[model.FacetReport]; len(chosen) > 0 && !slices.Contains(chosen, report.ID) && !slices.Contains(chosen, report.Publication) {
		return false, nil
	}
	if query.Limit == 0 { // one case of the report is enough
		filter := model.Filter{}
		maps.Copy(filter, query.Filter)
		filter[model.FacetReport] = []string{report.ID}
		query.Filter, query.Limit = filter, 1
	}
	for c, err := range library.Cases(ctx, query) {
		if err != nil || c.Report == report.ID {
			return err == nil, err
		}
	}
	return false, nil
}
