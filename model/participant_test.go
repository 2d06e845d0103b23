package model_test

import (
	"strings"
	"testing"

	"casebook/model"
)

func TestParticipantsHaveAllTheirRoles(t *testing.T) {
	list := []model.Involvement{
		{Name: "Ada Lind", Role: "reported victim"}, {Name: model.NotStated, Role: "source"}, {Name: "Bo", Role: "defendant"},
		{Name: "Ada Lind", Role: "defendant", Described: []model.Description{{Text: "journalist"}}},
		{Name: "Bo", Role: "alleged perpetrator", Source: model.Source{Hedge: model.HedgeReported}}, {Name: model.NotStated, Role: "source"},
	}
	list[0].Described = list[3].Described
	var got []string
	for _, p := range model.Participants(list) {
		got = append(got, strings.Join(append([]string{p.Label()}, p.Hedges()...), ", "))
	}
	want := "Ada Lind (reported victim, defendant), journalist; not stated (source); Bo (defendant, alleged perpetrator), alleged perpetrator reported; not stated (source)"
	if strings.Join(got, "; ") != want {
		t.Errorf("%q, want %q", strings.Join(got, "; "), want)
	}
}

func TestAnOmissionHasATopicAndAnObject(t *testing.T) {
	for omission, want := range map[model.Omission][2]string{
		"court":                               {"court", ""},
		"number of people detained elsewhere": {"number", "of people detained elsewhere"},
		"reason for the fines":                {"reason", "for the fines"},
		"courthouse":                          {"", "courthouse"},
		"":                                    {"", ""},
		"court ":                              {"", "court"},
	} {
		if string(omission.Topic()) != want[0] || omission.Object() != want[1] {
			t.Errorf("%q: %q %q", omission, omission.Topic(), omission.Object())
		}
	}
	c := model.Case{
		Dates:     []model.Date{{EDTF: model.NotStated, What: "appeal"}, {EDTF: "2020", What: "verdict"}},
		Laws:      []model.LawInvolvement{{Name: model.NotStated, Provision: model.NotStated, Role: "convicted"}},
		Outcomes:  []model.Outcome{{Stage: "trial", Type: "prison", Amount: model.NotStated}, {Stage: "appeal", Type: "fine", Amount: model.NotStated, Date: model.NotStated}},
		NotStated: []model.Omission{"reason for it", "court"},
	}
	var got []string
	for _, omission := range c.Missing() {
		got = append(got, string(omission))
	}
	if want := "court; law; charge; date of the appeal; length of the prison term; amount of the fine; reason for it"; strings.Join(got, "; ") != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestCodesStandForRights(t *testing.T) {
	for code, want := range map[model.Code]string{
		{Scheme: "ICCPR", Code: "19"}:   "Freedom of expression",
		{Scheme: "UDHR", Code: "19"}:    "Freedom of expression",
		{Scheme: "UDHR", Code: "20"}:    "Freedom of peaceful assembly, Freedom of association",
		{Scheme: "ICESCR", Code: "12"}:  "Health",
		{Scheme: "ICCPR", Code: "99"}:   "",
		{Scheme: "HURIDOCS", Code: "7"}: "HURIDOCS 7",
	} {
		if got := strings.Join(code.Rights(), ", "); got != want {
			t.Errorf("%v: %q, want %q", code, got, want)
		}
	}
}
