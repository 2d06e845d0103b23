//go:build unix

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"casebook/cmd/casebook/cli"
)

// TestBrowse is a session as a person has it, in both widths with panes.
func TestBrowse(t *testing.T) {
	for _, on := range []terminal{{width: 80, height: 24}, {width: 120, height: 36}} {
		t.Run(size80(on), func(t *testing.T) {
			s := start(t, on)
			s.shows("casebook", "47 cases", "2 Cases", "3 Detail", "Kazakhstan in 2016: overview", "? help")

			// filter: choose the fourth row, a category with others below it
			s.press("f")
			s.shows("1 Filters", "Freedom of expression")
			s.press("jjj", enter)
			s.shows("10/47 cases", "[Category: Freedom of expression]", "At least 34 arrested")
			s.press("X")
			s.shows("47 cases")
			s.hides("[Category: Freedom of expression]")

			// search as you type; the first row and its detail follow
			s.press("2/", "facebook")
			s.shows("/ facebook", "4/47 cases", "Zhanat Esentaev")
			s.press(enter)
			s.shows("Enter read")

			// open, and follow the first link: all cases with that person
			s.press(enter)
			s.shows("━ 3 Detail")
			s.press(tab, enter)
			s.shows("[People: Zhanat Esentaev]", "1/47 cases")

			// and back to where it came from
			s.press(escape)
			s.shows("/ facebook", "4/47 cases", "━ 3 Detail")

			s.press("q")
			if code := s.ends(); code != cli.ExitDone {
				t.Errorf("exit code %d", code)
			}
			s.restored()
			if left := strings.TrimSpace(s.text()); left != "" {
				t.Errorf("the shell's screen has this left on it:\n%s", left)
			}
		})
	}
}

func size80(on terminal) string {
	if on.width == 80 {
		return "80x24"
	}
	return "120x36"
}

// TestBrowseFromACase begins at the case of the command line.
func TestBrowseFromACase(t *testing.T) {
	s := start(t, terminal{width: 80, height: 24, arguments: []string{"KAZ-2016-14"}})
	s.shows("Igor Sychev: five-year", "KAZ-2016-14 · proceeding")
	s.press("\x03") // ctrl+c leaves from anywhere
	if code := s.ends(); code != cli.ExitDone {
		t.Errorf("exit code %d", code)
	}
	s.restored()

	s = start(t, terminal{width: 80, height: 24, arguments: []string{"KAZ-2016-99"}})
	if code := s.ends(); code != cli.ExitNothing {
		t.Errorf("an unknown case: exit code %d", code)
	}
	s.shows("casebook: error: there is no case KAZ-2016-99", "casebook: hint:")
	s.restored()
}

// TestBlank hides what is on the screen at once, and brings it back.
func TestBlank(t *testing.T) {
	s := start(t, terminal{width: 80, height: 24})
	s.shows("Kazakhstan in 2016: overview")
	s.press("z")
	s.waitFor("show nothing", func(screen string) bool { return strings.TrimSpace(screen) == "" })
	s.press("j")
	s.shows("Kazakhstan in 2016: overview")
}

// TestResize goes through every shape of the screen and back.
func TestResize(t *testing.T) {
	s := start(t, terminal{width: 120, height: 36})
	s.shows("1 Filters", "2 Cases", "3 Detail")
	s.resize(80, 24)
	s.hides("1 Filters")
	s.shows("2 Cases", "3 Detail", "? help")
	s.resize(60, 20)
	s.hides("3 Detail")
	s.shows("2 Cases")
	s.resize(20, 5)
	s.shows("casebook needs at", "least 40 columns and")
	s.resize(120, 36)
	s.shows("1 Filters", "2 Cases", "3 Detail", "Kazakhstan in 2016: overview")
	s.press("q")
	s.ends()
	s.restored()
}

// TestSmallTerminal asks for room in one sentence, and leaves as ever.
func TestSmallTerminal(t *testing.T) {
	s := start(t, terminal{width: 20, height: 5})
	s.shows("casebook needs at", "least 40 columns and", "10 rows.")
	s.press("q")
	if code := s.ends(); code != cli.ExitDone {
		t.Errorf("exit code %d", code)
	}
	s.restored()
}

var colour = regexp.MustCompile(`\x1b\[(?:[0-9;:]*[;:])?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:[;:][0-9;:]*)?m`)

