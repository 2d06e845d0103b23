package seed_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
)

func exported(t testing.TB, pack model.Pack, format export.Format) []byte {
	t.Helper()
	var buffer bytes.Buffer
	if err := export.Write(&buffer, format, []model.Pack{pack}, export.Of(pack)); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

func read(t testing.TB, name string, data []byte, options seed.Options) model.Pack {
	t.Helper()
	reader, err := seed.NewReader(name, bytes.NewReader(data), options)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	pack, err := seed.ReadAll(reader)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return pack
}

func TestPacksComeBackAsTheyWent(t *testing.T) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	for format, name := range map[export.Format]string{export.YAML: "pack.yaml", export.JSON: "pack.json", export.JSONL: "pack.jsonl"} {
		first := exported(t, pack, format)
		back := read(t, name, first, seed.Options{})
		if !reflect.DeepEqual(back, pack) {
			t.Errorf("%s: the pack is not what it was", format)
		}
		if second := exported(t, back, format); !bytes.Equal(first, second) {
			t.Errorf("%s: the second export differs from the first", format)
		}
		if c := pack.Cases[8]; !strings.Contains(string(first), "("+c.ID+"), after ") {
			t.Errorf("%s: no citation of %s", format, c.ID)
		}
	}
}

// TestWhatCSVCannotHold says exactly what is lost on the way through a
// spreadsheet: of every fact its own place, hedge and anchors; of people,
// organisations, places and laws all but the name; the report's metadata, its
// sections and the order and codes of its categories.
func TestWhatCSVCannotHold(t *testing.T) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	first := exported(t, pack, export.CSV)
	back := read(t, "kazakhstan.csv", first, seed.Options{})
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
	again := read(t, "kazakhstan.csv", exported(t, back, export.CSV), seed.Options{})
	if !reflect.DeepEqual(again, back) {
		t.Error("the second way through a spreadsheet is not the same")
	}
}

func TestAnOwnListGoesThroughEveryFormat(t *testing.T) {
	const table = "id,title,date,people,place,law\n1,A gathering stopped,21 May 2016,A Person (defendant),Almaty,A Code/art. 1 (charged)\n2,Another,May 2016,A Person,,\n"
	list := read(t, "own.csv", []byte(table), seed.Options{})
	for format, name := range map[export.Format]string{export.YAML: "own.yaml", export.JSON: "own.json", export.JSONL: "own.jsonl"} {
		first := exported(t, list, format)
		back := read(t, name, first, seed.Options{})
		if second := exported(t, back, format); !bytes.Equal(first, second) {
			t.Errorf("%s: the second export differs from the first:\n%s\n%s", format, first, second)
		}
	}
}

// TestAnAnswerComesBackAsACase reads cases as list --json prints them: what a
// library has set in them is not the report's, and stays out.
func TestAnAnswerComesBackAsACase(t *testing.T) {
	c := model.Case{ID: "OWN-1", Report: "own", Kind: model.KindEvent, Title: "One", Category: []string{"Roads"}, Sensitivity: "none",
		People:    []model.Involvement{{Name: "Ada Lind", Role: "defendant", Described: []model.Description{{Text: "mayor"}}, AlsoIn: []string{"other"}}},
		RelatedBy: []model.Relation{{Type: "has part", Case: "OWN-2"}}}
	text, err := json.Marshal(map[string]any{"total": 1, "cases": []model.Case{c}})
	if err != nil {
		t.Fatal(err)
	}
	back := read(t, "own.json", text, seed.Options{})
	if len(back.Cases) != 1 || !reflect.DeepEqual(back.Cases[0], c.Bare()) {
		t.Errorf("%+v", back.Cases)
	}
}
