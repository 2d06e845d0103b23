package seed_test

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"casebook/model"
	"casebook/seed"
)

// sharedWords is the longest run of words that our own titles and notes may
// have in common with the report: the name of an offence, not a sentence.
const sharedWords = 6

func TestWordsAreOurOwn(t *testing.T) {
	report, err := os.ReadFile("../../shared/report/kazakhstan-2016-17.txt")
	if err != nil {
		t.Skipf("left out: the report's text is not here: %v", err)
	}
	runs := map[string]bool{}
	words := split(string(report))
	for i := 0; i+sharedWords < len(words); i++ {
		runs[strings.Join(words[i:i+sharedWords+1], " ")] = true
	}
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range pack.Cases {
		texts := []string{c.Title, c.Note}
		for _, figure := range c.Figures {
			texts = append(texts, figure.Counts)
		}
		for _, text := range texts {
			own := split(text)
			for i := 0; i+sharedWords < len(own); i++ {
				if run := strings.Join(own[i:i+sharedWords+1], " "); runs[run] {
					t.Errorf("%s has the report's own words %q; say it in ours", c.ID, run)
				}
			}
		}
	}
}

// TestTheFactsThatReadersKnow holds the facts of the seed that are easiest to
// get wrong: who got what, and what is left open.
func TestTheFactsThatReadersKnow(t *testing.T) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]model.Case{}
	for _, c := range pack.Cases {
		cases[c.Title] = c
	}
	for title, want := range map[string][]string{
		"Two sentenced over book extracts":              {"trial prison not stated ", "appeal suspended sentence not stated "},
		"Blogger's five-year term upheld":               {"trial prison 5 years", "appeal upheld  "},
		"Five years each over posts and protests":       {"trial prison 5 years", "trial prison 5 years"},
		"Probation for a folk singer":                   {"trial probation 2.5 years"},
		"Owner of a news portal sentenced":              {"trial prison 1.5 years", "conversion suspended sentence  "},
		"Father and son sentenced on money charges":     {"trial prison 6 years", "trial prison 5 years"},
		"Former prison officer sentenced to nine years": {"trial prison 9 years"},
		"Sentenced to death for the July killings":      {"trial death sentence  "},
		"At least 34 arrested ahead of the protests":    {"administrative administrative detention 10-15 days"},
	} {
		c, ok := cases[title]
		if !ok {
			t.Errorf("no case %q", title)
			continue
		}
		var got []string
		for _, o := range c.Outcomes {
			got = append(got, strings.Join([]string{string(o.Stage), string(o.Type), string(o.Amount), string(o.Unit)}, " "))
		}
		if strings.Join(got, "; ") != strings.Join(want, "; ") {
			t.Errorf("%s: outcomes %q, want %q", title, got, want)
		}
	}
}

func split(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
