package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/model/check"
	"casebook/model/safe"
	"casebook/seed"
)

const checkHelp = `Check packs and tables without importing them, and print every mistake: file,
line and column, what is wrong, the line itself, and how to fix it. The exit
status is 2 if there is a mistake. Drafts, and cases missing from a part of a
report, are notes, not mistakes.

For a table, print the mapping: which column is which field. On a terminal, ask
what the table does not show; Enter accepts the first answer. With - the file is
read from standard input.`

const checkExample = `
    $ casebook check uzbekistan.yaml
    $ casebook check cases.csv -o cases.map.yaml
    $ casebook check --schema > casebook.schema.json
`

func Check(p *cli.Program) *cobra.Command {
	var schema, force bool
	var output string
	command := &cobra.Command{Use: "check FILE... [--map COLUMN=FIELD|--map FILE] [-o FILE]\ncheck --schema", Short: "Check a file for mistakes before importing it", GroupID: cli.GroupLibrary, Long: checkHelp, Example: checkExample}
	in := addInput(p, command)
	command.Flags().BoolVar(&schema, "schema", false, "print the JSON Schema of packs, for editors; see docs/pack.md")
	command.Flags().StringVarP(&output, "output", "o", "", "write the mapping of a table to `FILE`, to edit and keep")
	command.Flags().BoolVar(&force, "force", false, "overwrite FILE")
	command.RunE = func(command *cobra.Command, files []string) error {
		if schema {
			return p.PrintJSON(seed.Schema())
		}
		if len(files) == 0 {
			return cli.Usage("for example: casebook check report.yaml", "casebook check needs a file")
		}
		if len(files) > 1 && output != "" {
			return cli.Usage("check them one after the other", "-o is for the mapping of one table, and there are %d files", len(files))
		}
		if err := in.complete(); err != nil {
			return err
		}
		in.keeps = output == ""
		mistakes, wrong := 0, 0
		for _, file := range files {
			found, err := checkFile(command.Context(), p, in, file, output, force)
			if err != nil {
				return err
			}
			if mistakes += found; found > 0 {
				wrong++
			}
		}
		if mistakes > 0 {
			return &cli.Failure{Code: cli.ExitUsage, Message: fmt.Sprintf("%s in %s", cli.Counted(mistakes, "mistake"), cli.Counted(wrong, "file")), Hint: "see above for where each is and how to fix it"}
		}
		return nil
	}
	return command
}

// checkFile prints all mistakes in a file and returns their number. The error is of a
// file that cannot be read.
func checkFile(ctx context.Context, p *cli.Program, in *input, name, output string, force bool) (int, error) {
	var wrong mistakes
	var whole *seed.Errors
	told := func() int {
		for _, line := range wrong.lines() {
			fmt.Fprintln(p.Out, safe.Line(line))
		}
		return wrong.count
	}
	file, err := in.openCases(ctx, name)
	if errors.As(err, &whole) {
		wrong.add(whole.Problems)
		return told(), nil
	}
	if err != nil {
		return 0, err
	}
	defer file.Close()
	name = displayName(name)
	progress := cli.NewProgress(p.Err, name, p.Now)
	gaps := check.NewGapFinder(file.Pack())
	var lines []int32
	drafts, firstDraft := 0, 0
	for {
		record, err := file.Next()
		var bad *seed.RecordError
		switch {
		case errors.As(err, &bad):
			wrong.add(bad.Problems)
			continue
		case errors.As(err, &whole):
			wrong.add(whole.Problems)
		case err != nil && err != io.EOF:
			return told(), err
		case err == nil:
			if record.Case.Draft {
				if drafts++; drafts == 1 {
					firstDraft = record.Line
				}
			}
			gaps.Add(record.Case)
			lines = append(lines, int32(record.Line))
			progress.Show(len(lines), file.part())
			continue
		}
		break
	}
	progress.End()
	if err := printTable(p, file, name, output, force); err != nil {
		return told(), err
	}
	if wrong.count == 0 && len(lines) == 0 {
		wrong.add([]seed.Problem{noCases(name)})
	}
	if wrong.count > 0 {
		return told(), nil
	}
	fmt.Fprintf(p.Out, "%s: no mistakes in %s (%s)\n", safe.Line(name), cli.Counted(len(lines), "case"), file.Form())
	if drafts > 0 {
		fmt.Fprintf(p.Out, "%s:%d: note: %s to complete, beginning here: compare each with the report, use your own words, and remove draft: true\n", safe.Line(name), firstDraft, cli.Counted(drafts, "case"))
	}
	for _, gap := range gaps.Gaps() {
		at := 0
		where := safe.Line(name)
		if n, _ := fmt.Sscanf(gap.Path, "$.cases[%d]", &at); n == 1 {
			where += fmt.Sprintf(":%d", lines[at])
		}
		fmt.Fprintf(p.Out, "%s: note: %s\n", where, safe.Line(gap.Message))
	}
	return 0, nil
}

