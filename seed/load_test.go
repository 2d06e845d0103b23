package seed_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"casebook/model"
	"casebook/model/check"
	"casebook/model/source"
	"casebook/seed"
)

// example returns the page on the pack format and the pack in it.
func example(t testing.TB) (page, pack string) {
	t.Helper()
	data, err := os.ReadFile("../docs/pack.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "```yaml\n")
	pack, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("the page on the pack format has no example")
	}
	return string(data), pack
}

func TestExampleInTheDocsIsAPack(t *testing.T) {
	_, text := example(t)
	pack, err := seed.Load("pack.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	report := "The year was quiet, and at least 12 roads were closed.\n\nRoads\n\nBridges\n\nIn March, Ada Lind was fined under article 5 of the Road Code\n" +
		"for closing a bridge in Port. According to the Road Office, the fine was the first of its kind.\n"
	c := source.Read(report, pack.Sections)
	result := source.Verify(pack, &c)
	for _, problem := range result.Problems {
		t.Errorf("%+v", problem)
	}
	if total := result.Total(); total.Found != 2 || total.Facts != 11 {
		t.Errorf("%+v", total)
	}
}

func TestDocsHaveAllWords(t *testing.T) {
	page, _ := example(t)
	row := func(where string, words ...string) {
		if line := fmt.Sprintf("| %s | %s |\n", where, strings.Join(words, ", ")); !strings.Contains(page, line) {
			t.Errorf("the page lacks the line %q", line)
		}
	}
	row("kind of a case", texts(model.Kinds())...)
	row("role of a person or an organisation", texts(model.PersonRoles())...)
	row("role of a place", texts(model.PlaceRoles())...)
	row("role of a law", texts(model.LawRoles())...)
	row("kind of date", texts(model.DateWhats())...)
	row("stage", texts(model.Stages())...)
	row("type of an outcome", texts(model.OutcomeTypes())...)
	row("unit", texts(model.Units())...)
	row("comparator", texts(model.Comparators())...)
	row("hedge", texts(model.Hedges())...)
	row("sensitivity", texts(model.Sensitivities())...)
	row("type of a relation", texts(model.RelationTypes())...)
	row("under not_stated", texts(model.Topics())...)
	row("kind of a person", texts(model.PersonKinds())...)
	row("kind of a place", texts(model.PlaceKinds())...)
	row("origin of a spelling", texts(model.SpellingOrigins())...)
}

func texts[T ~string](words []T) []string {
	var texts []string
	for _, word := range words {
		texts = append(texts, string(word))
	}
	return texts
}

func TestPositionsOfErrors(t *testing.T) {
	_, text := example(t)
	for _, test := range []struct {
		name, old, new string
		near           string // the line of the mistake has this; empty: the whole file is meant
		under          string // and the column is where this begins
		message, hint  string
	}{
		{"unknown field", "    title: Ada", "    tilte: Ada", "tilte", "tilte", `there is no field "tilte" here`, `did you mean "title"?`},
		{"unknown field in braces", "min: 12", "minimum: 12", "minimum", "minimum", `no field "minimum"`, "comparator, min, max"},
		{"field of the library", "  - id: SAM-2020-02", "  - id: SAM-2020-02\n    report: samland-2020", "    report: samland", "report:", `no field "report"`, ""},
		{"field twice", "    kind: proceeding", "    kind: proceeding\n    kind: event", "kind: event", "kind", `"kind" is listed twice`, "also on line"},
		{"text for a number", "min: 12", "min: twelve", "twelve", "twelve", `"twelve" is not a valid number`, "write digits"},
		{"number in quotation marks", "min: 12", "min: '12'", "min: '12'", "'12'", `"12" is not a valid number`, "without commas and quotation marks"},
		{"number with an exponent", "min: 12", "min: 1e2", "1e2", "1e2", "is not a valid number", ""},
		{"no number", "min: 12", "min: .nan", ".nan", ".nan", "is not a valid number", ""},
		{"paragraph is no number", "paragraph: 1, hedge: stated, anchors: [closing", "paragraph: one, hedge: stated, anchors: [closing", "paragraph: one", "one", "is not a valid whole number", ""},
		{"neither true nor false", "untitled: true", "untitled: yes", "untitled: yes", "yes", "neither true nor false", ""},
		{"text for a list", "not_stated: [place, reason for the closures]", "not_stated: place", "not_stated: place", "place", "a list is expected", "[one, two]"},
		{"list for a text", "title: Ada Lind fined for closing a bridge", "title: [Ada, Lind]", "title: [", "[", "a single value is expected", "quotation marks"},
		{"text for fields", "{text: Ada Lindh, origin: external}", "Ada Lindh", "- Ada Lindh", "Ada Lindh", "fields are expected", "text, origin"},
		{"anchor", "name: Ada Lind, role", "name: &ada Ada Lind, role", "&ada", "&ada", "anchors (&)", ""},
		{"tag", "title: Ada", "title: !!str Ada", "!!str", "!!str", "tags (!)", ""},
		{"merge", "    kind: proceeding", "    <<: {kind: proceeding}", "<<", "<<", "no field", ""},
		{"unknown word", "kind: proceeding", "kind: procedding", "procedding", "procedding", "is not a valid kind of case", `"proceeding"`},
		{"unknown name", "name: Ada Lind, role", "name: Ada Lint, role", "Ada Lint", "Ada Lint", "no person", `"Ada Lind"`},
		{"date", "edtf: 2020-03", "edtf: 2020-02-30", "2020-02-30", "2020-02-30", "has the day 30", ""},
		{"missing field", "    title: Ada Lind fined for closing a bridge\n", "", "  - id: SAM-2020-02", "id", "the title is missing", ""},
		{"empty field", "title: Ada Lind fined for closing a bridge", "title:", "    title:\n", "title", "the title is missing", ""},
		{"escape sequence", "note: Ada Lind", `note: "\e[31mAda Lind"`, "", "", "cannot be read", ""},
		{"tab", "    kind: proceeding", "\tkind: proceeding", "\tkind", "\t", "indented with a tab", "spaces"},
		{"indentation", "    kind: proceeding", "  kind: proceeding", "  kind: proceeding", "", "cannot be read", "indentation"},
		{"bracket", "category: [Roads, Bridges]", "category: [Roads, Bridges", "", "", "cannot be read", "bracket"},
		{"colon in a text", "note: Ada Lind was", "note: Ada Lind: was", "note: Ada Lind: was", "", "cannot be read", "quotation marks"},
		{"second pack", "report:\n", "report:\n---\nreport:\n", "", "", "a second pack begins here", "one pack per file"},
	} {
		t.Run(test.name, func(t *testing.T) {
			spoilt := strings.Replace(text, test.old, test.new, 1)
			if spoilt == text {
				t.Fatal("nothing was spoilt")
			}
			_, err := seed.Load("file.yaml", []byte(spoilt))
			var all *seed.Errors
			if !errors.As(err, &all) {
				t.Fatalf("no error: %v", err)
			}
			for _, problem := range all.Problems {
				if !strings.Contains(problem.Message, test.message) || !strings.Contains(problem.Hint, test.hint) {
					continue
				}
				if !strings.Contains(problem.Source+"\n", test.near) {
					t.Errorf("at line %d: %q", problem.Line, problem.Source)
				}
				if at := utf8.RuneCountInString(strings.SplitN(problem.Source, test.under, 2)[0]) + 1; test.under != "" && problem.Column != at {
					t.Errorf("at column %d, not %d, of %q", problem.Column, at, problem.Source)
				}
				if lines := strings.Split(spoilt, "\n"); problem.Source != lines[problem.Line-1] {
					t.Errorf("line %d is %q, not %q", problem.Line, lines[problem.Line-1], problem.Source)
				}
				return
			}
			t.Errorf("not reported: %v", err)
		})
	}
}

func TestFileThatIsNotAPack(t *testing.T) {
	_, text := example(t)
	for _, test := range []struct{ name, data, message, hint string }{
		{"empty", "", "the file is empty", "report:"},
		{"white space", " \n\n", "the file is empty", ""},
		{"comment", "# nothing\n", "the file is empty", ""},
		{"a text", "hello", "fields are expected here", "report, sections"},
		{"a list", "- a\n- b\n", "fields are expected here", ""},
		{"binary", "\x7fELF\x00\x01", "this is a binary file", ""},
		{"UTF-16", "\xff\xfer\x00e\x00", "UTF-16", "UTF-8"},
		{"Latin 1", "report:\n  title: caf\xe9\n", "not in UTF-8", "UTF-8"},
		{"brackets", strings.Repeat("[\n", 100_000), "nested too deeply", ""},
		{"dashes", strings.Repeat("- ", 100_000), "nested too deeply", ""},
	} {
		_, err := seed.Load("file.yaml", []byte(test.data))
		if err == nil || !strings.Contains(err.Error(), test.message) || !strings.Contains(err.Error(), test.hint) || !strings.HasPrefix(err.Error(), "file.yaml") {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if _, err := seed.Load("file.yaml", []byte("\uFEFF"+strings.ReplaceAll(text, "\n", "\r\n"))); err != nil {
		t.Errorf("a byte order mark and Windows line ends: %v", err)
	}
}

func TestErrorsAreInOrder(t *testing.T) {
	_, text := example(t)
	spoilt := strings.NewReplacer("kind: proceeding", "kind: trial", "min: 12", "min: x", "parent: Samland", "parent: Nowhere", "edtf: 2020-03,", "edtf: 2020-13,").Replace(text)
	_, err := seed.Load("file.yaml", []byte(spoilt))
	var all *seed.Errors
	if !errors.As(err, &all) || len(all.Problems) != 4 {
		t.Fatalf("%v", err)
	}
	for i, problem := range all.Problems[1:] {
		if problem.Line < all.Problems[i].Line {
			t.Errorf("line %d after line %d", problem.Line, all.Problems[i].Line)
		}
	}
	want := "file.yaml:"
	if got := strings.Count(err.Error(), want); got != 4 {
		t.Errorf("%d places in:\n%v", got, err)
	}
}

func TestProblemShowsItsLine(t *testing.T) {
	problem := seed.Problem{File: "a.yaml", Line: 3, Column: 9, Message: "wrong", Hint: "write right", Source: "  name: \x1bcafé"}
	want := "a.yaml:3:9: wrong\n    name:  café\n          ^\n    write right"
	if got := problem.String(); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func FuzzLoad(f *testing.F) {
	_, text := example(f)
	f.Add([]byte(text))
	for _, data := range []string{"", "report:", "a: [b", "- - -", "{", "\t", "a: &b *b", "<<: x", "? a\n: b", "a: |\n  b", "a: !!binary x", "--- a\n--- b", "report: {id: 1}\ncases: [{dates: [{edtf: 2016}]}]"} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		pack, err := seed.Load("x", data)
		if err == nil {
			if problems := check.Pack(pack); len(problems) > 0 {
				t.Errorf("loaded with %+v", problems[0])
			}
			return
		}
		var all *seed.Errors
		if !errors.As(err, &all) || len(all.Problems) == 0 {
			t.Errorf("an error that says nothing: %v", err)
		}
		for _, problem := range all.Problems {
			if problem.Message == "" || problem.Line < 0 || problem.Line > bytes.Count(data, []byte("\n"))+bytes.Count(data, []byte("\r"))+1 {
				t.Errorf("%+v", problem)
			}
		}
	})
}
