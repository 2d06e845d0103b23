package name

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"casebook/model/lazy"
)

// readLatin is the rule of the Latin alphabets.
func readLatin(word []rune, i int) (int, []string) {
	before, after := i > 0 && isLatinVowel(word[i-1]), i+1 < len(word) && isLatinVowel(word[i+1])
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
	switch taken, sounds := longestGroup(word[i:]); {
	case taken > 0:
		return taken, sounds
	case word[i] < 0x80:
		return 1, itself.Get()[word[i]]
	}
	return 1, []string{base(word[i])}
}

// itself has the letters whose sound is the letter.
var itself = lazy.Value[*[0x80][]string]{Make: func() *[0x80][]string {
	var sounds [0x80][]string
	for i := range sounds {
		sounds[i] = []string{string(rune(i))}
	}
	return &sounds
}}

// base returns a letter without its marks; an empty text for a mark.
func base(r rune) string {
	return withoutMarks(string(r))
}

func isLatinVowel(r rune) bool {
	if r < 0x80 {
		return isVowel(byte(r)) || r == 'y'
	}
	letter := norm.NFD.String(string(r))[0]
	return isVowel(letter) || letter == 'y' || r == 'ı' || r == 'ə'
}
