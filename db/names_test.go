package db

import (
	"fmt"
	"runtime/debug"
	"slices"
	"testing"

	"casebook/model"
	"casebook/model/results"
)

// crowd is a report of many people who sound alike, and of a place and an
// organisation that sound so too.
func crowd() model.Pack {
	pack := sudland()
	c := pack.Cases[0]
	pack.Cases, pack.People = nil, nil
	for i := range 200 {
		c.ID = fmt.Sprintf("SUD-2021-%d", i+1)
		c.People = []model.Involvement{{Name: fmt.Sprintf("Kamil Nur%c%cev", 'a'+i%20, 'a'+i/20), Role: "mentioned"}}
		pack.Cases = append(pack.Cases, c)
	}
	c.ID, c.People = "SUD-2021-900", nil
	c.Places = []model.Involvement{{Name: "Kamil Hill", Role: "occurred"}}
	c.Organisations = []model.Involvement{{Name: "Kamil Press", Role: "source"}}
	pack.Cases = append(pack.Cases, c)
	return pack
}

// A place and an organisation are found by sound however many people sound
// like them.
func TestFieldsSearchTheirFacet(t *testing.T) {
	library := opened(t, "", crowd())
	for _, text := range []string{"place:qamil", "place:Камиль", "org:qamil", "org:Камиль"} {
		if page, err := library.Find(t.Context(), model.Query{Text: text}); err != nil || page.Total != 1 {
			t.Errorf("%s finds %d, %v, want 1", text, page.Total, err)
		}
	}
	for facet, want := range map[model.Facet]string{model.FacetPlace: "Kamil Hill", model.FacetOrganisation: "Kamil Press"} {
		if values, err := library.Resolve(t.Context(), facet, "qamil"); err != nil || len(values) != 1 || values[0] != want {
			t.Errorf("%s qamil is %q, %v, want %s", facet, values, err, want)
		}
		if values, err := library.Complete(t.Context(), facet, "Камиль", 5); err != nil || len(values) != 1 || values[0].Value != want {
			t.Errorf("%s is completed by %+v, %v, want %s", facet, values, err, want)
		}
	}
}

func TestNegativeLimits(t *testing.T) {
	library := opened(t, "", norland())
	for _, limit := range []int{-1, 0, -1 << 40} {
		if names, err := library.Names(t.Context(), "brandt", limit); err != nil || len(names) != 0 {
			t.Error(limit, names, err)
		}
		for _, text := range []string{"", "brandt", "brand"} {
			if values, err := library.Complete(t.Context(), model.FacetPerson, text, limit); err != nil || len(values) != 0 {
				t.Error(limit, text, values, err)
			}
		}
		query := model.Query{Limit: limit, Offset: limit}
		if _, err := library.Find(t.Context(), query); err != nil {
			t.Error(limit, err)
		}
		if list, err := library.People(t.Context(), query); err != nil || len(list) == 0 {
			t.Error(limit, list, err)
		}
		if list, err := library.Timeline(t.Context(), query); err != nil || len(list) == 0 {
			t.Error(limit, list, err)
		}
		if page, err := library.Entries(t.Context(), results.ViewPeople, query, ""); err != nil || page.Total == 0 {
			t.Error(limit, page, err)
		}
		for _, err := range library.Cases(t.Context(), query) {
			if err != nil {
				t.Error(limit, err)
			}
		}
	}
}

// How garbage is collected is the whole process's, and no library's.
func TestImportLeavesGarbageCollection(t *testing.T) {
	before := debug.SetGCPercent(137)
	defer debug.SetGCPercent(before)
	library := opened(t, "")
	_, err := library.ImportCases(t.Context(), sudland(), func(yield func(model.Case, error) bool) {
		if during := debug.SetGCPercent(137); during != 137 {
			t.Errorf("%d percent while cases come in", during)
		}
		for _, c := range sudland().Cases {
			if !yield(c, nil) {
				return
			}
		}
	}, Replace, nil)
	if err != nil {
		t.Error(err)
	}
}

// However many names sound like a text, all their cases are found, in pages, and
// each row says by whom.
func TestAllNamesWithASound(t *testing.T) {
	library := opened(t, "", crowd(), norland())
	for text, want := range map[string]int{"qamil": 201, "person:qamil": 200, "place:qamil": 1} {
		seen := map[string]bool{}
		for query := (model.Query{Text: text, Limit: 30}); len(seen) < want; query.Offset += query.Limit {
			page, err := library.Find(t.Context(), query)
			if err != nil || page.Total != want || page.NamesCut || len(page.Rows) == 0 {
				t.Fatalf("%s: %d cases, %d rows from %d, cut %v, %v; want %d", text, page.Total, len(page.Rows), query.Offset, page.NamesCut, err, want)
			}
			for _, row := range page.Rows {
				if seen[row.ID] || len(row.People) > 0 && !slices.Contains(row.People, row.MatchName) {
					t.Errorf("%s: %s of %v is there twice or found by %q", text, row.ID, row.People, row.MatchName)
				}
				seen[row.ID] = true
			}
		}
	}
}
