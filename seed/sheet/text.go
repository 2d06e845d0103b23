package sheet

import "strings"

// Unguard removes the apostrophe that keeps a spreadsheet from reading a cell as a
// formula; see export.CSV.
func Unguard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); len(rest) < len(cell) && rest != "" && strings.ContainsAny(string([]rune(rest)[:1]), "=+-@\t\r\n＝＋－＠") {
		return cell[1:]
	}
	return cell
}

// WithoutInvisible removes characters without width that change no letter: marks of
// direction, soft hyphens, spaces of no width.
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

// isInvisible tells what is taken out of cells. Joiners (U+200C, U+200D) are part of
// how words are written.
func isInvisible(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u061C':
		return true
	}
	return false
}
