package plain

import (
	"bufio"
	"context"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"casebook/model/safe"
)

// maxLine is the length in bytes of the longest line that is taken in.
const maxLine = 1000

// A typedLine is a line of the input, without what ends it.
type typedLine struct {
	text string
	long bool // longer than is taken in; text is its beginning
}

// readLines reads lines until the input ends or done is closed.
func readLines(in io.Reader, typed chan<- typedLine, done <-chan struct{}) {
	defer close(typed)
	reader := bufio.NewReaderSize(in, maxLine+2)
	for {
		part, more, err := reader.ReadLine()
		l := typedLine{string(part), more || len(part) > maxLine}
		for more && err == nil {
			_, more, err = reader.ReadLine()
		}
		if err != nil && !l.long {
			return
		}
		select {
		case typed <- l:
		case <-done:
			return
		}
		if err != nil {
			return
		}
	}
}

// onLine runs the command of a line, or says why it cannot.
func (s *session) onLine(ctx context.Context, l typedLine) {
	switch {
	case l.long:
		s.answer("That line is too long and was ignored. The limit is %d characters.", maxLine)
		return
	case !utf8.ValidString(l.text):
		s.answer("That line was not understood: it is not in UTF-8. Set the terminal to UTF-8, or type Latin letters.")
		return
	}
	text := cleanInput(l.text)
	if text == "" && strings.TrimSpace(l.text) != "" {
		s.answer("That key does nothing here. Type %s for the commands.", s.command("help"))
		return
	}
	c, rest, near := parse(s.commands, s.words, text)
	if c == nil {
		s.sayUnknown(text, near)
		return
	}
	if c.word != "export" {
		s.existing = ""
	}
	if err := c.do(s, ctx, rest); err != nil {
		s.fail(ctx, err)
	}
}

// cleanInput returns a line without what function keys and arrows send.
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
