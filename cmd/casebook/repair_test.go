package main

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"casebook/cmd/casebook/cli"
)

// A library in which a bit has changed is found out and mended, where what has
// changed is derived; where it is what a report says, that is said and the file stays.
func TestRepair(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	casebook := func(want int, arguments ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		if code := run(t.Context(), append([]string{"--library", path}, arguments...), strings.NewReader(""), &out, &errs); code != want {
			t.Errorf("casebook %s: exit code %d, want %d: %s", arguments, code, want, errs.String())
		}
		return out.String() + errs.String()
	}
	change := func(old, new string) {
		t.Helper()
		content, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(content, []byte(old)) {
			t.Fatalf("%q is not in the library, %v", old, err)
		}
		if err := os.WriteFile(path, bytes.Replace(content, []byte(old), []byte(new), 1), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	casebook(cli.ExitDone, "import", "../../seed/kazakhstan-2016-17.yaml")
	found := casebook(cli.ExitDone, "list", "--place", "almaty")
	change(" almaty ", " almatx ") // in what is derived: the words of a place, a key of an order
	if said := casebook(cli.ExitData, "doctor"); !strings.Contains(said, "was changed or damaged") || !strings.Contains(said, "--repair") {
		t.Errorf("doctor says %s", said)
	}
	if said := casebook(cli.ExitDone, "doctor", "--repair"); !strings.Contains(said, "sound") {
		t.Errorf("doctor --repair says %s", said)
	}
	if again := casebook(cli.ExitDone, "list", "--place", "almaty"); again != found {
		t.Errorf("after the repair: %s", again)
	}
	people := casebook(cli.ExitDone, "people")
	database, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := database.Exec("UPDATE facet_value SET label = replace(label, 'Narymbaev', 'Narymbaew') WHERE facet = 'person'"); err != nil {
		t.Fatal(err)
	}
	database.Close()
	var plain bytes.Buffer
	run(t.Context(), []string{"--library", path, "--plain"}, strings.NewReader("KAZ-2016-13\n"), &plain, &plain)
	if said := plain.String(); !strings.Contains(said, "The library is damaged; run casebook doctor: a name") {
		t.Errorf("the browser says %s", said)
	}
	for _, arguments := range [][]string{{"people"}, {"facets", "--person", "narymbaev"}, {"show", "KAZ-2016-13"}, {"list", "--person", "narymbaev"}} {
		if said := casebook(cli.ExitData, arguments...); strings.Contains(said, "Narymbaew") || !strings.Contains(said, "a name or a description was changed after the import") || !strings.Contains(said, "--repair") {
			t.Errorf("casebook %s says %s", arguments, said)
		}
	}
	if said := casebook(cli.ExitDone, "--plain"); !strings.Contains(said, "a name or a description was changed after the import") {
		t.Errorf("casebook --plain says %s", said)
	}
	casebook(cli.ExitDone, "doctor", "--repair")
	if again := casebook(cli.ExitDone, "people"); again != people {
		t.Errorf("after the repair: %s", again)
	}
	change(`"kind":"proceeding","title":"`, `"kind":"proceeding","title":'`)
	before, _ := os.ReadFile(path)
	for _, arguments := range [][]string{{"list", "--limit", "200"}, {"export", "--format", "json"}, {"doctor"}, {"doctor", "--repair"}} {
		if said := casebook(cli.ExitData, arguments...); !strings.Contains(said, "hint: ") || !strings.Contains(said, "damaged") {
			t.Errorf("casebook %s says %s", arguments, said)
		}
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
		t.Errorf("what could not be repaired was changed, %v", err)
	}
	casebook(cli.ExitUsage, "--library", "", "doctor", "--repair")
}
