// Package intake has the commands that add cases to the library and remove them: check,
// draft, import and remove. It must not know how files are read, which seed does.
package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/safe"
	"casebook/seed"
)

const importHelp = `Import reports and lists of cases into a library: packs (.yaml, .json, .jsonl)
and tables (.csv, .tsv, .xlsx, .ods and others). Without --library that is
your own library in the data folder; the first import creates it, with the
built-in report in it, and casebook uses it from then on.

Each file is imported completely or not at all. If its report is already there,
by its id, the file adds to it and corrects it; the same file again changes
nothing. A file is refused if it lacks cases of the report in the library, has
drafts of finished cases, or is a different list with the same ids. With - the
file is read from standard input.`

const importExample = `
    $ casebook import uzbekistan.yaml
    $ casebook import cases.csv --map Where=places
    $ casebook import cases.jsonl --skip-bad rejected.jsonl
`

// importGarbage is the garbage collection target (GOGC) of an import, in percent: with
// less than the usual 100 it takes a tenth less memory and little more time. It is set
// here, since it is for the whole process.
const importGarbage = 60

func Import(p *cli.Program) *cobra.Command {
	var skipBad string
	var part, replace bool
	command := &cobra.Command{
		Use: "import FILE... [--part|--replace] [--skip-bad FILE]", Short: "Import reports or your own cases", GroupID: cli.GroupLibrary, Long: importHelp, Example: importExample,
		Args: cli.Arguments(1, -1, "a file", "casebook import report.yaml"),
	}
	in := addInput(p, command)
	in.keeps = true
	command.Flags().StringVar(&skipBad, "skip-bad", "", "write rejected records to `FILE`, with the reasons: a table if its name ends in .csv or .tsv, else JSON lines; import the others as a part (not for YAML packs)")
	command.Flags().BoolVar(&part, "part", false, "the file is a part of its report: keep cases that it does not have")
	command.Flags().BoolVar(&replace, "replace", false, "make the report exactly what the file says, removing what it does not have")
	command.MarkFlagsMutuallyExclusive("part", "replace")
	command.RunE = func(command *cobra.Command, files []string) error {
		rule := db.Guard
		switch {
		case replace:
			rule = db.Replace
		case part || skipBad != "":
			rule = db.Keep
		}
		if err := in.complete(); err != nil {
			return err
		}
		defer debug.SetGCPercent(debug.SetGCPercent(importGarbage))
		ctx := command.Context()
		library, made, err := openForImport(ctx, p)
		if err != nil {
			return err
		}
		defer library.Close()
		bad, err := newRejects(skipBad)
		if err != nil {
			made.remove(ctx, library)
			return err
		}
		defer bad.discard()
		failed := 0
		for _, file := range files {
			err := importFile(ctx, p, library, in, file, rule, bad, made)
			if err == nil {
				made = newLibrary{}
				continue
			}
			if len(files) == 1 || ctx.Err() != nil || !isFileError(err) {
				made.remove(ctx, library)
				return errors.Join(err, bad.commitPartial(p.Out))
			}
			p.Out.Flush()
			p.PrintFailure(err)
			failed++
		}
		if failed == len(files) {
			made.remove(ctx, library)
		}
		if err := bad.commit(p.Out); err != nil {
			return err
		}
		if failed > 0 {
			return cli.Usage("see above for what is wrong with each; the others were imported", "%d of %s were not imported", failed, cli.Counted(len(files), "file"))
		}
		return nil
	}
	return command
}

// isFileError reports whether an error is about the file, so that the next file can
// still be imported.
func isFileError(err error) bool {
	return cli.Explain(err).Code == cli.ExitUsage || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission)
}

// importFile imports a file.
func importFile(ctx context.Context, p *cli.Program, library *db.Library, in *input, name string, rule db.Rule, bad *rejects, made newLibrary) error {
	file, err := in.openCases(ctx, name)
	if err != nil {
		return err
	}
	defer file.Close()
	name = displayName(name)
	head := file.Pack()
	if err := checkPublished(ctx, library, name, head); err != nil {
		return err
	}
	if known, err := library.Report(ctx, head.Report.ID); err == nil && in.options.Report.Title == "" && head.Report.Title == seed.TitleOf(name) {
		head.Report.Title = known.Title // the file has none
	}
	if rule == db.Guard && head.Report.Part {
		rule = db.Keep
	}
	told := cli.NewProgress(p.Err, name, p.Now)
	var taken importCount
	changes, err := library.ImportCases(ctx, head, file.readAhead(name, bad, &taken), rule, func(done int) {
		told.Show(done, file.part())
	})
	told.End()
	var loss *db.LossError
	if errors.As(err, &loss) {
		return lossFailure(name, loss)
	}
	if err != nil {
		return err
	}
	made.print(p.Out)
	fmt.Fprintf(p.Out, "%s (%s): %s: %d added, %d changed, %d unchanged", safe.Line(name), file.Form(), safe.Line(head.Report.ID), changes.Added, changes.Changed, changes.Unchanged)
	if changes.Removed > 0 {
		fmt.Fprintf(p.Out, ", %d removed", changes.Removed)
	}
	if changes.Kept > 0 {
		fmt.Fprintf(p.Out, ", %d kept that the file does not have", changes.Kept)
	}
	if changes.Head {
		fmt.Fprint(p.Out, "; other parts of the report changed, such as names or headings")
	}
	fmt.Fprintln(p.Out)
	printNotes(p, file, name)
	if file.keep != "" {
		if err := writeMapping(p, file, file.keep, false); err != nil {
			return err
		}
	}
	if taken.drafts > 0 {
		fmt.Fprintf(p.Out, "%s: %s to complete: casebook find is:draft lists them\n", safe.Line(name), cli.Counted(taken.drafts, "draft"))
	}
	return nil
}

