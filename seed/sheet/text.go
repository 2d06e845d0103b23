package sheet

import "strings"

// Unguard removes the apostrophe that protects a cell from being read as a formula; see
// export.CSV.
func Unguard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); len(rest) < len(cell) && rest != "" && strings.ContainsAny(string([]rune(rest)[:1]), "=+-@\t\r\n＝＋－＠") {
		return cell[1:]
	}
	return cell
}

// WithoutInvisible removes characters without width that change no letter: direction
// marks, soft hyphens, zero-width spaces.
func WithoutInvisible(text string) string {
	if !strings.ContainsFunc(text, isInvisible) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isInvisible(r) {
			return -1
		}
		return r
	}, text)
}

// isInvisible reports whether a character is removed from cells. Joiners (U+200C, U+200D)
// are part of words.
func isInvisible(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u061C':
		return true
	}
	return false
}
