package sheet

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"casebook/model/lazy"
	"casebook/seed"
)

// Files with the extension .xls that are really web pages with a table, or Excel's XML of
// 2003.

// pageRows are the rows of a table in an HTML page.
type pageRows struct {
	name   string
	tokens *html.Tokenizer
	table  int // index of the table in the page
	seen   int // number of tables so far
	depth  int // of nested tables
	row    int
	cells  []string
	cell   *strings.Builder // the current cell; nil: none
	span   int              // its number of columns
}

func newPage(name string, r *bufio.Reader, table int) *pageRows {
	tokens := html.NewTokenizer(r)
	tokens.SetMaxBuf(seed.MaxRecord)
	return &pageRows{name: name, tokens: tokens, table: table}
}

// Next returns the next row. A table inside of a cell is text of the cell.
func (p *pageRows) Next() ([]string, error) {
	p.cells = p.cells[:0]
	length := 0
	end := func() ([]string, bool) {
		p.endCell()
		if slices.ContainsFunc(p.cells, func(cell string) bool { return cell != "" }) {
			return p.cells, true
		}
		p.cells = p.cells[:0]
		return nil, false
	}
	for {
		kind := p.tokens.Next()
		inside := p.depth > 0 && p.seen == p.table+1
		if kind == html.ErrorToken {
			err := p.tokens.Err()
			switch {
			case err == io.EOF:
				if row, ok := end(); ok {
					return row, nil
				}
				return nil, io.EOF
			case errors.Is(err, html.ErrBufferExceeded):
				return nil, WrongFile(p.name, fmt.Sprintf("a cell has more than %d MiB", seed.MaxRecord>>20), "this is not a list of cases")
			}
			return nil, fmt.Errorf("read %s: %w", p.name, err)
		}
		switch kind {
		case html.TextToken:
			if inside && p.cell != nil {
				text := tokenText(p.tokens)
				if length += len(text); length > seed.MaxRecord {
					return nil, WrongFile(p.name, fmt.Sprintf("row %d has more than %d MiB of text", p.row, seed.MaxRecord>>20), "this is not a list of cases")
				}
				p.cell.WriteString(text)
			}
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			tag, _ := p.tokens.TagName()
			name, closes := string(tag), kind == html.EndTagToken
			switch {
			case name == "table" && !closes:
				if p.depth == 0 {
					p.seen++
				}
				p.depth++
			case name == "table":
				p.depth = max(p.depth-1, 0)
				if p.depth == 0 && inside {
					if row, ok := end(); ok {
						return row, nil
					}
					return nil, io.EOF
				}
			case !inside || p.depth > 1:
			case name == "tr":
				row, ok := end()
				if !closes {
					p.row++
				}
				if ok {
					return row, nil
				}
			case (name == "td" || name == "th") && closes:
				p.endCell()
			case name == "td" || name == "th":
				p.endCell()
				if len(p.cells) >= maxColumns {
					return nil, WrongFile(p.name, fmt.Sprintf("the table has more than %d columns", maxColumns), "this is not a list of cases")
				}
				p.cell, p.span = &strings.Builder{}, 1
				if span := colspan.Get().FindSubmatch(p.tokens.Raw()); span != nil {
					columns, _ := strconv.Atoi(string(span[1]))
					p.span = max(columns, 1)
				}
			case name == "br" || name == "p" || name == "div" || name == "li":
				if p.cell != nil {
					p.cell.WriteByte('\n')
				}
			}
		}
	}
}

// colspan finds the number of columns in the tag of a cell.
var colspan = lazy.Regexp{Pattern: `(?i)\scolspan\s*=\s*["']?\s*(\d{1,3})(?:\D|$)`}

func (p *pageRows) endCell() {
	if p.cell == nil {
		return
	}
	p.cells = append(p.cells, strings.TrimSpace(strings.ReplaceAll(p.cell.String(), "\u00A0", " ")))
	for range p.span - 1 {
		p.cells = append(p.cells, "")
	}
	p.cell = nil
}

func (p *pageRows) Position() (line, column int) { return p.row, 1 }

func (p *pageRows) Raw() []byte { return nil }

func (p *pageRows) At(cell int) seed.Problem {
	return seed.Problem{File: p.name, Line: p.row, Column: max(cell, 0) + 1, Cell: fmt.Sprintf("row %d, column %s", p.row, columnLetters(max(cell, 0)))}
}

// xmlRows are the rows of a sheet in Excel's XML of 2003 (SpreadsheetML).
type xmlRows struct {
	name  string
	xml   *xmlTokens
	sheet string
	row   int
	cells []string
}

