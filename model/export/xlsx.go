package export

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf16"

	"casebook/model"
	"casebook/model/lazy"
)

// The limits of a spreadsheet: rows, and letters in a cell.
const (
	maxSheetRows  = 1 << 20
	maxCellLength = 32767
)

// The parts of a workbook besides its one sheet (ISO/IEC 29500). The styles are
// the usual one, that of a day and that of the names of the columns.
var workbookParts = []struct{ name, text string }{
	{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`},
	{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
	{"xl/workbook.xml", `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Cases" sheetId="1" r:id="rId1"/></sheets></workbook>`},
	{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
	{"xl/styles.xml", `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`},
}

// An xlsxTable writes the rows of a table as a sheet, as they come.
type xlsxTable struct {
	*bufio.Writer
	rows    int
	days    map[int]bool // the columns with days
	numbers map[int]bool // and with numbers
}

// writeXLSX writes a workbook with one sheet, the table of CSV. Days and numbers of
// custom fields are dates and numbers in the spreadsheet.
func writeXLSX(w *bufio.Writer, packs []model.Pack, cases Cases) error {
	packed := zip.NewWriter(w)
	part := func(name string) (io.Writer, error) {
		out, err := packed.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err == nil {
			_, err = io.WriteString(out, xml.Header)
		}
		return out, err
	}
	for _, p := range workbookParts {
		out, err := part(p.name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(out, p.text); err != nil {
			return err
		}
	}
	out, err := part("xl/worksheets/sheet1.xml")
	if err != nil {
		return err
	}
	table := &xlsxTable{Writer: bufio.NewWriterSize(out, 64<<10), days: map[int]bool{}, numbers: map[int]bool{}}
	table.WriteString(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`)
	if err := writeTable(table.row, packs, cases); err != nil {
		return err
	}
	table.WriteString(`</sheetData></worksheet>`)
	if err := table.Flush(); err != nil {
		return err
	}
	return packed.Close()
}

// row writes a row, the names of the columns first.
func (t *xlsxTable) row(cells []string) error {
	if t.rows++; t.rows > maxSheetRows {
		return fmt.Errorf("a spreadsheet has at most %d rows: export CSV, or fewer cases", maxSheetRows)
	}
	t.WriteString("<row>")
	for i, text := range cells {
		if t.rows == 1 {
			t.days[i] = text == "first_day" || text == "last_day"
			t.numbers[i] = strings.HasPrefix(text, fieldColumn(model.Field{Kind: model.FieldNumber}))
		}
		switch day, isDay := daySerial(text); {
		case text == "":
			t.WriteString("<c/>")
		case t.rows == 1:
			t.text(text, ` s="2"`)
		case t.days[i] && isDay:
			fmt.Fprintf(t, `<c s="1"><v>%d</v></c>`, day)
		case t.numbers[i] && model.PlainNumber(text) && len(text) <= 15:
			t.WriteString("<c><v>" + text + "</v></c>")
		default:
			if len(text) > maxCellLength && len(utf16.Encode([]rune(text))) > maxCellLength {
				return errors.New("a text is too long for a spreadsheet cell: export CSV")
			}
			t.text(text, "")
		}
	}
	_, err := t.WriteString("</row>")
	return err
}

func (t *xlsxTable) text(text, style string) {
	t.WriteString(`<c t="inlineStr"` + style + `><is><t xml:space="preserve">`)
	xml.EscapeText(t, []byte(codeLike.Get().ReplaceAllString(text, "_x005F$0")))
	t.WriteString("</t></is></c>")
}

// codeLike matches texts that a spreadsheet would read as a character code.
var codeLike = lazy.Regexp{Pattern: `_x[0-9A-Fa-f]{4}_`}

// daySerial is the number of a day in a spreadsheet, which counts from 1900;
// false for an earlier one.
func daySerial(text string) (int, bool) {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || day.Year() < 1901 {
		return 0, false
	}
	return int(day.Sub(time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24), true
}
