package seed

import (
	"fmt"
	"hash/crc32"
	"strings"
	"unicode"

	"casebook/model"
)

// slug makes a report id from a file name, in lowercase Latin letters. A name in a script
// other than Latin and Cyrillic gets a checksum, so that two files have two ids.
func slug(name string) string {
	var latin strings.Builder
	other := false
	for _, r := range strings.ToLower(name) {
		folded := model.Fold(string(r))
		switch text, known := latinLetters()[r]; {
		case known:
			latin.WriteString(text)
		case strings.Trim(folded, "abcdefghijklmnopqrstuvwxyz0123456789") == "":
			latin.WriteString(folded)
		default:
			other = other || unicode.IsLetter(r) || unicode.IsDigit(r)
			latin.WriteByte(' ')
		}
	}
	words := strings.Fields(latin.String())
	if other {
		words = append(words, fmt.Sprintf("%08x", crc32.ChecksumIEEE([]byte(name))))
	}
	if len(words) == 0 {
		return "own-cases"
	}
	return strings.Join(words, "-")
}

// latinLetters are the letters of Russian, Kazakh and their neighbours, as
// passports write them without accents (ICAO 9303, part 3, section 6).
func latinLetters() map[rune]string {
	return map[rune]string{
		'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "i", 'к': "k", 'л': "l", 'м': "m",
		'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "shch",
		'ъ': "", 'ы': "y", 'ь': "", 'э': "e", 'ю': "iu", 'я': "ia",
		'ә': "a", 'ғ': "g", 'қ': "q", 'ң': "n", 'ө': "o", 'ұ': "u", 'ү': "u", 'һ': "h", 'і': "i", 'ї': "i", 'є': "ie", 'ґ': "g", 'ў': "u", 'ҳ': "h", 'ҷ': "j", 'ӣ': "i", 'ӯ': "u",
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ł': "l", 'ı': "i",
	}
}
