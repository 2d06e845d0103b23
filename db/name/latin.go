package name

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// A group is Latin letters that are read together: those after the first, and
// what they may sound like.
type group struct {
	rest   []rune
	sounds []string
}

// latinGroups are the groups by their first letter, the longest first.
var latinGroups = sync.OnceValue(newGroups)

func newGroups() map[rune][]group {
	groups := map[rune][]group{}
	for _, s := range spellings {
		letters := []rune(s.letters)
		groups[letters[0]] = append(groups[letters[0]], group{letters[1:], s.sounds})
	}
	return groups
}

// spellings are the groups, the longest first. Each comment names the
// romanisation that writes so.
var spellings = []struct {
	letters string
	sounds  []string
}{
	{"schtsch", []string{"x"}}, // щ, German (Duden)
	{"shtch", []string{"x"}},   // щ, French
	{"chtch", []string{"x"}},   // щ, French
	{"szcz", []string{"x"}},    // щ, Polish
	{"tsch", []string{"q"}},    // ч, German
	{"dsch", []string{"j"}},    // дж, German
	{"shch", []string{"x"}},    // щ, BGN/PCGN, ICAO
	{"tch", []string{"q"}},     // ч, French
	{"sch", []string{"x", "j"}},
	{"dzh", []string{"j"}}, // дж, BGN/PCGN
	{"dsh", []string{"j"}},
	{"tsj", []string{"q"}},         // ч, Dutch and Scandinavian
	{"gue", []string{"ge", "gue"}}, // French: Guerman
	{"gui", []string{"gi", "gui"}},
	{"zh", []string{"j"}},       // ж, BGN/PCGN, ICAO
	{"dj", []string{"j"}},       // French, and ج before the 2000s
	{"dž", []string{"j"}},       // ISO 9
	{"šč", []string{"x"}},       // scholarly щ
	{"sh", []string{"x"}},       // ш
	{"sj", []string{"x", "sj"}}, // ш, Dutch and Scandinavian
	{"zj", []string{"j"}},       // ж, the same
	{"zs", []string{"j", "zs"}}, // ж, Hungarian
	{"cs", []string{"q", "ks"}}, // ч, Hungarian
	{"şş", []string{"x"}},       // щ, the decree of 2021
	{"ch", []string{"q", "h", "x"}},
	{"kh", []string{"h"}},      // х, BGN/PCGN; خ, UNGEGN
	{"gh", []string{"g"}},      // ғ, BGN/PCGN; غ, UNGEGN
	{"ph", []string{"f"}},      // Greek names
	{"th", []string{"t"}},      // ث, UNGEGN
	{"dh", []string{"d", "z"}}, // ذ, UNGEGN
	{"ck", []string{"k"}},
	{"cz", []string{"q"}},      // ч, Polish
	{"sz", []string{"x", "s"}}, // ш, Polish; с, Hungarian
	{"tz", []string{"c"}},
	{"ts", []string{"c", "ts"}}, // ц, BGN/PCGN, ICAO
	{"ks", []string{"ks"}},
	{"ou", []string{"u", "o"}},       // у, French
	{"oo", []string{"o", "u"}},       // Kyrgyz oo; ū in English spellings of Arabic
	{"ee", []string{"e", "i"}},       // Kyrgyz ee; ī in English spellings of Arabic
	{"oe", []string{"o", "oe", "u"}}, // ö without its dots; у, Dutch
	{"ue", []string{"ue", "u"}},      // ü without its dots
}

