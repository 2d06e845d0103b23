package db

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"casebook/model"
)

func TestLists(t *testing.T) {
	library := opened(t, "", norland(), sudland())
	write := func(name string, cases []model.CaseRole) string {
		text := name + ":"
		for _, c := range cases {
			text += fmt.Sprintf(" %s(%s)", c.Case, c.Role)
		}
		return text
	}
	tests := []struct {
		what  string
		query model.Query
		want  string
	}{
		{"people", model.Query{}, "Żofia Brandt: NOR-2020-02(defendant) NOR-2020-02(litigant) | Aron Brandt: NOR-2020-02(mentioned) | A guard: NOR-2020-04(convicted perpetrator) | Мария Орлова: NOR-2020-04(reported victim) | Aron Brandt: SUD-2021-1(reported victim)"},
		{"people", model.Query{Text: "poem", Filter: model.Filter{model.FacetCategory: {"Speech"}}}, "Żofia Brandt: NOR-2020-02(defendant) NOR-2020-02(litigant) | Aron Brandt: NOR-2020-02(mentioned)"},
		{"people", model.Query{Limit: 2, Offset: 1}, "Aron Brandt: NOR-2020-02(mentioned) | A guard: NOR-2020-04(convicted perpetrator)"},
		{"people", model.Query{Text: "zzz"}, ""},
		{"organisations", model.Query{}, "Open Page: NOR-2020-02(source) | Police: NOR-2020-03(authority)"},
		{"places", model.Query{}, "Vik: NOR-2020-02(occurred) | Vik Region: NOR-2020-03(occurred) | Norland: NOR-2020-01(subject)"},
		{"laws", model.Query{}, "Penal Code: NOR-2020-02(convicted, art. 12) NOR-2020-03(defines, art. 120) NOR-2020-04(convicted, provision not stated) | not stated: NOR-2020-02(charged, slander)"},
		{"categories", model.Query{}, "Speech 4 [{HURIDOCS 02}] | Speech/Press 1 [] | Speech/Online 1 [] | Prisons 2 [] | Labour 1 []"},
		{"categories", model.Query{Filter: model.Filter{model.FacetKind: {"event"}}}, "Speech 1 [{HURIDOCS 02}] | Speech/Press 0 [] | Speech/Online 1 [] | Prisons 1 [] | Labour 0 []"},
		{"figures", model.Query{}, "NOR-2020-01 at least 48 newspapers closed | NOR-2020-10 between 0 and 1,500,000 accidents | NOR-2020-10 6th the sixth"},
		{"figures", model.Query{Filter: model.Filter{model.FacetCategory: {"Speech"}}}, "NOR-2020-01 at least 48 newspapers closed"},
	}
	for _, test := range tests {
		var list []string
		var err error
		switch test.what {
		case "people":
			var entries []model.PersonEntry
			entries, err = library.People(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, write(e.Name, e.Cases))
			}
		case "organisations":
			var entries []model.OrganisationEntry
			entries, err = library.Organisations(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, write(e.Name, e.Cases))
			}
		case "places":
			var entries []model.PlaceEntry
			entries, err = library.Places(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, write(e.Name, e.Cases))
			}
		case "laws":
			var entries []model.LawEntry
			entries, err = library.Laws(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, write(e.Name, e.Cases))
			}
		case "categories":
			var entries []model.CategoryEntry
			entries, err = library.Categories(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, fmt.Sprintf("%s %d %v", strings.Join(e.Path, "/"), e.Count, e.Codes))
			}
		case "figures":
			var entries []model.FigureEntry
			entries, err = library.Figures(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, e.Case+" "+e.Figure.Label())
			}
		}
		if got := strings.Join(list, " | "); err != nil || got != test.want {
			t.Errorf("%s of %+v:\ngot  %s %v\nwant %s", test.what, test.query, got, err, test.want)
		}
	}
}

