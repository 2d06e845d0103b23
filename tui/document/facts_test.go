package document

import (
	"strings"
	"testing"

	"casebook/model"
	"casebook/tui/text"
)

func TestFromMatchShowsTheMatch(t *testing.T) {
	l := text.Mark(text.Normal, strings.Repeat("far ", 20)+"found there", model.ParseText("found"))
	if got := (text.Measure{}).Truncate((Format{Width: 20}).fromMatch(l), 20, "…"); got.Matches() != 1 {
		t.Errorf("%q hides the match", got.String())
	}
}

func TestFigureText(t *testing.T) {
	for _, test := range []struct {
		figure model.Figure
		want   string
	}{
		{model.Figure{Comparator: model.Exactly, Min: number(163), Max: number(163)}, "163"},
		{model.Figure{Comparator: model.AtLeast, Min: number(48)}, "at least 48"},
		{model.Figure{Comparator: model.MoreThan, Min: number(1200)}, "more than 1,200"},
		{model.Figure{Comparator: model.About, Min: number(50), Max: number(50)}, "about 50"},
		{model.Figure{Comparator: model.FewerThan, Max: number(9)}, "fewer than 9"},
		{model.Figure{Comparator: model.Nearly, Max: number(60)}, "nearly 60"},
		{model.Figure{Comparator: model.UpTo, Max: number(500)}, "up to 500"},
		{model.Figure{Comparator: model.Between, Min: number(300000), Max: number(1500000)}, "between 300,000 and 1,500,000"},
		{model.Figure{Comparator: model.Ordinal, Min: number(6), Max: number(6)}, "6th"},
		{model.Figure{Comparator: model.Ordinal, Min: number(12)}, "12th"},
		{model.Figure{Comparator: model.Ordinal, Min: number(22)}, "22nd"},
		{model.Figure{Comparator: model.AtLeast, Min: number(2.5)}, "at least 2.5"},
	} {
		if got := (Format{}).figure(test.figure); got != test.want {
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
		{model.Outcome{Type: "fine", Amount: "20000", Unit: "tenge"}, "fine, 20,000 tenge"},
		{model.Outcome{Type: "compensation", Amount: "about 1500", Unit: "US$"}, "compensation, about US$1,500"},
		{model.Outcome{Type: "release"}, "release"},
		{model.Outcome{Type: "prison", Amount: "more than 2.5", Unit: "years"}, "prison, more than 2.5 years"},
	} {
		if got := (Format{}).outcome(test.outcome); got != test.want {
			t.Errorf("%+v reads %q, want %q", test.outcome, got, test.want)
		}
	}
}

func number(n float64) *float64 { return &n }
