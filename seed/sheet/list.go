package sheet

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"casebook/seed"
)

// listRows are the objects of a list in JSON, as portals export them: an array of objects,
// one object per line, or an object with such an array. Nested fields have their own
// columns: {"place": {"city": "Port"}} is the column place.city. A list of texts is a cell
// with one text per line, and so is each field of a list of objects.
type listRows struct {
	in             *input
	limit          *limitedReader
	json           *json.Decoder
	array          bool           // the objects are in an array
	number         int            // of the current object, from 1
	columns        []string       // in the order of their first occurrence
	index          map[string]int // of columns
	surveying      bool           // the list is being surveyed: new fields become columns
	cells          []string
	filled         []int                    // the latest object that filled each column
	duplicateField string                   // a field that the object has twice
	listDepth      int                      // the number of lists around the current object
	firstToken     json.Token               // the first token of the first item, if it was read already
	keyed          bool                     // the items are the fields of one object; their names are in the column "key"
	matrix         bool                     // the items are lists of cells
	names          []string                 // column names of a matrix
	appended       map[int]*strings.Builder // further values of a cell from a list, by column
}

// maxNesting is the largest depth of fields with their own columns; deeper ones are kept
// as JSON.
const maxNesting = 6

// A limitedReader reads up to a limit, which is set again for each record.
type limitedReader struct {
	r    io.Reader
	left int
}

var errLongRecord = errors.New("the record is too long")

func (l *limitedReader) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, errLongRecord
	}
	n, err := l.r.Read(p[:min(len(p), l.left)])
	l.left -= n
	return n, err
}

func newList(in *input, r *bufio.Reader, columns []string) (*listRows, error) {
	l := &listRows{in: in, limit: &limitedReader{r, seed.MaxRecord}, index: map[string]int{}, surveying: columns == nil, columns: columns}
	for i, name := range columns {
		l.index[name] = i
	}
	l.json = json.NewDecoder(l.limit)
	l.json.UseNumber()
	head, _ := r.Peek(4 << 10)
	switch text := bytes.TrimLeft(head, " \t\r\n"); {
	case bytes.HasPrefix(text, []byte("[")):
		if _, err := l.json.Token(); err != nil {
			return nil, l.readError(err)
		}
		return l, l.beginArray()
	case isLine(in.name, text): // one object per line
	default:
		return l, l.findArray(r)
	}
	return l, nil
}

// isLine reports whether a text has one object per line: its first line is an object, and
// other objects follow or there is no list of objects in it.
func isLine(name string, text []byte) bool {
	line, rest, _ := bytes.Cut(text, []byte("\n"))
	if !json.Valid(line) {
		return false
	}
	if rest = bytes.TrimLeft(rest, " \t\r\n"); len(rest) > 0 {
		return rest[0] == '{'
	}
	ending := strings.ToLower(filepath.Ext(name))
	bare := bytes.ReplaceAll(line, []byte(" "), nil)
	return ending == ".jsonl" || ending == ".ndjson" || !bytes.Contains(bare, []byte("[{")) && !bytes.Contains(bare, []byte("[[")) && !isKeyed(line)
}

// findArray goes to the first array of objects or lists in an object. Without one, the
// fields of the object are the items if they are objects.
func (l *listRows) findArray(r *bufio.Reader) error {
	head, _ := r.Peek(4 << 10)
	if token, err := l.json.Token(); err != nil {
		return l.readError(err)
	} else if token != json.Delim('{') {
		return WrongFile(l.in.name, "this is not a list", "a list of cases is an array of objects, or one object per line")
	}
	if l.keyed = isKeyed(head); l.keyed {
		return nil
	}
	for l.json.More() {
		if _, err := l.json.Token(); err != nil {
			return l.readError(err)
		}
		token, err := l.json.Token()
		if err != nil {
			return l.readError(err)
		}
		switch token {
		case json.Delim('['):
			if err := l.beginArray(); err != nil || l.array {
				return err
			}
		case json.Delim('{'):
			if err := l.skip(1); err != nil {
				return l.readError(err)
			}
		}
		l.limit.left = seed.MaxRecord
	}
	return WrongFile(l.in.name, "there is no list in this JSON", "a list of cases is an array of objects, or one object per line")
}

