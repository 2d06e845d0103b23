package export_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"casebook/model"
	"casebook/model/export"
	"casebook/model/safe"
	"casebook/model/safe/safetest"
)

// sample is a made-up report with everything in it that could do harm.
func sample() model.Pack {
	four := 4.0
	return model.Pack{
		Report: model.Report{ID: "sample-2016", Prefix: "SAM", Title: "A & B <Report>", Publisher: "An {Office}", Edition: "2016/17", Country: "Nowhere", Period: "2016", ISBN: "978-0",
			Licence: "CC BY 4.0", Attribution: "Facts from A & B, write to office@example.org.", Caveats: []string{"Figures <must not> be added up."}},
		Sections:   []model.Section{{Heading: []string{"Roads", "Bridges"}, Paragraphs: []string{strings.Repeat("1", 64)}}},
		Categories: []model.Category{{Name: "Roads", Children: []model.Category{{Name: "Bridges"}}}, {Name: "Rivers"}},
		Cases: []model.Case{
			{ID: "SAM-1", Kind: "event", Title: "<script>alert(1)</script> & more", Note: "A \x1b[31mred\u202e note\nof *two* lines, see https://example.org", Category: []string{"Roads", "Bridges"}, Sensitivity: "sexual-violence",
				Dates:    []model.Date{{EDTF: "2016-05-21", What: "arrest", YearInferred: true}},
				People:   []model.Involvement{{Name: "=cmd|' /C calc'!A0", Role: "defendant", Source: model.Source{Hedge: "reported"}}},
				Laws:     []model.LawInvolvement{{Name: "A Code", Provision: "art. 1", Role: "charged"}},
				Outcomes: []model.Outcome{{Stage: "trial", Type: "prison", Amount: "5", Unit: "years", Date: "2016-11-28"}},
				Figures:  []model.Figure{{Comparator: "at least", Min: &four, Counts: "people", AttributedTo: "An Office"}}, NotStated: []model.Omission{"court"},
				Source: []model.Source{{Section: []string{"Roads", "Bridges"}, Paragraph: 1, Hedge: "stated", Anchors: []string{"a bridge"}}}},
			{ID: "SAM-2", Kind: "law", Title: "1. No rule", Category: []string{"Rivers"}, Sensitivity: "none", Source: []model.Source{{Section: []string{"Roads", "Bridges"}, Paragraph: 1, Hedge: "stated"}}},
			{ID: "SAM-3", Kind: "law", Title: "- a list?", Category: []string{"Roads", "Bridges"}, Sensitivity: "none", Source: []model.Source{{Section: []string{"Roads", "Bridges"}, Paragraph: 1, Hedge: "stated"}}},
		},
	}
}

func write(t testing.TB, format export.Format, packs ...model.Pack) string {
	t.Helper()
	var buffer bytes.Buffer
	if err := export.Write(&buffer, format, packs, export.Of(packs[0])); err != nil {
		t.Fatal(err)
	}
	if format == export.XLSX {
		return sheetText(t, buffer.Bytes())
	}
	return buffer.String()
}

