package db

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/results"
)

//go:embed testdata/ordinary_words.tsv
var ordinaryWords string

//go:embed testdata/blind_words.tsv
var blindWords string

//go:embed testdata/first_rows.tsv
var firstRows string

// Words, names and both together, as people type them: the first row is one of those that
// answer best, the others that belong to the answer are in it, and what only has a word of
// the same stem, or is excluded, is not.
func TestFirstRows(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for line := range strings.Lines(firstRows) {
		cells := append(strings.Split(strings.TrimRight(line, "\n"), "\t"), "", "", "")
		page, err := library.Find(t.Context(), model.Query{Text: cells[0]})
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, row := range page.Rows {
			found = append(found, strings.TrimPrefix(row.ID, "KAZ-2016-"))
		}
		first, missing, wrong := strings.Fields(cells[1]), strings.Fields(cells[2]), strings.Fields(cells[3])
		missing = slices.DeleteFunc(missing, func(number string) bool { return slices.Contains(found, number) })
		wrong = slices.DeleteFunc(wrong, func(number string) bool { return !slices.Contains(found, number) })
		none := cells[1] == "none"
		if none != (len(found) == 0) || !none && len(found) > 0 && !slices.Contains(first, found[0]) || len(missing) > 0 || len(wrong) > 0 {
			t.Errorf("%q finds %v; first should be one of %v; missing %v, wrong %v", cells[0], found, first, missing, wrong)
		}
	}
}

// Queries that were written from the report alone, most of them by people who knew
// nothing of how cases are found: each finds all the cases that it must, and before
// the last of them none that would be wrong; or none, where the report has nothing of
// it. knownMisses are those that do not yet.
func TestBlindWords(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	knownMisses := map[string]string{
		"pytki v tyurme":                     "the case of torture in general has prisoners, and no prison",
		"streets closed by police":           "the report says that the authorities closed the streets",
		"criminal penalties for NGO heads":   "the case of Bokaev and Ayan has more of the words in its title",
		"zhurnalisty 21 maya":                "a month in Latin letters is read as a name, such as Maya",
		"tougher punishment for NGO leaders": "the case of their first use says clauses, and no word for punishment",
		"how many torture complaints":        "the statistic counts registered cases; complaints are those of another case",
	}
	queries := 0
	for line := range strings.Lines(blindWords) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(cells) < 2 {
			continue
		}
		queries++
		page, err := library.Find(t.Context(), model.Query{Text: cells[0]})
		if err != nil {
			t.Fatal(err)
		}
		place := func(number string) int {
			id := fmt.Sprintf("KAZ-2016-%02s", strings.TrimSpace(number))
			return slices.IndexFunc(page.Rows, func(row results.Row) bool { return row.ID == id })
		}
		last, right := 0, true
		if cells[1] == "none" {
			if page.Total != 0 {
				t.Errorf("%q finds %s, and the report has nothing of it", cells[0], ids(page))
			}
			continue
		}
		for number := range strings.SplitSeq(cells[1], ",") {
			at := place(number)
			last, right = max(last, at), right && at >= 0
		}
		if len(cells) > 2 && strings.TrimSpace(cells[2]) != "" {
			for number := range strings.SplitSeq(cells[2], ",") {
				at := place(number)
				right = right && (at < 0 || at > last)
			}
		}
		if _, known := knownMisses[cells[0]]; right == known {
			t.Errorf("%q: right is %v; found %s", cells[0], right, ids(page))
		}
	}
	if queries < 200 {
		t.Errorf("only %d queries were tried", queries)
	}
}

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

// Words that no case has are put right, or the nearest ones are offered, in each language.
func TestMistypedWords(t *testing.T) {
	library := opened(t, "", kazakhstan(t))
	for text, want := range map[string]string{
		"tortrue": "torture", "зфыызщке": "passport", "pytki": "пытки", "gsnrb": "пытки", "зарплтаа": "зарплата", "жалкаы": "жалақы", "landcode": "land code", "overcrowdde": "overcrowded",
	} {
		page, err := library.Find(t.Context(), model.Query{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		meant, err := library.Find(t.Context(), model.Query{Text: want})
		if err != nil {
			t.Fatal(err)
		}
		if want != "" && (page.Total == 0 || page.Total != meant.Total) {
			t.Errorf("%s finds %d cases, %s %d", text, page.Total, want, meant.Total)
		}
	}
	for text, want := range map[string]string{"jial": "jail", "тюрма": "тюрьма", "түмре": "түрме", "jial sentense": "jail sentence", "elektions": "", "Iran": ""} {
		offered, err := library.Names(t.Context(), text, 3)
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(offered, func(n results.NameMatch) bool { return n.Facet == "" && n.Name == want }); got != (want != "") {
			t.Errorf("%s offers %v, want %q", text, offered, want)
		}
	}
}
