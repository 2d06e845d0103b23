package db

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/db/query"
	"casebook/model"
	"casebook/model/results"
)

// What an interviewer types has the right case in the first row, in the
// library in memory, which has its names in memory, and in a file.
func TestNamesOfTheSeededReport(t *testing.T) {
	for where, source := range map[string]string{"memory": "", "file": filepath.Join(t.TempDir(), "library.db")} {
		library := opened(t, source, kazakhstan(t))
		for _, test := range []struct{ text, person, match string }{
			{"narimbaef", "Yermek Narymbaev", "sounds like Yermek Narymbaev"},
			{"narymbaev", "Yermek Narymbaev", ""},
			{"Нарымбаев", "Yermek Narymbaev", "*"},
			{"yfhsv,ftd", "Yermek Narymbaev", "typed on the other keyboard: Yermek Narymbaev"},
			{"бокаев макс", "Maks Bokaev", "*"},
			{"Baydalinova", "Guzyal Baidalinova", "*"},
			{"Seytkazy Matayev", "Seitkazy Mataev", "*"},
			{"Esentayev", "Zhanat Esentaev", "*"},
			{"person:narimbaef", "Yermek Narymbaev", "sounds like Yermek Narymbaev"},
			{"person:narimbaef -zebra kind:proceeding", "Yermek Narymbaev", "*"},
		} {
			page, err := library.Find(t.Context(), model.Query{Text: test.text})
			if err != nil || len(page.Rows) == 0 {
				t.Errorf("%s: %q finds nothing, %v", where, test.text, err)
				continue
			}
			row := page.Rows[0]
			if !slices.ContainsFunc(row.People, func(name string) bool { return strings.Contains(name, test.person) }) {
				t.Errorf("%s: %q finds %v first, want %s", where, test.text, row.People, test.person)
			}
			if test.match != "*" && row.MatchLabel() != test.match {
				t.Errorf("%s: %q matches by %q, want %q", where, test.text, row.MatchLabel(), test.match)
			}
		}
	}
}

// Ordinary text finds what is written and nobody who sounds like it; what is
// nobody's name finds nobody.
func TestOrdinaryTextFindsNoNames(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for _, text := range []string{"land code", "facebook", "police", "law", "protest", "court", "human rights", "journalist", "prison", "torture", "freedom", "may", "women", "activists", "land"} {
		for end := 1; end <= len(text); end++ {
			page, err := library.Find(t.Context(), model.Query{Text: text[:end]})
			if err != nil {
				t.Errorf("%q: %v", text[:end], err)
			}
			for _, row := range page.Rows {
				if row.Match != "" && row.Match != model.ByDate && row.Match != model.ByPossibleDate {
					t.Errorf("%q finds %s, %s", text[:end], row.Title, row.Match)
				}
			}
		}
	}
	for _, text := range []string{"zzzzzz", "Johnson Smith", "qwfpgj", "12345678", "Müller", "東京", "xylophone"} {
		if page, err := library.Find(t.Context(), model.Query{Text: text}); err != nil || page.Total != 0 {
			t.Errorf("%q finds %d, %v", text, page.Total, err)
		}
	}
}

// A date that is written as people write one finds the cases of that date: those that
// certainly have it before those that have its words somewhere, or may have it.
func TestSearchDatesInWords(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for text, want := range map[string]string{
		"bokaev 28 november": "15 ", "bokaef 28 nov 2016": "15 sounds like", "бокаев 28 ноября": "15 *",
		"sept": "37 ", "septem": "37 ", "kulekbaev 11.2016": "49 date match", "28.11.2016": "15 date match", "2016-11-28": "15 date match", "21 мая": "07 date match", "19 may arrested": "06 possible date",
		"may 2015": "", "31 may": "04 possible date", "29 november bokaev": "", "bokaev 2014": "",
		"sentenced may 2016": "17 ", "may 2016": "07 ",
	} {
		page, err := library.Find(t.Context(), model.Query{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(page.Rows) > 0 {
			got = strings.TrimPrefix(page.Rows[0].ID, "KAZ-2016-") + " " + page.Rows[0].Match
		}
		if before, any := strings.CutSuffix(want, "*"); got != want && !(any && strings.HasPrefix(got, before)) {
			t.Errorf("%s: %q of %d, want %q", text, got, page.Total, want)
		}
	}
}

func TestNamesAndComplete(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	names, err := library.Names(t.Context(), "narimbaef", 5)
	if err != nil || len(names) == 0 || names[0] != (results.NameMatch{Facet: model.FacetPerson, Name: "Yermek Narymbaev", How: "sounds like"}) {
		t.Errorf("%+v, %v", names, err)
	}
	if names, err := library.Names(t.Context(), "almaty may journalist", 5); err != nil || len(names) != 0 {
		t.Errorf("Almaty is typed as it is spelled: %+v, %v", names, err)
	}
	if values, err := library.Resolve(t.Context(), model.FacetPerson, "narimbaef"); err != nil || !slices.Equal(values, []string{"Yermek Narymbaev"}) {
		t.Errorf("%v, %v", values, err)
	}
	for _, test := range []struct {
		facet       model.Facet
		text, first string
	}{
		{model.FacetPerson, "nar", "Yermek Narymbaev"}, {model.FacetPerson, "narimb", "Yermek Narymbaev"}, {model.FacetPlace, "alm", "Almaty"}, {model.FacetKind, "", "practice"},
		{model.FacetOutcome, "pri", "prison"},
	} {
		values, err := library.Complete(t.Context(), test.facet, test.text, 4)
		if err != nil || len(values) == 0 || len(values) > 4 || values[0].Label != test.first || values[0].Count == 0 {
			t.Errorf("%s %q: %+v, %v", test.facet, test.text, values, err)
		}
	}
}

// What a report gives as another name is said to be that; of equals the one in more cases comes first.
func TestNamesByOtherNames(t *testing.T) {
	pack := norland()
	pack.People = append(pack.People, model.Person{Name: "Eva Brandt", Kind: model.PersonIndividual})
	pack.Cases[2].People = []model.Involvement{{Name: "Eva Brandt", Role: "mentioned"}}
	library := opened(t, "", pack, sudland())
	for text, want := range map[string]results.NameMatch{
		"op sosiety": {Facet: model.FacetOrganisation, Name: "Open Page", How: "another name"},
		"old vik":    {Facet: model.FacetPlace, Name: "Vik"},
		"brandt":     {Facet: model.FacetPerson, Name: "Aron Brandt"},
	} {
		if names, err := library.Names(t.Context(), text, 2); err != nil || len(names) == 0 || names[0].Name != want.Name || names[0].How != want.How || names[0].Facet != want.Facet {
			t.Errorf("%s: %+v, %v, want %+v", text, names, err, want)
		}
	}
}

// A name among a few words is found as it sounds; in a page that was pasted none is looked for.
func TestNameAmongWords(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for words, found := range map[int]bool{1: true, query.MaxNameWords - 1: true, query.MaxNameWords: false, query.MaxTerms - 1: false} {
		page, err := library.Find(t.Context(), model.Query{Text: strings.Repeat("posted ", words) + "narimbaef"})
		if err != nil || page.Total > 0 != found {
			t.Errorf("a name after %d words finds %d, %v", words, page.Total, err)
		}
	}
}
