// Package width computes how many columns of a terminal a text takes, for the whole
// program. It knows characters, and nothing of lines, tones or what is shown.
package width

import (
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A Method is how a terminal counts columns.
type Method ansi.Method

// The methods.
const (
	ByLetter    = Method(ansi.WcWidth)       // each letter, sign and mark by itself, as wcwidth(3) does
	ByCharacter = Method(ansi.GraphemeWidth) // a letter with its marks as one; the terminal says that it does so (mode 2027)
)

// Columns is the number of columns that a text takes. Sequences of a terminal take none.
func (m Method) Columns(text string) int {
	columns := 0
	for len(text) > 0 {
		if n := Narrow(text); n > 0 {
			text, columns = text[n:], columns+1
		} else if n := look(text); n > 0 {
			text = text[n:]
		} else {
			return columns + ansi.Method(m).StringWidth(text) + m.correction(text)
		}
	}
	return columns
}

// look returns the length of the style sequence (SGR) that a text begins with; 0: none.
func look(text string) int {
	if !ansi.HasCsiPrefix(text) || text[0] != '\x1b' {
		return 0
	}
	for at := len("\x1b["); at < len(text); at++ {
		switch c := text[at]; {
		case c == 'm':
			return at + 1
		case c < '0' || c > ';':
			return 0
		}
	}
	return 0
}

// First returns the bytes and columns of the first character of a text with its marks.
func (m Method) First(text string) (size, columns int) {
	if n := Narrow(text); n > 0 {
		return n, 1
	}
	first, columns := ansi.FirstGraphemeCluster(text, ansi.Method(m))
	return max(len(first), 1), columns + m.correction(first)
}

// End returns the end of a text, in so many columns at most.
func (m Method) End(text string, columns int) string {
	for over := m.Columns(text) - columns; over > 0; {
		size, first := m.First(text)
		text, over = text[size:], over-first
	}
	return text
}

// Begin returns the beginning of a text, in so many columns at most.
func (m Method) Begin(text string, columns int) string {
	for at := 0; at < len(text); {
		size, next := m.First(text[at:])
		if columns -= next; columns < 0 {
			return text[:at]
		}
		at += size
	}
	return text
}

// Narrow returns the bytes of the first character of a text if every terminal shows it
// in one column and no mark follows; else 0. With it most texts need no width tables,
// which take 2 MB when used.
func Narrow(text string) int {
	r, n := utf8.DecodeRuneInString(text)
	if !isNarrow(r) {
		return 0
	}
	if n < len(text) && text[n] >= utf8.RuneSelf {
		if after, _ := utf8.DecodeRuneInString(text[n:]); !isNarrow(after) {
			return 0
		}
	}
	return n
}

// isNarrow: printable Latin, Greek and Cyrillic letters, punctuation, lines,
// blocks, ticks.
func isNarrow(r rune) bool {
	switch {
	case r < 0xa0:
		return r >= ' ' && r < 0x7f
	case r < 0x300:
		return r != 0xad && r != 0xa9 && r != 0xae // a soft hyphen; signs that may be shown as emoji
	case r < 0x530:
		return r >= 0x400 && (r < 0x483 || r > 0x489) || r >= 0x391 && r <= 0x3ce
	}
	return r >= 0x2010 && r <= 0x2027 || r >= 0x2030 && r <= 0x203a || r >= 0x2190 && r <= 0x2193 || r >= 0x2500 && r < 0x25a0 || r >= 0x25b7 && r <= 0x25bf || r == 0x2713
}

// Doubtful reports whether terminals differ in how many columns a text takes.
func Doubtful(text string) bool {
	return len(text) > 1 && Narrow(text) != len(text) && ByLetter.Columns(text) != ByCharacter.Columns(text)
}

// Decode returns the bytes and columns of the first character or escape sequence of a
// text. A sequence takes no columns.
func (m Method) Decode(text string) (size, columns int) {
	first, columns, size, _ := ansi.Method(m).DecodeSequenceInString(text, 0, nil)
	return size, columns + m.correction(first)
}

// correction is how many more columns a text has, letter by letter, than the library
// gives it. TestTerminals has measured them: a soft hyphen and signs that span the
// digits after them have one, the vowels and ends of Korean syllables that are
// written in letters none.
func (m Method) correction(text string) int {
	if m != ByLetter {
		return 0
	}
	columns := 0
	for _, r := range text {
		switch {
		case r == '\u00ad', unicode.Is(unicode.Prepended_Concatenation_Mark, r):
			columns++
		case r >= 0x1160 && r <= 0x11ff, r >= 0xd7b0 && r <= 0xd7fb:
			columns--
		}
	}
	return columns
}
