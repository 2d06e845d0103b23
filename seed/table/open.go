package table

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"casebook/model"
	"casebook/seed"
)

// A kind is what sort of file a table is in.
type kind byte

const (
	kindCSV kind = iota
	kindWorkbook
	kindPage
	kindXML
	kindList
)

// Holds says whether a file is a table and not a pack, by its name and how it begins.
func Holds(name string, head []byte) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	ending := strings.ToLower(filepath.Ext(name))
	if name == seed.StandardInput {
		if ending = seed.EndingOf(head); bytes.HasPrefix(text, []byte("[")) {
			ending = ".json"
		}
	}
	switch ending {
	case ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".ods", ".xlsb", ".htm", ".html":
		return true
	case ".json":
		return bytes.HasPrefix(text, []byte("[")) || bytes.HasPrefix(text, []byte("{")) && !bytes.Contains(head, []byte(`"cases"`)) && !bytes.Contains(head, []byte(`"report"`))
	case ".jsonl", ".ndjson":
		return bytes.HasPrefix(text, []byte("{")) && !isPackLine(text)
	}
	return false
}

// isPackLine says whether the first line of a text is a pack or one of its cases.
func isPackLine(text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	var fields map[string]json.RawMessage
	if json.Unmarshal(line, &fields) != nil {
		return true // what is wrong with it is told as of a pack
	}
	_, pack := fields["pack"]
	_, kind := fields["kind"]
	_, category := fields["category"]
	return pack || kind && category || len(fields) == 0
}

