package name

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestSpellingsShareAKey holds the promise of the tables: what one standard
// writes and what another writes of the same name sound the same.
func TestSpellingsShareAKey(t *testing.T) {
	for _, same := range [][]string{
		{"Тлеубаев", "Tleubayev", "Tleubaev", "Tleubajew", "Tleubaiev", "Tleubaïev", "Tleubayeff"}, // BGN/PCGN, ICAO, German, French
		{"Ержан", "Yerzhan", "Erzhan", "Ierzhan", "Jerzhan", "Erjan", "Eržan", "Erdzhan", "Erdjan"},
		{"Ақан", "Aqan", "Akan", "Aķan"},
		{"Шоқан", "Şoqan", "Shoqan", "Schokan", "Šoķan"},
		{"Қожа", "Qoja", "Kozha", "Qozha"},
		{"Жеңіс", "Zhenis", "Jeñıs", "Jeńis", "Zhengis"},
		{"Өмір", "Ömır", "Omir", "Ómir", "Oemir"},
		{"Ғабит", "Ğabit", "Ghabit", "Gabit", "Ǵabıt"},
		{"Ахмет", "Akhmet", "Ahmet", "Achmet"},
		{"Хайруллин", "Khairullin", "Xayrullin", "Khayrulin"},
		{"Щукин", "Shchukin", "Schtschukin", "Chtchukin", "Ŝukin"},
		{"Чехов", "Chekhov", "Tschechow", "Čehov", "Tchekhov"},
		{"Цой", "Tsoy", "Tsoi", "Coj"},
		{"Анбар", "Anbar", "Ambar"},
		{"Абдулла", "Abdulla", "Abdullah", "Abdoulla"},
		{"Ўктам", "Oʻktam", "O'ktam", "Oktam"},
		// The decree of October 2017, with apostrophes; that of 2018, with accents.
		{"Шығыс", "S'yg'ys", "Shyghys", "Şyğys", "Shyǵys"},
		{"Әуезов", "A’y’ezov", "Áýezov", "Auezov"},
		{"Үшкемпіров", "U's'kempirov", "Úshkempirov", "Üşkempırov"},
		// ALA-LC with its ties; Polish, Hungarian, Dutch, French.
		{"Жангир", "Z͡hangir", "Zhangir", "Zsangir", "Zjangir", "Żangir"},
		{"Щербин", "Szczerbin", "Shcherbin", "Schtscherbin"},
		{"Черный", "Tsjerny", "Csernij", "Czerny", "Chernyy", "Tcherny"},
		{"Герман", "Guerman", "German"},
		// Marks that were left out.
		{"Çelik", "Celik"}, {"Žakov", "Zakov", "Zhakov"}, {"Şenol", "Senol", "Shenol"}, {"Ǧamāl", "Jamal", "Gamal"},
		// Kazakh у after a vowel is w.
		{"Дәулет", "Daulet", "Dawlet", "Давлет", "Däulet"}, {"Наурыз", "Nauryz", "Nawriz"},
		{"Сергеев", "Sergeev", "Sergeyev", "Sergejew", "Sergueïev"}, {"Шукеев", "Shukeyev", "Shukeev", "Şukeev"},
		{"Аян", "Ayan", "Aian", "Ajan"},
		{"قايرات", "Kairat", "Qairat", "Қайрат", "Kayrat"},
		{"ءىلياس", "Ilyas", "Ильяс", "Ilias"},
	} {
		for _, other := range same[1:] {
			if !share(same[0], other) {
				t.Errorf("%s %v and %s %v share no key", same[0], Words(same[0])[0].Keys, other, Words(other)[0].Keys)
			}
		}
	}
}

func share(a, b string) bool {
	for _, key := range Words(a)[0].Keys {
		if slices.Contains(Words(b)[0].Keys, key) {
			return true
		}
	}
	return false
}

