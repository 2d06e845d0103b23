package db

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"casebook/db/query"
	"casebook/model"
	"casebook/model/results"
)

// entriesOf are the rows of a view, each as its label, in its tree, and its cases.
func entriesOf(t *testing.T, library *Library, view results.View, query model.Query) []string {
	t.Helper()
	page, err := library.Entries(t.Context(), view, query, "")
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, e := range page.Entries {
		row := fmt.Sprintf("%s%s %d", strings.Repeat("  ", e.Depth), e.Label, e.Cases)
		if e.Possible > 0 {
			row += fmt.Sprintf(" (%d possible)", e.Possible)
		}
		rows = append(rows, row)
	}
	return rows
}

// What the report has, counted by hand in its pack.
func TestEntriesOfTheReport(t *testing.T) {
	library := opened(t, filepath.Join(t.TempDir(), "library.db"), kazakhstan(t))
	for _, test := range []struct {
		view  results.View
		query model.Query
		total int
		has   []string
	}{
		{results.ViewPeople, model.Query{}, 36, []string{"Maks Bokaev 2", "Migrant workers 8", "Woman prisoner 1"}},
		{results.ViewPeople, model.Query{Filter: model.Filter{model.FacetCategory: {"Freedom of expression/Social media"}}}, 8, []string{"Maks Bokaev 1", "Igor Sychev 1"}},
		{results.ViewLaws, model.Query{}, 38, []string{"Criminal Code 9", "  leaders of associations 4", "  dissemination of information known to be false 2", "law not stated 13"}},
		{results.ViewPlaces, model.Query{}, 12, []string{"Kazakhstan 47", "  Almaty 5", "  Almaty Region 1", "Russia 1"}},
		{results.ViewFigures, model.Query{}, 15, []string{"journalists detained as they tried to cover the protests 1"}},
		{results.ViewTimeline, model.Query{}, 16, []string{"2003 2 (1 possible)", "2015 2 (2 possible)", "2016 47 (24 possible)", "  December 5 (5 possible)", "  January 9 (6 possible)", "  May 15 (9 possible)"}},
		{results.ViewTimeline, model.Query{Text: "date:2016-12"}, 4, []string{"  December 5 (5 possible)"}},
		{results.ViewOverview, model.Query{}, 73, []string{"Kazakhstan 2016/17 47", "  2016-05 4", "  prison 8", "category 0", "  Freedom of assembly 12", "kind 0", "  treaty 1", "    Freedom of assembly ¶2 3", "  Freedom of association › NGOs 7"}},
		{results.ViewFigures, model.Query{Text: "zzzz"}, 0, nil},
		{results.ViewPeople, model.Query{Text: "zzzz"}, 0, nil},
		{results.ViewOverview, model.Query{Text: "zzzz"}, 0, nil},
	} {
		rows := entriesOf(t, library, test.view, test.query)
		if len(rows) != test.total {
			t.Errorf("%s of %q has %d rows, want %d: %q", test.view, test.query.Text, len(rows), test.total, rows)
		}
		for _, want := range test.has {
			if !slices.Contains(rows, want) {
				t.Errorf("%s lacks %q: %q", test.view, want, rows)
			}
		}
	}
}

// queries are some of every sort, on the seeded library.
func queries() []model.Query {
	return []model.Query{
		{}, {Text: "protest"}, {Text: "narimbaef"}, {Text: "date:2016-05"}, {Text: "-police almaty"}, {Since: "2016-05", Until: "2016-07"},
		{Filter: model.Filter{model.FacetPerson: {"Maks Bokaev"}}}, {Filter: model.Filter{model.FacetKind: {"law", "proceeding"}, model.FacetPlace: {"Kazakhstan"}}},
		{Filter: model.Filter{model.FacetNotStated: {"court"}}}, {Text: "zzzz"},
		{Filter: model.Filter{model.FacetRole: {"defendant"}}, Also: model.Filter{model.FacetRole: {"mentioned"}}},
	}
}

