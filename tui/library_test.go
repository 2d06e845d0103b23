package tui_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"casebook/db"
	"casebook/model"
	"casebook/model/source"
	"casebook/seed"
	"casebook/tui"
)

// The real library must be one that the browser can use.
var _ tui.Library = (*db.Library)(nil)

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

// moves goes down through all cases and up again, and returns how many bytes
// each move wrote.
func moves(tb testing.TB, width, height int) []int {
	s := tui.StartSession(tb, seeded(tb), width, height)
	var sizes []int
	for _, key := range []rune{'j', 'k'} {
		for range 50 {
			sizes = append(sizes, s.Press(tea.KeyPressMsg{Code: key, Text: string(key)}))
		}
	}
	return sizes
}

// TestBytesThroughTheReport walks the whole report. A move that turns the list's
// page must write all of it anew beside the detail, so the budget is for the
// other moves, and twice the budget for those: without a single escape sequence,
// ten rows and a detail are 1.2 KB of text.
func TestBytesThroughTheReport(t *testing.T) {
	sizes := moves(t, 80, 24)
	slices.Sort(sizes)
	turns := len(sizes) / 8
	median, most, largest := sizes[len(sizes)/2], sizes[len(sizes)-1-turns], sizes[len(sizes)-1]
	t.Logf("bytes a move at 80x24: median %d, most %d, with a page turned %d", median, most, largest)
	if most > tui.MaxMove || largest > tui.MaxMove*2 {
		t.Errorf("a move writes up to %d bytes, with a page turned %d; want %d and %d", most, largest, tui.MaxMove, tui.MaxMove*2)
	}
}

func BenchmarkCursorMove(b *testing.B) {
	s := tui.StartSession(b, seeded(b), 80, 24)
	written, moved := 0, 0
	for b.Loop() {
		key := 'j'
		if moved/50%2 == 1 {
			key = 'k'
		}
		written += s.Press(tea.KeyPressMsg{Code: key, Text: string(key)})
		moved++
	}
	b.ReportMetric(float64(written)/float64(moved), "bytes/key")
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
	for _, want := range []string{"line 7 of your copy, word for word", "They had put passages of an unpublished book on a", "1 match"} {
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

func (s single) Find(context.Context, model.Query) (model.Page, error) {
	return model.Page{Rows: []model.Row{{ID: s.it.ID, Report: s.it.Report, Title: s.it.Title}}, Total: 1}, nil
}

func (s single) Facets(context.Context, model.Query) (model.Counts, error) {
	return model.Counts{Total: 1}, nil
}

func (s single) Case(context.Context, string) (model.Case, error) { return s.it, nil }
func (s single) Report(context.Context, string) (model.Report, error) {
	return model.Report{ID: "t"}, nil
}
func (s single) Names(context.Context, string, int) ([]model.NameMatch, error) { return nil, nil }
func (s single) Complete(context.Context, model.Facet, string, int) ([]model.FacetValue, error) {
	return nil, nil
}
func (s single) Entries(context.Context, model.View, model.Query, string) (model.EntryPage, error) {
	return model.EntryPage{At: -1}, nil
}
func (s single) Profile(context.Context, model.Query, model.Entry) (model.Profile, error) {
	return model.Profile{}, nil
}
func (s single) Sections(context.Context, string) ([]model.Section, error) {
	return s.sections, nil
}

// TestTheReportsNames searches the real library for people, as the report spells
// them, and opens what is found.
func TestTheReportsNames(t *testing.T) {
	library := seeded(t)
	for name, want := range map[string]string{"Narymbaev": "Two sentenced over book extracts", "Esentaev": "Probation for a folk singer", "Kulekbaev": "Ruslan Kulekbaev"} {
		screen := tui.ScreenOf(t, library, tui.Options{Text: name}, "enter")
		if !strings.Contains(screen, want) {
			t.Errorf("a search for %s does not show %q:\n%s", name, want, screen)
		}
	}
}

// typed types searches letter by letter, and returns how many bytes each letter
// wrote.
func typed(tb testing.TB, width, height int) []int {
	s := tui.StartSession(tb, seeded(tb), width, height)
	s.Press(tea.KeyPressMsg{Code: '/', Text: "/"})
	var sizes []int
	for _, text := range []string{"narymbaev", "protest almaty", "person:na", "kind:event law", "narimbaef", "Нарымбаев", "zzzz", "the", "prison officer"} {
		for _, letter := range text {
			sizes = append(sizes, s.Press(tea.KeyPressMsg{Code: letter, Text: string(letter)}))
		}
		s.Press(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
	}
	return sizes
}

// TestBytesOfTyping types names, fields, common words and a word that nothing
// matches.
func TestBytesOfTyping(t *testing.T) {
	sizes := typed(t, 80, 24)
	slices.Sort(sizes)
	median, largest := sizes[len(sizes)/2], sizes[len(sizes)-1]
	t.Logf("bytes a letter at 80x24: median %d, most %d", median, largest)
	if largest > 2*tui.MaxMove {
		t.Errorf("a letter writes up to %d bytes, want %d", largest, 2*tui.MaxMove)
	}
}

// TestBytesOfViews goes down and up through every view, at the two sizes of the
// budget.
func TestBytesOfViews(t *testing.T) {
	library := seeded(t)
	for _, size := range []struct{ width, height, most int }{{80, 24, tui.MaxMove}, {200, 50, 2 * tui.MaxMove}} {
		s := tui.StartSession(t, library, size.width, size.height)
		for _, view := range model.Views() {
			s.Press(tea.KeyPressMsg{Code: 'v', Text: "v"})
			var sizes []int
			for _, key := range []rune{'j', 'k'} {
				for range 14 {
					sizes = append(sizes, s.Press(tea.KeyPressMsg{Code: key, Text: string(key)}))
				}
			}
			slices.Sort(sizes)
			turns := len(sizes) / 8
			median, most, largest := sizes[len(sizes)/2], sizes[len(sizes)-1-turns], sizes[len(sizes)-1]
			t.Logf("%dx%d %s: median %d, most %d, with a page turned %d", size.width, size.height, view, median, most, largest)
			if most > size.most || largest > 2*size.most {
				t.Errorf("%dx%d: a move in %s writes up to %d bytes, with a page turned %d; want %d and %d", size.width, size.height, view, most, largest, size.most, 2*size.most)
			}
		}
	}
}