// printTable prints the mapping of a table and notes on it, or writes the mapping to a
// file.
func printTable(p *cli.Program, file *cases, name, output string, force bool) error {
	if file.table == nil {
		if output != "" {
			return cli.Usage("omit -o", "%s is not a table, so it has no mapping", name)
		}
		return nil
	}
	printNotes(p, file, name)
	switch {
	case output != "" && output != "-":
		return writeMapping(p, file, output, force)
	case file.mapping != "":
		fmt.Fprintf(p.Out, "%s: read by the mapping %s\n", safe.Line(name), safe.Line(file.mapping))
	case !file.table.Own() || output == "-":
		var mapping strings.Builder
		if err := file.table.Write(&mapping); err != nil {
			return err
		}
		printLines(p, strings.TrimSuffix(mapping.String(), "\n"))
		if file.keep != "" {
			return writeMapping(p, file, file.keep, force)
		}
		if output == "" {
			fmt.Fprintf(p.Out, "%s: note: to keep this and change it: casebook check %s -o %s\n", safe.Line(name), cli.ShellWord(name), cli.ShellWord(mappingName(name)))
		}
	}
	return nil
}

// writeMapping writes the mapping of a table to a file.
func writeMapping(p *cli.Program, file *cases, name string, force bool) error {
	to, err := cli.NewOutput(name, force)
	if err != nil {
		return err
	}
	defer to.Discard()
	if err := file.table.Write(to); err != nil {
		return err
	}
	if err := to.Commit(); err != nil {
		return err
	}
	fmt.Fprintf(p.Out, "wrote %s\n", safe.Line(name))
	return nil
}

// printNotes prints the notes on a table.
func printNotes(p *cli.Program, file *cases, name string) {
	if file.table == nil {
		return
	}
	for _, note := range file.table.Notes() {
		fmt.Fprintf(p.Out, "%s: note: %s\n", safe.Line(name), safe.Line(note.String()))
	}
	names, read := file.table.Sheets()
	if len(read) > 1 {
		fmt.Fprintf(p.Out, "%s: note: the sheets %s have the same columns, or nearly, and are read as one list; to read one: --sheet NAME\n", safe.Line(name), safe.Line(strings.Join(read, ", ")))
	}
	if others := slices.DeleteFunc(slices.Clone(names), func(sheet string) bool { return slices.Contains(read, sheet) }); len(others) > 0 && len(read) > 1 {
		fmt.Fprintf(p.Out, "%s: note: there are also the sheets %s: --sheet NAME\n", safe.Line(name), safe.Line(strings.Join(others, ", ")))
	} else if len(others) > 0 {
		fmt.Fprintf(p.Out, "%s: note: the sheet %s is read; there are also %s: --sheet NAME\n", safe.Line(name), safe.Line(read[0]), safe.Line(strings.Join(others, ", ")))
	}
}

// printLines prints a text of several lines.
func printLines(p *cli.Program, text string) {
	for _, line := range strings.Split(text, "\n") {
		fmt.Fprintln(p.Out, safe.Line(line))
	}
}
