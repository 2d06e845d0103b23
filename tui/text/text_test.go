package text

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
		for _, row := range (Measure{}).Wrap(Line{New(Normal, test.text)}, test.width) {
			rows = append(rows, row.String())
		}
		if got := strings.Join(rows, "|"); got != test.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestWrapKeepsTones(t *testing.T) {
	rows := (Measure{}).Wrap(Line{New(Normal, "a long na"), New(Match, "me here")}, 8)
	if len(rows) != 3 || rows[1].String() != "name" || rows[1][1].Tone != Match {
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
		for _, p := range Mark(Normal, text, model.ParseText(typed)) {
			if p.Tone == Match {
				p.Text = "[" + p.Text + "]"
			}
			got += p.Text
		}
		if got != want {
			t.Errorf("%q in %q is marked as %q, want %q", typed, text, got, want)
		}
	}
}
