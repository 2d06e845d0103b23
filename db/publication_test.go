package db

import (
	"fmt"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/results"
)

// TestPublicationIsOneValue has two entries of one annual report and another report. The
// entries are below their publication in the facet, which is removed with the last of
// them.
func TestPublicationIsOneValue(t *testing.T) {
	north, south, other := norland(), sudland(), norland()
	north.Report.Publication, south.Report.Publication = "Watch Report 2020", "Watch Report 2020"
	other.Report.ID, other.Report.Prefix = "other-2020", "OTH-2020"
	for i := range other.Cases {
		other.Cases[i].ID = strings.Replace(other.Cases[i].ID, "NOR-", "OTH-", 1)
		other.Cases[i].Relations = nil
	}
	library := opened(t, "", north, south, other)
	told := func(facet model.Facet, query model.Query) string {
		counts, err := library.Facets(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, count := range counts.Facets {
			if count.Facet != facet {
				continue
			}
			for _, value := range count.Values {
				lines = append(lines, strings.Repeat(">", value.Depth)+fmt.Sprintf("%s %d", value.Value, value.Count))
			}
		}
		return strings.Join(lines, ", ")
	}
	if got, want := told(model.FacetReport, model.Query{}), "Watch Report 2020 7, >norland-2020 5, >sudland-2021 2, other-2020 5"; got != want {
		t.Errorf("the reports are %s, want %s", got, want)
	}
	if got, want := told(model.FacetCountry, model.Query{Filter: model.Filter{model.FacetReport: {"Watch Report 2020"}}}), "Norland 5, Sudland 2"; got != want {
		t.Errorf("the countries of the publication are %s, want %s", got, want)
	}
	page, err := library.Find(t.Context(), model.Query{Filter: model.Filter{model.FacetCountry: {"Sudland"}}})
	if err != nil || len(page.Rows) != 2 {
		t.Errorf("%d cases are about a country: %v", len(page.Rows), err)
	}
	entries, err := library.Entries(t.Context(), results.ViewOverview, model.Query{}, "")
	if err != nil || len(entries.Entries) < 4 || entries.Entries[0].Label != "Watch Report 2020" || entries.Entries[0].Cases != 7 || entries.Entries[1].Depth != 1 {
		t.Errorf("the overview begins with %+v: %v", entries.Entries[:min(4, len(entries.Entries))], err)
	}
	for _, e := range entries.Entries {
		if e.Facet == model.FacetParagraph {
			t.Errorf("the overview of several reports has the paragraph %s", e.Label)
		}
	}
	for _, id := range []string{"norland-2020", "sudland-2021"} {
		if err := library.Remove(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	left, err := library.Find(t.Context(), model.Query{Filter: model.Filter{model.FacetReport: {"Watch Report 2020"}}})
	if err == nil && len(left.Rows) > 0 {
		t.Errorf("without its entries the publication has %d cases", len(left.Rows))
	}
	if err := library.Check(t.Context()); err != nil {
		t.Error(err)
	}
}
