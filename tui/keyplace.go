package tui

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

// action is what a key does now. Where nothing is typed in, a Cyrillic letter
// that is bound to nothing counts as the key that it is on, as a terminal names
// it or as the keyboards have it; and so does the full stop, on the key of /.
func (a *App) action(message tea.KeyPressMsg) Action {
	where, key := a.where(), message.String()
	if action := bound(a.bindings, where, key); action != None || a.boxed() {
		return action
	}
	letter := []rune(message.Text)
	if len(letter) != 1 {
		return None
	}
	switch {
	case key == ".":
		return bound(a.bindings, where, "/")
	case !unicode.Is(unicode.Cyrillic, letter[0]):
		return None
	case message.BaseCode != 0 && message.Mod == 0:
		return bound(a.bindings, where, string(message.BaseCode))
	}
	before, _, ok := strings.Cut(cyrillicKeys, key)
	if !ok {
		return None
	}
	return bound(a.bindings, where, string([]rune(latinKeys)[len([]rune(before))]))
}
