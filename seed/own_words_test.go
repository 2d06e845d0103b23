package seed_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/source"
)

// mostCopied is how many words of the report may stand one behind the other in
// words of ours, beside names, titles of instruments and what the report quotes.
const mostCopied = 6

// TestNoSentenceOfTheReportIsInTheSeed compares every text of ours with every
// paragraph of the report.
func TestNoSentenceOfTheReportIsInTheSeed(t *testing.T) {
	pack, text := report(t)
	c := source.Read(text, pack.Sections)
	names := properNames(pack)
	longest, compared := "", 0
	for where, ours := range textsOfOurs(pack) {
		compared++
		for _, section := range pack.Sections {
			for n := range section.Paragraphs {
				paragraph, ok := c.Paragraph(section.Heading, n+1)
				if !ok {
					t.Fatalf("%v ¶%d is not in the copy", section.Heading, n+1)
				}
				run, words := copied(ours, paragraph.Text, append(quoted(paragraph.Text), names...))
				if words > mostCopied {
					t.Errorf("%s: %d words one behind the other as in the report: %q", where, words, run)
				}
				if len(strings.Fields(run)) > len(strings.Fields(longest)) {
					longest = run
				}
			}
		}
	}
	t.Logf("%d texts; the longest run, names with it: %q", compared, longest)
}

func TestCopiedWordsAreCounted(t *testing.T) {
	report := `In May, Ada Lind was convicted of "closing a bridge" and fined, and the office had closed two roads.`
	for ours, want := range map[string]int{
		"Ada Lind was fined":                      1, // was
		"the office had closed two roads":         6,
		"and fined. And the OFFICE had closed":    7,
		"was convicted of closing a bridge and a": 4, // the quoted charge between them is free
		"nothing": 0,
	} {
		if run, got := copied(ours, report, append(quoted(report), "Ada Lind")); got != want {
			t.Errorf("%q: %d words %q, want %d", ours, got, run, want)
		}
	}
}

// copied returns the longest run of words that both texts have and how many
// words of it are not those of free phrases.
func copied(ours, theirs string, free []string) (run string, words int) {
	a, b := wordsOfText(ours), wordsOfText(theirs)
	isFree := make([]bool, len(a))
	for _, phrase := range free {
		wanted := wordsOfText(phrase)
		for i := 0; len(wanted) > 0 && i+len(wanted) <= len(a); i++ {
			if slices.Equal(a[i:i+len(wanted)], wanted) {
				for j := range wanted {
					isFree[i+j] = true
				}
			}
		}
	}
	for i := range a {
		for j := range b {
			n, counted := 0, 0
			for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
				if !isFree[i+n] {
					counted++
				}
				n++
			}
			if counted > words {
				run, words = strings.Join(a[i:i+n], " "), counted
			}
		}
	}
	return run, words
}

// wordsOfText splits a text into words; a hyphen and an apostrophe are part of one.
func wordsOfText(text string) []string {
	return regexp.MustCompile(`[\pL\pN]+(?:[-'’.][\pL\pN]+)*`).FindAllString(strings.ToLower(text), -1)
}

// quoted returns what stands in quotation marks in a text.
func quoted(text string) []string {
	return regexp.MustCompile(`["“][^"”]+["”]`).FindAllString(text, -1)
}

// properNames returns the names of a pack that are names in the report too.
func properNames(pack model.Pack) []string {
	var names []string
	for _, person := range pack.People {
		if person.Kind == model.PersonIndividual {
			names = append(names, person.Name)
		}
	}
	for _, organisation := range pack.Organisations {
		names = append(names, organisation.Name)
	}
	for _, place := range pack.Places {
		names = append(names, place.Name)
	}
	for _, law := range pack.Laws {
		if law.Name != model.NotStated {
			names = append(names, law.Name)
		}
	}
	return names
}

// textsOfOurs returns every text of a pack that is in our own words, by where it stands.
func textsOfOurs(pack model.Pack) map[string]string {
	texts := map[string]string{}
	for _, c := range pack.Cases {
		texts[c.ID+" title"], texts[c.ID+" note"] = c.Title, c.Note
		for _, figure := range c.Figures {
			texts[c.ID+" figure "+figure.Counts] = figure.Counts
		}
		for _, omission := range c.NotStated {
			texts[c.ID+" not stated "+string(omission)] = string(omission)
		}
	}
	describe := func(name string, descriptions []model.Description) {
		for _, description := range descriptions {
			texts[name+": "+description.Text] = description.Text
		}
	}
	for _, person := range pack.People {
		describe(person.Name, person.Described)
		if person.Kind != model.PersonIndividual {
			texts["person "+person.Name] = person.Name
		}
	}
	for _, organisation := range pack.Organisations {
		describe(organisation.Name, organisation.Described)
	}
	for _, place := range pack.Places {
		describe(place.Name, place.Described)
	}
	for _, law := range pack.Laws {
		describe(law.Name, law.Described)
		for _, provision := range law.Provisions {
			describe(law.Name+", "+provision.Name, provision.Described)
		}
	}
	return texts
}

// mostLetters is how long a title may be: it is read in a list, beside others.
const mostLetters = 62

func TestTitlesAreShortAndNotesEndAsSentences(t *testing.T) {
	pack := embedded(t)
	seen := map[string]string{}
	for _, c := range pack.Cases {
		if letters := len([]rune(c.Title)); letters > mostLetters {
			t.Errorf("%s: the title has %d letters: %s", c.ID, letters, c.Title)
		}
		if c.Note == "" || !strings.HasSuffix(c.Note, ".") {
			t.Errorf("%s: the note is no sentence: %q", c.ID, c.Note)
		}
		if other := seen[c.Title]; other != "" {
			t.Errorf("%s and %s have one title", c.ID, other)
		}
		seen[c.Title] = c.ID
	}
}

// TestNothingStandsAlone: every case of the seed leads to another one, or is led
// to, and the same person has the same role for the same treatment.
func TestNothingStandsAlone(t *testing.T) {
	pack := embedded(t)
	related := map[string]bool{}
	ids := map[string]bool{}
	for _, c := range pack.Cases {
		ids[c.ID] = true
		for _, relation := range c.Relations {
			related[c.ID], related[relation.Case] = true, true
		}
	}
	for _, c := range pack.Cases {
		if !related[c.ID] && c.ID != "KAZ-2016-19" { // what the report says of the internet, it ties to nothing else
			t.Errorf("%s %s is related to no case", c.ID, c.Title)
		}
		for _, former := range c.Merged {
			if ids[former] {
				t.Errorf("%s is a case and merged into %s", former, c.ID)
			}
		}
		if c.Kind != model.KindProceeding {
			for _, person := range c.People {
				if person.Role == model.RoleDefendant {
					t.Errorf("%s is no proceeding and has a defendant, %s", c.ID, person.Name)
				}
			}
		}
	}
}
