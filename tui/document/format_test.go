package document

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/text"
	"casebook/tui/words"
)

func TestDatesInOtherLanguages(t *testing.T) {
	for _, test := range [][4]string{
		{"2016-05-21", "21 мая 2016", "2016 жылғы 21 мамыр", "21 мамыр 2016"},
		{"2016-01", "январь 2016", "2016 жылғы қаңтар", "қаң. 2016"},
		{"2016", "2016", "2016", "2016"},
		{"2016-05-17/2016-05-20", "17–20 мая 2016", "2016 жылғы 17–20 мамыр", "17–20 мамыр 2016"},
		{"2016-04-28/2016-05-03", "28 апреля – 3 мая 2016", "2016 жылғы 28 сәуір – 3 мамыр", "28 сәу. – 3 мамыр 2016"},
		{"2016-04/2016-05", "апрель–май 2016", "2016 жылғы сәуір–мамыр", "сәу.–мамыр 2016"},
		{"2015-12-30/2016-01-02", "30 декабря 2015 – 2 января 2016", "2015 жылғы 30 желтоқсан – 2016 жылғы 2 қаңтар", "30 жел. 2015 – 2 қаң. 2016"},
		{"2003/..", "2003 и позднее", "2003 және одан кейін", "2003 және одан кейін"},
		{"../2016-05", "по май 2016", "2016 жылғы мамыр және одан бұрын", "мамыр 2016 және одан бұрын"},
		{"2015~", "примерно 2015", "шамамен 2015", "шамамен 2015"},
		{model.NotStated, "дата не указана", "күні көрсетілмеген", model.NotStated},
		{"no date", "no date", "no date", "no date"},
	} {
		russian, kazakh := Format{Words: words.New("ru")}, Format{Words: words.New("kk")}
		if got := [4]string{test[0], russian.Date(test[0]), kazakh.Date(test[0]), kazakh.shortDate(test[0])}; got != test {
			t.Errorf("got  %q\nwant %q", got, test)
		}
	}
	if got := (Format{Words: words.New("ru")}).shortDate("2016-03-05/2016-11-07"); got != "5 мар. – 7 нояб. 2016" {
		t.Error(got)
	}
	if got := (Format{}).shortDate("2016-03-05/2016-09-07"); got != "5 Mar – 7 Sep 2016" {
		t.Error(got)
	}
}

func TestAmountsInRussian(t *testing.T) {
	f := Format{Words: words.New("ru")}
	for amount, want := range map[model.Amount]string{
		"1": "1 год", "2": "2 года", "5": "5 лет", "21": "21 год", "1.5": "1,5 года", "10-15": "10–15 лет", "2-3": "2–3 года", "up to 75": "максимум 75 лет", "at least 3": "по меньшей мере 3 года", "more than 2": "более чем 2 года",
	} {
		if got := f.amount(amount, "years"); got != want {
			t.Errorf("%s: %q, want %q", amount, got, want)
		}
	}
	if got := f.figure(model.Figure{Comparator: model.AtLeast, Min: number(2.5)}); got != "по меньшей мере 2,5" {
		t.Error(got)
	}
	if got := f.amount("75", "lashes"); got != "75 lashes" {
		t.Error(got)
	}
}

func TestBarsAreInProportion(t *testing.T) {
	for _, test := range []struct{ part, most, cells, want int }{{0, 10, 10, 0}, {1, 1000, 10, 1}, {5, 10, 10, 5}, {10, 10, 10, 10}, {12, 10, 10, 10}} {
		if got := share(test.part, test.most, test.cells); got != test.want {
			t.Errorf("%d of %d in %d cells: %d, want %d", test.part, test.most, test.cells, got, test.want)
		}
	}
	f := Format{Glyphs: text.NewGlyphs(true, words.Words{}), Width: 50}
	row := text.Line(f.barRow(text.Line{{Text: "May"}}, results.Entry{Facet: model.FacetDate, Value: "2016-05", Depth: 1, Cases: 6, Possible: 3}, 6)).String()
	if !strings.Contains(row, "#####.....") || !strings.Contains(row, "3 (+3 possible)") {
		t.Errorf("a bar is %q", row)
	}
}

func TestInferredYearsAreInBrackets(t *testing.T) {
	for date, want := range map[string]string{"2016": "(2016)", "2016-05-21": "21 May (2016)", "2015-12/2016-01": "Dec (2015) – Jan (2016)"} {
		if got := bracketed(date, Format{}.shortDate(date)); got != want {
			t.Errorf("%s: %q, want %q", date, got, want)
		}
	}
}

// TestBarsCanBeCompared: the bars of a view begin in one column, and as many cases
// have the same length whatever stands before them.
func TestBarsCanBeCompared(t *testing.T) {
	for _, language := range words.Languages() {
		w := words.New(language)
		for _, width := range []int{34, 37, 46, 60, 100} {
			f := Format{Glyphs: text.NewGlyphs(false, w), Words: w, Width: width}
			for _, view := range []results.View{results.ViewTimeline, results.ViewOverview} {
				begin, length := -1, 0
				for month := 1; month <= 12; month++ {
					e := results.Entry{Facet: model.FacetDate, Value: fmt.Sprintf("2016-%02d", month), Depth: 1, Cases: 9, Possible: 4}
					if view == results.ViewOverview {
						e.Plot, e.Most, e.Possible = results.PlotMonths, 9, 0
					}
					row := f.EntryRow(view, e, 9, text.Normal, 1)[0].String()
					at, cells := strings.Index(row, "█"), strings.Count(row, "█")
					if at = utf8.RuneCountInString(row[:max(at, 0)]); begin < 0 {
						begin, length = at, cells
					}
					if at != begin || cells != length || cells == 0 || strings.Contains(row, "…") {
						t.Errorf("%s, %d columns, %s: %q", language, width, view, row)
					}
				}
			}
		}
	}
}

