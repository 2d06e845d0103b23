package source_test

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/check"
	"casebook/model/source"
)

// The report of these tests is made up.
var paragraphs = []string{
	`The year was quiet. Officials “counted” at least 34 closed roads – fewer than in 2019.`,
	`In March, Ada Lind was fined over a well-known bridge in Port. About 1,048 cars had to turn round there.`,
	`On 5 May, the Road Office closed two more bridges for 10-15 days. Nobody was told why, and the drivers' union protested.`,
	`Bo Ek kept the ferry going. It carried between 300 and 500 people a day.`,
}

const report = `Annual Report - Samland

P0

Roads

Bridges

P1

P2

Ferries

P3

© Observers`

func text(paragraphs ...string) string {
	var pairs []string
	for i, paragraph := range paragraphs {
		pairs = append(pairs, "P"+string(rune('0'+i)), paragraph)
	}
	return strings.NewReplacer(pairs...).Replace(report)
}

func pack() model.Pack {
	bridges, ferries := []string{"Roads", "Bridges"}, []string{"Ferries"}
	fact := func(anchors ...string) model.Source { return model.Source{Anchors: anchors} }
	number := func(n float64) *float64 { return &n }
	one := func(id, title string, section []string, paragraph int, anchor string) model.Case {
		return model.Case{ID: id, Kind: "event", Title: title, Category: []string{"Roads"}, Sensitivity: "none",
			Source: []model.Source{{Section: section, Paragraph: paragraph, Hedge: "stated", Anchors: []string{anchor}}}}
	}
	overview := one("SAM-2020-01", "The year", []string{"Overview"}, 1, "year was quiet")
	overview.Figures = []model.Figure{{Comparator: "at least", Min: number(34), Counts: "roads closed", Source: fact("at least 34")}}
	fine := one("SAM-2020-02", "A fine", bridges, 1, "well-known bridge")
	fine.People = []model.Involvement{{Name: "Ada Lind", Role: "defendant", Source: fact("Ada Lind")}}
	fine.Figures = []model.Figure{{Comparator: "exactly", Min: number(1048), Max: number(1048), Counts: "cars turned round", Source: fact("1,048 cars")}}
	closed := one("SAM-2020-03", "More closures", bridges, 2, "Road Office")
	closed.Dates = []model.Date{{EDTF: "2020-05-05", What: "act", Source: fact("5 May")}, {EDTF: model.NotStated, What: "release"}}
	closed.Outcomes = []model.Outcome{{Stage: "administrative", Type: "temporary ban", Amount: "10-15", Unit: "days", Source: fact("10-15 days")}}
	ferry := one("SAM-2020-04", "The ferry", ferries, 1, "ferry")
	ferry.People = []model.Involvement{{Name: "Bo Ek", Role: "mentioned", Source: fact("Bo Ek")}}
	return model.Pack{
		Report: model.Report{ID: "samland-2020", Prefix: "SAM-2020", Title: "Annual Report", Publisher: "Observers", Country: "Samland", Period: "2020", Licence: "CC0", Attribution: "Facts from the Annual Report"},
		Sections: []model.Section{
			{Heading: []string{"Overview"}, Untitled: true, Paragraphs: []string{source.Hash(paragraphs[0])}},
			{Heading: bridges, Paragraphs: []string{source.Hash(paragraphs[1]), source.Hash(paragraphs[2])}},
			{Heading: ferries, Paragraphs: []string{source.Hash(paragraphs[3])}},
		},
		Categories: []model.Category{{Name: "Roads"}},
		People:     []model.Person{{Name: "Ada Lind", Kind: "individual"}, {Name: "Bo Ek", Kind: "individual"}},
		Cases:      []model.Case{overview, fine, closed, ferry},
	}
}

func verify(text string) source.Result {
	p := pack()
	c := source.Read(text, p.Sections)
	return source.Verify(p, &c)
}

// wrap breaks a paragraph into lines of at most width bytes.
func wrap(paragraph string, width int) string {
	var b strings.Builder
	length := 0
	for _, word := range strings.Fields(paragraph) {
		if length > 0 && length+1+len(word) > width {
			b.WriteByte('\n')
			length = 0
		} else if length > 0 {
			b.WriteByte(' ')
			length++
		}
		b.WriteString(word)
		length += len(word)
	}
	return b.String()
}

