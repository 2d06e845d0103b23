package text

import (
	"strings"
	"unicode"
)

// Clean makes text safe for a terminal: what could move the cursor, change a
// mode or change the reading direction becomes a visible mark.
func Clean(text string) string {
	safe := true
	for _, r := range text {
		if r == unicode.ReplacementChar || Unsafe(r) {
			safe = false
			break
		}
	}
	if safe {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case Unsafe(r):
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// Unsafe reports whether a character could do that.
func Unsafe(r rune) bool {
	switch {
	case unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return true
	case unicode.Is(unicode.Cf, r), r >= '\u2060' && r <= '\u206f':
		return true // directions, what has no width, and what joins the character after it
	}
	return false
}
