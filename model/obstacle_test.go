package model

import (
	"reflect"
	"testing"
)

func TestObstacles(t *testing.T) {
	query := Query{
		Text:   `-land "two words" person:x`,
		Filter: Filter{FacetKind: {"law", "event"}, FacetPlace: {"Almaty"}},
		Also:   Filter{FacetPlace: {"Astana", "Aktau"}},
		Since:  "2016",
		After:  "KAZ-2016-03",
	}
	type part struct {
		facet       Facet
		values      []string
		bound, term string
		text        string
		filter      Filter
		also        Filter
	}
	all := query.Filter
	want := []part{
		{facet: FacetPlace, values: []string{"Almaty"}, text: query.Text, filter: Filter{FacetKind: {"law", "event"}}, also: query.Also},
		{facet: FacetPlace, values: []string{"Astana"}, text: query.Text, filter: all, also: Filter{FacetPlace: {"Aktau"}}},
		{facet: FacetPlace, values: []string{"Aktau"}, text: query.Text, filter: all, also: Filter{FacetPlace: {"Astana"}}},
		{facet: FacetKind, values: []string{"law", "event"}, text: query.Text, filter: Filter{FacetPlace: {"Almaty"}}, also: query.Also},
		{bound: "since", text: query.Text, filter: all, also: query.Also},
		{term: "-land", text: `"two words" person:x`, filter: all, also: query.Also},
		{term: `"two words"`, text: "-land person:x", filter: all, also: query.Also},
		{term: "person:x", text: `-land "two words"`, filter: all, also: query.Also},
	}
	var got []part
	for _, o := range query.Obstacles() {
		if o.Without.After != "" || (o.Bound == "since") != (o.Without.Since == "") {
			t.Errorf("%+v", o)
		}
		got = append(got, part{o.Facet, o.Values, o.Bound, o.Term, o.Without.Text, o.Without.Filter, o.Without.Also})
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("obstacles\n%+v, want\n%+v", got, want)
	}
	if len(query.Filter[FacetKind]) != 2 || len(query.Also[FacetPlace]) != 2 {
		t.Errorf("the query itself was changed: %+v", query)
	}
}

// TestObstaclesOfCustomFields: a filter by a custom field can exclude everything too.
func TestObstaclesOfCustomFields(t *testing.T) {
	sex, age := FieldFacet("Sex"), FieldFacet("Age")
	query := Query{Filter: Filter{sex: {"female"}, FacetKind: {"law"}}, Also: Filter{age: {"30-39"}}}
	var got []Facet
	for _, o := range query.Obstacles() {
		got = append(got, o.Facet)
	}
	if want := []Facet{FacetKind, age, sex}; !reflect.DeepEqual(got, want) {
		t.Errorf("obstacles %q, want %q", got, want)
	}
}

// TestObstaclesAreFew: each of them is a query of its own.
func TestObstaclesAreFew(t *testing.T) {
	text := ""
	for range 60 {
		text += "zz "
	}
	if got := len((Query{Text: text}).Obstacles()); got != maxObstacles {
		t.Errorf("%d obstacles of a text of 60 words, want %d", got, maxObstacles)
	}
}
