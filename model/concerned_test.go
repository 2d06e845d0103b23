package model_test

import (
	"fmt"
	"testing"

	"casebook/model"
)

// TestConcerned holds that a case is about whoever has a role that says so, or an
// outcome of their own; not about a court, a source, or a name in passing.
func TestConcerned(t *testing.T) {
	c := model.Case{
		People:        []model.Involvement{{Name: "A", Role: "mentioned"}, {Name: "B", Role: "reported victim"}, {Name: "B", Role: "mentioned"}, {Name: "C", Role: "source"}, {Name: "D", Role: "mentioned"}},
		Organisations: []model.Involvement{{Name: "Court", Role: "authority"}, {Name: "NGO", Role: "litigant"}, {Name: model.NotStated, Role: "litigant"}},
		Outcomes:      []model.Outcome{{Stage: "trial", Type: "fine", People: []string{"D"}}, {Stage: "trial", Type: "case lost"}, {Stage: "penalty in law", Type: "prison"}},
	}
	people, organisations := c.Concerned()
	got := ""
	for _, p := range append(people, organisations...) {
		outcomes := 0
		for _, o := range c.Outcomes {
			if o.About(p) {
				outcomes++
			}
		}
		got += fmt.Sprint(p.Name, " ", outcomes, ", ")
	}
	if want := "B 1, D 1, NGO 1, not stated 1, "; got != want {
		t.Errorf("concerned, with their outcomes, are %q, want %q", got, want)
	}
}
