package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"casebook/seed"
)

// endOfFile is the end of a file in DOS.
const endOfFile = "\x1a"

// maxColumns is the largest number of columns: that of spreadsheets.
const maxColumns = 16384

// rows iterates over the rows of a table.
type rows interface {
	// Next returns the next row that is not empty; it is valid until the next call. The
	// error is io.EOF after the last row. After a *seed.RecordError, for an unreadable
	// row, reading continues.
	Next() ([]string, error)
	// Position returns the position of the row, from 1.
	Position() (line, column int)
	// At returns the position of a cell of the row.
	At(cell int) seed.Problem
	// Raw returns the row as in the file; nil if the file is not text.
	Raw() []byte
}

// csvRows are the rows of a text with separators (RFC 4180). A quotation mark inside an
// unquoted cell is an error, except in text separated by tabs.
type csvRows struct {
	name      string
	r         *bufio.Reader
	separator byte
	end       byte // of a line: \n, or \r in files of the old Macintosh
	lines     int  // lines read so far
	line      int  // the first line of the row
	row       []byte
	text      []byte // of the cells, without quotation marks
	ends      []int  // of each cell, in text
	starts    []int  // of each cell, in row
	cells     []string
}

func newCSV(name string, r *bufio.Reader, separator string) (*csvRows, error) {
	head, err := r.Peek(r.Size())
	if len(head) == 0 && err != io.EOF {
		return nil, err
	}
	c := &csvRows{name: name, r: r, end: lineEnd(head)}
	if rest, ok := bytes.CutPrefix(head, []byte("sep=")); ok && len(rest) > 0 {
		if first, _ := utf8.DecodeRune(rest); separator == "" {
			separator = string(first)
		}
		c.readLine()
	} else if separator == "" {
		separator = string(findSeparator(head, c.end))
	}
	if len(separator) != 1 || !strings.Contains(",;\t|", separator) {
		return nil, WrongFile(name, fmt.Sprintf("%q is not a valid separator", separator), "use a comma, a semicolon, a tab or |")
	}
	c.separator = separator[0]
	return c, nil
}

// lineEnd returns the line end of a text: a carriage return if there is no line feed, as
// in files of the old Macintosh.
func lineEnd(head []byte) byte {
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		return '\r'
	}
	return '\n'
}

// findSeparator returns the separator of the first rows: the most frequent candidate,
// preferring one that occurs equally often in each row.
func findSeparator(head []byte, end byte) byte {
	var counts []map[byte]int
	row := map[byte]int{}
	quoted, before, closed := false, end, -1
	for at := 0; at < len(head) && len(counts) < 20; at++ {
		b := head[at]
		if b == '"' && (quoted || closed == at-1 || before == end || strings.IndexByte(",;\t|", before) >= 0) {
			if quoted = !quoted; !quoted {
				closed = at // unless the next one doubles it
			}
		}
		switch before = b; {
		case quoted:
		case b == end:
			counts = append(counts, row)
			row = map[byte]int{}
		case strings.IndexByte(",;\t|", b) >= 0:
			row[b]++
		}
	}
	if len(counts) == 0 {
		counts = append(counts, row)
	}
	best, bestScore := byte(','), 0
	for _, separator := range []byte(",;\t|") {
		score, same := 0, 0
		for _, row := range counts {
			score = max(score, row[separator])
		}
		for _, row := range counts {
			if row[separator] == score && score > 0 {
				same++
			}
		}
		if score == 0 || separator == '|' && (same < 2 || same < len(counts)) {
			continue
		}
		if value := same*1000 + score; value > bestScore {
			best, bestScore = separator, value
		}
	}
	return best
}

func (c *csvRows) form() string {
	return "CSV, separated by " + map[byte]string{',': "commas", ';': "semicolons", '\t': "tabs", '|': "|"}[c.separator]
}

