package width

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// scripts are texts in the writing of many languages, and in how many columns
// terminals show them.
var scripts = []struct {
	name, text            string
	byLetter, byCharacter int
}{
	{"Kazakh", "Қазақстан", 9, 9},
	{"Russian, letters apart", "Полицейский Костанаи\u0306", 20, 20},
	{"Arabic", "حقوق الإنسان", 12, 12},
	{"Arabic with vowels", "حُقُوقُ", 4, 4},
	{"Persian with a joiner", "علی\u200cرضا", 6, 6},
	{"Hebrew with points", "שָׁלוֹם", 4, 4},
	{"Hindi", "मानवाधिकार कार्यकर्ता", 19, 11},
	{"Nepali", "मानव अधिकारकर्मी", 15, 10},
	{"Bengali", "মানবাধিকার কর্মী", 15, 9},
	{"Punjabi", "ਮਨੁੱਖੀ ਅਧਿਕਾਰ", 11, 8},
	{"Gujarati", "માનવ અધિકાર", 11, 8},
	{"Oriya", "ମାନବ ଅଧିକାର", 10, 8},
	{"Tamil", "மனித உரிமை", 10, 7},
	{"Telugu", "మానవ హక్కులు", 10, 7},
	{"Kannada", "ಮಾನವ ಹಕ್ಕುಗಳು", 12, 9},
	{"Malayalam", "മനുഷ്യാവകാശം", 10, 6},
	{"Sinhala", "මානව හිමිකම්", 9, 8},
	{"Thai", "สิทธิมนุษยชน", 9, 9},
	{"Lao", "ສິດທິມະນຸດ", 7, 7},
	{"Tibetan", "མིའི་ཐོབ་ཐང་།", 10, 10},
	{"Burmese", "လူ့အခွင့်အရေး", 8, 7},
	{"Khmer", "សិទ្ធិមនុស្ស", 7, 5},
	{"Amharic", "ሰብዓዊ መብት", 8, 8},
	{"Georgian", "ადამიანის უფლებები", 18, 18},
	{"Armenian", "իրավունքներ", 11, 11},
	{"Chinese", "人权捍卫者", 10, 10},
	{"Japanese", "人権ガード", 10, 10},
	{"half width", "ｶﾞｰﾄﾞ", 5, 3},
	{"Korean", "인권 옹호자", 11, 11},
	{"Korean, letters apart", "\u1112\u1161\u11ab\u1100\u1173\u11af", 4, 4},
	{"full width", "ＡＢＣ１２３", 12, 12},
	{"emoji", "😀🚓🔒", 6, 6},
	{"emoji by selector", "☎\ufe0f ❤\ufe0f ✈\ufe0f", 5, 8},
	{"keycaps", "1\ufe0f\u20e3#\ufe0f\u20e3", 2, 4},
	{"emoji as text", "☎\ufe0e ⌚\ufe0e", 4, 4},
	{"skin", "👍🏽👩🏽", 8, 4},
	{"family", "👨\u200d👩\u200d👧", 6, 2},
	{"flags", "🇰🇿🇲🇲", 4, 4},
	{"signs", "☎ ❤ ✈ © ® ™", 11, 11},
	{"soft hyphen", "Demon\u00adstration", 14, 13},
	{"zero width space", "a\u200bb\u2060c", 3, 3},
	{"isolated", "\u2068علی\u2069", 3, 3},
	{"stack", "a\u0300\u0301\u0302\u0303b", 2, 2},
	{"lines and blocks", "─│▌█░▾▸✓…–·›¶", 13, 13},
	{"replacement", "�", 1, 1},
	{"Arabic number sign", "\u0600١٢", 3, 1},
}

func TestScripts(t *testing.T) {
	for _, s := range scripts {
		if got := [2]int{ByLetter.Columns(s.text), ByCharacter.Columns(s.text)}; got != [2]int{s.byLetter, s.byCharacter} {
			t.Errorf("%s, %q: %d columns by letter and %d by character, want %d and %d", s.name, s.text, got[0], got[1], s.byLetter, s.byCharacter)
		}
	}
}

// TestNarrow: what is taken for narrow is one column wide in both ways of counting.
func TestNarrow(t *testing.T) {
	some := 0
	for r := rune(0); r < 0x30000; r++ {
		if text := string(r); isNarrow(r) {
			some++
			if ansi.StringWidth(text) != 1 || ansi.StringWidthWc(text) != 1 || unicode.Is(unicode.M, r) {
				t.Errorf("%U %q is %d or %d columns wide", r, text, ansi.StringWidth(text), ansi.StringWidthWc(text))
			}
		}
	}
	if some < 900 {
		t.Errorf("only %d are narrow", some)
	}
	for text, want := range map[string]int{"é": 2, "e\u0301": 0, "a": 1, "…": 3, "жӘ": 2, "ж\u0301": 0, "日": 0, "│x": 3, "\u00ad": 0, "": 0, "\x1b": 0} {
		if got := Narrow(text); got != want {
			t.Errorf("Narrow(%q) = %d, want %d", text, got, want)
		}
	}
}

// TestColumnsOfPieces holds the columns of texts that are mostly narrow letters and
// looks, which are counted one by one, to those that the library counts.
func TestColumnsOfPieces(t *testing.T) {
	pieces := []string{
		"a", "é", "e\u0301", "Ж", "ё", "й", "и\u0306", "ش", "│", "▐", "›", "·", " ", "~", "語", "👩", "\u200d", "👩\u200d👧", "1", "\ufe0f", "\u20e3", "\u00ad", "\u0600", "12",
		"\x1b[1m", "\x1b[m", "\x1b[38;5;248;1m", "\x1b[4:3m", "\x1b[2C", "\x1b[", "\x1b", "\x1b]8;;x\x07", "\u009b1m", "\xff", "\n", "각",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var text strings.Builder
		for range random.IntN(8) {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		for _, m := range []Method{ByLetter, ByCharacter} {
			if got, want := m.Columns(text.String()), ansi.Method(m).StringWidth(text.String())+m.correction(text.String()); got != want {
				t.Fatalf("%q: %d columns by method %d, want %d", text.String(), got, m, want)
			}
		}
	}
}
