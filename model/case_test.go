package model_test

import (
	"reflect"
	"testing"

	"casebook/model"
)

// TestBare holds WithoutLibraryFields to every field that a library sets: what is
// filled everywhere comes back without those, and the case itself is not changed.
func TestBare(t *testing.T) {
	said := []model.Description{{Text: "journalist"}}
	also := []string{"another-2016"}
	full := model.Case{ID: "S-1", Report: "s", Title: "T", RelatedBy: []model.Relation{{Type: "has part", Case: "S-2"}}, Relations: []model.Relation{{Type: "part of", Case: "S-3"}},
		People:        []model.Involvement{{Name: "A", Role: "mentioned", Described: said, AlsoIn: also}, {Name: "B", Role: "mentioned"}},
		Organisations: []model.Involvement{{Name: "C", Role: "source", AlsoIn: also}},
		Places:        []model.Involvement{{Name: "D", Role: "seat", Described: said}},
		Laws:          []model.LawInvolvement{{Name: "E", Role: "charged", Described: said, AlsoIn: also}}}
	want := model.Case{ID: "S-1", Title: "T", Relations: full.Relations,
		People: []model.Involvement{{Name: "A", Role: "mentioned"}, {Name: "B", Role: "mentioned"}}, Organisations: []model.Involvement{{Name: "C", Role: "source"}},
		Places: []model.Involvement{{Name: "D", Role: "seat"}}, Laws: []model.LawInvolvement{{Name: "E", Role: "charged"}}}
	if got := full.WithoutLibraryFields(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	if full.People[0].Described == nil || full.Laws[0].AlsoIn == nil || full.Report == "" {
		t.Errorf("the case itself was changed: %+v", full)
	}
}

func TestInverse(t *testing.T) {
	for _, relation := range model.RelationTypes() {
		if inverse := relation.Inverse(); inverse == "" || inverse != relation && inverse.Inverse() != inverse {
			t.Errorf("%s: %s", relation, inverse)
		}
	}
}