// readLine appends the next line, with its end, to the row.
func (c *csvRows) readLine() error {
	c.lines++
	for {
		part, err := c.r.ReadSlice(c.end)
		if len(c.row)+len(part) > seed.MaxRecord {
			p := seed.Problem{File: c.name, Line: c.line, Column: 1, Message: fmt.Sprintf("the record is larger than %d MiB", seed.MaxRecord>>20), Hint: "look for an unclosed quotation mark in this line"}
			return &seed.Errors{Problems: []seed.Problem{p}}
		}
		c.row = append(c.row, part...)
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

func (c *csvRows) Next() ([]string, error) {
	for {
		c.row, c.line = c.row[:0], c.lines+1
		err := c.readLine()
		if err != nil && (err != io.EOF || len(c.row) == 0) {
			return nil, c.readError(err)
		}
		if err := c.split(); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(c.cells, func(cell string) bool { return cell != "" && cell != endOfFile }) {
			return c.cells, nil
		}
	}
}

func (c *csvRows) readError(err error) error {
	if err == io.EOF || errors.As(err, new(*seed.Errors)) {
		return err
	}
	return fmt.Errorf("read %s: %w", c.name, err)
}

// body returns the row without its line end.
func (c *csvRows) body() []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(c.row, []byte{c.end}), []byte("\r"))
}

// split splits the row into cells, and reads further lines for a cell with line breaks.
func (c *csvRows) split() error {
	c.text, c.ends, c.starts = c.text[:0], c.ends[:0], c.starts[:0]
	at := 0
	for {
		body := c.body()
		c.starts = append(c.starts, at)
		if at < len(body) && body[at] == '"' {
			next, err := c.quoted(at + 1)
			if err != nil {
				return err
			}
			body, at = c.body(), next
		} else {
			length := bytes.IndexByte(body[at:], c.separator)
			if length < 0 {
				length = len(body) - at
			}
			c.text = append(c.text, body[at:at+length]...)
			at += length
		}
		c.ends = append(c.ends, len(c.text))
		if at >= len(body) {
			break
		}
		at++ // the separator
		if len(c.ends) >= maxColumns {
			return c.rowError(at, fmt.Sprintf("the row has more than %d cells", maxColumns), "a table has at most as many columns as a spreadsheet; check the separator")
		}
	}
	text, begin := string(c.text), 0
	c.cells = c.cells[:0]
	for _, end := range c.ends {
		c.cells = append(c.cells, text[begin:end])
		begin = end
	}
	return nil
}

// quoted reads a quoted cell from after its first quotation mark, and returns its end.
func (c *csvRows) quoted(at int) (int, error) {
	first, textFirst := at-1, len(c.text)
	for {
		length := bytes.IndexByte(c.row[at:], '"')
		if length < 0 {
			c.text = append(c.text, c.row[at:]...)
			if c.end == '\r' {
				c.text = bytes.TrimSuffix(c.text, []byte("\r"))
				c.text = append(c.text, '\n')
			}
			at = len(c.row)
			if err := c.readLine(); err == io.EOF && len(c.row) == at {
				return 0, c.rowError(0, "a quotation mark in this row is not closed", "the file may be incomplete; if the mark is part of a text, double it")
			} else if err != nil && err != io.EOF {
				return 0, c.readError(err)
			}
			continue
		}
		c.text = append(c.text, c.row[at:at+length]...)
		at += length + 1
		body := c.body()
		switch {
		case at < len(body) && body[at] == '"':
			c.text = append(c.text, '"')
			at++
		case at >= len(body) || body[at] == c.separator:
			return at, nil
		case c.separator == '\t':
			c.text = append(c.text, '"')
		case bytes.IndexByte(c.row[first:at], c.separator) < 0 && bytes.IndexByte(c.row[first:at], c.end) < 0:
			// "Lind" and others: the marks are a part of the text
			length := bytes.IndexByte(body[at:], c.separator)
			if length < 0 {
				length = len(body) - at
			}
			c.text = append(c.text[:textFirst], body[first:at+length]...)
			return at + length, nil
		default:
			return 0, c.rowError(at-1, "there is a quotation mark inside a cell", `put the whole cell in quotation marks and double each one inside it: "a ""word"""`)
		}
	}
}

// rowError returns the error for a row that is not valid CSV.
func (c *csvRows) rowError(at int, message, hint string) error {
	raw := string(c.row)
	p := seed.ProblemAt(c.name, c.line, 1, raw, at)
	p.Message, p.Hint = message, hint
	return &seed.RecordError{Raw: raw, Problems: []seed.Problem{p}}
}

func (c *csvRows) Position() (line, column int) { return c.line, 1 }

func (c *csvRows) Raw() []byte { return c.row }

func (c *csvRows) At(cell int) seed.Problem {
	at := c.starts[max(0, min(cell, len(c.starts)-1))]
	return seed.ProblemAt(c.name, c.line, 1, string(c.row), at)
}
