package word

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"casebook/model/lazy"
)

// Fold folds a text for comparison: lower case, compatibility forms (NFKC), without
// diacritics, vowel signs of Arabic and Hebrew, joiners, soft hyphens and zero-width
// spaces. Letters that some keyboards lack are those typed instead: ё is е, Kazakh
// letters are those of a Russian keyboard, ß is ss, ø is o; the forms of alef are one
// letter, and so are ta marbuta and ha, ya and alef maqsura. й is not и.
func Fold(text string) string {
	if folded, ok := foldASCII(text); ok {
		return folded
	}
	var b strings.Builder
	b.Grow(len(text))
	letters(text, func(_, _ int, folded string) { b.WriteString(folded) })
	return b.String()
}

func foldASCII(text string) (string, bool) {
	if !isASCII(text) {
		return "", false
	}
	return strings.ToLower(text), true
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// letters calls give with each letter of a text and the combining marks after it: its
// offsets and its folded form.
func letters(text string, give func(start, end int, folded string)) {
	for start := 0; start < len(text); {
		r, size := utf8.DecodeRuneInString(text[start:])
		end := start + size
		if r >= utf8.RuneSelf || end < len(text) && text[end] >= utf8.RuneSelf {
			for end < len(text) {
				mark, more := utf8.DecodeRuneInString(text[end:])
				if mark < 0x300 || !unicode.Is(unicode.Mn, mark) {
					break
				}
				end += more
			}
		}
		if end == start+size {
			give(start, end, foldRune(r))
		} else {
			var folded strings.Builder
			for _, part := range norm.NFC.String(text[start:end]) {
				folded.WriteString(foldRune(part))
			}
			give(start, end, folded.String())
		}
		start = end
	}
}

// foldPages caches the folded forms of characters, 256 at a time.
var foldPages [unicode.MaxRune>>8 + 1]atomic.Pointer[[256]string]

func foldRune(r rune) string {
	if r < 0 || r > unicode.MaxRune {
		return ""
	}
	page := foldPages[r>>8].Load()
	if page == nil {
		page = new([256]string)
		for i := range page {
			page[i] = folded(r&^0xFF | rune(i))
		}
		foldPages[r>>8].Store(page)
	}
	return page[r&0xFF]
}

// folded computes the folded form of a character.
func folded(r rune) string {
	if ignored(r) {
		return ""
	}
	r = unicode.ToLower(r)
	if r < utf8.RuneSelf || r == 'й' {
		return string(r)
	}
	if other, ok := equivalents.Get()[r]; ok {
		return other
	}
	form := norm.NFKD
	if !accented(r) {
		form = norm.NFKC
	}
	parts := form.String(string(r))
	if parts == string(r) {
		return parts
	}
	var b strings.Builder
	for _, part := range parts {
		if part == r { // it stays as it is
			b.WriteRune(r)
		} else {
			b.WriteString(folded(part))
		}
	}
	return b.String()
}

// accented reports whether a character is of a script without diacritics in folded form.
func accented(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew)
}

// ignored reports whether a character is ignored: a diacritic, a vowel sign of Arabic or
// Hebrew, the tatweel, or an invisible character.
func ignored(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x640, r == 0x34F, r == 0x180E, 0x300 <= r && r <= 0x36F, 0x483 <= r && r <= 0x489,
		0x591 <= r && r <= 0x5C7 && unicode.Is(unicode.Mn, r), 0xFE00 <= r && r <= 0xFE0F, 0x1AB0 <= r && r <= 0x1AFF, 0x1DC0 <= r && r <= 0x1DFF:
		return true
	case 0x600 <= r && r <= 0x6FF || 0x8D0 <= r && r <= 0x8FF:
		return unicode.In(r, unicode.Mn, unicode.Cf)
	}
	return unicode.Is(unicode.Cf, r)
}

// equivalents are letters that fold to others, besides those with diacritics.
var equivalents = lazy.Value[map[rune]string]{Make: func() map[rune]string {
	return map[rune]string{
		'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h", 'ŧ': "t", 'ı': "i", 'ĸ': "k", 'ŋ': "n", 'ə': "a",
		'ς': "σ",
		// Cyrillic letters that a Russian keyboard lacks.
		'ә': "а", 'ғ': "г", 'қ': "к", 'ң': "н", 'ө': "о", 'ұ': "у", 'ү': "у", 'һ': "х", 'і': "и", 'ї': "и", 'ґ': "г", 'є': "е", 'ҳ': "х", 'ҷ': "ч", 'ҹ': "ч", 'ҡ': "к", 'ҫ': "с", 'ҙ': "з",
		// Arabic letters, and those of Persian, Urdu and Kurdish for them.
		'ٱ': "ا", 'ة': "ه", 'ى': "ي", 'ی': "ي", 'ې': "ي", 'ۍ': "ي", 'ک': "ك", 'ڪ': "ك", 'ہ': "ه", 'ھ': "ه", 'ە': "ه", 'ۀ': "ه", 'ۃ': "ه",
		// Digits of other scripts.
		'٠': "0", '١': "1", '٢': "2", '٣': "3", '٤': "4", '٥': "5", '٦': "6", '٧': "7", '٨': "8", '٩': "9",
		'۰': "0", '۱': "1", '۲': "2", '۳': "3", '۴': "4", '۵': "5", '۶': "6", '۷': "7", '۸': "8", '۹': "9",
		'०': "0", '१': "1", '२': "2", '३': "3", '४': "4", '५': "5", '६': "6", '७': "7", '८': "8", '९': "9",
	}
}}
