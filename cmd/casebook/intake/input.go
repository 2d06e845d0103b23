package intake

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/spf13/cobra"

	"casebook/cmd/casebook/cli"
	"casebook/model/safe"
	"casebook/seed"
	"casebook/seed/mapping"
	"casebook/seed/sheet"
	"casebook/seed/table"
)

// An input is the flags about the files that a command reads.
type input struct {
	p       *cli.Program
	stdin   io.Reader
	options seed.Options
	table   table.Options
	maps    []string
	kept    string // the file of a mapping
	mapping *mapping.Mapping
	keeps   bool // the answers to questions may be kept beside a table
}

// addInput adds the flags about input files to a command.
func addInput(p *cli.Program, command *cobra.Command) *input {
	i := &input{p: p, stdin: p.In}
	flags := command.Flags()
	flags.StringArrayVar(&i.maps, "map", nil, "`COLUMN=FIELD`: what one column is, such as Where=places or \"Victim=people:reported victim\"; Remarks=- ignores it; Victim=people! reads its cells in the format of docs/csv.md. Or the FILE of a mapping; cases.map.yaml beside cases.csv is used automatically (repeatable; see docs/tables.md)")
	flags.StringVar(&i.table.Order, "dates", "", "`ORDER` of day, month and year in dates: dmy, mdy or ymd")
	flags.StringVar(&i.table.Layout.Sheet, "sheet", "", "`NAME` of the sheet of a workbook")
	flags.StringVar(&i.table.Layout.Headings, "headings", "", "`ROW` with the column names, or none")
	flags.StringVar(&i.table.Layout.Separator, "separator", "", "`CHARACTER` between cells, such as ';' or tab")
	flags.StringVar(&i.options.Encoding, "encoding", "", "text encoding `NAME`: "+strings.Join(seed.Encodings(), ", ")+"; default: detected")
	flags.StringVar(&i.options.Report.ID, "report-id", "", "`ID` of your own list; default: from the file name")
	flags.StringVar(&i.options.Report.Title, "report-title", "", "`TITLE` of your own list")
	flags.StringVar(&i.options.Report.Prefix, "prefix", "", "`PREFIX` of the case ids of your own list, such as OWN")
	command.RegisterFlagCompletionFunc("encoding", cobra.FixedCompletions(seed.Encodings(), cobra.ShellCompDirectiveNoFileComp))
	command.RegisterFlagCompletionFunc("dates", cobra.FixedCompletions([]string{"dmy", "mdy", "ymd"}, cobra.ShellCompDirectiveNoFileComp))
	for _, flag := range []string{"report-id", "report-title", "prefix", "sheet", "headings", "separator"} {
		command.RegisterFlagCompletionFunc(flag, cobra.NoFileCompletions)
	}
	return i
}

// complete reads the columns of --map, and the mapping file that it names.
func (i *input) complete() error {
	i.table.Columns = map[string]string{}
	for _, said := range i.maps {
		at := strings.LastIndexByte(said, '=')
		_, err := os.Stat(said)
		switch {
		case err == nil || at < 0 && (strings.HasSuffix(said, ".yaml") || strings.HasSuffix(said, ".yml")):
			if i.kept != "" {
				return cli.Usage("one mapping is for one table: import the tables one after the other", "--map names two files, %s and %s", i.kept, said)
			}
			i.kept = said
		case at <= 0:
			return cli.Usage("write the column, = and the field, such as --map Where=places; or a file, such as --map cases.map.yaml", "--map cannot be %q", said)
		default:
			column := said[:at]
			if before, ok := i.table.Columns[column]; ok && before != said[at+1:] {
				return cli.Usage("a mapping file can use a column for several fields: casebook check FILE -o cases.map.yaml writes one to edit", "--map gives two fields for the column %q: %s and %s", column, before, said[at+1:])
			}
			i.table.Columns[column] = said[at+1:]
		}
	}
	if order := i.table.Order; order != "" && order != "dmy" && order != "mdy" && order != "ymd" {
		return cli.Usage("write dmy for 21/05/2016, mdy for 05/21/2016, ymd for 16/05/21", "--dates cannot be %q", order)
	}
	switch row, err := strconv.Atoi(i.table.Layout.Headings); {
	case i.table.Layout.Headings == "" || i.table.Layout.Headings == sheet.NoHeadings:
	case err != nil || row < 1:
		return cli.Usage("write the number of the row, from 1, or none", "--headings cannot be %q", i.table.Layout.Headings)
	}
	if i.kept == "" {
		return nil
	}
	var err error
	i.mapping, err = readMapping(i.kept)
	return err
}

// readMapping reads the file of a mapping.
func readMapping(name string) (*mapping.Mapping, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, cli.Reason(err))
	}
	return mapping.Parse(name, data)
}

// A cases is an input file with cases.
type cases struct {
	*seed.Reader
	table   *table.Reader // nil: the file is a pack
	mapping string        // the file of its mapping; empty: it was proposed
	keep    string        // the file in which the person wants to keep it; empty: none
	file    io.ReadCloser
	size    int64        // in bytes; 0 where that is not known
	read    atomic.Int64 // so far
	ctx     context.Context
}

