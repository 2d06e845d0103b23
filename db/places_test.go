package db

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/db/schema"
	"casebook/model"
)

// coast is a made-up report with a place of a common name in a region of its country.
func coast(id, country, region string, places ...string) model.Pack {
	pack := sudland()
	pack.Report.ID, pack.Report.Country, pack.People = id, country, nil
	pack.Places = []model.Place{{Name: country, Kind: "country"}, {Name: region, Kind: "region", Parent: country}}
	c := pack.Cases[0]
	pack.Cases = nil
	for i, name := range places {
		pack.Places = append(pack.Places, model.Place{Name: name, Kind: "city", Parent: region, Described: []model.Description{{Text: "a port of " + country}}})
		c.ID, c.Title = fmt.Sprintf("%s-%d", strings.ToUpper(id), i+1), "A boat at "+name
		c.People, c.Places = nil, []model.Involvement{{Name: name, Role: "occurred"}}
		pack.Cases = append(pack.Cases, c)
	}
	return pack
}

// placeCounts are the places of a library with their cases, each in the place before it that is less deep.
func placeCounts(t *testing.T, library *Library, query model.Query) string {
	t.Helper()
	counts, err := library.Facets(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, facet := range counts.Facets {
		if facet.Facet == model.FacetPlace {
			for _, v := range facet.Values {
				list = append(list, fmt.Sprintf("%s%s %d", strings.Repeat(">", v.Depth), v.Label, v.Count))
			}
		}
	}
	return strings.Join(list, " | ")
}

// A place of one country is never shown in another one that has a place of the same name.
func TestPlacesAreDistinguishedByPath(t *testing.T) {
	both(t, func(t *testing.T, library *Library) {
		if err := library.Remove(t.Context(), "norland-2020"); err != nil {
			t.Fatal(err)
		}
		for _, pack := range []model.Pack{coast("guy", "Guyana", "Demerara", "Georgetown", "Parika"), coast("mys", "Malaysia", "Penang", "Georgetown", "Balik Pulau")} {
			if err := library.Import(t.Context(), pack); err != nil {
				t.Fatal(err)
			}
		}
		want := "Guyana 2 | >Demerara 2 | >>Georgetown, Guyana 1 | >>Parika 1 | Malaysia 2 | >Penang 2 | >>Georgetown, Malaysia 1 | >>Balik Pulau 1"
		if got := placeCounts(t, library, model.Query{}); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		for text, cases := range map[string]string{
			"place:georgetown": "GUY-1 MYS-1", "georgetown": "GUY-1 MYS-1", "place:georgtown": "GUY-1 MYS-1", `place:"Georgetown, Malaysia"`: "MYS-1", `place:"Georgetown, Penang, Malaysia"`: "MYS-1",
			`place:"georgetown, guyana"`: "GUY-1", "place:guyana": "GUY-1 GUY-2", "place:penang": "MYS-1 MYS-2", `place:"Georgetown, Kenya"`: "",
		} {
			page, err := library.Find(t.Context(), model.Query{Text: text})
			var ids []string
			for _, row := range page.Rows {
				ids = append(ids, row.ID)
			}
			if got := strings.Join(ids, " "); err != nil || got != cases {
				t.Errorf("%s finds %s, %v, want %s", text, got, err, cases)
			}
		}
		for text, want := range map[string]string{
			"Georgetown": "Guyana/Demerara/Georgetown Malaysia/Penang/Georgetown", "georgetown, MALAYSIA": "Malaysia/Penang/Georgetown", "Georgetown, Demerara": "Guyana/Demerara/Georgetown",
			"Parika, Guyana": "Guyana/Demerara/Parika", "Penang": "Malaysia/Penang",
		} {
			if values, err := library.Resolve(t.Context(), model.FacetPlace, text); err != nil || strings.Join(values, " ") != want {
				t.Errorf("%s is %q, %v, want %s", text, values, err, want)
			}
		}
		places, err := library.Places(t.Context(), model.Query{})
		var labels []string
		for _, p := range places {
			labels = append(labels, fmt.Sprintf("%s: %s in %s, %s, %d", p.Label, p.Name, p.Parent, p.Cases[0].Case, len(p.Cases)))
		}
		if got, want := strings.Join(labels, " | "), "Georgetown, Guyana: Georgetown in Demerara, GUY-1, 1 | Parika: Parika in Demerara, GUY-2, 1 | Georgetown, Malaysia: Georgetown in Penang, MYS-1, 1 | Balik Pulau: Balik Pulau in Penang, MYS-2, 1"; err != nil || got != want {
			t.Errorf("got  %s, %v\nwant %s", got, err, want)
		}
		c, err := library.Case(t.Context(), "MYS-1")
		if err != nil || c.Places[0].FullName() != "Georgetown, Malaysia" || c.Places[0].FacetValue() != "Malaysia/Penang/Georgetown" || model.DescribedLabel(c.Places[0].Described) != "a port of Malaysia" || c.Places[0].AlsoIn != nil {
			t.Errorf("%+v, %v", c.Places, err)
		}
		if names, err := library.Names(t.Context(), "Georgetown", 10); err != nil || len(names) != 2 || names[0].Name == names[1].Name || !strings.HasPrefix(names[0].Name, "Georgetown, ") {
			t.Errorf("%+v, %v", names, err)
		}
		// What one report says of its places stays when the other goes.
		if err := library.Remove(t.Context(), "guy"); err != nil {
			t.Fatal(err)
		}
		if got, want := placeCounts(t, library, model.Query{}), "Malaysia 2 | >Penang 2 | >>Georgetown 1 | >>Balik Pulau 1"; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		if c, err := library.Case(t.Context(), "MYS-1"); err != nil || c.Places[0].FullName() != "Georgetown" {
			t.Errorf("%+v, %v", c.Places, err)
		}
		if err := library.Check(t.Context()); err != nil {
			t.Error(err)
		}
	})
}

func TestPlaceLabels(t *testing.T) {
	for want, paths := range map[string][]string{
		"Vik":                                  {"Norland/Vik"},
		"Vik | Vik, Norland":                   {"Vik", "Norland/Vik"},
		"Vik, Nor | Vik, Sud":                  {"Nor/North/Vik", "Sud/Vik"},
		"Vik, East, N | Vik, West, N | Vik, S": {"N/East/Vik", "N/West/Vik", "S/Vik"},
		`A/B, X | A/B, Y`:                      {`X/A\/B`, `Y/A\/B`},
	} {
		if got := strings.Join(schema.PlaceLabels(schema.PlaceName(paths[0]), slices.Clone(paths)), " | "); got != want {
			t.Errorf("%q are shown as %s, want %s", paths, got, want)
		}
	}
}
