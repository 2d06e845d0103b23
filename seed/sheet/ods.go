package sheet

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"casebook/seed"
)

// documentPart is the part with the sheets of an OpenDocument spreadsheet (ISO/IEC 26300,
// .ods).
const documentPart = "content.xml"

// readDocument reads the names of the visible sheets of an OpenDocument spreadsheet.
func (w *workbook) readDocument() error {
	err := w.part("META-INF/manifest.xml", func(_ *xmlTokens, e xml.StartElement) error {
		if e.Name.Local == "encryption-data" {
			return WrongFile(w.name, "this workbook has a password", "open it in a spreadsheet and save it as XLSX or ODS without a password, or as CSV (UTF-8)")
		}
		return nil
	})
	if err != nil {
		return err
	}
	style, hidden := "", map[string]bool{}
	return w.part(documentPart, func(_ *xmlTokens, e xml.StartElement) error {
		switch e.Name.Local {
		case "style":
			style = attribute(e, "name")
		case "table-properties":
			hidden[style] = attribute(e, "display") == "false"
		case "table":
			if hidden[attribute(e, "style-name")] {
				w.hidden = append(w.hidden, attribute(e, "name"))
			} else {
				w.sheets = append(w.sheets, sheet{attribute(e, "name"), documentPart})
			}
		}
		return nil
	})
}

// documentRows are the rows of a sheet of an OpenDocument spreadsheet.
type documentRows struct {
	*sheetRows
	inside bool // the reader is inside of the sheet
	repeat int  // how often the row is still repeated
}

func (d *documentRows) Next() ([]string, error) {
	for {
		if d.repeat > 0 {
			d.repeat--
			d.row++
			return d.cells, nil
		}
		token, err := d.xml.RawToken()
		if err != nil && err != io.EOF {
			return nil, d.readError(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch {
			case token.Name.Local == "table":
				d.inside = attribute(token, "name") == d.sheet.name
			case d.inside && token.Name.Local == "table-row":
				d.row++
				again := repeatCount(token, "number-rows-repeated")
				if err := d.readRow(); err != nil {
					return nil, d.readError(err)
				}
				d.fillMerged()
				if slices.ContainsFunc(d.cells, func(cell string) bool { return cell != "" }) {
					if d.row+again > maxSheetRows {
						return nil, WrongFile(d.book.name, fmt.Sprintf("the sheet %s has more than %d rows", d.sheet.name, maxSheetRows), "remove the rows that are not part of the table, or save it as CSV")
					}
					d.repeat = again - 1
					return d.cells, nil
				}
				d.row += again - 1
			}
		case xml.EndElement:
			if d.inside && token.Name.Local == "table" {
				err = io.EOF
			}
		}
		if err == io.EOF {
			d.file.Close()
			return nil, io.EOF
		}
	}
}

// maxSheetRows is how many rows with something in them a sheet may have: as many as in
// LibreOffice. A few bytes can say that a row is repeated any number of times.
const maxSheetRows = 1 << 20

// repeatCount returns how often a row or cell is repeated.
func repeatCount(e xml.StartElement, name string) int {
	number, _ := strconv.Atoi(attribute(e, name))
	return max(number, 1)
}

// readRow reads the rest of a row.
func (d *documentRows) readRow() error {
	d.cells, d.length = d.cells[:0], 0
	column := 0 // of the next cell, from 0
	for {
		token, err := d.xml.RawToken()
		if err == io.EOF {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.EndElement:
			if token.Name.Local == "table-row" {
				return nil
			}
		case xml.StartElement:
			if token.Name.Local != "table-cell" && token.Name.Local != "covered-table-cell" {
				continue
			}
			text, err := d.text(token.Name.Local)
			if err != nil {
				return err
			}
			again := repeatCount(token, "number-columns-repeated")
			if token.Name.Local == "covered-table-cell" || text == "" && attribute(token, "value-type") == "" {
				column += again
				continue
			}
			text = documentValue(token, text)
			if err := d.checkColumn(column + again); err != nil {
				return err
			}
			if err := d.put(text, column+again, again); err != nil {
				return err
			}
			if rows := repeatCount(token, "number-rows-spanned"); rows > 1 {
				d.merged = append(d.merged, mergedCells{first: d.row, last: d.row + rows - 1, column: column})
			}
			column += again
		}
	}
}

// documentValue returns the value of a cell rather than its display: the full number, the
// ISO date. A date that is displayed as a month is a month.
func documentValue(cell xml.StartElement, shown string) string {
	switch attribute(cell, "value-type") {
	case "float", "currency":
		if value := attribute(cell, "value"); value != "" && !(len(shown) > 1 && shown[0] == '0' && strings.Trim(shown, "0123456789") == "") {
			return value
		}
	case "date":
		date, _ := strings.CutSuffix(attribute(cell, "date-value"), "T00:00:00")
		if len(date) == len("2016-05-01") && date[8:] == "01" && !slices.ContainsFunc(numbersOf(shown), func(number string) bool { return number == "1" || number == "01" }) {
			return date[:7]
		}
		if date != "" {
			return date
		}
	}
	return shown
}

func numbersOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
}

// text reads the rest of a cell, without comments and shapes.
func (d *documentRows) text(until string) (string, error) {
	var b strings.Builder
	aside, paragraphs := "", 0
	for {
		token, err := d.xml.RawToken()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch name := token.Name.Local; {
			case aside != "":
			case name == "annotation" || name == "frame" || name == "shapes" || name == "custom-shape":
				if aside = name; name == "annotation" {
					d.book.remarks[[2]int{d.row, len(d.cells)}] = struct{}{}
				}
			case name == "p":
				if paragraphs++; paragraphs > 1 {
					b.WriteByte('\n')
				}
			case name == "s":
				count := min(repeatCount(token, "c"), 100)
				b.WriteString(strings.Repeat(" ", count))
			case name == "tab" || name == "line-break":
				b.WriteByte(map[string]byte{"tab": '\t', "line-break": '\n'}[name])
			}
		case xml.EndElement:
			switch token.Name.Local {
			case aside:
				aside = ""
			case until:
				return strings.TrimSpace(b.String()), nil
			}
		case xml.CharData:
			if aside == "" && paragraphs > 0 {
				if b.Write(token); b.Len() > seed.MaxRecord {
					p := d.At(len(d.cells))
					p.Message, p.Hint = fmt.Sprintf("the cell has more than %d MiB of text", seed.MaxRecord>>20), "shorten it"
					return "", &seed.Errors{Problems: []seed.Problem{p}}
				}
			}
		}
	}
}

// form returns the name of the workbook's format.
func (w *workbook) form() string {
	if w.files[documentPart] != nil && w.files["xl/workbook.xml"] == nil {
		return "ODS"
	}
	return "XLSX"
}
