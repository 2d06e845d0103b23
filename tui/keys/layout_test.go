package keys

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestLettersOfACyrillicKeyboardAreTakenByTheirPlace(t *testing.T) {
	if len([]rune(cyrillicKeys)) != len([]rune(latinKeys)) {
		t.Fatal("a letter has no key")
	}
	for letter, want := range map[string]string{"о": "j", "л": "k", "П": "G", "с": "c", "С": "C", "Ж": ":", ".": "/", "ә": "2", "ө": "-", "х": "[", "j": "", "日": "", "": ""} {
		press := tea.KeyPressMsg{Text: letter}
		if letter != "" {
			press.Code = []rune(letter)[0]
		}
		if got, ok := Latin(press); got != want || ok != (want != "") {
			t.Errorf("%s is on %q, want %q", letter, got, want)
		}
	}
	if got, _ := Latin(tea.KeyPressMsg{Code: 'ї', BaseCode: 'j', Text: "ї"}); got != "j" {
		t.Errorf("the key that the terminal names is %q", got)
	}
}
