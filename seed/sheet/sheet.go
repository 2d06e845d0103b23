package sheet

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"casebook/seed"
)

// sheetRows are the rows of a sheet of a workbook.
type sheetRows struct {
	book   *workbook
	sheet  sheet
	file   io.ReadCloser
	xml    *xmlTokens
	row    int // its number, from 1
	cells  []string
	length int // of the row's texts in bytes

	merged       []mergedCells // begin below the row
	current      []mergedCells // contain the row
	mergedFilled int           // cells filled from merged cells
	unsaved      int           // cells with a formula and no saved value
}

func (w *workbook) rows(s sheet) (rows, error) {
	file, err := w.files[s.path].Open()
	if err != nil {
		return nil, w.damagedError(s.path, err)
	}
	if s.path == documentPart {
		return &documentRows{sheetRows: &sheetRows{book: w, sheet: s, file: file, xml: newXMLTokens(file)}}, nil
	}
	merged, err := w.mergedIn(s)
	if err != nil {
		return nil, err
	}
	return &sheetRows{book: w, sheet: s, file: file, xml: newXMLTokens(file), merged: merged}, nil
}

// sheetOf returns the sheet of some rows; false if they are not of a workbook.
func sheetOf(r rows) (*sheetRows, bool) {
	if document, ok := r.(*documentRows); ok {
		return document.sheetRows, true
	}
	sheet, ok := r.(*sheetRows)
	return sheet, ok
}

