package tui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/layout"
	"casebook/tui/text"
)

func TestASoundingMatchIsSaidAndMarked(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "narimbaef")
	d.sees("sounds like Yermek Narymbaev · 1/6 cases", "  sounds like Yermek Narymbaev", "3 Detail · 1 match")
	d.press("enter", "n")
	d.sees("1/1 match")
	for _, l := range d.app.detail.View() {
		for _, p := range l {
			if p.Tone == text.Current && p.Text != "Yermek Narymbaev" {
				t.Errorf("n leads to %q", p.Text)
			}
		}
	}
	d.press("esc", "esc", "esc", "/", "yfhsv,ftd")
	d.sees("typed on the other keyboard · 1/6 cases", "Yermek Narymbaev · typed on the")
	d = drive(t, newFake(), 120, 30, Options{Text: "yfhsv,ftd"})
	d.sees("Yermek Narymbaev · typed on the other keyboard · 1/6 cases")
}

func TestASensitiveCaseKeepsTheNameItWasFoundBy(t *testing.T) {
	d := drive(t, newFake(), 120, 30, Options{Text: "officier"})
	d.sees("one letter off · 1/6 cases", "one letter off · proceeding · sensit")
	d.seesNot("Woman prisoner")
}

func TestNamesThatAreLeftOutAreSaid(t *testing.T) {
	library := newFake()
	library.NamesCut = true
	for width, want := range map[int]string{80: "most likely names only · 1/6 cases", 170: "only cases of the most likely ones are shown. · 1/6 cases"} {
		d := drive(t, library, width, 24, Options{Text: "narimbaef"})
		d.sees(want)
	}
}

func TestNamesAreOfferedApart(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "book")
	d.sees("1/6 cases", "1/1", "sounds like · Enter to search", " Facebook")
	d.press("enter")
	if d.app.focus != layout.Detail {
		t.Error("a name that is offered counts as a second hit")
	}
	d.press("esc", "down")
	d.sees("▌Facebook")
	if d.app.detail.loaded {
		t.Error("the case of before stays beside a name")
	}
	d.press("enter")
	d.sees("/ org:Facebook", "org: Facebook")
	d = drive(t, newFake(), 80, 24, Options{Text: "book"})
	d.send(tea.MouseClickMsg{X: 5, Y: 6, Button: tea.MouseLeft})
	d.send(tea.MouseClickMsg{X: 5, Y: 6, Button: tea.MouseLeft})
	d.sees("/ org:Facebook")
	d = drive(t, newFake(), 80, 24, Options{Text: "narimbaef"})
	d.seesNot("Enter to search") // it is found, so it is not offered
}

func TestTheNearestName(t *testing.T) {
	library := newFake()
	d := drive(t, library, 80, 24, Options{})
	d.press("j", "j", "j", "/", "sichof")
	d.sees("0/6 cases", "No case matches.", "Did you mean Igor Sychev? Enter to", "search", "Enter open")
	d.press("enter")
	d.sees(`/ person:"Igor Sychev"`, "person: Igor Sychev", "1/6 cases")
	d.press("enter")
	if d.app.focus != layout.Detail || d.selected() != "KAZ-2016-03" {
		t.Errorf("the second Enter leads to pane %d, case %s", d.app.focus, d.selected())
	}
	d.press("esc", "esc")
	if d.selected() != "KAZ-2016-04" {
		t.Errorf("Esc leads to %s, want the case from before the search", d.selected())
	}
	d.press("/", "up", "up")
	d.sees("/ sichof")
	d.press("esc", "/", "sichof book", "esc", "/", "up")
	d.press("down", "ctrl+u", "sichof book")
	d.sees("Did you mean Igor Sychev?", " sounds like", "Facebook")
	d.press("ctrl+c")
	d = drive(t, library, 80, 24, Options{Text: "sichof book"})
	d.press("j")
	d.sees("Did you mean Facebook?", "▌Facebook")
	d.press("enter")
	d.sees("/ org:Facebook")
}

func TestTheWordInTheWayIsNamedAndCleared(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "sentenced zzz")
	d.sees("Without zzz: 1 case.", "ctrl+x removes it", "ctrl+x remove")
	d.press("ctrl+x")
	d.sees("/ sentenced", "1/6 cases")
	d.press("ctrl+u", "kind:event sentenced")
	d.sees("Without kind:event: 1 case.") // the first of two that leave one case
	d.press("enter")
	d.sees("x removes it")
	d.press("x")
	d.sees("/ sentenced", "1/6 cases")
}

