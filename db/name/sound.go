package name

import (
	"slices"
	"strings"
	"unicode"
)

// Sounds are written in a small alphabet: the vowels a e i o u, the glide y,
// and b p d t g k h z s j x q c v f m n l r, where
//
//	j is zh, dzh, ж, ҷ    x is sh, shch, ш, щ    q is ch, ч    c is ts, ц
//	h is kh, х, һ, ҳ      g is gh, ғ             k is q, қ     v is w
//
// Sounds that romanisations confuse share one letter. Digits, and letters of
// scripts without a table, stand for themselves.

// maxSoundKeys is the maximum number of keys of a word.
const maxSoundKeys = 8

// A rule reads the letters at position i of a word. It returns how many it takes, and
// their possible sounds, the most likely first; 0 for letters of another script.
type rule func(word []rune, i int) (taken int, sounds []string)

// soundKeys returns the keys of a word, and whether its script leaves vowels out.
func soundKeys(text string) (keys []string, bare bool) {
	word := []rune(text)
	sounds := [][]byte{make([]byte, 0, maxLetters)}
	arabic, vowels := false, false
	for i := 0; i < len(word); {
		var read rule
		switch r := word[i]; {
		case r >= 'a' && r <= 'z':
			read = readLatin
		case unicode.Is(unicode.Cyrillic, r):
			read = readCyrillic
		case unicode.Is(unicode.Arabic, r):
			read = readArabic
			arabic, vowels = true, vowels || strings.ContainsRune(arabicVowels, r)
		case unicode.Is(unicode.Latin, r) || unicode.IsMark(r):
			read = readLatin
		default:
			read = readItself
		}
		taken, next := read(word, i)
		i += max(taken, 1)
		sounds = branch(sounds, next)
	}
	for _, s := range sounds {
		if key := normalizeKey(string(s)); key != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		keys = []string{withoutMarks(text)}
	}
	return keys, arabic && !vowels
}

func readItself(word []rune, i int) (int, []string) { return 1, []string{string(word[i])} }

// branch appends each of the next sounds to each key. Above maxSoundKeys only the most
// likely next sounds are used.
func branch(sounds [][]byte, next []string) [][]byte {
	if len(next) == 0 {
		return sounds
	}
	if len(sounds)*len(next) > maxSoundKeys {
		next = next[:max(1, maxSoundKeys/len(sounds))]
	}
	before := len(sounds)
	for _, n := range next[1:] {
		for _, s := range sounds[:before] {
			sounds = append(sounds, append(append(make([]byte, 0, maxLetters), s...), n...))
		}
	}
	for i := range before {
		sounds[i] = append(sounds[i], next[0]...)
	}
	return sounds
}

func isVowel(b byte) bool {
	const vowels = 1 | 1<<('e'-'a') | 1<<('i'-'a') | 1<<('o'-'a') | 1<<('u'-'a')
	return b-'a' < 26 && vowels>>(b-'a')&1 != 0
}

// normalizeKey turns sounds into a key by the rules that hold in every script:
//
//   - a letter twice is written once (Asset, Aset)
//   - a glide is lost at the start before a vowel and between vowels, and is i
//     elsewhere (Yermek, Ermek; Narymbayev, Narymbaev; Baydalinov, Baidalinov):
//     BGN/PCGN writes е as ye there, ICAO Doc 9303 as e
//   - ng is n: BGN/PCGN Kazakh ң is ng, the Latin decree's is ñ
//   - n before a lip sound is m (Narynbayev, Narymbaev)
//   - the article of Abd al- is lost before a consonant
//   - a last -of, -ef is -ov, -ev: the French and old English spellings
func normalizeKey(sounds string) string {
	key := make([]byte, 0, len(sounds))
	for i := 0; i < len(sounds); i++ {
		b := sounds[i]
		if i > 0 && b == sounds[i-1] && b < 0x80 && (b < '0' || b > '9') {
			continue
		}
		after := i+1 < len(sounds) && isVowel(sounds[i+1])
		if b == 'y' || b == 'i' {
			if after && (len(key) == 0 && b == 'y' || len(key) > 0 && isVowel(key[len(key)-1])) && sounds[i+1] != 'i' && !keepsGlide(key, sounds[i+1]) {
				if len(key) > 0 && key[len(key)-1] == sounds[i+1] {
					i++
				}
				continue
			}
			b = 'i'
		}
		if len(key) > 0 {
			last := &key[len(key)-1]
			switch {
			case b == 'i' && *last == 'i', b == 'g' && *last == 'n':
				continue
			case (b == 'b' || b == 'p' || b == 'm') && *last == 'n':
				*last = 'm'
				if b == 'm' {
					continue
				}
			}
		}
		key = append(key, b)
	}
	if n := len(key); n > 3 && key[n-1] == 'f' && (key[n-2] == 'o' || key[n-2] == 'e') {
		key[n-1] = 'v'
	}
	return normalizeArticle(string(key))
}

