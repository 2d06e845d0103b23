//go:build unix

package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"

	"casebook/cmd/casebook/cli"
)

const (
	ctrlS      = "\x13"
	ctrlZ      = "\x1a"
	passphrase = "Quaggapassphrase"
)

// inClear lists the files below a folder, and those that have a secret in clear, in
// their content or their name.
func inClear(t *testing.T, folder string, secrets ...string) (all, open []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(name)
		all = append(all, name)
		for _, secret := range secrets {
			if bytes.Contains(text, []byte(secret)) || strings.Contains(name, secret) {
				open = append(open, name)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all, open
}

// unlocked starts the browser in a home where something is kept, and unlocks it.
func unlocked(t *testing.T, on terminal) *screen {
	t.Helper()
	s := start(t, on)
	s.shows("Your notes are locked")
	s.press("E")
	s.shows("Passphrase of your notes:")
	s.press(passphrase, enter)
	return s
}

// keepNote has casebook keep a notebook with one note in a home.
func keepNote(t *testing.T, home string) {
	t.Helper()
	c := privateIn(t, home, "import", notesFile(t, t.TempDir(), "KAZ-2016-02", 1))
	c.Stdin = strings.NewReader(passphrase + "\n")
	done(t, c, 0)
}

// takesSeconds is for tests in which passphrases are tried, each of which is made to
// take a second.
func takesSeconds(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("passphrases take a second each")
	}
	t.Parallel()
}

// privateIn is casebook private in a home.
func privateIn(t *testing.T, home string, arguments ...string) *exec.Cmd {
	t.Helper()
	c := exec.Command(binary(t), append([]string{"private"}, arguments...)...)
	c.Env = []string{"HOME=" + home, "TMPDIR=" + home, "PATH=" + os.Getenv("PATH")}
	return c
}

// counts is what casebook says is kept in a home.
func counts(t *testing.T, home string) string {
	t.Helper()
	c := privateIn(t, home, "status", "--count")
	c.Stdin = strings.NewReader(passphrase + "\n")
	out, _ := done(t, c, 0)
	return out
}

// TestNothingInClear keeps a secret word in a note, in a saved search and on a
// marked case: nothing on the disk has it, and with the passphrase all is back.
func TestNothingInClear(t *testing.T) {
	takesSeconds(t)
	s := start(t, terminal{width: 80, height: 24})
	home := s.program.Dir
	s.shows("Kazakhstan in 2016: overview")
	s.press("m", "e")
	s.shows("Your note on KAZ-2016-01", "lost if the connection breaks")
	s.press(secretWord, ctrlS)
	s.shows("Save your notes")
	s.press("k")
	s.shows("New passphrase")
	s.press(passphrase, enter)
	s.shows("Repeat the passphrase:")
	s.press(passphrase, enter)
	s.hides("passphrase")
	s.press("/", secretWord, enter)
	s.shows("1/47 cases", "in your note")
	s.press(":", "save search "+secretWord, enter)
	s.shows("Saved; E lists")
	s.press("q")
	if code := s.ends(); code != cli.ExitDone {
		t.Errorf("exit code %d", code)
	}
	s.restored()
	if bytes.Contains(s.bytes(), []byte(passphrase)) {
		t.Error("the passphrase was shown")
	}
	kept := filepath.Join(home, ".local", "share", "casebook", "private.age")
	if all, open := inClear(t, home, secretWord, passphrase); len(open) > 0 || len(all) != 1 || all[0] != kept {
		t.Errorf("in clear: %q; all files: %q", open, all)
	}

	s = unlocked(t, terminal{width: 80, height: 24, home: home})
	s.shows("search: "+secretWord, "KAZ-2016-01: "+secretWord)
	s.press(escape)
	s.hides("search: " + secretWord)
	s.shows("Your note", secretWord)
	s.press("q")
	s.ends()
	if out := counts(t, home); !strings.Contains(out, "1 note, 1 mark, 1 saved search") {
		t.Error(out)
	}
	if all, open := inClear(t, home, secretWord, passphrase); len(open) > 0 || len(all) != 1 {
		t.Errorf("in clear: %q; all files: %q", open, all)
	}
	t.Run("age", func(t *testing.T) { opensWithAge(t, kept) })
}

// opensWithAge opens a file with the public age program, where it is installed.
func opensWithAge(t *testing.T, name string) {
	if _, err := exec.LookPath("age"); err != nil {
		t.Skipf("age is not installed here: %v", err)
	}
	c := exec.Command("age", "-d", name)
	keyboard, err := pty.Start(c)
	if err != nil {
		t.Fatal(err)
	}
	defer keyboard.Close()
	var shown []byte
	buffer := make([]byte, 4096)
	for asked := false; ; {
		n, err := keyboard.Read(buffer)
		if shown = append(shown, buffer[:n]...); !asked && bytes.Contains(shown, []byte("passphrase")) {
			asked = true
			keyboard.WriteString(passphrase + "\n")
		}
		if err != nil {
			break
		}
	}
	if err := c.Wait(); err != nil || !bytes.Contains(shown, []byte(secretWord)) {
		t.Errorf("age: %v: %s", err, shown)
	}
}

// TestThrownAwayLeavesNoTrace writes down what is then thrown away: a note, one that
// was saved for the session, a mark and a search.
func TestThrownAwayLeavesNoTrace(t *testing.T) {
	s := start(t, terminal{width: 80, height: 24})
	before := files(t, s.program.Dir)
	s.shows("Kazakhstan in 2016: overview")
	s.press("e", secretWord, escape)
	s.shows("Press Esc again")
	s.settle()
	s.press(escape)
	s.hides("Your note on")
	s.press("e", secretWord, ctrlS)
	s.shows("Save your notes")
	s.settle()
	s.press(escape)
	s.hides("Save your notes")
	s.press("m")
	s.shows("1 case marked")
	s.press(":", "save search "+secretWord, enter)
	s.shows("Saved; E lists")
	s.press("q")
	s.shows("are not saved")
	s.press("d")
	if code := s.ends(); code != cli.ExitDone {
		t.Errorf("exit code %d", code)
	}
	s.restored()
	if after := files(t, s.program.Dir); after != before {
		t.Errorf("home, working directory and temporary folder were\n%sand are\n%s", before, after)
	}
}

// TestEndedFromOutside ends a session in the middle of a note: where the passphrase
// is known it is kept, else it is lost, as the screen has said.
func TestEndedFromOutside(t *testing.T) {
	takesSeconds(t)
	for name, signal := range map[string]syscall.Signal{"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			keepNote(t, home)
			s := unlocked(t, terminal{width: 80, height: 24, home: home})
			s.shows(secretWord)
			s.settle()
			s.press(escape)
			s.hides(secretWord)
			s.press("e")
			s.shows("kept even if the connection breaks")
			s.press("half of a note")
			s.shows("half of a note")
			s.program.Process.Signal(signal)
			if code := s.ends(); code != 128+int(signal) {
				t.Errorf("exit code %d", code)
			}
			s.restored()
			if out := counts(t, home); !strings.Contains(out, "2 notes") {
				t.Error(out)
			}
		})
	}
	t.Run("not kept", func(t *testing.T) {
		s := start(t, terminal{width: 80, height: 24})
		s.shows("Kazakhstan in 2016: overview")
		before := files(t, s.program.Dir)
		s.press("e", "half of a note")
		s.shows("lost if the connection breaks", "half of a note")
		s.program.Process.Signal(syscall.SIGTERM)
		s.ends()
		s.restored()
		if after := files(t, s.program.Dir); after != before {
			t.Errorf("the folders were\n%sand are\n%s", before, after)
		}
	})
}

