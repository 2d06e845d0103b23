package seed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"casebook/model"
)

// openJSONL reads one case per line. The first line may be {"pack": {...}} with the rest
// of a pack; without it the file is the user's own list.
func (r *Reader) openJSONL(name string, text io.Reader, options Options) error {
	r.form = "JSONL"
	lines := &lineReader{r: bufio.NewReaderSize(text, 64<<10), limit: maxHead}
	line, err := lines.next()
	if err == io.EOF {
		return fileError(name, "the file is empty", "nothing was imported")
	}
	if errors.Is(err, errTooLong) {
		return fileError(name, fmt.Sprintf("the first line is larger than %d MiB", maxHead>>20), "write one case per line")
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	again := true // the first line is a case
	if bytes.Contains(line[:min(len(line), 64)], []byte(`"pack"`)) {
		var first struct {
			Pack packHead `json:"pack"`
		}
		if problems := decodeJSON(name, line, lines.number, 1, &first); len(problems) > 0 {
			return InOrder(problems)
		}
		r.pack, again = first.Pack.pack().Composed(), false
		if err := checkHead(name, r.pack, line, lines.number, "$.pack"); err != nil {
			return err
		}
	} else {
		r.pack.Report = OwnList(name, idOf(line), options.Report)
	}
	lines.limit = MaxRecord
	r.next = func() (Entry, error) {
		if !again {
			if line, err = lines.next(); err == io.EOF {
				return Entry{}, io.EOF
			}
		}
		again = false
		if errors.Is(err, errTooLong) || len(line) > MaxRecord {
			return Entry{}, &RecordError{Case: idOf(line), Raw: string(line[:min(len(line), 1<<10)]), Problems: []Problem{tooLong(name, lines.number, 1)}}
		}
		if err != nil {
			return Entry{}, fmt.Errorf("read %s: %w", name, err)
		}
		var record caseRecord
		problems := decodeJSON(name, line, lines.number, 1, &record)
		return jsonEntry(name, line, lines.number, 1, record, problems)
	}
	return nil
}

// maxHead is the maximum size of a pack without its cases, in bytes.
const maxHead = 64 << 20

func tooLong(name string, line, column int) Problem {
	return Problem{File: name, Line: line, Column: column, Message: fmt.Sprintf("the record is larger than %d MiB", MaxRecord>>20), Hint: "this is not a case; look for a missing line break or quotation mark"}
}

// A lineReader reads lines that are not empty, and none longer than its limit.
type lineReader struct {
	r      *bufio.Reader
	line   []byte
	number int // of the line read last, counted from 1
	limit  int
}

// next returns a line without its end; it is valid until the next one is read. Of a line
// that is too long it returns the beginning, and errTooLong.
func (l *lineReader) next() ([]byte, error) {
	for {
		l.line = l.line[:0]
		l.number++
		long := false
		for {
			part, err := l.r.ReadSlice('\n')
			if len(l.line)+len(part) > l.limit {
				long = true
			} else if !long {
				l.line = append(l.line, part...)
			}
			if err == nil {
				break
			}
			if err == io.EOF && (len(l.line) > 0 || long) {
				break
			}
			if !errors.Is(err, bufio.ErrBufferFull) {
				return nil, err
			}
		}
		if long {
			return l.line, errTooLong
		}
		if line := bytes.TrimRight(l.line, " \t\r\n"+"\x1a"); len(line) > 0 {
			return line, nil
		}
	}
}

// packHead is a pack without its cases, as JSON has it.
type packHead struct {
	Report        model.Report         `json:"report"`
	Sections      []model.Section      `json:"sections"`
	Categories    []model.Category     `json:"categories"`
	People        []model.Person       `json:"people"`
	Organisations []model.Organisation `json:"organisations"`
	Places        []model.Place        `json:"places"`
	Laws          []model.Law          `json:"laws"`
	Fields        []model.Field        `json:"fields"`
}

func (h packHead) pack() model.Pack {
	return model.Pack{Report: h.Report, Sections: h.Sections, Categories: h.Categories, People: h.People, Organisations: h.Organisations, Places: h.Places, Laws: h.Laws, Fields: h.Fields}
}
