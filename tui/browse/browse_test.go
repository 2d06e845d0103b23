package browse_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/browse/browsetest"
	"casebook/tui/words"
)

func TestApply(t *testing.T) {
	before := model.Query{Text: "x", Filter: model.Filter{model.FacetRole: {"defendant"}}}
	got := browse.Apply(before, []browse.Choice{
		{Facet: model.FacetKind, Value: "law"}, {Facet: model.FacetKind, Value: "event"}, {Facet: model.FacetPlace, Value: "Almaty", Also: true},
	})
	want := model.Query{Text: "x", Filter: model.Filter{model.FacetKind: {"law", "event"}}, Also: model.Filter{model.FacetPlace: {"Almaty"}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if len(before.Filter) != 1 {
		t.Errorf("the query was changed: %+v", before)
	}
}

// TestWithEntry: the cases of a row are those that have its value, whatever else
// of its facet was chosen.
func TestWithEntry(t *testing.T) {
	row := results.Entry{Facet: model.FacetPerson, Value: "A"}
	own, other, kind := browse.Choice{Facet: model.FacetPerson, Value: "A"}, browse.Choice{Facet: model.FacetPerson, Value: "B"}, browse.Choice{Facet: model.FacetKind, Value: "law"}
	also := own
	also.Also = true
	for _, test := range []struct{ chosen, want []browse.Choice }{
		{nil, []browse.Choice{own}},
		{[]browse.Choice{kind}, []browse.Choice{kind, own}},
		{[]browse.Choice{other}, []browse.Choice{other, also}},
		{[]browse.Choice{other, own, kind}, []browse.Choice{own, kind}},
		{[]browse.Choice{other, also}, []browse.Choice{other, also}},
	} {
		if got := browse.WithEntry(test.chosen, row); !slices.Equal(got, test.want) {
			t.Errorf("%v with the row: %v, want %v", test.chosen, got, test.want)
		}
	}
}

// TestChoices: what is saved as filters is chosen again, custom fields too.
func TestChoices(t *testing.T) {
	age := model.FieldFacet("Age")
	chosen := []browse.Choice{
		{Facet: model.FacetKind, Value: "law"}, {Facet: age, Value: "30-39"}, {Facet: age, Value: "40-49", Also: true}, {Facet: model.FieldFacet("Sex"), Value: "female"},
	}
	query := browse.Apply(model.Query{}, chosen)
	if got := browse.Choices(query.Filter, query.Also); !slices.Equal(got, chosen) {
		t.Errorf("got %+v, want %+v", got, chosen)
	}
}

func TestBlocking(t *testing.T) {
	blocks := browse.Blocking(model.Obstacle{Facet: model.FacetKind, Values: []string{"law", "event"}})
	for choice, want := range map[browse.Choice]bool{
		{Facet: model.FacetKind, Value: "law"}: true, {Facet: model.FacetKind, Value: "event", Also: true}: true,
		{Facet: model.FacetKind, Value: "treaty"}: false, {Facet: model.FacetRole, Value: "law"}: false,
	} {
		if blocks(choice) != want {
			t.Errorf("%+v: %t", choice, !want)
		}
	}
}

func tree() *browse.FilterTree {
	t := &browse.FilterTree{Words: words.New("en")}
	t.Set(results.Counts{Facets: []results.FacetCount{
		{Facet: model.FacetReport, Values: []results.FacetValue{{Value: "r"}}},
		{Facet: model.FacetCategory, Values: []results.FacetValue{{Value: "A", Label: "A"}, {Value: "A/B", Label: "B", Depth: 1}, {Value: "A/B/C", Label: "C", Depth: 2}, {Value: "D", Label: "D"}}},
		{Facet: model.FacetLaw, Values: []results.FacetValue{{Value: "Code", Label: "Code"}, {Value: "Code/art. 1", Label: "art. 1", Depth: 1}}, More: 7},
	}}, nil)
	return t
}

// TestFilterTree: an only report is no filter, categories begin open down to
// their second level, laws begin folded.
func TestFilterTree(t *testing.T) {
	f := tree()
	labels := func() (labels []string) {
		for _, n := range f.Nodes {
			labels = append(labels, n.Label)
		}
		return labels
	}
	if got := labels(); !slices.Equal(got, []string{"Category", "A", "B", "D", "Law"}) {
		t.Errorf("at first: %v", got)
	}
	f.Fold(browse.Node{Choice: browse.Choice{Facet: model.FacetLaw}}, true)
	f.Fold(f.Nodes[1], false)
	if got := labels(); !slices.Equal(got, []string{"Category", "A", "D", "Law", "Code", "7 more"}) {
		t.Errorf("folded: %v", got)
	}
	if got := f.Label(browse.Choice{Facet: model.FacetLaw, Value: "Code/art. 1"}); got != "Code, art. 1" {
		t.Errorf("a provision is called %q", got)
	}
	if got := f.Label(browse.Choice{Facet: model.FacetLaw, Value: "Other/art. 9"}); got != "Other, art. 9" {
		t.Errorf("a provision that is not listed is called %q", got)
	}
	if len(f.Reports()) != 0 {
		t.Errorf("reports to choose from: %v", f.Reports())
	}
}

func TestRelatedValues(t *testing.T) {
	related := tree().Related(browse.Node{Choice: browse.Choice{Facet: model.FacetCategory, Value: "A/B"}, Depth: 2})
	for value, want := range map[string]bool{"A": true, "A/B/C": true, "D": false, "A/B": false} {
		if related(browse.Choice{Facet: model.FacetCategory, Value: value}) != want {
			t.Errorf("%s: %t", value, !want)
		}
	}
}

func TestSuggest(t *testing.T) {
	for search, want := range map[string]string{
		"maks bokaev": "maks bokaev", "-zebra": "", "person:bokaev kind:law": "bokaev", "bokaev person:ayan": "bokaev", "kind:law": "",
	} {
		if got := browse.NameText(search); got != want {
			t.Errorf("%q may mean the name %q, want %q", search, got, want)
		}
	}
	library := browsetest.New()
	if names, err := browse.Suggest(t.Context(), library, "sichof", 0); err != nil || len(names) == 0 {
		t.Errorf("nothing is suggested: %v, %v", names, err)
	}
	if names, _ := browse.Suggest(t.Context(), library, "sichof", browse.MaxFound+1); len(names) > 0 {
		t.Errorf("suggested beside many cases: %v", names)
	}
}

// A name of which a word has been found already is no suggestion.
func TestSuggestNothingFound(t *testing.T) {
	library := browsetest.New()
	library.Sounds = map[string]results.NameMatch{"almaty": {Name: "Almaty", How: model.PartialMatch, Weak: true}, "maty": {Name: "Almaty", How: model.PartialMatch, Weak: true}}
	for search, want := range map[string]int{"almaty": 0, "maty": 1} {
		names, err := browse.Suggest(t.Context(), library, search, 3)
		if err != nil || len(names) != want {
			t.Errorf("%s with results suggests %v, %v", search, names, err)
		}
	}
	if names, _ := browse.Suggest(t.Context(), library, "almaty", 0); len(names) != 1 {
		t.Errorf("almaty without results suggests %v", names)
	}
}

// TestLoadCase asks for a report once, and gives the titles of related cases.
func TestLoadCase(t *testing.T) {
	library := browsetest.New()
	unknown := func(string) (browse.ReportParts, bool) { return browse.ReportParts{}, false }
	first, err := browse.LoadCase(t.Context(), library, "KAZ-2016-02", unknown)
	if err != nil || first.FromReport.ID == "" || first.Title == "" {
		t.Fatalf("%+v, %v", first, err)
	}
	for _, relation := range first.Related() {
		if first.Titles[relation.Case] == "" {
			t.Errorf("no title of %s", relation.Case)
		}
	}
	library.Requests = nil
	known := func(string) (browse.ReportParts, bool) {
		return browse.ReportParts{Report: first.FromReport, Sections: first.Sections}, true
	}
	if _, err := browse.LoadCase(t.Context(), library, "KAZ-2016-02", known); err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(library.Requests, func(r string) bool { return strings.HasPrefix(r, "report") }) {
		t.Errorf("a report that is known is asked for: %v", library.Requests)
	}
	if _, err := browse.LoadCase(t.Context(), library, "nobody", known); err == nil {
		t.Error("a case that is not there was loaded")
	}
	library.Err = errors.New("gone")
	if _, ok := browse.Locate(context.Background(), library, model.Query{}, "KAZ-2016-02"); ok {
		t.Error("located in a library that does not answer")
	}
}