// sheetText is what the sheet of a workbook has, as its reader sees it.
func sheetText(t testing.TB, workbook []byte) string {
	t.Helper()
	packed, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := packed.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for d := xml.NewDecoder(sheet); ; {
		token, err := d.Token()
		if err == io.EOF {
			return text.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		if data, ok := token.(xml.CharData); ok {
			text.Write(data)
			text.WriteByte('\n')
		}
	}
}

func TestEveryExportSaysWhereItComesFrom(t *testing.T) {
	pack := sample()
	plain := strings.NewReplacer(`\`, "", "&amp;", "&", "&lt;", "<", "&gt;", ">", "(at)", "@", "textbraceleft{}", "{", "textbraceright{}", "}", "&#34;", `"`, `""`, `"`)
	for _, format := range export.Formats() {
		text := plain.Replace(write(t, format, pack))
		citation := `(SAM-2), after An {Office}, A & B <Report>, Roads > Bridges, paragraph 1 (CC BY 4.0)`
		if format == export.BibTeX || format == export.CSLJSON { // which name the report beside it
			citation = `(SAM-2), Roads > Bridges, paragraph 1 (CC BY 4.0)`
		}
		for _, want := range []string{pack.Report.Attribution, pack.Report.Title, "Licence: CC BY 4.0", pack.Report.Caveats[0], citation} {
			if want == "Licence: CC BY 4.0" && !strings.Contains(text, want) {
				want = "CC BY 4.0" // a field of its own
			}
			if !strings.Contains(text, want) {
				t.Errorf("%s: not there: %s, in\n%s", format, want, text)
			}
		}
	}
}

func TestNothingHarmfulPasses(t *testing.T) {
	hostile := safetest.Map(sample(), func(path, text string) string {
		if strings.HasSuffix(path, ".Report") || text == "" { // the report that a case names
			return text
		}
		return safetest.Hostile + text + safetest.Hostile
	})
	for _, format := range export.Formats() {
		for _, pack := range []model.Pack{sample(), hostile} {
			if near, found := safetest.Find(write(t, format, pack)); found {
				t.Errorf("%s: %+q", format, near)
			}
		}
		kept := safetest.Map(sample(), func(path, text string) string {
			if strings.HasSuffix(path, "Title") {
				return safetest.Harmless
			}
			return text
		})
		if text := write(t, format, kept); !strings.Contains(text, safetest.Harmless) {
			t.Errorf("%s: what is harmless is not in\n%s", format, text)
		}
	}
	page := write(t, export.HTML, sample())
	for _, bad := range []string{"<script", "http://", "https://example.org\"", "src=", "@import", "url(", "<link", "onload"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	text := write(t, export.Markdown, sample())
	for _, bad := range []string{`[^\\]<`, `[^\\]\*two`, "https://", `[a-z]@`, "## 1[.] No", "## - a"} {
		if regexp.MustCompile(bad).MatchString(text) {
			t.Errorf("Markdown has %s in\n%s", bad, text)
		}
	}
}

func TestATableIsATable(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(write(t, export.CSV, sample()), "\uFEFF"))).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	cells := map[string]string{}
	for i, name := range rows[0] {
		cells[name] = rows[1][i]
	}
	for name, want := range map[string]string{"id": "SAM-1", "category": "Roads › Bridges", "people": "'=cmd|' /C calc'!A0 (defendant)", "dates": "2016-05-21 (arrest, year inferred)",
		"laws": "A Code/art. 1 (charged)", "outcomes": "trial: prison 5 years (2016-11-28)", "figures": "at least 4: people [An Office]", "source": "Roads › Bridges ¶1 (stated) [a bridge]", "report": "sample-2016"} {
		if cells[name] != want {
			t.Errorf("%s: %q, want %q", name, cells[name], want)
		}
	}
}

func TestThePageHasContents(t *testing.T) {
	page := write(t, export.HTML, sample())
	for _, want := range []string{`<a href="#category-1">Roads › Bridges</a> (2)`, `<a href="#category-2">Rivers</a> (1)`, `<h2 id="category-1">Roads › Bridges</h2>`, `<h2 id="category-2">Rivers</h2>`, `<h2>Roads › Bridges</h2>`,
		`3 cases`, `&lt;script&gt;`, `<dd>=cmd|&#39; /C calc&#39;!A0 (defendant), reported</dd>`, `21 May 2016 (arrest, year inferred)`, `@media print`} {
		if !strings.Contains(page, want) {
			t.Errorf("not there: %s, in\n%s", want, page)
		}
	}
	once := false
	err := export.Write(io.Discard, export.HTML, []model.Pack{sample()}, func(yield func(model.Case, error) bool) {
		if !once {
			once = true
			yield(sample().Cases[0], nil)
		}
	})
	if err == nil || !strings.Contains(err.Error(), "changed during the export") {
		t.Errorf("cases that come only once: %v", err)
	}
}

func TestReferencesAreWellFormed(t *testing.T) {
	var items []map[string]any
	if err := json.Unmarshal([]byte(write(t, export.CSLJSON, sample())), &items); err != nil || len(items) != 3 || items[0]["id"] != "SAM-1" || items[0]["type"] != "report" || fmt.Sprint(items[0]["issued"]) != "map[literal:n.d.]" {
		t.Errorf("%v %v", items, err)
	}
	entries := write(t, export.BibTeX, sample())
	if n := len(regexp.MustCompile(`(?m)^@techreport\{SAM-[123],$`).FindAllString(entries, -1)); n != 3 || strings.Count(entries, "year = {{n.d.}}") != 3 || strings.Count(entries, "@") != 3 {
		t.Errorf("%d entries in\n%s", n, entries)
	}
	published := sample()
	published.Report.Published, published.Report.Index, published.Report.URL = "2017-02-22", "ABC 1/2", "https://example.org/report"
	if err := json.Unmarshal([]byte(write(t, export.CSLJSON, published)), &items); err != nil || fmt.Sprint(items[0]["issued"]) != "map[date-parts:[[2017 2 22]]]" ||
		items[0]["number"] != "ABC 1/2" || items[0]["URL"] != "https://example.org/report" || items[0]["section"] != "Roads > Bridges, paragraph 1" {
		t.Errorf("%v %v", items, err)
	}
	for format, wants := range map[export.Format][]string{
		export.BibTeX: {"year = {{2017}}", "number = {{ABC 1/2}}", "url = {{https://example.org/report}}"},
		export.Text:   {"A & B <Report> (2017), Roads > Bridges, paragraph 1, index ABC 1/2, https://example.org/report"},
	} {
		for _, want := range wants {
			if text := write(t, format, published); !strings.Contains(text, want) {
				t.Errorf("%s lacks %s:\n%s", format, want, text)
			}
		}
	}
	own := model.Pack{Report: model.Report{ID: "own", Title: "My list"}, Cases: sample().Cases[:1]}
	if text := write(t, export.BibTeX, own); !strings.Contains(text, "@misc{") || !strings.Contains(text, "key = {{My list}}") || strings.Contains(text, "institution") {
		t.Errorf("a list without a publisher:\n%s", text)
	}
	if empty := write(t, export.CSLJSON, model.Pack{}); json.Unmarshal([]byte(empty), &items) != nil || len(items) != 0 {
		t.Errorf("no cases: %s", empty)
	}
}

// FuzzBibTeX undoes the escaping and counts the braces as BibTeX does.
func FuzzBibTeX(f *testing.F) {
	for _, title := range []string{`a{b`, `}`, `\textbraceleft{}`, `100% & $5 #1 _x_ ~ ^`, `\\`, `{\"o}`} {
		f.Add(title)
	}
	undo := strings.NewReplacer(`\textbackslash{}`, `\`, `\textbraceleft{}`, `{`, `\textbraceright{}`, `}`, `\textasciitilde{}`, `~`, `\textasciicircum{}`, `^`, `\$`, `$`, `\&`, `&`, `\#`, `#`, `\_`, `_`, `\%`, `%`)
	f.Fuzz(func(t *testing.T, title string) {
		if strings.ContainsFunc(title, func(r rune) bool {
			return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' || r == '\uFEFF'
		}) || strings.ToValidUTF8(title, "") != title || title == "" {
			return
		}
		pack := model.Pack{Report: model.Report{ID: "a", Title: title}, Cases: []model.Case{{ID: "A-1"}}}
		entry := write(t, export.BibTeX, pack)
		entry = entry[strings.Index(entry, "@"):]
		depth := 0
		for i, r := range entry {
			if r == '{' {
				depth++
			} else if r == '}' {
				depth--
			}
			if depth < 0 || depth == 0 && i > len("@techreport") && strings.TrimSpace(entry[i+1:]) != "" {
				t.Fatalf("%q: the braces do not match in\n%s", title, entry)
			}
		}
		_, rest, _ := strings.Cut(entry, "\n  title = {{")
		value, _, _ := strings.Cut(rest, "}},\n")
		if got := undo.Replace(value); got != safe.Line(title) || depth != 0 {
			t.Errorf("%q came back as %q", title, got)
		}
	})
}

func TestSeveralReports(t *testing.T) {
	one, other := sample(), sample()
	other.Report.ID, other.Report.Title = "other-2017", "Another"
	for i := range one.Cases {
		one.Cases[i].Report = one.Report.ID
	}
	one.Cases[1].Report = other.Report.ID
	for _, format := range export.Formats() {
		err := export.Write(io.Discard, format, []model.Pack{one, other}, export.Of(one))
		pack := format == export.YAML || format == export.JSON || format == export.JSONL
		if errors.Is(err, export.ErrSeveralReports) != pack || !pack && err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
	if text := write(t, export.Text, one, other); !strings.Contains(text, "(SAM-2), after An {Office}, Another,") {
		t.Error(text)
	}
	if err := export.Write(io.Discard, export.CSV, []model.Pack{other}, export.Of(one)); err == nil || !strings.Contains(err.Error(), `the report "sample-2016"`) {
		t.Errorf("%v", err)
	}
}

func TestErrorsAreReturned(t *testing.T) {
	gone := errors.New("the library is gone")
	for _, format := range export.Formats() {
		err := export.Write(io.Discard, format, []model.Pack{sample()}, func(yield func(model.Case, error) bool) {
			if yield(sample().Cases[0], nil) {
				yield(model.Case{}, gone)
			}
		})
		if !errors.Is(err, gone) {
			t.Errorf("%s: %v", format, err)
		}
		if err := export.Write(full{}, format, []model.Pack{sample()}, export.Of(sample())); !errors.Is(err, errFull) {
			t.Errorf("%s on a full disk: %v", format, err)
		}
	}
	if err := export.Write(io.Discard, "docx", nil, nil); err == nil || !strings.Contains(err.Error(), "write one of yaml, json") {
		t.Errorf("%v", err)
	}
}

var errFull = errors.New("no space left")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestManyCasesStream(t *testing.T) {
	const cases = 6_000
	c := sample().Cases[0]
	for _, format := range export.Formats() {
		var most uint64
		n := 0
		err := export.Write(io.Discard, format, []model.Pack{sample()}, func(yield func(model.Case, error) bool) {
			for i := range cases {
				c.ID = fmt.Sprintf("SAM-%d", i)
				if !yield(c, nil) {
					return
				}
				if n++; n%(cases/2) == 0 {
					runtime.GC()
					var memory runtime.MemStats
					runtime.ReadMemStats(&memory)
					most = max(most, memory.HeapAlloc)
				}
			}
		})
		if err != nil || most > 8<<20 {
			t.Errorf("%s: %d MiB are held, %v", format, most>>20, err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	c := sample().Cases[0]
	for _, format := range export.Formats() {
		b.Run(string(format), func(b *testing.B) {
			n := 0
			err := export.Write(io.Discard, format, []model.Pack{sample()}, func(yield func(model.Case, error) bool) {
				for range b.N {
					if n++; !yield(c, nil) {
						return
					}
				}
			})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "cases/s")
		})
	}
}

// A pack of one report says nothing of the other reports in the library.
func TestAPackIsOfOneReport(t *testing.T) {
	pack := sample()
	c := &pack.Cases[0]
	c.People[0].AlsoIn, c.Laws[0].AlsoIn = []string{"my-own-list"}, []string{"my-own-list"}
	c.Places = []model.Involvement{{Name: "Vik", Role: "occurred", AlsoIn: []string{"my-own-list"}, In: "Norland"}}
	c.RelatedBy = []model.Relation{{Type: "has part", Case: "SAM-2"}, {Type: "has part", Case: "MINE-7"}}
	for _, format := range []export.Format{export.YAML, export.JSON, export.JSONL} {
		if text := write(t, format, pack); strings.Contains(text, "my-own-list") || strings.Contains(text, "MINE-7") {
			t.Errorf("%s: %s", format, text)
		}
	}
	if c.People[0].AlsoIn == nil || c.Laws[0].AlsoIn == nil || c.Places[0].In == "" || len(c.RelatedBy) != 2 {
		t.Error("the case itself was changed")
	}
}
