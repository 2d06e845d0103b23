package tui

import (
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
	"casebook/tui/widget"
)

func TestTheFirstScreen(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.sees("Kazakhstan 2016/17 · Amnesty International", "6 cases", "1 Filters", "2 Cases", "3 Detail", "1/6", "▌The year in brief", "KAZ-2016-01 · practice", "? help")
	if d.selected() != "KAZ-2016-01" {
		t.Errorf("selected is %q, want the first case", d.selected())
	}
}

func TestEnterGoesInAndEscComesBack(t *testing.T) {
	d := drive(t, newFake(), 60, 20, Options{})
	d.sees("2 Cases")
	d.seesNot("3 Detail")
	d.press("j", "enter")
	d.sees("3 Detail", "Two sentenced over book extracts")
	d.seesNot("2 Cases")
	d.press("esc", "esc", "esc")
	d.sees("2 Cases")
	if slices.Contains(d.out, "quit") {
		t.Error("Esc quits")
	}
}

func TestTheDetailSaysWhatTheReportLeavesOut(t *testing.T) {
	d := drive(t, newFake(), 120, 50, Options{Open: "KAZ-2016-02"})
	d.reads("Yermek Narymbaev · prison, length not stated · trial, Jan 2016; suspended sentence, length not stated · on appeal · defendant",
		"Source: Freedom of expression › Social media, ¶2", "Decided: January 2016 (year inferred)", "Also mentioned: Facebook", "Same charge: Blogger's five-year term upheld",
		"Not stated in the report: court, law, charge, date of the appeal, length of the prison term")
	d.press("j", "j")
	d.reads("Source: Freedom of assembly, ¶4 · reported by Adil Soz", "at least 48 journalists detained · 21 May 2016 · reported by Adil Soz")
	d.press("j")
	d.reads("between 300,000 and 1,500,000 migrant workers · estimated")
}

func TestSearchAsYouType(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("j", "j", "j") // the journalists
	d.press("/", "sychev")
	d.sees("/ sychev", "1/6 cases", "Igor Sychev")
	if d.selected() != "KAZ-2016-03" {
		t.Errorf("the hit is not selected: %s", d.selected())
	}
	d.press("esc")
	d.sees("6 cases", "4/6")
	if d.selected() != "KAZ-2016-04" {
		t.Errorf("after Esc %s is selected, want the case from before the search", d.selected())
	}
	d.press("/", "sychev", "enter")
	if d.app.focus != layout.Detail {
		t.Error("Enter on a single hit does not open it")
	}
	d.press("esc", "esc")
	d.sees("6 cases")
	if d.selected() != "KAZ-2016-04" {
		t.Errorf("after the search %s is selected", d.selected())
	}
}

func TestTheCursorStaysOnItsCase(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("j", "j", "/", "term")
	if d.selected() != "KAZ-2016-03" {
		t.Errorf("%s is selected, want KAZ-2016-03, which the search finds", d.selected())
	}
	d.press("enter", "o", "o")
	if d.selected() != "KAZ-2016-03" {
		t.Errorf("another order selects %s", d.selected())
	}
}

func TestASupersededAnswerIsDropped(t *testing.T) {
	library := newFake()
	d := drive(t, library, 80, 24, Options{})
	library.Hold = make(chan struct{})
	d.app.openSearch()
	d.app.search.Insert("sychev")
	late := d.app.search.search()
	d.app.search.Set("")
	d.app.search.Insert("almaty")
	last := d.app.search.search()
	answers := make(chan tea.Msg)
	go func() { answers <- late() }()
	superseded, ok := (<-answers).(ask.RowsFound) // returns because its context has ended, not because of hold
	if !ok || superseded.Err == nil {
		t.Fatalf("the superseded query was not cancelled: %+v", superseded)
	}
	d.sees("The year in brief") // never blank while a search runs
	superseded.Err, superseded.Cases = nil, results.Page{Rows: []results.Row{{ID: "X", Title: "Stale"}}, Total: 1}
	d.send(superseded)
	d.seesNot("Stale")
	close(library.Hold)
	d.run(last)
	d.sees("1/6 cases", "At least 48 journalists detained")
}