// skip reads to the end of some levels of arrays and objects.
func (l *listRows) skip(depth int) error {
	for depth > 0 {
		token, err := l.json.Token()
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
	return nil
}

func (l *listRows) form() string {
	if l.array || l.keyed {
		return "a list in JSON"
	}
	return "a list in JSONL"
}

func (l *listRows) Next() ([]string, error) {
	for {
		l.limit.left = seed.MaxRecord
		if (l.array || l.keyed) && l.firstToken == nil && !l.json.More() {
			if _, err := l.json.Token(); err != nil { // fields after the list, such as its length, are ignored
				return nil, l.readError(err)
			}
			return nil, io.EOF
		}
		token, key := l.firstToken, ""
		var err error
		if l.firstToken = nil; token == nil {
			token, err = l.json.Token()
		}
		if l.keyed && err == nil {
			key = scalar(token)
			token, err = l.json.Token()
		}
		if err == io.EOF && !l.array {
			return nil, io.EOF
		}
		if err != nil {
			return nil, l.readError(err)
		}
		l.number++
		l.cells, l.duplicateField, l.listDepth = l.cells[:0], "", 0
		clear(l.appended)
		var unknown string
		if l.matrix && token == json.Delim('[') {
			if err := l.readCells(&unknown); err != nil {
				return nil, l.readError(err)
			}
		} else if token != json.Delim('{') {
			if token == json.Delim('[') {
				if err := l.skip(1); err != nil {
					return nil, l.readError(err)
				}
			}
			p := l.At(-1)
			p.Message, p.Hint = "this item of the list is not an object", `write every case as an object: {"name": "...", "date": "..."}`
			return nil, &seed.RecordError{Raw: fmt.Sprint(token), Problems: []seed.Problem{p}}
		}
		if token == json.Delim('{') {
			if l.keyed {
				if err := l.set("key", key, &unknown); err != nil {
					return nil, l.readError(err)
				}
			}
			if err := l.object("", 1, &unknown); err != nil {
				return nil, l.readError(err)
			}
		}
		for at, more := range l.appended {
			l.cells[at] = strings.TrimPrefix(l.cells[at]+more.String(), "\n")
		}
		if unknown != "" {
			p := l.At(-1)
			p.Message, p.Hint = fmt.Sprintf("the field %q is in none of the earlier objects", unknown), "give the file name instead of a pipe, so that all fields are known in advance"
			return nil, &seed.RecordError{Problems: []seed.Problem{p}}
		}
		if l.duplicateField != "" {
			p := l.At(-1)
			p.Message, p.Hint = fmt.Sprintf("the field %q is in this object twice", l.duplicateField), "remove one of the two, or give it a name of its own"
			return nil, &seed.RecordError{Problems: []seed.Problem{p}}
		}
		for _, cell := range l.cells {
			if cell != "" {
				return l.cells, nil
			}
		}
	}
}

// readError returns the error for JSON that cannot be read on.
func (l *listRows) readError(err error) error {
	var syntax *json.SyntaxError
	p := seed.Problem{File: l.in.name, Message: "the JSON cannot be read from here on", Hint: "look for a missing quotation mark, comma or bracket"}
	switch {
	case errors.As(err, new(*seed.Errors)):
		return err
	case errors.Is(err, errLongRecord):
		p.Message, p.Hint = fmt.Sprintf("object %d is larger than %d MiB", l.number+1, seed.MaxRecord>>20), "this is not a case; look for a missing quotation mark or bracket"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), strings.Contains(err.Error(), "unexpected end"):
		p.Message, p.Hint = fmt.Sprintf("the file ends unexpectedly after object %d", l.number), "the file may be incomplete"
	case errors.As(err, &syntax):
		p.Line, p.Column = l.in.place(l.json.InputOffset()) // after the last valid token
	default:
		return fmt.Errorf("read %s: %w", l.in.name, err)
	}
	return &seed.Errors{Problems: []seed.Problem{p}}
}

// place returns the line and column of an offset in a UTF-8 text.
func (in *input) place(offset int64) (line, column int) {
	line, column = 1, 1
	r := bufio.NewReader(in.survey())
	for offset > 0 {
		letter, size, err := r.ReadRune()
		if err != nil {
			break
		}
		offset -= int64(size)
		if column++; letter == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column
}

func (l *listRows) Position() (line, column int) { return l.number, 1 }

func (l *listRows) Raw() []byte { return nil }

func (l *listRows) At(cell int) seed.Problem {
	p := seed.Problem{File: l.in.name, Line: l.number, Column: 1, Cell: "object " + strconv.Itoa(l.number)}
	if cell >= 0 && cell < len(l.columns) {
		p.Cell += ", " + l.columns[cell]
	}
	return p
}
