package model_test

import (
	"testing"

	"casebook/model"
)

func TestCite(t *testing.T) {
	report := model.Report{Title: "Annual Report", Publisher: "Observers", Licence: "CC0"}
	place := []model.Source{{Section: []string{"Roads", "Bridges"}, Paragraph: 2}, {Section: []string{"Roads", "Bridges"}, Paragraph: 2}, {Section: []string{"Overview"}, Paragraph: 1}}
	for _, test := range []struct {
		c    model.Case
		r    model.Report
		want string
	}{
		{model.Case{ID: "S-1", Title: "T", Source: place}, report, `"T" (S-1), after Observers, Annual Report, Roads > Bridges, paragraph 2 and Overview, paragraph 1 (CC0).`},
		{model.Case{ID: "S-1", Title: "T"}, model.Report{Title: "Observers' Report", Publisher: "Observers", Licence: model.NotStated}, `"T" (S-1), after Observers' Report.`},
		{model.Case{ID: "S-1", Title: "T"}, model.Report{Title: "Roads in 2016", Publisher: model.NotStated}, `"T" (S-1), after Roads in 2016.`},
		{model.Case{ID: "S-1", Title: "T", Source: []model.Source{{Section: []string{"Roads"}}}}, model.Report{Title: "My list"}, `"T" (S-1), after My list, Roads.`},
		{model.Case{ID: "S-1", Title: "T", Source: []model.Source{{Section: []string{"Roads"}, Paragraph: 1, Hedge: model.HedgeEstimated}, {Section: []string{"Overview"}, Paragraph: 2, Hedge: model.HedgeReported}, {Section: []string{"Mail"}, Hedge: model.HedgeStated}},
			People: []model.Involvement{{Name: model.NotStated, Role: "source"}, {Name: "Ada Lind", Role: "reported victim"}}, Organisations: []model.Involvement{{Name: "Open Door", Role: "source"}}},
			model.Report{Title: "Roads in 2016"}, `"T" (S-1), after Roads in 2016, Roads, paragraph 1, estimated by Open Door and Overview, paragraph 2, reported and Mail.`},
	} {
		if got := model.Cite(test.c, test.r); got != test.want {
			t.Errorf("%s, want %s", got, test.want)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"proceeding", "event", "law"}
	for text, want := range map[string]string{"procedding": "proceeding", "EVENT": "event", "evnet": "event", "lwa": "law", "statistic": "", "": ""} {
		if got, _ := model.Nearest(text, words); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestLabels(t *testing.T) {
	number := func(n float64) *float64 { return &n }
	for _, test := range []struct{ got, want string }{
		{model.Figure{Comparator: "between", Min: number(300000), Max: number(1.5e6), Counts: "workers"}.Label(), "between 300,000 and 1,500,000 workers"},
		{model.Figure{Comparator: "at least", Min: number(48), Counts: "cars"}.Label(), "at least 48 cars"},
		{model.Figure{Comparator: "up to", Max: number(500), Counts: "people"}.Label(), "up to 500 people"},
		{model.Figure{Comparator: "more than", Min: number(200), Counts: "people"}.Label(), "more than 200 people"},
		{model.Figure{Comparator: "about", Min: number(50), Max: number(50), Counts: "people"}.Label(), "about 50 people"},
		{model.Figure{Comparator: "fewer than", Max: number(9), Counts: "people"}.Label(), "fewer than 9 people"},
		{model.Figure{Comparator: "nearly", Max: number(60), Counts: "people"}.Label(), "nearly 60 people"},
		{model.Figure{Comparator: "ordinal", Min: number(12), Max: number(12), Counts: "person"}.Label(), "12th person"},
		{model.Figure{Comparator: "ordinal", Min: number(22), Max: number(22), Counts: "person"}.Label(), "22nd person"},
		{model.Outcome{Stage: "trial", Type: "prison", Amount: "2.5", Unit: "years"}.Label(), "prison, 2.5 years (sentenced)"},
		{model.Outcome{Stage: "trial", Type: "prison", Amount: "1", Unit: "years"}.Label(), "prison, 1 year (sentenced)"},
		{model.Outcome{Stage: "trial", Type: "prison", Amount: model.NotStated}.Label(), "prison, length not stated (sentenced)"},
		{model.Outcome{Stage: "appeal", Type: "sentence upheld"}.Label(), "sentence upheld (on appeal)"},
		{model.Date{EDTF: "2016-05-17/2016-05-20", What: "arrest"}.Label(), "17–20 May 2016 (arrest)"},
		{model.Date{EDTF: model.NotStated, What: "appeal"}.Label(), "not stated (appeal)"},
		{model.LawInvolvement{Name: "Criminal Code", Provision: "art. 419", Role: "applied"}.Label(), "Criminal Code, art. 419 (applied)"},
		{model.Number(-1234.5), "-1,234.5"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
}
