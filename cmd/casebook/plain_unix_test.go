//go:build unix

package main

import (
	"bytes"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	"casebook/cmd/casebook/cli"
)

// TestPlainOnATerminal is a session in plain lines as a person has it, from the
// start to a citation: nothing but text is written, in lines that the terminal
// need not break, and nothing is left behind.
func TestPlainOnATerminal(t *testing.T) {
	for name, test := range map[string]struct {
		on    terminal
		leave string
		code  int
	}{
		"asked for":   {terminal{width: 60, height: 500, arguments: []string{"--plain"}}, "quit" + enter, cli.ExitDone},
		"TERM=dumb":   {terminal{width: 60, height: 500, environment: []string{"TERM=dumb"}}, "\x03", 128 + int(syscall.SIGINT)},
		"end of file": {terminal{width: 60, height: 500, environment: []string{"TERM=dumb"}, arguments: []string{"--plain"}}, "\x04", cli.ExitDone},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, test.on)
			before := files(t, s.program.Dir)
			s.shows("47 cases.", "37 more: type \"next\".\n>")
			s.press("find narimbaef", enter)
			s.shows("1 of 47 cases.", "sounds like")
			s.press("1", enter)
			s.shows("Yermek Narymbaev: prison, length not stated, trial, January")
			s.press("\x1b[A", enter) // an arrow: there is no history
			s.shows("That key does nothing here.")
			s.press("cite", enter)
			s.shows("(KAZ-2016-13), after")
			s.press(test.leave)
			if code := s.ends(); code != test.code {
				t.Errorf("exit code %d", code)
			}
			s.restored()
			written := s.bytes()
			if at := bytes.IndexByte(written, 0x1b); at >= 0 {
				t.Errorf("an escape sequence is written: %q", written[at:min(at+20, len(written))])
			}
			for l := range strings.Lines(strings.ReplaceAll(string(written), "\r\n", "\n")) {
				if strings.ContainsAny(l, "\r\b") {
					t.Errorf("a line is written over: %q", l)
				}
				if width := utf8.RuneCountInString(l) - 1; width > 60 && !strings.HasPrefix(l, `"Narymbaev and`) { // a citation is whole
					t.Errorf("a line of %d columns: %q", width, l)
				}
			}
			if after := files(t, s.program.Dir); after != before {
				t.Errorf("home, working directory and temporary folder were\n%sand are\n%s", before, after)
			}
		})
	}
}
