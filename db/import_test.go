package db

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"casebook/model"
)

// dump is everything in a library, but for the numbers that it gives out itself.
func dump(t *testing.T, library *Library) string {
	t.Helper()
	reports, err := library.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	everything := []any{}
	for _, report := range reports {
		pack, err := library.Pack(t.Context(), report.ID)
		if err != nil {
			t.Fatal(err)
		}
		everything = append(everything, pack)
	}
	counts, err := library.Facets(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	page, err := library.Find(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(append(everything, counts, page))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestImportAgainReplaces(t *testing.T) {
	both(t, func(t *testing.T, library *Library) {
		fresh := dump(t, library)
		changed := norland()
		changed.Cases = changed.Cases[1:2]
		changed.Cases[0].Title, changed.Cases[0].Note = "Another title", ""
		changed.Categories, changed.People, changed.Laws = changed.Categories[:1], changed.People[:2], changed.Laws[:1]
		for _, pack := range []model.Pack{changed, sudland(), sudland()} {
			if err := library.Import(t.Context(), pack); err != nil {
				t.Fatal(err)
			}
		}
		got, err := library.Pack(t.Context(), "norland-2020")
		if err != nil || !reflect.DeepEqual(got, changed) {
			t.Errorf("got %+v, %v, want %+v", got, err, changed)
		}
		for text, want := range map[string]int{"poem ": 0, "another": 1, "орлова": 0, "person:орлова": 0, "brandt": 2} {
			if page, err := library.Find(t.Context(), model.Query{Text: text}); err != nil || page.Total != want {
				t.Errorf("%q finds %d, %v, want %d", text, page.Total, err, want)
			}
		}
		if got := lines(t, library, model.Query{}, model.FacetReport); got != "Norland in 2020 1, Sudland in 2021 2" {
			t.Error(got)
		}
		if got := lines(t, library, model.Query{}, model.FacetPerson); got != "Aron Brandt 2, Żofia Brandt 1" {
			t.Error(got)
		}
		if err := library.Check(t.Context()); err != nil {
			t.Error(err)
		}
		again := opened(t, "", norland())
		for _, pack := range []model.Pack{changed, norland()} {
			if err := again.Import(t.Context(), pack); err != nil {
				t.Fatal(err)
			}
		}
		if got := dump(t, again); got != fresh {
			t.Errorf("there and back again:\ngot  %s\nwant %s", got, fresh)
		}
	})
}

func TestImportIsAllOrNothing(t *testing.T) {
	both(t, func(t *testing.T, library *Library) {
		before := dump(t, library)
		twice, taken, badDate := sudland(), sudland(), norland()
		twice.Cases[1].ID = "sud-2021-1"
		taken.Cases[1].ID = "NOR-2020-02"
		badDate.Cases[4].Dates[0].EDTF = "2020-02-30"
		tests := map[string]model.Pack{"two of its cases have the id sud-2021-1": twice, "has a case NOR-2020-02 already, in the report norland-2020": taken, "case NOR-2020-10": badDate}
		for want, pack := range tests {
			if err := library.Import(t.Context(), pack); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, want %q", err, want)
			}
		}
		done, cancel := context.WithCancel(t.Context())
		cancel()
		if err := library.Import(done, norland()); !errors.Is(err, context.Canceled) {
			t.Errorf("with a context that is done: %v", err)
		}
		if got := dump(t, library); got != before {
			t.Errorf("got  %s\nwant %s", got, before)
		}
	})
}

// A name that only a case gives is found and listed, and is not in the pack.
func TestImportUnlistedNames(t *testing.T) {
	pack := sudland()
	c := &pack.Cases[0]
	c.People = append(c.People, model.Involvement{Name: "Eva Unlisted", Role: "mentioned"})
	c.Laws = []model.LawInvolvement{{Name: model.NotStated, Provision: "theft", Role: "charged"}}
	c.Category = []string{"Weather", "Rain"}
	library := opened(t, "", pack)
	if page, err := library.Find(t.Context(), model.Query{Text: "person:unlisted theft", Filter: model.Filter{model.FacetCategory: {"Weather"}}}); err != nil || page.Total != 1 {
		t.Errorf("found %d, %v", page.Total, err)
	}
	people, err := library.People(t.Context(), model.Query{})
	if err != nil || len(people) != 2 || people[1].Name != "Eva Unlisted" {
		t.Errorf("%+v, %v", people, err)
	}
	if got, err := library.Pack(t.Context(), pack.Report.ID); err != nil || !reflect.DeepEqual(got, pack) {
		t.Errorf("got %+v, %v", got, err)
	}
	if err := library.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// Places that lead in a circle, which a pack's check refuses, do no harm.
func TestImportCircle(t *testing.T) {
	pack := norland()
	pack.Places[2].Parent = "Vik"
	library := opened(t, "", pack)
	if _, err := library.Facets(t.Context(), model.Query{}); err != nil {
		t.Error(err)
	}
	if got, err := library.Pack(t.Context(), pack.Report.ID); err != nil || !reflect.DeepEqual(got, pack) {
		t.Errorf("got %+v, %v", got, err)
	}
}
