package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casebook/model/lazy"
)

// The rows of the keyboards, key by key: US QWERTY, and the Russian layout
// ЙЦУКЕН with its Kazakh digit row (KZ standard ST RK 920).
var (
	qwerty = [...]string{"`1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./"}
	jcuken = [...]string{"ё1234567890-=", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю."}
	kazakh = "ё1әіңғ,.үұқөһ"
)

// shifted replaces the shifted signs of QWERTY keys that carry a letter on another layout.
var shifted = strings.NewReplacer("~", "`", "{", "[", "}", "]", ":", ";", `"`, "'", "<", ",", ">", ".")

// keyboards maps the keys of one layout to those of another. The Kazakh row has letters
// where others have digits.
type keyboards struct {
	toRussian, toKazakh, toLatin map[rune]rune
	place                        [0x500]place // of each letter on its layout
}

// A place is a row and a column, both counted from 1.
type place struct{ row, column int }

var layouts = lazy.Value[*keyboards]{Make: newKeyboards}

func newKeyboards() *keyboards {
	k := &keyboards{map[rune]rune{}, map[rune]rune{}, map[rune]rune{}, [0x500]place{}}
	for row := range qwerty {
		russian := []rune(jcuken[row])
		for column, r := range []rune(qwerty[row]) {
			k.toRussian[r], k.toKazakh[r], k.toLatin[russian[column]] = russian[column], russian[column], r
			k.place[russian[column]] = place{row + 1, column + 1}
			k.place[r] = place{row + 1, column + 1}
		}
	}
	for column, r := range []rune(kazakh) {
		latin := []rune(qwerty[0])[column]
		k.toKazakh[latin] = r
		if unicode.IsLetter(r) {
			k.toLatin[r] = latin
			k.place[r] = place{1, column + 1}
		}
	}
	return k
}

// OtherKeyboard returns what the same keys write on the other layout; nil if no letter
// changes.
func OtherKeyboard(text string) []string {
	text = strings.ToLower(text)
	var latin, cyrillic, digits int
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.IsDigit(r), r == '-', r == '=':
			digits++
		case r < 0x80 && r != ' ' && r != '.':
			latin++
		}
	}
	switch {
	case cyrillic > latin:
		return []string{replace(text, layouts.Get().toLatin)}
	case latin == 0:
		return nil
	case digits > 0:
		text = shifted.Replace(text)
		return []string{replace(text, layouts.Get().toKazakh), replace(text, layouts.Get().toRussian)}
	}
	return []string{replace(shifted.Replace(text), layouts.Get().toRussian)}
}

func replace(text string, with map[rune]rune) string {
	return strings.Map(func(r rune) rune {
		if other, known := with[r]; known {
			return other
		}
		return r
	}, text)
}

// neighbours reports whether two letters are on neighbouring keys of one layout.
func neighbours(a, b rune) bool {
	if a >= 0x500 || b >= 0x500 || a < 0x80 != (b < 0x80) {
		return false
	}
	k := layouts.Get()
	p, q := k.place[a], k.place[b]
	if p.row == 0 || q.row == 0 {
		return false
	}
	row, column := p.row-q.row, p.column-q.column
	switch row { // each row is shifted half a key to the right of the row above
	case 0:
		return column == 1 || column == -1
	case 1:
		return column == 0 || column == -1
	case -1:
		return column == 0 || column == 1
	}
	return false
}

// script returns 1 for Latin letters, 2 for Cyrillic letters, else 0.
func script(r rune) int {
	switch {
	case unicode.Is(unicode.Latin, r):
		return 1
	case unicode.Is(unicode.Cyrillic, r):
		return 2
	}
	return 0
}

// SameAlphabet reports whether the first letters of two texts are of the same alphabet.
func SameAlphabet(a, b string) bool {
	first := func(text string) int {
		at := strings.IndexFunc(text, unicode.IsLetter)
		if at < 0 {
			return 0
		}
		letter, _ := utf8.DecodeRuneInString(text[at:])
		return script(letter)
	}
	return first(a) == first(b) && first(a) != 0
}