func TestASupersededSearchAsksNoMore(t *testing.T) {
	library := newFake()
	d := drive(t, library, 80, 24, Options{Text: "zzz"})
	explain := d.app.findObstacle()
	d.press("/", "x")
	library.Requests = nil
	explain()
	if len(library.Requests) > 0 {
		t.Errorf("a superseded search still asks: %v", library.Requests)
	}
}

// TestSeveralValuesInTheWay: any value of a facet would do, so all of them are in
// the way together, and one key clears them.
func TestSeveralValuesInTheWay(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{Text: "sentenced"})
	d.app.chosen = []browse.Choice{{Facet: model.FacetKind, Value: "event"}, {Facet: model.FacetKind, Value: "law"}}
	d.run(d.app.ask(d.app.currentTarget()))
	d.sees("No case matches", "Without event, law: 1 case.", "x clears this filter")
	d.press("x")
	d.sees("/ sentenced", "1/6 cases")
}

func TestTheSearchesOfTheSession(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "sychev", "enter", "esc", "esc", "/", "almaty", "enter", "esc", "esc")
	d.press("/", "ter", "up")
	d.sees("/ almaty", "1/6 cases", "At least 48")
	d.press("up", "up")
	d.sees("/ sychev", "Blogger's five-year")
	d.press("down", "down")
	d.sees("/ ter", "2/6 cases")
	d.press("up", "x", "down")
	d.sees("/ almatyx") // what is changed is being typed
	d.press("esc", "/", "ctrl+p")
	d.sees("/ almatyx")
}

func TestGoingToTheEndWaitsForTheCount(t *testing.T) {
	library := newCrowd(1000)
	library.Uncounted = true
	d := drive(t, library, 80, 24, Options{})
	d.sees("1,000 cases", "1/1,000")
	d.app.openSearch()
	d.app.search.Insert("case")
	_, commands := d.app, d.app.search.Edited(true)
	rows := commands().(ask.RowsFound)
	_, counts := d.app.Update(rows)
	d.sees("200+/1,000 cases")
	d.app.closePrompt()
	d.send(tea.KeyPressMsg{Code: 'G', Text: "G"})
	d.press("k")
	if d.app.list.At != 0 {
		t.Errorf("the cursor is at %d before the end is known", d.app.list.At)
	}
	d.run(counts)
	d.sees("999/1,000")
}

func TestAPageThatFailedIsAskedForAgain(t *testing.T) {
	library := newCrowd(1000)
	d := drive(t, library, 80, 24, Options{})
	library.Mu.Lock()
	library.Err = errors.New("disk on fire")
	library.Mu.Unlock()
	d.press("G")
	d.sees("disk on fire")
	library.Err = nil
	if _, ok := d.app.list.Selected(); ok {
		t.Fatal("the page has come")
	}
	d.press("k")
	d.sees("▌Case number 999")
	if d.app.list.HasFailed() {
		t.Error("a page is still said to have failed")
	}
}

func TestAFacetThatIsCut(t *testing.T) {
	library := newFake()
	d := drive(t, library, 120, 36, Options{})
	counts, _ := library.Facets(context.Background(), model.Query{})
	counts.Facets[1].More = 12345
	d.app.filters.Fold(browse.Node{Choice: browse.Choice{Facet: model.FacetKind}}, true)
	d.app.filters.Set(counts, nil)
	d.sees("… 12,345 more")
	at := slices.IndexFunc(d.app.filters.Nodes, func(n browse.Node) bool { return n.More > 0 })
	d.press("f")
	d.app.filters.MoveTo(at)
	d.app.filters.Set(counts, nil)
	if n, _ := d.app.filters.Current(); n.More == 0 {
		t.Error("new counts take the cursor off the last line")
	}
	d.press("enter")
	d.sees("F Kind: type to narrow the list")
}

func TestASearchShowsItsFirstRows(t *testing.T) {
	d := drive(t, newCrowd(60), 80, 24, Options{})
	d.press("j", "j", "/", "case")
	if d.app.list.At != 2 {
		t.Errorf("the cursor leaves its case for row %d", d.app.list.At)
	}
	d.press("esc", "G", "/", "case")
	if d.app.list.At != 0 || d.app.list.Top != 0 {
		t.Errorf("the list begins at row %d", d.app.list.Top)
	}
	d.press("esc")
	d.sees("60/60")
}

func TestKeysAheadOfAnEmptyAnswerAreNotStuck(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/")
	d.app.search.Insert("sichof book")
	command := d.app.search.Edited(true)
	d.press("enter", "j")
	d.run(command)
	d.press("j")
	d.sees("▌Facebook")
}

