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
	"casebook/seed/seedtest"
)

func read(t testing.TB, name string, data []byte, options seed.Options) model.Pack {
	t.Helper()
	reader, err := seed.NewReader(name, bytes.NewReader(data), options)
	return seedtest.Whole(t, reader, err)
}

func TestPacksRoundTrip(t *testing.T) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	for format, name := range map[export.Format]string{export.YAML: "pack.yaml", export.JSON: "pack.json", export.JSONL: "pack.jsonl"} {
		first := seedtest.Exported(t, pack, format)
		back := read(t, name, first, seed.Options{})
		if !reflect.DeepEqual(back, pack) {
			t.Errorf("%s: the pack is not what it was", format)
		}
		if second := seedtest.Exported(t, back, format); !bytes.Equal(first, second) {
			t.Errorf("%s: the second export differs from the first", format)
		}
		if c := pack.Cases[8]; !strings.Contains(string(first), "("+c.ID+"), after ") {
			t.Errorf("%s: no citation of %s", format, c.ID)
		}
	}
}

// TestJSONOfACaseIsReadAgain reads cases as list --json prints them: what a
// library has set in them is not the report's, and stays out.
func TestJSONOfACaseIsReadAgain(t *testing.T) {
	c := model.Case{ID: "OWN-1", Report: "own", Kind: model.KindEvent, Title: "One", Category: []string{"Roads"}, Sensitivity: "none",
		People:    []model.Involvement{{Name: "Ada Lind", Role: "defendant", Described: []model.Description{{Text: "mayor"}}, AlsoIn: []string{"other"}}},
		RelatedBy: []model.Relation{{Type: "has part", Case: "OWN-2"}}}
	text, err := json.Marshal(map[string]any{"total": 1, "cases": []model.Case{c}})
	if err != nil {
		t.Fatal(err)
	}
	back := read(t, "own.json", text, seed.Options{})
	if len(back.Cases) != 1 || !reflect.DeepEqual(back.Cases[0], c.WithoutLibraryFields()) {
		t.Errorf("%+v", back.Cases)
	}
}
