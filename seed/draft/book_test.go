package draft_test

import (
	"slices"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/check"
	"casebook/seed/draft"
	"casebook/seed/draft/merge"
	"casebook/seed/pages"
	"casebook/seed/pages/booktest"
)

// TestBookIsSplitIntoEntries drafts a book as pages leave it: each entry is one,
// under its country and in the year of the book, its categories are the book's,
// and nothing of the pages is left.
func TestBookIsSplitIntoEntries(t *testing.T) {
	const entries = 12
	text := booktest.Text(entries)
	book := pages.SplitBook(text)
	var countries []string
	for _, e := range book.Entries {
		countries = append(countries, e.Country)
		if line := strings.Split(text, "\n")[e.Line-1]; !strings.EqualFold(strings.Trim(line, "\uFFFC\f"), e.Country) {
			t.Errorf("%s begins at line %d: %q", e.Country, e.Line, line)
		}
	}
	if want := booktest.Countries(entries); !slices.Equal(countries, want) {
		t.Fatalf("the entries are %q, want %q", countries, want)
	}
	if book.Title != booktest.Title || book.Period != booktest.Period {
		t.Errorf("the book is %q of %s", book.Title, book.Period)
	}
	ids, prefixes := map[string]bool{}, map[string]bool{}
	for _, e := range book.Entries {
		pack, doubts, err := draft.FromBook(&book, e, draft.Options{})
		if err != nil {
			t.Fatalf("%s: %v", e.Country, err)
		}
		for _, problem := range check.Pack(pack) {
			t.Errorf("%s: %s: %s", e.Country, problem.Path, problem.Message)
		}
		if ids[pack.Report.ID] || prefixes[pack.Report.Prefix] {
			t.Errorf("%s: %s or %s is taken", e.Country, pack.Report.ID, pack.Report.Prefix)
		}
		ids[pack.Report.ID], prefixes[pack.Report.Prefix] = true, true
		if r := pack.Report; r.Country != e.Country || r.Period != booktest.Period || r.Publication != booktest.Title || r.Publisher != "Samland Watch" {
			t.Errorf("%s: the report is %+v", e.Country, r)
		}
		var names []string
		for _, c := range pack.Categories {
			names = append(names, c.Name)
			if len(c.Children) > 0 {
				t.Errorf("%s: %s has below it %+v", e.Country, c.Name, c.Children)
			}
		}
		if want := append([]string{pages.Overview}, booktest.Headings...); !slices.Equal(names, want) {
			t.Errorf("%s: the categories are %q, want %q", e.Country, names, want)
		}
		for _, c := range pack.Cases {
			if strings.Contains(c.Title, "paragraph") && len(c.People) > 0 {
				t.Errorf("%s has somebody in it and the title %q", c.ID, c.Title)
			}
		}
		for _, place := range pack.Places {
			if place.Parent != "" {
				t.Errorf("%s: the text does not say that %s lies in %s", e.Country, place.Name, place.Parent)
			}
		}
		for _, doubt := range doubts {
			if doubt.Line < 1 || doubt.Line > strings.Count(text, "\n") {
				t.Errorf("%s: the doubt %q has the line %d", e.Country, doubt.Message, doubt.Line)
			}
		}
	}
}

func TestSingleEntryIsNotABook(t *testing.T) {
	for name := range entries() {
		if book := pages.SplitBook(text(t, name)); len(book.Entries) > 0 {
			t.Errorf("%s is split at %+v", name, book.Entries)
		}
	}
}

// TestCompletedCasesStay drafts a text again in which a paragraph was corrected.
func TestCompletedCasesStay(t *testing.T) {
	const before = "Samland 2016/17\n\nTrials\n\nAda Lind was sentenced to two years in prison on 3 May.\n\nBo Berg was held in\n\nThe town of Visby until 5 June.\n\nCay Dahl was fined on 6 July.\n\nEve Falk was fined on 7 July."
	kept, _, err := draft.Report(before, draft.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range kept.Cases {
		if kept.Cases[i].People != nil && kept.Cases[i].People[0].Name == "Ada Lind" {
			kept.Cases[i].Title, kept.Cases[i].Note, kept.Cases[i].Draft = "A poet was sentenced", "Own words.", false
		}
		if kept.Cases[i].People != nil && kept.Cases[i].People[0].Name == "Cay Dahl" {
			kept.Cases[i].Title = "Begun by hand"
		}
	}
	fresh, _, err := draft.Report(strings.Replace(before, "held in\n\nThe", "held in the", 1), draft.Options{})
	if err != nil {
		t.Fatal(err)
	}
	merged, lost := merge.Drafts(kept, fresh)
	if len(lost) > 0 {
		t.Errorf("lost are %+v", lost)
	}
	for _, problem := range check.Pack(merged) {
		t.Errorf("%s: %s", problem.Path, problem.Message)
	}
	titles := map[string]model.Case{}
	for _, c := range merged.Cases {
		titles[c.Title] = c
	}
	if c, ok := titles["A poet was sentenced"]; !ok || c.Draft || c.Note != "Own words." || c.ID != kept.Cases[0].ID {
		t.Errorf("the completed case is %+v", c)
	}
	if c, ok := titles["Begun by hand"]; !ok || c.Source[0].Paragraph != 3 {
		t.Errorf("the case of an unchanged paragraph is %+v", c)
	}
	if len(merged.Cases) != 4 || len(merged.Sections[0].Paragraphs) != 4 {
		t.Errorf("there are %d cases of %d paragraphs", len(merged.Cases), len(merged.Sections[0].Paragraphs))
	}
}

// TestWebPageIsRead reads a page with headings, markup and hidden text.
func TestWebPageIsRead(t *testing.T) {
	page := `<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><nav>Menu Item</nav><h1>Samland 2016/17</h1><p>The courts were slow.</p><h2>Trials</h2><p>Ada&nbsp;Lind, a <b>journalist</b>, was<br>fined on 3 May.</p><script>var A = "Bo Berg"</script><h3>Appeals</h3><p>Nobody appealed.</p></body></html>`
	if !pages.IsHTML(page) {
		t.Fatal("it is not recognised as a web page")
	}
	pack, _, err := draft.Report(pages.TextOfHTML(page), draft.Options{Country: "Samland"})
	if err != nil {
		t.Fatal(err)
	}
	var headings []string
	for _, s := range pack.Sections {
		headings = append(headings, strings.Join(s.Heading, " > "))
	}
	if want := []string{"Overview", "Trials", "Trials > Appeals"}; !slices.Equal(headings, want) {
		t.Errorf("the sections are %q, want %q", headings, want)
	}
	if len(pack.People) != 1 || pack.People[0].Name != "Ada Lind" {
		t.Errorf("the people are %+v", pack.People)
	}
}
