package keys

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// The letters of the Russian and Kazakh keyboards, and in the same order the Latin
// letters on these keys.
const (
	cyrillicKeys = "йцукенгшщзхъфывапролджэячсмитьбю" + "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ" + "әіңғүұқөһ"
	latinKeys    = "qwertyuiop[]asdfghjkl;'zxcvbnm,." + `QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>` + "2345890-="
)

// Latin returns the Latin key of a Cyrillic letter, as the terminal reports it or as the
// keyboards have it; a full stop is the / key of a Latin keyboard.
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
