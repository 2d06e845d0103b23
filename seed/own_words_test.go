package seed_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"casebook/model"
)

// maxCopied is how many words of the report may stand one behind the other in
// words of ours, beside names, titles of instruments and what the report quotes.
const maxCopied = 6

// TestNoSentenceOfTheReportIsInTheSeed compares every text of ours with the report.
func TestNoSentenceOfTheReportIsInTheSeed(t *testing.T) {
	pack, text := report(t)
	original := newOriginal(pack, text)
	for where, ours := range textsOfOurs(pack) {
		for _, run := range original.copied(ours) {
			t.Errorf("%s: more than %d consecutive words as in the report: %q", where, maxCopied, run)
		}
	}
}

// TestNoSentenceOfTheReportIsInTheRepository compares every text file with the report:
// code, tests, documents and pictures.
func TestNoSentenceOfTheReportIsInTheRepository(t *testing.T) {
	pack, text := report(t)
	original := newOriginal(pack, text)
	files := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if strings.HasPrefix(entry.Name(), ".git") {
				return fs.SkipDir
			}
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil || !utf8.Valid(content) {
			return err
		}
		files++
		for _, run := range original.copied(string(content)) {
			t.Errorf("%s: more than %d consecutive words as in the report: %q", path, maxCopied, run)
		}
		return nil
	})
	if err != nil || files < 100 {
		t.Errorf("%d files read: %v", files, err)
	}
}

func TestCopiedWordsAreDetected(t *testing.T) {
	text := `In May, Ada Lind was convicted of "closing a bridge" and fined, and the office had closed two small roads.`
	original := newOriginal(model.Pack{People: []model.Person{{Name: "Ada Lind", Kind: model.PersonIndividual}}}, text)
	for ours, want := range map[string]bool{
		"In May, Ada Lind was fined":                                           false,
		"the office had closed two small":                                      false,
		"It says that the OFFICE had closed; two small roads.":                 true,
		"Ada Lind was convicted of closing a bridge and fined":                 false, // the name and the quoted charge are free
		"In May, Ada Lind was convicted of closing a bridge and fined and the": true,
	} {
		if got := len(original.copied(ours)) > 0; got != want {
			t.Errorf("%q: copied %v, want %v", ours, got, want)
		}
	}
}

// An original is a report whose words are looked for in texts of ours. Names, titles of
// instruments and what the report quotes are free: any of them stands as a dot.
type original struct {
	free *strings.Replacer
	runs map[string]bool // of one word more than may be copied
}

func newOriginal(pack model.Pack, text string) original {
	free := append(quoted(text), properNames(pack)...)
	slices.SortFunc(free, func(a, b string) int { return len(b) - len(a) })
	var pairs []string
	for _, phrase := range free {
		if words := spaced(phrase); words != "" {
			pairs = append(pairs, words, " . ")
		}
	}
	o := original{strings.NewReplacer(pairs...), map[string]bool{}}
	for _, run := range o.split(text) {
		o.runs[run] = true
	}
	return o
}

// copied returns the runs of words of a text that the original has too.
func (o original) copied(text string) []string {
	return slices.DeleteFunc(o.split(text), func(run string) bool { return !o.runs[run] })
}

// split returns every run of one word more than may be copied, free phrases not counted.
func (o original) split(text string) []string {
	words := strings.Fields(o.free.Replace(spaced(text)))
	var runs []string
	for i := range words {
		n, counted := 0, 0
		for ; i+n < len(words) && counted <= maxCopied; n++ {
			if words[i+n] != "." {
				counted++
			}
		}
		if counted > maxCopied {
			runs = append(runs, strings.Join(words[i:i+n], " "))
		}
	}
	return runs
}

// word is a word of a text; a hyphen and an apostrophe are part of one.
var word = regexp.MustCompile(`[\pL\pN]+(?:[-'’.][\pL\pN]+)*`)

// spaced returns the words of a text in lower case, each between two spaces of its own.
func spaced(text string) string {
	words := word.FindAllString(strings.ToLower(text), -1)
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, "  ") + " "
}

// quoted returns what stands in quotation marks in a text.
func quoted(text string) []string {
	return regexp.MustCompile(`["“][^"”]+["”]`).FindAllString(text, -1)
}

// properNames returns the names of a pack that are names in the report too.
func properNames(pack model.Pack) []string {
	names := []string{pack.Report.Title, strings.TrimSuffix(pack.Report.Title, ", "+pack.Report.Country)}
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
	for _, caveat := range pack.Report.Caveats {
		texts["caveat "+caveat] = caveat
	}
	for _, person := range pack.People {
		describe(person.Name, person.Described)
		if person.Status != nil {
			describe(person.Name, []model.Description{*person.Status})
		}
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
			texts[law.Name+", "+provision.Name] = provision.Name
		}
	}
	return texts
}

// maxLetters is how long a title may be: it is read in a list, beside others.
const maxLetters = 62

func TestTitlesAreShortAndNotesEndAsSentences(t *testing.T) {
	pack := embedded(t)
	seen := map[string]string{}
	for _, c := range pack.Cases {
		if letters := len([]rune(c.Title)); letters > maxLetters {
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

// TestEveryRelationHasACase: every case of the seed leads to another one, or is led
// to, and the same person has the same role for the same treatment.
func TestEveryRelationHasACase(t *testing.T) {
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
