// Package sheet reads the rows of tables: CSV and TSV, workbooks (XLSX, ODS), web pages
// and XML saved as XLS, and lists of objects in JSON. It detects the separator, the
// encoding, the sheet and the row with the column names, unless a Layout gives them. It
// knows files and texts; it must not know what a column means (its caller says whether a
// word is a column's name), nor cases.
package sheet

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed"
)

// A Table is an opened file with rows.
type Table struct {
	in           *input
	Kind         kind
	Layout       Layout
	book         *workbook
	Sheets       []string
	Joined       []string // the sheets that are read as one table
	parts        []joinedSheet
	above        []string // the rows above the column names
	other        []string // their names in another language, in the row below
	Columns      []string // the unique column names
	Bare         []string // the column names as in the file
	Rows         rows
	Encoding     func() string
	Form         string
	isColumnName func(string) bool // reports whether a word is a known column name

	givenHeadings string // the row with the column names, as the caller gave it
}

// Open opens a table. isColumnName reports whether a word is a known column name: by these
// the row of column names is found.
func Open(name string, r io.Reader, layout Layout, isColumnName func(string) bool) (*Table, error) {
	in, err := newInput(name, r)
	if err != nil {
		return nil, err
	}
	head, err := in.head(4 << 10)
	if err != nil {
		return nil, err
	}
	if len(head) == 0 {
		return nil, WrongFile(name, "the file is empty", "nothing was imported")
	}
	t := &Table{in: in, Layout: layout, isColumnName: isColumnName, givenHeadings: layout.Headings}
	if in.hasPassword(head) {
		return nil, WrongFile(name, "this workbook has a password", "open it in a spreadsheet and save it as XLSX without a password, or as CSV (UTF-8)")
	}
	if t.Kind, err = kindOf(name, utf8Head(head)); err != nil {
		return nil, err
	}
	switch t.Kind {
	case kindWorkbook:
		source, err := in.wholeFile()
		if err != nil {
			return nil, err
		}
		if t.book, err = openWorkbook(name, source); err != nil {
			return nil, err
		}
		for _, sheet := range t.book.sheets {
			t.Sheets = append(t.Sheets, sheet.name)
		}
	case kindXML:
		text, _, err := in.text(in.survey(), layout.Encoding)
		if err != nil {
			return nil, err
		}
		if t.Sheets, err = xmlSheets(name, text); err != nil && (in.whole || len(t.Sheets) == 0) {
			return nil, err
		}
	}
	if layout.Sheet == AllSheets {
		t.Layout.Sheet, layout.Sheet = "", ""
	}
	if layout.Sheet != "" && !slices.Contains(t.Sheets, layout.Sheet) {
		return nil, t.noSheet(layout.Sheet)
	}
	if layout.Sheet == "" && len(t.Sheets) > 0 {
		if t.Layout.Sheet, err = t.largestSheet(); err != nil {
			return nil, err
		}
	}
	err = t.readHeadings()
	var unclear *seed.UnclearEncoding
	if errors.As(err, &unclear) && t.encodingOfNames() {
		err = t.readHeadings()
	}
	if err == nil && layout.Sheet == "" && t.Kind == kindWorkbook && len(t.Sheets) > 1 {
		err = t.joinSheets()
	}
	return t, err
}

func (t *Table) noSheet(name string) error {
	if len(t.Sheets) == 0 {
		return WrongFile(t.in.name, "the file has no sheets", "omit --sheet, and sheet in the mapping")
	}
	hint := "the sheets are " + strings.Join(t.Sheets, ", ")
	if near, ok := model.Nearest(name, t.Sheets); ok {
		hint = fmt.Sprintf("did you mean %q? ", near) + hint
	}
	return WrongFile(t.in.name, fmt.Sprintf("there is no sheet %q", name), hint)
}

// largestSheet returns the sheet with the most cells in its first rows: the list, not its
// explanations.
func (t *Table) largestSheet() (string, error) {
	best, bestCells := t.Sheets[0], -1
	for _, name := range t.Sheets {
		cells, err := t.cellsOf(name)
		if err != nil {
			return "", err
		}
		if cells > bestCells {
			best, bestCells = name, cells
		}
	}
	return best, nil
}

// cellsOf counts the filled cells in the first rows of a sheet.
func (t *Table) cellsOf(sheet string) (int, error) {
	other := *t
	other.Layout.Sheet = sheet
	if err := other.reopen(true); err != nil {
		return 0, err
	}
	count := 0
	for range 500 {
		row, err := other.Rows.Next()
		if err != nil {
			break
		}
		for _, cell := range row {
			if cell != "" {
				count++
			}
		}
	}
	return count, nil
}

// reopen goes back to the first row of the file. survey means that its rows are read again
// later: see input.
func (t *Table) reopen(survey bool) error {
	t.Encoding = nil
	if t.Kind == kindWorkbook && len(t.Joined) > 0 {
		rows, err := t.joinedRows()
		t.Rows, t.Form = rows, t.book.form()+", sheets "+strings.Join(t.Joined, ", ")
		return err
	}
	if t.Kind == kindWorkbook {
		at := slices.IndexFunc(t.book.sheets, func(s sheet) bool { return s.name == t.Layout.Sheet })
		t.Form = t.book.form() + ", sheet " + t.Layout.Sheet
		var err error
		t.Rows, err = t.book.rows(t.book.sheets[at])
		return err
	}
	from := t.in.open
	if survey {
		from = t.in.survey
	}
	text, encoding, err := t.in.text(from(), t.Layout.Encoding)
	if err != nil {
		return err
	}
	t.Encoding = encoding
	switch t.Kind {
	case kindPage:
		t.Rows, t.Form = newPage(t.in.name, text, 0), "a table from a web page"
	case kindXML:
		t.Rows, err = newXMLRows(t.in.name, text, t.Layout.Sheet)
		t.Form = "Excel's XML, sheet " + t.Layout.Sheet
	case kindList:
		var list *listRows
		if list, err = newList(t.in, text, t.Bare); err == nil {
			t.Rows, t.Form = list, list.form()
		}
	default:
		var list *csvRows
		if list, err = newCSV(t.in.name, text, t.Layout.separator(t.in.name)); err == nil {
			t.Rows, t.Form = list, list.form()
		}
	}
	return err
}

// Begin goes to the first row after the column names.
func (t *Table) Begin(survey bool) error {
	if err := t.reopen(survey); err != nil || len(t.Joined) > 0 {
		return err
	}
	row, ok := t.Layout.HeadingRow()
	for ok && t.Kind != kindList {
		_, err := t.Rows.Next()
		if line, _ := t.Rows.Position(); line >= row {
			break
		}
		var bad *seed.RecordError
		if err != nil && !errors.As(err, &bad) {
			return err
		}
	}
	if rows, ok := sheetOf(t.Rows); ok {
		rows.mergedFilled, rows.unsaved = 0, 0 // the rows above do not count
	}
	if t.Kind != kindList {
		t.Rows = &bodyRows{rows: t.Rows, names: t.Bare, other: t.other}
	}
	return nil
}

// FileName returns the name of the file.
func (t *Table) FileName() string { return t.in.name }

// Whole reports whether a survey sees the whole file.
func (t *Table) Whole() bool { return t.in.whole }
