package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"unicode"
	"unicode/utf8"

	modernc "modernc.org/sqlite"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

func ids(page results.Page) string {
	var list []string
	for _, row := range page.Rows {
		list = append(list, row.ID[strings.LastIndex(row.ID, "-")+1:])
	}
	return strings.Join(list, " ")
}

func TestFind(t *testing.T) {
	filter := func(facet model.Facet, values ...string) model.Query {
		return model.Query{Filter: model.Filter{facet: values}}
	}
	tests := []struct {
		name  string
		query model.Query
		want  string
	}{
		{"everything", model.Query{}, "01 02 03 04 10"},
		{"a word", model.Query{Text: "poem "}, "02"},
		{"the beginning of a word, in a title first", model.Query{Text: "capi"}, "03 02 04"},
		{"only the last word may be a beginning", model.Query{Text: "capi court"}, ""},
		{"all words", model.Query{Text: "capital court"}, "02 04"},
		{"words in any order", model.Query{Text: "court capital"}, "02 04"},
		{"exact words", model.Query{Text: `"short poem"`}, "02"},
		{"exact words the other way round", model.Query{Text: `"poem short"`}, ""},
		{"not a word", model.Query{Text: "capital -poem"}, "03 04"},
		{"only not a word", model.Query{Text: "-capital"}, "01 10"},
		{"only not words", model.Query{Text: "-capital -newspapers"}, "10"},
		{"without diacritics", model.Query{Text: "zofia"}, "02"},
		{"with diacritics", model.Query{Text: "áccidents"}, "10"},
		{"Cyrillic", model.Query{Text: "орлова"}, "04"},
		{"another spelling", model.Query{Text: "sophia"}, "02"},
		{"an organisation's alias", model.Query{Text: "OP society"}, "02"},
		{"a place's alias", model.Query{Text: "old vik"}, "02"},
		{"a provision", model.Query{Text: "slander"}, "02"},
		{"what is not stated is nobody's word", model.Query{Text: `"not stated"`}, ""},
		{"nothing", model.Query{Text: "zzz"}, ""},
		{"person", model.Query{Text: "person:brandt"}, "02"},
		{"person of two words is one person", model.Query{Text: `person:"brandt aron"`}, ""},
		{"person by another spelling", model.Query{Text: "person:soph"}, "02"},
		{"not a person", model.Query{Text: "-person:brandt kind:proceeding"}, "04"},
		{"nobody", model.Query{Text: "person:nobody"}, ""},
		{"place with what is in it", model.Query{Text: "place:norland"}, "01 02 03 04 10"},
		{"law", model.Query{Text: "law:12"}, "02 03"},
		{"law exactly", model.Query{Text: `law:"12"`}, "02"},
		{"category", model.Query{Text: "category:online"}, "03"},
		{"role", model.Query{Text: "role:victim"}, "04"},
		{"outcome", model.Query{Text: "outcome:upheld"}, "02"},
		{"outcome in another word", model.Query{Text: "outcome:jail"}, "02 04"},
		{"outcome in Russian", model.Query{Text: "outcome:тюрьма"}, "02 04"},
		{"role in the plural", model.Query{Text: "role:victims"}, "04"},
		{"category in the singular", model.Query{Text: "category:prison"}, "04"},
		{"not an outcome in another word", model.Query{Text: "-outcome:imprisonment kind:proceeding"}, ""},
		{"outcome exactly", model.Query{Text: `outcome:"jail"`}, ""},
		{"org", model.Query{Text: "org:police"}, "03"},
		{"field and word", model.Query{Text: "kind:proceeding guard"}, "04"},
		{"date", model.Query{Text: "date:2020-05-21"}, "02 01 03 10"},
		{"date range", model.Query{Text: "date:2020-01..2020-03"}, "01 03 10"},
		{"not a date", model.Query{Text: "-date:2020"}, ""},
		{"a date in words", model.Query{Text: "date:may"}, "02 03"},
		{"no date", model.Query{Text: "date:2020-13"}, ""},
		{"marked", model.Query{Text: "is:marked", Marked: []string{"nor-2020-02", "NOR-2020-04", "XX-1"}}, "02 04"},
		{"not marked", model.Query{Text: "-is:marked kind:proceeding", Marked: []string{"NOR-2020-02"}}, "04"},
		{"noted", model.Query{Text: "is:noted", Noted: []model.Noted{{Case: "NOR-2020-02"}, {Case: "XX-1", Has: 1}}}, "02"},
		{"a word of a note", model.Query{Text: "zebra", Noted: []model.Noted{{Case: "NOR-2020-02", Has: 1}, {Case: "NOR-2020-04"}}}, "02"},
		{"a word of a note and one of the case", model.Query{Text: "zebra capital", Noted: []model.Noted{{Case: "NOR-2020-02", Has: 1}, {Case: "NOR-2020-10", Has: 1}}}, "02"},
		{"words of a note come after those of cases", model.Query{Text: "capital", Noted: []model.Noted{{Case: "NOR-2020-01", Has: 1}, {Case: "NOR-2020-02", Has: 1}}}, "03 02 04 01"},
		{"none marked", model.Query{Text: "is:marked"}, ""},
		{"a state that is being typed", model.Query{Text: "is:mark poem"}, "02"},
		{"draft", model.Query{Text: "is:draft"}, "04"},
		{"not a draft", model.Query{Text: "-is:draft"}, "01 02 03 10"},
		{"category with what is below", filter(model.FacetCategory, "Speech"), "01 02 03"},
		{"category by path", filter(model.FacetCategory, "Speech/Press"), "02"},
		{"any of two values", filter(model.FacetCategory, "Speech/Press", "Prisons"), "02 04"},
		{"unknown value", filter(model.FacetCategory, "Weather"), ""},
		{"unknown facet", filter("weather", "rain"), ""},
		{"no value", filter(model.FacetCategory), "01 02 03 04 10"},
		{"place above", filter(model.FacetPlace, "Norland/Vik Region"), "02 03"},
		{"law", filter(model.FacetLaw, "Penal Code"), "02 03 04"},
		{"provision", filter(model.FacetLaw, "Penal Code/art. 120"), "03"},
		{"provision not stated", filter(model.FacetLaw, "Penal Code/not stated"), "04"},
		{"law not stated", filter(model.FacetLaw, "not stated"), "02"},
		{"year", filter(model.FacetDate, "2020"), "01 02 03 04 10"},
		{"month of an interval", filter(model.FacetDate, "2020-04"), "01 03 10"},
		{"month of an outcome", filter(model.FacetDate, "2020-11"), "02 01 10"},
		{"all facets", model.Query{Filter: model.Filter{model.FacetCategory: {"Speech"}, model.FacetKind: {"event", "proceeding"}, model.FacetPlace: {"Norland/Vik Region/Vik"}}}, "02"},
		{"since", model.Query{Since: "2020-06"}, "02 01 04 10"},
		{"until", model.Query{Until: "2019"}, "10"},
		{"since and until", model.Query{Since: "2020-01-05", Until: "2020-01-05"}, "01 03 10"},
		{"between two dates of a case", model.Query{Since: "2020-02", Until: "2020-03"}, "01 10"},
		{"by date", model.Query{Sort: model.SortDate}, "10 01 03 02 04"},
		{"by title", model.Query{Sort: model.SortTitle}, "03 10 02 04 01"},
		{"a page", model.Query{Limit: 2, Offset: 1}, "02 03"},
		{"beyond the end", model.Query{Offset: 50}, ""},
		{"text by title", model.Query{Text: "capital ", Sort: model.SortTitle}, "03 02 04"},
	}
	both(t, func(t *testing.T, library *Library) {
		for _, test := range tests {
			page, err := library.Find(t.Context(), test.query)
			if err != nil {
				t.Errorf("%s: %v", test.name, err)
			} else if got := ids(page); got != test.want {
				t.Errorf("%s: got %q, want %q", test.name, got, test.want)
			}
		}
	})
}

