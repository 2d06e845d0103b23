package tui_test

import (
	"context"
	"strings"
	"testing"

	"casebook/db"
	"casebook/model"
	"casebook/model/results"
	"casebook/model/source"
	"casebook/seed"
	"casebook/tui"
	"casebook/tui/browse/browsetest"
)

// The real library must be one that the browser can use.
var _ results.Library = (*db.Library)(nil)

func seeded(tb testing.TB) *db.Library {
	tb.Helper()
	pack, err := seed.Kazakhstan()
	if err != nil {
		tb.Fatal(err)
	}
	library, err := db.Open(context.Background(), "")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { library.Close() })
	if err := library.Import(context.Background(), pack); err != nil {
		tb.Fatal(err)
	}
	return library
}

// The case that answers best is the one in the detail, also where the case that was
// there is among the answers.
func TestASearchSelectsItsBestCase(t *testing.T) {
	screen := tui.ScreenAt(t, seeded(t), 80, 24, tui.Options{}, keysOf("/", typing("deaths"), "enter")...)
	if !strings.Contains(screen, " 1/5 ━") || !strings.Contains(screen, "▌Death penalty retained") {
		t.Errorf("another case than the first is selected:\n%s", screen)
	}
}

// Enter searches for a value that is typed in full, also where longer ones are offered.
func TestAValueTypedInFullIsSearchedOnEnter(t *testing.T) {
	library := seeded(t)
	screen := tui.ScreenAt(t, library, 80, 24, tui.Options{}, keysOf("/", typing("place:almaty"))...)
	if !strings.Contains(screen, "▏ Almaty Region") || !strings.Contains(screen, "Tab accepts") {
		t.Errorf("the longer one is not offered:\n%s", screen)
	}
	screen = tui.ScreenAt(t, library, 80, 24, tui.Options{}, keysOf("/", typing("place:almaty"), "enter")...)
	if !strings.Contains(screen, "/ place:almaty ") || !strings.Contains(screen, "━ 2 Cases") {
		t.Errorf("Enter does not search for it:\n%s", screen)
	}
}

// The column that a table is sorted by is shown in little room, and a date is whole
// in each language.
func TestTheColumnsOfATable(t *testing.T) {
	library := seeded(t)
	screen := tui.ScreenAt(t, library, 80, 24, tui.Options{}, "T", "o", "o", "o")
	if !strings.Contains(screen, "People ↓") || !strings.Contains(screen, "Guzyal Baidal…") {
		t.Errorf("the people that it is sorted by are not shown:\n%s", screen)
	}
	for language, want := range map[string]string{"ru": "17–20 мая 2016 ", "kk": "17–20 мамыр 2016 "} {
		if screen := tui.ScreenAt(t, library, 200, 50, tui.Options{Language: language}); !strings.Contains(screen, want) {
			t.Errorf("%s: the date is cut:\n%s", language, screen)
		}
	}
}

// A message that is longer than the screen is wide has rows enough to be read.
func TestALongMessageIsNotCut(t *testing.T) {
	library, keeper := seeded(t), func() *browsetest.Keeper { return &browsetest.Keeper{} }
	for _, test := range []struct {
		options tui.Options
		keys    []string
		want    []string
	}{
		{tui.Options{Remote: true}, keysOf("w"), []string{"\n No exports over SSH.", "csv > FILE"}},
		{tui.Options{Keeper: keeper()}, keysOf("e", "x", "ctrl+s"), []string{"\n Save your notes", "when you quit."}},
		{tui.Options{Keeper: keeper()}, keysOf("m", "q"), []string{"\n Your notes, marks", "or discard them?"}},
		{tui.Options{Keeper: keeper()}, keysOf("m", "q", "k"), []string{"\n Choose a passphrase", "It cannot be recovered."}},
	} {
		screen := tui.ScreenAt(t, library, 50, 20, test.options, test.keys...)
		if rows := strings.Split(screen, "\n"); len(rows) != 20 {
			t.Errorf("the screen has %d rows", len(rows))
		}
		for _, want := range test.want {
			if !strings.Contains(screen, want) {
				t.Errorf("%v: %q is not said:\n%s", test.keys, want, screen)
			}
		}
	}
}