// xmlSheets reads the names of the sheets.
func xmlSheets(name string, r io.Reader) ([]string, error) {
	d := newXML(r)
	var names []string
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return names, nil
		}
		if err != nil {
			return nil, xmlError(name, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "Worksheet" {
			names = append(names, attribute(start, "Name"))
		}
	}
}

// newXML returns a decoder of XML that was converted to UTF-8, whatever encoding it names.
func newXML(r io.Reader) *xmlTokens {
	d := newXMLTokens(r)
	d.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	return d
}

func xmlError(name string, err error) error {
	if errors.Is(err, errLongCell) {
		return WrongFile(name, fmt.Sprintf("the file has more than %d MiB of text in one place", seed.MaxRecord>>20), "this is not a list of cases")
	}
	var syntax *xml.SyntaxError
	if strings.HasPrefix(err.Error(), "xml: ") { // for example an unknown version, which is not a SyntaxError
		syntax = &xml.SyntaxError{Line: 1}
	}
	if syntax != nil || errors.As(err, &syntax) {
		return &seed.Errors{Problems: []seed.Problem{{File: name, Line: syntax.Line, Message: "the XML of the spreadsheet cannot be read from here on", Hint: "open it in a spreadsheet and save it as XLSX or CSV"}}}
	}
	return fmt.Errorf("read %s: %w", name, err)
}

// newXMLRows returns the rows of the sheet with a name.
func newXMLRows(name string, r io.Reader, sheet string) (*xmlRows, error) {
	x := &xmlRows{name: name, xml: newXML(r), sheet: sheet}
	for {
		token, err := x.xml.RawToken()
		if err == io.EOF {
			return nil, WrongFile(name, "the XML of the spreadsheet has no sheet", "open it in a spreadsheet and save it as XLSX or CSV")
		}
		if err != nil {
			return nil, xmlError(name, err)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "Worksheet" && attribute(start, "Name") == sheet {
			return x, nil
		}
	}
}

func (x *xmlRows) Next() ([]string, error) {
	x.cells = x.cells[:0]
	column, length := 0, 0
	inside, kind := false, ""
	for {
		token, err := x.xml.RawToken()
		if err == io.EOF {
			return nil, io.EOF
		}
		if err != nil {
			return nil, xmlError(x.name, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			index, _ := strconv.Atoi(attribute(token, "Index"))
			switch token.Name.Local {
			case "Row":
				if x.row++; index > 0 {
					x.row = index
				}
				x.cells, column, length = x.cells[:0], 0, 0
			case "Cell":
				if column++; index > 0 {
					column = index
				}
				if column > maxColumns {
					return nil, WrongFile(x.name, fmt.Sprintf("the sheet %s has more than %d columns", x.sheet, maxColumns), "this is not a list of cases")
				}
				for len(x.cells) < column {
					x.cells = append(x.cells, "")
				}
				if across, err := strconv.Atoi(attribute(token, "MergeAcross")); err == nil && across > 0 && across < 1000 {
					column += across
				}
			case "Data":
				inside, kind = len(x.cells) > 0, attribute(token, "Type")
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "Data":
				if last := len(x.cells) - 1; inside && kind == "DateTime" {
					x.cells[last] = strings.TrimSuffix(x.cells[last], "T00:00:00.000")
				} else if inside && kind == "Number" {
					x.cells[last] = plainNumber(x.cells[last])
				} else if inside && kind == "Error" {
					x.cells[last] = ""
				}
				inside = false
			case "Row":
				if slices.ContainsFunc(x.cells, func(cell string) bool { return cell != "" }) {
					return x.cells, nil
				}
			case "Worksheet":
				return nil, io.EOF
			}
		case xml.CharData:
			if inside {
				if length += len(token); length > seed.MaxRecord {
					return nil, WrongFile(x.name, fmt.Sprintf("row %d has more than %d MiB of text", x.row, seed.MaxRecord>>20), "this is not a list of cases")
				}
				x.cells[len(x.cells)-1] += string(token)
			}
		}
	}
}

func (x *xmlRows) Position() (line, column int) { return x.row, 1 }

func (x *xmlRows) Raw() []byte { return nil }

func (x *xmlRows) At(cell int) seed.Problem {
	cell = max(cell, 0)
	return seed.Problem{File: x.name, Line: x.row, Column: cell + 1, Cell: x.sheet + "!" + columnLetters(cell) + strconv.Itoa(x.row)}
}
