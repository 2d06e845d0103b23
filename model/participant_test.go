package model_test

import (
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
	got, outcomes := "", map[string]int{}
	for _, p := range c.Concerned() {
		got += p.Name + " "
		for _, o := range c.Outcomes {
			if o.Concerns(p.Involvement) {
				outcomes[p.Name]++
			}
		}
	}
	if got != "B D NGO " || outcomes["B"] != 1 || outcomes["D"] != 1 || outcomes["NGO"] != 1 {
		t.Errorf("concerned are %q with %v", got, outcomes)
	}
}
