package tui

import (
	"strings"
	"testing"

	"casebook/model"
	"casebook/tui/text"
)

func TestFromMatchShowsTheMatch(t *testing.T) {
	l := text.Mark(text.Normal, strings.Repeat("far ", 20)+"found there", model.ParseText("found"))
	if got := text.Truncate(fromMatch(l, 20, "…"), 20, "…"); got.Matches() != 1 {
		t.Errorf("%q hides the match", got.String())
	}
}

func TestFigureText(t *testing.T) {
	for _, test := range []struct {
		figure model.Figure
		want   string
	}{
		{model.Figure{Comparator: model.Exactly, Min: one(163), Max: one(163)}, "163"},
		{model.Figure{Comparator: model.AtLeast, Min: one(48)}, "at least 48"},
		{model.Figure{Comparator: model.MoreThan, Min: one(1200)}, "more than 1,200"},
		{model.Figure{Comparator: model.About, Min: one(50), Max: one(50)}, "about 50"},
		{model.Figure{Comparator: model.FewerThan, Max: one(9)}, "fewer than 9"},
		{model.Figure{Comparator: model.Nearly, Max: one(60)}, "nearly 60"},
		{model.Figure{Comparator: model.UpTo, Max: one(500)}, "up to 500"},
		{model.Figure{Comparator: model.Between, Min: one(300000), Max: one(1500000)}, "between 300,000 and 1,500,000"},
		{model.Figure{Comparator: model.Ordinal, Min: one(6), Max: one(6)}, "6th"},
		{model.Figure{Comparator: model.Ordinal, Min: one(12)}, "12th"},
		{model.Figure{Comparator: model.Ordinal, Min: one(22)}, "22nd"},
		{model.Figure{Comparator: model.AtLeast, Min: one(2.5)}, "at least 2.5"},
	} {
		if got := (writing{}).figure(test.figure); got != test.want {
			t.Errorf("%+v reads %q, want %q", test.figure, got, test.want)
		}
	}
}

func TestOutcomeText(t *testing.T) {
	for _, test := range []struct {
		outcome model.Outcome
		want    string
	}{
		{model.Outcome{Type: "prison", Amount: "5", Unit: "years"}, "prison, 5 years"},
		{model.Outcome{Type: "prison", Amount: "1", Unit: "years"}, "prison, 1 year"},
		{model.Outcome{Type: "administrative detention", Amount: "10-15", Unit: "days"}, "administrative detention, 10–15 days"},
		{model.Outcome{Type: "prison", Amount: model.NotStated}, "prison, length not stated"},
		{model.Outcome{Type: "fine", Amount: model.NotStated}, "fine, amount not stated"},
		{model.Outcome{Type: "release"}, "release"},
	} {
		if got := (writing{}).outcome(test.outcome); got != test.want {
			t.Errorf("%+v reads %q, want %q", test.outcome, got, test.want)
		}
	}
}
