package searchbox

import (
	"strings"
	"testing"
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
		{"author:x|", token{field: "author", own: true, value: "x"}, true},
		{`"Date of birth":"May 19|`, token{field: "Date of birth", own: true, value: "May 19"}, true},
		{"10:30|", token{value: "10:30"}, true},
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
