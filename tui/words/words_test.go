package words

import "testing"

func TestSay(t *testing.T) {
	for _, test := range []struct {
		language string
		n        int
		want     string
	}{
		{"", 1, "1 case"}, {"en", 1204, "1,204 cases"}, {"fr_FR.UTF-8", 2, "2 cases"},
		{"ru_RU.UTF-8", 1, "1 случай"}, {"ru", 3, "3 случая"}, {"ru", 11, "11 случаев"}, {"ru", 21, "21 случай"},
		{"kk_KZ.UTF-8", 5, "5 іс"}, {"C", 1, "1 case"}, {"POSIX", 1, "1 case"},
	} {
		if got := New(test.language).Say("%d case|%d cases", test.n); got != test.want {
			t.Errorf("%s, %d: %q, want %q", test.language, test.n, got, test.want)
		}
	}
}
