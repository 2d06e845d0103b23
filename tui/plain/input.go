package plain

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"casebook/model/safe"
)

// How long a line may be in bytes: a command, and a line of a note.
const (
	maxLine     = 1000
	maxNoteLine = 10_000
)

// A typedLine is a line of the input, without its line end.
type typedLine struct {
	text []byte
	long bool // too long; text is its beginning
}

// An input reads each line when it is asked for, since a passphrase is read elsewhere
// in between.
type input struct {
	wanted  chan struct{}
	typed   chan typedLine // closed at the end
	done    chan struct{}
	waiting bool // for a line that was asked for
}

func newInput(from io.Reader) *input {
	in := &input{wanted: make(chan struct{}, 1), typed: make(chan typedLine), done: make(chan struct{})}
	go in.read(bufio.NewReaderSize(from, maxNoteLine+2))
	return in
}

// next returns the channel of the next line.
func (in *input) next() <-chan typedLine {
	if !in.waiting {
		in.wanted <- struct{}{}
	}
	in.waiting = true
	return in.typed
}

func (in *input) close() { close(in.done) }

// secret returns the next line as it is.
func (in *input) secret(ctx context.Context, _ string) ([]byte, error) {
	select {
	case l, more := <-in.next():
		if in.waiting = false; !more {
			return nil, io.EOF
		}
		return l.text, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// read reads lines until the input ends or is closed, and overwrites those passed on.
func (in *input) read(from *bufio.Reader) {
	defer close(in.typed)
	for {
		select {
		case <-in.wanted:
		case <-in.done:
			return
		}
		part, more, err := from.ReadLine()
		l := typedLine{bytes.Clone(part), more || len(part) > maxNoteLine}
		clear(part)
		for more && err == nil {
			_, more, err = from.ReadLine()
		}
		if err != nil && !l.long {
			return
		}
		select {
		case in.typed <- l:
		case <-in.done:
			return
		}
		if err != nil {
			return
		}
	}
}

// onLine runs the command of a line, or says why it cannot.
func (s *session) onLine(ctx context.Context, l typedLine) {
	limit := maxLine
	if s.own.draft != nil {
		limit = maxNoteLine
	}
	switch {
	case s.own.sealed != nil:
		clear(l.text)
		s.unlockSession(ctx)
		return
	case l.long || len(l.text) > limit:
		s.answer("That line is too long and was ignored. The limit is %d characters.", limit)
		return
	case !utf8.Valid(l.text):
		s.answer("That line was not understood: it is not in UTF-8. Set the terminal to UTF-8, or type Latin letters.")
		return
	}
	if s.own.draft != nil {
		s.onNoteLine(ctx, string(l.text))
		return
	}
	text := cleanInput(string(l.text))
	if text == "" && len(bytes.TrimSpace(l.text)) > 0 {
		s.answer("That key does nothing here. Type \"%s\" for the commands.", s.command("help"))
		return
	}
	c, rest, near := parse(s.commands, s.words, text)
	if c == nil {
		s.sayUnknown(text, near)
		return
	}
	if s.typed = text; s.repeat != s.typed {
		s.repeat = ""
	}
	if err := c.do(s, ctx, rest); err != nil {
		s.fail(ctx, err)
	}
}

// isRepeated reports whether the command was typed again, to confirm it.
func (s *session) isRepeated() bool {
	again := s.repeat != ""
	s.repeat = ""
	return again
}

// cleanInput removes the sequences of function and arrow keys from a line.
func cleanInput(typed string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case safe.Unsafe(r):
			return -1
		}
		return r
	}, ansi.Strip(typed)))
}
