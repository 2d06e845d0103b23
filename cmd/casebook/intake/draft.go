package intake

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/model"
	"casebook/model/check"
	"casebook/model/export"
	"casebook/model/safe"
	"casebook/seed"
	"casebook/seed/draft"
	"casebook/seed/draft/merge"
	"casebook/seed/pages"
)

const draftHelp = `Draft a pack from a report entry, or a folder of packs from a whole annual
report: text, HTML, Markdown, or a PDF where pdftotext is installed. Headings
become sections and categories, each paragraph a case, with the facts whose
wording is clear and their anchor words. It lists what is unclear, with the
line, and every capitalised name that no fact uses, since it may be a person.

A book is split at its entries. casebook draft book.pdf shows the split and
writes nothing; with -o FOLDER the entries are drafted into that folder, and
casebook import adds them as one publication.

Every case is marked as a draft (draft: true). A person reads the paragraph,
makes one case of each statement, writes title and note in their own words,
corrects the guessed roles, stages and kinds of date, and removes the mark.
Imported drafts are shown as drafts everywhere.

When a text is drafted again, cases of paragraphs that have not changed stay as
they are in the pack, and so does every case that is no longer a draft.`

const draftExample = `
    $ casebook draft uzbekistan.txt -o draft.yaml
    $ casebook check draft.yaml
`

// maxDraft is the maximum size of the text of one entry, in bytes.
const maxDraft = 1 << 20

// maxBook is the maximum size of the file of a book, in bytes.
const maxBook = 256 << 20

// doubtsName is the file with the doubts about the drafts of a book.
const doubtsName = "doubts.txt"

func Draft(p *cli.Program) *cobra.Command {
	var options draft.Options
	var name, encoding string
	var force bool
	command := &cobra.Command{
		Use: "draft REPORT -o PACK.yaml|FOLDER [--with-text]", Short: "Draft packs from the text of a report", GroupID: cli.GroupLibrary, Long: draftHelp, Example: draftExample,
		Args: cli.Arguments(1, 1, "the text of a report", "casebook draft report.txt -o pack.yaml"),
	}
	flags := command.Flags()
	flags.StringVarP(&name, "output", "o", "", "write the pack to `FILE`, or the packs of a book to this folder; default: standard output")
	flags.BoolVar(&force, "force", false, "overwrite FILE even if it is not an earlier draft of the report")
	flags.StringVar(&options.Country, "country", "", "`NAME` of the country; default: from the title line")
	flags.StringVar(&options.Prefix, "prefix", "", "`PREFIX` of the case ids, such as KAZ-2016")
	flags.StringVar(&options.Period, "period", "", "`YEAR` that the report covers; default: from the title line or the first pages")
	flags.StringVar(&encoding, "encoding", "", "text encoding `NAME`: "+strings.Join(seed.Encodings(), ", ")+"; default: detected")
	command.RegisterFlagCompletionFunc("encoding", cobra.FixedCompletions(seed.Encodings(), cobra.ShellCompDirectiveNoFileComp))
	flags.BoolVar(&options.WithText, "with-text", false, "copy each paragraph into the note of its case; for your own use only: the text belongs to its publisher")
	for _, flag := range []string{"country", "prefix", "period"} {
		command.RegisterFlagCompletionFunc(flag, cobra.NoFileCompletions)
	}
	command.RunE = func(_ *cobra.Command, arguments []string) error {
		text, err := readReport(command.Context(), arguments[0], encoding)
		if err != nil {
			return err
		}
		if options.Country == "" && options.Prefix == "" {
			if book := pages.SplitBook(text); len(book.Entries) > 0 {
				return draftBook(p, arguments[0], book, name, options)
			}
		}
		if len(text) > maxDraft {
			return cli.Usage("put each entry's name, as in the table of contents, on its own line, or give one entry", "%s is larger than %d MB, and no entries were found in it", arguments[0], maxDraft>>20)
		}
		pack, doubts, err := draft.Report(text, options)
		switch {
		case errors.Is(err, draft.ErrNoParagraph):
			return cli.Usage("save the entry as plain text, with each heading on its own line", "%s: %s", arguments[0], err)
		case err != nil:
			return cli.Usage("write the year, as in: --period 2016", "%s: %s", arguments[0], err)
		}
		if problems := check.Pack(pack); len(problems) > 0 { // of the options
			return cli.Usage(problems[0].Hint, "%s", problems[0].Message)
		}
		written, err := writeDraft(p, pack, existingPack(name), name, force)
		if err != nil {
			return err
		}
		writeDoubts(p.Err, arguments[0], doubts)
		if written != "" {
			fmt.Fprintf(p.Out, "%s; casebook check %s lists what is left to do\n", written, safe.Line(name))
		}
		return nil
	}
	return command
}

func writeDoubts(w io.Writer, name string, doubts []pages.Doubt) {
	for _, doubt := range doubts {
		fmt.Fprintf(w, "%s:%d: %s\n", safe.Line(name), doubt.Line, safe.Line(doubt.Message))
		if doubt.Hint != "" {
			fmt.Fprintf(w, "    %s\n", safe.Line(doubt.Hint))
		}
	}
}

