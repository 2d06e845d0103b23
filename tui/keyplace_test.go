package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestLettersOfACyrillicKeyboardAreTakenByTheirPlace(t *testing.T) {
	if len([]rune(cyrillicKeys)) != len([]rune(latinKeys)) {
		t.Fatal("a letter has no key")
	}
	d := drive(t, newFake(), 120, 30, Options{})
	for key, want := range map[string]Action{"о": Down, "л": Up, "П": Bottom, "п": Top, "с": CopyCitation, "С": CopyCase, "щ": Sort, "а": ToFilters, "м": NextView, "Ж": Palette, ".": Search, "ә": ToList, "ө": Return, "j": Down, "я": Blank, "й": Quit, "х": None, "日": None} {
		r := []rune(key)[0]
		if got := d.app.action(tea.KeyPressMsg{Code: r, Text: key}); got != want {
			t.Errorf("%s does %v, want %v", key, got, want)
		}
	}
	if got := d.app.action(tea.KeyPressMsg{Code: 'ї', BaseCode: 'j', Text: "ї"}); got != Down {
		t.Errorf("the key that the terminal names does %v", got)
	}
	before := d.selected()
	d.press("о")
	if d.selected() == before {
		t.Error("о does not move")
	}
	d.press(".", "о.ж")
	if d.app.search.text != "о.ж" {
		t.Errorf("the search box has %q", d.app.search.text)
	}
}
