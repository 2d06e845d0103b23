package name

import "strings"

// arabicVowels are letters of the Arabic alphabets that write every vowel: Kazakh, Kyrgyz,
// Uyghur and Kurdish. A word with one of them leaves no vowel out.
const arabicVowels = "ەۇۈۆۋۅۉېێۊ"

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
		case i == 0 && i+1 < len(word) && !strings.ContainsRune("اويیى", word[1]): // a consonant before an unwritten vowel
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
		if i == 0 { // before any vowel
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
	if taken, sounds := longestGroup(word[i:]); taken > 0 {
		return taken, sounds
	}
	return readItself(word, i)
}
