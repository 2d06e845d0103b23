package cells

import (
	"strings"
	"testing"

	"casebook/model"
)

// FuzzCells reads what may stand in a cell. A name is a part of its cell, an amount is of a
// kind that has one.
func FuzzCells(f *testing.F) {
	for _, text := range []string{"5 years and 6 months", "LIND, Ada (alias Sokol), b. 1970", "Port, 3 May 2016", "1.250,50", "week of 3 May 2016", "有期徒刑5年", "штраф 20 МРП", "2-3 тыс."} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, o := range Outcomes(text, "prison") {
			if o.Unit != "" && (o.Amount == "" || o.Amount == model.NotStated) || o.Type == "" || o.Stage == "" {
				t.Errorf("%q is %+v", text, o)
			}
		}
		if name, _ := CutAside(text); !strings.Contains(text, name) {
			t.Errorf("%q: the name is %q", text, name)
		}
		if date, rest, ok := (DateReading{Order: OrderDMY, Pivot: 30}).CutDate(text); ok && (date == "" || rest == "" || !strings.Contains(text, rest)) {
			t.Errorf("%q is %q and %q", text, date, rest)
		}
		if HasDecimalComma(text) && !model.PlainNumber(PointNumber(text)) {
			t.Errorf("%q is the number %q", text, PointNumber(text))
		}
	})
}