// TestIdleLock locks a session in which no key is pressed, in the middle of a note,
// and brings it back.
func TestIdleLock(t *testing.T) {
	takesSeconds(t)
	home := t.TempDir()
	keepNote(t, home)
	s := unlocked(t, terminal{width: 80, height: 24, home: home, arguments: []string{"--lock", "3s"}})
	s.shows(secretWord)
	s.settle()
	s.press(escape, "e")
	s.shows("Your note on")
	s.press("half of a note")
	s.waitFor("lock", func(screen string) bool {
		return strings.Contains(screen, "Locked. Passphrase:") && !strings.Contains(screen, "KAZ") && !strings.Contains(screen, "half")
	})
	if left := strings.TrimSpace(strings.ReplaceAll(s.text(), "Locked. Passphrase:", "")); strings.Count(left, "\n") > 0 {
		t.Errorf("more is on the screen:\n%s", s.text())
	}
	s.press(passphrase, enter)
	s.shows("half of a note", "Your note on")
	s.press("\x03")
	s.ends()
	s.restored()
}

// shell is a shell that says when the program is stopped, and continues it at Enter.
func shell(t *testing.T) []string {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skipf("bash is not installed here: %v", err)
	}
	return []string{bash, "-m", "-c", `"$0" "$@"; echo "stopped with $?"; read; fg; exit`}
}

