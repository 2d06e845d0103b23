package words

import "testing"

func TestSay(t *testing.T) {
	for _, test := range []struct {
		language string
		n        int
		want     string
	}{
		{"", 1, "1 match"}, {"en", 1204, "1,204 matches"}, {"fr_FR.UTF-8", 2, "2 matches"},
		{"ru_RU.UTF-8", 1, "1 совпадение"}, {"ru", 3, "3 совпадения"}, {"ru", 11, "11 совпадений"}, {"ru", 21, "21 совпадение"},
		{"ru", 1204, "1\u00a0204 совпадения"}, {"ru", 0, "0 совпадений"}, {"RU-ru", 112, "112 совпадений"},
		{"kk_KZ.UTF-8", 5, "5 сәйкестік"}, {"C", 1, "1 match"}, {"POSIX", 1, "1 match"}, {"rum", 1, "1 match"},
		{"ru_RU", 1, "1 совпадение"}, {"ru_RU.KOI8-R", 1, "1 match"}, {"ru_RU.utf8", 1, "1 совпадение"}, {"kk_KZ.UTF-8@cyrillic", 1, "1 сәйкестік"},
	} {
		if got := New(test.language).Say("%d match|%d matches", test.n); got != test.want {
			t.Errorf("%s, %d: %q, want %q", test.language, test.n, got, test.want)
		}
	}
}

func TestTheZeroValueSpeaksEnglish(t *testing.T) {
	if got := (Words{}).Say("%[2]s and %[1]d other|%[2]s and %[1]d others", 2000, "A"); got != "A and 2,000 others" {
		t.Error(got)
	}
}

func TestAWordWithoutARowStaysAsItIs(t *testing.T) {
	for _, text := range []string{"lashes", "a|b", "100%", ""} {
		if got := New("kk").Word(text); got != text {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", -1000: "-1,000", -999: "-999", 1234567: "1,234,567"} {
		if got := (Words{}).Number(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	for _, language := range Languages() {
		b.Run(language, func(b *testing.B) {
			for b.Loop() {
				New(language)
			}
		})
	}
}
