package tui

import (
	"strings"
	"testing"

	"casebook/model"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		text  string
		width int
		want  string
	}{
		{"one two three", 7, "one two|three"},
		{"one two three", 3, "one|two|thr|ee"},
		{"one  two", 4, "one|two"},
		{"trial · January", 9, "trial ·|January"},
		{"Қазақстан заңы", 9, "Қазақстан|заңы"},
		{"e\u0301e\u0301 e\u0301", 2, "e\u0301e\u0301|e\u0301"},
		{"漢字漢字", 5, "漢字|漢字"},
		{"", 5, ""},
	}
	for _, test := range tests {
		var rows []string
		for _, row := range wrap(line{say(toneText, test.text)}, test.width) {
			rows = append(rows, row.String())
		}
		if got := strings.Join(rows, "|"); got != test.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestWrapKeepsTones(t *testing.T) {
	rows := wrap(line{say(toneText, "a long na"), say(toneMatch, "me here")}, 8)
	if len(rows) != 3 || rows[1].String() != "name" || rows[1][1].tone != toneMatch {
		t.Fatalf("a word of two tones is broken: %v", rows)
	}
}

func TestMarkedKeepsCharactersWhole(t *testing.T) {
	for text, want := range map[string]string{
		"one two":              "[on]e two",
		"क्षेत्र":              "[क्षे]त्र",
		"\u1112\u1161\u11ab x": "[\u1112\u1161\u11ab] x",
		"Нарымбаев":            "[На]рымбаев",
	} {
		typed := map[string]string{"one two": "on", "क्षेत्र": "क", "\u1112\u1161\u11ab x": "\u1112", "Нарымбаев": "на"}[text]
		got := ""
		for _, p := range marked(toneText, text, model.ParseText(typed)) {
			if p.tone == toneMatch {
				p.text = "[" + p.text + "]"
			}
			got += p.text
		}
		if got != want {
			t.Errorf("%q in %q is marked as %q, want %q", typed, text, got, want)
		}
	}
}

func TestFromMatchShowsTheMatch(t *testing.T) {
	l := marked(toneText, strings.Repeat("far ", 20)+"found there", model.ParseText("found"))
	if got := cut(fromMatch(l, 20, "…"), 20, "…"); countMatches(got) != 1 {
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
		{model.Outcome{Type: "released"}, "released"},
	} {
		if got := (writing{}).outcome(test.outcome); got != test.want {
			t.Errorf("%+v reads %q, want %q", test.outcome, got, test.want)
		}
	}
}