// plotRowTells checks that a row of a plot counts what its profile lists: outcomes, or
// people and groups, each once.
func plotRowTells(t *testing.T, e results.Entry, profile results.Profile) {
	t.Helper()
	told := map[string]bool{}
	for _, ending := range profile.Endings {
		switch {
		case e.Plot == results.PlotMonths:
			told[fmt.Sprint(ending.Case, ending.Number)] = true
		case ending.Facet != "":
			told[string(ending.Facet)+ending.Value] = true
		}
	}
	if e.Value != "" && len(told) != e.Cases {
		t.Errorf("%s: %s counts %d, its profile has %d", e.Plot, e.Value, e.Cases, len(told))
	}
}

// A row's count is how many cases its link finds, and its profile lists them.
func TestRowLeadsToItsCases(t *testing.T) {
	library := opened(t, filepath.Join(t.TempDir(), "library.db"), kazakhstan(t))
	for _, query := range queries() {
		for _, view := range results.Views() {
			page, err := library.Entries(t.Context(), view, query, "")
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range page.Entries {
				profile, err := library.Profile(t.Context(), query, e)
				if err != nil {
					t.Fatal(err)
				}
				if e.Plot != "" {
					plotRowTells(t, e, profile)
					continue
				}
				to := query
				switch {
				case e.Text != "":
					to.Text = strings.TrimSpace(query.Text + " " + e.Text)
				case e.Value != "":
					to.Also = model.Filter{}
					for facet, values := range query.Also {
						to.Also[facet] = values
					}
					to.Also[e.Facet] = append(slices.Clone(to.Also[e.Facet]), e.Value)
				default:
					continue
				}
				found, err := library.Find(t.Context(), to)
				if err != nil || found.Total != e.Cases || e.Cases == 0 && e.Facet != model.FacetDate {
					t.Errorf("%s of %+v: %q counts %d, its link finds %d: %v", view, query, e.Key, e.Cases, found.Total, err)
				}
				if profile.Cases != e.Cases || e.Facet != model.FacetReport && len(profile.Listed) != e.Cases {
					t.Errorf("%s of %+v: %q counts %d, its profile %d and lists %d", view, query, e.Key, e.Cases, profile.Cases, len(profile.Listed))
				}
				certain := 0
				for _, row := range found.Rows {
					if !row.Possible {
						certain++
					}
				}
				if e.Facet == model.FacetDate && e.Value != "" && !strings.Contains(query.Text, "date:") && query.Since == "" && certain != e.Cases-e.Possible {
					t.Errorf("%s of %+v: %q has %d certain cases, its link finds %d", view, query, e.Key, e.Cases-e.Possible, certain)
				}
			}
		}
	}
}

// Pages put together are the whole view, and a page that is looked for by a row has it.
func TestPagesOfEntries(t *testing.T) {
	library := opened(t, filepath.Join(t.TempDir(), "library.db"), kazakhstan(t))
	for _, view := range results.Views() {
		for _, sort := range []model.Sort{model.SortReport, model.SortCases, model.SortTitle} {
			whole, err := library.Entries(t.Context(), view, model.Query{Sort: sort}, "")
			if err != nil || len(whole.Entries) != whole.Total {
				t.Fatalf("%s: %d of %d, %v", view, len(whole.Entries), whole.Total, err)
			}
			var keys []string
			for offset := 0; offset < whole.Total; offset += 4 {
				page, err := library.Entries(t.Context(), view, model.Query{Sort: sort, Offset: offset, Limit: 4}, "")
				if err != nil || page.Offset != offset || page.Total != whole.Total {
					t.Errorf("%s from %d: at %d of %d, %v", view, offset, page.Offset, page.Total, err)
				}
				for _, e := range page.Entries {
					keys = append(keys, e.Key)
				}
			}
			for i, e := range whole.Entries {
				if keys[i] != e.Key {
					t.Errorf("%s by %s: row %d is %q by page, %q in the whole", view, sort, i, keys[i], e.Key)
				}
				page, err := library.Entries(t.Context(), view, model.Query{Sort: sort, Limit: 4}, e.Key)
				if err != nil || page.At != i || page.Offset%2 != 0 || i < page.Offset || i >= page.Offset+len(page.Entries) || page.Entries[i-page.Offset].Key != e.Key {
					t.Errorf("%s by %s: %q is looked for at %d of a page from %d, want %d: %v", view, sort, e.Key, page.At, page.Offset, i, err)
				}
			}
		}
		page, err := library.Entries(t.Context(), view, model.Query{Offset: 1000, Limit: 4}, "person\x1fnobody")
		if err != nil || page.At != -1 || len(page.Entries) == 0 {
			t.Errorf("%s beyond its end: %d rows, at %d, %v", view, len(page.Entries), page.At, err)
		}
	}
}

