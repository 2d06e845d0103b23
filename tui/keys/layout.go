package keys

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// The letters of the Russian and of the Kazakh keyboard, and in the same order
// what the keys have on the Latin one.
const (
	cyrillicKeys = "йцукенгшщзхъфывапролджэячсмитьбю" + "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ" + "әіңғүұқөһ"
	latinKeys    = "qwertyuiop[]asdfghjkl;'zxcvbnm,." + `QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>` + "2345890-="
)

// Latin is the key of a Latin keyboard on which a letter was typed: for a
// Cyrillic letter as the terminal names it or as the keyboards have it, and for
// the full stop that of /, which has its place on the Cyrillic ones.
func Latin(press tea.KeyPressMsg) (key string, ok bool) {
	letter := []rune(press.Text)
	switch {
	case len(letter) != 1:
		return "", false
	case press.String() == ".":
		return "/", true
	case !unicode.Is(unicode.Cyrillic, letter[0]):
		return "", false
	case press.BaseCode != 0 && press.Mod == 0:
		return string(press.BaseCode), true
	}
	before, _, ok := strings.Cut(cyrillicKeys, press.String())
	if !ok {
		return "", false
	}
	return string([]rune(latinKeys)[len([]rune(before))]), true
}
