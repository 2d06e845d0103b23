package db

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/results"
)

// lines writes counts as a screen does: a line for each value, the values of a tree below it.
func lines(t *testing.T, library *Library, query model.Query, facet model.Facet) string {
	t.Helper()
	counts, err := library.Facets(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, count := range counts.Facets {
		if count.Facet == facet {
			for _, value := range count.Values {
				text := fmt.Sprintf("%s%s %d", strings.Repeat(">", value.Depth), value.Label, value.Count-value.Possible)
				if value.Possible > 0 {
					text += fmt.Sprintf("+%d", value.Possible)
				}
				list = append(list, text)
			}
		}
	}
	return strings.Join(list, ", ")
}

func TestFacets(t *testing.T) {
	speech := model.Filter{model.FacetCategory: {"Speech"}}
	tests := []struct {
		query model.Query
		facet model.Facet
		want  string
	}{
		{model.Query{}, model.FacetCategory, "Speech 3, >Press 1, >Online 1, Prisons 1, Labour 1"},
		{model.Query{}, model.FacetKind, "proceeding 2, event 1, practice 1, statistic 1"},
		{model.Query{}, model.FacetDate, "2003 0+1, 2019 1, 2020 3+2, >January 2020 0+3, >April 2020 0+3, >May 2020 1+3, >November 2020 1+2"},
		{model.Query{}, model.FacetPlace, "Norland 5, >Vik Region 2, >>Vik 1"},
		{model.Query{}, model.FacetPerson, "Aron Brandt 1, Żofia Brandt 1, Мария Орлова 1, A guard 1"},
		{model.Query{}, model.FacetOrganisation, "Open Page 1, Police 1"},
		{model.Query{}, model.FacetRole, "reported victim 1, defendant 1, convicted perpetrator 1, litigant 1, authority 1, source 1, mentioned 1"},
		{model.Query{}, model.FacetLaw, "Penal Code 3, >art. 12 1, >art. 120 1, >provision not stated 1, law not stated 1, >slander 1"},
		{model.Query{}, model.FacetOutcome, "prison 2, upheld 1"},
		{model.Query{}, model.FacetSensitivity, "none 4, sexual-violence 1"},
		{model.Query{}, model.FacetReport, ""},
		{model.Query{Filter: speech}, model.FacetCategory, "Speech 3, >Press 1, >Online 1, Prisons 1, Labour 1"},
		{model.Query{Filter: speech}, model.FacetKind, "proceeding 1, event 1, practice 1, statistic 0"},
		{model.Query{Filter: model.Filter{model.FacetCategory: {"Speech"}, model.FacetKind: {"proceeding"}}}, model.FacetCategory, "Speech 1, >Press 1, >Online 0, Prisons 1, Labour 0"},
		{model.Query{Filter: model.Filter{model.FacetCategory: {"Speech"}, model.FacetKind: {"proceeding"}}}, model.FacetKind, "proceeding 1, event 1, practice 1, statistic 0"},
		{model.Query{Filter: model.Filter{model.FacetCategory: {"Speech"}, model.FacetKind: {"proceeding"}}}, model.FacetOutcome, "prison 1, upheld 1"},
		{model.Query{Text: "capital ", Filter: model.Filter{model.FacetKind: {"event"}}}, model.FacetKind, "proceeding 2, event 1, practice 0, statistic 0"},
		{model.Query{Text: "zzz"}, model.FacetOutcome, "prison 0, upheld 0"},
		{model.Query{Since: "2020-11", Until: "2020-11"}, model.FacetKind, "proceeding 1, event 0, practice 1, statistic 1"},
	}
	both(t, func(t *testing.T, library *Library) {
		for _, test := range tests {
			if got := lines(t, library, test.query, test.facet); got != test.want {
				t.Errorf("%+v by %s:\ngot  %s\nwant %s", test.query, test.facet, got, test.want)
			}
		}
	})
}

// Every count is what Find finds: with the value alone chosen in its facet.
func TestFacetsAgreeWithFind(t *testing.T) {
	library := opened(t, "", norland(), sudland())
	for _, query := range []model.Query{
		{}, {Text: "c"}, {Filter: model.Filter{model.FacetCategory: {"Speech", "Prisons"}, model.FacetDate: {"2020"}}},
		{Text: "-poem", Filter: model.Filter{model.FacetKind: {"proceeding", "event"}, model.FacetReport: {"norland-2020"}, model.FacetPlace: {"Norland"}}},
	} {
		counts, err := library.Facets(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		page, err := library.Find(t.Context(), query)
		if err != nil || page.Total != counts.Total {
			t.Fatalf("%+v: %d found, %d counted, %v", query, page.Total, counts.Total, err)
		}
		if len(counts.Facets) != len(model.Facets())-1 { // no penalty in law is in these packs
			t.Errorf("%d facets", len(counts.Facets))
		}
		for _, count := range counts.Facets {
			for _, value := range count.Values {
				narrowed := query
				narrowed.Filter = model.Filter{}
				for facet, values := range query.Filter {
					narrowed.Filter[facet] = values
				}
				narrowed.Filter[count.Facet] = []string{value.Value}
				page, err := library.Find(t.Context(), narrowed)
				if err != nil || page.Total != value.Count {
					t.Errorf("%+v: %s %s: %d found, %d counted, %v", query, count.Facet, value.Value, page.Total, value.Count, err)
				}
			}
		}
	}
}

// Of a facet with very many values the most frequent come, the chosen ones, and what is above them.
func TestFacetsOfManyValues(t *testing.T) {
	pack := large(2000)
	for i := range pack.Cases {
		c := &pack.Cases[i]
		c.People = []model.Involvement{{Name: fmt.Sprintf("Nobody %03d", i%500), Role: "mentioned"}}
		if i%2 == 0 {
			c.People = append(c.People, model.Involvement{Name: "Everybody Else", Role: "mentioned"})
		}
		c.Places = []model.Involvement{{Name: fmt.Sprintf("Hamlet %03d", i%400), Role: "occurred"}}
	}
	for i := range 400 {
		pack.Places = append(pack.Places, model.Place{Name: fmt.Sprintf("Hamlet %03d", i), Kind: "town", Parent: []string{"Vik Region", "Norland"}[i%2]})
	}
	library := opened(t, "", pack)
	query := model.Query{Filter: model.Filter{model.FacetPerson: {"Nobody 499"}}, Text: "part"}
	for _, query := range []model.Query{{}, query} {
		counts, err := library.Facets(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		for _, counted := range counts.Facets {
			switch counted.Facet {
			case model.FacetPerson:
				if first := counted.Values[0]; first != (results.FacetValue{Value: "Everybody Else", Label: "Everybody Else", Count: 1000}) {
					t.Errorf("%+v: first %+v", query, first)
				}
				chosen := slices.ContainsFunc(counted.Values, func(v results.FacetValue) bool { return v.Value == "Nobody 499" && v.Count == 4 })
				if chosen != (query.Text != "") || len(counted.Values)+counted.More != 501 || counted.More < 200 {
					t.Errorf("%+v: %d values and %d more, chosen %v", query, len(counted.Values), counted.More, chosen)
				}
			case model.FacetPlace:
				if v := counted.Values; query.Text == "" && (v[0].Label != "Norland" || v[1].Label != "Vik Region" || v[1].Depth != 1 || v[2].Depth != 2) {
					t.Errorf("%+v: places begin %+v", query, v[:3])
				}
			}
		}
	}
}

// TestMatching: the values that a text may mean have their numbers of cases under a
// query.
func TestMatching(t *testing.T) {
	library := opened(t, "", norland())
	event := model.Filter{model.FacetKind: {"event"}, model.FacetPerson: {"Aron Brandt"}}
	for _, test := range []struct {
		filter model.Filter
		facet  model.Facet
		text   string
		want   string
	}{
		{nil, model.FacetPerson, "bran", "Żofia Brandt 1, Aron Brandt 1"},
		{nil, model.FacetPerson, "Zofya", "Żofia Brandt 1"}, // as it sounds
		{event, model.FacetPerson, "bran", "Żofia Brandt 0, Aron Brandt 0"},
		{nil, model.FacetLaw, "slander", "slander 1"},
		{model.Filter{model.FacetCategory: {"Speech"}}, model.FacetCategory, "lab", "Labour 0"},
		{nil, "", "event", "event 1"}, // words that may mean any filter
		{model.Filter{model.FacetKind: {"practice"}}, "", "event", "event 0"},
		{nil, model.FacetPlace, "nowhere at all", ""},
		{nil, model.FacetDate, "2003", "2003 1"},
	} {
		values, err := library.Matching(t.Context(), model.Query{Filter: test.filter}, test.facet, test.text, 10)
		var got []string
		for _, value := range values {
			got = append(got, fmt.Sprintf("%s %d", value.Label, value.Count))
		}
		if strings.Join(got, ", ") != test.want || err != nil {
			t.Errorf("%s %q under %v: %v, %v; want %s", test.facet, test.text, test.filter, got, err, test.want)
		}
	}
}

// TestFacetsOfOwnFields has a list with a choice, a number and a text of its own:
// each choice is a value, a number is below its range, a text is no facet.
func TestFacetsOfOwnFields(t *testing.T) {
	pack := model.Pack{Report: model.Report{ID: "list", Prefix: "L", Title: "A list"}, Fields: []model.Field{{Name: "Weapon", Kind: model.FieldChoice}, {Name: "Age", Kind: model.FieldNumber}, {Name: "Remarks", Kind: model.FieldText}}}
	for i, values := range [][3]string{{"knife", "34", "one"}, {"gun", "36", "two"}, {"knife", "1200", "three"}, {"", "", ""}} {
		c := model.Case{ID: fmt.Sprintf("L-%d", i+1), Kind: model.KindEvent, Title: fmt.Sprintf("Case %d", i+1), Category: []string{"Other"}, Sensitivity: model.SensitivityNone}
		for j, field := range pack.Fields {
			if values[j] != "" {
				c.Fields = append(c.Fields, model.FieldValue{Name: field.Name, Value: values[j]})
			}
		}
		pack.Cases = append(pack.Cases, c)
	}
	library := opened(t, "", pack)
	knife := model.Query{Filter: model.Filter{model.FieldFacet("Weapon"): {"knife"}}}
	for _, test := range []struct {
		query model.Query
		field string
		want  string
	}{
		{model.Query{}, "Weapon", "knife 2, gun 1"},
		{model.Query{}, "Age", "30–39 2, >34 1, >36 1, 1000–9999 1"},
		{model.Query{}, "Remarks", ""},
		{knife, "Weapon", "knife 2, gun 1"},
		{knife, "Age", "30–39 1, >34 1, >36 0, 1000–9999 1"},
		{model.Query{Filter: model.Filter{model.FieldFacet("Age"): {"30-39"}}}, "Weapon", "knife 1, gun 1"},
	} {
		if got := lines(t, library, test.query, model.FieldFacet(test.field)); got != test.want {
			t.Errorf("%s with %v: %s, want %s", test.field, test.query.Filter, got, test.want)
		}
	}
}