func TestOrdersOfEntries(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	most := entriesOf(t, library, results.ViewPlaces, model.Query{Sort: model.SortCases})
	if most[0] != "Kazakhstan 47" || most[1] != "  Almaty 5" {
		t.Errorf("by cases: %q", most)
	}
	named := entriesOf(t, library, results.ViewPeople, model.Query{Sort: model.SortTitle})
	if named[0] != "Aset Mataev 1" || named[1] != "Children of migrant workers 1" {
		t.Errorf("by name: %q", named)
	}
}

// A case with several figures, one without, and others between them.
func TestFiguresAreRows(t *testing.T) {
	pack := large(300)
	for i := range pack.Cases {
		for n := range i % 4 {
			least := float64(n)
			pack.Cases[i].Figures = append(pack.Cases[i].Figures, model.Figure{Comparator: model.AtLeast, Min: &least, Counts: fmt.Sprintf("of case %d", i)})
		}
	}
	library := opened(t, "", pack)
	var want []string
	for _, c := range pack.Cases {
		for n := range c.Figures {
			want = append(want, fmt.Sprintf("%s#%d", c.ID, n))
		}
	}
	for offset := 0; offset < len(want); offset += 7 {
		page, err := library.Entries(t.Context(), results.ViewFigures, model.Query{Offset: offset, Limit: 7}, "")
		if err != nil || page.Total != len(want) || page.Offset != offset {
			t.Fatalf("from %d: %d of %d, %v", offset, page.Offset, page.Total, err)
		}
		for i, e := range page.Entries {
			if e.Key != want[offset+i] {
				t.Fatalf("figure %d is %s, want %s", offset+i, e.Key, want[offset+i])
			}
		}
		page, err = library.Entries(t.Context(), results.ViewFigures, model.Query{Limit: 8}, want[offset])
		if err != nil || page.At != offset || page.Entries[offset-page.Offset].Key != want[offset] {
			t.Errorf("%s is looked for at %d, want %d: %v", want[offset], page.At, offset, err)
		}
	}
}

func TestProfiles(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	of := func(e results.Entry) results.Profile {
		profile, err := library.Profile(t.Context(), model.Query{}, e)
		if err != nil {
			t.Fatal(err)
		}
		return profile
	}
	person := of(results.Entry{Facet: model.FacetPerson, Value: "Maks Bokaev"})
	if person.Cases != 2 || len(person.Records) != 1 || model.DescribedLabel(person.Records[0].Described) != "prisoner of conscience" {
		t.Errorf("a person: %+v", person.Records)
	}
	charge := of(results.Entry{Facet: model.FacetLaw, Value: "Criminal Code/leaders of associations"})
	if len(charge.Alike) != 1 || charge.Alike[0].Value != "Administrative Offences Code/leaders of associations" || charge.Alike[0].Cases != 3 {
		t.Errorf("the same charge in other laws: %+v", charge.Alike)
	}
	report := of(results.Entry{Facet: model.FacetReport, Value: "kazakhstan-2016-17"})
	if c := report.Reports[0]; c.Covered != 19 || c.Paragraphs() != 19 || c.Cases != 47 || c.Sections[1].Paragraphs[3] != 3 {
		t.Errorf("coverage: %d of %d, %v", c.Covered, c.Paragraphs(), c.Sections)
	}
	if all := of(results.Entry{}); len(all.Reports) != 1 || len(all.Listed) != 0 {
		t.Errorf("the whole library: %+v", all)
	}
	if nobody := of(results.Entry{Facet: model.FacetPerson, Value: "nobody"}); nobody.Cases != 0 {
		t.Errorf("the unnamed person has %d cases", nobody.Cases)
	}
}

