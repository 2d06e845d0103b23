// Package table turns the rows of tables into cases, by a mapping: package sheet reads the
// rows, package mapping says which column is which field, package cells reads the cells.
// It knows all three and the model; it must not know a library, a command line or a
// screen.
//
// The steps: the templates of the mapping are compiled (compile.go), a first pass collects
// places and people (survey.go, places.go, people.go), and each row is filled into a case
// (fill.go, fillnames.go, fillvalues.go; cell.go for casebook's own format; title.go,
// ids.go). Rows of one case are merged (group.go).
package table

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed"
	"casebook/seed/cells"
	"casebook/seed/mapping"
	"casebook/seed/sheet"
)

// Options are what the table itself does not say.
type Options struct {
	// Report is the report of the cases: see seed.Options.
	Report model.Report
	// Columns maps columns to fields: {"Where": "places"}. After a colon: a role, what a
	// date dates, or what a figure counts: {"Victim": "people:reported victim"}. "-"
	// ignores a column; a ! at the end means that its cells are in casebook's own format.
	Columns map[string]string
	// Mapping is a saved mapping; nil: one is proposed.
	Mapping *mapping.Mapping
	// Layout is where the rows are; it comes before that of the mapping.
	Layout sheet.Layout
	// Order is the order of day and month in columns that do not show it.
	Order string
}

// A Reader reads the cases of a table.
type Reader struct {
	*seed.Reader
	t         *sheet.Table
	f         *filler
	options   Options
	notes     []mapping.Note // about the table as a whole
	questions []mapping.Question
	mapping   *mapping.Mapping
	examples  map[string][]string // values of each column
}

// NewReader opens a table and prepares to read its cases. A Source is read more than once.
// The error is a *seed.Errors about the whole file.
func NewReader(name string, r io.Reader, options Options) (*Reader, error) {
	p, err := Propose(name, r, options)
	if err != nil {
		return nil, err
	}
	return p, p.Begin()
}

// Propose opens a table and makes a mapping for it, unless the options have one.
// Questions are for the user, before Begin.
func Propose(name string, r io.Reader, options Options) (*Reader, error) {
	layout := options.Layout
	if m := options.Mapping; m != nil {
		layout = layout.Or(m.Table)
	}
	t, err := sheet.Open(name, r, layout, mapping.IsHeading)
	if err != nil {
		return nil, err
	}
	reader := &Reader{t: t, options: options}
	if options.Mapping != nil {
		kept := *options.Mapping
		reader.mapping = &kept
		for _, column := range slices.Sorted(maps.Keys(options.Columns)) {
			return nil, sheet.WrongFile(name, fmt.Sprintf("--map gives %s for a column and also names a mapping file", column), "write it into the mapping, or omit --map FILE")
		}
		if options.Order != "" {
			reader.mapping.Order = options.Order
		}
		return reader, nil
	}
	proposal, err := mapping.Propose(t, options.Columns, options.Order)
	if err != nil {
		return nil, err
	}
	reader.mapping, reader.notes, reader.questions, reader.examples = &proposal.Mapping, proposal.Notes, proposal.Questions, proposal.Examples
	return reader, nil
}

// Mapping returns how the table is read.
func (r *Reader) Mapping() *mapping.Mapping { return r.mapping }

// Proposed reports whether the mapping was made for the table and not read from a
// file.
func (r *Reader) Proposed() bool { return r.options.Mapping == nil }

// Own reports whether every column of the table is in casebook's own format, so that
// no mapping is needed.
func (r *Reader) Own() bool {
	m := r.mapping
	return r.Proposed() && len(m.OwnForm) > 0 && m.ID == "" && len(m.Key) == 0 && m.Title == "" && m.Note == "" && len(m.Category)+len(m.Dates)+len(m.People)+len(m.Organisations)+len(m.Places)+len(m.Laws)+len(m.Figures)+len(m.Fields) == 0
}

// Write writes the mapping as a file to save and edit.
func (r *Reader) Write(w io.Writer) error {
	return mapping.Write(w, r.mapping, r.t.FileName(), r.t.Form, r.examples)
}

// Questions returns what the table does not show. Without an answer, cells that depend on
// it are refused.
func (r *Reader) Questions() []mapping.Question {
	if r.options.Order != "" {
		return nil
	}
	return r.questions
}

// Answer answers a question, and drops the note about it.
func (r *Reader) Answer(question mapping.Question, answer int) {
	question.Choose(r.mapping, answer)
	r.notes = slices.DeleteFunc(r.notes, func(note mapping.Note) bool { return question.Note != "" && note.Text == question.Note })
}

// Sheets returns the names of the sheets of a workbook, and the sheets that are read: one,
// or several as one list.
func (r *Reader) Sheets() (names, read []string) {
	if len(r.t.Joined) > 0 {
		return r.t.Sheets, r.t.Joined
	}
	return r.t.Sheets, []string{r.t.Layout.Sheet}
}

// Columns returns the names of the columns.
func (r *Reader) Columns() []string { return r.t.Columns }

