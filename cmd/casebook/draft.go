package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"casebook/model"
	"casebook/model/check"
	"casebook/model/export"
	"casebook/model/safe"
	"casebook/seed"
	"casebook/seed/draft"
)

const draftHelp = `Draft a pack from the plain text of one report entry: headings become sections
and categories, each paragraph a case, with the facts whose wording is clear and
their anchor words. Doubts are listed with their lines.

Every case is marked as a draft (draft: true). A person reads the paragraph,
makes one case of each statement, writes title and note in their own words,
corrects the guessed roles, stages and kinds of date, and removes the mark.
Imported drafts are shown as drafts everywhere.`

const draftExample = `
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
		Use: "draft REPORT.txt -o PACK.yaml [--with-text]", Short: "Draft a pack from the text of a report", GroupID: groupLibrary, Long: draftHelp, Example: draftExample,
		Args: arguments(1, 1, "the text of one report entry", "casebook draft report.txt -o pack.yaml"),
	}
	flags := command.Flags()
	flags.StringVarP(&name, "output", "o", "", "write the pack to `FILE`; else standard output")
	flags.BoolVar(&force, "force", false, "overwrite FILE")
	flags.StringVar(&options.Country, "country", "", "`NAME` of the country; default: from the title line")
	flags.StringVar(&options.Prefix, "prefix", "", "`PREFIX` of the case ids, such as KAZ-2016")
	flags.StringVar(&options.Period, "period", "", "`YEAR` that the report covers; default: from the title line")
	flags.StringVar(&encoding, "encoding", "", "text encoding `NAME`: "+strings.Join(seed.Encodings(), ", ")+"; default: detected")
	command.RegisterFlagCompletionFunc("encoding", cobra.FixedCompletions(seed.Encodings(), cobra.ShellCompDirectiveNoFileComp))
	flags.BoolVar(&options.WithText, "with-text", false, "copy each paragraph into the note of its case; for your own use, since the text is its publisher's")
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
	fmt.Fprintf(p.out, "wrote %s: %s to complete; casebook check %s lists what is left to do\n", safe.Line(name), counted(len(pack.Cases), "case"), safe.Line(name))
	return nil
}
