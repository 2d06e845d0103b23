package seed

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"casebook/model"
	"casebook/model/check"
)

// Options give what a file does not say.
type Options struct {
	// Report is the report of a table or a file with only cases. Empty fields are made
	// from the file's name: such a file is the user's own list, a pack without sections.
	Report model.Report
	// Encoding is one of Encodings; empty: it is recognised.
	Encoding string
}

// A Record is one case of a file.
type Record struct {
	Case         model.Case
	Line, Column int // where it begins, counted from 1
}

// A RecordError is a record that is rejected. Reading can continue after it.
type RecordError struct {
	Case     string     `json:"case,omitempty"` // its id, where that could be read
	Raw      string     `json:"record"`         // as it stands in the file, at most MaxRecord bytes of it
	Cells    []string   `json:"-"`              // of a row of a table
	Further  [][]string `json:"-"`              // of the other rows of the case
	Problems []Problem  `json:"problems"`       // at least one
}

// Error returns every problem with its place in the file.
func (e *RecordError) Error() string { return (&Errors{e.Problems}).Error() }

// maxProblems is the largest number of mistakes of a record that are reported.
const maxProblems = 50

// MaxRecord is the maximum size of a record, in bytes. A longer one is not a case, and must
// not fill the memory.
const MaxRecord = 4 << 20

// maxYAML is the maximum size of a YAML pack, in bytes, since it is read as a whole.
const maxYAML = 64 << 20

// A Reader reads the cases of a file one by one. It keeps only the part of the pack before
// the cases and a hash of each id (about sixteen bytes).
type Reader struct {
	form     string
	encoding func() string
	pack     model.Pack
	checker  *check.Checker
	next     func() (Entry, error)
	checked  bool // the cases were checked when the pack was loaded
	ids      idSet
	finished error
}

// An Entry is a record as a format gives it to a Reader.
type Entry struct {
	Record
	Raw     []byte                    // valid until the next one is read
	Cells   func() []string           // of a row of a table; nil: none
	Further [][]string                // the cells of the other rows of the case
	Locate  func(path string) Problem // returns the position of a path from the case, such as $.dates[0].edtf
	Slips   []Problem                 // mistakes in reading it
}

// NewSource returns a reader of a format of another package. next returns the cases of the
// pack in their order, as Reader.Next does; form and encoding describe the file.
func NewSource(name, form string, encoding func() string, pack model.Pack, next func() (Entry, error)) (*Reader, error) {
	r := newReader()
	r.form, r.encoding, r.pack, r.next = form, encoding, pack.Composed(), next
	return r, r.checkOptions(name)
}

func newReader() *Reader {
	return &Reader{ids: newIDSet()}
}

// checkOptions checks the report from the options or the file's name.
func (r *Reader) checkOptions(name string) error {
	r.checker = check.New(r.pack)
	var wrong []Problem
	for _, problem := range r.checker.Head() {
		wrong = append(wrong, Problem{File: name, Message: problem.Message, Hint: problem.Hint})
	}
	if len(wrong) > 0 {
		return &Errors{wrong}
	}
	return nil
}

// NewReader begins to read a file. Its name is used in errors, and its extension gives the
// format: .yaml, .yml, .json, .jsonl, .ndjson. Package seed/table reads tables.
// StandardInput has none: its format is recognised by how it begins.
// An *Errors is about the file as a whole.
func NewReader(name string, r io.Reader, options Options) (*Reader, error) {
	reader := newReader()
	ending := strings.ToLower(filepath.Ext(name))
	if name == StandardInput {
		buffered := bufio.NewReaderSize(r, 64<<10)
		head, _ := buffered.Peek(64 << 10) // reading it reports what went wrong
		r, ending = buffered, EndingOf(head)
	}
	if ending == ".yaml" || ending == ".yml" {
		return reader, reader.openYAML(name, r, options)
	}
	text, encoding, err := Decode(name, bufio.NewReaderSize(r, 64<<10), options.Encoding)
	if err != nil {
		return nil, err
	}
	switch ending {
	case ".json":
		err = reader.openJSON(name, text, options)
	case ".jsonl", ".ndjson":
		err = reader.openJSONL(name, text, options)
	case ".txt", ".md":
		err = fileError(name, "the file is a text and not a table", "for a list, separate the cells with tabs or semicolons; for the text of a report, use casebook draft")
	default:
		err = fileError(name, "the file name has no known extension", "it must be one of .yaml, .yml, .json, .jsonl, .csv, .tsv, .xlsx, .ods")
	}
	if err != nil {
		return nil, err
	}
	reader.encoding = encoding
	return reader, reader.checkOptions(name)
}