// kindOf tells what a file is by how it begins, since its name may say something else.
func kindOf(name string, head []byte) (kind, error) {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\uFEFF")), " \t\r\n")
	begins := func(with string) bool {
		return len(text) >= len(with) && strings.EqualFold(string(text[:len(with)]), with)
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return kindWorkbook, nil
	case bytes.HasPrefix(head, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return 0, wrongFile(name, "this is a workbook of Excel 97 to 2003, which casebook does not read", "open it in a spreadsheet and save it as XLSX or CSV (UTF-8)")
	case begins("<?xml") && bytes.Contains(text, []byte("urn:schemas-microsoft-com:office:spreadsheet")):
		return kindXML, nil
	case begins("<html") || begins("<!doctype") || begins("<table") || begins("<meta") || begins("<?xml") && bytes.Contains(bytes.ToLower(text), []byte("<html")):
		return kindPage, nil
	case begins("[{") || begins("{") || begins("[") && slices.Contains([]string{".json", ""}, strings.ToLower(filepath.Ext(name))):
		return kindList, nil
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm", ".xlsb", ".ods":
		return 0, wrongFile(name, "this is no workbook", "it may not have been copied to its end; or it is another file under this name: give it the ending that it has")
	case ".json", ".jsonl", ".ndjson":
		return kindList, nil
	}
	return kindCSV, nil
}

// A table is a file as it is opened for its rows.
type table struct {
	in       *input
	kind     kind
	layout   Layout
	book     *workbook
	sheets   []string
	columns  []string // the names of the columns, each once
	bare     []string // the same as the file has them
	rows     rows
	encoding func() string
	form     string
	year     int // of today
}

func newTable(name string, r io.Reader, layout Layout) (*table, error) {
	in, err := newInput(name, r)
	if err != nil {
		return nil, err
	}
	head, err := in.head(4 << 10)
	if err != nil {
		return nil, err
	}
	if len(head) == 0 {
		return nil, wrongFile(name, "the file is empty", "nothing is taken from it")
	}
	t := &table{in: in, layout: layout, year: thisYear()}
	if t.kind, err = kindOf(name, utf8Head(head)); err != nil {
		return nil, err
	}
	switch t.kind {
	case kindWorkbook:
		source, err := in.packed()
		if err != nil {
			return nil, err
		}
		if t.book, err = openWorkbook(name, source); err != nil {
			return nil, err
		}
		for _, sheet := range t.book.sheets {
			t.sheets = append(t.sheets, sheet.name)
		}
	case kindXML:
		text, _, err := in.text(in.survey(), layout.Encoding)
		if err != nil {
			return nil, err
		}
		if t.sheets, err = xmlSheets(name, text); err != nil && (in.whole || len(t.sheets) == 0) {
			return nil, err
		}
	}
	if layout.Sheet != "" && !slices.Contains(t.sheets, layout.Sheet) {
		return nil, t.noSheet(layout.Sheet)
	}
	if layout.Sheet == "" && len(t.sheets) > 0 {
		if t.layout.Sheet, err = t.largestSheet(); err != nil {
			return nil, err
		}
	}
	return t, t.readHeadings()
}

// utf8Head is the beginning of a text without the zeros of UTF-16.
func utf8Head(head []byte) []byte {
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	return head
}

func (t *table) noSheet(name string) error {
	if len(t.sheets) == 0 {
		return wrongFile(t.in.name, "the file has no sheets", "leave --sheet out")
	}
	hint := "the sheets are " + strings.Join(t.sheets, ", ")
	if near, ok := model.Nearest(name, t.sheets); ok {
		hint = fmt.Sprintf("did you mean %q? ", near) + hint
	}
	return wrongFile(t.in.name, fmt.Sprintf("there is no sheet %q", name), hint)
}

// largestSheet returns the sheet with the most cells in its first rows: that
// of the list, not that which explains it.
func (t *table) largestSheet() (string, error) {
	best, most := t.sheets[0], -1
	for _, name := range t.sheets {
		cells, err := t.cellsOf(name)
		if err != nil {
			return "", err
		}
		if cells > most {
			best, most = name, cells
		}
	}
	return best, nil
}

// cellsOf counts the cells of the first rows of a sheet.
func (t *table) cellsOf(sheet string) (int, error) {
	other := *t
	other.layout.Sheet = sheet
	if err := other.reopen(true); err != nil {
		return 0, err
	}
	count := 0
	for range 500 {
		row, err := other.rows.next()
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

// reopen goes back to the first row of the file. To survey it is to read it
// before its rows are taken; see input.
func (t *table) reopen(survey bool) error {
	t.encoding = nil
	if t.kind == kindWorkbook {
		at := slices.IndexFunc(t.book.sheets, func(s sheet) bool { return s.name == t.layout.Sheet })
		t.form = "XLSX, sheet " + t.layout.Sheet
		var err error
		t.rows, err = t.book.rows(t.book.sheets[at])
		return err
	}
	from := t.in.open
	if survey {
		from = t.in.survey
	}
	text, encoding, err := t.in.text(from(), t.layout.Encoding)
	if err != nil {
		return err
	}
	t.encoding = encoding
	switch t.kind {
	case kindPage:
		t.rows, t.form = newPage(t.in.name, text, 0), "a table of a web page"
	case kindXML:
		t.rows, err = newXMLRows(t.in.name, text, t.layout.Sheet)
		t.form = "Excel's XML, sheet " + t.layout.Sheet
	case kindList:
		var list *listRows
		if list, err = newList(t.in, text, t.bare); err == nil {
			t.rows, t.form = list, list.form()
		}
	default:
		var list *csvRows
		if list, err = newCSV(t.in.name, text, t.layout.separator(t.in.name)); err == nil {
			t.rows, t.form = list, list.form()
		}
	}
	return err
}

// begin goes to the first row behind the headings, for good.
func (t *table) begin(survey bool) error {
	if err := t.reopen(survey); err != nil {
		return err
	}
	row, ok := t.layout.headingRow()
	for ok && t.kind != kindList {
		_, err := t.rows.next()
		if line, _ := t.rows.position(); line >= row {
			break
		}
		var bad *seed.RecordError
		if err != nil && !errors.As(err, &bad) {
			return err
		}
	}
	return nil
}
