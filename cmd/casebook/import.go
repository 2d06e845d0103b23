package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model"
	"casebook/seed"
)

const importHelp = `Usage:
    casebook import FILE... [--skip-bad FILE] [--map COLUMN=FIELD]

Takes reports and lists of cases into a library: .yaml and .json packs, .jsonl
with one case a line, .csv tables. Without --library that is your own library
in the data folder, which every later casebook opens; the first import makes
it, with the embedded report in it.

Each file is taken as a whole or not at all. A report that is there already, by
its id, becomes what the file says; the same file again changes nothing.

    --skip-bad FILE        write records that cannot be taken to FILE, with the
                           reasons, one a line as JSON, and take the others; a
                           YAML pack is taken whole

Example:
    $ casebook import uzbekistan.yaml
    $ casebook import cases.csv --map Where=places --report-title "My cases"
    $ casebook import cases.jsonl --skip-bad rejected.jsonl
`

func (p *program) importCommand() *cobra.Command {
	var skipBad string
	command := &cobra.Command{
		Use: "import FILE...", Short: "take reports and lists of cases in", Long: importHelp,
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) == 0 {
				return usage("write the file, as in: casebook import report.yaml", "import was given no file")
			}
			return nil
		},
	}
	in := addInput(command)
	command.Flags().StringVar(&skipBad, "skip-bad", "", "write bad records to this file and take the others")
	command.RunE = func(command *cobra.Command, files []string) error {
		if err := in.complete(); err != nil {
			return err
		}
		ctx := command.Context()
		library, made, err := p.openForImport(ctx)
		if err != nil {
			return err
		}
		defer library.Close()
		bad, err := newRejects(skipBad)
		if err != nil {
			made.undo(library)
			return err
		}
		defer bad.discard()
		for i, file := range files {
			if i == 1 {
				made = libraryMade{}
			}
			if err := p.importFile(ctx, library, in, file, bad, made); err != nil {
				made.undo(library)
				return err
			}
		}
		return bad.keep(p.out)
	}
	return command
}

// importFile takes one file in.
func (p *program) importFile(ctx context.Context, library *db.Library, in *input, name string, bad *rejects, made libraryMade) error {
	file, err := in.openCases(ctx, name)
	if err != nil {
		return err
	}
	defer file.Close()
	head := file.Pack()
	if err := keepsPublished(ctx, library, name, head); err != nil {
		return err
	}
	told := newProgress(p.err, name, p.now)
	var taken taken
	changes, err := library.ImportCases(ctx, head, file.taken(bad, &taken), func(done int) {
		told.tell(done, file.part())
	})
	told.end()
	if err != nil {
		return err
	}
	made.tell(p.out)
	fmt.Fprintf(p.out, "%s (%s): %s: %d added, %d changed, %d unchanged", clean(name), file.Form(), clean(head.Report.ID), changes.Added, changes.Changed, changes.Unchanged)
	if changes.Removed > 0 {
		fmt.Fprintf(p.out, ", %d removed", changes.Removed)
	}
	fmt.Fprintln(p.out)
	if taken.drafts > 0 {
		fmt.Fprintf(p.out, "%s: %s to complete: casebook find is:draft lists what is still one\n", clean(name), counted(taken.drafts, "draft"))
	}
	return nil
}

// Taken is how much of a file has been taken in.
type taken struct{ cases, drafts int }

// keepsPublished refuses a list of one's own in the place of a published report.
func keepsPublished(ctx context.Context, library *db.Library, name string, head model.Pack) error {
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
	return usage("give the list an id of its own: --report-id my-cases", "%s is a list of your own and would replace the published report %s", name, head.Report.ID)
}

// taken are the cases of a file, read ahead of whoever takes them. Records that
// cannot be taken end them, or go to the rejects where there are such.
func (c *cases) taken(bad *rejects, taken *taken) iter.Seq2[model.Case, error] {
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
					if errors.As(err, &rejected) && bad.wanted() {
						err = bad.add(rejected)
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
				b.err = usage("a file without a case would leave the report without one; casebook remove takes a report out", "there is no case to take in the file")
			}
			if b.err != nil {
				yield(model.Case{}, b.err)
				return
			}
		}
	}
}
