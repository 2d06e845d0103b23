package name

import (
	"strings"
	"sync"
)

// arabicVowels are letters of the alphabets that write every vowel: Kazakh,
// Kyrgyz, Uyghur and Kurdish. A word with one of them leaves nothing out.
const arabicVowels = "ەۇۈۆۋۅۉېێۊ"

// arabic maps letters to sounds by the UNGEGN tables for Arabic (Beirut
// 1972, amended 2017) and Persian (1967, amended 2012), and by the Arabic
// alphabets of Kazakh and Uyghur in Unicode CLDR's transforms. Vowels that the
// alphabet leaves out are left out here too: the skeleton bridges that.
var arabic = sync.OnceValue(func() map[rune][]string {
	return map[rune][]string{
		'ا': {"a"}, 'أ': {"a", "u"}, 'إ': {"i"}, 'آ': {"a"}, 'ٱ': {"a"},
		'ب': {"b"}, 'پ': {"p"}, 'ت': {"t"}, 'ة': {"a"}, 'ط': {"t"}, 'ث': {"s", "t"},
		'ج': {"j"}, 'چ': {"q"}, 'ح': {"h"}, 'خ': {"h"}, 'د': {"d"}, 'ذ': {"z", "d"},
		'ر': {"r"}, 'ز': {"z"}, 'ژ': {"j"}, 'س': {"s"}, 'ش': {"x"}, 'ص': {"s"},
		'ض': {"z", "d"}, 'ظ': {"z"}, 'غ': {"g"}, 'ف': {"f"}, 'ڤ': {"v"}, 'ق': {"k"},
		'ك': {"k"}, 'ک': {"k"}, 'گ': {"g"}, 'ل': {"l"}, 'م': {"m"}, 'ن': {"n"},
		'ڭ': {"n"}, 'ى': {"i", "a"}, 'ؤ': {"u"}, 'ئ': {"", "y"}, 'ي': {"y"}, 'ی': {"y"},
		// Waw is a consonant or the vowel u or o: UNGEGN w, ū, aw.
		'و': {"u", "v"},
		// A heh at the end is most often a silent letter after a, else h.
		'ه': {"h"}, 'ھ': {"h"}, 'ہ': {"h"},
		// ayn is not heard in most romanisations; Kazakh writes ғ with it.
		'ع': {"", "g"},
		// The letters of the alphabets that write every vowel.
		'ە': {"e"}, 'ې': {"e"}, 'ێ': {"e"}, 'ۇ': {"u"}, 'ۈ': {"u"}, 'ۉ': {"u"}, 'ۊ': {"u"},
		'ۅ': {"o"}, 'ۆ': {"o", "v"}, 'ۋ': {"u", "v"}, 'ڕ': {"r"}, 'ڵ': {"l"},
		// Pashto and Urdu (BGN/PCGN 1968, UNGEGN).
		'ټ': {"t"}, 'ډ': {"d"}, 'ړ': {"r"}, 'ښ': {"x", "h"}, 'ږ': {"j", "g"}, 'ځ': {"z"},
		'څ': {"c"}, 'ڼ': {"n"}, 'ۍ': {"i"}, 'ٹ': {"t"}, 'ڈ': {"d"}, 'ڑ': {"r"}, 'ں': {"n"}, 'ے': {"e"},
	}
})

// readArabic is the rule of the Arabic alphabets.
func readArabic(word []rune, i int) (int, []string) {
	last := i+1 == len(word)
	switch word[i] {
	case 'ا':
		switch {
		case i == 0 && follows(word, i, "ل") && len(word) > 4: // the article
			return 2, []string{"", "al"}
		case i == 0 && follows(word, i, "و"): // او is u or o at the start
			return 2, []string{"u", "av"}
		case i == 0 && (follows(word, i, "ي") || follows(word, i, "ی")): // اي is ai, e or i
			return 2, []string{"ay", "i"}
		}
	case 'ي', 'ی':
		switch {
		case i == 0 && i+1 < len(word) && !strings.ContainsRune("اويیى", word[1]): // a consonant, and a vowel that is not written
			return 1, []string{"ya", "i"}
		case last && i > 2: // alef maqsura, as Persian and Egypt write it: Yahya, Musa
			return 1, []string{"i", "a"}
		case (follows(word, i, "يف") || follows(word, i, "یف")) && i+3 == len(word): // -yev
			return 3, []string{"ev"}
		case follows(word, i, "ف") && i+2 == len(word) && i > 2: // -yev, -iev
			return 2, []string{"ev", "if"}
		}
	case 'ئ':
		if i == 0 { // the Uyghur carrier of a leading vowel
			return 1, []string{""}
		}
	case 'و':
		if i == 0 {
			return 1, []string{"v", "u"}
		}
	case 'ع':
		if i == 0 { // some vowel stands after it
			return 1, []string{"a", "g"}
		}
	case 'ه', 'ہ':
		if last && i > 1 {
			return 1, []string{"a", "h"}
		}
	case 'ت':
		if follows(word, i, "ش") { // Arabic has no ч and writes tsh
			return 2, []string{"q", "tx"}
		}
	case 'د':
		if follows(word, i, "ج") { // dj, as Arabic writes дж
			return 2, []string{"j"}
		}
	case 'ف':
		if last && i > 2 && (word[i-1] == 'و' || word[i-1] == 'ي' || word[i-1] == 'ی') { // -ov, -ev
			return 1, []string{"v", "f"}
		}
	}
	sounds, known := arabic()[word[i]]
	if !known {
		return readItself(word, i)
	}
	return 1, sounds
}
