// Package safe says what text may reach a terminal, a file or a reader's eye.
// Text of a library, a pack, a query or a file name is data: it must not move
// the cursor, change a mode of the terminal, write to the clipboard or turn the
// direction of writing. This is the one definition for the screen, the plain
// mode, the command line, completion and every export. It knows characters and
// nothing of where they come from or go.
//
//   - What ends a line (LF, CR, NEL, U+2028 ...) and a tab become a space.
//   - What controls the terminal (the other C0 and C1 controls, DEL) or turns
//     the direction of writing (embeddings, overrides, isolates) becomes
//     U+FFFD, so that a reader sees that something was there. So do bytes that
//     are not UTF-8.
//   - Marks that have neither a shape nor a meaning of their own on a line
//     (U+200E, U+200F, U+061C, the byte order mark, deprecated format
//     characters, annotation marks) are left out; so is an Arabic sign that
//     spans the digits after it (U+0600 ...) where there are none.
//   - All else is kept as it is: joiners (U+200C, U+200D), soft hyphens,
//     variation selectors and accents belong to the writing of many languages.
//     Of a stack of characters without width the first 30 are kept, as in the
//     Stream-Safe Text Format of Unicode Standard Annex 15.
package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxStack is the maximum number of consecutive characters without width.
const maxStack = 30

// Line returns a text made safe for one line.
func Line(text string) string {
	if isPrintableASCII(text) {
		return text
	}
	var line strings.Builder
	line.Grow(len(text))
	stack := 0
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		if r == utf8.RuneError && size == 1 { // a run of them is one mark
			for at < len(text) {
				if next, size := utf8.DecodeRuneInString(text[at:]); next != utf8.RuneError || size != 1 {
					break
				}
				at++
			}
		}
		if !isZeroWidth(r) {
			stack = 0
		} else if stack++; stack > maxStack {
			continue
		}
		switch {
		case endsLine(r):
			line.WriteByte(' ')
		case Controls(r):
			line.WriteRune(unicode.ReplacementChar)
		case !invisible(r) && (!isSubtending(r) || startsWithLetterOrDigit(text[at:])):
			line.WriteRune(r)
		}
	}
	return line.String()
}

// isPrintableASCII reports whether a text has only printable ASCII.
func isPrintableASCII(text string) bool {
	for at := range len(text) {
		if text[at] < ' ' || text[at] > '~' {
			return false
		}
	}
	return true
}

// Unsafe reports whether Line changes a character. A format with escapes, such as JSON,
// escapes it.
func Unsafe(r rune) bool {
	if r < 0x7f {
		return r < ' '
	}
	return endsLine(r) || Controls(r) || invisible(r)
}

// endsLine reports whether a character is a tab or a mandatory line break (Unicode
// Standard Annex 14).
func endsLine(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// Controls reports whether a character controls the terminal or turns the
// direction of writing (Unicode Standard Annex 9, without the marks of a
// direction, which turn nothing).
func Controls(r rune) bool {
	switch {
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return unicode.IsControl(r) && !endsLine(r)
}

// invisible reports whether a character is left out.
func invisible(r rune) bool {
	switch r {
	case '\u061c', '\u200e', '\u200f', '\ufeff', '\ufff9', '\ufffa', '\ufffb':
		return true
	}
	return r >= '\u206a' && r <= '\u206f'
}

// isSubtending reports whether a character is drawn around the digits after it.
func isSubtending(r rune) bool {
	switch r {
	case '\u06dd', '\u0890', '\u0891', '\u08e2', '\U000110bd', '\U000110cd':
		return true
	}
	return r >= '\u0600' && r <= '\u0605'
}

// startsWithLetterOrDigit reports whether a text begins with a letter or a digit.
func startsWithLetterOrDigit(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isZeroWidth reports whether a character takes no column of its own.
func isZeroWidth(r rune) bool {
	return r >= '\u00ad' && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf)
}
