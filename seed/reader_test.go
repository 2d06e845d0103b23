package seed_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"casebook/model"
	"casebook/model/export"
	"casebook/seed"
	"casebook/seed/seedtest"
)

// problems reads a file to its end and returns every case's id and everything that is wrong.
func problems(name string, data io.Reader, options seed.Options) (ids []string, bad []*seed.RecordError, fatal error) {
	reader, err := seed.NewReader(name, data, options)
	return seedtest.ReadOn(reader, err)
}

const (
	goodLine  = `{"id":"OWN-1","kind":"event","title":"One","category":["Roads"],"sensitivity":"none"}`
	otherLine = `{"id":"OWN-2","kind":"event","title":"Two","category":["Roads"],"sensitivity":"none"}`
)

func TestBadLineOfJSONL(t *testing.T) {
	for _, test := range []struct{ name, line, where, message string }{
		{"not JSON", `{"id":"OWN-9",}`, ":2:15:", "cannot be read from here on"},
		{"cut off", `{"id":"OWN-9","kind":"eve`, ":2:26:", "ends unexpectedly"},
		{"a list", `[1]`, ":2:1:", "fields are expected here"},
		{"unknown field", `{"id":"OWN-9","kind":"event","titel":"x","category":["Roads"],"sensitivity":"none"}`, ":2:30:", `no field "titel"`},
		{"wrong type", `{"id":"OWN-9","kind":"event","title":["x"],"category":["Roads"],"sensitivity":"none"}`, ":2:38:", "a single value is expected"},
		{"unknown role", `{"id":"OWN-9","kind":"event","title":"x","category":["Roads"],"people":[{"name":"A","role":"defendent"}],"sensitivity":"none"}`, ":2:92:", `"defendent" is not a valid role`},
		{"no such day", `{"id":"OWN-9","kind":"event","title":"Ы","category":["Roads"],"dates":[{"edtf":"2016-02-30","what":"act"}],"sensitivity":"none"}`, ":2:80:", "February 2016 has days 01 to 29"},
		{"the id again", strings.Replace(goodLine, "One", "Again", 1), ":2:7:", `"OWN-1" is listed twice`},
		{"another prefix", `{"id":"ANY-9","kind":"event","title":"x","category":["Roads"],"sensitivity":"none"}`, ":2:7:", "does not belong to this report"},
		{"an escape sequence", `{"id":"OWN-9","kind":"event","title":"x\u001b[2J","category":["Roads"],"sensitivity":"none"}`, ":2:38:", "control character"},
		{"no UTF-8", "{\"id\":\"OWN-9\",\"kind\":\"event\",\"title\":\"Қазақ Әлемі Тіл\xff\"}", ":2:54:", "not in UTF-8"},
		{"two on a line", otherLine + otherLine, ":2:86:", "more text after the end"},
	} {
		text := goodLine + "\n" + test.line + "\r\n\n" + otherLine + "\n"
		ids, bad, fatal := problems("own.jsonl", strings.NewReader(text), seed.Options{})
		if fatal != nil || len(bad) != 1 || strings.Join(ids, " ") != "OWN-1 OWN-2" {
			t.Errorf("%s: cases %v, %d bad, %v", test.name, ids, len(bad), fatal)
			continue
		}
		if got := bad[0].Error(); !strings.Contains(got, "own.jsonl"+test.where) || !strings.Contains(got, test.message) {
			t.Errorf("%s: want %s %s, got\n%s", test.name, test.where, test.message, got)
		}
		if bad[0].Raw != test.line {
			t.Errorf("%s: the record is %q", test.name, bad[0].Raw)
		}
	}
}

func TestPositionsInADocument(t *testing.T) {
	document := func(items ...string) string {
		return "{\n  \"total\": 2,\n  \"cases\": [\n    " + strings.Join(items, ",\n    ") + "\n  ]\n}\n"
	}
	for _, test := range []struct{ name, text, ids, where, message string }{
		{"sound", document(goodLine, otherLine), "OWN-1 OWN-2", "", ""},
		{"on one line", `{"cases":[` + goodLine + "," + otherLine + `],"total":2}`, "OWN-1 OWN-2", "", ""},
		{"an unknown kind", document(goodLine, strings.Replace(otherLine, "event", "evnt", 1)), "OWN-1", ":5:26:", `"evnt" is not a valid kind`},
		{"cut off", document(goodLine, otherLine)[:130], "OWN-1", ":5:", "ends unexpectedly"},
		{"cut off after a case", document(goodLine, otherLine)[:120], "OWN-1", ":", "ends unexpectedly"},
		{"a missing comma", strings.Replace(document(goodLine, otherLine), "},\n", "}\n", 1), "OWN-1", ":5:5:", "cannot be read from here on"},
		{"people behind the cases", strings.Replace(document(goodLine, otherLine), "  ]\n}", "  ],\n  \"people\": []\n}", 1), "OWN-1 OWN-2", ":7:3:", `"people" comes after the cases`},
		{"another document", document(goodLine) + "{}", "OWN-1", ":7:", "more text after the end of the document"},
		{"no cases", `{"report": {}}`, "", "", "no cases in this JSON"},
		{"a list", `[1, 2]`, "", "", "not a pack"},
		{"a field that is none", "{\n \"raport\": 1,\n \"cases\": []}", "", ":2:2:", `no field "raport"`},
	} {
		ids, bad, fatal := problems("own.json", iotest.OneByteReader(strings.NewReader(test.text)), seed.Options{})
		if strings.Join(ids, " ") != test.ids {
			t.Errorf("%s: cases %v (%v, %v)", test.name, ids, bad, fatal)
		}
		got := ""
		if len(bad) > 0 {
			got = bad[0].Error()
		} else if fatal != nil {
			got = fatal.Error()
			if !errors.As(fatal, new(*seed.Errors)) {
				t.Errorf("%s: %T", test.name, fatal)
			}
		}
		if test.message == "" && got != "" || !strings.Contains(got, test.message) || !strings.Contains(got, test.where) {
			t.Errorf("%s: want %s %s, got\n%s", test.name, test.where, test.message, got)
		}
	}
}