func TestTimeline(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	list, err := library.Timeline(t.Context(), model.Query{Since: "2016-05-21", Until: "2016-05-21"})
	if err != nil {
		t.Fatal(err)
	}
	certain := 0
	for _, h := range list {
		if !h.Possible {
			certain++
			if h.EDTF != "2016-05-21" || h.Planned() != (h.Case == "KAZ-2016-07") || !h.YearInferred {
				t.Errorf("on the day: %+v", h)
			}
		}
	}
	if certain != 4 || !slices.IsSortedFunc(list, model.Happening.Compare) {
		t.Errorf("%d on the day: %v", certain, list)
	}
	if all, err := library.Timeline(t.Context(), model.Query{Limit: 3}); err != nil || len(all) != 3 || all[0].EDTF != "2003" {
		t.Errorf("the first: %v, %v", all, err)
	}
}

// A view that is given up, wherever it is in its work, ends with the context's error.
func TestViewsAreCancelled(t *testing.T) {
	library := opened(t, filepath.Join(t.TempDir(), "library.db"), kazakhstan(t))
	for _, view := range results.Views() {
		page, err := library.Entries(t.Context(), view, model.Query{}, "")
		if err != nil {
			t.Fatal(err)
		}
		for steps := range 300 {
			library.Answers = query.NewAnswers(library.readIn) // all is read anew
			ctx := &endingContext{Context: t.Context(), left: steps}
			if _, err := library.Entries(ctx, view, model.Query{Since: "2016"}, page.Entries[0].Key); err != nil && !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", view, err)
			}
			library.Answers = query.NewAnswers(library.readIn)
			ctx = &endingContext{Context: t.Context(), left: steps}
			if _, err := library.Profile(ctx, model.Query{Text: "protest"}, page.Entries[len(page.Entries)/2]); err != nil && !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", view, err)
			}
		}
	}
}

// An endingContext is done after it has been asked so many times.
type endingContext struct {
	context.Context
	left int
	mu   sync.Mutex
}

func (c *endingContext) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func (c *endingContext) Done() <-chan struct{} {
	if c.Err() != nil {
		done := make(chan struct{})
		close(done)
		return done
	}
	return nil
}

// TestPlots: the plots of the overview count what came of people as the cases say it:
// each outcome once in its month, somebody once under each outcome, sensitive cases
// left out.
func TestPlots(t *testing.T) {
	pack := kazakhstan(t)
	library := opened(t, "", pack)
	page, err := library.Entries(t.Context(), results.ViewOverview, model.Query{Limit: 200}, "")
	if err != nil {
		t.Fatal(err)
	}
	people, outcomes := map[string]map[string]bool{}, 0
	for _, c := range pack.Cases {
		if c.Sensitivity != "" && c.Sensitivity != model.SensitivityNone {
			continue
		}
		for _, o := range c.Outcomes {
			if o.Stage == model.StagePenaltyInLaw {
				continue
			}
			outcomes++
			for _, i := range append(slices.Clone(c.People), c.Organisations...) {
				if o.Concerns(i) && i.Name != model.NotStated {
					if people[string(o.Type)] == nil {
						people[string(o.Type)] = map[string]bool{}
					}
					people[string(o.Type)][i.Name] = true
				}
			}
		}
	}
	dated, rows := 0, 0
	for _, e := range page.Entries {
		switch {
		case e.Plot == "" || e.Value == "":
			continue
		case e.Plot == results.PlotMonths:
			dated += e.Cases
			continue
		}
		rows++
		if want := len(people[e.Value]); e.Cases != want {
			t.Errorf("%s: %d people, want %d", e.Value, e.Cases, want)
		}
		profile, err := library.Profile(t.Context(), model.Query{}, e)
		if err != nil {
			t.Fatal(err)
		}
		for _, ending := range profile.Endings {
			if string(ending.Type) != e.Value || ending.Facet != "" && !people[e.Value][ending.Name] {
				t.Errorf("%s: %s, %s in %s", e.Value, ending.Name, ending.Type, ending.Case)
			}
		}
	}
	if rows != len(people) || dated != outcomes {
		t.Errorf("%d rows of people, want %d; %d outcomes in months, want %d", rows, len(people), dated, outcomes)
	}
}