func TestCountsComeAfterTheRows(t *testing.T) {
	library := newFake()
	d := drive(t, library, 120, 36, Options{})
	library.Requests = nil
	d.press("/", "term")
	facets, find := -1, -1
	for i, request := range library.Requests {
		if strings.HasPrefix(request, `find "term"`) {
			find = i
		}
		if strings.HasPrefix(request, `facets "term"`) {
			facets = i
		}
	}
	if find < 0 || facets < find {
		t.Errorf("counts are asked for before the rows: %v", library.Requests)
	}
}

func TestFilters(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("f", "j", "j", "enter") // Freedom of expression
	d.sees("2/6 cases", "[Category: Freedom of expression]", "✓  ▾ Freedom of expression", "✓1")
	d.app.filters.Fold(browse.Node{Choice: browse.Choice{Facet: model.FacetKind}}, true)
	d.sees("     event")  // zeros are told apart
	d.press("j", "enter") // Social media inside it takes its place
	d.sees("[Category: Social media]")
	d.seesNot("[Category: Freedom of expression]")
	d.press("X")
	d.sees("6 cases")
	d.press("k", "k", "enter", "j", "j", "j", "enter") // Overview or Freedom of assembly
	d.sees("2/6 cases", "[Category: Overview or Freedom of assembly]")
	d.press("x")
	d.sees("1/6 cases", "[Category: Overview]")
	d.seesNot("Freedom of assembly]")
	d.press("2", "x")
	d.sees("6 cases")
}

func TestFoldingKeepsTheCursorOnItsValue(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("f", "j", "j", "h")
	d.sees("▸ Freedom of expression")
	d.seesNot("Social media       ") // its value, not the row of a case
	d.press("l")
	d.sees("▾ Freedom of expression")
	n, _ := d.app.filters.Current()
	if n.Label != "Freedom of expression" {
		t.Errorf("the cursor is on %q", n.Label)
	}
}

func TestLinksAndTheWayBack(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("j", "enter", "tab", "enter")
	d.sees("[People: Yermek Narymbaev]", "1/6 cases")
	if d.app.focus != layout.List {
		t.Error("a person's link does not lead to the list")
	}
	d.press("-")
	d.sees("6 cases", "3 Detail")
	if d.app.focus != layout.Detail || d.selected() != "KAZ-2016-02" {
		t.Errorf("the way back leads to pane %d, case %s", d.app.focus, d.selected())
	}
	d.press("shift+tab", "enter") // the last link: a related case
	if d.selected() != "KAZ-2016-03" {
		t.Errorf("a related case's link leads to %s", d.selected())
	}
	d.press("-", "-", "-")
	d.sees("Top level. Press q to quit.")
}

func TestARelatedCaseOutsideTheAnswerIsFound(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{Text: "narymbaev"})
	d.sees("1/6 cases")
	d.press("enter", "shift+tab", "enter")
	d.sees("6 cases")
	if d.selected() != "KAZ-2016-03" {
		t.Errorf("%s is selected", d.selected())
	}
	d.press("-")
	d.sees("/ narymbaev", "1/6 cases")
}

func TestMatchesInTheDetail(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{Text: "book"})
	d.sees("2 matches") // in the title and in the note
	d.press("n")
	d.sees("1/2 matches")
	d.press("N")
	d.sees("2/2 matches")
}

func TestTheEmptyStateNamesTheObstacle(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("f", "j", "j", "enter", "2", "/", "almaty", "enter") // Freedom of expression
	d.sees("No case matches.", "Without almaty: 2 cases", "x removes it", "0/6 cases")
	d.press("esc")
	d.sees("2/6 cases")
	d = drive(t, newFake(), 80, 24, Options{})
	d.press("f", "j", "enter", "2", "/", "sentenced prison", "enter")
	d.sees("Without Overview: 1 case", "x clears this filter")
	d.press("x")
	d.sees("1/6 cases")
}

