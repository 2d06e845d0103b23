package seed_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/seedtest"

	"golang.org/x/text/unicode/norm"
)

// fuzzReader reads anything to its end: it must end, say why a record is
// refused, and hand out only cases that pass the pack's own check.
func fuzzReader(t *testing.T, name string, data []byte) {
	_, bad, fatal := problems(name, bytes.NewReader(data), seed.Options{})
	seedtest.CheckRefusals(t, bad, fatal)
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte(goodLine + "\n" + otherLine))
	f.Add([]byte(`{"pack":{"report":{"id":"a"},"places":[{"name":"A","parent":"A"}]}}` + "\n" + goodLine))
	f.Add([]byte(`{"id":"OWN-1","dates":[{"edtf":"2016-02-30"}],"outcomes":[{"amount":1e9}]}`))
	f.Add([]byte("\xff\xfe{\x00"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, "own.jsonl", data) })
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`{"cases":[` + goodLine + "," + otherLine + `],"total":2}`))
	f.Add([]byte(`{"report":{"id":"a"},"cases":[{"id":1}, [] ]}`))
	f.Add([]byte(`{"cases":[{"id":"OWN-1"`))
	f.Add([]byte(`1E1110`))
	f.Add([]byte(`{"cases":1e999}`))
	f.Add([]byte(`{"cases":[]} 1e999`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzReader(t, "own.json", data) })
}

// FuzzPackRoundTrip writes any words into the places where YAML and JSON could
// take them for something else, and reads them back.
func FuzzPackRoundTrip(f *testing.F) {
	f.Add("yes", "a: b", "x #y")
	f.Add("2016", "0o17", "1e5")
	f.Add("- a", "[b]", "{c: d}")
	f.Add("'", `"`, `\`)
	f.Add("*a", "&b", "!c")
	f.Add("a,b", "~", "=")
	f.Add("12:30", "null", "<<")
	f.Add("---", "...", "? x")
	f.Fuzz(func(t *testing.T, title, name, anchor string) {
		for _, text := range []string{title, name, anchor} {
			if text != strings.TrimSpace(text) || text == "" || len(strings.Fields(anchor)) > model.MaxAnchorWords || strings.ContainsFunc(text, func(r rune) bool {
				return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar
			}) || strings.ToValidUTF8(text, "") != text || !norm.NFC.IsNormalString(text) || name == model.NotStated || len(strings.Fields(anchor)) == 0 {
				return // no pack has it, or it is read in NFC
			}
		}
		slash := strings.TrimSpace(strings.ReplaceAll(name, "/", ""))
		if slash == "" || strings.HasSuffix(slash, `\`) || len(title+name+anchor) > 1000 { // Load refuses deep nesting by counting brackets
			return
		}
		source := model.Source{Section: []string{title}, Paragraph: 1, Hedge: "stated", Anchors: []string{anchor}}
		pack := model.Pack{
			Report:   model.Report{ID: "own", Prefix: "OWN", Title: title, Publisher: name, Country: anchor, Period: "2016", Licence: title, Attribution: anchor, Caveats: []string{name}},
			Sections: []model.Section{{Heading: []string{title}, Paragraphs: []string{strings.Repeat("1", 64)}}}, Categories: []model.Category{{Name: slash}},
			People: []model.Person{{Name: name, Kind: "group", Spellings: []model.Spelling{{Text: anchor, Origin: "derived"}}, Status: &model.Description{Text: title, Source: source}}},
			Cases: []model.Case{{ID: "OWN-1", Kind: "event", Title: title, Note: anchor, Category: []string{slash}, Sensitivity: "none", Source: []model.Source{source},
				People: []model.Involvement{{Name: name, Role: "defendant", Source: model.Source{Anchors: []string{anchor}}}}}},
		}
		for format, file := range map[export.Format]string{export.YAML: "own.yaml", export.JSON: "own.json", export.JSONL: "own.jsonl"} {
			if back := read(t, file, seedtest.Exported(t, pack, format), seed.Options{}); !reflect.DeepEqual(back, pack) {
				t.Errorf("%+v\ncame back from %s as\n%+v", pack, format, back)
			}
		}
	})
}
