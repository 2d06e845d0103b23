package tui

import (
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
	"casebook/tui/browse/browsetest"
	"casebook/tui/document"
	"casebook/tui/keys"
	"casebook/tui/layout"
	"casebook/tui/widget"
	"casebook/tui/words"
)

// here is the view on the screen and the label of the row at its cursor.
func (d *driver) here() string {
	e, ok := d.app.entries.Selected()
	if !d.app.showsView() || !ok {
		return ""
	}
	return string(d.app.shown.view) + ": " + d.app.format(0).EntryLabel(e)
}

func TestViewsTurn(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("j")
	for _, title := range []string{"2 People", "2 Laws and charges", "2 Places", "2 Figures", "2 Timeline", "2 Overview", "2 Cases"} {
		d.press("v")
		d.sees(title)
	}
	if d.selected() != "KAZ-2016-02" {
		t.Errorf("round the views the cursor came to %s", d.selected())
	}
	d.press("V")
	d.sees("2 Overview")
	d.press("esc")
	d.sees("2 Cases")
	d.press("v", "t")
	d.sees("2 Timeline")
	d.press("t")
	d.sees("2 People")
}

// TestTheKeyOfViewsNamesThem: the help of v names every view, in its order.
func TestTheKeyOfViewsNamesThem(t *testing.T) {
	var names []string
	for _, view := range views() {
		names = append(names, strings.ToLower(document.ViewLabel(words.Words{}, view)))
	}
	want := "next view: " + strings.Join(names, ", ")
	if !slices.ContainsFunc(Bindings(), func(b keys.Binding) bool { return b.Description() == want }) {
		t.Errorf("no key does %q", want)
	}
}

func TestARowOfAViewLeadsToItsCasesAndBack(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("v", "j", "j", "j")
	if d.here() != "people: Igor Sychev" {
		t.Fatalf("the cursor is on %q", d.here())
	}
	d.reads("Igor Sychev", "1 case", "Role: defendant 1", "Blogger's five-year term upheld")
	d.press("enter")
	d.sees("2 Cases", "[People: Igor Sychev]", "1/6 cases", "People › Igor Sychev")
	if d.selected() != "KAZ-2016-03" {
		t.Errorf("the row leads to %s", d.selected())
	}
	d.press("-")
	if d.here() != "people: Igor Sychev" {
		t.Errorf("the way back leads to %q", d.here())
	}
	d.press("3", "tab", "enter")
	if d.selected() != "KAZ-2016-03" || d.app.showsView() {
		t.Errorf("the case in the detail leads to %s", d.selected())
	}
	d.press("-")
	if d.here() != "people: Igor Sychev" {
		t.Errorf("the way back leads to %q", d.here())
	}
}

// Filters and the search stay in force, and the row's value comes to them: in a
// facet that is chosen already it must hold beside the others.
func TestARowIsOneFilterMore(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("/", "extracts book", "enter", "v", "j")
	if d.here() != "people: Serikzhan Mambetalin" {
		t.Fatalf("the cursor is on %q", d.here())
	}
	d.press("enter", "v", "g", "enter")
	d.sees("[People: Serikzhan Mambetalin]", "1/6 cases")
	want := model.Query{Text: "extracts book", Filter: model.Filter{model.FacetPerson: {"Serikzhan Mambetalin"}}, Also: model.Filter{model.FacetPerson: {"Yermek Narymbaev"}}}
	if got := d.app.shown.query; got.Text != want.Text || fmt.Sprint(got.Filter, got.Also) != fmt.Sprint(want.Filter, want.Also) {
		t.Errorf("the query is %+v, want %+v", got, want)
	}
	d.press("x", "x")
	d.sees("1/6 cases")
	for _, test := range []struct{ chosen, want string }{
		{"", "[{person b false}]"}, {"b", "[{person b false}]"}, {"a b", "[{person b false}]"}, {"a", "[{person a false} {person b true}]"},
	} {
		var chosen []browse.Choice
		for value := range strings.FieldsSeq(test.chosen) {
			chosen = append(chosen, browse.Choice{Facet: model.FacetPerson, Value: value})
		}
		got := browse.WithEntry(chosen, results.Entry{Facet: model.FacetPerson, Value: "b"})
		if fmt.Sprint(got) != test.want || fmt.Sprint(browse.WithEntry(got, results.Entry{Facet: model.FacetPerson, Value: "b"})) != test.want {
			t.Errorf("%q and b: %v, want %s", test.chosen, got, test.want)
		}
	}
}

func TestAViewKeepsItsRowWhenTheQueryChanges(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("v", "j", "j", "j", "/", "survey")
	if d.here() != "people: Igor Sychev" || d.app.entries.Total != 1 {
		t.Errorf("the search left the cursor on %q of %d", d.here(), d.app.entries.Total)
	}
	d.press("esc")
	if d.here() != "people: Igor Sychev" || d.app.entries.Total != 6 {
		t.Errorf("after the search the cursor is on %q of %d", d.here(), d.app.entries.Total)
	}
	d.press("/", "zzzz", "enter")
	d.sees("2 People", "No case matches.", "3 Detail", "The year in Kazakhstan")
	d.press("esc")
	d.sees("2 Cases")
}

