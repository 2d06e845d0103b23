package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/model"
)

// endOfFile ends a file as DOS wrote it.
const endOfFile = "\x1a"

// A table reads cases from the rows of a spreadsheet.
type table struct {
	name    string
	window  *window
	csv     *csv.Reader
	read    int64 // how much of the text the rows before have taken up
	columns []column
	prefix  string
	report  string // the id of the first case's, where there is a column that says so
}

// openCSV reads a spreadsheet: a row is a case, a header row says which column
// is which field. Nothing is asked but an id and a title: without a kind a case
// is an event, without a category it is Uncategorised, without a sensitivity it
// has none. Cells are written as cell.go says. A spreadsheet is a list of one's
// own; it has no sections, and a fact in it no paragraph, hedge or anchors of
// its own. An export's licence, attribution and caveats are taken over.
func (r *Reader) openCSV(name string, text io.Reader, options Options) error {
	buffered := bufio.NewReaderSize(text, 64<<10)
	separator, err := findSeparator(buffered)
	if err != nil {
		return err
	}
	t := &table{name: name, window: newWindow(buffered, MaxRecord)}
	t.csv = csv.NewReader(t.window)
	t.csv.Comma, t.csv.FieldsPerRecord, t.csv.ReuseRecord = separator, -1, true
	r.form = "CSV, separated by " + map[rune]string{',': "commas", ';': "semicolons", '\t': "tabs"}[separator]
	header, err := t.row()
	if err == nil && strings.HasPrefix(header[0], "sep=") {
		header, err = t.row()
	}
	if err == io.EOF {
		return fileError(name, "the file has no rows", "the first one names the columns")
	}
	if bad := (*RecordError)(nil); errors.As(err, &bad) {
		return &Errors{bad.Problems}
	}
	if err != nil {
		return err
	}
	if problems := t.mapColumns(header, options.Map); len(problems) > 0 {
		return &Errors{problems}
	}
	first, firstErr := t.row()
	if firstErr == nil {
		first = slices.Clone(first)
	}
	r.pack.Report = t.ownReport(first, options.Report)
	t.prefix = r.pack.Report.Prefix
	handed := false
	r.next = func() (entry, error) {
		row, err := first, firstErr
		if handed {
			row, err = t.row()
		}
		handed = true
		if err != nil {
			return entry{}, err
		}
		return t.entry(row)
	}
	return nil
}

// findSeparator returns what stands most often between the names of the header row.
func findSeparator(r *bufio.Reader) (rune, error) {
	head, err := r.Peek(r.Size())
	if len(head) == 0 && err != nil && err != io.EOF {
		return 0, err
	}
	if rest, ok := bytes.CutPrefix(head, []byte("sep=")); ok && len(rest) > 0 && strings.ContainsRune(",;\t", rune(rest[0])) {
		return rune(rest[0]), nil
	}
	counts := map[byte]int{}
	quoted := false
	for _, b := range head {
		if b == '"' {
			quoted = !quoted
		}
		if !quoted && (b == '\n' || b == '\r') {
			break
		}
		if !quoted {
			counts[b]++
		}
	}
	best := ','
	for _, separator := range ";\t" {
		if counts[byte(separator)] > counts[byte(best)] {
			best = separator
		}
	}
	return best, nil
}

// row returns the next row that has anything in it; it is good until the next
// one is read. A row that cannot be read is a *RecordError.
func (t *table) row() ([]string, error) {
	for {
		t.window.advance(t.read)
		row, err := t.csv.Read()
		t.read = t.csv.InputOffset()
		var syntax *csv.ParseError
		switch {
		case err == io.EOF:
			return nil, err
		case errors.Is(err, errTooLong):
			p := tooLong(t.name, t.window.line, 1)
			p.Hint = "look for a quotation mark in this line that is not closed"
			return nil, &Errors{[]Problem{p}}
		case errors.As(err, &syntax):
			return nil, t.broken(syntax)
		case err != nil:
			if wrong := (*Errors)(nil); errors.As(err, &wrong) {
				return nil, wrong
			}
			return nil, fmt.Errorf("read %s: %w", t.name, err)
		}
		if slices.ContainsFunc(row, func(cell string) bool { return cell != "" && cell != endOfFile }) {
			return row, nil
		}
	}
}