// hyphenate breaks a paragraph into lines of width bytes, inside words where that
// is where a line ends.
func hyphenate(paragraph string, width int) string {
	var b strings.Builder
	room := width
	for _, word := range strings.Fields(paragraph) {
		for len(word) > room && room > 4 && strings.IndexFunc(word, func(r rune) bool { return r < 'A' || r > 'z' }) < 0 && len(word)-room > 1 {
			b.WriteString(word[:room-1] + "-\n")
			word, room = word[room-1:], width
		}
		if len(word) > room {
			b.WriteByte('\n')
			room = width
		}
		b.WriteString(word + " ")
		room -= len(word) + 1
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), " \n", "\n"))
}

func TestHyphenatedLineEnds(t *testing.T) {
	p := paragraphs
	for width := 12; width <= 40; width++ {
		lines := func(i int) string { return hyphenate(p[i], width) }
		broken := strings.Split(lines(1), "\n")
		middle := len(broken) / 2
		paged := strings.Join(broken[:middle], "\n") + "\n\n\f231\n\nObservers\n" + strings.Join(broken[middle:], "\n")
		for name, copy := range map[string]string{"columns": text(lines(0), lines(1), lines(2), lines(3)), "columns over a page": text(lines(0), paged, lines(2), lines(3))} {
			if result := verify(copy); !result.OK() || result.Total().Found != 4 {
				t.Errorf("%s of %d, %d hyphens: %+v %+v\n%s", name, width, strings.Count(copy, "-\n"), result.Total(), result.Problems, copy)
			}
		}
	}
}

func TestTheSameReportInAnyShapeIsRecognised(t *testing.T) {
	p := paragraphs
	split := strings.Replace
	for name, copy := range map[string]string{
		"as it is":            text(p...),
		"Windows line ends":   strings.ReplaceAll(text(p...), "\n", "\r\n"),
		"byte order mark":     "\uFEFF" + text(p...),
		"plain quotes":        strings.NewReplacer("“", `"`, "”", `"`, "–", "-", "'", "’").Replace(text(p...)),
		"no-break spaces":     strings.NewReplacer("34 closed", "34\u00A0closed", "5 May", "5\u2009May").Replace(text(p...)),
		"wrapped":             text(wrap(p[0], 30), wrap(p[1], 30), wrap(p[2], 30), wrap(p[3], 30)),
		"wrapped, no spacing": strings.ReplaceAll(text(wrap(p[0], 40), wrap(p[1], 40), wrap(p[2], 40), wrap(p[3], 40)), "\n\n", "\n"),
		"indented":            text("    "+p[0], "\t"+p[1], p[2], p[3]),
		"broken by a page":    text(p[0], split(p[1], "bridge in", "bridge\n\n\f231\n\nin", 1), p[2], p[3]),
		"broken by a header": "Observers 2020 1\n" + text(p[0], split(p[1], "bridge in", "bridge\n\nObservers 2020 2\n\nin", 1),
			split(p[2], "two more", "two\nObservers 2020 3\nmore", 1), p[3]),
		"hyphenated":         text(p[0], split(p[1], "turn round", "turn rou-\nnd", 1), split(p[2], "protested", "pro\u00AD\ntested", 1), p[3]),
		"broken at a hyphen": text(p[0], split(p[1], "well-known", "well-\nknown", 1), split(p[2], "10-15", "10-\n15", 1), p[3]),
		"broken at a dash":   text(split(p[0], "roads – fewer", "roads –\nfewer", 1), p[1], p[2], p[3]),
		"invisible signs":    text(split(p[0], "quiet", "qui\u00ADet", 1), split(p[1], "bridge", "bri\u200Bdge", 1), p[2], p[3]),
		"ligatures":          text(p[0], split(p[1], "fined", "ﬁned", 1), p[2], p[3]),
		"other headings":     strings.NewReplacer("Roads", "## 2. ROADS:", "Bridges", "2.1  “Bridg-\nes”", "Ferries", "3 ferries").Replace(text(p...)),
	} {
		result := verify(copy)
		if total := result.Total(); !result.OK() || total.Found != 4 || total.Covered != 4 || total.Facts != 10 || len(result.Notes) > 0 {
			t.Errorf("%s: %+v %+v %q\n%s", name, total, result.Problems, result.Notes, copy)
		}
	}
}

