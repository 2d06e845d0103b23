package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"

	"casebook/db"
	"casebook/model/safe"
	"casebook/seed"
)

const inputHelp = `
With - for FILE the standard input is read, and its form recognised.

What a file does not say of itself:
    --map COLUMN=FIELD +   a column of a spreadsheet, such as Where=places,
                           "Victim=people:reported victim" or, to leave it out,
                           Remarks=-
    --encoding NAME        utf-8, utf-16le, utf-16be, windows-1250 to 1258,
                           koi8-r, koi8-u, iso-8859-2, iso-8859-5, ibm866,
                           x-mac-cyrillic
    --report-id ID         of a list of your own; else made from the file's name
    --report-title TEXT    its title
    --prefix PREFIX        of its case ids, such as OWN
`

// An input is what the flags say of the files that a command reads.
type input struct {
	stdin   io.Reader
	options seed.Options
	columns []string
}

// addInput gives a command the flags that say what a file does not say of itself.
func (p *program) addInput(command *cobra.Command) *input {
	i := &input{stdin: p.in}
	flags := command.Flags()
	flags.StringArrayVar(&i.columns, "map", nil, "the field of a column")
	flags.StringVar(&i.options.Encoding, "encoding", "", "how the text is written")
	flags.StringVar(&i.options.Report.ID, "report-id", "", "the id of a list of your own")
	flags.StringVar(&i.options.Report.Title, "report-title", "", "its title")
	flags.StringVar(&i.options.Report.Prefix, "prefix", "", "of its case ids")
	command.RegisterFlagCompletionFunc("encoding", cobra.FixedCompletions(seed.Encodings(), cobra.ShellCompDirectiveNoFileComp))
	for _, flag := range []string{"map", "report-id", "report-title", "prefix"} {
		command.RegisterFlagCompletionFunc(flag, cobra.NoFileCompletions)
	}
	command.Long += inputHelp
	return i
}

// complete reads the columns that --map names.
func (i *input) complete() error {
	i.options.Map = map[string]string{}
	for _, column := range i.columns {
		at := strings.LastIndexByte(column, '=')
		if at <= 0 {
			return usage("write the column, = and the field, such as --map Where=places", "--map cannot be %q", column)
		}
		i.options.Map[column[:at]] = column[at+1:]
	}
	return nil
}

// A cases is a file that is read for its cases.
type cases struct {
	*seed.Reader
	file io.ReadCloser
	size int64        // in bytes; 0 where that is not known
	read atomic.Int64 // so far
	ctx  context.Context
}

// openCases begins to read a file; - is the standard input.
func (i *input) openCases(ctx context.Context, name string) (*cases, error) {
	if called(name) == seed.StandardInput {
		c := &cases{file: io.NopCloser(i.stdin), ctx: ctx}
		var err error
		if c.Reader, err = seed.NewReader(seed.StandardInput, counting{c}, i.options); err != nil {
			return nil, err
		}
		return c, i.heeded(c)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, reason(err))
	}
	c := &cases{file: file, ctx: ctx}
	about, err := file.Stat()
	switch {
	case err == nil && about.IsDir():
		err = usage("give the files in it, such as "+name+"/*.yaml", "%s is a folder", name)
	case err == nil:
		if about.Mode().IsRegular() {
			c.size = about.Size()
		}
		if c.Reader, err = seed.NewReader(name, counting{c}, i.options); err == nil {
			err = i.heeded(c)
		}
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return c, nil
}

// called is what a file is called to the person.
func called(name string) string {
	if name == "-" || name == "/dev/stdin" {
		return seed.StandardInput
	}
	return name
}

// heeded refuses flags that the file leaves no room for.
func (i *input) heeded(c *cases) error {
	report := c.Pack().Report
	if len(i.columns) > 0 && !strings.HasPrefix(c.Form(), "CSV") {
		return usage("leave --map out: it is for spreadsheets", "--map names columns, and this file (%s) has none", c.Form())
	}
	for _, flag := range []struct{ name, asked, is string }{
		{"report-id", i.options.Report.ID, report.ID}, {"report-title", i.options.Report.Title, report.Title}, {"prefix", i.options.Report.Prefix, report.Prefix},
	} {
		if flag.asked != "" && flag.asked != flag.is {
			return usage("leave the flag out, or change report: in the file", "the file says itself what its report is called (%s), and --%s does not change that", safe.Line(flag.is), flag.name)
		}
	}
	return nil
}

// part is how much of the file has been read; 0 where that is not known.
func (c *cases) part() float64 {
	if c.size == 0 {
		return 0
	}
	return min(float64(c.read.Load())/float64(c.size), 1)
}

func (c *cases) Close() error { return c.file.Close() }

// A counting reads a file and counts; it stops when the context is done,
// which in a line without an end nobody else would see.
type counting struct{ *cases }

func (c counting) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.file.Read(p)
	c.read.Add(int64(n))
	if err != nil && err != io.EOF {
		err = reason(err)
	}
	return n, err
}

// badInput is the failure of a file that cannot be taken in; nil where an error
// is of another kind.
func badInput(err error) *failure {
	var whole *seed.Errors
	var record *seed.RecordError
	var twice *db.DuplicateError
	switch {
	case errors.As(err, &record):
		return &failure{code: exitUsage, message: record.Problems[0].File + ": a record cannot be taken, so nothing was", hint: "correct it; casebook check tells all at once, --skip-bad FILE takes the others", details: record.Error()}
	case errors.As(err, &whole):
		return &failure{code: exitUsage, message: fmt.Sprintf("%s has %s, so nothing was taken from it", whole.Problems[0].File, counted(len(whole.Problems), "mistake")), hint: "each is told above with its place and what to write instead", details: whole.Error()}
	case errors.As(err, &twice):
		return &failure{code: exitUsage, message: err.Error(), hint: "every id is one case's alone: give these others, or first casebook remove " + twice.Report}
	}
	return nil
}
