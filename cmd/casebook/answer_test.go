package main

import (
	"slices"
	"strings"
	"testing"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/text"
	"casebook/tui/words"
)

// TestTheAnswerIsAboveTheFold counts rows: whoever opens a case of the seed at
// 80x24, beside the list or over the whole width, sees without scrolling each
// person, each outcome and where the report says it, before the note.
func TestTheAnswerIsAboveTheFold(t *testing.T) {
	library := seededLibrary(t)
	page, err := library.Find(t.Context(), model.Query{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	const height = 20 // of a pane at 80x24
	people := map[string]bool{}
	for _, language := range words.Languages() {
		for _, width := range []int{36, 78} {
			for _, row := range page.Rows {
				c, err := browse.LoadCase(t.Context(), library, row.ID, func(string) (browse.ReportParts, bool) { return browse.ReportParts{}, false })
				if err != nil {
					t.Fatal(err)
				}
				w := words.New(language)
				f := document.Format{Glyphs: text.NewGlyphs(false, w), Words: w, Width: width}
				d := document.Case(f, c)
				seen := strings.Join(strings.Fields(document.Document{Lines: d.Lines[:min(height, len(d.Lines))]}.String()), " ")
				source := slices.IndexFunc(d.Lines, func(l text.Line) bool { return strings.HasPrefix(l.String(), w.Say("Source")) })
				if source < 0 || source >= height {
					t.Errorf("%s, %s, %d columns: the source is in row %d:\n%s", row.ID, language, width, source+1, d)
				}
				for _, o := range c.Outcomes {
					want := append([]string{w.Word(string(o.Type))}, o.People...)
					for _, name := range o.People {
						people[name] = true
					}
					for _, part := range want {
						if at := strings.Index(seen, part); at < 0 || at > strings.Index(seen, w.Say("Source")+":") && width == 36 {
							t.Errorf("%s, %s, %d columns: %q is not in the first %d rows before the source:\n%s", row.ID, language, width, part, height, d)
						}
					}
				}
			}
		}
	}
	if len(people) < 10 {
		t.Errorf("%d people have an outcome: too few for this test", len(people))
	}
}

// seededLibrary opens the library that the program carries.
func seededLibrary(t *testing.T) *db.Library {
	t.Helper()
	library, err := db.OpenImage(t.Context(), cli.Seeded)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { library.Close() })
	return library
}
