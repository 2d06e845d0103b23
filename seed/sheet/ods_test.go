package sheet_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"casebook/seed/sheet"
)

// document packs a spreadsheet as LibreOffice saves it.
func document(t *testing.T, parts map[string]string) *bytes.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(part, text)
	}
	w.Close()
	return bytes.NewReader(b.Bytes())
}

const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles>` +
	`<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>` +
	`<office:body><office:spreadsheet><table:table table:name="Hidden" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>secret</text:p></table:table-cell></table:table-row></table:table>` +
	`<table:table table:name="Prisoners" table:style-name="ta1"><table:table-column table:number-columns-repeated="4"/>` +
	`<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>` +
	`<table:table-row><table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Date of arrest</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>City</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Age</text:p></table:table-cell></table:table-row>` +
	`<table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>by Eve</text:p></office:annotation><text:p>Ada<text:s/> <text:span>Lind</text:span></text:p><text:p>Sokol</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2016-05-21"><text:p>21.05.16</text:p></table:table-cell><table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>Oxport &amp; Port</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="30.5"><text:p>31</text:p></table:table-cell></table:table-row>` +
	`<table:table-row><table:table-cell office:value-type="string"><text:p>Bo Berg</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2016-06-01"><text:p>Jun 2016</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="412"><text:p>0412</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1020"/></table:table-row>` +
	`<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>same</text:p></table:table-cell></table:table-row>` +
	`<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`

// TestOpenDocument reads a spreadsheet of LibreOffice: repeated and covered cells, dates and
// numbers by their values, no remarks, no hidden sheet.
func TestOpenDocument(t *testing.T) {
	known := func(name string) bool { return name == "Name" || name == "City" }
	table, err := sheet.Open("list.ods", document(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}), sheet.Layout{}, known)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(table.Sheets, ",") + " " + table.Form + " " + strings.Join(table.Columns, ","); got != "Prisoners ODS, sheet Prisoners Name,Date of arrest,City,Age" {
		t.Errorf("it has %s", got)
	}
	if err := table.Begin(false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"4: Ada  Lind\nSokol|2016-05-21|Oxport & Port|30.5", "5: Bo Berg|2016-06|Oxport & Port|0412", "6: same|same", "7: same|same"} {
		row, err := table.Rows.Next()
		line, _ := table.Rows.Position()
		if got := string(rune('0'+line)) + ": " + strings.Join(row, "|"); err != nil || got != want {
			t.Errorf("the row is %q (%v), want %q", got, err, want)
		}
	}
	if _, err := table.Rows.Next(); err != io.EOF {
		t.Errorf("after the last row: %v", err)
	}
	if skipped := table.Skipped(); len(skipped) != 3 || skipped[0].Count != 1 || skipped[1].Count != 1 || strings.Join(skipped[2].Examples, ",") != "Hidden" {
		t.Errorf("noted %+v, want one cell of a merged one, one comment and a hidden sheet", skipped)
	}
}

// TestOpenDocumentIsRefused says what is wrong with a spreadsheet that cannot be read.
func TestOpenDocumentIsRefused(t *testing.T) {
	for want, parts := range map[string]map[string]string{
		"has a password":         {"content.xml": "\x00\x01", "META-INF/manifest.xml": `<m><file-entry><encryption-data/></file-entry></m>`},
		"damaged (content.xml":   {"content.xml": content[:len(content)-300]},
		"has no sheet":           {"content.xml": "<a/>"},
		"more than 1048576 rows": {"content.xml": strings.Replace(content, `number-rows-repeated="2"><table:table-cell office:value-type`, `number-rows-repeated="2000000000"><table:table-cell office:value-type`, 1)},
		"more than 16384 column": {"content.xml": strings.Replace(content, `table:number-columns-repeated="2"`, `table:number-columns-repeated="2000000"`, 1)},
	} {
		table, err := sheet.Open("list.ods", document(t, parts), sheet.Layout{}, func(string) bool { return false })
		for err == nil {
			if err = table.Begin(false); err == nil {
				for err == nil {
					_, err = table.Rows.Next()
				}
			}
		}
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
}