// TestOverviewWithoutOutcomes: cases that have neither outcomes nor paragraphs are
// compared by category, and by kind.
func TestOverviewWithoutOutcomes(t *testing.T) {
	pack := norland()
	for i := range pack.Cases {
		pack.Cases[i].Outcomes = nil
	}
	library := opened(t, "", pack)
	page, err := library.Entries(t.Context(), results.ViewOverview, model.Query{Limit: 200}, "")
	if err != nil {
		t.Fatal(err)
	}
	facets, err := library.Facets(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for _, facet := range []model.Facet{model.FacetCategory, model.FacetKind} {
		var want, rows []string
		for _, value := range facets.Of(facet).Values {
			if value.Depth == 0 && value.Count > 0 {
				want = append(want, fmt.Sprintf("%s %d", value.Value, value.Count))
			}
		}
		for _, e := range page.Entries {
			if e.Facet == facet && e.Value != "" {
				rows = append(rows, fmt.Sprintf("%s %d", e.Value, e.Cases))
			}
		}
		if len(want) == 0 || !slices.Equal(rows, want) {
			t.Errorf("%s: %q, want %q", facet, rows, want)
		}
	}
}

// TestPlotsOfTooManyCases: what would take too long to read is said, and not drawn.
func TestPlotsOfTooManyCases(t *testing.T) {
	pack := norland()
	one := pack.Cases[slices.IndexFunc(pack.Cases, func(c model.Case) bool { return len(c.Outcomes) > 0 })]
	one.Relations = nil
	pack.Cases = nil
	for i := range 3001 {
		one.ID = fmt.Sprintf("NOR-2020-%05d", i)
		pack.Cases = append(pack.Cases, one)
	}
	library := opened(t, "", pack)
	page, err := library.Entries(t.Context(), results.ViewOverview, model.Query{Limit: 200}, "")
	if err != nil {
		t.Fatal(err)
	}
	headings := 0
	for _, e := range page.Entries {
		if e.Plot == "" {
			continue
		}
		headings++
		profile, err := library.Profile(t.Context(), model.Query{}, e)
		if e.Value != "" || profile.Unread != 3001 || err != nil {
			t.Errorf("%+v: %d unread, %v", e, profile.Unread, err)
		}
	}
	if headings != len(results.Plots()) {
		t.Errorf("%d headings", headings)
	}
}

func TestSortByReadValues(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for _, test := range []struct {
		view  results.View
		sort  model.Sort
		first func(results.Entry) string
		want  string
	}{
		{results.ViewPeople, model.SortOutcome, func(e results.Entry) string { return e.Label }, "Ruslan Kulekbaev"},
		{results.ViewPeople, model.SortRole, func(e results.Entry) string { return e.Roles[0].Role }, "reported victim"},
		{results.ViewPeople, model.SortDescription, func(e results.Entry) string { return e.Label }, "NGO leaders"},
		{results.ViewFigures, model.SortNumber, func(e results.Entry) string { return e.Figure.Counts }, "migrant workers in the country"},
		{results.ViewFigures, model.SortSource, func(e results.Entry) string { return e.Figure.AttributedTo }, "Adil Soz"},
		{results.ViewFigures, model.SortDate, func(e results.Entry) string { return e.Figure.Date }, "2016-01/2016-11"},
	} {
		plain, err := library.Entries(t.Context(), test.view, model.Query{Limit: 200}, "")
		if err != nil {
			t.Fatal(err)
		}
		page, err := library.Entries(t.Context(), test.view, model.Query{Limit: 200, Sort: test.sort}, "")
		if err != nil || page.Total != plain.Total || len(page.Entries) != len(plain.Entries) || page.Most != plain.Most {
			t.Fatalf("%s by %s: %d of %d rows, most %d, %v; want %d, most %d", test.view, test.sort, len(page.Entries), page.Total, page.Most, err, plain.Total, plain.Most)
		}
		if got := test.first(page.Entries[0]); got != test.want {
			t.Errorf("%s by %s: first %q, want %q", test.view, test.sort, got, test.want)
		}
		around, err := library.Entries(t.Context(), test.view, model.Query{Limit: 4, Sort: test.sort}, page.Entries[len(page.Entries)-1].Key)
		if err != nil || around.At != page.Total-1 {
			t.Errorf("%s by %s: the last row is looked for at %d, %v", test.view, test.sort, around.At, err)
		}
	}
}