func TestFindRow(t *testing.T) {
	library := opened(t, "", norland())
	page, err := library.Find(t.Context(), model.Query{Text: "harbour"})
	if err != nil || len(page.Rows) != 1 {
		t.Fatalf("got %+v, %v", page, err)
	}
	want := results.Row{ID: "NOR-2020-02", Report: "norland-2020", Kind: model.KindProceeding, Title: "Editor imprisoned over a poem", Category: []string{"Speech", "Press"},
		Date: "2020-05-21", People: []string{"Żofia Brandt", "Aron Brandt"}, Sensitivity: model.SensitivityNone,
		Concerned: []string{"Żofia Brandt"}, Places: []string{"Vik"},
		Outcomes: []model.Outcome{{Stage: "trial", Type: "prison", Amount: "2.5", Unit: "years", Date: "2020-05", People: []string{"Żofia Brandt"}}, {Stage: "appeal", Type: "upheld", Date: "2020-11", Amount: "up to 75"}}}
	got := page.Rows[0]
	snippet := got.Snippet
	got.Snippet = ""
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if !strings.HasPrefix(snippet, "…") || !strings.HasSuffix(snippet, "…") || !strings.Contains(snippet, "harbour") || len(snippet) > 160 {
		t.Errorf("the snippet is %q", snippet)
	}
	for _, text := range []string{"poem ", "zofia", "police", ""} {
		page, err := library.Find(t.Context(), model.Query{Text: text})
		if err != nil || len(page.Rows) == 0 || page.Rows[0].Snippet != "" {
			t.Errorf("%q: the snippet is not empty or nothing is found: %+v, %v", text, page, err)
		}
	}
}