func (s *sheetRows) Next() ([]string, error) {
	for {
		token, err := s.xml.RawToken()
		if err == io.EOF {
			s.file.Close()
			return nil, io.EOF
		}
		if err != nil {
			return nil, s.readError(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local != "row" {
				continue
			}
			s.row++
			if number, err := strconv.Atoi(attribute(token, "r")); err == nil && number > 0 {
				s.row = number
			}
			if err := s.readRow(); err != nil {
				return nil, s.readError(err)
			}
			s.fillMerged()
			if slices.ContainsFunc(s.cells, func(cell string) bool { return cell != "" }) {
				return s.cells, nil
			}
		case xml.EndElement:
			if token.Name.Local == "sheetData" {
				s.file.Close()
				return nil, io.EOF
			}
		}
	}
}

func (s *sheetRows) readError(err error) error {
	if errors.As(err, new(*xml.SyntaxError)) || errors.Is(err, io.ErrUnexpectedEOF) || err.Error() == "zip: checksum error" || strings.HasPrefix(err.Error(), "xml: ") {
		return s.book.damagedError(s.sheet.path, err)
	}
	var whole *seed.Errors
	if errors.As(err, &whole) {
		return err
	}
	return fmt.Errorf("read %s: %w", s.book.name, err)
}

// readRow reads the rest of a row.
func (s *sheetRows) readRow() error {
	s.cells, s.length = s.cells[:0], 0
	column := 0
	for {
		token, err := s.xml.RawToken()
		if err == io.EOF {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.EndElement:
			if token.Name.Local == "row" {
				return nil
			}
		case xml.StartElement:
			if token.Name.Local != "c" {
				continue
			}
			column++
			if at := columnNumber(attribute(token, "r")); at > 0 {
				column = at
			}
			if err := s.checkColumn(column); err != nil {
				return err
			}
			cell, err := s.cell(attribute(token, "t"), attribute(token, "s"))
			if err == errLongCell {
				p := s.At(column - 1)
				p.Message, p.Hint = fmt.Sprintf("the cell has more than %d MiB of text", seed.MaxRecord>>20), "shorten it; Excel allows 32,767 characters in a cell"
				return &seed.Errors{Problems: []seed.Problem{p}}
			}
			if err != nil {
				return err
			}
			if err := s.put(cell, column, 1); err != nil {
				return err
			}
		}
	}
}

// checkColumn returns an error for a row with too many columns.
func (s *sheetRows) checkColumn(last int) error {
	if last > maxColumns {
		return WrongFile(s.book.name, fmt.Sprintf("the sheet %s has more than %d columns", s.sheet.name, maxColumns), "remove the columns that are not part of the table")
	}
	return nil
}

// put writes a text into some cells of the row; last is the column of the last one, from
// 1.
func (s *sheetRows) put(text string, last, cells int) error {
	if s.length += cells * len(text); s.length > seed.MaxRecord {
		return WrongFile(s.book.name, fmt.Sprintf("row %d of the sheet %s has more than %d MiB of text", s.row, s.sheet.name, seed.MaxRecord>>20), "this is not a list of cases")
	}
	for len(s.cells) < last {
		s.cells = append(s.cells, "")
	}
	for i := last - cells; i < last; i++ {
		s.cells[i] = text
	}
	return nil
}

// cell reads the rest of a cell. A number that is displayed as a date is a date.
func (s *sheetRows) cell(kind, style string) (string, error) {
	var value []byte
	inside, formula := false, false
	for {
		token, err := s.xml.RawToken()
		if err == io.EOF {
			return "", io.ErrUnexpectedEOF
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			formula = formula || token.Name.Local == "f"
			if token.Name.Local == "is" {
				text, err := richText(s.xml, "is")
				if err != nil {
					return "", err
				}
				value = []byte(text)
			}
			inside = token.Name.Local == "v"
		case xml.EndElement:
			inside = false
			if token.Name.Local == "c" {
				if formula && len(value) == 0 {
					s.unsaved++
				}
				if i, err := strconv.Atoi(string(value)); kind == "s" && err == nil && s.book.strings.long[i] {
					return "", errLongCell
				}
				return s.cellText(kind, style, string(value)), nil
			}
		case xml.CharData:
			if inside {
				if value = append(value, token...); len(value) > seed.MaxRecord {
					return "", errLongCell
				}
			}
		}
	}
}

// cellText returns the text of a cell, its date, or its number in digits.
func (s *sheetRows) cellText(kind, style, value string) string {
	switch kind {
	case "s":
		i, err := strconv.Atoi(value)
		if err != nil {
			return ""
		}
		return s.book.strings.at(i)
	case "b":
		return map[string]string{"1": "yes", "0": "no"}[value]
	case "e": // an error such as #N/A
		return ""
	case "inlineStr":
		return value
	case "str", "d":
		return unescapeLetters(value)
	}
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(s.book.formats) {
		if date, ok := s.book.formats[i].date(value, s.book.epoch); ok {
			return date
		}
	}
	return plainNumber(value)
}

// plainNumber writes a number without exponent and rounding errors: 12, 0.1, 1500000.
func plainNumber(value string) string {
	if !strings.ContainsAny(value, ".eE") {
		return value
	}
	number, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return value
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(number, 'g', 15, 64), 64)
	if err != nil || short > 1e21 || short < -1e21 {
		return value
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// columnNumber returns the column of a cell such as AB12, from 1; 0 if it has none.
func columnNumber(cell string) int {
	number := 0
	for i := range len(cell) {
		if cell[i] < 'A' || cell[i] > 'Z' || number > maxColumns {
			break
		}
		number = number*26 + int(cell[i]-'A') + 1
	}
	return number
}

// columnLetters returns the letters of a column, from 0, as in spreadsheets.
func columnLetters(column int) string {
	letters := ""
	for column++; column > 0; column = (column - 1) / 26 {
		letters = string(rune('A'+(column-1)%26)) + letters
	}
	return letters
}

func (s *sheetRows) Position() (line, column int) { return s.row, 1 }

func (s *sheetRows) Raw() []byte { return nil }

func (s *sheetRows) At(cell int) seed.Problem {
	return seed.Problem{File: s.book.name, Line: s.row, Column: cell + 1, Cell: s.sheet.name + "!" + columnLetters(cell) + strconv.Itoa(s.row)}
}