func TestKeysOfDifferentNames(t *testing.T) {
	for _, pair := range [][2]string{
		{"Marat", "Murat"}, {"Dana", "Diana"}, {"Asan", "Hasan"}, {"Karim", "Kasim"}, {"Serik", "Berik"},
		{"Aliev", "Valiev"}, {"Erlan", "Arman"}, {"Ким", "Цой"}, {"Nurlan", "Nurzhan"},
	} {
		if share(pair[0], pair[1]) {
			t.Errorf("%s and %s share a key", pair[0], pair[1])
		}
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string][]string{
		"Alma-Ata":         {"alma", "ata", "almaata"},
		"O'tkir  G‘afur":   {"otkir", "gafur"},
		"Накануне.kz":      {"накануне", "kz"},
		"наканунe":         {"накануне"}, // the last letter is a Latin e
		"Forum18":          {"forum", "18", "forum18"},
		"al-Farabi, Abu N": {"al", "farabi", "abu", "n", "alfarabi"},
		"ОРАЗБЕКҰЛЫ":       {"оразбекұлы"},
		"Ayşe\u200dgül":    {"aysegul"},
		" – … !":           nil,
		"":                 nil,
		"\xff\xfeAsan\xff": {"asan"},
	} {
		var got []string
		for _, w := range Words(text) {
			got = append(got, w.Literal)
		}
		if !slices.Equal(got, want) {
			t.Errorf("Words(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSkeleton(t *testing.T) {
	for key, want := range map[string]string{"tleubaev": "tlpf", "erjan": "arjn", "ua": "a", "": "", "18": "18"} {
		if got := Skeleton(key); got != want {
			t.Errorf("Skeleton(%q) = %q, want %q", key, got, want)
		}
	}
	if got, want := Forms("arjn"), []string{"arjn", "rjn", "ajn", "arn", "arj"}; !slices.Equal(got, want) {
		t.Errorf("Forms(arjn) = %q, want %q", got, want)
	}
}

func TestOtherKeyboard(t *testing.T) {
	for typed, want := range map[string]string{
		"Ljcgfyjd":     "доспанов",
		"{fyfnjd":      "ханатов",
		"фылфк ":       "askar ",
		"9knfy":        "ұлтан",
		"vfhfn vfhfnj": "марат марато",
	} {
		got := OtherKeyboard(typed)
		if len(got) == 0 || got[0] != want {
			t.Errorf("OtherKeyboard(%q) = %q, want %q first", typed, got, want)
		}
	}
}

func TestCostsOfLikelySlips(t *testing.T) {
	for _, pair := range [][3]string{ // the first is nearer to the second than the third is
		{"erlan", "erlam", "erlat"}, // confused sounds against others
		{"marat", "marot", "marut"}, // vowels that sound alike
		{"talgat", "talgta", "talkas"},
		{"serik", "serig", "berik"}, // the first letter is dear
	} {
		near, _, _ := soundDistance(pair[0], pair[1], false, false, impossible)
		far, _, _ := soundDistance(pair[0], pair[2], false, false, impossible)
		if near <= 0 || near >= far {
			t.Errorf("from %s: %s costs %.2f, %s costs %.2f", pair[0], pair[1], near, pair[2], far)
		}
	}
	if next, other := letterDistance([]rune("askar"), []rune("aslar"), impossible), letterDistance([]rune("askar"), []rune("aspar"), impossible); next >= other {
		t.Errorf("the next key costs %.2f, another %.2f", next, other)
	}
	if whole, _, _ := soundDistance("nrsltn", "nursultan", true, false, impossible); whole > 0.2 {
		t.Errorf("vowels that a script leaves out cost %.2f", whole)
	}
}

func FuzzWords(f *testing.F) {
	for _, seed := range []string{"Yermek Narymbaev", "yfhsv,ftd", "نور سلطان", "ءىلياس", "Ő̈́", "a\u0301\u0301\u0301", "x-y-z-", "ﷺ", "İıŞ", "c c c c c c", "٣٤", "\xff", "нг нг", "ß", "𝕬"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := Words(text)
		if len(words) > 2*maxWords {
			t.Fatalf("%q has %d words", text, len(words))
		}
		for _, w := range words {
			if len(w.Keys) == 0 || len(w.Keys) > maxSoundKeys || !utf8.ValidString(w.Literal) {
				t.Fatalf("%q: word %+v", text, w)
			}
			for _, key := range w.Keys {
				if !utf8.ValidString(key) || !utf8.ValidString(Skeleton(key)) {
					t.Fatalf("%q: key %q", text, key)
				}
			}
		}
		Spellings(text)
	})
}

func BenchmarkWords(b *testing.B) {
	for b.Loop() {
		Words("Жанболат Нұрсұлтанұлы Schtscherbakow")
	}
}

// TestLetterTable holds each line to a group of letters and its sounds, which are
// written in the alphabet of sounds.
func TestLetterTable(t *testing.T) {
	met := map[string]bool{}
	for line := range lines(letterTable) {
		fields := strings.Fields(line)
		if len(fields) < 2 || met[fields[0]] {
			t.Errorf("%q: a line has letters that no other line has, and sounds", line)
			continue
		}
		met[fields[0]] = true
		for _, sound := range fields[1:] {
			if strings.Trim(sound, "-aeiouybpdtgkhzsjxqcvfmnlr") != "" {
				t.Errorf("%q: %s is no sound", line, sound)
			}
		}
	}
}
