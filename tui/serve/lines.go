package serve

import (
	"bufio"
	"io"
	"unicode"
	"unicode/utf8"

	"charm.land/ssh"
	"github.com/charmbracelet/x/ansi"

	"casebook/tui/width"
)

// maxTyped is the maximum length of a typed line, in bytes.
const maxTyped = 4096

// Printed returns the outputs of a session in lines; on a terminal, a line end returns
// to the left edge.
func (s *Session) Printed() (out, errs io.Writer) {
	if s.Terminal == nil {
		return s.Out, s.Err
	}
	return ssh.NewPtyWriter(s.Out), ssh.NewPtyWriter(s.Err)
}

// Lines returns the input of a session in lines; on a terminal, with echo and editing.
// ctrl+c ends the session.
func (s *Session) Lines() io.Reader {
	if s.Terminal == nil {
		return s.In
	}
	reader, writer := io.Pipe()
	lines := make(chan string, 64)
	go func() {
		defer close(lines)
		e := lineEditor{echo: s.Out}
		in := bufio.NewReader(s.In)
		for {
			r, _, err := in.ReadRune()
			if err != nil {
				return
			}
			line, done := e.key(r)
			switch {
			case r == ctrlC:
				s.end(nil)
				return
			case !done:
			case line == "":
				return // ctrl+d
			default:
				select {
				case lines <- line:
				default: // nobody reads them
				}
			}
		}
	}()
	go func() {
		for line := range lines {
			io.WriteString(writer, line)
		}
		writer.Close()
	}()
	go func() {
		<-s.ended
		reader.Close()
	}()
	return reader
}

// The keys of a line.
const (
	ctrlC, ctrlD, ctrlH, ctrlU = 0x03, 0x04, 0x08, 0x15
	del                        = 0x7f
)

// A lineEditor echoes and edits a typed line, as the terminal driver of a system does.
type lineEditor struct {
	echo    io.Writer
	line    []rune
	length  int  // in bytes
	skipped rune // the last character of the sequence being skipped; 0: none
}

// key handles a key, and returns the line if the key ends it; after ctrl+d, the end of
// the input, it is empty.
func (e *lineEditor) key(r rune) (line string, done bool) {
	switch {
	case e.skipped == ansi.ESC && (r == '[' || r == 'O'):
		e.skipped = '['
		return "", false
	case e.skipped == '[':
		if r >= 0x40 {
			e.skipped = 0
		}
		return "", false
	}
	e.skipped = 0
	switch r {
	case ansi.ESC:
		e.skipped = r
	case '\r', '\n':
		line = string(e.line) + "\n"
		e.line, e.length = nil, 0
		io.WriteString(e.echo, "\r\n")
		return line, true
	case ctrlD:
		return "", len(e.line) == 0
	case ctrlH, del:
		e.delete(1)
	case ctrlU:
		e.delete(len(e.line))
	default:
		if unicode.IsPrint(r) && e.length+utf8.RuneLen(r) <= maxTyped {
			e.line, e.length = append(e.line, r), e.length+utf8.RuneLen(r)
			io.WriteString(e.echo, string(r))
		}
	}
	return "", false
}

// delete deletes the last characters.
func (e *lineEditor) delete(count int) {
	for range min(count, len(e.line)) {
		last := e.line[len(e.line)-1]
		e.line, e.length = e.line[:len(e.line)-1], e.length-utf8.RuneLen(last)
		for range width.ByLetter.Columns(string(last)) {
			io.WriteString(e.echo, "\b \b")
		}
	}
}