// TestNoColor is a session without a single colour, for any value of NO_COLOR;
// and with colours elsewhere, so that the test can see them.
func TestNoColor(t *testing.T) {
	for _, test := range []struct {
		environment string
		coloured    bool
	}{{"NO_COLOR=yes", false}, {"NO_COLOR=1", false}, {"NO_COLOR=", true}} {
		t.Run(test.environment, func(t *testing.T) {
			s := start(t, terminal{width: 120, height: 36, environment: []string{test.environment}})
			s.shows("2 Cases", "Kazakhstan in 2016: overview")
			s.press("jj/", "facebook", enter, enter, tab)
			s.shows("facebook", "4/47 cases")
			s.press("\x03")
			s.ends()
			found := colour.Find(s.bytes())
			if (found != nil) != test.coloured {
				t.Errorf("a colour sequence: %q, want any: %t", found, test.coloured)
			}
			s.restored()
		})
	}
}

// TestTerminalGoesAway ends the program when its window is closed or it is told
// to end: it keeps nothing running, and says with which signal it has ended.
func TestTerminalGoesAway(t *testing.T) {
	t.Run("closed", func(t *testing.T) {
		s := start(t, terminal{width: 80, height: 24})
		s.shows("Kazakhstan in 2016: overview")
		s.line.Close()
		s.keyboard.Close()
		if code := s.ends(); code != 128+int(syscall.SIGHUP) {
			t.Errorf("exit code %d, want %d", code, 128+int(syscall.SIGHUP))
		}
	})
	for name, signal := range map[string]syscall.Signal{"SIGHUP": syscall.SIGHUP, "SIGTERM": syscall.SIGTERM, "SIGINT": syscall.SIGINT, "SIGQUIT": syscall.SIGQUIT} {
		t.Run(name, func(t *testing.T) {
			s := start(t, terminal{width: 80, height: 24})
			s.shows("Kazakhstan in 2016: overview")
			if err := s.program.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if code := s.ends(); code != 128+int(signal) {
				t.Errorf("exit code %d, want %d", code, 128+int(signal))
			}
			s.restored()
		})
		t.Run("plain "+name, func(t *testing.T) {
			s := start(t, terminal{width: 80, height: 24, arguments: []string{"--plain"}})
			s.shows("Kazakhstan in 2016: overview")
			if err := s.program.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if code := s.ends(); code != 128+int(signal) {
				t.Errorf("exit code %d, want %d", code, 128+int(signal))
			}
		})
	}
	t.Run("q", func(t *testing.T) {
		s := start(t, terminal{width: 80, height: 24})
		s.shows("Kazakhstan in 2016: overview")
		s.press("q")
		if code := s.ends(); code != cli.ExitDone {
			t.Errorf("exit code %d", code)
		}
	})
}

// TestStartAsksNobody starts the program where Lip Gloss would start tmux to
// know its colours (see package quiet): it does not.
func TestStartAsksNobody(t *testing.T) {
	folder := t.TempDir()
	asked := filepath.Join(folder, "asked")
	if err := os.WriteFile(filepath.Join(folder, "tmux"), []byte("#!/bin/sh\necho asked >"+asked+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	s := start(t, terminal{width: 80, height: 24, arguments: []string{"--version"}, environment: []string{"TERM=screen-256color", "TMUX=" + folder + "/socket,1,0", "PATH=" + folder + ":" + os.Getenv("PATH")}})
	s.ends()
	if _, err := os.Stat(asked); err == nil {
		t.Error("tmux was started")
	}
}

// TestBrowseLeavesNoTrace compares the folders that a session could write to
// before and after it.
func TestBrowseLeavesNoTrace(t *testing.T) {
	s := start(t, terminal{width: 80, height: 24})
	before := files(t, s.program.Dir)
	s.shows("Kazakhstan in 2016: overview")
	s.press("/", "land code", enter)
	s.shows("land code", "/47 cases")
	s.press(enter, "s")
	s.settle()
	s.press("q")
	s.ends()
	if after := files(t, s.program.Dir); after != before {
		t.Errorf("home, working directory and temporary folder were\n%sand are\n%s", before, after)
	}
}

// TestNoSocket watches a session's calls of the system: it opens no connection,
// not even to a service of the same machine.
func TestNoSocket(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skipf("strace is not installed here: %v", err)
	}
	calls := filepath.Join(t.TempDir(), "calls")
	s := start(t, terminal{width: 80, height: 24, under: []string{strace, "-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o", calls}})
	s.shows("Kazakhstan in 2016: overview")
	s.press("/", "facebook", enter, enter, tab, enter)
	s.shows("1/47 cases")
	s.press("-", "s", "q")
	if code := s.ends(); code != cli.ExitDone {
		t.Errorf("exit code %d", code)
	}
	found, err := os.ReadFile(calls)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(found)) {
		if !strings.Contains(line, "???( <detached") { // a thread that ended before strace had seen a call of it
			t.Errorf("the session called the network: %s", line)
		}
	}
}

