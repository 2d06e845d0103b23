package table_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/xuri/excelize/v2"
	utf16 "golang.org/x/text/encoding/unicode"

	"casebook/db"
	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/mapping"
	"casebook/seed/seedtest"
	"casebook/seed/sheet"
	"casebook/seed/table"
)

// lists are tables in the shape of lists that organisations publish, with the
// names of columns that such lists have and people who are made up. Each comes
// in as it is, or with the one answer that stands beside it.
var lists = []struct {
	name   string
	rows   int
	answer table.Options
	want   func(t *testing.T, list model.Pack)
}{
	{"journalists-killed.csv", 5, table.Options{}, func(t *testing.T, list model.Pack) {
		c := list.Cases[0]
		expect(t, c.Title, "Adaeze Lindqvist, Murder, Port Samland, 4 March 2012")
		expect(t, values(c, "Jobs"), "[Columnist Editor]")
		expect(t, kinds(list, "Jobs", "Sex", "Year", "More info"), "[choice choice choice link]")
		expect(t, list.Cases[1].Places[0].Name, "near Old Bridge (Upper Town)")
		expect(t, list.Cases[2].People[0].Name, model.NotStated)
		expect(t, list.Cases[2].Category, "[Uncategorised]") // Unknown
		expect(t, list.Cases[3].Dates[0].EDTF, "2015-07-01/2015-07-03")
	}},
	{"executions.csv", 4, table.Options{}, func(t *testing.T, list model.Pack) {
		expect(t, list.Cases[1].Dates[0].EDTF, "1999-03-09") // as the others of the column show
		expect(t, list.Cases[2].People[0].Name, "Wes Henry Abbotson Jr.")
		expect(t, len(list.Cases[2].Places), "1") // Federal, Federal
		expect(t, list.Cases[3].Figures[0].Label(), "3 victims")
	}},
	{"missing-migrants.csv", 3, table.Options{}, func(t *testing.T, list model.Pack) {
		c := list.Cases[0]
		expect(t, c.ID, "MISSING-MIGRANTS-2020.MM00001.1")
		expect(t, c.Dates[0].EDTF, "2020-01-13")
		expect(t, len(c.Figures), "4")
		expect(t, c.Figures[0].Label(), "3 people dead")
		expect(t, c.Places[0].Name, "Off the coast of Port (Samland Strait), 12 miles north")
		expect(t, list.Cases[1].Category, "[Harsh environmental conditions / lack of adequate shelter, food, water]")
		expect(t, values(list.Cases[2], "Information Source"), "[Survivors’ testimonies]") // without U+200E
	}},
	{"detentions.csv", 4, table.Options{}, func(t *testing.T, list model.Pack) {
		c := list.Cases[0]
		expect(t, c.People[0].Name+", "+string(c.People[0].Role), "Примеров Андрей Ильич, reported victim")
		expect(t, c.Dates, "[{2016-05-21 detention false {[] 0  []}} {2016-05-23 verdict false {[] 0  []}}]")
		expect(t, c.Laws[0].Name, "ст. 488 КоАП")
		expect(t, list.Cases[2].Dates[0].EDTF, "2016-06-05")
		expect(t, list.Cases[2].Note, "Имя не названо (по просьбе родных)")
		expect(t, parent(list, "Портовск"), "Северная область")
	}},
	{"feminicides.csv", 3, table.Options{Layout: sheet.Layout{Encoding: "windows-1252"}}, func(t *testing.T, list model.Pack) {
		expect(t, list.Cases[0].People[0].Name, "Élodie Exemple")
		expect(t, list.Cases[0].Dates[0].EDTF, "2022-01-05")
		expect(t, list.Cases[1].People[0].Name, model.NotStated)
	}},
	{"desaparecidos.csv", 3, table.Options{}, func(t *testing.T, list model.Pack) {
		c := list.Cases[0]
		expect(t, c.ID, "DESAPARECIDOS-A/12/2016")
		expect(t, c.People[0].Name, "José Luis Ejemplo Muñoz")
		expect(t, c.Dates[0].EDTF, "2013-06-27")
		expect(t, c.Places[0].Name+" in "+parent(list, "El Pozo")+" in "+parent(list, "Puerto Viejo"), "El Pozo in Puerto Viejo in Costa Norte")
		expect(t, values(c, "Edad"), "[23]")
	}},
	{"complaints.tsv", 3, table.Options{}, func(t *testing.T, list model.Pack) {
		expect(t, list.Cases[0].Dates[0].EDTF, "2016-05-21")
		expect(t, list.Cases[1].Dates[0].EDTF, "2016-11")
		expect(t, list.Cases[2].Dates[0].EDTF, "2017")
		expect(t, list.Cases[0].Category, "[Use of force/Firearm]")
		expect(t, list.Cases[0].Places[0].Name, `5'10" Street`)
		expect(t, values(list.Cases[0], "beat"), "[0412]")
	}},
	{"victims.json", 2, table.Options{}, func(t *testing.T, list model.Pack) {
		expect(t, len(list.Cases[0].People), "1")
		expect(t, values(list.Cases[0], "victim.name_native"), "[نور المثال]")
		expect(t, list.People[0].Spellings[0].Text, "نور المثال")
		expect(t, values(list.Cases[0], "tags"), "[child air strike]")
		expect(t, values(list.Cases[0], "sources"), "[https://example.org/a https://example.org/b]")
		expect(t, list.Cases[1].Dates[0].EDTF, "2023-10-22")
	}},
	{"sanctions.csv", 3, table.Options{}, func(t *testing.T, list model.Pack) { // no row names the columns
		expect(t, list.Cases[2].ID+" "+list.Cases[2].Title, "SANCTIONS-2674 ABBASSO, Abu")
	}},
	{"recommendations.csv", 3, table.Options{Layout: sheet.Layout{Encoding: "macintosh"}}, func(t *testing.T, list model.Pack) { // carriage returns only
		expect(t, values(list.Cases[1], "Recommending State"), "[Côte d’Exemple]")
		expect(t, list.Cases[0].Note, "Ratify the Second Optional Protocol; abolish the death penalty, “without delay”.")
		expect(t, list.Cases[2].Category, "[Detention / Freedom of assembly]")
	}},
	{"protest-arrests.xls", 2, table.Options{}, func(t *testing.T, list model.Pack) { // a web page under this name
		expect(t, list.Cases[0].ID, "PA-16-001")
		expect(t, len(list.Cases[0].People), "2")
		expect(t, list.Cases[0].Figures[0].Label(), "more than 40 people arrested")
		expect(t, len(list.Cases[1].People), "0")
	}},
	{"killed.xlsx", 4, table.Options{}, func(t *testing.T, list model.Pack) { // a sentence above the names, and a sheet that explains
		c := list.Cases[0]
		expect(t, c.ID+" "+c.People[0].Name+" "+c.Dates[0].EDTF, "KILLED-1 ليلى مثال 2023-10-21")
		expect(t, values(list.Cases[3], "Name (English)"), "[Huda <Mithal> & Co]")
		expect(t, list.People[3].Spellings[0].Text, "Huda <Mithal> & Co")
		expect(t, list.Cases[1].Dates[0].EDTF, "2016-12") // shown as a month
		expect(t, values(list.Cases[2], "Age"), "[0.5]")
		expect(t, list.Cases[3].Dates[0].EDTF, "2024-02-29")
	}},
}

