package intake

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"casebook/cmd/casebook/cli"
	"casebook/model/safe"
	"casebook/seed"
	"casebook/seed/mapping"
)

// rejects are the records that --skip-bad leaves out: rows of a table are written as a
// table with a column for the reason, other records as JSON.
type rejects struct {
	file     *cli.Output
	lines    *json.Encoder
	rows     *csv.Writer // if the file is a table
	columns  []string    // of the rows that are written
	count    int
	mistakes mistakes
}

func newRejects(name string) (*rejects, error) {
	if name == "" {
		return &rejects{}, nil
	}
	if _, err := os.Lstat(cli.ExpandHome(name)); err == nil { // an import has no --force, which would be for more than this file
		return nil, cli.Usage("choose another name for the rejected records, or remove that file first", "%s already exists", name)
	}
	file, err := cli.NewOutput(name, false)
	if err != nil {
		return nil, err
	}
	r := &rejects{file: file, lines: json.NewEncoder(file)}
	r.lines.SetEscapeHTML(false)
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv":
		file.WriteString("\uFEFF")
		r.rows = csv.NewWriter(file)
	case ".tsv":
		r.rows = csv.NewWriter(file)
		r.rows.Comma = '\t'
	}
	return r, nil
}

func (r *rejects) enabled() bool { return r.file != nil }

// add writes a record that was left out; columns are those of its table.
func (r *rejects) add(rejected *seed.RecordError, columns []string) error {
	r.count++
	r.mistakes.add(rejected.Problems)
	if r.rows == nil {
		return r.lines.Encode(rejected)
	}
	if columns == nil {
		columns = []string{"record"}
	}
	columns = slices.DeleteFunc(slices.Clone(columns), func(name string) bool { return name == mapping.WhyColumn })
	if !slices.Equal(columns, r.columns) {
		if err := r.rows.Write(append(slices.Clone(columns), mapping.WhyColumn)); err != nil {
			return err
		}
		r.columns = columns
	}
	cells := rejected.Cells
	if cells == nil {
		cells = []string{strings.TrimSpace(rejected.Raw)}
	}
	var why []string
	for _, problem := range rejected.Problems {
		text := problem.Message
		if problem.Hint != "" {
			text += " (" + problem.Hint + ")"
		}
		why = append(why, text)
	}
	for _, row := range append([][]string{cells}, rejected.Further...) {
		row = slices.Clone(row[:min(len(row), len(columns))])
		row = append(row, make([]string, len(columns)-len(row))...)
		if err := r.rows.Write(append(row, strings.Join(why, "; "))); err != nil {
			return err
		}
	}
	return nil
}

// commit keeps the file if it has records.
func (r *rejects) commit(w io.Writer) error {
	switch {
	case !r.enabled():
		return nil
	case r.count == 0:
		fmt.Fprintln(w, "no record was left out")
		return nil
	}
	if r.rows != nil {
		if r.rows.Flush(); r.rows.Error() != nil {
			return r.rows.Error()
		}
	}
	fmt.Fprintf(w, "%s left out, with the reasons in %s: %s\n", cli.Counted(r.count, "record"), safe.Line(r.file.Name), safe.Line(r.mistakes.summary()))
	return r.file.Commit()
}

// commitPartial keeps the records of a file that was not imported at all.
func (r *rejects) commitPartial(w io.Writer) error {
	if r.count == 0 {
		return nil
	}
	return r.commit(w)
}

func (r *rejects) discard() {
	if r.enabled() {
		r.file.Discard()
	}
}
