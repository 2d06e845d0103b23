package plain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/results"
	"casebook/model/safe"
	"casebook/model/safe/safetest"
	"casebook/tui/browse"
	"casebook/tui/browse/browsetest"
	"casebook/tui/words"
)

// converse types lines into a plain session, and returns what a person at a
// terminal sees, the lines they typed among it.
func converse(t *testing.T, library results.Library, options Options, lines ...string) string {
	t.Helper()
	var text strings.Builder
	p := newSession(library, options, Lines{Out: &text})
	p.begin(t.Context())
	for _, l := range lines {
		p.out.WriteString("> " + l + "\n")
		p.onLine(t.Context(), typedLine{text: []byte(l)})
	}
	p.out.Flush()
	return text.String()
}

// TestPlainTranscripts compares whole conversations.
func TestPlainTranscripts(t *testing.T) {
	kept := Options{Export: (&browsetest.Files{Named: map[string]string{"taken.md": ""}}).Export}
	for _, scene := range []struct {
		name    string
		library *browsetest.Library
		options Options
		lines   []string
	}{
		{"citation", browsetest.New(), Options{}, []string{"find narimbaef", "1", "cite", "source", "bibtex", "quit"}},
		{"links", browsetest.New(), Options{}, []string{"2", "1", "back", "4", "b", "99", "next", "previous", "p", "p", "list"}},
		{"filters", browsetest.New(), Options{}, []string{"filter", "2", "3", "filter kind", "3", "filter kind:event", "i place almaty", "where", "clear", "x", "clear", "people", "people n", "filter social", "filter bogus:1", "filter kind:evnt", "clear all"}},
		{"nothing", browsetest.New(), Options{}, []string{"find sichof", "1", "back", "find sentenced", "filter category:overview", "clear", "find zzz almaty", "x", "clear search", "list", "find date:2017..2016"}},
		{"sensitive", browsetest.New(), Options{}, []string{"6", "1", "cite", "source", "open", "1", "back", "open", "list", "open 6", "n"}},
		{"pages", browsetest.NewCrowd(23), Options{}, []string{"next", "n", "n", "17", "next", "back", "p", "p", "p", "24", "0", "list"}},
		{"reports", browsetest.NewReports(), Options{}, []string{"report", "2", "1", "about", "clear all", "7"}},
		{"marks", browsetest.New(), Options{}, []string{"marked", "mark", "mark 2", "3", "m", "marked", "1", "mark", "marked", "mark KAZ-2016-03", "marked", "clear"}},
		{"views", browsetest.New(), Options{}, []string{"views", "1", "2", "3", "back", "list", "back", "next", "v", "laws", "2", "places", "n", "figures", "1", "timeline", "3", "list", "back", "overview", "1", "back", "2", "3", "back", "6", "back", "9", "list", "people", "where", "people yer", "organisations", "find zzz", "people", "filter", "99"}},
		{"pages of a view", browsetest.NewCrowd(23), Options{}, []string{"overview", "n", "12", "p", "n"}},
		{"order", browsetest.New(), Options{}, []string{"people", "sort", "sort title", "2", "back", "laws", "sort cases", "list", "figures", "sort"}},
		{"export", browsetest.New(), kept, []string{"export", "export cases.md", "export taken.md", "export taken.md", "export taken.md", "find zzz", "export cases.md"}},
		{"mistakes", browsetest.New(), kept, []string{"bogus", "fnd book", "re", "", "cite", "cite 2", "cite 9", "bibtex KAZ-2016-99", "KAZ-2016-03", "kind:event", "width", "width 30", "2", "width off", "sort", "sort title", "open", "source", "help cite", "help find", "help xyz", "\x1b[A", "caf\xe9", "find"}},
		{"begun", browsetest.New(), Options{Open: "KAZ-2016-04"}, []string{"where", "next", "where"}},
		{"searched", browsetest.New(), Options{Text: "facebook"}, []string{"w"}},
		{"help", browsetest.New(), kept, []string{"help"}},
	} {
		t.Run(scene.name, func(t *testing.T) {
			browsetest.Golden(t, strings.ReplaceAll(scene.name, " ", "-"), converse(t, scene.library, scene.options, scene.lines...))
		})
	}
}

