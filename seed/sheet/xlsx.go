package sheet

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"casebook/seed"
)

// A workbook is a file of spreadsheets (ISO/IEC 29500, .xlsx; or .ods). Its parts are read
// as streams: no sheet is in memory as a whole, and nothing is unpacked into files, since
// it may be secret.
type workbook struct {
	name    string
	files   map[string]*zip.File
	sheets  []sheet
	hidden  []string            // the names of those that are not shown
	remarks map[[2]int]struct{} // the row and the column of comments that the rows have beside the cells (.ods)
	strings sharedStrings
	formats []dateFormat             // by cell style
	epoch   int                      // the day of number 0: 1899-12-30, or 1904-01-01 if the workbook says so
	merged  map[string][]mergedCells // by the path of a sheet
}

// A sheet is one spreadsheet of a workbook.
type sheet struct{ name, path string }

// maxSharedStrings is the largest size of all shared strings of a workbook.
const maxSharedStrings = 256 << 20

func openWorkbook(name string, source Source) (*workbook, error) {
	packed, err := zip.NewReader(source, source.Size())
	if err != nil {
		return nil, WrongFile(name, "the workbook cannot be read", "the file may be incomplete; open it in a spreadsheet and save it again, or save it as CSV")
	}
	w := &workbook{name: name, files: map[string]*zip.File{}, remarks: map[[2]int]struct{}{}}
	for _, file := range packed.File {
		w.files[strings.TrimPrefix(file.Name, "/")] = file
	}
	parts := []func() error{w.readSheets, w.readStyles, w.readStrings}
	switch {
	case w.files["xl/workbook.xml"] != nil:
	case w.files["xl/workbook.bin"] != nil:
		return nil, WrongFile(name, "the file has no spreadsheet that can be read", "it is a binary workbook (XLSB): save it as XLSX or CSV")
	case w.files[documentPart] != nil:
		parts = []func() error{w.readDocument}
	default:
		return nil, WrongFile(name, "the file has no spreadsheet that can be read", "save it as XLSX or CSV")
	}
	for _, read := range parts {
		if err := read(); err != nil {
			return nil, err
		}
	}
	if len(w.sheets) == 0 {
		return nil, WrongFile(name, "the workbook has no sheet", "save it again with the sheet in it")
	}
	return w, nil
}

// part calls element for each element of a part of the workbook; for none if the part is
// missing.
func (w *workbook) part(name string, element func(*xmlTokens, xml.StartElement) error) error {
	file := w.files[name]
	if file == nil {
		return nil
	}
	r, err := file.Open()
	if err != nil {
		return w.damagedError(name, err)
	}
	defer r.Close()
	d := newXMLTokens(r)
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return w.damagedError(name, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := element(d, start); err != nil {
				return w.damagedError(name, err)
			}
		}
	}
}

func (w *workbook) damagedError(part string, err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, new(*seed.Errors)) {
		return err
	}
	if errors.Is(err, errLongCell) {
		return WrongFile(w.name, fmt.Sprintf("the workbook has more than %d MiB of text in one place (%s)", seed.MaxRecord>>20, path.Base(part)), "this is not a list of cases")
	}
	where := path.Base(part)
	if errors.As(err, &syntax) {
		where = fmt.Sprintf("%s, line %d", where, syntax.Line)
	}
	return WrongFile(w.name, "the workbook is damaged ("+where+")", "open it in a spreadsheet and save it again, or save it as CSV")
}

