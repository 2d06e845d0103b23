package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"casebook/tui/layout"
)

func TestCompletion(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "pl")
	d.sees("▏ place:", "Tab accepts · Esc closes")
	d.press("tab")
	d.sees("/ place:", "▌ Kazakhstan  ", "Almaty", "Astana", "Enter accepts · Esc closes")
	d.press("a", "down", "enter")
	d.sees("/ place:Astana", "place: Astana", "1/6 cases")
	d.seesNot("Esc closes")
	d.press("-person:jou", "right")
	d.sees("/ place:Astana -person:Journalists", "place: Astana · not person: Journalists", "0/6 cases")
	d.press("ctrl+u", "person:na", "esc")
	d.sees("/ person:na", "person: Yermek Narymbaev")
	d.seesNot("Esc closes")
	d.press("esc")
	d.sees("6 cases", "/ search")

	d.press("/", `x person:"yermek n`, "tab")
	d.sees(`/ x person:"Yermek Narymbaev"`)
	d.press("ctrl+a", "kind:ev ", "left", "tab")
	d.sees(`/ kind:event x person:"Yermek Narymbaev"`)
}

// The case that Enter opens is seen below the completions, and a click on it opens it.
func TestCompletionsHideNoCase(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "or") // org: is offered, and Enter does not take it
	first, ok := d.app.list.Row(0)
	if !ok || d.app.layout.Menu != 2 {
		t.Fatalf("%d lines of completions", d.app.layout.Menu)
	}
	d.sees("▏ org:", "▏ Tab accepts", "▏"+first.Title)
	title := d.app.layout.Panes[layout.List].Y
	d.send(tea.MouseClickMsg{X: 5, Y: title + 1 + d.app.layout.Menu, Button: tea.MouseLeft})
	d.sees("━ 3 Detail", first.Title)
}

// Under a filter only values are offered that some case has, with the numbers that
// they have there.
func TestCompletionUnderAFilter(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "place:a")
	d.sees("▌ Almaty", "Astana")
	d.press("esc", "esc", ":", "Kind: proceeding", "enter", "/", "place:a")
	d.seesNot("▌ Almaty", "Astana")
	d.press("esc", "esc", "X", "/", "place:a")
	d.sees("▌ Almaty", "Astana")
}

func TestAWordThatMayBeAFieldIsSearchedOnEnter(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "or") // org: is offered
	d.sees("▏ org:")
	d.press("enter")
	if d.app.typing() || d.app.search.Text != "or" {
		t.Errorf("Enter makes %q of it", d.app.search.Text)
	}
	d.press("/", "end", "g", "down", "enter")
	d.sees("/ org:")
}

func TestFieldsAreShownAsUnderstood(t *testing.T) {
	for text, want := range map[string]string{
		"person:na":                   "person: Yermek Narymbaev",
		"place:a":                     "place: Almaty and 1 other",
		"person:zz":                   `no person "zz"`,
		"kind:event person:zz":        `kind: event · no person "zz"`,
		"-kind:event":                 "not kind: event",
		"date:2016-05-17":             "date: 17 May 2016",
		"date:2016-05-17..2016-05-21": "date: 17 May 2016 to 21 May 2016",
		"date:2016-05..":              "date: from May 2016 on",
		"date:..2016":                 "date: until 2016",
		"date:2016-13":                `no date "2016-13"`,
		"author:x":                    "/ author:x                  ",
		`law:"art. 180" place:Almaty`: "law: art. 180 · place: Almaty",
	} {
		d := drive(t, newFake(), 100, 24, Options{Text: text})
		d.sees(want)
	}
}

func TestValuesOnTheirWay(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "person:na")
	d.app.search.Insert("r")
	late := d.app.search.Edited(true)
	d.sees("Yermek Narymbaev") // the values of before stay
	d.app.search.Set("person:ig")
	d.app.search.completion.Close(false)
	last := d.app.search.Edited(true)
	d.press("tab") // kept until the values are there
	d.run(late)
	d.seesNot(`person:"`)
	d.run(last)
	d.sees(`/ person:"Igor Sychev"`)
}

func TestAClickTakesACompletion(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "place:a")
	d.send(tea.MouseClickMsg{X: 4, Y: 4, Button: tea.MouseLeft})
	d.sees("/ place:Astana")
	if !d.app.typing() {
		t.Error("the click leaves the search box")
	}
}