// Another program may import while a session is open.
func TestTheTotalAfterAnImport(t *testing.T) {
	library := browsetest.New()
	var text strings.Builder
	s := newSession(library, Options{}, Lines{Out: &text})
	s.begin(t.Context())
	library.Cases = append(library.Cases, browsetest.NewCrowd(3).Cases...)
	s.onLine(t.Context(), typedLine{text: []byte("find sychev")})
	s.out.Flush()
	if !strings.Contains(text.String(), "1 of 9 cases.") {
		t.Errorf("the session says\n%s", text.String())
	}
}

func TestNamesThatAreLeftOutAreSaid(t *testing.T) {
	library := browsetest.New()
	library.NamesCut = true
	const said = "only cases of the most likely ones are shown"
	if all, some := converse(t, library, Options{}), converse(t, library, Options{}, "find narimbaef"); strings.Contains(all, said) || !strings.Contains(some, said) {
		t.Error(some)
	}
}

// A library that cannot be read is told as such, and not as one without the case.
func TestALibraryThatCannotBeRead(t *testing.T) {
	library := browsetest.New()
	var text strings.Builder
	p := newSession(library, Options{}, Lines{Out: &text})
	p.begin(t.Context())
	library.Err = errors.New("the disk is gone")
	for _, line := range []string{"KAZ-2016-04", "cite KAZ-2016-04", "KAZ-2016-99"} {
		p.onLine(t.Context(), typedLine{text: []byte(line)})
	}
	p.out.Flush()
	if got := text.String(); strings.Count(got, "Could not read the library: the disk is gone") != 2 || strings.Count(got, "There is no case") != 1 {
		t.Error(got)
	}
}

func TestSeveralCasesOfANumber(t *testing.T) {
	if answers := converse(t, ambiguous{browsetest.New()}, Options{}, "cite 2016-9"); !strings.Contains(answers, "Several cases have the number 2016-9. Type the whole id") {
		t.Error(answers)
	}
}

// An ambiguous library has several cases of every number.
type ambiguous struct{ *browsetest.Library }

func (ambiguous) Case(context.Context, string) (model.Case, error) {
	return model.Case{}, fmt.Errorf("%w: A-2016-9, B-2016-9", results.ErrAmbiguous)
}

func TestCustomFieldsAreFilters(t *testing.T) {
	p := newSession(browsetest.New(), Options{}, Lines{Out: io.Discard})
	age := model.FieldFacet("Age of the person")
	p.filters.Set(results.Counts{Facets: []results.FacetCount{{Facet: age}}}, nil)
	if facet, ok := p.facetNamed("age of the Person"); !ok || facet != age {
		t.Errorf("the filter is %q, %t", facet, ok)
	}
}

func TestAnUnknownFormatIsToldInTheLanguage(t *testing.T) {
	unknown := func(context.Context, model.Query, string, bool) (int, string, error) { return 0, "", browse.ErrFormat }
	if answers := converse(t, browsetest.New(), Options{Language: "ru", Export: unknown}, "export x.doc"); !strings.Contains(answers, words.New("ru").Say("Unknown format. Use %s", browse.Extensions())) {
		t.Error(answers)
	}
}