func TestASensitiveCaseOpensOnPurpose(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("G")
	d.sees("sensitive: sexual", "Sensitive: sexual violence.")
	d.seesNot("What the gate keeps back", "Woman prisoner")
	d.press("s")
	d.seesNot("Woman prisoner", "unpublished book")
	d.press("s", "C")
	d.sees("Press Enter to open the case")
	d.press("enter")
	d.sees("What the gate keeps back")
	d.press("2", "k", "j")
	d.seesNot("What the gate keeps back")
}

func TestBlank(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("z")
	if content := d.app.View().Content; content != "" {
		t.Errorf("the blank screen shows %q", content)
	}
	d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	if d.app.View().Content != "" {
		t.Error("a new size brings the screen back")
	}
	d.press("q")
	d.sees("The year in brief")
	if slices.Contains(d.out, "quit") {
		t.Error("the key that brings the screen back does something too")
	}
	d.press("z", "ctrl+c")
	if !slices.Contains(d.out, "quit") {
		t.Error("ctrl+c does not quit a blank screen")
	}
}

func TestQuitting(t *testing.T) {
	for _, before := range [][]string{{}, {"/", "q"}, {"?"}, {"f"}, {"enter"}, {"z"}, {"s"}} {
		d := drive(t, newFake(), 80, 24, Options{})
		d.press(before...)
		if slices.Contains(d.out, "quit") {
			t.Errorf("%v quits", before)
		}
		d.press("ctrl+c")
		if !slices.Contains(d.out, "quit") {
			t.Errorf("ctrl+c after %v does not quit", before)
		}
	}
	d := drive(t, newFake(), 20, 5, Options{})
	d.sees("casebook needs at", "least 40 columns")
	d.press("q")
	if !slices.Contains(d.out, "quit") {
		t.Error("q does not quit a screen that is too small")
	}
}

func TestCopying(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{Open: "KAZ-2016-02"})
	d.press("c")
	d.sees("Copied the citation of KAZ-2016-02. Paste to check that it arrived.")
	d.press("c")
	d.sees("Copied the BibTeX of KAZ-2016-02. Press c again for CSL-JSON.")
	d.press("c", "s", "c")
	if !strings.Contains(d.out[1], "@techreport{KAZ-2016-02,") || !strings.HasPrefix(d.out[2], "[\n") || !strings.Contains(d.out[2], `"id": "KAZ-2016-02"`) {
		t.Errorf("the clipboard has %q", d.out)
	}
	if d.out[3] != d.out[0] { // another key in between: a sentence again
		t.Errorf("the clipboard has %q", d.out[3])
	}
	d.press("s")
	d.out = append(d.out[:0], d.out[0])
	d.press("C")
	if len(d.out) != 2 || d.out[0] != model.Cite(d.app.detail.loadedCase.Case, d.app.detail.loadedCase.FromReport) {
		t.Fatalf("the clipboard has %q", d.out)
	}
	for _, want := range []string{"Two sentenced over book extracts\n", "Yermek Narymbaev · prison, length not stated · trial, Jan 2016", "© its publisher"} {
		if !strings.Contains(d.out[1], want) {
			t.Errorf("the whole case lacks %q:\n%s", want, d.out[1])
		}
	}
}

func TestTheSource(t *testing.T) {
	d := drive(t, newFake(), 80, 50, Options{Open: "KAZ-2016-02"})
	d.press("s")
	d.sees("3 Source", "media, ¶2", `stated · "unpublished book"`, "Yermek Narymbaev, defendant", "--source FILE")
	d.reads("Checksum of the paragraph: SHA-256 bbbb")
	d.press("s")
	d.sees("3 Detail")
}

