//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"casebook/cmd/casebook/cli"
)

// TestServerIsStopped ends a server with a session: it gets a message, and its terminal is
// as before.
func TestServerIsStopped(t *testing.T) {
	server := serves(t, []string{"reader"})
	s := server.opens(terminal{width: 80, height: 24})
	s.shows("? help")
	s.settle()
	server.signal(syscall.SIGTERM)
	s.shows("The server is being stopped. This session ends in 10 s.")
	if _, errs, code := server.runs("", nil, "list"); code != 255 {
		t.Errorf("a new session meanwhile: code %d, %s", code, errs)
	}
	s.ends()
	s.restored()
	if !strings.Contains(string(s.bytes()), "casebook: The server was stopped.") {
		t.Errorf("the session gets no message at its end: %q", s.bytes()[max(len(s.bytes())-200, 0):])
	}
	select {
	case <-server.exited:
	case <-time.After(patience):
		t.Fatal("the server did not end")
	}
	if code := server.program.ProcessState.ExitCode(); code != cli.ExitDone {
		t.Errorf("exit code %d", code)
	}
}

// TestServerGoesOnInTheNewLibrary replaces the library that is served: an open
// browser goes on in the new one on its case, and so does a command.
func TestServerGoesOnInTheNewLibrary(t *testing.T) {
	folder := t.TempDir()
	library := filepath.Join(folder, "lib.db")
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 30)
	manyCases(t, filepath.Join(folder, "second.jsonl"), "SECOND", 40)
	done(t, command(t, folder, "import", "--library", library, "first.jsonl"), 0)
	server := serves(t, []string{"reader"}, "--library", library)
	s := server.opens(terminal{width: 120, height: 36})
	s.shows("1/30")
	s.press("jjj")
	s.shows("4/30", "FIRST-4")
	next := filepath.Join(folder, "next.db")
	done(t, command(t, folder, "import", "--library", next, "first.jsonl", "second.jsonl"), 0)
	if err := os.Rename(next, library); err != nil {
		t.Fatal(err)
	}
	s.press("o")
	s.shows("/70", "FIRST-4")
	if out, _, _ := server.runs("", nil, "show", "SECOND-40"); !strings.Contains(out, "SECOND-40") {
		t.Errorf("a command reads the library before: %s", out)
	}
	if err := os.WriteFile(library, []byte("no library"), 0o600); err != nil { // in its place, as by a copy that went wrong
		t.Fatal(err)
	}
	_, errs, code := server.runs("", nil, "list")
	if code != cli.ExitData || strings.Contains(errs, folder) || !strings.Contains(errs, "the library cannot be read") {
		t.Errorf("a broken library: code %d, %s", code, errs)
	}
	server.logs("the library cannot be read")
}

// TestServerWritesNothing watches what a server opens while it has sessions.
func TestServerWritesNothing(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("there is no strace")
	}
	folder := t.TempDir()
	library := filepath.Join(folder, "lib.db")
	manyCases(t, filepath.Join(folder, "cases.jsonl"), "CASE", 30)
	done(t, command(t, folder, "import", "--library", library, "cases.jsonl"), 0)
	server := serves(t, []string{"reader"}, "--library", library)
	calls := filepath.Join(folder, "calls")
	watch := exec.Command(strace, "-f", "-qq", "-e", "trace=%file,fchmod,ftruncate", "-e", "signal=none", "-o", calls, "-p", strconv.Itoa(server.program.Process.Pid))
	if err := watch.Start(); err != nil {
		t.Skipf("strace does not run here: %v", err)
	}
	defer func() {
		watch.Process.Signal(syscall.SIGINT)
		watch.Wait()
	}()
	server.runs("", nil, "show", "CASE-1")
	for deadline := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) { // it is attached
		if text, _ := os.ReadFile(calls); len(text) > 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Skip("strace sees nothing here")
		}
		server.runs("", nil, "show", "CASE-1")
	}
	for range 16 {
		server.runs("number", nil, "find", "-")
	}
	server.runs("find number\n1\nquit\n", nil)
	for range 2 {
		s := server.opens(terminal{width: 80, height: 24})
		s.shows("? help")
		s.settle()
		s.press("/number", enter, "w", "m", "e", "q")
		s.ends()
	}
	server.runs("", nil, "export", "--format", "json")
	text, err := os.ReadFile(calls)
	if err != nil {
		t.Fatal(err)
	}
	opened := 0
	for line := range strings.Lines(string(text)) {
		opened += strings.Count(line, "lib.db\"")
		for _, sign := range []string{"O_WRONLY", "O_RDWR", "O_CREAT", "mkdir", "unlink", "rename", "chmod", "truncate", "execve"} {
			if strings.Contains(line, sign) {
				t.Errorf("the server: %s", line)
			}
		}
	}
	if opened < 20 {
		t.Errorf("the library was opened or looked at %d times: strace has not seen the sessions", opened)
	}
}