// TestSuspended stops the program as a shell's user does: the screen is cleared and
// what is written down is locked, until the passphrase is typed.
func TestSuspended(t *testing.T) {
	takesSeconds(t)
	under, home := shell(t), t.TempDir()
	keepNote(t, home)
	s := unlocked(t, terminal{width: 80, height: 24, home: home, under: under})
	s.shows(secretWord)
	s.settle()
	s.press(escape)
	s.hides("search: " + secretWord)
	s.press(ctrlZ)
	s.shows("stopped with")
	if shown := s.text(); strings.Contains(shown, "KAZ") || strings.Contains(shown, secretWord) {
		t.Errorf("the shell's screen has\n%s", shown)
	}
	clearsBeforeLeaving(t, s.bytes())
	s.press(enter)
	s.shows("Locked. Passphrase:")
	if strings.Contains(s.text(), "KAZ") {
		t.Errorf("the locked screen has\n%s", s.text())
	}
	s.press(passphrase, enter)
	s.shows("Kazakhstan in 2016: overview")
	s.press("q")
	s.ends()
}

// TestPlainSuspended does so in plain lines, which stay where they are.
func TestPlainSuspended(t *testing.T) {
	takesSeconds(t)
	under, home := shell(t), t.TempDir()
	keepNote(t, home)
	s := start(t, terminal{width: 80, height: 60, home: home, arguments: []string{"--plain"}, under: under})
	s.shows(`Type "notes" to open them`)
	s.press("notes", enter)
	s.shows("Passphrase of your notes:")
	s.press(passphrase, enter)
	s.shows("KAZ-2016-02, ")
	s.press(ctrlZ)
	s.shows("Press Enter to type the", "stopped with")
	s.press(enter)
	s.waitFor("go on", func(screen string) bool { return strings.Count(screen, `"$0" "$@"`) > 1 }) // bash says what goes on
	s.press(enter)
	s.shows("Locked. Passphrase:")
	s.press(passphrase, enter)
	s.shows("Unlocked.")
	s.press("quit", enter)
	s.ends()
	if strings.Contains(s.text(), passphrase) {
		t.Errorf("the passphrase was shown:\n%s", s.text())
	}
}

// clearsBeforeLeaving checks that each row was erased before the alternate screen
// was left.
func clearsBeforeLeaving(t *testing.T, written []byte) {
	t.Helper()
	before, _, left := bytes.Cut(written, []byte("\x1b[?1049l"))
	if !left || bytes.Count(before[max(len(before)-400, 0):], []byte("\x1b[2K")) < 24 || !bytes.HasSuffix(before, []byte("\x1b[2J")) {
		t.Errorf("the screen is not cleared before it is left: %q", before[max(len(before)-400, 0):])
	}
}