// Whichever way an answer is cut into pages, they are the answer.
func TestFindPages(t *testing.T) {
	library := opened(t, "", large(103))
	for _, query := range []model.Query{{}, {Text: "capital "}, {Filter: model.Filter{model.FacetCategory: {"Speech"}}}, {Text: "-poem", Filter: model.Filter{model.FacetKind: {"event", "practice"}}}} {
		for _, query.Sort = range model.Sorts() {
			query.Limit = 1000
			whole, err := library.Find(t.Context(), query)
			if err != nil {
				t.Fatal(err)
			}
			if whole.Total != len(whole.Rows) || whole.Total == 0 {
				t.Fatalf("%+v: total %d of %d rows", query, whole.Total, len(whole.Rows))
			}
			query.Limit = 7
			for at := 0; at < whole.Total; at += query.Limit {
				want := whole.Rows[at:min(at+query.Limit, whole.Total)]
				byOffset, after := query, query
				byOffset.Offset = at
				if at > 0 {
					after.After, after.Offset = whole.Rows[at-1].ID, 5 // Offset is left out of account
				}
				for _, query := range []model.Query{byOffset, after} {
					page, err := library.Find(t.Context(), query)
					if err != nil {
						t.Fatal(err)
					}
					if page.Offset != at && query.After != "" || page.Total != whole.Total || fmt.Sprint(page.Rows) != fmt.Sprint(want) {
						t.Fatalf("%+v: got %q at %d of %d, want %q at %d", query, ids(page), page.Offset, page.Total, ids(results.Page{Rows: want}), at)
					}
				}
			}
		}
	}
}

func TestFindErrors(t *testing.T) {
	library := opened(t, "", norland())
	if _, err := library.Find(t.Context(), model.Query{Since: "2020-02-30"}); err == nil || !strings.Contains(err.Error(), "2020-02-30") {
		t.Errorf("a day that does not exist: %v", err)
	}
	if _, err := library.Find(t.Context(), model.Query{After: "NOR-1"}); !errors.Is(err, schema.ErrNotFound) {
		t.Errorf("after a case that does not exist: %v", err)
	}
}

