package table_test

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/table"
)

// fuzzReader reads anything to its end: it must end, say why a record is
// refused, and hand out only cases that pass the pack's own check.
func fuzzReader(t *testing.T, name string, data []byte) {
	_, bad, fatal := problems(name, bytes.NewReader(data), table.Options{})
	for _, one := range bad {
		if len(one.Problems) == 0 || one.Problems[0].Message == "" || one.Problems[0].Line < 1 || one.Problems[0].Column < 1 {
			t.Errorf("a record is refused without a reason or a place: %+v", one)
		}
	}
	var wrong *seed.Errors
	if fatal != nil && (!errors.As(fatal, &wrong) || len(wrong.Problems) == 0) {
		t.Errorf("%T: %v", fatal, fatal)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("id,title,date,people,law,outcome,figure,source,relation\n1,x,21 May 2016,A (defendant),B/c (charged),trial: prison 5 years (2016) [A],at least 3: x [A] (2016),A ¶1 (stated) [b],follows 2\n"))
	f.Add([]byte("sep=;\nid;title\n1;\"a\n"))
	f.Add([]byte("\xff\xfei\x00d\x00"))
	f.Add([]byte("id\ttitle\n1\t\xcf\xf0\xee\xf2\xe5\xf1\xf2\n"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, "own.csv", data) })
}

// FuzzCSVRoundTrip writes any words into every kind of cell and reads them back.
func FuzzCSVRoundTrip(f *testing.F) {
	f.Add("=1+1", "a; b (c) [d] | e", "art. 1: \\ › ¶")
	f.Add("'", "''=x", "\\;\\\\")
	f.Add("A ¶2 (stated)", "x)", "(x")
	f.Fuzz(func(t *testing.T, title, name, counts string) {
		for _, text := range []string{title, name, counts} {
			if text != strings.Join(strings.Fields(text), " ") || text == "" || name == model.NotStated || strings.ContainsFunc(text, func(r rune) bool {
				return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar || r == '\u2028' || r == '\u2029' || r == '\uFEFF'
			}) || strings.ToValidUTF8(text, "") != text {
				return // no pack has it
			}
		}
		slash := strings.NewReplacer("/", "")
		if slash.Replace(name) == "" || strings.HasSuffix(slash.Replace(name), `\`) || len(strings.Fields(counts)) > model.MaxAnchorWords || strings.TrimSpace(slash.Replace(name)) != slash.Replace(name) {
			return
		}
		one := 1.0
		c := model.Case{ID: "OWN-1", Kind: "event", Title: title, Note: counts, Category: []string{"Roads"}, Sensitivity: "none",
			People:        []model.Involvement{{Name: name, Role: "defendant"}, {Name: counts, Role: "mentioned"}},
			Organisations: []model.Involvement{{Name: counts, Role: "source"}}, Places: []model.Involvement{{Name: name, Role: "planned"}},
			Laws:     []model.LawInvolvement{{Name: slash.Replace(name), Provision: "x", Role: "charged"}},
			Outcomes: []model.Outcome{{Stage: "trial", Type: "prison", Amount: "5", Unit: "years", Date: "2016-05", People: []string{name, counts}}},
			Figures:  []model.Figure{{Comparator: model.Exactly, Min: &one, Max: &one, Counts: counts, AttributedTo: name}},
			Source:   []model.Source{{Section: []string{name, counts}, Paragraph: 3, Hedge: "stated", Anchors: []string{counts}}}}
		pack := model.Pack{Report: model.Report{ID: "own", Prefix: "OWN", Title: "Own"}, Cases: []model.Case{c}}
		back := read(t, "own.csv", exported(t, pack, export.CSV), table.Options{})
		if !reflect.DeepEqual(back.Cases[0], c) {
			t.Errorf("%+v\ncame back as\n%+v", c, back.Cases[0])
		}
	})
}
