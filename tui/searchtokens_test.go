package tui

import (
	"strings"
	"testing"
	"unicode"

	"casebook/model"
	"casebook/model/safe"
	"casebook/tui/browse"
)

func TestTokenAt(t *testing.T) {
	tests := []struct {
		text string // with the cursor as a bar
		want token  // without its place
		ok   bool
	}{
		{"per|", token{value: "per"}, true},
		{"one per|", token{value: "per"}, true},
		{"one per| two", token{value: "per"}, true},
		{"one p|er", token{value: "per"}, false},
		{"one |", token{}, false},
		{"|", token{}, false},
		{"person:|", token{field: "person"}, true},
		{"Person:na|", token{field: "person", value: "na"}, true},
		{"-person:na|", token{not: true, field: "person", value: "na"}, true},
		{`person:"Yermek Na|`, token{field: "person", value: "Yermek Na"}, true},
		{`law:1 person:"Yermek" al|`, token{value: "al"}, true},
		{`person:"Yermek Narymbaev"|`, token{field: "person", value: "Yermek Narymbaev", closed: true}, true},
		{`"exact words|`, token{value: "words"}, true},
		{"author:x|", token{value: "author:x"}, true},
		{"person:Нар|", token{field: "person", value: "Нар"}, true},
		{"-|", token{value: "-"}, true},
	}
	for _, test := range tests {
		before, after, _ := strings.Cut(test.text, "|")
		got, ok := tokenAt(before+after, len(before))
		got.start, got.end = 0, 0
		if got != test.want || ok != test.ok {
			t.Errorf("%s: got %+v %v, want %+v %v", test.text, got, ok, test.want, test.ok)
		}
	}
}

// FuzzQuoted takes any value for a field: what is typed for it is one term, and
// has the value's words.
func FuzzQuoted(f *testing.F) {
	for _, value := range []string{"Almaty", "Yermek Narymbaev", `The "Respublika" portal`, "«Радио Азаттык»", "art. 174", "-x", "a:b", "\x1b[2J", "\xff", "a\u200bb"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		words := func(typed string) string {
			return strings.Join(strings.FieldsFunc(model.Fold(safe.Line(typed)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }), " ")
		}
		if words(value) == "" {
			return
		}
		typed := "person:" + browse.Quote(value)
		terms := model.ParseText(typed + " rest")
		if len(terms) != 2 || terms[0].Field != "person" || terms[0].Prefix || words(terms[0].Text) != words(value) {
			t.Errorf("%q is typed as %s, which reads %+v", value, typed, terms)
		}
	})
}

func TestPast(t *testing.T) {
	var p searchHistory
	for _, text := range []string{"one", "", "  two ", "one"} {
		p.add(text)
	}
	older := func(shown, want string) {
		t.Helper()
		if got, _ := p.older(shown); got != want {
			t.Errorf("before %q is %q, want %q", shown, got, want)
		}
	}
	older("thr", "one")
	older("one", "two")
	if _, ok := p.older("two"); ok {
		t.Error("there is something before the first")
	}
	for _, want := range []string{"one", "thr"} {
		if got, _ := p.newer(); got != want {
			t.Errorf("then comes %q, want %q", got, want)
		}
	}
	if _, ok := p.newer(); ok {
		t.Error("there is something after what is being typed")
	}
	for i := range 2 * maxSearches {
		p.add(strings.Repeat("x", i+1))
	}
	if len(p.texts) != maxSearches {
		t.Errorf("%d searches are kept", len(p.texts))
	}
}