func TestParsePlain(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "where ",
		"3":                     "read 3",
		"3.":                    "read 3.",
		"#12":                   "read #12",
		"read 3":                "read 3",
		"case KAZ-2016-09":      "read KAZ-2016-09",
		"kaz-2016-09":           "read kaz-2016-09",
		"/land code":            "find land code",
		"/":                     "find ",
		"f land code":           "find land code",
		"SEARCH  Land":          "find Land",
		"kind:event":            "filter kind:event",
		"place:New York":        "filter place:New York",
		"i kind":                "filter kind",
		"n":                     "next ",
		"prev":                  "previous ",
		"-":                     "back ",
		"?":                     "help ",
		"h cite":                "help cite",
		"cit":                   "cite ",
		"exit":                  "quit ",
		"re":                    "none read report",
		"fnd book":              "none find",
		"qiut":                  "none quit",
		"narymbaev":             "none",
		"12 monkeys":            "none",
		"99999999999999999999":  "read 99999999999999999999",
		"clear all":             "clear all",
		"X":                     "clear ",
		"export my cases.md":    "export my cases.md",
		"Organizations amnesty": "organisations amnesty",
	} {
		c, rest, near := parse(commands(), words.New("en"), text)
		got := "none"
		if c != nil {
			got = c.word + " " + rest
		} else if len(near) > 0 {
			got += " " + strings.Join(near, " ")
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestPlainWords holds that what can be typed is one word, and no two commands
// have the same.
func TestPlainWords(t *testing.T) {
	for _, language := range words.Languages() {
		w := words.New(language)
		seen := map[string]string{}
		for _, c := range commands() {
			for _, word := range append([]string{c.word, w.Word(c.word)}, c.forms...) {
				if other, taken := seen[word]; taken && other != c.word {
					t.Errorf("%s: %s is typed for %s and for %s", language, word, other, c.word)
				}
				if seen[word] = c.word; word == "" || strings.Contains(word, " ") {
					t.Errorf("%s: %q cannot be typed as a word", language, word)
				}
			}
		}
	}
}

// TestRunPlain reads lines as they come: too long, not ended, with the ends that
// other systems give them.
func TestRunPlain(t *testing.T) {
	for _, test := range []struct{ name, in, want, wantNot string }{
		{"not ended", "find book\n1\ncite", "(KAZ-2016-02), after", ""},
		{"carriage returns", "find book\r\n1\r\ncite\r\n", "(KAZ-2016-02), after", ""},
		{"empty", "", "6 cases.", ">"},
		{"after the end", "quit\ncite 1\n", "6 cases.", "after"},
		{"long", strings.Repeat("long ", 300) + "\ncite 2\n", "too long", "Not understood"},
		{"long goes on", strings.Repeat("long ", 3000) + "\ncite 2\n", "(KAZ-2016-02), after", "Not understood"},
		{"long and not ended", strings.Repeat("long ", 300), "too long", "Not understood"},
		{"as long as can be", "find " + strings.Repeat("a", maxLine-5) + "\n", "No case matches.", "too long"},
		{"no text", "\x00\x07\x1b[A\x1b]0;x\x07\n", "That key does nothing here.", "\x1b"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out strings.Builder
			if err := Run(t.Context(), browsetest.New(), Options{}, Lines{In: strings.NewReader(test.in), Out: &out}); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(out.String(), test.want) {
				t.Errorf("the answers lack %q:\n%s", test.want, out.String())
			}
			if test.wantNot != "" && strings.Contains(out.String(), test.wantNot) {
				t.Errorf("the answers have %q:\n%s", test.wantNot, out.String())
			}
		})
	}
}

// TestPlainEnds leaves when its context ends, while it waits for a line.
func TestPlainEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, typing, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer typing.Close()
	var out strings.Builder
	cancel()
	if err := Run(ctx, browsetest.New(), Options{}, Lines{In: in, Out: &out, Prompt: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "> \n") {
		t.Errorf("the shell goes on beside the last line: %q", out.String())
	}
}

// TestPlainFails tells of a library that cannot answer, and goes on.
func TestPlainFails(t *testing.T) {
	library := browsetest.New()
	var text strings.Builder
	p := newSession(library, Options{}, Lines{Out: &text})
	p.begin(t.Context())
	library.Err = fmt.Errorf("the disk is \x1b[31mgone")
	for _, l := range []string{"find book", "filter", "cite 1", "2", "next"} {
		text.Reset()
		p.onLine(t.Context(), typedLine{text: []byte(l)})
		p.out.Flush()
		if got := text.String(); l != "next" && !strings.Contains(got, "the disk is") || strings.Contains(got, "\x1b") {
			t.Errorf("%s: %q", l, got)
		}
	}
	library.Err = nil
	text.Reset()
	p.onLine(t.Context(), typedLine{text: []byte("2")})
	p.out.Flush()
	if !strings.Contains(text.String(), "KAZ-2016-02") {
		t.Errorf("after an error the session does not go on: %s", text.String())
	}
}

// FuzzPlain types anything. Whatever it is, only lines of text are written, none
// of them wider than asked for.
func FuzzPlain(f *testing.F) {
	for _, text := range []string{
		"find narimbaef\n1\ncite\nsource\nbibtex\n", "filter\n1\n1\nx\nX\nclear all\n", "6\nopen\nn\np\nback\nb\nb\nb\n", "n\np\n9\n0\n-1\n99\n#\n.\n",
		"\x1b[2J\x1b]0;owned\a\nfind \x9b31m\n", "width 20\nhelp\n2\n", "export a\nexport a\n", "kind:\nfilter :\nfilter a:b:c\n/\n//\n", "report\n2\npeople\n1\n", "find \u202eabc\u200b\nпоиск\n",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if len(typed) > 2000 {
			return
		}
		library := browsetest.NewReports()
		library.Cases[1].Title += typed
		var out strings.Builder
		options := Options{Export: (&browsetest.Files{Named: map[string]string{}}).Export}
		if err := Run(t.Context(), library, options, Lines{In: strings.NewReader(typed), Out: &out, Width: 60}); err != nil {
			t.Fatal(err)
		}
		for _, r := range out.String() {
			if r != '\n' && safe.Unsafe(r) {
				t.Fatalf("%q is written:\n%q", r, out.String())
			}
		}
	})
}

