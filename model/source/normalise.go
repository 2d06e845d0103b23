package source

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
)

// Hash returns the SHA-256 of a paragraph's normalised text, in hexadecimal: white space
// as single spaces, plain quotation marks and hyphens, ligatures as letters, no invisible
// characters. So a copy may be wrapped and typeset in any way, but a changed letter or
// digit changes the hash.
func Hash(paragraph string) string {
	sum := sha256.Sum256([]byte(normalise(paragraph)))
	return hex.EncodeToString(sum[:])
}

// normalise normalises a text for Hash.
func normalise(text string) string {
	folded, _ := normaliseMapped(text, false)
	return folded
}

// normaliseMapped normalises a text for Hash and, if mapped, returns the original offset
// of each byte, and last the length of the text.
func normaliseMapped(text string, mapped bool) (string, []int) {
	var b strings.Builder
	b.Grow(len(text))
	var offsets []int
	space := -1 // the beginning of white space that is not written yet
	for at, r := range text {
		if unicode.IsSpace(r) {
			if space < 0 {
				space = at
			}
			continue
		}
		plain, ok := plain(r)
		if !ok {
			continue
		}
		if space >= 0 && b.Len() > 0 {
			b.WriteByte(' ')
			if mapped {
				offsets = append(offsets, space)
			}
		}
		space = -1
		b.WriteString(plain)
		if mapped {
			for range len(plain) {
				offsets = append(offsets, at)
			}
		}
	}
	return b.String(), append(offsets, len(text))
}

// plain returns the normalised form of a rune; false: it is invisible.
func plain(r rune) (string, bool) {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF':
		return "", false
	case '“', '”', '„', '‟', '«', '»', '″':
		return `"`, true
	case '‘', '’', '‚', '‛', '′', 'ʼ':
		return "'", true
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return "-", true
	case '…':
		return "...", true
	case 'ﬀ':
		return "ff", true
	case 'ﬁ':
		return "fi", true
	case 'ﬂ':
		return "fl", true
	case 'ﬃ':
		return "ffi", true
	case 'ﬄ':
		return "ffl", true
	}
	return string(r), !unicode.Is(unicode.Bidi_Control, r)
}