// reached is called by test_reached, a function in SQL that says that a statement is under way.
var reached atomic.Pointer[context.CancelFunc]

func init() {
	modernc.MustRegisterScalarFunction("test_reached", 1, func(*modernc.FunctionContext, []driver.Value) (driver.Value, error) {
		(*reached.Load())()
		return int64(1), nil
	})
}

// A superseded query ends early and leaves the library as good as before.
func TestFindCancelled(t *testing.T) {
	both(t, func(t *testing.T, library *Library) {
		if err := library.Import(t.Context(), large(2000)); err != nil {
			t.Fatal(err)
		}
		done, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := library.Find(done, model.Query{}); !errors.Is(err, context.Canceled) {
			t.Errorf("with a context that is done: %v", err)
		}
		// Done while SQLite runs a statement that would take hours.
		running, cancel := context.WithCancel(t.Context())
		reached.Store(&cancel)
		err := library.readIn(running, func(tx *sql.Tx, _ *sql.DB) error {
			return sqlite.Each(running, tx, "SELECT count(*) FROM cases a, cases b, cases c, cases d WHERE a.document < d.document AND test_reached(b.number)", nil, func(*sql.Rows) error { return nil })
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("with a context that is done while it runs: %v", err)
		}
		if page, err := library.Find(t.Context(), model.Query{}); err != nil || page.Total != 2000 {
			t.Errorf("afterwards: %d, %v", page.Total, err)
		}
	})
}

func FuzzFind(f *testing.F) {
	library := opened(f, "", norland())
	for _, text := range []string{"", "poem", `"`, `""`, "-", "--x", `a "b`, "a*", "NEAR(a b)", "title:x", "{a b}:c", "a AND OR NOT", "^x", "a\x00b", "person:\x00", "é\xff", "Нарымбаев", "ұғ", "نریمبایف", "日本", "👩‍👩‍👧",
		"date:..", "date:2020..", "date:/", "law:%", "place:_", "-person:x", "is:", "(((((", ")", "'; DROP TABLE cases; --", strings.Repeat("a ", 5000), strings.Repeat("-a ", 5000), strings.Repeat("x", 1<<16), strings.Repeat("a-b.", 9000)} {
		f.Add(text)
	}
	file := opened(f, filepath.Join(f.TempDir(), "library.db"), norland()) // its names are in tables
	f.Fuzz(func(t *testing.T, text string) {
		for _, library := range []*Library{library, file} {
			page, err := library.Find(t.Context(), model.Query{Text: text})
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if page.Total != len(page.Rows) {
				t.Errorf("%q: total %d, rows %d", text, page.Total, len(page.Rows))
			}
			for _, row := range page.Rows {
				if shown := row.Title + row.Snippet + row.Match + strings.Join(row.People, ""); !utf8.ValidString(shown) || strings.ContainsFunc(shown, unicode.IsControl) {
					t.Errorf("%q: a terminal cannot show %q", text, shown)
				}
			}
			counts, err := library.Facets(t.Context(), model.Query{Text: text})
			if err != nil || counts.Total != page.Total {
				t.Fatalf("%q: counts %d of %d, %v", text, counts.Total, page.Total, err)
			}
			if _, err := library.Facets(t.Context(), model.Query{Text: text, Filter: model.Filter{model.FacetKind: {text}}}); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if _, err := library.Names(t.Context(), text, 5); err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			if values, err := library.Complete(t.Context(), model.FacetPlace, text, 3); err != nil || len(values) > 3 {
				t.Fatalf("%q: %v, %v", text, values, err)
			}
			if _, err := library.Resolve(t.Context(), model.FacetPerson, text); err != nil {
				var unknown *schema.UnknownValueError
				if !errors.As(err, &unknown) {
					t.Fatalf("%q: %v", text, err)
				}
			}
		}
	})
}
