package db

import (
	"fmt"
	"testing"

	"casebook/model"
)

// One name in three reports: two of them say, one through the other, that theirs is the same.
func TestSameAsJoinsNames(t *testing.T) {
	both := func(t *testing.T, same []string, people, also, groups string) {
		third := sudland()
		third.Report.ID, third.Report.Prefix, third.Report.Title = "westland-2022", "WES-2022", "Westland"
		third.Cases = third.Cases[:1]
		third.Cases[0].ID = "WES-2022-1"
		second := sudland()
		second.People[0].SameAs = same
		library := opened(t, "", norland(), second, third)
		list, err := library.People(t.Context(), model.Query{Filter: model.Filter{model.FacetPerson: {"Aron Brandt"}}})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, person := range list {
			if person.Name == "Aron Brandt" {
				got += fmt.Sprint(person.AlsoIn)
				for _, c := range person.Cases {
					got += " " + c.Case
				}
				got += "; "
			}
		}
		if got != people {
			t.Errorf("people are %s, want %s", got, people)
		}
		first, err := library.People(t.Context(), model.Query{Limit: 2, Text: "brandt"})
		if err != nil || len(first) != 2 {
			t.Errorf("a window is %v, %v", first, err)
		}
		c, err := library.Case(t.Context(), "SUD-2021-1")
		if err != nil || fmt.Sprint(c.People[0].AlsoIn) != also {
			t.Errorf("the case has %v, want %s: %v", c.People[0].AlsoIn, also, err)
		}
		names, err := library.Namesakes(t.Context(), model.FacetPerson, "Aron Brandt")
		if err != nil || fmt.Sprint(names) != groups {
			t.Errorf("namesakes are %v, want %s: %v", names, groups, err)
		}
	}
	t.Run("nobody says", func(t *testing.T) {
		both(t, nil, "[sudland-2021 westland-2022] NOR-2020-02; [norland-2020 westland-2022] SUD-2021-1; [norland-2020 sudland-2021] WES-2022-1; ",
			"[norland-2020 westland-2022]", "[[norland-2020] [sudland-2021] [westland-2022]]")
	})
	t.Run("one says", func(t *testing.T) {
		both(t, []string{"norland-2020"}, "[westland-2022] NOR-2020-02 SUD-2021-1; [norland-2020 sudland-2021] WES-2022-1; ",
			"[westland-2022]", "[[norland-2020 sudland-2021] [westland-2022]]")
	})
	t.Run("all through one", func(t *testing.T) {
		both(t, []string{"norland-2020", "westland-2022", "elsewhere-1999"}, "[] NOR-2020-02 SUD-2021-1 WES-2022-1; ", "[]", "[[norland-2020 sudland-2021 westland-2022]]")
	})
}
