package seed_test

import (
	"fmt"
	"strings"
	"testing"

	"casebook/seed"
)

// TestYAMLInParts has more cases than are parsed at one time, and mistakes in
// the first and the last of them.
func TestYAMLInParts(t *testing.T) {
	var text strings.Builder
	text.WriteString("report: {id: made-up, prefix: M, title: Made up, publisher: own list, country: not stated, period: '', licence: not stated, attribution: own}\ncases: # one after the other\n")
	const count = 6000
	for i := range count {
		kind := "event"
		if i == 0 || i == count-1 {
			kind = "evnt"
		}
		fmt.Fprintf(&text, "  - id: M-%d\n    kind: %s\n\n    title: Case %d\n    note: |\n      - a note that looks like a case\n    category: [A]\n    sensitivity: none\n", i+1, kind, i+1)
	}
	text.WriteString("categories:\n  - name: A\n")
	_, err := seed.Load("made-up.yaml", []byte(text.String()))
	if err == nil {
		t.Fatal("two errors are not reported")
	}
	for _, want := range []string{"made-up.yaml:4:11: ", fmt.Sprintf("made-up.yaml:%d:11: ", 3+(count-1)*8+1)} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no mistake at %s\n%s", want, err)
		}
	}
	if n := strings.Count(err.Error(), "made-up.yaml:"); n != 2 {
		t.Errorf("%d mistakes, want 2\n%s", n, err)
	}
	pack, err := seed.Load("made-up.yaml", []byte(strings.ReplaceAll(text.String(), "evnt", "event")))
	if err != nil || len(pack.Cases) != count || pack.Cases[count-1].Note != "- a note that looks like a case" || len(pack.Categories) != 1 {
		t.Fatalf("%d cases: %v", len(pack.Cases), err)
	}
}

// TestTooManyValues has a list in brackets that would need gigabytes to parse.
func TestTooManyValues(t *testing.T) {
	_, err := seed.Load("long.yaml", []byte("report: {id: x, title: X}\ncases: ["+strings.Repeat("a,", 2_000_000)+"a]\n"))
	if err == nil || !strings.Contains(err.Error(), "250000 values") {
		t.Errorf("got %.200v", err)
	}
}

// TestJSONCalledYAML has a pack in brackets that is too long for YAML and is read as JSON.
func TestJSONCalledYAML(t *testing.T) {
	const count = 30_000
	var text strings.Builder
	text.WriteString(`{"report": {"id": "made-up", "prefix": "M", "title": "Made up", "publisher": "own list", "country": "not stated", "period": "", "licence": "not stated", "attribution": "own"}, "categories": [{"name": "A"}], "cases": [`)
	for i := range count {
		if i > 0 {
			text.WriteString(",")
		}
		fmt.Fprintf(&text, `{"id": "M-%d", "kind": "event", "title": "Case %d", "note": "", "category": ["A"], "sensitivity": "none"}`, i+1, i+1)
	}
	text.WriteString("]}")
	for name, want := range map[string]int{"long.yaml": count, "long.json": count} {
		reader, err := seed.NewReader(name, strings.NewReader(text.String()), seed.Options{})
		if err != nil {
			t.Fatalf("%s: %.300v", name, err)
		}
		pack, err := seed.ReadAll(reader)
		if err != nil || len(pack.Cases) != want || pack.Cases[count-1].Title != "Case 30000" {
			t.Errorf("%s: %d cases, want %d: %.300v", name, len(pack.Cases), want, err)
		}
	}
	if _, err := seed.NewReader("long.yaml", strings.NewReader(strings.TrimSuffix(text.String(), "]}")+"}"), seed.Options{}); err == nil || !strings.Contains(err.Error(), "250000 values") {
		t.Errorf("invalid JSON is reported as %.200v", err)
	}
}
