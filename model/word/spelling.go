package word

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Composed returns a text with its letters composed with their marks (NFC).
func Composed(text string) string { return norm.NFC.String(text) }

// Spelling returns a name as stored: composed (NFC), without invisible characters such as
// soft hyphens, zero-width spaces and direction marks. A joiner stays if it shapes
// letters, as in Persian and in the scripts of India. Invalid UTF-8 stays as it is.
func Spelling(name string) string {
	if isASCII(name) || !utf8.ValidString(name) {
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
	// a mark or a space may have been after one of them
	return strings.TrimSpace(norm.NFC.String(b.String()))
}

// unseen reports whether a character has neither a shape nor a width.
func unseen(r rune) bool {
	switch r {
	case 0xAD, 0x34F, 0x61C, 0x180E, 0x2060, 0xFEFF:
		return true
	}
	return 0x200B <= r && r <= 0x200F
}

func joiner(r rune) bool { return r == 0x200C || r == 0x200D }

// shaped reports whether a joiner can change how a character looks: not in scripts whose
// letters are not joined.
func shaped(r rune) bool {
	return r > 0xFF && !unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Georgian, unicode.Hebrew, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
