package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casebook/cmd/casebook/cli"
	"casebook/db"
	"casebook/model"
	"casebook/model/export"
	"casebook/model/safe/safetest"
	"casebook/seed"
)

// hostileLibrary makes a library such as only a stranger's program makes: no
// check has seen its text.
func hostileLibrary(t *testing.T, change func(path, text string) string) string {
	t.Helper()
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	pack = safetest.Map(pack, change)
	pack.Report.ID = strings.ToValidUTF8(pack.Report.ID, "") // a document is JSON, which has no other bytes
	file := filepath.Join(t.TempDir(), "library.db")
	library, err := db.Open(t.Context(), file)
	if err == nil {
		err = library.Import(t.Context(), pack)
	}
	if err == nil {
		pack.Report.ID, pack.Report.Prefix = "second"+pack.Report.ID, "SEC"+pack.Report.Prefix
		for i := range pack.Cases {
			pack.Cases[i].ID = "SEC-" + pack.Cases[i].ID
		}
		err = library.Import(t.Context(), pack)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := library.Close(); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestNothingHostileComesOut asks every command, and every form of an export,
// for a library whose every text is hostile.
func TestNothingHostileComesOut(t *testing.T) {
	if testing.Short() {
		t.Skip("long, and nothing in it runs side by side")
	}
	ends := func(path string, endings ...string) bool {
		return slices.ContainsFunc(endings, func(end string) bool { return strings.HasSuffix(path, end) })
	}
	// An import takes no date that is none, whoever asks for it.
	dated := func(path string) bool {
		return ends(path, ".EDTF", ".Date", ".Period", ".Case.ID", ".Cases.ID", ".Relations.Case")
	}
	for name, change := range map[string]func(path, text string) string{
		"every text": func(path, text string) string {
			if dated(path) && !ends(path, "ID", "Case") {
				return text
			}
			return text + safetest.Hostile + safetest.Harmless
		},
		"in front": func(path, text string) string {
			if dated(path) {
				return text
			}
			return safetest.Hostile + text
		},
		"words of a vocabulary stay": func(path, text string) string {
			if dated(path) || ends(path, ".Kind", ".Role", ".Hedge", ".Comparator", ".Sensitivity", ".What", ".Stage", ".Type", ".Unit", ".NotStated", ".Amount") {
				return text
			}
			return text + safetest.Hostile + safetest.Harmless
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := hostileLibrary(t, change)
			library, err := db.Open(t.Context(), file)
			if err != nil {
				t.Fatal(err)
			}
			page, err := library.Find(t.Context(), model.Query{Limit: 1000})
			if err != nil || len(page.Rows) == 0 {
				t.Fatalf("%d rows, %v", len(page.Rows), err)
			}
			reports, err := library.Reports(t.Context())
			if err != nil || len(reports) != 2 {
				t.Fatalf("%d reports, %v", len(reports), err)
			}
			library.Close()
			commands := [][]string{
				{"list"}, {"list", "--json"}, {"list", "--csv"}, {"list", "--markdown"}, {"list", "--sort", "date"},
				{"find", "the"}, {"find", "prison", "--json"}, {"find", "narimbaef"}, {"find", safetest.Hostile}, {"find", "nobody" + safetest.Hostile}, {"find", "person:narimbaef"},
				{"people"}, {"people", "--json"}, {"people", "narimbaef"}, {"people", "zzz" + safetest.Hostile}, {"organisations"}, {"organisations", "--json"}, {"laws"}, {"laws", "--json"}, {"places"}, {"places", "--json"},
				{"categories"}, {"categories", "--json"}, {"figures"}, {"figures", "--json"}, {"timeline"}, {"timeline", "--json"}, {"facets"}, {"facets", "--json"},
				{"reports"}, {"reports", "--json"}, {"verify"}, {"verify", "--json"}, {"doctor"}, {"remove", "zzz" + safetest.Hostile},
				{"list", "--person", "narimbaef"}, {"list", "--place", "almaty", "--kind", "zzz" + safetest.Hostile}, {"list", "--category", safetest.Hostile}, {"list", "--law", "zzz"}, {"list", "--since", safetest.Hostile}, {"list", safetest.Hostile}, {safetest.Hostile},
				{"show", "zzz" + safetest.Hostile}, {"show", "9"}, {"check", safetest.Hostile}, {"import", safetest.Hostile}, {"export", "-o", safetest.Hostile + "/x.csv", "--format", "csv"},
				{"__complete", "list", "--category", ""}, {"__complete", "list", "--person", ""}, {"__complete", "list", "--law", "a"}, {"__complete", "show", ""}, {"__complete", "show", "KAZ"}, {"__complete", "verify", "--report", ""},
				{"man"}, {"help", safetest.Hostile}, {"--plain"}, {"--library", safetest.Hostile, "list"},
			}
			for _, row := range page.Rows[:min(len(page.Rows), 20)] {
				commands = append(commands, []string{"show", row.ID}, []string{"show", row.ID, "--markdown"}, []string{"show", row.ID, "--format", "bibtex"})
			}
			for _, format := range export.Formats() {
				commands = append(commands, []string{"export", "--format", string(format), "--report", reports[0].ID})
			}
			for _, format := range []export.Format{export.CSV, export.Markdown, export.HTML, export.Text, export.BibTeX, export.CSLJSON} {
				commands = append(commands, []string{"export", "--format", string(format)})
			}
			answered := 0
			for _, command := range commands {
				var out, errs bytes.Buffer
				arguments := append([]string{"--library", file}, command...)
				if command[0] == "--library" {
					arguments = command
				}
				in := strings.NewReader("1\n\nfilters\npeople\n1\nlaws\n2\nplaces\n1\nfigures\ntimeline\n3\noverview\n2\nfind prison\n1\nsource\nreport\nhelp\nzzz" + safetest.Hostile + "\n")
				if code := run(t.Context(), arguments, in, &out, &errs); code == cli.ExitDone {
					answered++
				}
				for _, text := range []string{out.String(), errs.String()} {
					if near, ok := safetest.Find(text); ok {
						t.Errorf("casebook %.60q: %+q", command, near)
					}
				}
				if strings.Contains(strings.Join(command, " "), "json") && out.Len() > 0 && !strings.Contains(command[0], "export") && !json.Valid(out.Bytes()) {
					t.Errorf("casebook %.60q: no JSON: %.200q", command, out.String())
				}
			}
			if answered < len(commands)/2 {
				t.Errorf("only %d of %d commands had an answer", answered, len(commands))
			}
		})
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if _, ok := safetest.Find(entry.Name()); ok {
			t.Errorf("a file was written: %q", entry.Name())
		}
	}
}