// lossFailure is the failure of an import that would remove something.
func lossFailure(name string, loss *db.LossError) error {
	var losses []string
	if loss.Removed > 0 {
		losses = append(losses, fmt.Sprintf("%s of %s would be removed, since the file does not have %s", cli.Counted(loss.Removed, "case"), model.Number(float64(loss.Cases)), itOrThem(loss.Removed)))
	}
	if loss.Finished > 0 {
		losses = append(losses, fmt.Sprintf("%s would be replaced by %s", cli.Counted(loss.Finished, "finished case"), drafts(loss.Finished)))
	}
	hint := "--replace imports it anyway"
	switch {
	case loss.Finished > 0:
		hint = "give the draft an id and a prefix of its own; " + hint
	case loss.Another:
		losses = append(losses, "its ids belong to different cases in the library")
		hint = "give the list an id of its own: --report-id my-cases; " + hint
	case loss.Removed > 0:
		hint = "--part keeps them and imports the rest; " + hint
	}
	return cli.Usage(hint, "%s: nothing was imported into the report %s: %s", safe.Line(name), safe.Line(loss.Report), strings.Join(losses, "; "))
}

func itOrThem(count int) string {
	if count == 1 {
		return "it"
	}
	return "them"
}

func drafts(count int) string {
	if count == 1 {
		return "a draft"
	}
	return "drafts"
}

// An importCount is how much of a file was imported.
type importCount struct{ cases, drafts int }

// checkPublished refuses to replace a published report with the user's own list.
func checkPublished(ctx context.Context, library *db.Library, name string, head model.Pack) error {
	if len(head.Sections) > 0 {
		return nil
	}
	sections, err := library.Sections(ctx, head.Report.ID)
	if errors.Is(err, db.ErrNotFound) || err == nil && len(sections) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	return cli.Usage("give the list an id of its own: --report-id my-cases", "%s is a list of your own and would replace the published report %s", name, head.Report.ID)
}

// readAhead returns the cases of a file, read ahead in another goroutine. A rejected
// record ends them, or is written to the rejects.
func (c *cases) readAhead(name string, bad *rejects, taken *importCount) iter.Seq2[model.Case, error] {
	const ahead = 256
	type block struct {
		cases []model.Case
		err   error
	}
	return func(yield func(model.Case, error) bool) {
		blocks, stop := make(chan block, 2), make(chan struct{})
		done := make(chan struct{})
		defer func() { close(stop); <-done }()
		go func() {
			defer close(done)
			defer close(blocks)
			for end := false; !end; {
				b := block{cases: make([]model.Case, 0, ahead)}
				for len(b.cases) < ahead && b.err == nil {
					record, err := c.Next()
					var rejected *seed.RecordError
					if errors.As(err, &rejected) && bad.enabled() {
						err = bad.add(rejected, c.columns())
					} else if err == nil {
						b.cases = append(b.cases, record.Case)
					}
					b.err = err
				}
				end = b.err != nil
				select {
				case blocks <- b:
				case <-stop:
					return
				}
			}
		}()
		for b := range blocks {
			for _, one := range b.cases {
				taken.cases++
				if one.Draft {
					taken.drafts++
				}
				if !yield(one, nil) {
					return
				}
			}
			if b.err == io.EOF && taken.cases > 0 {
				return
			}
			if b.err == io.EOF {
				if bad.count > 0 {
					b.err = &cli.Failure{Code: cli.ExitUsage, Message: fmt.Sprintf("none of %s could be imported: %s", cli.Counted(bad.count, "record"), bad.mistakes.summary()), Hint: "the records are in " + bad.file.Name + ", each with the reason"}
				} else {
					b.err = &seed.Errors{Problems: []seed.Problem{noCases(name)}}
				}
			}
			if b.err != nil {
				yield(model.Case{}, b.err)
				return
			}
		}
	}
}