func TestTheNumberOfAParagraphIsNotCut(t *testing.T) {
	f := Format{Glyphs: text.NewGlyphs(false, words.Words{}), Width: 34}
	e := results.Entry{Facet: model.FacetParagraph, Value: "r/Freedom of assembly/Freedom of assembly ¶3", Label: "Freedom of assembly and association ¶3", Depth: 2, Cases: 3}
	row := f.EntryRow(results.ViewOverview, e, 9, text.Normal, 1)[0].String()
	if !strings.Contains(row, "… ¶3") {
		t.Errorf("the row is %q", row)
	}
}

func TestNothingLinksCasesOfNoLaw(t *testing.T) {
	for value, want := range map[string]string{"not stated": "names no law", "Code/not stated": "names no provision", "not stated/slander": "", "Code/art. 1": ""} {
		p := results.Profile{Entry: results.Entry{Facet: model.FacetLaw, Value: value, Label: value, Cases: 3}}
		got := Profile(Format{Glyphs: text.NewGlyphs(false, words.Words{}), Width: 80}, p).String()
		if strings.Contains(got, "are not linked") != (want != "") || !strings.Contains(got, want) {
			t.Errorf("%s: %s", value, got)
		}
	}
}

func TestHowAPageWasFound(t *testing.T) {
	row := func(how, name string) results.Row { return results.Row{Match: how, MatchName: name} }
	for _, test := range []struct {
		rows        []results.Row
		short, full string
	}{
		{nil, "", ""},
		{[]results.Row{row("", "")}, "", ""},
		{[]results.Row{row("sounds like", "A B"), row("sounds like", "A B")}, "sounds alike", "sounds like A B"},
		{[]results.Row{row("sounds like", "A B"), row("sounds like", "C")}, "sounds alike", "sounds alike"},
		{[]results.Row{row("", ""), row("one letter off", "C")}, "also one letter off", "also one letter off"},
	} {
		if short, full := (Format{Glyphs: text.NewGlyphs(false, words.Words{})}).FoundBy(HowFound(results.Page{Rows: test.rows})); short != test.short || full != test.full {
			t.Errorf("%+v is summed up as %q, %q", test.rows, short, full)
		}
	}
	for _, page := range []results.Page{{NamesCut: true, Rows: []results.Row{row("sounds like", "A B")}}, {NamesCut: true, Offset: 100}} {
		if short, full := (Format{}).FoundBy(HowFound(page)); short != "most likely names only" || !strings.HasPrefix(full, "Many names") {
			t.Errorf("that names were left out is said as %q, %q", short, full)
		}
	}
}

// A list of one's own has no period and no paragraphs: they are not there, not empty.
func TestAListHasNoParagraphs(t *testing.T) {
	f := Format{Glyphs: text.NewGlyphs(false, words.Words{}), Width: 80}
	list := results.Coverage{Report: model.Report{ID: "mine", Title: "mine", Publisher: "own list"}, Cases: 6}
	report := results.Coverage{Report: model.Report{ID: "r", Title: "Annual Report", Country: "Samland", Period: "2020"}, Covered: 1, Sections: []results.SectionCoverage{{Heading: []string{"Roads"}, Paragraphs: []int{2}}}}
	for name, test := range map[string]struct {
		coverage results.Coverage
		parts    bool
	}{"a list": {list, false}, "a report": {report, true}} {
		got := Profile(f, results.Profile{Reports: []results.Coverage{test.coverage}}).String()
		for _, part := range []string{"Period", "Paragraphs covered", "Cases per paragraph"} {
			if strings.Contains(got, part) != test.parts {
				t.Errorf("%s: %q there: %t\n%s", name, part, !test.parts, got)
			}
		}
	}
	if got := Profile(f, results.Profile{Reports: []results.Coverage{list}}).String(); strings.Count(got, "mine") != 1 {
		t.Errorf("the name is there more than once: %s", got)
	}
}

// Sorted by date, a row shows its date, however narrow the list is.
func TestTheDateComesFirstByDate(t *testing.T) {
	row := results.Row{Title: "Sentences commuted", Date: "2016-03", Concerned: []string{"People sentenced to death"}, Outcomes: []model.Outcome{{Type: "life imprisonment"}}}
	f := Format{Glyphs: text.NewGlyphs(false, words.Words{}), Width: 30}
	if got := f.summary(row).String(); got != "life imprisonment · Mar 2016" {
		t.Errorf("in the order of the report: %q", got)
	}
	f.Sort = model.SortDate
	for width, want := range map[int]string{20: "Mar 2016 · life imprisonment", 60: "Mar 2016 · People sentenced to death · life imprisonment", 0: "Mar 2016 · People sentenced to death · life imprisonment"} {
		if f.Width = width; f.summary(row).String() != want {
			t.Errorf("%d: %q, want %q", width, f.summary(row), want)
		}
	}
}
