package name

import (
	"strings"
	"sync"
)

// cyrillic maps letters to sounds. The values follow the romanisations that
// meet in the press and in passports: BGN/PCGN 1947 (Russian), 1979 (Kazakh,
// Kyrgyz), 1994 (Tajik), 2000 (Uzbek); ICAO Doc 9303 part 3 section 6; GOST
// 7.79-2000 (ISO 9:1995). Where they differ for one letter, each is a reading.
var cyrillic = sync.OnceValue(func() map[rune][]string {
	return map[rune][]string{
		'а': {"a"}, 'б': {"b"}, 'в': {"v"}, 'г': {"g", "h"}, 'д': {"d"}, 'е': {"e"},
		'ж': {"j"}, 'з': {"z"}, 'и': {"i"}, 'й': {"y"}, 'к': {"k"}, 'л': {"l"},
		'м': {"m"}, 'н': {"n"}, 'о': {"o"}, 'п': {"p"}, 'р': {"r"}, 'с': {"s"},
		'т': {"t"}, 'у': {"u"}, 'ф': {"f"}, 'х': {"h"}, 'ц': {"c"}, 'ч': {"q"},
		'ш': {"x"}, 'щ': {"x"}, 'ъ': nil, 'ы': {"i"}, 'ь': nil, 'э': {"e"},
		'ю': {"yu"}, 'я': {"ya"},
		// ё: BGN/PCGN ë, ICAO e, in the press yo, after a hushing sound o.
		'ё': {"yo", "e"},
		// Kazakh, BGN/PCGN 1979: ə gh q ng ö ū ü h i; the decree of 2021: ä ğ q ñ ö ū ü h ı.
		'ә': {"a"}, 'ғ': {"g"}, 'қ': {"k"}, 'ң': {"n"}, 'ө': {"o"}, 'ұ': {"u"},
		'ү': {"u"}, 'һ': {"h"}, 'і': {"i"},
		// Tajik, BGN/PCGN 1994: ī, ŭ, h, j. ӯ is written u by some, o by others.
		'ӣ': {"i"}, 'ӯ': {"u", "o"}, 'ҳ': {"h"}, 'ҷ': {"j"},
		// Uzbek, BGN/PCGN 2000: oʻ; ICAO and Russian: u.
		'ў': {"o", "u"},
		// Turkmen, Uyghur and Tatar (ISO 9:1995).
		'җ': {"j"}, 'ҝ': {"g"}, 'ҹ': {"j"}, 'ҥ': {"n"}, 'ӊ': {"n"},
		// Ukrainian and Belarusian (BGN/PCGN 1965, 1979), whose г is h.
		'ї': {"yi"}, 'є': {"ye"}, 'ґ': {"g"}, 'ј': {"y"},
	}
})

// readCyrillic is the rule of the Cyrillic alphabets.
func readCyrillic(word []rune, i int) (int, []string) {
	switch r := word[i]; r {
	case 'д':
		if follows(word, i, "ж") || follows(word, i, "җ") { // дж is how Russian writes j and ҷ
			return 2, []string{"j"}
		}
	case 'т':
		if follows(word, i, "с") && i > 0 && !follows(word, i, "ст") { // тс for ц
			return 2, []string{"ts", "c"}
		}
	case 'у':
		if i == 0 && len(word) > 2 && vowel(cyrillicVowel(word[1])) { // Kazakh у is w: Уәлиханов, Валиханов
			return 1, []string{"u", "v"}
		}
		if i > 0 && strings.ContainsRune("аәеэ", word[i-1]) { // Kazakh у after a vowel is w: Дәулет, Давлет
			return 1, []string{"u", "v"}
		}
	case 'ь', 'ъ':
		// A sign before a vowel parts it with a glide: Васильев, Vasilyev.
		if i+1 < len(word) && (word[i+1] == 'е' || word[i+1] == 'и') {
			return 1, []string{"y"}
		}
	case 'ё':
		if i > 0 && (word[i-1] == 'ч' || word[i-1] == 'ш' || word[i-1] == 'щ' || word[i-1] == 'ж') {
			return 1, []string{"o", "e"}
		}
	}
	sounds, known := cyrillic()[word[i]]
	if !known {
		return readItself(word, i)
	}
	return 1, sounds
}

// follows reports whether the letters come right after position i.
func follows(word []rune, i int, letters string) bool {
	for _, r := range letters {
		i++
		if i >= len(word) || word[i] != r {
			return false
		}
	}
	return true
}

// cyrillicVowel is the vowel that a letter stands for, 0 where it stands for none.
func cyrillicVowel(r rune) byte {
	if sounds := cyrillic()[r]; len(sounds) > 0 && len(sounds[0]) == 1 {
		return sounds[0][0]
	}
	return 0
}