func TestEveryChangeOfACopyIsFound(t *testing.T) {
	p := paragraphs
	change := func(i int, old, new string) string {
		changed := append([]string{}, p...)
		changed[i] = strings.Replace(p[i], old, new, 1)
		return text(changed...)
	}
	type want struct {
		fact, message string
		paragraph     int
	}
	for name, test := range map[string]struct {
		copy  string
		wants []want
	}{
		"altered number":        {change(0, "34", "43"), []want{{"", "differs from the report", 1}, {"figure: at least 34 roads closed", `not in the paragraph: "at least 34"`, 1}}},
		"longer number":         {change(0, "34", "340"), []want{{"", "differs from the report", 1}, {"figure: at least 34 roads closed", "not in", 1}}},
		"number of a thousand":  {change(1, "1,048", "41,048"), []want{{"", "differs from the report", 1}, {"figure: 1,048 cars turned round", "not in", 1}}},
		"altered range":         {change(2, "10-15", "5-10-15"), []want{{"", "differs from the report", 2}, {"outcome: temporary ban, 10-15 days (administrative case)", "not in", 2}}},
		"altered date":          {change(2, "5 May", "15 May"), []want{{"", "differs from the report", 2}, {"date: 5 May 2020 (act)", "not in", 2}}},
		"missing name":          {change(1, "Ada Lind", "somebody"), []want{{"", "differs from the report", 1}, {"person: Ada Lind, defendant", "not in", 1}}},
		"letter without a fact": {change(3, "carried", "carries"), []want{{"", "differs from the report", 1}}},
		"removed paragraph":     {text(p[0], p[1], p[2], ""), []want{{"", "missing in the copy", 1}, {"case: The ferry", "paragraph is missing", 1}, {"person: Bo Ek, mentioned", "paragraph is missing", 1}}},
		"swapped paragraphs":    {text(p[0], p[2], p[1], p[3]), []want{{"", "has been moved", 2}}},
		"under another heading": {strings.Replace(text(p[0], p[1], "", p[3]), "Ferries\n", "Ferries\n\n"+p[2]+"\n", 1), []want{{"", "has been moved", 2}}},
		"two altered in a row":  {text(p[0], strings.Replace(p[1], "March", "April", 1), strings.Replace(p[2], "two", "six", 1), p[3]), []want{{"", "differs", 1}, {"", "differs", 2}}},
		"changed heading":       {strings.Replace(text(p...), "Ferries", "Fairies", 1), []want{{"", `the heading "Ferries" is missing`, 0}}},
		"removed heading":       {strings.Replace(text(p...), "Bridges", "", 1), []want{{"", `the heading "Bridges" is missing`, 0}}},
		"removed parent":        {strings.Replace(text(p...), "Roads\n", "\n", 1), []want{{"", `the heading "Roads" is missing`, 0}}},
		"no headings":           {strings.Join(p, "\n\n"), []want{{"", `"Roads" is missing`, 0}, {"", `"Ferries" is missing`, 0}}},
		"heading after its own": {strings.Replace(strings.Replace(text(p...), "Ferries\n\n", "", 1), "© Observers", "Ferries", 1), []want{{"", "has been moved", 1}}},
		"something else there":  {text(p[0], "They say that the bridges of the town were built by somebody else.", p[2], p[3]), []want{{"", "missing in the copy", 1}, {"case: A fine", "is missing", 1}, {"person: Ada Lind, defendant", "is missing", 1}, {"figure: 1,048 cars turned round", "is missing", 1}}},
		"another file":          {"A recipe.\n\nTake two eggs, and a bowl of flour.", []want{{"", "none of the report's paragraphs", 0}}},
		"an empty file":         {"", []want{{"", "none of the report's paragraphs", 0}}},
	} {
		result := verify(test.copy)
		if len(result.Problems) != len(test.wants) || result.OK() {
			t.Errorf("%s: %+v", name, result.Problems)
			continue
		}
		for i, want := range test.wants {
			got := result.Problems[i]
			if got.Fact != want.fact || !strings.Contains(got.Message, want.message) || got.Paragraph != want.paragraph {
				t.Errorf("%s: %+v, want %+v", name, got, want)
			}
		}
	}
}

func TestWithoutACopyThePackItselfIsChecked(t *testing.T) {
	p := pack()
	if result := source.Verify(p, nil); !result.OK() || !reflect.DeepEqual(result.Total(), source.Row{Paragraphs: 4, Covered: 4, Facts: 10}) {
		t.Errorf("%+v", result)
	}
	p.Cases = p.Cases[:3]
	p.Cases[1].People[0].Anchors = nil
	result := source.Verify(p, nil)
	if total := result.Total(); total.Covered != 3 || total.Failed != 1 || len(result.Problems) != 2 || result.Problems[0].Case != "SAM-2020-02" {
		t.Errorf("%+v", result)
	}
}

