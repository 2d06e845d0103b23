package table_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/seedtest"
	"casebook/seed/table"
)

// TestLossOfCSV says exactly what is lost on the way through a
// spreadsheet: of every fact its own place, hedge and anchors; of people,
// organisations, places and laws all but the name; the report's metadata, its
// sections and the order and codes of its categories.
func TestLossOfCSV(t *testing.T) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	first := seedtest.Exported(t, pack, export.CSV)
	back := read(t, "kazakhstan.csv", first, table.Options{})
	if len(back.Cases) != len(pack.Cases) {
		t.Fatalf("%d cases of %d", len(back.Cases), len(pack.Cases))
	}
	for i, want := range pack.Cases {
		for j := range want.Dates {
			want.Dates[j].Source = model.Source{}
		}
		for _, list := range [][]model.Involvement{want.People, want.Organisations, want.Places} {
			for j := range list {
				list[j].Source = model.Source{}
			}
		}
		for j := range want.Laws {
			want.Laws[j].Source = model.Source{}
		}
		for j := range want.Outcomes {
			want.Outcomes[j].Source = model.Source{}
		}
		for j := range want.Figures {
			want.Figures[j].Source = model.Source{}
		}
		if !reflect.DeepEqual(back.Cases[i], want) {
			t.Errorf("%s:\n%+v\nwant\n%+v", want.ID, back.Cases[i], want)
		}
	}
	report := model.Report{ID: "kazakhstan-2016-17", Prefix: "KAZ-2016", Title: "kazakhstan", Publisher: "own list", Country: model.NotStated,
		Licence: pack.Report.Licence, Attribution: pack.Report.Attribution, Caveats: pack.Report.Caveats}
	if !reflect.DeepEqual(back.Report, report) {
		t.Errorf("the report is %+v", back.Report)
	}
	if len(back.Sections) != 0 {
		t.Error("a spreadsheet has no sections")
	}
	if back.Categories != nil || back.People != nil || back.Organisations != nil || back.Places != nil || back.Laws != nil {
		t.Error("a spreadsheet knows no more of them than the names in its cases")
	}
	// What it can hold it holds: through a spreadsheet once more, nothing else is lost.
	again := read(t, "kazakhstan.csv", seedtest.Exported(t, back, export.CSV), table.Options{})
	if !reflect.DeepEqual(again, back) {
		t.Error("the second way through a spreadsheet is not the same")
	}
}

func TestListGoesThroughEveryFormat(t *testing.T) {
	const rows = "id,title,date,people,place,law\n1,A gathering stopped,21 May 2016,A Person (defendant),Almaty,A Code/art. 1 (charged)\n2,Another,May 2016,A Person,,\n"
	list := read(t, "own.csv", []byte(rows), table.Options{})
	for format, name := range map[export.Format]string{export.YAML: "own.yaml", export.JSON: "own.json", export.JSONL: "own.jsonl"} {
		first := seedtest.Exported(t, list, format)
		reader, err := seed.NewReader(name, bytes.NewReader(first), seed.Options{})
		if err != nil {
			t.Fatal(err)
		}
		back, err := seed.ReadAll(reader)
		if err != nil {
			t.Fatal(err)
		}
		if second := seedtest.Exported(t, back, format); !bytes.Equal(first, second) {
			t.Errorf("%s: the second export differs from the first:\n%s\n%s", format, first, second)
		}
	}
}

// Two cases cannot be part of each other, however far apart they stand.
func TestCircularRelations(t *testing.T) {
	rows := "id,title,relations\n1,a,part of OWN-3\n2,b,part of OWN-1; same charge OWN-1\n3,c,part of OWN-2; same charge OWN-2\n4,d,follows OWN-4\n"
	ids, bad, fatal := problems("own.csv", strings.NewReader(rows), table.Options{})
	if fatal != nil || strings.Join(ids, " ") != "OWN-1 OWN-2" || len(bad) != 2 || !strings.Contains(bad[0].Error(), `own.csv:4:5: the relations form a loop: "OWN-3" is part of "OWN-2"`) {
		t.Errorf("%v %v %v", ids, bad, fatal)
	}
}

// A list with fields of its own goes through every table and comes back as it
// was: commas, semicolons, tabs, a workbook.
func TestTablesRoundTrip(t *testing.T) {
	fields := []model.Field{{Name: "Age", Kind: "number"}, {Name: "Sex, as told: x", Kind: "choice"}, {Name: "Seen on", Kind: "date"}, {Name: "Link", Kind: "link"}, {Name: "Words", Kind: "text"}}
	pack := model.Pack{Report: model.Report{ID: "own", Prefix: "OWN", Title: "own", Publisher: "own list", Country: model.NotStated, Licence: "CC BY", Attribution: "Made up."}, Fields: fields}
	for i := range 3 {
		c := model.Case{ID: fmt.Sprintf("OWN-A/%d", i+1), Kind: "event", Title: "=Case; with \"marks\"", Note: "A note, with soft\u00adhyphens", Category: []string{"N/A", "Un›der"}, Sensitivity: "none",
			Dates:  []model.Date{{EDTF: "2016-05-21", What: "act"}, {EDTF: "2003/..", What: "in force"}},
			People: []model.Involvement{{Name: "N/A", Role: "mentioned"}, {Name: "ada LIND", Role: "defendant"}}}
		if i == 1 {
			c.People[1].Name = "Ada Lind"
		}
		c.Fields = []model.FieldValue{{Name: "Age", Value: fmt.Sprint(30 + i)}, {Name: "Sex, as told: x", Value: "F; or (M)"}, {Name: "Sex, as told: x", Value: "N/A"}, {Name: "Seen on", Value: "2016~"}, {Name: "Link", Value: "https://example.org/?a=b;c"}, {Name: "Words", Value: `back\slash _x0041_`}}
		c.Fields = c.Fields[:6-i]
		pack.Cases = append(pack.Cases, c)
	}
	pack.Report.Title = "t"
	for name, write := range map[string]func(*bytes.Buffer) error{
		"t.csv":      func(b *bytes.Buffer) error { return export.Write(b, export.CSV, []model.Pack{pack}, export.Of(pack)) },
		"semi/t.csv": func(b *bytes.Buffer) error { return export.WriteCSV(b, ';', []model.Pack{pack}, export.Of(pack)) },
		"t.tsv":      func(b *bytes.Buffer) error { return export.Write(b, export.TSV, []model.Pack{pack}, export.Of(pack)) },
		"t.xlsx":     func(b *bytes.Buffer) error { return export.Write(b, export.XLSX, []model.Pack{pack}, export.Of(pack)) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		back := read(t, name, b.Bytes(), table.Options{})
		if !reflect.DeepEqual(back, pack) {
			t.Errorf("%s:\n%+v\nwant\n%+v", name, back, pack)
		}
	}
}
