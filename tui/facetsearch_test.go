package tui

import (
	"testing"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/browse"
	"casebook/tui/layout"
)

// TestFacetSearch: what is typed narrows the values of the facet at the cursor, the
// library adds what they sound like, and Enter chooses.
func TestFacetSearch(t *testing.T) {
	for _, size := range [][2]int{{120, 36}, {80, 24}, {60, 20}, {40, 12}} {
		d := drive(t, newFake(), size[0], size[1], Options{})
		d.press("f")
		d.app.filters.Reveal(browse.Choice{Facet: model.FacetPerson})
		d.press("F")
		d.sees("People: type to narrow")
		d.press("nary")
		d.sees("F nary", "Yermek Narymbaev")
		d.seesNot("Maks Bokaev  ")
		d.press("enter")
		d.sees("Yermek Narymbaev]")
		n, _ := d.app.filters.Current()
		if n.Label != "Yermek Narymbaev" || d.app.focus != layout.Filters {
			t.Errorf("%v: the cursor is on %q in pane %d", size, n.Label, d.app.focus)
		}
		d.press("F")
		d.press("zzz")
		d.sees("No filter value matches zzz.")
		d.press("enter")
		d.sees("F zzz")
		d.press("esc")
		d.sees("Yermek Narymbaev]")
		d.press("x")
		d.seesNot("Narymbaev]")
	}
}

// TestFacetSearchAsksTheLibrary: a value that the facet does not list is found, and
// chosen.
func TestFacetSearchAsksTheLibrary(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("f")
	d.app.filters.Reveal(browse.Choice{Facet: model.FacetPerson})
	for i, facet := range d.app.filters.Counts.Facets {
		if facet.Facet == model.FacetPerson {
			d.app.filters.Counts.Facets[i] = results.FacetCount{Facet: facet.Facet, Values: facet.Values[:1], More: len(facet.Values) - 1}
		}
	}
	d.app.filters.Refresh()
	d.press("G")
	n, _ := d.app.filters.Current()
	if n.More == 0 {
		t.Fatalf("the cursor is on %+v", n)
	}
	d.press("enter") // what is not listed
	d.press("nary")
	d.sees("Yermek Narymbaev")
	d.press("enter")
	d.sees("Yermek Narymbaev]")
}

// TestFilterOrders: one key sorts the values of all facets but the dates.
func TestFilterOrders(t *testing.T) {
	tree := browse.FilterTree{}
	tree.Set(results.Counts{Facets: []results.FacetCount{
		{Facet: model.FacetLaw, Values: []results.FacetValue{{Value: "B", Label: "B", Count: 1}, {Value: "B/2", Label: "2", Depth: 1, Count: 1}, {Value: "B/1", Label: "1", Depth: 1, Count: 0}, {Value: "A", Label: "A", Count: 3}, {Value: "c", Label: "c", Count: 2}}},
		{Facet: model.FacetDate, Values: []results.FacetValue{{Value: "2016", Label: "2016", Count: 1}, {Value: "2015", Label: "2015", Count: 9}}},
	}}, nil)
	for _, facet := range []model.Facet{model.FacetLaw, model.FacetDate} {
		tree.Fold(browse.Node{Choice: browse.Choice{Facet: facet}}, true)
	}
	tree.Fold(browse.Node{Choice: browse.Choice{Facet: model.FacetLaw, Value: "B"}}, true)
	for _, test := range []struct {
		sort model.Sort
		want string
	}{
		{"", "Law B 2 1 A c When 2016 2015 "},
		{model.SortCases, "Law A c B 2 1 When 2016 2015 "},
		{model.SortTitle, "Law A B 1 2 c When 2016 2015 "},
	} {
		tree.Sort = test.sort
		tree.Rebuild()
		got := ""
		for _, n := range tree.Nodes {
			got += n.Label + " "
		}
		if got != test.want {
			t.Errorf("%q: %s, want %s", test.sort, got, test.want)
		}
	}
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("f", "o")
	d.sees("1 Filters · most cases first")
	d.press("o")
	d.sees("1 Filters · by name")
	d.press("o")
	d.seesNot("1 Filters ·")
}
