package db

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
)

func TestLists(t *testing.T) {
	library := opened(t, "", norland(), sudland())
	write := func(name string, cases []results.CaseRole) string {
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
		{"people", model.Query{}, "Żofia Brandt: NOR-2020-02(defendant) NOR-2020-02(litigant) | Aron Brandt: NOR-2020-02(mentioned) | Aron Brandt: SUD-2021-1(reported victim) | A guard: NOR-2020-04(convicted perpetrator) | Мария Орлова: NOR-2020-04(reported victim)"},
		{"people", model.Query{Text: "poem", Filter: model.Filter{model.FacetCategory: {"Speech"}}}, "Żofia Brandt: NOR-2020-02(defendant) NOR-2020-02(litigant) | Aron Brandt: NOR-2020-02(mentioned)"},
		{"people", model.Query{Limit: 2, Offset: 2}, "Aron Brandt: SUD-2021-1(reported victim) | A guard: NOR-2020-04(convicted perpetrator)"},
		{"people", model.Query{Text: "zzz"}, ""},
		{"people", model.Query{Filter: model.Filter{model.FacetPerson: {"Aron Brandt"}}}, "Aron Brandt: NOR-2020-02(mentioned) | Aron Brandt: SUD-2021-1(reported victim)"},
		{"people", model.Query{Filter: model.Filter{model.FacetRole: {"mentioned", "convicted perpetrator"}}}, "Aron Brandt: NOR-2020-02(mentioned) | A guard: NOR-2020-04(convicted perpetrator)"},
		{"people", model.Query{Filter: model.Filter{model.FacetRole: {"mentioned", "convicted perpetrator"}}, Limit: 1, Offset: 1}, "A guard: NOR-2020-04(convicted perpetrator)"},
		{"organisations", model.Query{Filter: model.Filter{model.FacetRole: {"defendant"}}}, ""},
		{"organisations", model.Query{Filter: model.Filter{model.FacetRole: {"source"}}}, "Open Page: NOR-2020-02(source)"},
		{"organisations", model.Query{}, "Open Page: NOR-2020-02(source) | Police: NOR-2020-03(authority)"},
		{"places", model.Query{}, "Norland: NOR-2020-01(subject) NOR-2020-04(from the report) NOR-2020-10(from the report) | Vik Region: NOR-2020-03(occurred) | Vik: NOR-2020-02(occurred) | Sudland: SUD-2021-1(from the report) SUD-2021-7(from the report)"},
		{"laws", model.Query{}, "Penal Code: NOR-2020-02(convicted, art. 12) NOR-2020-03(defines, art. 120) NOR-2020-04(convicted, provision not stated) | not stated: NOR-2020-02(charged, slander)"},
		{"categories", model.Query{}, "Speech 4 [{HURIDOCS 02}] | Speech/Press 1 [] | Speech/Online 1 [] | Prisons 2 [] | Labour 1 []"},
		{"categories", model.Query{Filter: model.Filter{model.FacetKind: {"event"}}}, "Speech 1 [{HURIDOCS 02}] | Speech/Press 0 [] | Speech/Online 1 [] | Prisons 1 [] | Labour 0 []"},
		{"figures", model.Query{}, "NOR-2020-01 at least 48 newspapers closed | NOR-2020-10 between 0 and 1,500,000 accidents | NOR-2020-10 6th the sixth"},
		{"figures", model.Query{Limit: 2, Offset: 1}, "NOR-2020-10 between 0 and 1,500,000 accidents | NOR-2020-10 6th the sixth"},
		{"figures", model.Query{Limit: 1, Offset: 2}, "NOR-2020-10 6th the sixth"},
		{"figures", model.Query{Limit: 1, Offset: 3}, ""},
		{"categories", model.Query{Limit: 2, Offset: 2}, "Speech/Online 1 [] | Prisons 2 []"},
		{"figures", model.Query{Filter: model.Filter{model.FacetCategory: {"Speech"}}}, "NOR-2020-01 at least 48 newspapers closed"},
	}
	for _, test := range tests {
		var list []string
		var err error
		switch test.what {
		case "people":
			var entries []results.PersonEntry
			entries, err = library.People(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, write(e.Name, e.Cases))
			}
		case "organisations":
			var entries []results.OrganisationEntry
			entries, err = library.Organisations(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, write(e.Name, e.Cases))
			}
		case "places":
			var entries []results.PlaceEntry
			entries, err = library.Places(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, write(e.Name, e.Cases))
			}
		case "laws":
			var entries []results.LawEntry
			entries, err = library.Laws(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, write(e.Name, e.Cases))
			}
		case "categories":
			var entries []results.CategoryEntry
			entries, err = library.Categories(t.Context(), test.query)
			for _, e := range entries {
				list = append(list, fmt.Sprintf("%s %d %v", strings.Join(e.Path, "/"), e.Count, e.Codes))
			}
		case "figures":
			var entries []results.FigureEntry
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
		if !errors.Is(err, schema.ErrNotFound) || err.Error() != `report "x": not in this library` {
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
			if !errors.Is(err, schema.ErrAmbiguous) || !strings.Contains(err.Error(), "NOR-2020-01 or SUD-2021-1") {
				t.Errorf("%q: %v", id, err)
			}
		case want == "none":
			if !errors.Is(err, schema.ErrNotFound) {
				t.Errorf("%q: %q, %v", id, c.ID, err)
			}
		case err != nil || c.ID != want || c.Report == "":
			t.Errorf("%q: %q of %q, %v", id, c.ID, c.Report, err)
		}
	}
}

