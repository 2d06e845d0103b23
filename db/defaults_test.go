package db

import (
	"slices"
	"strings"
	"testing"

	"casebook/model"
)

// found returns the numbers of the cases of a query, those that are only
// possible with a question mark.
func found(t *testing.T, library *Library, query model.Query) []string {
	t.Helper()
	query.Limit = 1000
	page, err := library.Find(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, row := range page.Rows {
		id := strings.TrimPrefix(row.ID, "KAZ-2016-")
		if row.Possible {
			id += "?"
		}
		ids = append(ids, id)
	}
	return ids
}

// TestCountryAndPeriodOfTheReport checks that a case without a place or date has those of
// its report.
func TestCountryAndPeriodOfTheReport(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	whole := len(kazakhstan(t).Cases)
	for name, query := range map[string]model.Query{
		"country": {Filter: model.Filter{model.FacetPlace: {"Kazakhstan"}}},
		"year":    {Since: "2016"},
		"both":    {Since: "2016", Until: "2016", Filter: model.Filter{model.FacetPlace: {"Kazakhstan"}}},
	} {
		if ids := found(t, library, query); len(ids) != whole {
			t.Errorf("%s: %d of %d cases: %q", name, len(ids), whole, ids)
		}
	}
	year := found(t, library, model.Query{Since: "2016"})
	for _, id := range []string{"02?", "34?", "24?", "15", "42", "01"} {
		if !slices.Contains(year, id) {
			t.Errorf("2016 lacks %s: %q", id, year)
		}
	}
	if ids := found(t, library, model.Query{Since: "2017"}); !slices.Equal(ids, []string{"24?", "51?"}) {
		t.Errorf("2017: %q", ids)
	}
	if ids := found(t, library, model.Query{Filter: model.Filter{model.FacetPlace: {"Kazakhstan/Almaty"}}}); !slices.Equal(ids, []string{"07", "09", "10", "26", "49"}) {
		t.Errorf("Almaty: %q", ids)
	}
	c, err := library.Case(t.Context(), "34")
	if err != nil || len(c.Places) != 1 || c.Places[0].Name != "Kazakhstan" || c.Places[0].Role != model.RoleFromReport || len(c.Dates) != 1 || c.Dates[0].EDTF != "2016" || c.Dates[0].What != model.WhatFromReport {
		t.Errorf("%+v %+v, %v", c.Places, c.Dates, err)
	}
	if bare := c.WithoutLibraryFields(); len(bare.Places)+len(bare.Dates) != 0 {
		t.Errorf("a pack would have %+v %+v", bare.Places, bare.Dates)
	}
	page, err := library.Find(t.Context(), model.Query{Text: "torture and ill-treatment continued"})
	if err != nil || len(page.Rows) == 0 || page.Rows[0].Date != "" {
		t.Errorf("the list dates a case by its report: %+v, %v", page.Rows, err)
	}
}

// TestPenaltyInLawIsAFacet checks that penalties of laws are not counted as outcomes.
func TestPenaltyInLawIsAFacet(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for _, test := range []struct {
		facet model.Facet
		value string
		want  []string
	}{
		{model.FacetOutcome, "death sentence", []string{"49"}},
		{model.FacetPenalty, "death sentence", []string{"48"}},
		{model.FacetOutcome, "detention", []string{"10", "11"}},
		{model.FacetPenalty, "detention", []string{"02"}},
		{model.FacetOutcome, "fine", []string{"32", "33"}},
		{model.FacetPenalty, "fine", []string{"02", "24", "31"}},
		{model.FacetOutcome, "prison", []string{"13", "14", "15", "17", "18", "37"}},
		{model.FacetRight, "Privacy", []string{"19"}},
		{model.FacetRight, "Freedom of thought, conscience and religion", []string{"29", "30", "31", "32", "33"}},
		{model.FacetRight, "Education", []string{"01", "46"}},
	} {
		if ids := found(t, library, model.Query{Filter: model.Filter{test.facet: {test.value}}}); !slices.Equal(ids, test.want) {
			t.Errorf("%s %s: %q, want %q", test.facet, test.value, ids, test.want)
		}
	}
	for text, want := range map[string][]string{"penalty:fine": {"02", "24", "31"}, "right:privacy": {"19"}} {
		if ids := found(t, library, model.Query{Text: text}); !slices.Equal(ids, want) {
			t.Errorf("%s: %q, want %q", text, ids, want)
		}
	}
}

// TestFormerIDOfAMergedCase finds a case by its former id, complete or short, also by a
// mark on it.
func TestFormerIDOfAMergedCase(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for id, want := range map[string]string{"KAZ-2016-27": "26", "kaz-2016-27": "26", "27": "26", "2016-38": "37", "20": "19", "025": "24"} {
		c, err := library.Case(t.Context(), id)
		if err != nil || c.ID != "KAZ-2016-"+want {
			t.Errorf("%s leads to %q, %v", id, c.ID, err)
		}
	}
	for _, id := range []string{"52", "KAZ-2016-127", "XX-27", ""} {
		if c, err := library.Case(t.Context(), id); err == nil {
			t.Errorf("%q leads to %s", id, c.ID)
		}
	}
	if ids := found(t, library, model.Query{Text: "is:marked", Marked: []string{"KAZ-2016-27", "KAZ-2016-02"}}); !slices.Equal(ids, []string{"02", "26"}) {
		t.Errorf("marked: %q", ids)
	}
}

// TestOtherCategories checks that a case is found by each of its categories and roles.
func TestOtherCategories(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for _, category := range []string{"Freedom of assembly", "Freedom of expression"} {
		if ids := found(t, library, model.Query{Filter: model.Filter{model.FacetCategory: {category}}}); !slices.Contains(ids, "11") {
			t.Errorf("%s lacks the 48 journalists: %q", category, ids)
		}
	}
	for _, role := range []string{"reported victim", "defendant"} {
		ids := found(t, library, model.Query{Filter: model.Filter{model.FacetRole: {role}, model.FacetPerson: {"Maks Bokaev"}}})
		if !slices.Contains(ids, "15") {
			t.Errorf("Maks Bokaev as %s: %q", role, ids)
		}
	}
}