// keepsGlide reports whether a glide separates two a: Аян is not Ан. Between other vowels
// it is only spelling: Sergeev, Sergeyev.
func keepsGlide(key []byte, next byte) bool {
	return len(key) > 0 && key[len(key)-1] == 'a' && next == 'a'
}

// normalizeArticle writes the article in Abdelrahman, Abdalrahman and Abdulrahman as it is
// pronounced, Abdurrahman: it takes the sound of the next consonant (UNGEGN).
func normalizeArticle(key string) string {
	if len(key) > 6 && key[:3] == "abd" && isVowel(key[3]) && (key[4] == 'l' || key[4] == 'r') && !isVowel(key[5]) {
		return "abdu" + key[5:]
	}
	return key
}

// voiceless maps voiced consonants to those that skeletons have instead: the two are
// confused in speech and by romanisations (German s for з, Arabic b for п).
var voiceless = [128]byte{'b': 'p', 'd': 't', 'g': 'k', 'z': 's', 'v': 'f'}

// Skeleton returns the consonants of a key, all voiceless, with an a for a vowel at the
// beginning: narimbaev gives nrmpf, ermek gives armk. It is the same for all errors in
// vowels and for scripts that leave vowels out.
func Skeleton(key string) string {
	skeleton := make([]byte, 0, len(key))
	for i := 0; i < len(key); i++ {
		if b := key[i]; !isVowel(b) {
			if b < 128 && voiceless[b] != 0 {
				b = voiceless[b]
			}
			skeleton = append(skeleton, b)
		} else if i == 0 {
			skeleton = append(skeleton, 'a')
		}
	}
	return string(skeleton)
}

// Forms returns a skeleton, and what remains of it without each of its letters, at least
// two. They are stored, so that two skeletons one error apart share a form.
func Forms(skeleton string) []string {
	forms := []string{skeleton}
	return appendForms(forms, skeleton)
}

// KeyForms returns what remains of a key without each of its consonants. They are stored
// and looked up like Forms, but are shared by far fewer keys: those with the same vowels
// that are one consonant apart.
func KeyForms(key string) []string {
	var forms []string
	for i := 0; i < len(key); i++ {
		if b := key[i]; b < 'a' || b > 'z' || isVowel(b) {
			continue
		}
		if form := key[:i] + key[i+1:]; len(form) > 2 && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return forms
}

// deletions returns a key without each of its letters, and with each pair of neighbouring
// letters swapped.
func deletions(key string) []string {
	var less []string
	for i := 0; i < len(key) && isASCII(key); i++ {
		less = append(less, key[:i]+key[i+1:])
		if i+1 < len(key) {
			less = append(less, key[:i]+key[i+1:i+2]+key[i:i+1]+key[i+2:])
		}
	}
	return less
}

// distantForms returns what remains of a skeleton without two letters. Long skeletons are
// looked up so, to allow two errors.
func distantForms(skeleton string) []string {
	near := Forms(skeleton)
	forms := near
	for _, form := range near[1:] {
		forms = appendForms(forms, form)
	}
	return forms[len(near):]
}

func appendForms(forms []string, skeleton string) []string {
	letters := []rune(skeleton)
	for i := range letters {
		form := string(letters[:i]) + string(letters[i+1:])
		if len(letters) > 2 && !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return forms
}
