package db

import (
	"testing"

	"casebook/model"
)

// A field of a report's own is asked for by its name, in several reports.
func TestOwnTerms(t *testing.T) {
	value := func(name, value string) model.FieldValue { return model.FieldValue{Name: name, Value: value} }
	first := model.Pack{Report: model.Report{ID: "first", Prefix: "A", Title: "First"},
		Fields: []model.Field{{Name: "Status", Kind: model.FieldChoice}, {Name: "Date of birth", Kind: model.FieldDate}, {Name: "Age", Kind: model.FieldNumber}, {Name: "Remark", Kind: model.FieldText}},
		Cases: []model.Case{
			{ID: "A-1", Kind: model.KindEvent, Title: "Somebody in prison for 34 days", Fields: []model.FieldValue{value("Status", "released"), value("Age", "34"), value("Date of birth", "1980-05-01")}},
			{ID: "A-2", Kind: model.KindEvent, Title: "Somebody", Fields: []model.FieldValue{value("Status", "in prison"), value("Age", "1500"), value("Remark", "seen in 1980 in Hark")}},
			{ID: "A-3", Kind: model.KindEvent, Title: "Hark", Fields: []model.FieldValue{value("Status", "whereabouts unknown"), value("Age", "39"), value("Date of birth", "1981/1983")}},
		}}
	second := model.Pack{Report: model.Report{ID: "second", Prefix: "B", Title: "Second"},
		Fields: []model.Field{{Name: "status", Kind: model.FieldChoice}, {Name: "Age", Kind: model.FieldNumber}},
		Cases: []model.Case{
			{ID: "B-4", Kind: model.KindEvent, Title: "Somebody", Fields: []model.FieldValue{value("status", "In prison"), value("Age", "2.5")}},
			{ID: "B-5", Kind: model.KindEvent, Title: "Hark at 10:30 by status:unknown"},
		}}
	library := opened(t, "", first, second)
	for text, want := range map[string]string{
		`status:"in prison"`:        "2 4",
		`Status:prison`:             "2 4",
		`status:jail`:               "2 4",
		`status:pris hark`:          "2",
		`-status:prison somebody`:   "1",
		`status:nowhere`:            "",
		`status:unknown`:            "3",
		`status:`:                   "1 2 3 4 5", // nothing is asked for yet
		`age:34`:                    "1",
		`age:30..39`:                "1 3",
		`age:..3`:                   "4",
		`age:1500`:                  "2",
		`age:1501`:                  "",
		`age:1000..`:                "2",
		`"Date of birth":1980`:      "1",
		`date_of_birth:1982`:        "3",
		`date-of-birth:"May 1980"`:  "1",
		`remark:1980`:               "2",
		`remark:"in Hark"`:          "2",
		`remark:"Hark in"`:          "",
		`colour:red`:                "", // no field: plain text
		`at:10`:                     "5",
		`10:30`:                     "5",
		`status:prison status:free`: "",
	} {
		page, err := library.Find(t.Context(), model.Query{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if got := ids(page); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	for _, test := range []struct {
		facet model.Facet
		text  string
		want  []string
	}{
		{model.FacetFields, "", []string{"Status", "Date of birth", "Age", "Remark"}},
		{model.FacetFields, "birth", []string{"Date of birth"}},
		{model.FieldFacet("STATUS"), "", []string{"in prison", "released", "whereabouts unknown"}},
		{model.FieldFacet("status"), "unk", []string{"whereabouts unknown"}},
		{model.FieldFacet("Age"), "3", []string{"34", "39"}},
		{model.FieldFacet("colour"), "", nil},
	} {
		values, err := library.Complete(t.Context(), test.facet, test.text, 8)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, v := range values {
			got = append(got, v.Label)
		}
		if len(got) != len(test.want) {
			t.Errorf("%s %q: %q, want %q", test.facet, test.text, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%s %q: %q, want %q", test.facet, test.text, got, test.want)
			}
		}
	}
}