// TestOwnCopy shows the paragraph of a reader's own copy beside its case, where
// there is such a copy: the report is not in the repository.
func TestOwnCopy(t *testing.T) {
	copied, err := filepath.Abs(filepath.Join(repository, "../shared/report/kazakhstan-2016-17.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(copied); err != nil {
		t.Skipf("there is no copy of the report here: %v", err)
	}
	s := start(t, terminal{width: 120, height: 36, arguments: []string{"--source", copied, "KAZ-2016-48"}})
	s.shows("KAZ-2016-48")
	s.press("s")
	s.shows("3 Source")
	s.waitFor("show the paragraph", func(screen string) bool { return strings.Count(screen, "17 crimes") >= 2 })
	s.hides("does not have this paragraph")
	s.press("q")
	s.ends()
	s.restored()
}

// TestForeignCopy names files as a copy of the report that are none.
func TestForeignCopy(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"another text": {"A recipe.\n\nTake two eggs, and a bowl of flour.\n", "is not a copy of this report: it has 0 of its 19"},
		"a program":    {"\x7fELF\x00\x00", "this is a binary file, not text"},
		"Latin-1":      {"A caf\xe9 in Almaty.\n", "is not a copy of this report: it has 0 of its 19"},
		"UTF-16":       {"\xff\xfeA\x00.\x00\n\x00", "is not a copy of this report: it has 0 of its 19"},
	} {
		file := filepath.Join(t.TempDir(), "copy")
		if err := os.WriteFile(file, []byte(test.text), 0o600); err != nil {
			t.Fatal(err)
		}
		s := start(t, terminal{width: 160, height: 24, arguments: []string{"--source", file}})
		if code := s.ends(); code != cli.ExitUsage {
			t.Errorf("%s: exit code %d", name, code)
		}
		s.shows("casebook: error: ", test.want, "casebook: hint: ")
		s.restored()
	}
}

// TestControlCharacters types what a terminal would obey into the search box.
func TestControlCharacters(t *testing.T) {
	s := start(t, terminal{width: 80, height: 24})
	s.shows("Kazakhstan in 2016: overview")
	s.press("/", "\x1b[200~a\x1b]0;title\x07b\x1b[201~")
	s.settle()
	s.press(escape)
	s.settle()
	s.press("\x03")
	s.ends()
	if bytes.Contains(s.bytes(), []byte("\x1b]0;title")) {
		t.Error("a pasted escape sequence was written to the terminal")
	}
	s.restored()
}

// TestNoBlankFrame goes through panes, searches and commands: once the first
// screen is there, nothing clears the screen, and no frame is empty.
func TestNoBlankFrame(t *testing.T) {
	s := start(t, terminal{width: 120, height: 36})
	s.shows("Kazakhstan in 2016: overview", "1 Filters")
	begun := s.written()
	s.press("jjjjjjjjjjjjjjjjjjj", "/", "narym", enter, enter, tab, enter, "-", "f", "jj", enter, "X", "?", "/", "copy", enter, escape, ":", "theme light", enter, "s", "G")
	s.settle()
	drawn := s.bytes()[begun:]
	for name, sequence := range map[string]string{"the screen is cleared": "\x1b[2J", "all below is cleared": "\x1b[J", "the alternate screen is left": "\x1b[?1049l"} {
		if at := bytes.Index(drawn, []byte(sequence)); at >= 0 {
			t.Errorf("%s, after %q", name, drawn[max(at-80, 0):at])
		}
	}
	s.press("q")
	s.ends()
}
