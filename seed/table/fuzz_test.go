package table_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/cells"
	"casebook/seed/mapping"
	"casebook/seed/seedtest"
	"casebook/seed/table"
)

// fuzzReader reads anything to its end: it must end, say why a record is
// refused, and hand out only cases that pass the pack's own check.
func fuzzReader(t *testing.T, name string, data []byte) {
	_, bad, fatal := problems(name, bytes.NewReader(data), table.Options{})
	seedtest.CheckRefusals(t, bad, fatal)
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("id,title,date,people,law,outcome,figure,source,relation\n1,x,21 May 2016,A (defendant),B/c (charged),trial: prison 5 years (2016) [A],at least 3: x [A] (2016),A ¶1 (stated) [b],follows 2\n"))
	f.Add([]byte("sep=;\nid;title\n1;\"a\n"))
	f.Add([]byte("\xff\xfei\x00d\x00"))
	f.Add([]byte("id\ttitle\n1\t\xcf\xf0\xee\xf2\xe5\xf1\xf2\n"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, "own.csv", data) })
}

// FuzzSources reads anything as any kind of table that files can be in.
func FuzzSources(f *testing.F) {
	for _, name := range []string{"victims.json", "protest-arrests.xls", "killed.xlsx", "detentions.csv", "recommendations.csv"} {
		f.Add(listFile(f, name))
	}
	f.Add([]byte(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">Name</Data></Cell><Cell ss:Index="3"><Data ss:Type="DateTime">2016-05-21T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>`))
	f.Add([]byte("{\"a\":[{\"b\":{\"c\":[1,[2],{}]}}]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.csv", "a.tsv", "a.xlsx", "a.json", "a.jsonl"} {
			fuzzReader(t, name, data)
		}
	})
}

// FuzzSheet reads any text as the sheet of a workbook.
func FuzzSheet(f *testing.F) {
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="s"><v>0</v></c></row><row r="3"><c s="1"><v>42511</v></c><c t="str"><v>_x0041_</v></c></row></sheetData></worksheet>`)
	f.Add(`<worksheet><sheetData><row r="9"><c r="XFE1"><v>1</v></c></row>`)
	f.Fuzz(func(t *testing.T, sheet string) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, text := range map[string]string{
			"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="a"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/styles.xml":              `<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>`,
			"xl/sharedStrings.xml":       `<sst><si><t>Date</t></si></sst>`,
			"xl/worksheets/sheet1.xml":   sheet,
		} {
			w, _ := z.Create(name)
			w.Write([]byte(text))
		}
		z.Close()
		fuzzReader(t, "a.xlsx", b.Bytes())
	})
}

// FuzzDate reads any text as a date: what it is read as is EDTF, and what is
// refused is refused with a reason.
func FuzzDate(f *testing.F) {
	for _, text := range []string{"21 May 2016", "17-20 May 2016", "05/06/16", "Between July 1, 2015 and July 3, 2015", "٢٧ يونيو ٢٠١٣", "EOW: Wednesday, September 10, 1930", "2016-05-XX", "1/1/1 1:1", "42511", "mid-2016", "27 كانون الثاني 2013"} {
		f.Add(text, "dmy", 30)
	}
	f.Fuzz(func(t *testing.T, text, order string, pivot int) {
		date, wrong := cells.DateReading{Order: order, Pivot: pivot}.Read(text)
		if wrong != (cells.Slip{}) {
			date = ""
		}
		if date != "" && date != model.NotStated {
			if _, err := edtf.Parse(date); err != nil {
				t.Errorf("%q is read as %q: %v", text, date, err)
			}
		} else if wrong == (cells.Slip{}) && date == "" {
			t.Errorf("%q is refused without a word", text)
		}
	})
}

// FuzzMapping reads anything as a mapping, and a table by it: what is wrong is
// said, and what is right can be written and read again.
func FuzzMapping(f *testing.F) {
	f.Add("title: '{Name}'\npeople: [{name: '{Name}', role: defendant, split: [';', line]}]\ndates: {date: Date}\n")
	f.Add("id: Name\nkey: [Name, Date]\nplaces: [{name: '{Name}', in: ['{Date}']}]\nvalues: [{column: Name, mean: {a: b}}]\nempty: x\n")
	f.Add("fields: [{name: Date, kind: date, order: dmy, pivot: 3}]\nown_form: ['Name=people:source']\n")
	const rows = "Name,Date\nAda; Bo,2016\nx,3/4/05\n"
	f.Fuzz(func(t *testing.T, text string) {
		kept, err := mapping.Parse("a.map.yaml", []byte(text))
		var wrong *seed.Errors
		if err != nil {
			if !errors.As(err, &wrong) || len(wrong.Problems) == 0 || wrong.Problems[0].Message == "" {
				t.Errorf("%T: %v", err, err)
			}
			return
		}
		reader, err := table.Propose("a.csv", strings.NewReader(rows), table.Options{Mapping: kept})
		if err == nil {
			err = reader.Begin()
		}
		if err != nil {
			if !errors.As(err, &wrong) || len(wrong.Problems) == 0 {
				t.Errorf("%T: %v", err, err)
			}
			return
		}
		for range 4 {
			if _, err = reader.Next(); err == io.EOF {
				break
			}
		}
		var written bytes.Buffer
		reader.Write(&written)
		if _, err := mapping.Parse("again.map.yaml", written.Bytes()); err != nil {
			t.Errorf("%v\n%s\nwritten of\n%s", err, &written, text)
		}
	})
}

// FuzzCSVRoundTrip writes any words into every kind of cell and reads them back.
func FuzzCSVRoundTrip(f *testing.F) {
	f.Add("=1+1", "a; b (c) [d] | e", "art. 1: \\ › ¶")
	f.Add("'", "''=x", "\\;\\\\")
	f.Add("A ¶2 (stated)", "x)", "(x")
	f.Fuzz(func(t *testing.T, title, name, counts string) {
		for _, text := range []string{title, name, counts} {
			if text != strings.Join(strings.Fields(text), " ") || text == "" || name == model.NotStated || strings.ContainsFunc(text, func(r rune) bool {
				return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar || r == '\u2028' || r == '\u2029' || r == '\uFEFF'
			}) || strings.ToValidUTF8(text, "") != text {
				return // no pack has it
			}
		}
		slash := strings.NewReplacer("/", "")
		if slash.Replace(name) == "" || strings.HasSuffix(slash.Replace(name), `\`) || len(strings.Fields(counts)) > model.MaxAnchorWords || strings.TrimSpace(slash.Replace(name)) != slash.Replace(name) {
			return
		}
		one := 1.0
		c := model.Case{ID: "OWN-1", Kind: "event", Title: title, Note: counts, Category: []string{"Roads"}, Sensitivity: "none",
			People:        []model.Involvement{{Name: name, Role: "defendant"}, {Name: counts, Role: "mentioned"}},
			Organisations: []model.Involvement{{Name: counts, Role: "source"}}, Places: []model.Involvement{{Name: name, Role: "planned"}},
			Laws:     []model.LawInvolvement{{Name: slash.Replace(name), Provision: "x", Role: "charged"}},
			Outcomes: []model.Outcome{{Stage: "trial", Type: "prison", Amount: "5", Unit: "years", Date: "2016-05", People: []string{name, counts}}},
			Figures:  []model.Figure{{Comparator: model.Exactly, Min: &one, Max: &one, Counts: counts, AttributedTo: name}},
			Source:   []model.Source{{Section: []string{name, counts}, Paragraph: 3, Hedge: "stated", Anchors: []string{counts}}}}
		pack := model.Pack{Report: model.Report{ID: "own", Prefix: "OWN", Title: "Own"}, Cases: []model.Case{c}}
		back := read(t, "own.csv", seedtest.Exported(t, pack, export.CSV), table.Options{})
		if !reflect.DeepEqual(back.Cases[0], c) {
			t.Errorf("%+v\ncame back as\n%+v", c, back.Cases[0])
		}
	})
}
