package word

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strconv"
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

// Each form in the table shares a stem with a word of another line, and is in no other line.
func TestForms(t *testing.T) {
	lines, of := map[string]int{}, map[string]map[int]bool{}
	all := strings.Split(strings.TrimSpace(formLines), "\n")
	for i, line := range all {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, form := range Split(line) {
			if other, known := lines[form]; known {
				t.Errorf("%s is in the lines %d and %d", form, other+1, i+1)
			}
			lines[form] = i
			if of[Stem(form)] == nil {
				of[Stem(form)] = map[int]bool{}
			}
			of[Stem(form)][i] = true
		}
	}
	for i, line := range all {
		if !strings.HasPrefix(line, "#") && !slices.ContainsFunc(Split(line), func(form string) bool { return len(of[Stem(form)]) > 1 }) {
			t.Errorf("line %d: no other word has the stem of %s", i+1, line)
		}
	}
	for _, test := range []struct {
		one, of string
		want    bool
	}{
		{"officers", "officer", true}, {"office", "officer", false}, {"protesters", "protested", true}, {"protestants", "protests", false},
		{"nationalities", "nation", false}, {"ruling", "rules", false}, {"detained", "detain", true}, {"universities", "universe", false},
	} {
		if got := IsForm(test.one, test.of); got != test.want {
			t.Errorf("%s is a form of %s: %v", test.one, test.of, got)
		}
	}
}

var update = flag.Bool("update", false, "write the index of the synonyms anew from their table")

// newIndex is the index of the table of synonyms: see lookUp. Entries of one word
// come first, since by them it is known which endings the words of others may lose.
func newIndex() string {
	defer func(old string) { synonymIndex, tableStems.of = old, nil }(synonymIndex)
	synonymIndex, tableStems.of = "", nil
	synonymIndex, tableStems.of = indexOf(1), nil
	return indexOf(maxEntryWords)
}

// indexOf is the index of the entries with so many words at the most.
func indexOf(most int) string {
	at, roots := map[string][]string{}, map[string]string{}
	offset := 0
	for line := range strings.Lines(synonymTable) {
		begin := strconv.Itoa(offset)
		offset += len(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		places := map[string][]string{}
		for i, entry := range strings.Split(strings.TrimSuffix(line, "\n"), "\t") {
			words := Required(entryWords(entry))
			if entry == narrower || len(words) == 0 || len(words) > most {
				continue
			}
			key := keyOf(words)
			places[key] = append(places[key], strconv.Itoa(i))
			for _, word := range words {
				stem := tableStem(word)
				if _, known := at[stem]; !known {
					at[stem] = nil
				}
				if root, ok := rootOf(stem); ok && len(words) == 1 && isCyrillic(word) && (roots[root] == "" || len(stem) < len(roots[root])) {
					roots[root] = stem
				}
			}
		}
		for key, own := range places {
			at[key] = append(at[key], begin+":"+strings.Join(own, ","))
		}
	}
	for root, stem := range roots {
		at[rootMark+root] = []string{stem}
	}
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(at)) {
		b.WriteString(key + "\t" + strings.Join(at[key], " ") + "\n")
	}
	return b.String()
}

func TestTheIndexOfSynonymsIsUpToDate(t *testing.T) {
	made := newIndex()
	if *update {
		if err := os.WriteFile("synonyms.index", []byte(made), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if made != synonymIndex {
		t.Error("synonyms.index is not that of synonyms.tsv: go generate ./model/word")
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
		wider, below := entries, slices.Index(entries, narrower)
		if below == 0 || below == len(entries)-1 {
			t.Errorf("%q has nothing before or after %s", line, narrower)
		}
		if below > 0 {
			wider = entries[:below]
		}
		for _, entry := range entries {
			if words := Required(Split(entry)); len(words) > maxEntryWords || entry != narrower && len(words) == 0 {
				t.Errorf("%q has none or more than %d words", entry, maxEntryWords)
			}
		}
		for _, entry := range wider {
			words := Required(Split(entry))
			if others, of := Synonyms(append(words, "zzz")); of != len(words) || len(others) == 0 {
				t.Errorf("%q: %d words, %v", entry, of, others)
			}
		}
	}
	has := func(words, other string) bool {
		others, _ := Synonyms(Split(words))
		return slices.ContainsFunc(others, func(o []string) bool { return strings.Join(o, " ") == other })
	}
	for _, test := range [][2]string{{"jails", "prison"}, {"түрмедегі", "prison"}, {"задерживали", "detained"}, {"наразылықтардың", "protest"}, {"кодексіне қылмыстық", "criminal code"}} {
		if !has(test[0], test[1]) {
			t.Errorf("%s does not find %s", test[0], test[1])
		}
	}
}

func TestAmounts(t *testing.T) {
	for _, test := range []struct{ words, has string }{
		{"five years", "5 years"}, {"5 year", "five years"}, {"пять лет", "5 years"}, {"75 days", "75 day"}, {"zebra years", ""}, {"5 zebras", ""},
		{"two half years", "2·5 years"}, {"два половиной года", "2·5 years"}, {"полтора года", "1·5 years"}, {"восемнадцать месяцев", "1·5 years"}, {"пятилетний", "5 years"}, {"бес жылға", "5 years"}, {"seventy five days", "75 days"},
	} {
		amounts, of := AmountAt(Split(test.words))
		has := slices.ContainsFunc(amounts, func(words []string) bool { return strings.Join(words, " ") == test.has })
		if has != (test.has != "") || test.has == "" && amounts != nil || has && of != len(Split(test.words)) {
			t.Errorf("%s: %v, of %d words", test.words, amounts, of)
		}
	}
}

func TestNumbers(t *testing.T) {
	for words, number := range map[string]string{
		"forty eight": "48", "сорок восемь": "48", "отыз төрт": "34", "five hundred": "500", "пятьсот": "500", "бес жүз": "500", "hundred sixty three": "163", "сто шестьдесят три": "163",
		"three hundred thousand": "300000", "300 тысяч": "300000", "five six": "5", "48": "", "zebra": "",
	} {
		if got, _ := NumberAt(Split(words)); got != number {
			t.Errorf("%s is %q, want %q", words, got, number)
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