func expect(t *testing.T, got any, want string) {
	t.Helper()
	if fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func values(c model.Case, field string) []string {
	var list []string
	for _, value := range c.Fields {
		if value.Name == field {
			list = append(list, value.Value)
		}
	}
	return list
}

func kinds(list model.Pack, names ...string) []model.FieldKind {
	var kinds []model.FieldKind
	for _, name := range names {
		for _, field := range list.Fields {
			if field.Name == name {
				kinds = append(kinds, field.Kind)
			}
		}
	}
	return kinds
}

func parent(list model.Pack, name string) string {
	for _, place := range list.Places {
		if place.Name == name {
			return place.Parent
		}
	}
	return ""
}

// listFile returns a list of testdata; the workbook is written by another
// program than the one that reads it.
func listFile(t testing.TB, name string) []byte {
	t.Helper()
	if name != "killed.xlsx" {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	book := excelize.NewFile()
	defer book.Close()
	book.SetSheetName("Sheet1", "Read me")
	book.SetCellValue("Read me", "A1", "How this list was made")
	book.NewSheet("قائمة List")
	style := func(format string) int {
		id, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	for i, row := range [][]any{
		{"A list of the Observers of Samland, as of June. Share responsibly."},
		{},
		{"index", "Name (Arabic)", "Name (English)", "Age", "Date of death", "Sex", "ID"},
		{1, "ليلى مثال", "Layla Mithal", 30, 45220, "f", "x1"},
		{2, "سامي مثال", "Sami Mithal", 8, 42705, "m", "x2"},
		{3, "رضيع مثال", "Radi Mithal", 0.5, 45220.75, "m", "x3"},
		{4, "هدى مثال", "Huda <Mithal> & Co", 41, "29/02/2024", "f", "x4"},
	} {
		for j, value := range row {
			cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if err := book.SetCellValue("قائمة List", cell, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	book.SetCellStyle("قائمة List", "E4", "E4", style("dd/mm/yyyy"))
	book.SetCellStyle("قائمة List", "E5", "E5", style(`mmm\-yy`))
	book.SetCellStyle("قائمة List", "E6", "E6", style("[$-409]d-mmm-yyyy h:mm"))
	data, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

func TestPublishedLists(t *testing.T) {
	library, err := db.Open(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer library.Close()
	for _, test := range lists {
		t.Run(test.name, func(t *testing.T) {
			data := listFile(t, test.name)
			reader, err := table.NewReader(test.name, bytes.NewReader(data), test.answer)
			if err != nil {
				t.Fatal(err)
			}
			if questions := reader.Questions(); len(questions) > 0 {
				t.Errorf("it asks %+v", questions)
			}
			list, err := seed.ReadAll(reader.Reader)
			if err != nil {
				t.Fatal(err)
			}
			if len(list.Cases) != test.rows {
				t.Fatalf("%d cases, want %d", len(list.Cases), test.rows)
			}
			test.want(t, list)

			// The mapping, written as a file and read again, makes the same of it.
			var written bytes.Buffer
			if err := reader.Write(&written); err != nil {
				t.Fatal(err)
			}
			kept, err := mapping.Parse("kept.map.yaml", written.Bytes())
			if err != nil {
				t.Fatalf("%v\n%s", err, &written)
			}
			again := read(t, test.name, data, table.Options{Mapping: kept})
			if !reflect.DeepEqual(again, list) {
				t.Errorf("by the mapping\n%s\nit is %+v\nwant %+v", &written, again, list)
			}
			if err := library.Import(t.Context(), list); err != nil {
				t.Fatal(err)
			}
			changes, err := library.ImportCases(t.Context(), again, func(yield func(model.Case, error) bool) {
				for _, c := range again.Cases {
					if !yield(c, nil) {
						return
					}
				}
			}, db.Replace, nil)
			if err != nil || changes.Unchanged != test.rows || changes.Head || changes.Added+changes.Changed+changes.Removed > 0 {
				t.Errorf("by the mapping the library changes: %+v, %v", changes, err)
			}

			// What comes out comes in again.
			for _, format := range []export.Format{export.CSV, export.XLSX} {
				back := read(t, "back."+string(format), seedtest.Exported(t, list, format), table.Options{})
				if !reflect.DeepEqual(back.Cases, list.Cases) {
					t.Errorf("through %s:\n%+v\nwant\n%+v", format, back.Cases, list.Cases)
				}
			}
		})
	}
}

// TestNothingIsDropped holds that what stands in a cell stands in the case,
// but for dates, numbers and words for nothing, which are written otherwise.
func TestNothingIsDropped(t *testing.T) {
	for _, test := range lists {
		if !strings.HasSuffix(test.name, "sv") {
			continue
		}
		list := read(t, test.name, listFile(t, test.name), test.answer)
		var cells [][]string
		for _, c := range list.Cases {
			text, _ := json.Marshal([]any{c, list.Places})
			cells = append(cells, strings.FieldsFunc(string(text), func(r rune) bool { return !unicode.IsLetter(r) }))
		}
		comma := ','
		data := listFile(t, test.name)
		if bytes.Count(data, []byte(";")) > bytes.Count(data, []byte(",")) {
			comma = ';'
		}
		if strings.HasSuffix(test.name, ".tsv") {
			comma = '\t'
		}
		rows := csv.NewReader(bytes.NewReader(bytes.ReplaceAll(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))))
		rows.Comma, rows.LazyQuotes = comma, true
		all, err := rows.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		all = all[len(all)-test.rows:]
		for i, row := range all {
			for _, cell := range row {
				if !asciiWords(cell) || nothing(cell) {
					continue
				}
				for _, word := range strings.FieldsFunc(cell, func(r rune) bool { return !unicode.IsLetter(r) }) {
					if len(word) > 3 && !contains(cells[i], word) && !isMonth(word) {
						t.Errorf("%s: row %d: %q of %q is nowhere in %v", test.name, i+1, word, cell, cells[i])
					}
				}
			}
		}
	}
}

func asciiWords(cell string) bool {
	return !strings.ContainsFunc(cell, func(r rune) bool { return r > 0x7f })
}

func nothing(cell string) bool {
	switch strings.ToLower(strings.TrimSpace(cell)) {
	case "n/a", "unknown", "unidentified", "-0-", "john doe", "no especificado", "sin dato", "se ignora", "se desconoce", "sin especificar", "inconnue":
		return true
	}
	return false
}

func contains(words []string, word string) bool {
	for _, other := range words {
		if strings.EqualFold(other, word) {
			return true
		}
	}
	return false
}

func isMonth(word string) bool {
	return strings.Contains("january february march april may june july august september october november december between", strings.ToLower(word))
}

// The same rows in another order, with one that is new and one that is gone,
// have the ids that they had.
func TestIDsStay(t *testing.T) {
	first := read(t, "list.csv", []byte("Name,Date of arrest,City\nAda Lind,2016-05-21,Port\nBo Berg,2016-05-22,Port\nCy Dahl,2016-05-23,Port\nAda Lind,2016-05-21,Port\n"), table.Options{})
	later := read(t, "list.csv", []byte("City,Name,Date of arrest,Remarks\nPort,Dora Frost,2016-06-01,\nPort,Cy Dahl,2016-05-23,freed\nPort,Ada Lind,2016-05-21,\n"), table.Options{})
	ids := map[string]string{}
	for _, c := range first.Cases {
		if before := ids[c.People[0].Name]; before != "" && before+"-2" != c.ID {
			t.Errorf("the same row again is %s after %s", c.ID, before)
			continue
		}
		if ids[c.People[0].Name] == "" {
			ids[c.People[0].Name] = c.ID
		}
	}
	for _, c := range later.Cases {
		if before := ids[c.People[0].Name]; before != "" && before != c.ID {
			t.Errorf("%s was %s and is %s", c.People[0].Name, before, c.ID)
		}
	}
}

func TestMapping(t *testing.T) {
	const rows = "a title above\nNr;Who;When;Where;Land;Killed;Sort;Sex;Junk\n7;Ada Lind / Bo Berg;03.04.16;Springfield;North;>10;arr;F;x\n8;tbd;3/4/99;Springfield;South;;other;M;y\n"
	kept, err := mapping.Parse("list.map.yaml", []byte(`
table: {headings: 2}
report: {id: my-list, prefix: MY, title: My list}
id: "{Nr}"
title: "{Who}: {Sort}, {Where}"
category: [Events, "{Sort}"]
dates: [{date: When, what: arrest, order: dmy, pivot: 30}]
people: [{name: "{Who}", role: defendant, split: "/"}]
places: [{name: "{Where}", in: "{Land}"}]
figures: [{number: "{Killed}", counts: "people killed in {Where}"}]
outcomes: [{stage: trial, type: prison, amount: "{Nr}", unit: years}]
fields: [{name: Sex, kind: choice}, {name: Both, value: "{Sex}{{{Land}}}"}]
values: [{column: Sort, mean: {arr: Arrest, other: Other things}}, {column: Sex, mean: {F: female, M: male}}]
empty: [TBD]
leave_out: Junk
`))
	if err != nil {
		t.Fatal(err)
	}
	list := read(t, "other.csv", []byte(rows), table.Options{Mapping: kept})
	c := list.Cases[0]
	expect(t, list.Report.ID+" "+list.Report.Title, "my-list My list")
	expect(t, c.ID+" | "+c.Title, "MY-7 | Ada Lind / Bo Berg: Arrest, Springfield")
	expect(t, c.Category, "[Events Arrest]")
	expect(t, c.Dates[0].EDTF+" "+string(c.Dates[0].What), "2016-04-03 arrest")
	expect(t, c.People[0].Name+" "+c.People[1].Name+" "+string(c.People[1].Role), "Ada Lind Bo Berg defendant")
	expect(t, c.Places[0].Name+" "+list.Cases[1].Places[0].Name, "Springfield, North Springfield, South")
	expect(t, parent(list, "Springfield, South"), "South")
	expect(t, c.Figures[0].Label(), "more than 10 people killed in Springfield")
	expect(t, c.Outcomes[0].Label(), "prison, 7 years (sentenced)")
	expect(t, values(c, "Sex"), "[female]")
	expect(t, values(c, "Both"), "[female{North}]")
	expect(t, list.Cases[1].Dates[0].EDTF, "1999-04-03")
	expect(t, len(list.Cases[1].People), "0")

	for text, want := range map[string]string{
		"tittle: x":                                                   `there is no field "tittle"`,
		"dates: [{date: '{When}', what: arest}]":                      `did you mean "arrest"`,
		"dates: [{date: '{When}', order: dym}]":                       `list.map.yaml:1:33: "dym" is not a valid order`,
		"title: '{Name}'\npeople: [{name: '{Whoo}'}]":                 `list.map.yaml:2:17: there is no column "Whoo"`,
		"title: '{Name}'\nown_form:\n- Victim\n- Relations=relations": `list.map.yaml:4:3: there is no column "Relations"`,
		"people: [{name: '{Who'}]":                                    "a brace is not closed",
		"fields: [{name: Sex, kind: chioce}]":                         `did you mean "choice"`,
		"leave_out: [Nothing]":                                        `there is no column "Nothing"`,
		"table: {sheet: One}":                                         "has no sheets",
		"people: {":                                                   "list.map.yaml:",
	} {
		kept, err := mapping.Parse("list.map.yaml", []byte(text))
		if err == nil {
			_, _, err = problems("other.csv", strings.NewReader(rows), table.Options{Mapping: kept, Layout: sheet.Layout{Headings: "2"}})
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// Where a table does not show which number is the month, that is asked, and an
// answer holds for all of its dates; without one, such dates are refused.
func TestOrderOfDates(t *testing.T) {
	const unclear = "Name,Date\nAda,03/04/2016\nBo,05/06/2016\n"
	reader, err := table.Propose("a.csv", strings.NewReader(unclear), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	questions := reader.Questions()
	if len(questions) != 1 || len(questions[0].Answers) != 2 || !strings.Contains(questions[0].Answers[1].Text, "4 March 2016") {
		t.Fatalf("%+v", questions)
	}
	questions[0].Choose(reader.Mapping(), 1)
	if err := reader.Begin(); err != nil {
		t.Fatal(err)
	}
	list, err := seed.ReadAll(reader.Reader)
	if err != nil || list.Cases[0].Dates[0].EDTF != "2016-03-04" {
		t.Errorf("%+v %v", list.Cases, err)
	}
	_, bad, _ := problems("a.csv", strings.NewReader(unclear), table.Options{})
	if len(bad) != 2 || !strings.Contains(bad[0].Error(), "--dates dmy") {
		t.Errorf("%v", bad)
	}
	kept, err := mapping.Parse("a.map.yaml", []byte("title: \"{Name}\"\ndates: [{date: Date}]\npeople: [{name: Name}]\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, bad, _ = problems("a.csv", strings.NewReader("Name,Date\nAda,May-16\n"), table.Options{Mapping: kept})
	if len(bad) != 1 || !strings.Contains(bad[0].Error(), "pivot") {
		t.Errorf("a date of two digits: %v", bad)
	}
	list = read(t, "a.csv", []byte(unclear), table.Options{Order: "dmy"})
	expect(t, list.Cases[0].Dates[0].EDTF, "2016-04-03")
	// The column shows it; one that does not goes by one that does.
	list = read(t, "a.csv", []byte("Name,Date,Date of arrest\nAda,03/04/2016,01/02/2016\nBo,12/30/2016,\n"), table.Options{})
	expect(t, list.Cases[0].Dates[0].EDTF+" "+list.Cases[0].Dates[1].EDTF, "2016-03-04 2016-01-02")
}

// Notes tell what was taken otherwise than it stands there.
func TestNotes(t *testing.T) {
	rows := "Name,Date,Category,Age\n"
	for i := range 30 {
		rows += fmt.Sprintf("Person %d,2016-05-21,Torture,%d\n", i, i)
	}
	rows += "Unidentified,some day,torture,about thirty\nPERSON 1,1437-08-14,TORTURE,N/A\nPerson 1,2559-05-21,Torture,5\n"
	reader, err := table.NewReader("a.csv", strings.NewReader(rows), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	list, err := seed.ReadAll(reader.Reader)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, note := range reader.Notes() {
		told = append(told, note.String())
	}
	for _, want := range []string{"1 × no name", "the cell is not a date", "such as some day", "2 × the same category with different capitals", "the same person with different capitals", "Islamic calendar (1437 is 2016)", "Buddhist calendar", "is not a number", "the same name in several cases: shown as one person, such as Person 1 (3)"} {
		if !strings.Contains(strings.Join(told, "\n"), want) {
			t.Errorf("not reported: %s, in\n%s", want, strings.Join(told, "\n"))
		}
	}
	last := list.Cases[30]
	expect(t, last.People[0].Name, model.NotStated)
	expect(t, values(last, table.AsWritten), "[Date: some day Age: about thirty]")
	expect(t, list.Cases[31].People[0].Name, "Person 1")
}

// A pipe can be read once; its columns are found by its beginning.
func TestPipe(t *testing.T) {
	for _, name := range []string{"executions.csv", "victims.json", "killed.xlsx"} {
		data := listFile(t, name)
		list := read(t, name, data, table.Options{})
		reader, err := table.NewReader(name, io.MultiReader(bytes.NewReader(data)), table.Options{})
		if err != nil {
			t.Fatal(err)
		}
		piped, err := seed.ReadAll(reader.Reader)
		if err != nil || !reflect.DeepEqual(piped, list) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFilesThatAreNotTables(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a.csv", "sep=§\nid§title\n", `"§" is not a valid separator`},
		{"a.csv", "", "is empty"},
		{"a.csv", "\n\n", "has no rows"},
		{"a.csv", "\x7fELF\x02\x00\x00\x01", "binary file"},
		{"a.csv", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n", "this is a PDF"},
		{"a.xls", `{\rtf1\ansi Ada}`, "this is a document in RTF"},
		{"a.csv", "id,title\n1,He\x00llo\n", "line 2 has a NUL byte"},
		{"a.xlsx", "PK\x03\x04abc", "the workbook cannot be read"},
		{"a.xlsx", "id,title\n", "this is not a workbook"},
		{"a.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "workbook of Excel 97 to 2003"},
		{"a.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 9000) + strings.Join(strings.Split("EncryptedPackage", ""), "\x00") + "\x00", "has a password"},
		{"a.json", "[]", "the list has no objects"},
		{"a.json", "{\"a\":\n {\"b\": 1}}", "there is no list"},
		{"a.json", `[{"a": "b"}, {"c`, "ends unexpectedly"},
		{"a.json", `[{"a": "b"},` + "\n" + ` {"c": x}]`, "a.json:2:8:"},
		{"a.csv", strings.Repeat(",", 20_000) + "\n", "more than 16384 cells"},
	} {
		_, _, err := problems(test.name, strings.NewReader(test.text), table.Options{})
		if err == nil || !strings.Contains(err.Error(), test.want) || !errors.As(err, new(*seed.Errors)) {
			t.Errorf("%s %.30q: %v, want %s", test.name, test.text, err, test.want)
		}
	}
}

// A list in JSON is one in UTF-16 too, with a byte-order mark and without.
func TestListInUTF16(t *testing.T) {
	for name, text := range map[string]string{"a.json": `[{"Name": "Ünal Имя", "Date": "2016-05-21"}]`, "a.jsonl": "{\"Name\": \"Ünal Имя\", \"Date\": \"2016-05-21\"}\n"} {
		for encoding, order := range map[string]utf16.Endianness{"utf-16le": utf16.LittleEndian, "utf-16be": utf16.BigEndian} {
			for _, mark := range []utf16.BOMPolicy{utf16.UseBOM, utf16.IgnoreBOM} {
				data, err := utf16.UTF16(order, mark).NewEncoder().Bytes([]byte(text))
				if err != nil {
					t.Fatal(err)
				}
				if !sheet.Holds(name, data) {
					t.Errorf("%s in %s, %v: no list", name, encoding, mark)
				}
				expect(t, read(t, name, data, table.Options{}).Cases[0].People[0].Name, "Ünal Имя")
			}
		}
	}
	pack, _ := utf16.UTF16(utf16.LittleEndian, utf16.UseBOM).NewEncoder().Bytes([]byte(`{"report": {}, "cases": []}`))
	if sheet.Holds("a.json", pack) {
		t.Error("a pack is no list")
	}
}

func TestInvalidSeparator(t *testing.T) {
	_, _, err := problems("a.csv", strings.NewReader("id;title\n1;x\n"), table.Options{Layout: sheet.Layout{Separator: ";;"}})
	if err == nil || !strings.Contains(err.Error(), `";;" is not a valid separator`) {
		t.Error(err)
	}
}

// The mapping of the manual is one.
func TestMappingInTheDocs(t *testing.T) {
	page, err := os.ReadFile("../../docs/tables.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```yaml\n")
	text, _, ok := strings.Cut(rest, "```")
	if _, err := mapping.Parse("docs/tables.md", []byte(text)); !ok || err != nil {
		t.Error(err)
	}
}

// TestNotesInOwnColumns has casebook's own names of columns: what is said of
// odd years and of names that differ in capitals is said there too.
func TestNotesInOwnColumns(t *testing.T) {
	reader, err := table.NewReader("list.csv", strings.NewReader("id,title,category,people,places,dates\n1,A,Torture,Ann Example,North Town,1437-08-14\n2,B,torture,ann example,NORTH TOWN,2016-05-21\n"), table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	pack, err := seed.ReadAll(reader.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if c := pack.Cases[1]; c.Category[0] != "Torture" || c.People[0].Name != "Ann Example" || c.Places[0].Name != "North Town" {
		t.Errorf("got %+v", c)
	}
	var told strings.Builder
	for _, note := range reader.Notes() {
		told.WriteString(note.Text + "\n")
	}
	for _, want := range []string{"Islamic calendar", "the same person with different capitals", "the same category with different capitals", "the same place with different capitals"} {
		if !strings.Contains(told.String(), want) {
			t.Errorf("%q is not reported: %s", want, told.String())
		}
	}
}

// TestFieldTwice: a field that an object has twice is a mistake, since one of its two
// values would be lost; the objects beside it are read.
func TestFieldTwice(t *testing.T) {
	const list = `[{"id": "1", "title": "a", "title": "b"}, {"id": "2", "title": "c", "place": {"city": "X"}, "place.city": "Y"}, {"id": "3", "title": "d"}]`
	ids, bad, err := problems("a.json", strings.NewReader(list), table.Options{})
	if err != nil || len(ids) != 1 || len(bad) != 2 {
		t.Fatalf("%v %v %v", ids, bad, err)
	}
	for i, want := range []string{`object 1: the field "title" is in this object twice`, `object 2: the field "place.city" is in this object twice`} {
		if !strings.Contains(bad[i].Error(), want) {
			t.Errorf("%v, want %s", bad[i], want)
		}
	}
}

// An outcome whose type the mapping gives is that of the rows that tell of it.
func TestRowWithoutOutcome(t *testing.T) {
	kept, err := mapping.Parse("list.map.yaml", []byte(`
title: "{Who}"
outcomes: [{stage: trial, type: prison, amount: "{Years}", unit: years, date: "{Verdict}"}, {stage: investigation, type: inspection}]
`))
	if err != nil {
		t.Fatal(err)
	}
	list := read(t, "list.csv", []byte("Who,Years,Verdict\nAda,5,\nBo,,\nCy,,2016-05\nDi,N/A,-\n"), table.Options{Mapping: kept})
	for i, want := range []int{2, 1, 2, 1} {
		if got := list.Cases[i].Outcomes; len(got) != want {
			t.Errorf("%s has the outcomes %v, want %d", list.Cases[i].Title, got, want)
		}
	}
}

// The sum of a fine has the currency of its cell, as it is written there.
func TestSumOfAFine(t *testing.T) {
	kept, err := mapping.Parse("list.map.yaml", []byte(`
title: "{Who}"
outcomes: [{stage: trial, type: fine, amount: "{Sum}", unit: "{Currency}"}]
`))
	if err != nil {
		t.Fatal(err)
	}
	list := read(t, "list.csv", []byte("Who,Sum,Currency\nAda,\"20,000\",KZT\nBo,,\n"), table.Options{Mapping: kept})
	if o := list.Cases[0].Outcomes; len(o) != 1 || o[0].Amount != "20000" || o[0].Unit != "KZT" {
		t.Errorf("the outcomes are %+v", o)
	}
	if o := list.Cases[1].Outcomes; len(o) != 0 {
		t.Errorf("somebody without a sum has %+v", o)
	}
}
