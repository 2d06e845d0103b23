package seed

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A guess reads a text as UTF-8 or Windows-1251, which it decides at the first letter
// beyond ASCII.
type guess struct {
	name     string
	r        *bufio.Reader
	decided  io.Reader
	encoding string
	before   []byte // the end of what has been read
}

func (g *guess) Read(p []byte) (int, error) {
	if g.decided != nil {
		return g.decided.Read(p)
	}
	head, err := g.r.Peek(min(len(p), g.r.Size()))
	if len(head) == 0 {
		return 0, err
	}
	ascii := 0
	for ascii < len(head) && head[ascii] < utf8.RuneSelf {
		ascii++
	}
	if ascii > 0 {
		n, err := g.r.Read(p[:ascii])
		g.before = append(g.before[:0], p[max(0, n-20):n]...)
		return n, err
	}
	if head, err = g.r.Peek(g.r.Size()); len(head) == 0 {
		return 0, err
	}
	if g.decided, err = g.decide(head); err != nil {
		return 0, err
	}
	return g.decided.Read(p)
}

// decide recognises UTF-8 and Cyrillic text in Windows-1251.
func (g *guess) decide(head []byte) (io.Reader, error) {
	whole := head
	for len(whole) > 0 && len(whole) > len(head)-utf8.UTFMax && !utf8.Valid(whole) {
		whole = whole[:len(whole)-1] // the last letter may be cut by the end of the piece
	}
	if utf8.Valid(whole) && len(whole) > 0 {
		return g.r, nil
	}
	if n := validPrefix(head); n >= 4 {
		return g.r, nil // UTF-8 with a mistake in it, which is reported at its place
	}
	if !isWindows1251(head[:min(len(head), 16<<10)]) {
		found := readings(append(slices.Clone(g.before), head...))
		flags := "--encoding NAME"
		for i, reading := range found {
			if i == 0 {
				flags = ""
			} else {
				flags += ", "
			}
			flags += fmt.Sprintf("--encoding %s (%s)", reading.Encoding, reading.Word)
		}
		return nil, &UnclearEncoding{found, fileError(g.name, "the file is not in UTF-8, and its encoding is unclear", "choose the one in which the text is readable: "+flags+"; or another: "+strings.Join(Encodings(), ", "))}
	}
	g.encoding = "windows-1251"
	return decodeAs(g.r, g.encoding)
}

// An UnclearEncoding says that a text may be in several encodings; the error that it
// wraps is for the user.
type UnclearEncoding struct {
	Readings []Reading
	err      error
}

func (e *UnclearEncoding) Error() string { return e.err.Error() }
func (e *UnclearEncoding) Unwrap() error { return e.err }

// A Reading is a word of a text as decoded in an encoding.
type Reading struct{ Encoding, Word string }

// readings decodes a word that is not ASCII in the most frequent encodings, such as
// Réunion in windows-1252: the first word that has only letters in at least two of them,
// so not N°.
func readings(text []byte) []Reading {
	isWord := func(b byte) bool { return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= utf8.RuneSelf }
	for at := 0; at < len(text); at++ {
		begin, strange := at, false
		for at < len(text) && isWord(text[at]) {
			strange = strange || text[at] >= utf8.RuneSelf
			at++
		}
		if !strange || at-begin < 3 {
			continue
		}
		var list []Reading
		for _, name := range []string{"windows-1252", "macintosh", "windows-1250", "windows-1251", "koi8-r", "gb18030", "big5"} {
			word, err := encodings()[name].NewDecoder().String(string(text[begin:min(at, begin+40)]))
			if err == nil && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) || r == utf8.RuneError }) {
				list = append(list, Reading{name, word})
			}
		}
		if len(list) > 1 {
			return list
		}
	}
	return nil
}

// validPrefix returns how many letters beyond ASCII at the beginning are valid UTF-8.
func validPrefix(text []byte) int {
	letters := 0
	for len(text) > 0 {
		r, width := utf8.DecodeRune(text)
		if r == utf8.RuneError && width == 1 {
			break
		}
		if width > 1 {
			letters++
		}
		text = text[width:]
	}
	return letters
}
