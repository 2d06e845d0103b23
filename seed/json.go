package seed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"casebook/model"
)

// A caseRecord is a case in JSONL or JSON. The citation is for people, and the report is
// that of the pack.
type caseRecord struct {
	model.Case
	Citation string `json:"citation"`
}

// jsonEntry makes an entry of a case from a piece of JSON, or of its problems; raw is
// valid until the next one is read.
func jsonEntry(name string, raw []byte, line, column int, record caseRecord, problems []Problem) (Entry, error) {
	if len(problems) > 0 {
		return Entry{}, &RecordError{Case: idOf(raw), Raw: string(raw), Problems: InOrder(problems).Problems}
	}
	return Entry{
		Record: Record{Case: record.Case, Line: line, Column: column},
		Raw:    raw,
		Locate: func(path string) Problem {
			return locateJSON(name, string(raw), line, column, path, &caseRecord{})
		},
	}, nil
}

// locateJSON returns the position of a path in a document.
func locateJSON(name, raw string, line, column int, path string, shape any) Problem {
	d := newDecoder()
	if !parseJSON(d, []byte(raw), shape) {
		return ProblemAt(name, line, column, raw, 0)
	}
	return ProblemAt(name, line, column, raw, offsetOf(raw, d.position(path)))
}

// offsetOf returns where a position is in a text.
func offsetOf(text string, position *token.Position) int {
	at := 0
	for range position.Line - 1 {
		at += strings.IndexByte(text[at:], '\n') + 1
	}
	for range position.Column - 1 {
		_, width := utf8.DecodeRuneInString(text[at:])
		at += width
	}
	return at
}

// decodeJSON decodes a document with only the fields of a value. It returns all mistakes
// in the document, which begins at line and column.
func decodeJSON(name string, raw []byte, line, column int, into any) []Problem {
	if problems := notUTF8(name, raw, line, column); len(problems) > 0 {
		return problems
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(into)
	if err == nil {
		if rest := bytes.TrimSpace(raw[decoder.InputOffset():]); len(rest) > 0 {
			p := ProblemAt(name, line, column, string(raw), len(raw)-len(rest))
			p.Message, p.Hint = "there is more text after the end of the record", "write one record per line"
			return []Problem{p}
		}
		return keyTwice(name, raw, line, column)
	}
	return explainJSON(name, raw, line, column, into, err)
}

func notUTF8(name string, raw []byte, line, column int) []Problem {
	if utf8.Valid(raw) {
		return nil
	}
	p := ProblemAt(name, line, column, string(raw), invalidAt(string(raw)))
	p.Message, p.Hint = "the file is not in UTF-8 here", "save it as UTF-8"
	p.Source = strings.ToValidUTF8(p.Source, "\uFFFD")
	return []Problem{p}
}

// keyTwice finds a field that is twice in one object, of which encoding/json would take
// the last. raw is valid JSON.
func keyTwice(name string, raw []byte, line, column int) []Problem {
	var keys [][]byte // of the objects that are open
	var begins []int  // where those of each begin; -1 for a list
	for at := 0; at < len(raw); at++ {
		switch raw[at] {
		case '{':
			begins = append(begins, len(keys))
		case '[':
			begins = append(begins, -1)
		case '}':
			keys = keys[:begins[len(begins)-1]]
			begins = begins[:len(begins)-1]
		case ']':
			begins = begins[:len(begins)-1]
		case '"':
			start := at + 1
			for at++; raw[at] != '"'; at++ {
				if raw[at] == '\\' {
					at++
				}
			}
			text := raw[start:at]
			if len(begins) == 0 || begins[len(begins)-1] < 0 || !isKey(raw[at+1:]) {
				continue
			}
			for _, key := range keys[begins[len(begins)-1]:] {
				if bytes.EqualFold(key, text) {
					p := ProblemAt(name, line, column, string(raw), start-1)
					p.Message, p.Hint = fmt.Sprintf("the field %q is listed twice", text), "remove one"
					return []Problem{p}
				}
			}
			keys = append(keys, text)
		}
	}
	return nil
}

// isKey reports whether the string before is a key: a colon follows.
func isKey(rest []byte) bool {
	for _, b := range rest {
		switch b {
		case ' ', '\t', '\r', '\n':
			continue
		}
		return b == ':'
	}
	return false
}

// explainJSON returns all mistakes in a document that encoding/json refused: that stops at
// the first mistake and does not say where it is.
func explainJSON(name string, raw []byte, line, column int, into any, err error) []Problem {
	at := len(raw)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = max(0, int(syntax.Offset)-1)
	}
	if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		p := ProblemAt(name, line, column, string(raw), at)
		p.Message, p.Hint = "the JSON cannot be read from here on", "look for a missing quotation mark, comma or bracket"
		if at >= len(raw)-1 && (syntax == nil || strings.Contains(err.Error(), "unexpected end")) {
			p.Message, p.Hint = "the record ends unexpectedly", "the file may be incomplete"
		}
		return []Problem{p}
	}
	d := newDecoder()
	var problems []Problem
	if parseJSON(d, raw, into) {
		for _, m := range d.mistakes {
			if m.path == "$.report" && reflect.TypeOf(into) == reflect.TypeFor[*caseRecord]() {
				continue
			}
			p := ProblemAt(name, line, column, string(raw), offsetOf(string(raw), m.position))
			p.Message, p.Hint = m.message, m.hint
			problems = append(problems, p)
		}
	}
	if len(problems) == 0 {
		p := ProblemAt(name, line, column, string(raw), 0)
		if kind := (*json.UnmarshalTypeError)(nil); errors.As(err, &kind) {
			p = ProblemAt(name, line, column, string(raw), int(kind.Offset)-1)
		}
		p.Message, p.Hint = strings.TrimPrefix(err.Error(), "json: "), "docs/pack.md lists the fields"
		problems = append(problems, p)
	}
	return problems
}

// maxExplained is the maximum size of a record that is explained field by field: the
// parser with positions is slow.
const maxExplained = 1 << 20

// parseJSON reads a document with the YAML decoder, which keeps positions; JSON is YAML
// except for tabs between its signs.
func parseJSON(d *decoder, raw []byte, into any) bool {
	if len(raw) > maxExplained || bytes.Count(raw, []byte("["))+bytes.Count(raw, []byte("{")) > maxExplained/16 {
		return false
	}
	raw = bytes.ReplaceAll(slices.Clone(raw), []byte("\t"), []byte(" "))
	file, err := parser.ParseBytes(raw, 0, parser.AllowDuplicateMapKey())
	if err != nil || len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return false
	}
	d.decode("$", file.Docs[0].Body, reflect.New(reflect.TypeOf(into).Elem()).Elem())
	return true
}

// idOf returns the id in a record of any kind, as far as it can be found.
func idOf(raw []byte) string {
	_, rest, ok := bytes.Cut(raw[:min(len(raw), 4<<10)], []byte(`"id"`))
	if rest = bytes.TrimLeft(rest, " \t:"); !ok || len(rest) == 0 || rest[0] != '"' {
		return ""
	}
	id, _, ok := bytes.Cut(rest[1:], []byte(`"`))
	if !ok || len(id) > 100 || !utf8.Valid(id) {
		return ""
	}
	return string(id)
}
