package plain

import (
	"context"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/model/safe"
	"casebook/tui/text"
)

// answer writes a text of the catalogue.
func (s *session) answer(text string, arguments ...any) {
	s.line(s.words.Word(text, arguments...))
}

// answerOnce writes a text of the catalogue only once in a session.
func (s *session) answerOnce(text string, arguments ...any) {
	if !s.said[text] {
		s.said[text] = true
		s.answer(text, arguments...)
	}
}

// line writes one line of text, wrapped between words.
func (s *session) line(said string) {
	s.lines(s.glyphs.Wrap(text.Line{text.New(text.Normal, said)}, s.columns()))
}

func (s *session) lines(lines []text.Line) {
	for _, l := range lines {
		s.write(strings.TrimRight(l.String(), " "))
	}
}

func (s *session) columns() int {
	if s.width <= 0 {
		return noWrapping
	}
	return s.width
}

// numbered writes a line that can be chosen by its number.
func (s *session) numbered(number int, text string) { s.line(strconv.Itoa(number) + ". " + text) }

// write writes a line, with ASCII punctuation if the session is in ASCII.
func (s *session) write(line string) {
	if s.options.ASCII {
		line = text.ASCIIPunctuation.Replace(strings.ReplaceAll(line, "…", "..."))
	}
	s.out.WriteString(line + "\n")
}

// writeUnwrapped writes a line that is meant to be copied, without wrapping it.
func (s *session) writeUnwrapped(line string) { s.write(safe.Line(line)) }

// noWrapping is the width for lines that are not wrapped.
const noWrapping = 1 << 20

// setWidth sets the width at which lines are wrapped.
func (s *session) setWidth(_ context.Context, text string) error {
	number, err := strconv.Atoi(text)
	switch off := model.Fold(text) == "off" || model.Fold(text) == model.Fold(s.command("off")); {
	case off || err == nil && number == 0:
		s.width = 0
		s.answer("Lines are not wrapped.")
	case err == nil && number >= 20 && number <= 500:
		s.width = number
		s.answer("Lines are wrapped at %d characters.", number)
	default:
		s.answer("Type \"%s\" and a number from 20 to 500, or \"%s\" to turn wrapping off.", s.command("width"), s.command("off"))
	}
	return nil
}

// command returns the word of a command in the language of the session.
func (s *session) command(english string) string { return s.words.Word(english) }