// latin maps single letters that are not simply themselves. Kazakh letters are
// those of the decrees of 2018 (á ǵ ń ó ú ý) and 2021 (ä ğ ñ ö ū ü ş ı);
// Uzbek, Turkmen, Turkish and Azerbaijani by their own alphabets; ž š č ŝ â û
// by ISO 9:1995.
var latin = sync.OnceValue(func() map[rune][]string {
	return map[rune][]string{
		'j': {"j", "y"}, 'q': {"k"}, 'w': {"v"}, 'ý': {"u", "y"}, 'ı': {"i"},
		'ä': {"a"}, 'ə': {"a"}, 'æ': {"a"}, 'œ': {"o"}, 'ø': {"o"}, 'ŋ': {"n"},
		'ş': {"x", "s"}, 'ș': {"x"}, 'š': {"x", "s"}, 'ŝ': {"x", "s"}, 'ś': {"x", "s"}, 'ç': {"q"}, 'č': {"q"}, 'ć': {"q"},
		'ž': {"j", "z"}, 'ż': {"j", "z"}, 'ß': {"s"}, 'ł': {"l"}, 'đ': {"d"}, 'ð': {"d"}, 'þ': {"t"},
		'ë': {"e", "yo"}, 'â': {"ya"}, 'û': {"yu"}, 'ǰ': {"j"}, 'ǧ': {"j", "g"}, 'ɵ': {"o"}, 'ƣ': {"g"}, 'x': {"ks", "h"},
	}
})

// readLatin is the rule of the Latin alphabets.
func readLatin(word []rune, i int) (int, []string) {
	before, after := i > 0 && latinVowel(word[i-1]), i+1 < len(word) && latinVowel(word[i+1])
	last := i+1 == len(word)
	switch word[i] {
	case 'c':
		if !follows(word, i, "h") && !follows(word, i, "k") && !follows(word, i, "z") && !follows(word, i, "s") {
			// English k and s, ISO 9 ц, Turkish and Azerbaijani j; ç and č without their marks.
			if i+1 < len(word) && strings.ContainsRune("eiyéèêë", word[i+1]) {
				return 1, []string{"s", "c", "j", "q"}
			}
			return 1, []string{"k", "j", "c", "q"}
		}
	case 'h':
		if last && i > 2 && before { // Abdullah, Abdulla
			return 1, []string{""}
		}
	case 'j':
		if before && !after { // German and ISO 9 for й; Spanish for х
			return 1, []string{"y", "j", "h"}
		}
	case 'o', 'u':
		if follows(word, i, "ev") || follows(word, i, "ew") || follows(word, i, "ef") { // Toktoev, Tileuev: no ö, no ü
			return 1, []string{string(word[i])}
		}
		if word[i] == 'u' && i == 0 && after && !follows(word, i, "e") { // Kazakh u for w: Uali, Vali
			return 1, []string{"u", "v"}
		}
		if word[i] == 'u' && i > 0 && !follows(word, i, "e") && strings.ContainsRune("aäáeə", word[i-1]) { // Daulet, Dawlet, Davlet
			return 1, []string{"u", "v"}
		}
	case 'â', 'û':
		if i == 0 { // Arabic and Turkish long vowels
			return 1, []string{base(word[i])}
		}
	case 'i':
		if i == 0 && after { // Iermek, Iakov: ICAO and French
			return 1, []string{"y"}
		}
	case 'x':
		if i == 0 { // х of Uzbek and Azerbaijani
			return 1, []string{"h", "ks"}
		}
	}
	for _, group := range latinGroups()[word[i]] {
		if rest := word[i+1:]; len(rest) >= len(group.rest) && slices.Equal(rest[:len(group.rest)], group.rest) {
			return 1 + len(group.rest), group.sounds
		}
	}
	if sounds, known := latin()[word[i]]; known {
		return 1, sounds
	}
	if word[i] < 0x80 {
		return 1, itself()[word[i]]
	}
	return 1, []string{base(word[i])}
}

// itself are the sounds of letters that are simply themselves.
var itself = sync.OnceValue(newItself)

func newItself() *[0x80][]string {
	var sounds [0x80][]string
	for i := range sounds {
		sounds[i] = []string{string(rune(i))}
	}
	return &sounds
}

// base is a letter without its marks; nothing for a mark alone.
func base(r rune) string {
	return literal(string(r))
}

func latinVowel(r rune) bool {
	if r < 0x80 {
		return vowel(byte(r)) || r == 'y'
	}
	letter := norm.NFD.String(string(r))[0]
	return vowel(letter) || letter == 'y' || r == 'ı' || r == 'ə'
}
