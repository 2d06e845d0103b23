package draft_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"casebook/model"
	"casebook/seed/draft"
)

// TestOutcomesHavePeople reads made-up paragraphs, each with the outcomes that are
// true of it and the people whose they are. They were written with the rules, so
// they tell what gets worse; the unseen entries tell how a new one will do.
func TestOutcomesHavePeople(t *testing.T) {
	text, err := os.ReadFile("testdata/tied.txt")
	if err != nil {
		t.Fatal(err)
	}
	var paragraphs []string
	want := map[string]string{}
	for block := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
		paragraph, outcomes, _ := strings.Cut(block, "\n")
		paragraphs = append(paragraphs, paragraph)
		want[paragraph] = outcomes
	}
	pack, _, err := draft.Report("Sweden 2016\n\nExpression\n\n"+strings.Join(paragraphs, "\n\n"), draft.Options{WithText: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(pack.Cases) != len(paragraphs) {
		t.Fatalf("%d cases of %d paragraphs", len(pack.Cases), len(paragraphs))
	}
	for _, c := range pack.Cases {
		var lines []string
		for _, o := range c.Outcomes {
			lines = append(lines, "  "+outcomeLine(o))
		}
		if got := strings.Join(lines, "\n"); got != want[c.Note] {
			t.Errorf("%s\ngot\n%s\nwant\n%s", c.Note, got, want[c.Note])
		}
	}
}

// outcomeLine is "trial, prison 5 years: Ada Lind, Bo Ek".
func outcomeLine(o model.Outcome) string {
	people := strings.Join(o.People, ", ")
	if people == "" {
		people = "nobody"
	}
	what := fmt.Sprintf("%s, %s %s %s", o.Stage, o.Type, o.Amount, o.Unit)
	return strings.Join(strings.Fields(what), " ") + ": " + people
}
