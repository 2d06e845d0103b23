package seed

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

var errTooLong = errors.New("the record is too long")

// A window is the part of a text that a parser has read and still needs, with its position
// in the file. It does not grow beyond its limit.
type window struct {
	r            io.Reader
	data         []byte
	start        int64 // where data begins in the text
	line, column int   // the same, counted from 1, the column in characters
	limit        int
}

func newWindow(r io.Reader, limit int) *window {
	return &window{r: r, line: 1, column: 1, limit: limit}
}

// Read passes the text to a parser.
func (w *window) Read(p []byte) (int, error) {
	if len(w.data) > w.limit {
		return 0, errTooLong
	}
	n, err := w.r.Read(p)
	w.data = append(w.data, p[:n]...)
	return n, err
}

// text returns the text from the window's beginning to an offset.
func (w *window) text(offset int64) []byte {
	return w.data[:max(0, min(int64(len(w.data)), offset-w.start))]
}

// advance drops the text before an offset.
func (w *window) advance(offset int64) {
	passed := w.text(offset)
	w.line, w.column = lineColumnAfter(w.line, w.column, passed)
	w.start += int64(len(passed))
	w.data = w.data[:copy(w.data, w.data[len(passed):])]
}

// lineColumnAfter returns the line and column at the end of a text that begins at others.
func lineColumnAfter(line, column int, text []byte) (int, int) {
	if lines := bytes.Count(text, []byte("\n")); lines > 0 {
		line += lines
		column = 1
		text = text[bytes.LastIndexByte(text, '\n')+1:]
	}
	return line, column + utf8.RuneCount(text)
}

// ProblemAt returns a Problem at an offset of a record, which begins at a line and a
// column of a file.
func ProblemAt(name string, line, column int, raw string, at int) Problem {
	at = max(0, min(at, len(raw)))
	p := Problem{File: name}
	p.Line, p.Column = lineColumnAfter(line, column, []byte(raw[:at]))
	begin := strings.LastIndexByte(raw[:at], '\n') + 1
	end := len(raw)
	if length := strings.IndexByte(raw[at:], '\n'); length >= 0 {
		end = at + length
	}
	source := strings.TrimRight(raw[begin:end], "\r")
	if begin == 0 && column > 1 {
		source = strings.Repeat(" ", column-1) + source
	}
	if len(source) < 1<<16 {
		p.Source = source
	}
	return p
}
