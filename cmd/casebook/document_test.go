package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"casebook/cmd/casebook/cli"
	"casebook/model"
)

// answer is what the program prints.
func answer(t *testing.T, arguments ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(t.Context(), arguments, strings.NewReader(""), &out, &errs); code != cli.ExitDone {
		t.Fatalf("casebook %q: %d %s", arguments, code, &errs)
	}
	return out.Bytes()
}

// casesOf are the cases of a document, by their ids, as JSON has them; without
// what is said of a case because of where it stands: its report, its citation,
// how it matched.
func casesOf(t *testing.T, document []byte) map[string]map[string]any {
	t.Helper()
	var list []map[string]any
	var whole struct{ Cases []map[string]any }
	if err := json.Unmarshal(document, &whole); err == nil && whole.Cases != nil {
		list = whole.Cases
	} else {
		for line := range bytes.Lines(document) {
			var c map[string]any
			if err := json.Unmarshal(line, &c); err != nil {
				t.Fatal(err)
			}
			if c["id"] != nil {
				list = append(list, c)
			}
		}
	}
	cases := map[string]map[string]any{}
	for _, c := range list {
		for _, field := range []string{"report", "citation", "match", "possible"} {
			delete(c, field)
		}
		cases[c["id"].(string)] = c
	}
	return cases
}

// TestACaseIsOneDocument compares what is said of each case of the seed on
// every path: show, list, find, the exports, and what an export becomes that is
// imported again.
func TestACaseIsOneDocument(t *testing.T) {
	shown := map[string]map[string]any{}
	for id := range casesOf(t, answer(t, "list", "--json")) {
		var c map[string]any
		if err := json.Unmarshal(answer(t, "show", id, "--json"), &c); err != nil {
			t.Fatal(err)
		}
		delete(c, "report")
		shown[id] = c
	}
	described, related := 0, 0
	for _, c := range shown {
		text := fmt.Sprint(c)
		if strings.Contains(text, "described") {
			described++
		}
		if c["related_by"] != nil {
			related++
		}
	}
	if len(shown) < 40 || described < 10 || related < 5 {
		t.Errorf("%d cases, of which %d say something of somebody and %d are led to: too few for this test", len(shown), described, related)
	}
	paths := map[string][]byte{
		"list --json":   answer(t, "list", "--json"),
		"find --json":   answer(t, "find", "--json", "--", "-zzzzzz"),
		"export --json": answer(t, "export", "--json"),
		"export json":   answer(t, "export", "--format", "json"),
		"export jsonl":  answer(t, "export", "--format", "jsonl"),
	}
	folder := t.TempDir()
	for _, form := range []string{"yaml", "json", "jsonl"} {
		file, library := filepath.Join(folder, "pack."+form), filepath.Join(folder, form+".db")
		answer(t, "export", "-o", file)
		answer(t, "import", "--library", library, file)
		paths["a "+form+" that was imported again"] = answer(t, "--library", library, "list", "--json")
	}
	for path, document := range paths {
		cases := casesOf(t, document)
		if len(cases) != len(shown) {
			t.Errorf("%s has %d cases of %d", path, len(cases), len(shown))
		}
		for id, c := range cases {
			if !reflect.DeepEqual(c, shown[id]) {
				t.Errorf("%s: %s is another document:\ngot  %v\nwant %v", path, id, c, shown[id])
			}
		}
	}
	// What people read says it too.
	for path, text := range map[string]string{
		"list --markdown": string(answer(t, "list", "--markdown")),
		"export html":     html.UnescapeString(string(answer(t, "export", "--format", "html"))),
		"export csv":      string(answer(t, "export", "--format", "csv")),
	} {
		for id := range shown {
			var c model.Case
			if err := json.Unmarshal(answer(t, "show", id, "--json"), &c); err != nil {
				t.Fatal(err)
			}
			for _, i := range append(append(c.People, c.Organisations...), c.Places...) {
				if said := model.DescribedLabel(i.Described); !strings.Contains(strings.ReplaceAll(text, `\`, ""), said) {
					t.Errorf("%s does not say of %s in %s: %s", path, i.Name, id, said)
				}
			}
			for _, relation := range c.RelatedBy {
				if line := string(relation.Type) + " " + relation.Case; !strings.Contains(strings.ReplaceAll(text, `\`, ""), line) && !strings.Contains(text, relation.Case) {
					t.Errorf("%s does not say of %s: %s", path, id, line)
				}
			}
		}
	}
}