// Form describes the file for the user, such as "CSV, separated by semicolons,
// windows-1251". The encoding is certain only at the end.
func (r *Reader) Form() string {
	if r.encoding == nil {
		return r.form
	}
	return r.form + ", " + r.encoding()
}

// Pack returns the pack without its cases.
func (r *Reader) Pack() model.Pack { return r.pack }

// Next returns the next case. Its error is io.EOF after the last one; a *RecordError for a
// rejected record, after which reading can continue; an *Errors, or an error of the
// source, if reading cannot continue.
func (r *Reader) Next() (Record, error) {
	if r.finished != nil {
		return Record{}, r.finished
	}
	e, err := r.next()
	if err != nil {
		if bad := (*RecordError)(nil); !errors.As(err, &bad) {
			r.finished = err
		}
		return Record{}, err
	}
	if r.checked {
		return e.Record, nil
	}
	e.Case = e.Case.WithoutLibraryFields().Composed()
	problems := e.Slips
	wrong := r.checker.Case(e.Case)
	for i, problem := range wrong {
		if len(problems) >= maxProblems {
			at := e.Locate("$.id")
			at.Message, at.Hint = fmt.Sprintf("the record has %d more mistakes", len(wrong)-i), "fix the first ones and check again"
			problems = append(problems, at)
			break
		}
		at := e.Locate(problem.Path)
		if slices.ContainsFunc(e.Slips, func(slip Problem) bool { return slip.Line == at.Line && slip.Column == at.Column }) {
			continue // it may be caused by the mistake
		}
		at.Message, at.Hint = problem.Message, problem.Hint
		problems = append(problems, at)
	}
	if r.ids.has(e.Case.ID) && len(problems) == 0 {
		at := e.Locate("$.id")
		at.Message, at.Hint = fmt.Sprintf("the id %q is listed twice", e.Case.ID), "an earlier case has it; every case needs its own id"
		problems = append(problems, at)
	}
	if len(problems) > 0 {
		bad := &RecordError{Case: e.Case.ID, Raw: string(e.Raw), Problems: InOrder(problems).Problems}
		if e.Cells != nil {
			bad.Cells, bad.Further = e.Cells(), e.Further
		}
		return Record{}, bad
	}
	r.ids.add(e.Case.ID)
	return e.Record, nil
}

// ReadAll reads the rest of a file into one pack. It stops at the first error.
func ReadAll(r *Reader) (model.Pack, error) {
	pack := r.Pack()
	for {
		record, err := r.Next()
		if err == io.EOF {
			return pack, nil
		}
		if err != nil {
			return model.Pack{}, err
		}
		pack.Cases = append(pack.Cases, record.Case)
	}
}

// checkHead checks the part of a file before its cases; raw is its text, from the first
// column, and root the path of the pack in it.
func checkHead(name string, pack model.Pack, raw []byte, line int, root string) error {
	var problems []Problem
	for _, problem := range check.New(pack).Head() {
		var shape any = &model.Pack{}
		if root != "$" {
			shape = &struct {
				Pack packHead `json:"pack"`
			}{}
		}
		at := locateJSON(name, string(raw), line, 1, root+problem.Path[1:], shape)
		at.Message, at.Hint = problem.Message, problem.Hint
		problems = append(problems, at)
	}
	if len(problems) > 0 {
		return InOrder(problems)
	}
	return nil
}

// fileError returns an error about a file as a whole.
func fileError(name, message, hint string) error {
	return &Errors{[]Problem{{File: name, Message: message, Hint: hint}}}
}

// TitleOf returns the title of a list without one: its file name.
func TitleOf(name string) string {
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// OwnList completes the report of a file without one: firstID is the id of its first case,
// which gives the prefix.
func OwnList(name, firstID string, r model.Report) model.Report {
	base, title := filepath.Base(name), TitleOf(name)
	or := func(field *string, text string) {
		if *field == "" {
			*field = text
		}
	}
	or(&r.ID, slug(title))
	if prefix, number, ok := CutNumber(firstID); ok && number != "" {
		or(&r.Prefix, prefix)
	}
	or(&r.Prefix, strings.ToUpper(r.ID))
	or(&r.Title, title)
	or(&r.Publisher, "own list")
	or(&r.Country, model.NotStated)
	or(&r.Licence, model.NotStated)
	or(&r.Attribution, fmt.Sprintf("Cases from the file %s, not from a published report.", base))
	return r
}

// CutNumber cuts an id such as KAZ-2016-09 into the prefix and the number.
func CutNumber(id string) (prefix, number string, ok bool) {
	at := strings.LastIndexByte(id, '-')
	if at <= 0 || strings.Trim(id[at+1:], "0123456789") != "" || strings.Trim(id[:at], "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" {
		return "", "", false
	}
	return id[:at], id[at+1:], true
}