// TestTheReadersOwnCopy opens the source of a case with a copy of a report, and
// with one in which a word has been changed.
func TestTheReadersOwnCopy(t *testing.T) {
	heading := []string{"Freedom of expression", "Social media"}
	text := "Freedom of expression\n\nSocial media\n\nA paragraph that we wrote.\n\nThey had put passages of an unpublished book on a wall.\n"
	sections := []model.Section{{Heading: heading, Paragraphs: []string{source.Hash("A paragraph that we wrote."), source.Hash("They had put passages of an unpublished book on a wall.")}}}
	c := model.Case{
		ID: "T-1", Report: "t", Kind: model.KindEvent, Title: "A book", Category: heading,
		Source: []model.Source{{Section: heading, Paragraph: 2, Hedge: model.HedgeStated, Anchors: []string{"unpublished book"}}},
	}
	library := single{c, sections}
	screen := tui.ScreenOf(t, library, tui.Options{Source: map[string]source.Copy{"t": source.Read(text, sections)}}, "s")
	for _, want := range []string{"line 7 of your copy (identical", "They had put passages of an unpublished book", "1 match"} {
		if !strings.Contains(screen, want) {
			t.Errorf("the source lacks %q:\n%s", want, screen)
		}
	}
	changed := source.Read(strings.Replace(text, "on a wall", "on a door", 1), sections)
	screen = tui.ScreenOf(t, library, tui.Options{Source: map[string]source.Copy{"t": changed}}, "s")
	if !strings.Contains(screen, "differs") && !strings.Contains(screen, "does not have this paragraph") {
		t.Errorf("a changed copy is not said to differ:\n%s", screen)
	}
}

// A single is a library of one case.
type single struct {
	it       model.Case
	sections []model.Section
}

func (s single) Find(context.Context, model.Query) (results.Page, error) {
	return results.Page{Rows: []results.Row{{ID: s.it.ID, Report: s.it.Report, Title: s.it.Title}}, Total: 1}, nil
}

func (s single) Facets(context.Context, model.Query) (results.Counts, error) {
	return results.Counts{Total: 1, All: 1}, nil
}

func (s single) Case(context.Context, string) (model.Case, error)            { return s.it, nil }
func (s single) Titles(context.Context, []string) (map[string]string, error) { return nil, nil }
func (s single) Report(context.Context, string) (model.Report, error) {
	return model.Report{ID: "t"}, nil
}
func (s single) Obstacle(context.Context, model.Query) (model.Obstacle, error) {
	return model.Obstacle{}, nil
}
func (s single) Names(context.Context, string, int) ([]results.NameMatch, error) { return nil, nil }
func (s single) Complete(context.Context, model.Facet, string, int) ([]results.FacetValue, error) {
	return nil, nil
}
func (s single) Matching(context.Context, model.Query, model.Facet, string, int) ([]results.FacetValue, error) {
	return nil, nil
}
func (s single) Entries(context.Context, results.View, model.Query, string) (results.EntryPage, error) {
	return results.EntryPage{At: -1}, nil
}
func (s single) Profile(context.Context, model.Query, results.Entry) (results.Profile, error) {
	return results.Profile{}, nil
}
func (s single) Sections(context.Context, string) ([]model.Section, error) {
	return s.sections, nil
}

// TestTheReportsNames searches the real library for people, as the report spells
// them, and opens what is found.
func TestTheReportsNames(t *testing.T) {
	library := seeded(t)
	for name, want := range map[string]string{"Narymbaev": "Narymbaev and Mambetalin", "Esentaev": "Singer Zhanat Esentaev", "Kulekbaev": "Ruslan Kulekbaev"} {
		screen := tui.ScreenOf(t, library, tui.Options{Text: name}, "enter")
		if !strings.Contains(screen, want) {
			t.Errorf("a search for %s does not show %q:\n%s", name, want, screen)
		}
	}
}