// Begin prepares to read the cases with the mapping.
func (r *Reader) Begin() error {
	f, err := newFiller(r.t, r.mapping)
	if err != nil {
		return err
	}
	r.f = f
	if err := f.surveyNames(); err != nil {
		return err
	}
	if err := r.t.Begin(false); err != nil {
		return err
	}
	first, firstErr := r.t.Rows.Next()
	if firstErr == nil {
		first = slices.Clone(first)
	}
	pack := model.Pack{Report: r.report(first), Fields: f.declaredFields(), People: f.persons, Places: f.placeNames.places()}
	f.prefix = pack.Report.Prefix
	isPastFirst := false
	next := func() (seed.Entry, error) {
		row, err := first, firstErr
		if isPastFirst {
			row, err = r.t.Rows.Next()
		}
		isPastFirst = true
		if err != nil {
			return seed.Entry{}, err
		}
		return r.entry(row)
	}
	if !f.group.Empty() {
		next = f.groupRows(next)
	}
	r.Reader, err = seed.NewSource(r.t.FileName(), r.t.Form, r.t.Encoding, pack, next)
	if unmapped := f.unmappedColumns(); err == nil && len(unmapped) > 0 && !r.Proposed() {
		r.notes = append(r.notes, mapping.Note{Text: "these columns are not in the mapping and are ignored: " + strings.Join(unmapped, ", ")})
	}
	return err
}

// report completes the report of the cases from the options, the mapping and, for an
// export, its first row.
func (r *Reader) report(row []string) model.Report {
	report := r.options.Report
	or := func(into *string, text string) {
		if *into == "" {
			*into = text
		}
	}
	fromMapping := r.mapping.Report
	for _, field := range []struct {
		into *string
		text string
	}{{&report.ID, fromMapping.ID}, {&report.Prefix, fromMapping.Prefix}, {&report.Title, fromMapping.Title}, {&report.Publisher, fromMapping.Publisher}, {&report.Edition, fromMapping.Edition}, {&report.Country, fromMapping.Country},
		{&report.Period, fromMapping.Period}, {&report.Index, fromMapping.Index}, {&report.ISBN, fromMapping.ISBN}, {&report.Licence, fromMapping.Licence}, {&report.Attribution, fromMapping.Attribution}} {
		or(field.into, field.text)
	}
	if len(report.Caveats) == 0 {
		report.Caveats = fromMapping.Caveats
	}
	id := ""
	for i, own := range r.f.own {
		if own == nil || i >= len(row) {
			continue
		}
		text := strings.TrimSpace(sheet.Unguard(row[i]))
		switch own.Field {
		case "id":
			id = text
		case "report":
			r.f.report = text
		case "licence":
			or(&report.Licence, text)
		case "attribution":
			or(&report.Attribution, text)
		case "caveats":
			if len(report.Caveats) == 0 {
				for _, caveat := range cells.SplitCell(text, ";") {
					report.Caveats = append(report.Caveats, cells.Unescape(caveat))
				}
			}
		}
	}
	or(&report.ID, r.f.report)
	if !r.f.strict {
		id = ""
	}
	return seed.OwnList(r.t.FileName(), id, report)
}

// entry makes a case from a row.
func (r *Reader) entry(row []string) (seed.Entry, error) {
	line, column := r.t.Rows.Position()
	for len(row) > len(r.t.Columns) && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	if short := r.t.Kind == sheet.KindCSV && len(row) < len(r.t.Columns); short && r.f.hasOwnID() || len(row) > len(r.t.Columns) {
		return seed.Entry{}, r.wrongLength(row)
	} else if short {
		r.f.notes.add("a row with fewer cells than columns: the missing cells are empty", strings.Join(row, ", "))
	}
	c, slips := r.f.fill(row)
	if r.f.groupValue() == "" {
		r.f.notes.countNames(c)
	}
	entry := seed.Entry{Record: seed.Record{Case: c, Line: line, Column: column}, Raw: r.t.Rows.Raw(), Slips: slips}
	entry.Cells = func() []string { return slices.Clone(row) }
	entry.Locate = func(path string) seed.Problem {
		field, _, _ := strings.Cut(strings.TrimPrefix(path, "$."), ".")
		field, _, _ = strings.Cut(field, "[")
		return r.t.Rows.At(max(r.f.columnOf(field, row), 0))
	}
	return entry, nil
}

// wrongLength is the error for a row with too many or too few cells.
func (r *Reader) wrongLength(row []string) error {
	p := r.t.Rows.At(len(row) - 1)
	p.Message = fmt.Sprintf("the row has %d cells and the header %d", len(row), len(r.t.Columns))
	if len(row) == 1 {
		p.Message = fmt.Sprintf("the row has 1 cell and the header %d", len(r.t.Columns))
	}
	p.Hint = "a cell with a separator in it needs quotation marks"
	if len(row) < len(r.t.Columns) {
		p.Hint = "the file may be incomplete; empty cells need their separators"
	}
	bad := &seed.RecordError{Raw: string(r.t.Rows.Raw()), Cells: slices.Clone(row), Problems: []seed.Problem{p}}
	c, _ := r.f.fill(row[:min(len(row), len(r.t.Columns))])
	bad.Case = c.ID
	return bad
}

// Notes returns what the user should know about the table besides errors. The list is
// complete after the last case.
func (r *Reader) Notes() []mapping.Note {
	list := slices.Clone(r.notes)
	for _, skipped := range r.t.Skipped() {
		note := mapping.Note{Text: skipped.Why, Count: skipped.Count}
		for _, example := range skipped.Examples {
			note.Examples = append(note.Examples, mapping.Shorten(example))
		}
		list = append(list, note)
	}
	if r.f != nil {
		list = append(list, r.f.notes.withRepeatedNames()...)
	}
	return list
}
