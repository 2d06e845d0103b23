package source_test

import (
	"strings"
	"testing"

	"casebook/model/source"
)

func TestAnInsertedParagraphIsNotedAndTheChangedOneFound(t *testing.T) {
	p := paragraphs
	inserted := "Nothing of this stands in the report, which is why it is long enough to be taken for the paragraph that was changed beside it. It goes on for a while."
	result := verify(text(p[0], inserted+"\n\n"+strings.Replace(p[1], "Ada", "Ida", 1), p[2], p[3]))
	if len(result.Notes) != 1 || !strings.Contains(result.Notes[0], "line 9 ") {
		t.Errorf("notes %q", result.Notes)
	}
	if len(result.Problems) != 2 || result.Problems[1].Fact != "person: Ada Lind, defendant" {
		t.Errorf("problems %+v", result.Problems)
	}
}

func TestWhatACopyAddsIsNoted(t *testing.T) {
	p := paragraphs
	other := "There was one tunnel too many in this country, and nobody knew."
	second := strings.Replace(p[3], "300", "30", 1)
	headed := func(header string) string {
		return text(p[0], strings.Replace(p[1], "bridge in", "bridge\n\n"+header+"\n\nin", 1), p[2], p[3])
	}
	for name, test := range map[string]struct {
		copy  string
		notes []string
	}{
		"a paragraph twice":          {text(p[0], p[1]+"\n\n"+p[1], p[2], p[3]), []string{"line 11 of the copy: Roads › Bridges, paragraph 1, appears here again"}},
		"a paragraph twice, early":   {text(p[0]+"\n\n"+p[3], p[1], p[2], p[3]), []string{"line 5 of the copy: Ferries, paragraph 1, appears here again"}},
		"an invented paragraph":      {text(p[0], p[1]+"\n\n"+other, p[2], p[3]), []string{"line 11 of the copy: a paragraph that is not in the report"}},
		"one at the end":             {text(p[0], p[1], p[2], p[3]+"\n\n"+other), []string{"line 17 of the copy: a paragraph before or after the report's"}},
		"a second copy, which lies":  {text(p...) + "\n" + text(p[0], p[1], p[2], second), []string{"line 20 of the copy: Overview", "line 26", "line 28", "line 32 of the copy: a paragraph similar to Ferries, paragraph 1, but different from the report"}},
		"among other reports":        {"Roads\n\nAnother country's roads were fine.\n\n" + text(p...) + "\n\nTunnels\n\n" + other, []string{"lines 3 to 25 of the copy: 2 paragraphs before or after"}},
		"a running head":             {"Roads\n\n" + headed("Roads"), []string{"line 13 of the copy: ignored in Roads › Bridges, paragraph 1"}},
		"a page's header":            {headed("222 Observers Report 2020/21"), []string{"line 11 of the copy: ignored in Roads › Bridges, paragraph 1"}},
		"a page's footer and header": {headed("Observers\n\n222\n\nThe World in 2020"), []string{"line 11 of the copy: ignored in", "line 15 of the copy: ignored in"}},
	} {
		result := verify(test.copy)
		ok := result.OK() && len(result.Notes) == len(test.notes) && result.Total().Found == 4
		for i := 0; ok && i < len(test.notes); i++ {
			ok = strings.HasPrefix(result.Notes[i], test.notes[i])
		}
		if !ok {
			t.Errorf("%s: %+v %q\n%s", name, result.Problems, result.Notes, test.copy)
		}
	}
	for _, added := range []string{"not", "He was not fined at all.", "Observers\n\nOf The World\n\nAnd Its Roads"} {
		if result := verify(headed(added)); result.OK() {
			t.Errorf("%q within a paragraph is read as a page's header", added)
		}
	}
}

func TestFailuresAreCountedByKind(t *testing.T) {
	p := paragraphs
	for name, test := range map[string]struct {
		copy string
		want source.Failed
	}{
		"the same":                       {text(p...), source.Failed{}},
		"another file":                   {"A recipe.", source.Failed{Paragraphs: 4, Facts: 10}},
		"a paragraph and another's head": {strings.Replace(text(p[0], strings.Replace(p[1], "Ada", "Ida", 1), p[2], p[3]), "Ferries", "Boats", 1), source.Failed{Paragraphs: 1, Headings: 1, Facts: 1}},
	} {
		result := verify(test.copy)
		if result.Failed != test.want || result.Total().Failed != test.want.Facts {
			t.Errorf("%s: %+v, want %+v", name, result.Failed, test.want)
		}
	}
}

func TestAForeignTextIsNoParagraphOfTheReport(t *testing.T) {
	p := pack()
	c := source.Read("Roads\n\nBridges\n\nThis page tells how to install the program on a computer.\n\nIt needs nothing else.\n", p.Sections).Against(p)
	if found, all := c.Recognised(); found != 0 || all != 4 {
		t.Errorf("%d of %d paragraphs recognised", found, all)
	}
	for _, section := range p.Sections {
		if got, ok := c.Paragraph(section.Heading, 1); ok {
			t.Errorf("%v: %+v", section.Heading, got)
		}
	}
}
