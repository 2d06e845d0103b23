package model

import (
	"slices"
	"testing"
)

func TestSortKey(t *testing.T) {
	prison := func(amount Amount, unit Unit) Case {
		return Case{Outcomes: []Outcome{{Stage: StagePenaltyInLaw, Type: "fine"}, {Stage: "trial", Type: "prison", Amount: amount, Unit: unit}}}
	}
	inOrder := map[Sort][]Case{
		SortOutcome: {
			{Outcomes: []Outcome{{Stage: "trial", Type: "death sentence"}}}, prison("9", "years"), prison("10-15", "months"), prison("1", "years"), prison("up to 75", "days"), prison(NotStated, ""),
			{Outcomes: []Outcome{{Stage: "trial", Type: "fine", Amount: "3"}}}, {Outcomes: []Outcome{{Stage: StagePenaltyInLaw, Type: "prison"}}},
		},
		SortPeople: {
			{People: []Involvement{{Name: "Aigul", Role: "source"}, {Name: "Árpád", Role: "defendant"}}}, {Organisations: []Involvement{{Name: "Bureau", Role: "litigant"}}},
			{People: []Involvement{{Name: "берик", Role: "defendant"}}}, {People: []Involvement{{Name: "Aigul", Role: "source"}}},
		},
		SortDate: {
			{Dates: []Date{{EDTF: "../2016"}}}, {Dates: []Date{{EDTF: "2016-01"}}, Figures: []Figure{{Date: "2003"}}}, {Dates: []Date{{EDTF: "2016"}}}, {Dates: []Date{{EDTF: "2016/.."}}},
			{Dates: []Date{{EDTF: "2016-05-21", What: "verdict"}, {EDTF: "2015", What: "act"}}},
			{Dates: []Date{{EDTF: NotStated, What: "verdict"}}, Outcomes: []Outcome{{Date: "2016-06"}}}, {Figures: []Figure{{Date: "2016-07"}}},
			{Dates: []Date{{EDTF: "2001", What: WhatFromReport}}},
		},
		SortPlace: {{Places: []Involvement{{Name: NotStated}, {Name: "Almaty"}}}, {Places: []Involvement{{Name: "Oral"}}}, {}},
		SortTitle: {{Title: "a b"}, {Title: "Äc"}, {Title: "B"}},
	}
	for sort, cases := range inOrder {
		var keys []string
		for _, c := range cases {
			keys = append(keys, c.SortKey(sort))
		}
		if !slices.IsSorted(keys) || len(slices.Compact(slices.Clone(keys))) != len(keys) {
			t.Errorf("%s: %q", sort, keys)
		}
	}
	if a, b := prison("1", "years").SortKey(SortOutcome), prison("10-15", "months").SortKey(SortOutcome); b >= a {
		t.Errorf("15 months (%s) come after a year (%s)", b, a)
	}
}