func TestHelpAndAbout(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("?")
	d.sees("Help and about", "next row")
	d.press("G")
	d.sees("CC BY-NC-ND 4.0", "never added up", "© its publisher")
	d.press("q")
	d.sees("2 Cases")
	if slices.Contains(d.out, "quit") {
		t.Error("q in the help quits")
	}
}

func TestAFailingLibraryIsSaidAndKeepsTheScreen(t *testing.T) {
	library := newFake()
	d := drive(t, library, 80, 24, Options{})
	library.Err = fmt.Errorf("disk on fire")
	d.press("/", "x")
	d.sees("Could not read the library: disk on fire", "The year in brief")
}

func TestALargeAnswerIsHeldInWindows(t *testing.T) {
	t.Parallel()
	library := newCrowd(10_000)
	d := drive(t, library, 80, 24, Options{})
	d.press("G")
	d.sees("10,000/10,000", "▌Case number 10000")
	d.press("pgup", "pgup", "g", "pgdown", "j")
	held := 0
	for i := range 10_000 {
		if _, ok := d.app.list.Row(i); ok {
			held++
		}
	}
	if held > 6*widget.PageRows {
		t.Errorf("%d rows are held", held)
	}
	for i := range 300 {
		d.press("j")
		if _, ok := d.app.list.Selected(); !ok {
			t.Fatalf("row %d has not arrived", i)
		}
	}
	for _, request := range library.Requests {
		if strings.Contains(request, "+0 ") {
			t.Errorf("asks without a limit: %s", request)
		}
	}
	for range model.Sorts() {
		d.press("o")
	}
	if want := d.app.list.At; want == 0 {
		t.Error("another order and back loses a case that is far from the beginning")
	}
}

func TestTheMouse(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.send(tea.MouseClickMsg{X: 5, Y: 6, Button: tea.MouseLeft})
	if d.selected() != "KAZ-2016-02" {
		t.Errorf("a click selects %s", d.selected())
	}
	for range 3 {
		_, command := d.app.Update(tea.MouseWheelMsg{X: 5, Y: 5, Button: tea.MouseWheelDown})
		defer d.run(command)
	}
	if d.selected() != "KAZ-2016-02" || d.app.wheel.turns != 3 {
		t.Error("turns of the wheel are not gathered")
	}
	d.send(wheelDone{})
	if d.selected() != "KAZ-2016-05" {
		t.Errorf("three turns lead to %s", d.selected())
	}
	d.press("V")
	before := d.app.chosen
	for range 2 { // on a heading
		d.send(tea.MouseClickMsg{X: 5, Y: 10, Button: tea.MouseLeft})
	}
	d.sees("2 Overview", "This is a heading. Pick a row below it.")
	if len(d.app.chosen) != len(before) {
		t.Errorf("a click on a heading chooses %v", d.app.chosen)
	}
	d.press("v")
	if d.app.View().MouseMode == tea.MouseModeNone {
		t.Error("the mouse is off")
	}
	d.press("M")
	if d.app.View().MouseMode != tea.MouseModeNone {
		t.Error("M leaves the mouse on")
	}
}

func TestResizeKeepsThePlace(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("j", "j", "enter", "tab")
	for _, size := range [][2]int{{80, 24}, {40, 10}, {10, 3}, {200, 50}, {120, 36}} {
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
	}
	if d.selected() != "KAZ-2016-03" || d.app.focus != layout.Detail || d.app.detail.Link != 1 {
		t.Errorf("case %s, pane %d, link %d", d.selected(), d.app.focus, d.app.detail.Link)
	}
}

func TestEscAndTheNextKeyMayArriveAsOne(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "sychev", "alt+j")
	d.sees("6 cases", "2/6")
	d.press("enter", "alt+q")
	if !slices.Contains(d.out, "quit") {
		t.Error("the key after Esc is lost")
	}
}
