package tui_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/model"
	"casebook/tui"
	"casebook/tui/words"
)

// TestTheAnswerToAName: for everybody of the seed of whom the report says what came of
// them, the name is typed at 80x24, and Enter once, or twice where there are several
// cases, shows without scrolling who it is, what came of them and where the report
// says so. It counts the rows.
func TestTheAnswerToAName(t *testing.T) {
	library := seeded(t)
	page, err := library.Find(t.Context(), model.Query{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	outcomes, cases := map[string][]model.Outcome{}, map[string]int{}
	for _, row := range page.Rows {
		c, err := library.Case(t.Context(), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range model.Participants(c.People) {
			cases[p.Name]++
			for _, o := range c.Outcomes {
				if o.Stage != model.StagePenaltyInLaw && slices.Contains(o.People, p.Name) {
					outcomes[p.Name] = append(outcomes[p.Name], o)
				}
			}
		}
	}
	people, err := library.People(t.Context(), model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, person := range people {
		if person.Kind != model.PersonIndividual || len(outcomes[person.Name]) == 0 {
			continue
		}
		named++
		for _, language := range words.Languages() {
			w := words.New(language)
			keys := []string{"/", person.Name, "enter"}
			if cases[person.Name] > 1 {
				keys = append(keys, "enter")
			}
			screen := tui.ScreenAt(t, library, 80, 24, tui.Options{Language: language}, keys...)
			shown := strings.Join(strings.Fields(strings.ReplaceAll(screen, "▐", "")), " ")
			for _, want := range []string{person.Name + " · ", w.Say("Source") + " "} {
				if !strings.Contains(shown, want) {
					t.Errorf("%s, %s: %q is not on the first screen:\n%s", person.Name, language, want, screen)
				}
			}
			for _, o := range outcomes[person.Name] {
				if !strings.Contains(shown, w.Word(string(o.Type))) {
					t.Errorf("%s, %s: %s is not on the first screen:\n%s", person.Name, language, o.Type, screen)
				}
			}
			rows := strings.Split(screen, "\n")
			if at := slices.IndexFunc(rows, func(row string) bool { return strings.HasPrefix(row, " "+w.Say("Source")+" ") }); at < 0 || at > 20 {
				t.Errorf("%s, %s: the source is in row %d", person.Name, language, at+1)
			}
		}
	}
	if named < 10 {
		t.Errorf("%d people of the seed have an outcome, want 10", named)
	}
}