func TestReports(t *testing.T) {
	library := opened(t, "", norland(), sudland())
	reports, err := library.Reports(t.Context())
	if err != nil || len(reports) != 2 || reports[0].ID != "norland-2020" || reports[0].Cases != 5 || reports[0].Paragraphs != 3 || reports[1].Cases != 2 {
		t.Errorf("%+v, %v", reports, err)
	}
	if report, err := library.Report(t.Context(), "sudland-2021"); err != nil || report.Title != "Sudland in 2021" {
		t.Errorf("%+v, %v", report, err)
	}
	if sections, err := library.Sections(t.Context(), "norland-2020"); err != nil || len(sections) != 2 || !sections[0].Untitled {
		t.Errorf("%+v, %v", sections, err)
	}
	for _, err := range []error{
		func() error { _, err := library.Report(t.Context(), "x"); return err }(),
		func() error { _, err := library.Sections(t.Context(), "x"); return err }(),
		func() error { _, err := library.Pack(t.Context(), "x"); return err }(),
	} {
		if !errors.Is(err, ErrNotFound) || err.Error() != `report "x": not in this library` {
			t.Error(err)
		}
	}
}

func TestCase(t *testing.T) {
	library := opened(t, "", norland(), sudland())
	for id, want := range map[string]string{
		"NOR-2020-02": "NOR-2020-02", "nor-2020-2": "NOR-2020-02", "2020-2": "NOR-2020-02", "2": "NOR-2020-02", "002": "NOR-2020-02", " 10 ": "NOR-2020-10",
		"SUD-2021-01": "SUD-2021-1", "7": "SUD-2021-7",
		"1": "ambiguous", "": "none", "x": "none", "NOR-2020-": "none", "R-2020-02": "none", "99": "none", "NOR-2020-0x2": "none", "99999999999999999999": "none", "-2": "none", "2'": "none",
	} {
		c, err := library.Case(t.Context(), id)
		switch {
		case want == "ambiguous":
			if !errors.Is(err, ErrAmbiguous) || !strings.Contains(err.Error(), "NOR-2020-01 or SUD-2021-1") {
				t.Errorf("%q: %v", id, err)
			}
		case want == "none":
			if !errors.Is(err, ErrNotFound) {
				t.Errorf("%q: %q, %v", id, c.ID, err)
			}
		case err != nil || c.ID != want || c.Report == "":
			t.Errorf("%q: %q of %q, %v", id, c.ID, c.Report, err)
		}
	}
}

func TestResolve(t *testing.T) {
	library := opened(t, "", norland())
	for _, test := range []struct {
		facet model.Facet
		text  string
		want  string
	}{
		{model.FacetCategory, "Speech/Press", "Speech/Press"},
		{model.FacetCategory, "speech", "Speech"},
		{model.FacetCategory, "press", "Speech/Press"},
		{model.FacetCategory, "onl", "Speech/Online"},
		{model.FacetPerson, "zofia brandt", "Żofia Brandt"},
		{model.FacetPerson, "brandt", "Żofia Brandt,Aron Brandt"},
		{model.FacetPerson, "sophia", "Żofia Brandt"},
		{model.FacetPerson, "ОРЛОВА", "Мария Орлова"},
		{model.FacetPlace, "vik", "Vik"},
		{model.FacetPlace, "region", "Vik Region"},
		{model.FacetLaw, "12", "Penal Code/art. 12"},
		{model.FacetLaw, "art. 12", "Penal Code/art. 12"},
		{model.FacetLaw, "law not stated", "not stated"},
		{model.FacetDate, "2020-05", "2020-05"},
		{model.FacetDate, "may 2020", "2020-05"},
		{model.FacetKind, "Treaty", "treaty"}, // of the vocabulary, though no case is one
		{model.FacetRole, "victim", "reported victim,victim of crime"},
		{model.FacetReport, "norland-2020", "norland-2020"},
		{model.FacetPerson, "Zofia Brant", "Żofia Brandt"},
		{model.FacetPerson, "Brant", "Żofia Brandt"},
		{model.FacetCategory, "Prisns", "?Prisons,Speech/Press"},
		{model.FacetKind, "procceeding", "?proceeding"},
		{model.FacetKind, "zzzzzz", "?"},
		{model.FacetKind, "", "?"},
		{model.FacetKind, "\x00", "?"},
	} {
		got, err := library.Resolve(t.Context(), test.facet, test.text)
		text := strings.Join(got, ",")
		var unknown *UnknownValueError
		if errors.As(err, &unknown) {
			text = "?" + strings.Join(unknown.Nearest, ",")
		} else if err != nil {
			t.Errorf("%s %q: %v", test.facet, test.text, err)
		}
		if text != test.want {
			t.Errorf("%s %q: got %q, want %q", test.facet, test.text, text, test.want)
		}
	}
}
