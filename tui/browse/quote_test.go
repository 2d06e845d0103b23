package browse

import (
	"strings"
	"testing"
	"unicode"

	"casebook/model"
	"casebook/model/safe"
)

// FuzzQuoted takes any value for a field: what is typed for it is one term, and
// has the value's words.
func FuzzQuoted(f *testing.F) {
	for _, value := range []string{"Almaty", "Yermek Narymbaev", `The "Respublika" portal`, "«Радио Азаттык»", "art. 174", "-x", "a:b", "\x1b[2J", "\xff", "a\u200bb", "\u3208", "\u24d0"} {
		f.Add(value)
	}
	f.Fuzz(func(t *testing.T, value string) {
		words := func(typed string) string {
			return strings.Join(strings.FieldsFunc(model.Fold(safe.Line(typed)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }), " ")
		}
		if words(value) == "" {
			return
		}
		typed := "person:" + Quote(value)
		terms := model.ParseText(typed + " rest")
		if len(terms) != 2 || terms[0].Field != "person" || terms[0].Prefix || words(terms[0].Text) != words(value) {
			t.Errorf("%q is typed as %s, which reads %+v", value, typed, terms)
		}
	})
}
