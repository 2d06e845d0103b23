package db

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/model"
)

//go:embed testdata/ordinary_words.tsv
var ordinaryWords string

// What an ordinary reader types finds what they expect, and not much else: so
// many more cases than are expected at the most.
func TestOrdinaryWords(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	queries := 0
	for line := range strings.Lines(ordinaryWords) {
		query, expected, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || query == "query" {
			continue
		}
		queries++
		page, err := library.Find(t.Context(), model.Query{Text: query})
		if err != nil {
			t.Fatal(err)
		}
		var found, missing []string
		for _, row := range page.Rows {
			if row.Match == "" {
				found = append(found, row.ID)
			}
		}
		wanted := strings.Fields(expected)
		for _, number := range wanted {
			if id := fmt.Sprintf("KAZ-2016-%02s", number); !slices.Contains(found, id) {
				missing = append(missing, number)
			}
		}
		if most := 2*len(wanted) + 4; len(missing) > 0 || len(found) > most {
			t.Errorf("%q: missing %v; found %d, at the most %d: %v", query, missing, len(found), most, found)
		}
	}
	if page, err := library.Find(t.Context(), model.Query{Text: "5 years"}); err != nil || page.Total != 3 {
		t.Errorf("5 years: %d cases, %v", page.Total, err) // and not those of 1.5 and 2.5 years
	}
	if queries < 200 {
		t.Errorf("only %d queries were tried", queries)
	}
}