// openCases begins to read a file; - is the standard input.
func (i *input) openCases(ctx context.Context, name string) (*cases, error) {
	if displayName(name) == seed.StandardInput {
		c := &cases{file: io.NopCloser(cli.Until(ctx, i.stdin)), ctx: ctx}
		text := bufio.NewReaderSize(countingReader{c}, 64<<10)
		head, _ := text.Peek(64 << 10) // reading it reports what went wrong
		return c, i.begin(c, seed.StandardInput, text, head)
	}
	file, err := cli.Open(ctx, name)
	if err != nil {
		return nil, err
	}
	c := &cases{file: file, ctx: ctx}
	about, err := file.Stat()
	switch {
	case err == nil && about.IsDir():
		err = cli.Usage("give the files in it, such as "+name+"/*.yaml", "%s is a folder", name)
	case err == nil && about.Mode().IsRegular():
		c.size = about.Size()
		head := make([]byte, 64<<10)
		n, _ := file.ReadAt(head, 0)
		err = i.begin(c, name, io.NewSectionReader(countingReaderAt{c, file}, 0, c.size), head[:n])
	case err == nil:
		text := bufio.NewReaderSize(countingReader{c}, 64<<10)
		head, _ := text.Peek(64 << 10)
		err = i.begin(c, name, text, head)
	}
	if err != nil {
		file.Close()
		return nil, err
	}
	return c, nil
}

// columns returns the columns of a table; nil: the file is not a table.
func (c *cases) columns() []string {
	if c.table == nil {
		return nil
	}
	return c.table.Columns()
}

// begin reads the part of a file before its cases.
func (i *input) begin(c *cases, name string, r io.Reader, head []byte) error {
	var err error
	if !sheet.Holds(name, head) {
		if c.Reader, err = seed.NewReader(name, r, i.options); err != nil {
			return err
		}
		return i.checkFlags(c)
	}
	options := i.table
	options.Report, options.Mapping = i.options.Report, i.mapping
	options.Layout.Encoding = i.options.Encoding
	c.mapping = i.kept
	if beside := mappingBeside(name); i.mapping == nil && len(options.Columns) == 0 && beside != "" {
		if options.Mapping, err = readMapping(beside); err != nil {
			return err
		}
		c.mapping = beside
	}
	q := newQuestions(i.p)
	if c.table, err = q.propose(name, r, options); err != nil {
		return err
	}
	if err := q.askAll(c.table); err != nil {
		return err
	}
	if i.keeps {
		if c.keep, err = q.keep(name); err != nil {
			return err
		}
	}
	if err := c.table.Begin(); err != nil {
		return err
	}
	c.Reader = c.table.Reader
	c.read.Store(0)
	return nil
}

// mappingBeside returns the mapping file beside a table; empty: none.
func mappingBeside(name string) string {
	beside := mappingName(name)
	if about, err := os.Stat(beside); name == seed.StandardInput || err != nil || !about.Mode().IsRegular() {
		return ""
	}
	return beside
}

// mappingName returns the file name of a table's mapping.
func mappingName(name string) string {
	return strings.TrimSuffix(name, filepath.Ext(name)) + ".map.yaml"
}

// displayName returns the name of a file in messages.
func displayName(name string) string {
	if name == "-" || name == "/dev/stdin" {
		return seed.StandardInput
	}
	return name
}

// noCases is the problem of a file without cases.
func noCases(name string) seed.Problem {
	return seed.Problem{File: name, Message: "the file has no cases", Hint: "an import needs at least one; casebook remove removes a report"}
}

// checkFlags refuses flags that do not fit the file.
func (i *input) checkFlags(c *cases) error {
	report := c.Pack().Report
	if len(i.maps) > 0 {
		return cli.Usage("omit --map: it is for tables", "--map names columns, and this file (%s) has none", c.Form())
	}
	for _, flag := range []struct{ name, asked, is string }{
		{"report-id", i.options.Report.ID, report.ID}, {"report-title", i.options.Report.Title, report.Title}, {"prefix", i.options.Report.Prefix, report.Prefix},
	} {
		if flag.asked != "" && flag.asked != flag.is {
			return cli.Usage("omit the option, or change report: in the file", "the file itself names its report (%s), and --%s cannot change that", safe.Line(flag.is), flag.name)
		}
	}
	return nil
}

// part returns which part of the file was read; 0: unknown.
func (c *cases) part() float64 {
	if c.size == 0 {
		return 0
	}
	return min(float64(c.read.Load())/float64(c.size), 1)
}

func (c *cases) Close() error { return c.file.Close() }

// A countingReader counts the bytes of a file and stops when the context is done, also
// within an endless line.
type countingReader struct{ *cases }

func (c countingReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.file.Read(p)
	c.read.Add(int64(n))
	if err != nil && err != io.EOF {
		err = cli.Reason(err)
	}
	return n, err
}

// A countingReaderAt does the same for a file that is read at offsets.
type countingReaderAt struct {
	*cases
	at io.ReaderAt
}

func (c countingReaderAt) ReadAt(p []byte, offset int64) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.at.ReadAt(p, offset)
	c.read.Add(int64(n))
	if err != nil && err != io.EOF {
		err = cli.Reason(err)
	}
	return n, err
}
