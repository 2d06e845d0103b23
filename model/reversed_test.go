package model

import "testing"

func TestReversed(t *testing.T) {
	for text, want := range map[string]string{
		"date:2017..2016":                   "date:2017..2016",
		"torture date:2016-05-02..2016-05":  "",
		"torture date:2016-06-01..2016-05":  "date:2016-06-01..2016-05",
		"date:2016..2017":                   "",
		"date:2016..2016":                   "",
		"date:2017..":                       "",
		"date:..2016":                       "",
		"-date:2017..2016":                  "",
		"age:39..30":                        "age:39..30",
		`"date of birth":1990..1980`:        `"date of birth":1990..1980`,
		"age:30..39":                        "",
		"age:9..30":                         "",
		"2017..2016":                        "",
		"date:may..april person:39..30 x..": "",
	} {
		if got, ok := ReversedSpan(text); got != want || ok != (want != "") {
			t.Errorf("%s: %q, %v; want %q", text, got, ok, want)
		}
	}
}
