package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Composed returns a text with its letters composed with their marks (NFC).
func Composed(text string) string { return norm.NFC.String(text) }

// Spelling returns a name as it is kept: composed (NFC), and without the
// characters that are not seen, such as soft hyphens, spaces of no width and
// marks of direction. A joiner stays where it shapes what is written, as in
// Persian and in the scripts of India. What is no UTF-8 stays as it is.
func Spelling(name string) string {
	if _, ascii := foldASCII(name); ascii || !utf8.ValidString(name) {
		return name
	}
	name = norm.NFC.String(name)
	if strings.IndexFunc(name, unseen) < 0 {
		return name
	}
	var b strings.Builder
	before := rune(0)
	for len(name) > 0 {
		r, size := utf8.DecodeRuneInString(name)
		name = name[size:]
		after, _ := utf8.DecodeRuneInString(name)
		if unseen(r) && !(joiner(r) && shaped(before) && shaped(after)) || r == ' ' && before == ' ' {
			continue
		}
		b.WriteRune(r)
		before = r
	}
	// A mark may have stood behind one of them, and so may a space.
	return strings.TrimSpace(norm.NFC.String(b.String()))
}

// unseen says whether a character has neither a shape nor a width.
func unseen(r rune) bool {
	switch r {
	case 0xAD, 0x34F, 0x61C, 0x180E, 0x2060, 0xFEFF:
		return true
	}
	return 0x200B <= r && r <= 0x200F
}

func joiner(r rune) bool { return r == 0x200C || r == 0x200D }

// shaped says whether a joiner beside a character may change how it looks: not
// beside a letter of a script whose letters stand apart.
func shaped(r rune) bool {
	return r > 0xFF && !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Georgian, unicode.Hebrew, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