// TestPlainHasNoFrame holds the transcripts to words: no line is drawn, nothing
// stands in columns, no row is empty.
func TestPlainHasNoFrame(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for l := range strings.Lines(string(text)) {
			if strings.ContainsAny(l, "─━│┃▌▏▾▸✓·›¶…") || strings.Contains(strings.TrimLeft(l, " "), "   ") {
				t.Errorf("%s is drawn, not said: %q", file, l)
			}
		}
	}
}

// Where ASCII is asked for, plain lines have no other punctuation of our own.
func TestPlainLinesInASCII(t *testing.T) {
	f := browsetest.New()
	f.Cases[0].Dates = []model.Date{{EDTF: "2016-04/2016-05", What: "act"}}
	if text := converse(t, f, Options{ASCII: true}, "1"); strings.Contains(text, "–") || !strings.Contains(text, "April-May") {
		t.Errorf("not in ASCII: %s", text)
	}
	var text strings.Builder
	if err := Run(t.Context(), f, Options{Environment: []string{"LANG=C"}}, Lines{In: strings.NewReader("1\n"), Out: &text}); err != nil || strings.Contains(text.String(), "–") {
		t.Errorf("in the locale C: %v %s", err, text.String())
	}
}

func TestProvisionsOfOneNameInPlainLines(t *testing.T) {
	library := browsetest.New()
	library.Lawful = true
	for i, law := range []string{"Criminal Code", "Offences Code"} {
		library.Cases[i].Laws = []model.LawInvolvement{{Name: law, Provision: "leaders of associations", Role: "defines"}}
	}
	if text := converse(t, library, Options{}, "filter law:leaders", "2"); !strings.Contains(text, "1. Criminal Code, leaders of associations, 1 case\n2. Offences Code, leaders of associations, 1 case\n") || !strings.Contains(text, "1 active filter: Law: Offences Code, leaders of associations.") {
		t.Errorf("the filter is not told apart:\n%s", text)
	}
}

// TestNothingHostileIsWritten walks through a session with a library whose every
// text is hostile.
func TestNothingHostileIsWritten(t *testing.T) {
	var out strings.Builder
	lines := "1\n\nsource\nreport\nback\nfilters\n1\npeople\n1\nback\nlaws\n1\nplaces\n1\nfigures\n1\ntimeline\n1\noverview\n1\ncases\nfind nar\nfind zzz\nhelp\nmark\n"
	if err := Run(t.Context(), browsetest.Stranger{Library: browsetest.NewReports()}, Options{}, Lines{In: strings.NewReader(lines), Out: &out}); err != nil {
		t.Fatal(err)
	}
	if near, found := safetest.Find(out.String()); found || strings.Count(out.String(), "QQ==") < 50 {
		t.Errorf("%+q, %d hostile texts", near, strings.Count(out.String(), "QQ=="))
	}
}