func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// readSheets reads the names of the visible sheets, and their paths.
func (w *workbook) readSheets() error {
	targets := map[string]string{}
	err := w.part("xl/_rels/workbook.xml.rels", func(_ *xmlTokens, e xml.StartElement) error {
		if e.Name.Local == "Relationship" {
			target := attribute(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = "xl/" + target
			}
			targets[attribute(e, "Id")] = strings.TrimPrefix(path.Clean(target), "/")
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.epoch = dayNumber(1899, 12, 30)
	return w.part("xl/workbook.xml", func(_ *xmlTokens, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			if is := attribute(e, "date1904"); is == "1" || is == "true" {
				w.epoch = dayNumber(1904, 1, 1)
			}
		case "sheet":
			target := ""
			for _, a := range e.Attr {
				if a.Name.Local == "id" && a.Name.Space != "" {
					target = targets[a.Value]
				}
			}
			switch name := attribute(e, "name"); {
			case w.files[target] == nil || !strings.Contains(target, "worksheets/"):
			case strings.Contains(strings.ToLower(attribute(e, "state")), "hidden"):
				w.hidden = append(w.hidden, name)
			default:
				w.sheets = append(w.sheets, sheet{name, target})
			}
		}
		return nil
	})
}

// readStyles reads which cell styles show numbers as dates.
func (w *workbook) readStyles() error {
	custom := map[string]string{}
	cells := false
	return w.part("xl/styles.xml", func(_ *xmlTokens, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			custom[attribute(e, "numFmtId")] = attribute(e, "formatCode")
		case "cellXfs":
			cells = true
		case "cellStyleXfs", "cellStyles", "dxfs":
			cells = false
		case "xf":
			if cells {
				id := attribute(e, "numFmtId")
				code, ok := custom[id]
				if !ok {
					code = builtInFormats.Get()[id]
				}
				w.formats = append(w.formats, dateFormatOf(code))
			}
		}
		return nil
	})
}

// sharedStrings are the texts that cells refer to by number.
type sharedStrings struct {
	text []byte
	ends []int
	long map[int]bool // texts that are too long for a cell, and are not kept
}

func (s *sharedStrings) at(i int) string {
	if i < 0 || i >= len(s.ends) {
		return ""
	}
	begin := 0
	if i > 0 {
		begin = s.ends[i-1]
	}
	return string(s.text[begin:s.ends[i]])
}

func (w *workbook) readStrings() error {
	w.strings.long = map[int]bool{}
	return w.part("xl/sharedStrings.xml", func(d *xmlTokens, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := richText(d, "si")
		if err == errLongCell { // reported at the cell that refers to it
			w.strings.long[len(w.strings.ends)] = true
		} else if err != nil {
			return err
		}
		if w.strings.text = append(w.strings.text, text...); len(w.strings.text) > maxSharedStrings {
			return WrongFile(w.name, fmt.Sprintf("the workbook has more than %d MiB of text", maxSharedStrings>>20), "save the sheet as CSV")
		}
		w.strings.ends = append(w.strings.ends, len(w.strings.text))
		return nil
	})
}

// errLongCell means that a cell has more text than a record may have.
var errLongCell = errors.New("a cell is too long")

// richText reads the text of an element, without the pronunciation of Japanese (rPh).
func richText(d *xmlTokens, until string) (string, error) {
	var text strings.Builder
	inside, aside := false, false
	for {
		token, err := d.RawToken()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = inside || token.Name.Local == "t"
			aside = aside || token.Name.Local == "rPh"
		case xml.EndElement:
			switch token.Name.Local {
			case until:
				return unescapeLetters(text.String()), nil
			case "t":
				inside = false
			case "rPh":
				aside = false
			}
		case xml.CharData:
			if inside && !aside {
				if text.Write(token); text.Len() > seed.MaxRecord {
					return "", errLongCell
				}
			}
		}
	}
}

// unescapeLetters decodes _x000D_ and similar, by which a workbook writes characters that
// XML cannot have.
func unescapeLetters(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for at := 0; at < len(text); {
		if rest := text[at:]; len(rest) >= 7 && rest[0] == '_' && rest[1] == 'x' && rest[6] == '_' {
			if code, err := strconv.ParseUint(rest[2:6], 16, 16); err == nil {
				b.WriteRune(rune(code))
				at += 7
				continue
			}
		}
		b.WriteByte(text[at])
		at++
	}
	return b.String()
}