func TestPackHeadIsChecked(t *testing.T) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	pack.Places[2].Parent = "Almaty" // Almaty in Almaty
	pack.People[3].Kind = "persn"
	for format, name := range map[export.Format]string{export.JSON: "p.json", export.JSONL: "p.jsonl"} {
		_, _, fatal := problems(name, bytes.NewReader(seedtest.Exported(t, pack, format)), seed.Options{})
		var wrong *seed.Errors
		if !errors.As(fatal, &wrong) || len(wrong.Problems) != 2 {
			t.Fatalf("%s: %v", format, fatal)
		}
		for i, want := range []string{"is not a valid kind of person", "is part of itself"} {
			if p := wrong.Problems[i]; !strings.Contains(p.Message, want) || p.Line == 0 || p.Column < 2 {
				t.Errorf("%s: %+v", format, p)
			}
		}
	}
	pack, _ = seed.Kazakhstan()
	pack.Cases[4].Places = []model.Involvement{{Name: "almaty", Role: "occurred"}}
	_, bad, fatal := problems("p.jsonl", bytes.NewReader(seedtest.Exported(t, pack, export.JSONL)), seed.Options{})
	if fatal != nil || len(bad) != 1 || !regexp.MustCompile(`p\.jsonl:6:\d\d\d: there is no place "almaty"`).MatchString(bad[0].Error()) || !strings.Contains(bad[0].Error(), `did you mean "Almaty"?`) {
		t.Errorf("%v %v", bad, fatal)
	}
}

func TestInvalidFiles(t *testing.T) {
	for _, test := range []struct{ name, text, message string }{
		{"a.json", "", "is empty"},
		{"a.jsonl", "\n\n \n", "is empty"},
		{"a.yaml", "", "is empty"},
		{"a.jsonl", "SQLite format 3\x00", "binary file"},
		{"a.json", "%PDF-1.4\n", "this is a PDF"},
		{"a.docx", "x", "has no known extension"},
		{"a.txt", "x", "is a text and not a table"},
		{"a.json", `{"report"`, "ends unexpectedly"},
	} {
		_, _, fatal := problems(test.name, strings.NewReader(test.text), seed.Options{})
		if fatal == nil || !strings.Contains(fatal.Error(), test.message) || !strings.HasPrefix(fatal.Error(), test.name) {
			t.Errorf("%s %q: %v", test.name, test.text, fatal)
		}
	}
	broken := errors.New("the disk is gone")
	for _, name := range []string{"a.jsonl", "a.json"} {
		text := map[string]string{"a.jsonl": goodLine + "\n", "a.json": `{"cases":[` + goodLine + ","}[name]
		_, _, fatal := problems(name, io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), seed.Options{})
		if !errors.Is(fatal, broken) {
			t.Errorf("%s: %v", name, fatal)
		}
	}
}

// endless is a line of one letter, as long as asked.
type endless struct{ left int64 }