// broken says where a row is no CSV.
func (t *table) broken(syntax *csv.ParseError) error {
	raw := t.raw()
	p := t.at(raw, syntax.Line, syntax.Column)
	p.Message, p.Hint = "a quotation mark stands inside a cell", `write the whole cell in quotation marks and each one inside it twice: "a ""word"""`
	if strings.Count(raw, `"`)%2 == 1 {
		p = t.at(raw, syntax.StartLine, 1)
		p.Message, p.Hint = "a quotation mark in this row is not closed", "the file may stop in the middle, or the mark was meant to be part of a text: write it twice"
	}
	return &RecordError{Raw: raw, Problems: []Problem{p}}
}

// raw returns the row read last as the file has it.
func (t *table) raw() string { return string(t.window.text(t.read)) }

// at is a place in a row, of which the line is counted in the file and the
// column, as encoding/csv has it, in bytes.
func (t *table) at(raw string, line, column int) Problem {
	offset := 0
	for range line - t.window.line {
		offset += strings.IndexByte(raw[offset:], '\n') + 1
	}
	return problemAt(t.name, t.window.line, t.window.column, raw, offset+column-1)
}

// ownReport completes the report with what the first row of an export says of it.
func (t *table) ownReport(row []string, report model.Report) model.Report {
	id := ""
	for i, c := range t.columns {
		if i >= len(row) {
			break
		}
		text := strings.TrimSpace(unguard(row[i]))
		switch {
		case c.field == "id":
			id = text
		case c.field == "report":
			t.report = text
		case c.field == "licence" && report.Licence == "":
			report.Licence = text
		case c.field == "attribution" && report.Attribution == "":
			report.Attribution = text
		case c.field == "caveats" && len(report.Caveats) == 0:
			for _, caveat := range splitCell(text, ";") {
				report.Caveats = append(report.Caveats, unescape(caveat))
			}
		}
	}
	if report.ID == "" {
		report.ID = t.report
	}
	return ownList(t.name, id, report)
}

// entry makes a case of a row.
func (t *table) entry(row []string) (entry, error) {
	line, start := t.csv.FieldPos(0)
	e := entry{Record: Record{Line: line, Column: start}, raw: t.window.text(t.read)}
	places := make(map[string][2]int, len(t.columns)) // of the fields
	var problems []Problem
	add := func(i int, message, hint string) {
		line, column := t.csv.FieldPos(min(i, len(row)-1))
		p := t.at(t.raw(), line, column)
		p.Message, p.Hint = message, hint
		problems = append(problems, p)
	}
	for len(row) > len(t.columns) && row[len(row)-1] == "" {
		row = row[:len(row)-1]
	}
	short := len(row) != len(t.columns)
	if short {
		hint := "a cell with a separator in it needs quotation marks"
		if len(row) < len(t.columns) {
			hint = "the file may stop in the middle; empty cells need their separators"
		}
		add(len(row)-1, fmt.Sprintf("the row has %d cells and the header %d", len(row), len(t.columns)), hint)
		row = row[:min(len(row), len(t.columns))]
	}
	c := model.Case{Kind: model.KindEvent, Category: []string{"Uncategorised"}, Sensitivity: model.SensitivityNone}
	for i, cell := range row {
		column := t.columns[i]
		if !utf8.ValidString(cell) {
			add(i, "the file is not in UTF-8 here", "save it as UTF-8, or name its encoding: "+strings.Join(Encodings(), ", "))
			continue
		}
		if column.field == "" || cell == "" {
			continue
		}
		at, offset := t.csv.FieldPos(i)
		if _, ok := places[column.field]; !ok {
			places[column.field] = [2]int{at, offset}
		}
		if column.field == "report" && t.report != "" && strings.TrimSpace(unguard(cell)) != t.report {
			add(i, fmt.Sprintf("this case is of the report %s, and the first one of %s", cell, t.report), "a file holds one report: casebook export --report writes one; --map "+quoteArgument(column.header)+"=- takes all as one list")
			continue
		}
		for _, wrong := range fillField(&c, column, strings.Join(strings.Fields(unguard(cell)), " ")) {
			add(i, fmt.Sprintf("%s: %s", column.header, wrong.message), wrong.hint)
		}
	}
	if c.ID != "" && strings.Trim(c.ID, "0123456789") == "" {
		c.ID = t.prefix + "-" + c.ID
	}
	e.Case, e.slips = c, problems
	if short {
		return entry{}, &RecordError{Case: c.ID, Raw: t.raw(), Problems: newErrors(problems).Problems}
	}
	e.locate = func(path string) Problem {
		field, _, _ := strings.Cut(strings.TrimPrefix(path, "$."), ".")
		field, _, _ = strings.Cut(field, "[")
		place, ok := places[field]
		if !ok {
			place = [2]int{line, start}
		}
		return t.at(t.raw(), place[0], place[1])
	}
	return e, nil
}