func TestEscAndATypedKeyMayArriveAsOne(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "person:na", "alt+r") // Esc closes the completions, and r is typed
	d.sees("/ person:nar")
}

// FuzzSearchBox types any text in any script, letter by letter, with the keys of
// the box between, on a library whose cases say anything too.
func FuzzSearchBox(f *testing.F) {
	for _, text := range []string{
		"narimbaef", "Нарымбаев", "yfhsv,ftd", "бокаев макс", "Seytkazy Matayev", "قازاقستان", "漢字", "person:\x01na\x02", `-place:"al` + "\x03",
		"date:2016-05..\x04\x05", "sichof book\x06\x02", "kind:\x01\x02\x02law:\x07x", "e\u0301\u202e\u200d", "00\u0602", "क्षेत्र", "ः", "\u1112\u1161\u11ab", "🇰🇿", "\xff\xfe:", "place:a\x03\x03\x06\x05", `"quote -x person: (`,
	} {
		f.Add(text, uint8(80), uint8(24))
		f.Add(text, uint8(40), uint8(10))
	}
	keys := []string{"", "down", "tab", "up", "ctrl+x", "left", "enter", "esc", "backspace"}
	f.Fuzz(func(t *testing.T, text string, width, height uint8) {
		if len(text) > 80 {
			return
		}
		library := newFake()
		library.Cases[0].People[0].Name, library.Cases[0].Places[0].Name = text, text
		library.Sounds["x"] = results.NameMatch{Facet: model.FacetPlace, Name: text, How: text, Weak: true}
		d := drive(t, library, int(width), int(height), Options{})
		d.press("/")
		for _, r := range text {
			if int(r) < len(keys) && r > 0 {
				d.press(keys[r])
			} else {
				d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			exact(t, d, int(width), int(height))
		}
		if strings.HasPrefix(d.app.notice, "The library") {
			t.Fatal(fmt.Sprint(text, ": ", d.app.notice))
		}
	})
}

func TestTheSearchBoxOpenedAgain(t *testing.T) {
	d := drive(t, newFake(), 120, 30, Options{})
	d.press("/", "case", "enter", "esc")
	d.press("j")
	text, selected := d.app.search.Text, d.selected()
	for _, keys := range [][]string{{"/", "esc"}, {"/", "s", "y", "esc"}, {"/", "backspace", "esc"}, {"/", "left", "x", "esc"}} {
		d.press(keys...)
		if d.app.search.Text != text || d.selected() != selected || d.app.typing() {
			t.Errorf("%v leads to %q at %s, want %q at %s", keys, d.app.search.Text, d.selected(), text, selected)
		}
	}
	for _, test := range []struct {
		keys []string
		want string
	}{
		{[]string{"s", "y"}, "sy"},
		{[]string{"backspace", "x"}, "x"},
		{[]string{"ctrl+w"}, ""},
		{[]string{"end", "s"}, "cases"},
		{[]string{"left", "s"}, "casse"},
		{[]string{"space", "s"}, "case s"},
	} {
		d = drive(t, newFake(), 120, 30, Options{})
		d.press("/", "case", "enter", "/")
		if d.press(test.keys...); d.app.search.Text != test.want {
			t.Errorf("%v makes %q, want %q", test.keys, d.app.search.Text, test.want)
		}
	}
}

func TestTheWayBackFromASearch(t *testing.T) {
	d := drive(t, newFake(), 120, 30, Options{})
	d.press("j", "j")
	from := d.selected()
	d.press("/", "sychev", "enter", "-", "-")
	if d.app.search.Text != "" || d.selected() != from {
		t.Errorf("- leads from a search to %q at %s, want %s", d.app.search.Text, d.selected(), from)
	}
	d.press("-")
	d.sees("Top level. Press q to quit.")
}

func TestAPossibleDateIsSaidBesideWhatASearchFound(t *testing.T) {
	for what, row := range map[string]results.Row{
		"nothing": {Kind: model.KindEvent}, "a snippet": {Snippet: "land"}, "a person": {People: []string{"Land"}},
		"a sound": {Match: "sounds like", MatchName: "Land"}, "a sensitive case": {Sensitivity: model.SensitivitySexualViolence},
	} {
		row.Possible = true
		w := drive(t, newFake(), 80, 24, Options{Text: "land date:2016-05-18"}).app.format(80)
		for _, text := range []string{w.Row(row, text.Normal, 2)[1].String(), w.PlainRow(row)} {
			if strings.Count(text, "possible date") != 1 {
				t.Errorf("with %s found the row says %q", what, text)
			}
		}
	}
}
