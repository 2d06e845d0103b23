package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"casebook/model"
	"casebook/model/check"
	"casebook/model/safe"
	"casebook/seed"
)

const checkHelp = `Usage:
    casebook check FILE... [--map COLUMN=FIELD]
    casebook check --schema

Reads packs and tables without importing them, and prints every mistake: the
file, line and column, what is wrong, the line itself, and what to write
instead. Exits with 2 if there is any. What only a part of a report lacks, and
what is still a draft, is a note and no mistake.

    --schema               print the JSON Schema of packs, by which an editor
                           completes and checks them; see docs/pack.md

Example:
    $ casebook check uzbekistan.yaml
    $ casebook check --schema > casebook.schema.json
`

func (p *program) checkCommand() *cobra.Command {
	var schema bool
	command := &cobra.Command{Use: "check FILE...", Short: "find every mistake of a file", Long: checkHelp}
	in := p.addInput(command)
	command.Flags().BoolVar(&schema, "schema", false, "print the JSON Schema of packs")
	command.RunE = func(command *cobra.Command, files []string) error {
		if schema {
			return p.printJSON(seed.Schema())
		}
		if len(files) == 0 {
			return usage("write the file, as in: casebook check report.yaml", "check was given no file")
		}
		if err := in.complete(); err != nil {
			return err
		}
		mistakes, wrong := 0, 0
		for _, file := range files {
			found, err := p.checkFile(command.Context(), in, file)
			if err != nil {
				return err
			}
			if mistakes += found; found > 0 {
				wrong++
			}
		}
		if mistakes > 0 {
			return &failure{code: exitUsage, message: fmt.Sprintf("%s in %s", counted(mistakes, "mistake"), counted(wrong, "file")), hint: "each is told above with its place and what to write instead"}
		}
		return nil
	}
	return command
}

// checkFile prints all that is wrong in a file and returns how much that is.
// Its error is that of a file that cannot be read.
func (p *program) checkFile(ctx context.Context, in *input, name string) (int, error) {
	mistakes := 0
	tell := func(problems []seed.Problem) {
		mistakes += len(problems)
		for _, problem := range problems {
			p.printLines(problem.String())
		}
	}
	var whole *seed.Errors
	file, err := in.openCases(ctx, name)
	if errors.As(err, &whole) {
		tell(whole.Problems)
		return mistakes, nil
	}
	if err != nil {
		return mistakes, err
	}
	defer file.Close()
	name = called(name)
	told := newProgress(p.err, name, p.now)
	seen := file.Pack()
	var lines []int
	drafts, firstDraft := 0, 0
	for {
		record, err := file.Next()
		var bad *seed.RecordError
		switch {
		case errors.As(err, &bad):
			tell(bad.Problems)
			continue
		case errors.As(err, &whole):
			tell(whole.Problems)
		case err != nil && err != io.EOF:
			return mistakes, err
		case err == nil:
			if record.Case.Draft {
				if drafts++; drafts == 1 {
					firstDraft = record.Line
				}
			}
			seen.Cases = append(seen.Cases, bones(record.Case, len(seen.Sections) > 0))
			lines = append(lines, record.Line)
			told.tell(len(lines), file.part())
			continue
		}
		break
	}
	told.end()
	if mistakes > 0 {
		return mistakes, nil
	}
	fmt.Fprintf(p.out, "%s: %s (%s) has no mistake\n", safe.Line(name), counted(len(lines), "case"), file.Form())
	if len(lines) == 0 {
		fmt.Fprintf(p.out, "%s: note: there is no case in it\n", safe.Line(name))
	}
	if drafts > 0 {
		fmt.Fprintf(p.out, "%s:%d: note: %s still a draft, from here on: complete each by the report, in words of your own, and take its mark (draft) off\n", safe.Line(name), firstDraft, counted(drafts, "case"))
	}
	for _, gap := range check.Gaps(seen) {
		at := 0
		where := safe.Line(name)
		if n, _ := fmt.Sscanf(gap.Path, "$.cases[%d]", &at); n == 1 {
			where += fmt.Sprintf(":%d", lines[at])
		}
		fmt.Fprintf(p.out, "%s: note: %s\n", where, safe.Line(gap.Message))
	}
	return 0, nil
}

// bones are what of a case can leave a gap: its id, what it leads to and, of a
// published report, what it carries.
func bones(c model.Case, published bool) model.Case {
	few := model.Case{ID: c.ID, Relations: c.Relations}
	for _, source := range c.Source {
		if published {
			few.Source = append(few.Source, model.Source{Section: source.Section, Paragraph: source.Paragraph})
		}
	}
	return few
}

// printLines prints a text of several lines.
func (p *program) printLines(text string) {
	for _, line := range strings.Split(text, "\n") {
		fmt.Fprintln(p.out, safe.Line(line))
	}
}
