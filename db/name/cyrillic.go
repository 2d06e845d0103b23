package name

import "strings"

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
		if i == 0 && len(word) > 2 && isVowel(cyrillicVowel(word[1])) { // Kazakh у is w: Уәлиханов, Валиханов
			return 1, []string{"u", "v"}
		}
		if i > 0 && strings.ContainsRune("аәеэ", word[i-1]) { // Kazakh у after a vowel is w: Дәулет, Давлет
			return 1, []string{"u", "v"}
		}
	case 'ь', 'ъ':
		// A sign before a vowel makes a glide: Васильев, Vasilyev.
		if i+1 < len(word) && (word[i+1] == 'е' || word[i+1] == 'и') {
			return 1, []string{"y"}
		}
	case 'ё':
		if i > 0 && (word[i-1] == 'ч' || word[i-1] == 'ш' || word[i-1] == 'щ' || word[i-1] == 'ж') {
			return 1, []string{"o", "e"}
		}
	}
	if taken, sounds := longestGroup(word[i:]); taken > 0 {
		return taken, sounds
	}
	return readItself(word, i)
}

// follows reports whether the letters come directly after position i.
func follows(word []rune, i int, letters string) bool {
	for _, r := range letters {
		i++
		if i >= len(word) || word[i] != r {
			return false
		}
	}
	return true
}

// cyrillicVowel returns the sound of a vowel; 0 for other letters.
func cyrillicVowel(r rune) byte {
	if _, sounds := longestGroup([]rune{r}); len(sounds) > 0 && len(sounds[0]) == 1 {
		return sounds[0][0]
	}
	return 0
}
