package tui_test

import (
	"strings"
	"testing"

	"casebook/tui"
)

// What people type as it comes to their mind leads to the cases, on the screen.
func TestOrdinaryWordsAndNamesAreFound(t *testing.T) {
	library := seeded(t)
	for query, ids := range map[string]string{
		"freedom of assembly": "02 03 04 06 07 08 09 10 11", "prison": "13 14 15 17 18 37", "imprisonment": "13 14 15 17 18 37", "jail": "13 14 15 17 18 37",
		"5 years": "14 15 18", "five years": "14 15 18", "death penalty": "48 49 50 51", "land code": "04 05 06 07 08 09 10 11 15 16",
		"freedom of expression": "11 12 13 14 15 16 17 18 19", "migrant workers' rights": "40 41 42 43 44 45 46 47", "NGOs": "21 22 23 24 26 28",
		"proceeding": "08 13 14 15 16 17 18 26 33 37 49", "defendant": "08 13 14 15 16 17 18 33 37 49",
		"prisoners of conscience": "15 23", "overcrowded": "44", "education": "01 46", "agricultural": "05 43", "incitement": "15", "appeal": "13 14",
		"Nursultan Nazarbayev": "50", "Нурсултан Назарбаев": "50", "Бокаевым": "15 23", "с Бокаевым": "15 23", "Бокаев и Аян": "15 23",
		"E. Narymbaev": "13", "Mataevs": "18", "بوكاييف": "15 23", "outcome:jail": "13 14 15 17 18 37", "role:victims": "13 14 15",
	} {
		screen := tui.ScreenOf(t, library, tui.Options{}, "/", query, "enter")
		for _, id := range strings.Fields(ids) {
			c, err := library.Case(t.Context(), "KAZ-2016-"+id)
			if err != nil {
				t.Fatal(err)
			}
			if title := string([]rune(c.Title)[:18]); !strings.Contains(screen, title) {
				t.Errorf("%q does not show %s, %s:\n%s", query, id, title, screen)
			}
		}
	}
}