func TestTitles(t *testing.T) {
	library := opened(t, "", norland(), sudland())
	c, err := library.Case(t.Context(), "NOR-2020-02")
	if err != nil {
		t.Fatal(err)
	}
	titles, err := library.Titles(t.Context(), []string{"nor-2020-02", "SUD-2021-1", "NOR-2020-99"})
	if err != nil || len(titles) != 2 || titles["nor-2020-02"] != c.Title || titles["SUD-2021-1"] == "" {
		t.Errorf("%v, %v", titles, err)
	}
	if titles, err := library.Titles(t.Context(), nil); err != nil || len(titles) > 0 {
		t.Errorf("of no cases: %v, %v", titles, err)
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
		{model.FacetPlace, "vik", "Norland/Vik Region/Vik"},
		{model.FacetPlace, "region", "Norland/Vik Region"},
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
		var unknown *schema.UnknownValueError
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

// crowded is a report of as many people, organisations, places and laws as of
// cases, each of which occurs in two cases.
func crowded(cases int) model.Pack {
	pack := sudland()
	pack.Report.ID, pack.Cases, pack.People = "crowded", nil, nil
	for i := range cases {
		name := func(what string, i int) string { return fmt.Sprintf("%s %d", what, i%cases) }
		both := func(what string, role model.Role) []model.Involvement {
			return []model.Involvement{{Name: name(what, i), Role: role}, {Name: name(what, i+1), Role: role}}
		}
		pack.Cases = append(pack.Cases, model.Case{ID: fmt.Sprintf("CROWD-%d", i+1), Kind: model.KindEvent, Title: fmt.Sprintf("Number %d", i), Category: []string{"Prisons"}, Sensitivity: model.SensitivityNone,
			People: both("Person", "mentioned"), Organisations: both("Body", "source"), Places: both("Town", "occurred"), Laws: []model.LawInvolvement{{Name: name("Law", i), Role: "charged"}, {Name: name("Law", i+1), Provision: "art. 1", Role: "charged"}},
			Dates:   []model.Date{{EDTF: fmt.Sprintf("%d-05", 2000+i%20), What: "act"}, {EDTF: fmt.Sprintf("%d-06-%02d~", 2000+i%20, 1+i%28), What: "verdict"}, {EDTF: "2001/2019", What: "period"}},
			Figures: []model.Figure{{Comparator: model.AtLeast, Min: number(float64(i)), Counts: "things", Date: "1999"}}})
	}
	return pack
}

// How many statements a list takes, and how many documents it reads, is a
// matter of its limit and not of the library.
func TestNumberOfStatementsOfLists(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	opened(t, path, norland(), sudland(), crowded(800)).Close()
	library := opened(t, path)
	record := &recorder{Driver: library.database.Driver(), dsn: "file:" + path}
	for name, ask := range map[string]func(*Library, model.Query) (int, error){
		"people": func(l *Library, q model.Query) (int, error) {
			list, err := l.People(t.Context(), q)
			return len(list), err
		},
		"organisations": func(l *Library, q model.Query) (int, error) {
			list, err := l.Organisations(t.Context(), q)
			return len(list), err
		},
		"places": func(l *Library, q model.Query) (int, error) {
			list, err := l.Places(t.Context(), q)
			return len(list), err
		},
		"laws": func(l *Library, q model.Query) (int, error) {
			list, err := l.Laws(t.Context(), q)
			return len(list), err
		},
		"figures": func(l *Library, q model.Query) (int, error) {
			list, err := l.Figures(t.Context(), q)
			return len(list), err
		},
		"timeline": func(l *Library, q model.Query) (int, error) {
			list, err := l.Timeline(t.Context(), q)
			return len(list), err
		},
		"categories": func(l *Library, q model.Query) (int, error) {
			list, err := l.Categories(t.Context(), q)
			return len(list), err
		},
	} {
		for limit, most := range map[int]int{3: 25, 0: 90} {
			recorded := newLibrary(sql.OpenDB(connector{record}), nil)
			record.queries, record.args = nil, nil
			count, err := ask(recorded, model.Query{Limit: limit})
			if err != nil || limit > 0 && count != limit || limit == 0 && name != "categories" && count < 800 {
				t.Errorf("%s with limit %d: %d, %v", name, limit, count, err)
			}
			if len(record.queries) > most {
				t.Errorf("%s with limit %d asks %d times", name, limit, len(record.queries))
			}
			for i, query := range record.queries {
				if limit > 0 && strings.Contains(query, "c.document") && strings.Count(fmt.Sprint(record.args[i]...), ",") > happeningsTogether {
					t.Errorf("%s with limit %d reads the documents of %d cases", name, limit, strings.Count(fmt.Sprint(record.args[i]...), ",")+1)
				}
			}
			recorded.Close()
		}
	}
}

// The lists of the command line and the views of the browser are of the same
// people, organisations, places and laws, in the same order, with the same cases.
func TestListsAndViewsAgree(t *testing.T) {
	library := opened(t, "", norland(), sudland(), crowded(300), large(60))
	type entry struct {
		name  string
		cases int
	}
	for _, query := range []model.Query{{}, {Text: "brandt"}, {Filter: model.Filter{model.FacetReport: {"crowded"}}, Since: "2003", Until: "2004"}} {
		for view, list := range map[results.View]func() []entry{
			results.ViewPeople: func() (list []entry) {
				people, err := library.People(t.Context(), query)
				for _, e := range people {
					list = append(list, entry{e.Name, casesIn(e.Cases) + e.More})
				}
				if err != nil {
					t.Error(err)
				}
				return list
			},
			results.ViewLaws: func() (list []entry) {
				laws, err := library.Laws(t.Context(), query)
				for _, e := range laws {
					list = append(list, entry{e.Name, casesIn(e.Cases) + e.More})
				}
				if err != nil {
					t.Error(err)
				}
				return list
			},
		} {
			query := query
			query.Limit = 10_000
			page, err := library.Entries(t.Context(), view, query, "")
			if err != nil {
				t.Fatal(err)
			}
			var want, got []entry
			for _, e := range page.Entries {
				if e.Depth == 0 {
					want = append(want, entry{strings.TrimPrefix(e.Label, "law "), e.Cases})
				}
			}
			for _, e := range list() {
				if last := len(got) - 1; last >= 0 && got[last].name == e.name {
					got[last].cases += e.cases // of another report
				} else {
					got = append(got, e)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s of %+v:\nthe list has %v\nthe view has %v", view, query, got, want)
			}
		}
	}
}

// casesIn is how many cases are named.
func casesIn(roles []results.CaseRole) int {
	ids := map[string]bool{}
	for _, role := range roles {
		ids[role.Case] = true
	}
	return len(ids)
}

// What a list leaves out of somebody's cases it says.
func TestListsSayThatTheyAreCut(t *testing.T) {
	pack := crowded(results.MaxListed + 50)
	for i := range pack.Cases {
		pack.Cases[i].People = []model.Involvement{{Name: "Everywhere", Role: "mentioned"}}
	}
	library := opened(t, "", pack)
	people, err := library.People(t.Context(), model.Query{})
	if err != nil || len(people) != 1 || len(people[0].Cases) != results.MaxListed || people[0].More != 50 {
		t.Errorf("%d cases and %d more, %v", len(people[0].Cases), people[0].More, err)
	}
}

// The timeline is the dates of all cases in order, wherever it is cut.
func TestTimelineIsInOrder(t *testing.T) {
	library := opened(t, "", norland(), sudland(), crowded(100))
	for _, query := range []model.Query{{}, {Since: "2003", Until: "2004-05"}, {Text: "poem"}, {Until: "2000"}, {Since: "2019-06-15"}} {
		var want []model.Happening
		for c, err := range library.Cases(t.Context(), model.Query{Text: query.Text}) {
			if err != nil {
				t.Fatal(err)
			}
			from, to, err := bounds(query.Since, query.Until)
			if err != nil {
				t.Fatal(err)
			}
			if query.Since == "" {
				from = ""
			}
			if query.Until == "" {
				to = ""
			}
			for _, h := range c.Happenings() {
				possible, certain := h.Within(from, to)
				if h.Possible = !certain; possible {
					want = append(want, h)
				}
			}
		}
		slices.SortStableFunc(want, model.Happening.Compare)
		got, err := library.Timeline(t.Context(), query)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%+v:\ngot  %v %v\nwant %v", query, got, err, want)
		}
		for _, part := range [][2]int{{0, 1}, {3, 5}, {len(want) - 1, 7}, {len(want), 2}} {
			query.Offset, query.Limit = part[0], part[1]
			got, err := library.Timeline(t.Context(), query)
			from := min(max(part[0], 0), len(want))
			if to := min(from+part[1], len(want)); err != nil || !slices.Equal(got, append([]model.Happening{}, want[from:to]...)) {
				t.Errorf("%+v: %v, %v", query, got, err)
			}
		}
	}
}