func TestParagraph(t *testing.T) {
	p := pack()
	c := source.Read(text(paragraphs[0], wrap(paragraphs[1], 30), strings.Replace(paragraphs[2], "two", "six", 1), ""), p.Sections).Against(p)
	if got, ok := c.Paragraph([]string{"Roads", "Bridges"}, 1); !ok || got.Text != paragraphs[1] || !got.Intact || got.Line != 9 {
		t.Errorf("%+v", got)
	}
	if got, ok := c.Paragraph([]string{"Roads", "Bridges"}, 2); !ok || got.Intact || !strings.Contains(got.Text, "six more") {
		t.Errorf("%+v", got)
	}
	for _, n := range []int{0, 3, -1} {
		if got, ok := c.Paragraph([]string{"Roads", "Bridges"}, n); ok {
			t.Errorf("%d: %+v", n, got)
		}
	}
	if got, ok := c.Paragraph([]string{"Ferries"}, 1); ok {
		t.Errorf("%+v", got)
	}
}

func TestAnchorsAreWholeWords(t *testing.T) {
	for _, test := range []struct{ text, anchor, want string }{
		{"at least 34 people", "34", "at least [34] people"},
		{"340 and 1,034 and 34,5 and 30-34 and 34/35 and 34b and 3.34", "34", "340 and 1,034 and 34,5 and 30-34 and 34/35 and 34b and 3.34"},
		{"only 34, or 34.", "34", "only [34], or [34]."},
		{"Igor Sychev’s term", "Igor Sychev", "[Igor Sychev]’s term"},
		{"the drivers’ union", "drivers' union", "the [drivers’ union]"},
		{"for  two\u00A0and a\nhalf years", "two and a half years", "for  [two\u00A0and a\nhalf years]"},
		{"“assistance” to “illegal” assemblies", `"assistance" to "illegal"`, "[“assistance” to “illegal”] assemblies"},
		{"Astana", "Asta", "Astana"},
		{"a bank, the bank", "bank", "a [bank], the [bank]"},
		{"Қазақстан Қаза", "Қаза", "Қазақстан [Қаза]"},
		{"anything", "", "anything"},
	} {
		marked, at := "", 0
		for _, span := range source.Anchors(test.text, []string{test.anchor}) {
			marked += test.text[at:span.Start] + "[" + test.text[span.Start:span.End] + "]"
			at = span.End
		}
		if marked += test.text[at:]; marked != test.want {
			t.Errorf("%q in %q: %s", test.anchor, test.text, marked)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(text(paragraphs...))
	f.Add("34\n-\n\f\n\xff\xfe a-\n\u00AD\nRoads")
	p := pack()
	f.Fuzz(func(t *testing.T, text string) {
		c := source.Read(text, p.Sections)
		for i, section := range p.Sections {
			for n, hash := range section.Paragraphs {
				if paragraph, ok := c.Paragraph(section.Heading, n+1); ok && paragraph.Intact != (source.Hash(paragraph.Text) == hash) {
					t.Errorf("paragraph %d of section %d: intact %v: %q", n+1, i, paragraph.Intact, paragraph.Text)
				}
			}
		}
		source.Verify(p, &c)
	})
}

func FuzzAnchors(f *testing.F) {
	f.Add("at least 34 “people”", "34")
	f.Add("a\u00ADb\xffc…", "ab")
	f.Add("…", ".")
	f.Fuzz(func(t *testing.T, text, anchor string) {
		end := 0
		for _, span := range source.Anchors(text, []string{anchor}) {
			if span.Start < end || span.End <= span.Start || span.End > len(text) {
				t.Fatalf("%q in %q: %v", anchor, text, span)
			}
			end = span.End
		}
	})
}

// What a verification costs grows with the report, not with its square: every
// case of this one has a mistake of its own.
func BenchmarkVerifyMistakes(b *testing.B) {
	for _, count := range []int{1000, 4000, 16000} {
		b.Run(strconv.Itoa(count), func(b *testing.B) {
			p := pack()
			one := p.Cases[0]
			p.Cases = nil
			for i := range count {
				one.ID, one.Relations = fmt.Sprintf("SAM-2020-%d", i+1), []model.Relation{{Type: "part of", Case: "SAM-2020-0"}}
				p.Cases = append(p.Cases, one)
			}
			for b.Loop() {
				if result := source.Verify(p, nil); len(result.Problems) < count {
					b.Fatal(len(result.Problems))
				}
			}
		})
	}
}

func TestCaseOfAMistake(t *testing.T) {
	p := pack()
	for path, want := range map[string]string{
		"$.cases[1].title": "SAM-2020-02", "$.cases[1]": "", "$.cases[99].title": "", "$.cases[-1].title": "", "$.cases[].title": "", "$.people[1].name": "",
		"$.cases[2].people[1].name": "SAM-2020-03",
	} {
		if got := check.CaseAt(p, path); got != want {
			t.Errorf("%s is in %q, want %q", path, got, want)
		}
	}
}
