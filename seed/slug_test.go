package seed

import "testing"

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"cases":                 "cases",
		"Cases of 2016 (final)": "cases-of-2016-final",
		"Список дел":            "spisok-del",
		"Қосымша":               "qosymsha",
		"Дела 2":                "dela-2",
		"fälle 2016":            "falle-2016",
		"Zażółć gęślą Straße":   "zazolc-gesla-strasse",
		"!!":                    "own-cases",
		"объекты":               "obekty",
		"Йод":                   "iod",
		"Й":                     "i",
	} {
		if got := slug(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
	if a, b := slug("案件"), slug("一覧"); a == b || a == "own-cases" {
		t.Errorf("%q and %q", a, b)
	}
}
