package seed_test

import (
	"os"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/source"
	"casebook/seed"
)

// report returns the embedded pack and the report's text, where it is at hand:
// it may not be kept in this repository.
func report(t *testing.T) (model.Pack, string) {
	t.Helper()
	text, err := os.ReadFile("../../shared/report/kazakhstan-2016-17.txt")
	if err != nil {
		t.Skipf("left out: the report's text is not here: %v", err)
	}
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	return pack, string(text)
}

func TestEveryFactOfTheSeedIsInTheReport(t *testing.T) {
	pack, text := report(t)
	c := source.Read(text, pack.Sections)
	result := source.Verify(pack, &c)
	for _, problem := range result.Problems {
		t.Errorf("%+v", problem)
	}
	if total := result.Total(); total.Found != 19 || total.Covered != 19 || total.Paragraphs != 19 || len(result.Notes) > 0 {
		t.Errorf("%+v %q", total, result.Notes)
	}
}

// Every figure, date, outcome and name is altered in a copy of the report, one
// at a time; the fact must then be told.
func TestAlteredFactsAreFound(t *testing.T) {
	pack, text := report(t)
	original := source.Read(text, pack.Sections)
	text = whole(original, pack.Sections)
	altered := 0
	for _, fact := range pack.Facts() {
		for _, anchor := range fact.Source.Anchors {
			paragraph, ok := original.Paragraph(fact.Source.Section, fact.Source.Paragraph)
			spans := source.Anchors(paragraph.Text, []string{anchor})
			if !ok || len(spans) == 0 {
				t.Errorf("%s %s: %q is not in the report", fact.Case, fact.What, anchor)
				continue
			}
			var changed strings.Builder
			at := 0
			for _, span := range spans {
				changed.WriteString(paragraph.Text[at:span.Start] + alter(paragraph.Text[span.Start:span.End]))
				at = span.End
			}
			changed.WriteString(paragraph.Text[at:])
			copied := strings.Replace(text, paragraph.Text, changed.String(), 1)
			if copied == text {
				t.Fatalf("%s: the paragraph could not be altered", fact.Path)
			}
			c := source.Read(copied, pack.Sections)
			if !told(source.Verify(pack, &c), fact) {
				t.Errorf("%s %s: the altered %q is not found", fact.Case, fact.What, anchor)
			}
			altered++
		}
	}
	t.Logf("%d anchors of %d facts altered", altered, len(pack.Facts()))
}

// whole returns the text of a copy with no paragraph broken by the layout of its pages.
func whole(c source.Copy, sections []model.Section) string {
	var b strings.Builder
	for _, section := range sections {
		if !section.Untitled {
			b.WriteString(section.Heading[len(section.Heading)-1] + "\n\n")
		}
		for n := range section.Paragraphs {
			paragraph, _ := c.Paragraph(section.Heading, n+1)
			b.WriteString(paragraph.Text + "\n\n")
		}
	}
	return b.String()
}

func told(result source.Result, fact model.Fact) bool {
	for _, problem := range result.Problems {
		if problem.Case == fact.Case && problem.Fact == fact.What {
			return true
		}
	}
	return false
}

// alter changes the first digit of a text or, where it has none, its first letter.
func alter(text string) string {
	for _, letters := range []string{"0123456789", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"} {
		if at := strings.IndexAny(text, letters); at >= 0 {
			next := letters[(strings.IndexByte(letters, text[at])+1)%len(letters)]
			return text[:at] + string(next) + text[at+1:]
		}
	}
	return text
}
