package word

import (
	"slices"
	"strings"
	"testing"
)

func TestStems(t *testing.T) {
	for _, same := range []string{
		"detain detained detaining", "imprison imprisonment imprisoned", "protest protests protesters protested",
		"organise organize organized organising", "unauthorised unauthorized", "labour labor", "overcrowded overcrowding",
		"пытка пытки пыткой", "задержан задержанный задержанные", "журналист журналистов журналистами", "полиция полицией",
		"белсенді белсенділер", "активист активистка активисток активисткой", "учитель учительница", "пытки пыток", "ошибка ошибок", "мигранттар мигранттардың мигрант",
	} {
		forms := strings.Fields(same)
		for _, form := range forms[1:] {
			if a, b := Stem(Fold(forms[0])), Stem(Fold(form)); a != b && Fold(forms[0]) != b {
				t.Errorf("%s is %q, %s is %q", forms[0], a, form, b)
			}
		}
	}
	for _, apart := range []string{"prison prisoner", "report reporter", "hour horse", "мина миниатюра"} {
		forms := strings.Fields(apart)
		if Stem(forms[0]) == Stem(forms[1]) {
			t.Errorf("%s are one", apart)
		}
	}
}

// Each entry of the table finds the others of its line, in any form.
func TestSynonyms(t *testing.T) {
	for line := range strings.Lines(synonymTable) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		entries := strings.Split(strings.TrimSpace(line), "\t")
		if len(entries) < 2 || slices.Contains(entries, "") {
			t.Errorf("%q has no two entries", line)
		}
		for _, entry := range entries {
			words := Required(Split(entry))
			if len(words) > mostWords {
				t.Errorf("%q has more than %d words", entry, mostWords)
			}
			if others, of := Synonyms(append(words, "zzz")); of != len(words) || len(others) == 0 {
				t.Errorf("%q: %d words, %v", entry, of, others)
			}
		}
	}
	if others, _ := Synonyms([]string{"jails"}); !slices.ContainsFunc(others, func(o []string) bool { return o[0] == "prison" }) {
		t.Errorf("jails: %v", others)
	}
}

func TestAmounts(t *testing.T) {
	for _, test := range []struct{ number, unit, has string }{
		{"five", "years", "5 years"}, {"5", "year", "five years"}, {"пять", "лет", "5 years"}, {"75", "days", "75 day"}, {"zebra", "years", ""}, {"5", "zebras", ""},
	} {
		amounts := Amounts(test.number, test.unit)
		has := slices.ContainsFunc(amounts, func(words []string) bool { return strings.Join(words, " ") == test.has })
		if has != (test.has != "") || test.has == "" && amounts != nil {
			t.Errorf("%s %s: %v", test.number, test.unit, amounts)
		}
	}
}

// The words of a text are the same by Words and by Split, and stand in it one
// behind the other.
func FuzzWords(f *testing.F) {
	for _, text := range []string{"Prison, im\u00ADprisonment", "北京记者被拘留 in 2016", "и\u0306од Ёж", "مُحَمَّد", "Straße ﬁne", "a\xffb", "हिन्दी में", "e\u0301\u0302x", "ーア亜a"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var folded []string
		at := 0
		for _, word := range Words(text) {
			if len(word.Ends) != len(word.Folded) || word.Start < at || word.Ends[0] < word.Start || !slices.IsSorted(word.Ends) || word.Ends[len(word.Ends)-1] > len(text) {
				t.Fatalf("%q: %+v", text, word)
			}
			at = word.Start
			folded = append(folded, string(word.Folded))
		}
		if split := Split(text); !slices.Equal(split, folded) {
			t.Errorf("%q: %q and %q", text, split, folded)
		}
		if twice := Fold(Fold(text)); twice != Fold(text) {
			t.Errorf("%q folds to %q, and that to %q", text, Fold(text), twice)
		}
	})
}

func TestSpelling(t *testing.T) {
	for text, want := range map[string]string{
		"Maks Bokaev":              "Maks Bokaev",
		"Cafe\u0301":               "Café",
		"Ma\u00ADtaev \u200Bson":   "Mataev son",
		"\u200F Али":               "Али",
		"نامه\u200Cها":             "نامه\u200Cها", // a joiner that shapes what is written
		"e\u200B\u0301":            "é",
		"a\u200Cb":                 "ab",
		"\xff\u200B\xd8 no UTF-8":  "\xff\u200B\xd8 no UTF-8",
		"\u200Bends in a byte\xf0": "\u200Bends in a byte\xf0",
	} {
		if got := Spelling(text); got != want {
			t.Errorf("Spelling(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzSpelling(f *testing.F) {
	for _, text := range []string{"Cafe\u0301", "e\u200B\u0301", "\u200B\xff", "a \u200B b", "نامه\u200Cها"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Spelling(text)
		if twice := Spelling(once); twice != once {
			t.Errorf("Spelling(%q) = %q, and of that %q", text, once, twice)
		}
	})
}