// draftBook prints how a book is split, and drafts its entries into a folder.
func draftBook(p *cli.Program, source string, book pages.Book, folder string, options draft.Options) error {
	period := cmp.Or(options.Period, book.Period)
	if period == "" {
		return cli.Usage("write the year, as in: --period 2016", "%s: its first pages do not say which year it covers", source)
	}
	fmt.Fprintf(p.Err, "%s: %s of %s, which covers %s\n", safe.Line(source), cli.Counted(len(book.Entries), "entry"), safe.Line(cmp.Or(book.Title, "a book without a title")), period)
	for _, entry := range book.Entries {
		fmt.Fprintf(p.Err, "  line %-7d %s\n", entry.Line, safe.Line(entry.Country))
	}
	if len(book.Left) > 0 {
		fmt.Fprintf(p.Err, "left out, not a country entry: %s\n", safe.Line(strings.Join(book.Left, ", ")))
	}
	if folder == "" || folder == "-" {
		fmt.Fprintln(p.Err, "nothing was written; -o FOLDER drafts them into a folder")
		return nil
	}
	if cli.IsTerminal(p.In) && cli.IsTerminal(p.Err) {
		fmt.Fprintf(p.Err, "Draft them into %s? Enter is yes, n is no: ", safe.Line(folder))
		answer, err := bufio.NewReader(p.In).ReadString('\n')
		if err != nil && answer == "" || strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "n") {
			return cli.Usage("correct the text so that each entry begins with its country's name on a line", "nothing was written")
		}
	}
	if err := os.MkdirAll(cli.ExpandHome(folder), 0o700); err != nil {
		return &cli.Failure{Code: cli.ExitData, Message: fmt.Sprintf("make the folder %s: %s", folder, cli.Reason(err)), Hint: "choose another one"}
	}
	log, err := cli.NewOutput(filepath.Join(folder, doubtsName), true)
	if err != nil {
		return err
	}
	defer log.Discard()
	cases, completed := 0, 0
	for _, entry := range book.Entries {
		pack, doubts, err := draft.FromBook(&book, entry, options)
		if errors.Is(err, draft.ErrNoParagraph) {
			fmt.Fprintf(p.Err, "%s:%d: %s has no paragraphs and was not drafted\n", safe.Line(source), entry.Line, safe.Line(entry.Country))
			continue
		}
		if err != nil {
			return cli.Usage("write the year, as in: --period 2016", "%s: %s", source, err)
		}
		if problems := check.Pack(pack); len(problems) > 0 {
			fmt.Fprintf(p.Err, "%s:%d: %s has no draft: %s\n", safe.Line(source), entry.Line, safe.Line(entry.Country), safe.Line(problems[0].Message))
			continue
		}
		name := filepath.Join(folder, pack.Report.ID+".yaml")
		kept := existingPack(name)
		for _, c := range kept.Cases {
			if !c.Draft {
				completed++
			}
		}
		if _, err := writeDraft(p, pack, kept, name, false); err != nil {
			return err
		}
		cases += len(pack.Cases)
		writeDoubts(log, source, doubts)
	}
	if err := log.Commit(); err != nil {
		return err
	}
	fmt.Fprintf(p.Out, "wrote %s with %s to %s; what to check is in %s\n", cli.Counted(len(book.Entries), "pack"), cli.Counted(cases, "case"), safe.Line(folder), safe.Line(filepath.Join(folder, doubtsName)))
	if completed > 0 {
		fmt.Fprintf(p.Out, "%s stayed as they were\n", cli.Counted(completed, "completed case"))
	}
	return nil
}

// existingPack reads the pack in a file; without an id if there is none.
func existingPack(name string) model.Pack {
	data, err := os.ReadFile(cli.ExpandHome(name))
	if err != nil {
		return model.Pack{}
	}
	reader, err := seed.NewReader(name, bytes.NewReader(data), seed.Options{})
	if err != nil {
		return model.Pack{}
	}
	pack, err := seed.ReadAll(reader)
	if err != nil {
		return model.Pack{}
	}
	return pack
}

// writeDraft writes a pack. It is merged with an earlier draft of the report in the
// file. A completed case that would lose its paragraph, or a pack that cannot be read,
// is never overwritten. It returns a message.
func writeDraft(p *cli.Program, pack, kept model.Pack, name string, force bool) (string, error) {
	if name == "" || name == "-" {
		return "", export.Write(p.Out, export.YAML, []model.Pack{pack}, export.Of(pack))
	}
	stayed := 0
	if kept.Report.ID == pack.Report.ID {
		merged, lost := merge.Drafts(kept, pack)
		if problems := check.Pack(merged); len(lost) > 0 || len(problems) > 0 {
			beside := strings.TrimSuffix(name, filepath.Ext(name)) + ".new" + filepath.Ext(name)
			why := "its cases cannot be matched with the new text"
			if len(lost) > 0 {
				why = fmt.Sprintf("the new text lacks the paragraph of %s, which is complete", lost[0].ID)
			}
			fmt.Fprintf(p.Err, "%s was not changed: %s; the new draft is %s\n", safe.Line(name), safe.Line(why), safe.Line(beside))
			name = beside
		} else {
			stayed = len(kept.Cases)
			pack = merged
		}
		force = true
	}
	file, err := cli.NewOutput(name, force)
	if err != nil {
		return "", err
	}
	defer file.Discard()
	if err := export.Write(file, export.YAML, []model.Pack{pack}, export.Of(pack)); err != nil {
		return "", err
	}
	if err := file.Commit(); err != nil {
		return "", err
	}
	if stayed > 0 {
		return fmt.Sprintf("wrote %s: of %s before, those with the same paragraph stayed as they were", safe.Line(name), cli.Counted(stayed, "case")), nil
	}
	return fmt.Sprintf("wrote %s: %s to complete", safe.Line(name), cli.Counted(len(pack.Cases), "case")), nil
}