func TestTheTimelineSearchesADate(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("t", "j", "j")
	d.sees("May 2016", "1 (+2 possible)")
	d.press("enter")
	d.sees("date:2016-05", "2 Cases")
	if d.app.search.Text != "date:2016-05" {
		t.Errorf("the search is %q", d.app.search.Text)
	}
}

func TestAFigureLeadsToItsCase(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("v", "v", "v", "v", "j")
	d.reads("between 300,000 and 1,500,000 migrant workers", "Said by: estimated")
	d.press("enter")
	if d.selected() != "KAZ-2016-05" || d.app.focus != layout.Detail {
		t.Errorf("the figure leads to %s in pane %d", d.selected(), d.app.focus)
	}
	d.press("-")
	d.sees("2 Figures", "2/2")
}

// Of a sensitive case a view shows its title and nothing else.
func TestNothingGatedIsInAView(t *testing.T) {
	f := newFake()
	last := &f.Cases[5]
	last.Figures = []model.Figure{{Comparator: model.Exactly, Min: browsetest.One(4), Counts: "gated officers"}}
	last.Dates = []model.Date{{EDTF: "2016-01", What: "verdict"}}
	last.Outcomes = []model.Outcome{{Stage: "trial", Type: "prison", Amount: "9", Unit: "years"}}
	last.Places = []model.Involvement{{Name: "Almaty", Role: "occurred"}}
	last.Laws = []model.LawInvolvement{{Name: "Criminal Code", Provision: "art. 180", Role: "convicted"}}
	for _, size := range [][2]int{{120, 36}, {200, 50}} {
		d := drive(t, f, size[0], size[1], Options{})
		for range views() {
			d.press("v")
			for d.press("g"); ; d.press("j") {
				d.seesNot("gated officers", "9 years")
				document := d.app.detail.Document.String()
				for _, gated := range []string{"gated", "keeps back", "9 years", "reported victim"} {
					if d.app.showsView() && strings.Contains(document, gated) && !strings.Contains(document, "At least 48") {
						t.Errorf("%s tells %q: %s", d.here(), gated, document)
					}
				}
				if !d.app.showsView() || d.app.entries.At >= d.app.entries.Total-1 {
					break
				}
			}
		}
	}
}

func TestAViewOfVeryManyRowsIsAskedForByPages(t *testing.T) {
	f := newCrowd(1000)
	for i := range f.Cases {
		f.Cases[i].People = []model.Involvement{{Name: fmt.Sprintf("Person %d", i+1), Role: "mentioned"}}
	}
	d := drive(t, f, 80, 24, Options{})
	d.press("v", "G")
	d.sees("2 People", "1,000/1,000", "Person 1000")
	held := 0
	for i := range 1000 {
		if _, ok := d.app.entries.Row(i); ok {
			held++
		}
	}
	if held > 5*widget.PageRows {
		t.Errorf("%d rows are held", held)
	}
	d.press("g")
	d.sees("Person 1", "1/1,000")
}

func TestAnErrorLeavesTheViewAsItWas(t *testing.T) {
	f := newFake()
	d := drive(t, f, 120, 36, Options{})
	d.press("v", "j")
	f.Err = errors.New("gone")
	d.press("v")
	d.sees("2 People", "Could not read the library: gone")
	f.Err = nil
	d.press("v")
	d.sees("2 Laws and charges")
}

func TestAnAnswerThatComesTooLateIsDropped(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	_, command := d.app.Update(tea.KeyPressMsg{Code: 'v', Text: "v"})
	d.press("t")
	before := d.screen()
	d.run(command)
	if d.screen() != before || !strings.Contains(before, "2 Timeline") {
		t.Errorf("an older answer changed the screen:\n%s", d.screen())
	}
}

func TestOrdersOfAView(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	d.press("v", "o")
	d.sees("2 People · most cases first")
	d.press("o", "j")
	d.sees("2 People · by name")
	d.press("t", "o")
	d.sees("This view cannot be sorted.")
}

func TestEveryViewHasANameAndAnEmptyState(t *testing.T) {
	a := New(t.Context(), newFake(), Options{})
	var names []string
	for _, view := range views() {
		names = append(names, document.ViewLabel(a.words, view))
		if view != ask.CasesView && document.EmptyView(a.words, view) == "" {
			t.Errorf("%s says nothing where it is empty", view)
		}
	}
	if len(slices.Compact(slices.Sorted(slices.Values(names)))) != len(views()) {
		t.Errorf("the views are called %q", names)
	}
	d := drive(t, newCrowd(3), 80, 24, Options{})
	d.press("v")
	d.sees("2 People", "No people in these cases.")
}

// A view that is turned to before any case has been read names the report too.
func TestReportIsNamedBeforeACaseIsRead(t *testing.T) {
	a := New(t.Context(), newFake(), Options{})
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	d := &driver{t: t, app: a}
	first := a.Init()
	_, turned := a.Update(tea.KeyPressMsg{Code: 'v', Text: "v"})
	d.run(turned)
	d.run(first)
	d.sees("2 People", "Kazakhstan 2016/17")
}
