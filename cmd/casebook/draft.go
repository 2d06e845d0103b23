package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"casebook/model"
	"casebook/model/check"
	"casebook/model/export"
	"casebook/model/safe"
	"casebook/seed"
	"casebook/seed/draft"
)

const draftHelp = `Usage:
    casebook draft REPORT.txt -o PACK.yaml [--with-text]

Begins a pack from the plain text of one report entry: its headings as
sections and categories, a case for each paragraph, and the facts whose wording
leaves no doubt, each with its anchor words. What a text leaves open is told
line by line. Every case is marked as a draft (draft: true): a person reads the
paragraph, makes one case of each statement, writes title and note in words of
their own, corrects roles, stages and what a date dates, which are guesses, and
takes the mark off. A draft that is imported is shown as one everywhere.

    -o, --output FILE   the pack to write; without it the standard output
    --force             replace FILE where it is there already
    --country NAME      as the pack shall name it; else from the title line
    --prefix PREFIX     of the case ids, such as KAZ-2016
    --period YEAR       that the report covers; else from the title line
    --encoding NAME     utf-8, utf-16le, utf-16be, windows-1252, windows-1251;
                        else it is recognised
    --with-text         copy each paragraph into the note of its case: for your
                        own use, since a report is its publisher's

Example:
    $ casebook draft uzbekistan.txt -o draft.yaml
    $ casebook check draft.yaml
`

// maxDraft is how large the text of one entry may be, in bytes: a draft looks
// at every pair of things in a sentence.
const maxDraft = 1 << 20

func (p *program) draftCommand() *cobra.Command {
	var options draft.Options
	var name, encoding string
	var force bool
	command := &cobra.Command{
		Use: "draft REPORT.txt", Short: "begin a pack from the text of a report entry", Long: draftHelp,
		Args: func(_ *cobra.Command, arguments []string) error {
			if len(arguments) != 1 {
				return usage("write the file, as in: casebook draft report.txt -o pack.yaml", "draft takes the text of one report entry, and was given %d files", len(arguments))
			}
			return nil
		},
	}
	flags := command.Flags()
	flags.StringVarP(&name, "output", "o", "", "the pack to write")
	flags.BoolVar(&force, "force", false, "replace the file")
	flags.StringVar(&options.Country, "country", "", "as the pack shall name it")
	flags.StringVar(&options.Prefix, "prefix", "", "of the case ids")
	flags.StringVar(&options.Period, "period", "", "the year that the report covers")
	flags.StringVar(&encoding, "encoding", "", "how the text is written")
	command.RegisterFlagCompletionFunc("encoding", cobra.FixedCompletions(seed.Encodings(), cobra.ShellCompDirectiveNoFileComp))
	flags.BoolVar(&options.WithText, "with-text", false, "copy each paragraph into the note of its case")
	for _, flag := range []string{"country", "prefix", "period"} {
		command.RegisterFlagCompletionFunc(flag, cobra.NoFileCompletions)
	}
	command.RunE = func(_ *cobra.Command, arguments []string) error {
		text, err := readEntry(arguments[0], encoding)
		if err != nil {
			return err
		}
		pack, doubts, err := draft.Report(text, options)
		switch {
		case errors.Is(err, draft.ErrNoPeriod):
			return usage("write the year, as in: --period 2016", "%s: %s", arguments[0], err)
		case errors.Is(err, draft.ErrNoParagraph):
			return usage("save the entry as plain text, with its headings on lines of their own", "%s: %s", arguments[0], err)
		case err != nil:
			return usage("write the year, as in: --period 2016", "%s: %s", arguments[0], err)
		}
		if problems := check.Pack(pack); len(problems) > 0 { // of what the options say
			return usage(problems[0].Hint, "%s", problems[0].Message)
		}
		if err := p.writeDraft(pack, name, force); err != nil {
			return err
		}
		for _, doubt := range doubts {
			fmt.Fprintf(p.err, "%s:%d: %s\n", safe.Line(arguments[0]), doubt.Line, safe.Line(doubt.Message))
			if doubt.Hint != "" {
				fmt.Fprintf(p.err, "    %s\n", safe.Line(doubt.Hint))
			}
		}
		return nil
	}
	return command
}

// readEntry reads the text of a report entry.
func readEntry(name, encoding string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, reason(err))
	}
	defer file.Close()
	if about, err := file.Stat(); err == nil && about.IsDir() {
		return "", usage("give the text of one entry", "%s is a folder", name)
	}
	data, err := io.ReadAll(io.LimitReader(file, maxDraft+1))
	if err != nil {
		return "", fmt.Errorf("read %s: %w", name, reason(err))
	}
	if len(data) > maxDraft {
		return "", usage("draft takes one entry, not a whole book: cut the others off", "%s is larger than %d MB", name, maxDraft>>20)
	}
	text, err := seed.Text(name, bytes.NewReader(data), encoding)
	if whole := (*seed.Errors)(nil); errors.As(err, &whole) && encoding == "" {
		return "", usage("save the entry as plain text, with its headings on lines of their own", "%s: %s", name, whole.Problems[0].Message)
	}
	return text, err
}

func (p *program) writeDraft(pack model.Pack, name string, force bool) error {
	if name == "" || name == "-" {
		return export.Write(p.out, export.YAML, []model.Pack{pack}, export.Of(pack))
	}
	file, err := newOutput(name, force)
	if err != nil {
		return err
	}
	defer file.discard()
	if err := export.Write(file, export.YAML, []model.Pack{pack}, export.Of(pack)); err != nil {
		return err
	}
	if err := file.keep(); err != nil {
		return err
	}
	fmt.Fprintf(p.out, "wrote %s: %s to complete; casebook check %s tells what is left\n", safe.Line(name), counted(len(pack.Cases), "case"), safe.Line(name))
	return nil
}
