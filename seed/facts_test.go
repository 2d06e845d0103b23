package seed_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/model"
)

// TestKnownFacts holds the facts of the seed that are easiest to
// get wrong: who got what, and what is left open.
func TestKnownFacts(t *testing.T) {
	pack := embedded(t)
	outcomes := map[string][]string{}
	for _, c := range pack.Cases {
		for _, o := range c.Outcomes {
			outcomes[c.ID[len("KAZ-2016-"):]] = append(outcomes[c.ID[len("KAZ-2016-"):]], strings.TrimSpace(strings.Join([]string{string(o.Stage), string(o.Type), string(o.Amount), string(o.Unit)}, " ")))
		}
	}
	for id, want := range map[string][]string{
		"08": {"detention arrest", "administrative administrative detention 10-15 days"},
		"10": {"detention detention", "detention release"},
		"11": {"detention detention", "detention release"},
		"13": {"trial prison not stated", "appeal suspended sentence not stated"},
		"14": {"trial prison 5 years", "appeal sentence upheld"},
		"15": {"trial prison 5 years"},
		"16": {"trial probation 2.5 years"},
		"17": {"trial prison 1.5 years", "conversion suspended sentence not stated"},
		"18": {"trial prison 6 years", "trial prison 5 years"},
		"26": {"trial case lost", "administrative inspection"},
		"37": {"trial prison 9 years", "prosecution prosecution dropped"},
		"49": {"trial death sentence"},
		"51": {"commutation life imprisonment"},
	} {
		if !slices.Equal(outcomes[id], want) {
			t.Errorf("%s: outcomes %q, want %q", id, outcomes[id], want)
		}
	}
	victims, conscience := map[string]bool{}, 0
	for _, c := range pack.Cases {
		for _, person := range c.People {
			if person.Role == model.RoleReportedVictim {
				victims[person.Name] = true
			}
		}
	}
	for _, person := range pack.People {
		if person.Status != nil && person.Status.Text == "prisoner of conscience" {
			conscience++
		}
	}
	for _, name := range []string{"Yermek Narymbaev", "Serikzhan Mambetalin", "Igor Sychev", "Maks Bokaev", "Talgat Ayan", "Zhanat Esentaev", "Guzyal Baidalinova", "Seitkazy Mataev", "Aset Mataev"} {
		if !victims[name] {
			t.Errorf("%s is no reported victim", name)
		}
	}
	for _, name := range []string{"Ten people in Almaty", "Ruslan Kulekbaev", "Former prison officer"} {
		if victims[name] {
			t.Errorf("%s is a reported victim", name)
		}
	}
	if conscience != 2 {
		t.Errorf("%d prisoners of conscience", conscience)
	}
}