func (e *endless) Read(p []byte) (int, error) {
	n := int(min(int64(len(p)), e.left))
	for i := range p[:n] {
		p[i] = 'a'
	}
	if e.left -= int64(n); n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

func TestEndlessLineIsRefused(t *testing.T) {
	const length = 160 << 20
	for name, parts := range map[string][2]string{
		"a.jsonl": {goodLine + "\n{\"id\":\"OWN-7\",\"title\":\"", "\"}\n" + otherLine},
		"a.json":  {`{"cases":[` + goodLine + `,{"title":"`, `"}]}`},
	} {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		ids, bad, fatal := problems(name, io.MultiReader(strings.NewReader(parts[0]), &endless{length}, strings.NewReader(parts[1])), seed.Options{})
		runtime.ReadMemStats(&after)
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 80<<20 {
			t.Errorf("%s: %d MiB were allocated", name, grown>>20)
		}
		told := fmt.Sprint(fatal)
		if len(bad) > 0 {
			told = bad[0].Error()
		}
		if !strings.Contains(told, "the record is larger than 4 MiB") || ids[0] != "OWN-1" {
			t.Errorf("%s: %v %.200s", name, ids, told)
		}
		if name == "a.jsonl" && (len(ids) != 2 || bad[0].Case != "OWN-7" || len(bad[0].Raw) > 4<<10) {
			t.Errorf("reading did not continue after the line: %v %q", ids, bad[0].Case)
		}
	}
}

func TestMemoryDoesNotGrowWithTheFile(t *testing.T) {
	const cases = 60_000
	lines, done := io.Pipe()
	go func() {
		for i := range cases {
			fmt.Fprintf(done, "%s\n", strings.Replace(goodLine, "OWN-1", fmt.Sprintf("OWN-%d", i), 1))
		}
		done.Close()
	}()
	reader, err := seed.NewReader("own.jsonl", lines, seed.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	for i := range cases {
		if i == 100 {
			runtime.GC()
			runtime.ReadMemStats(&before)
		}
		if _, err := reader.Next(); err != nil {
			t.Fatal(err)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 40*cases {
		t.Errorf("%d bytes a case stay", grown/cases)
	}
	runtime.KeepAlive(reader)
}

func TestPackIsNoTable(t *testing.T) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		t.Fatal(err)
	}
	reader, err := seed.NewReader("p.jsonl", bytes.NewReader(seedtest.Exported(t, pack, export.JSONL)), seed.Options{Report: model.Report{ID: "other"}})
	if err != nil {
		t.Fatal(err)
	}
	if reader.Pack().Report.ID != pack.Report.ID || reader.Form() != "JSONL, utf-8" {
		t.Errorf("%s of %s", reader.Form(), reader.Pack().Report.ID)
	}
	record, err := reader.Next()
	if err != nil || record.Line != 2 || record.Column != 1 {
		t.Errorf("%+v %v", record, err)
	}
}

func BenchmarkJSONL(b *testing.B) { benchmark(b, "p.jsonl", export.JSONL) }
func BenchmarkJSON(b *testing.B)  { benchmark(b, "p.json", export.JSON) }

// benchmark reads and checks the seed's cases over and over, under new ids; one
// operation is one case.
func benchmark(b *testing.B, name string, format export.Format) {
	pack, err := seed.Kazakhstan()
	if err != nil {
		b.Fatal(err)
	}
	for i := range pack.Cases {
		pack.Cases[i].Relations = nil
	}
	var written bytes.Buffer
	const prepared = 20_000
	err = export.Write(&written, format, []model.Pack{pack}, func(yield func(model.Case, error) bool) {
		for i := range prepared {
			c := pack.Cases[i%len(pack.Cases)]
			c.ID = fmt.Sprintf("%s-%d", pack.Report.Prefix, i)
			if !yield(c, nil) {
				return
			}
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(written.Len() / prepared))
	b.ReportAllocs()
	var reader *seed.Reader
	left := 0
	for b.Loop() {
		if left == 0 {
			if reader, err = seed.NewReader(name, bytes.NewReader(written.Bytes()), seed.Options{}); err != nil {
				b.Fatal(err)
			}
			left = prepared
		}
		if _, err := reader.Next(); err != nil {
			b.Fatal(err)
		}
		left--
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "cases/s")
}

func TestDuplicateFieldInJSON(t *testing.T) {
	twice := strings.Replace(goodLine, `"title":`, `"title":"Another","title":`, 1)
	_, bad, _ := problems("a.jsonl", strings.NewReader(twice+"\n"+goodLine+"\n"), seed.Options{})
	if len(bad) != 1 || !strings.Contains(bad[0].Error(), `the field "title" is listed twice`) || !strings.Contains(bad[0].Error(), "a.jsonl:1:") {
		t.Errorf("%v", bad)
	}
	_, bad, _ = problems("a.json", strings.NewReader(`{"cases":[`+twice+`]}`), seed.Options{})
	if len(bad) != 1 || !strings.Contains(bad[0].Error(), "listed twice") {
		t.Errorf("%v", bad)
	}
	_, _, fatal := problems("a.jsonl", strings.NewReader(`{"pack":{"report":{"id":"a","id":"b"}}}`+"\n"), seed.Options{})
	if fatal == nil || !strings.Contains(fatal.Error(), `the field "id" is listed twice`) {
		t.Errorf("%v", fatal)
	}
}

func TestInvalidOptions(t *testing.T) {
	for _, name := range []string{"a.jsonl"} {
		text := map[string]string{"a.jsonl": goodLine + "\n"}[name]
		for want, report := range map[string]model.Report{`"Bad Id" is not a valid id of a report`: {ID: "Bad Id"}, `"bad prefix" is not a valid prefix`: {Prefix: "bad prefix"}} {
			if _, _, fatal := problems(name, strings.NewReader(text), seed.Options{Report: report}); fatal == nil || !strings.Contains(fatal.Error(), want) {
				t.Errorf("%s: %v, want %s", name, fatal, want)
			}
		}
	}
}
