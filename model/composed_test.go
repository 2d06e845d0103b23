package model

import (
	"reflect"
	"testing"
)

func TestComposed(t *testing.T) {
	min := 3.0
	decomposed := Case{
		ID: "A-1", Title: "Soft\u00adly e\u0301", Note: "e\u0301",
		People:  []Involvement{{Name: "\u00ad E\u0301va \u200b Ko\u0308\u00adves", Described: []Description{{Text: "so\u00adft"}}}, {Name: "علی\u200cرضا"}},
		Figures: []Figure{{Min: &min, Counts: "cafe\u0301s"}}, Fields: []FieldValue{{Name: "Ort", Value: "Z\u200doe\u0308"}},
	}
	before := decomposed.People[0].Name
	want := Case{
		ID: "A-1", Title: "Soft\u00adly é", Note: "é",
		People:  []Involvement{{Name: "Éva Köves", Described: []Description{{Text: "so\u00adft"}}}, {Name: "علی\u200cرضا"}},
		Figures: []Figure{{Min: &min, Counts: "cafés"}}, Fields: []FieldValue{{Name: "Ort", Value: "Zoë"}},
	}
	if got := decomposed.Composed(); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if decomposed.People[0].Name != before {
		t.Error("the case of others was changed")
	}
	if again := want.Composed(); !reflect.DeepEqual(again, want) {
		t.Errorf("composed again: %+v", again)
	}
	if broken := (Case{Title: "e\u0301\xff"}).Composed(); broken.Title != "é\xff" {
		t.Errorf("bytes that are no text: %q", broken.Title)
	}
}
