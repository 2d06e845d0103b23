package db

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/model"
)

// Words that are each of another name find the case that has them all, in any
// order and spelling.
func TestSeveralNamesOfACase(t *testing.T) {
	for where, source := range map[string]string{"memory": "", "file": filepath.Join(t.TempDir(), "library.db")} {
		library := opened(t, source, kazakhstan(t))
		for text, people := range map[string]string{
			"Нарымбаев Мамбеталин":                 "Narymbaev Mambetalin",
			"narimbaef mambetalyn":                 "Narymbaev Mambetalin",
			"mambetalyn Нарымбаев":                 "Narymbaev Mambetalin",
			"serikjan mambetalyn ermek narimbaef":  "Narymbaev Mambetalin",
			"narimbaef mambetalyn kind:proceeding": "Narymbaev Mambetalin",
			"Нарымбаев Ма":                         "Narymbaev",
			"Бокаев Аян":                           "Bokaev Ayan",
			"aian bokaef":                          "Bokaev Ayan",
			"Сейтказы Асет":                        "Seitkazy",
			"Кулекбаев Алматы":                     "Kulekbaev",
		} {
			page, err := library.Find(t.Context(), model.Query{Text: text})
			if err != nil || page.Total == 0 {
				t.Errorf("%s: %q finds nothing, %v", where, text, err)
				continue
			}
			for _, row := range page.Rows {
				for person := range strings.FieldsSeq(people) {
					if !slices.ContainsFunc(row.People, func(name string) bool { return strings.Contains(name, person) }) {
						t.Errorf("%s: %q finds %s with %v", where, text, row.ID, row.People)
					}
				}
				if row.Match == "" || row.MatchName == "" {
					t.Errorf("%s: %q does not say why it finds %s", where, text, row.ID)
				}
			}
		}
		for _, text := range []string{"narimbaef bokaef", "narimbaef zebra", "narimbaef mambetalyn zebra", "narimbaef mambetalyn -serikzhan", "bokaef aian kind:law"} {
			if page, err := library.Find(t.Context(), model.Query{Text: text}); err != nil || page.Total != 0 {
				t.Errorf("%s: %q finds %s, %v", where, text, ids(page), err)
			}
		}
	}
}
