package seed

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"casebook/model"
)

// openJSON reads a pack as one document with its cases last, or the document of --json,
// {"total": 2, "cases": [...]}, which is the user's own list.
func (r *Reader) openJSON(name string, text io.Reader, options Options) error {
	r.form = "JSON"
	w := newWindow(text, maxHead)
	d := json.NewDecoder(w)
	d.UseNumber() // a number that is too large is as wrong in place of an object as any
	broken := func(err error) error { return brokenDocument(name, w, d, err) }
	if token, err := d.Token(); err != nil {
		return broken(err)
	} else if token != json.Delim('{') {
		return fileError(name, "this JSON is not a pack", `a pack is {"report": {...}, ..., "cases": [...]}`)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return broken(err)
		}
		if key == "cases" {
			break
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return broken(err)
		}
	}
	if token, err := d.Token(); err != nil {
		return broken(err)
	} else if token != json.Delim('[') {
		return fileError(name, "there are no cases in this JSON", `a pack is {"report": {...}, ..., "cases": [...]}`)
	}
	raw := append(slices.Clone(w.text(d.InputOffset())), "]}"...)
	var head struct {
		packHead
		Total *int         `json:"total"`
		Cases []model.Case `json:"cases"`
	}
	if problems := decodeJSON(name, raw, 1, 1, &head); len(problems) > 0 {
		return InOrder(problems)
	}
	r.pack = head.pack().Composed()
	w.advance(d.InputOffset())
	w.limit = MaxRecord
	d.DisallowUnknownFields()
	first, firstErr := r.documentItem(name, w, d)
	if bytes.Contains(raw, []byte(`"report"`)) {
		if err := checkHead(name, r.pack, raw, 1, "$"); err != nil {
			return err
		}
	} else {
		r.pack.Report = OwnList(name, first.Case.ID, options.Report)
	}
	handed := false
	r.next = func() (Entry, error) {
		if !handed {
			handed = true
			return first, firstErr
		}
		return r.documentItem(name, w, d)
	}
	return nil
}

// documentItem reads the next case of a document.
func (r *Reader) documentItem(name string, w *window, d *json.Decoder) (Entry, error) {
	w.advance(d.InputOffset())
	if !d.More() {
		return Entry{}, endDocument(name, w, d)
	}
	var record caseRecord
	err := d.Decode(&record)
	passed := w.text(d.InputOffset())
	raw := bytes.TrimLeft(passed, " \t\r\n,")
	if err != nil && len(raw) == 0 { // not even the end of the value was found
		return Entry{}, brokenDocument(name, w, d, err)
	}
	line, column := lineColumnAfter(w.line, w.column, passed[:len(passed)-len(raw)])
	problems := notUTF8(name, raw, line, column)
	if err != nil && len(problems) == 0 {
		problems = explainJSON(name, raw, line, column, &record, err)
	} else if len(problems) == 0 {
		problems = keyTwice(name, raw, line, column)
	}
	return jsonEntry(name, raw, line, column, record, problems)
}

// endDocument reads the part after the cases, where no part of a pack may be.
func endDocument(name string, w *window, d *json.Decoder) error {
	if _, err := d.Token(); err != nil { // the ] of the cases
		return brokenDocument(name, w, d, err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return brokenDocument(name, w, d, err)
		}
		if key != "total" {
			w.advance(d.InputOffset())
			return &Errors{[]Problem{{File: name, Line: w.line, Column: max(1, w.column-len(fmt.Sprint(key))-2), Message: fmt.Sprintf("%q comes after the cases", key),
				Hint: "put the cases last, so that they can be read one by one"}}}
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return brokenDocument(name, w, d, err)
		}
	}
	if _, err := d.Token(); err != nil {
		return brokenDocument(name, w, d, err)
	}
	if _, err := d.Token(); err != io.EOF {
		return brokenDocument(name, w, d, errors.New("more than one document"))
	}
	return io.EOF
}

// brokenDocument returns the error of a document that cannot be read from here on.
func brokenDocument(name string, w *window, d *json.Decoder, err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errTooLong):
		return &Errors{[]Problem{tooLong(name, w.line, w.column)}}
	case errors.As(err, &syntax):
		at := max(0, min(int(syntax.Offset-1-w.start), len(w.data)))
		at += len(w.data[at:]) - len(bytes.TrimLeft(w.data[at:], " \t\r\n"))
		p := ProblemAt(name, w.line, w.column, string(w.data), at)
		p.Message, p.Hint = "the JSON cannot be read from here on", "look for a missing quotation mark, comma or bracket"
		if rest := w.data[at:]; bytes.HasPrefix(rest, []byte("//")) || bytes.HasPrefix(rest, []byte("/*")) || bytes.HasPrefix(rest, []byte("#")) {
			p.Message, p.Hint = "JSON does not allow comments", "remove it, or save the pack as YAML, where a comment begins with #"
		}
		if strings.Contains(err.Error(), "unexpected end") {
			p.Message, p.Hint = "the file ends unexpectedly", "the file may be incomplete"
		}
		return &Errors{[]Problem{p}}
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		p := ProblemAt(name, w.line, w.column, string(w.data), len(w.data))
		p.Message, p.Hint = "the file ends unexpectedly", "the file may be incomplete"
		return &Errors{[]Problem{p}}
	case errors.As(err, new(*Errors)):
		return err
	}
	if err.Error() == "more than one document" {
		p := ProblemAt(name, w.line, w.column, string(w.data), int(d.InputOffset()-w.start))
		p.Message, p.Hint = "there is more text after the end of the document", "write one document per file; for one case per line, use JSONL in a file that ends in .jsonl"
		return &Errors{[]Problem{p}}
	}
	return fmt.Errorf("read %s: %w", name, err)
}
