package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// inMemory counts how often a text is in the memory of a process, and returns what
// is around it.
func inMemory(t *testing.T, process int, text string) (around []string) {
	t.Helper()
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", process))
	if err != nil {
		t.Fatal(err)
	}
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", process))
	if err != nil {
		t.Fatal(err)
	}
	defer memory.Close()
	for line := range strings.Lines(string(maps)) {
		var from, to int64
		var rights string
		if _, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &rights); err != nil || rights[0] != 'r' || strings.Contains(line, "[v") {
			continue
		}
		part := make([]byte, to-from)
		n, _ := memory.ReadAt(part, from)
		for at, rest := 0, part[:n]; ; {
			found := bytes.Index(rest, []byte(text))
			if found < 0 {
				break
			}
			at += found
			around = append(around, fmt.Sprintf("%x %s: %q", from+int64(at), strings.Fields(line)[len(strings.Fields(line))-1], part[max(at-80, 0):min(at+len(text)+80, n)]))
			at += len(text)
			rest = part[at:n]
		}
	}
	return around
}

// TestMemoryAfterLocking looks into the program's memory for what was written down,
// before and after it is locked.
func TestMemoryAfterLocking(t *testing.T) {
	takesSeconds(t)
	if os.Getuid() != 0 {
		t.Skip("only root may look into the program's memory, which is as it should be")
	}
	home := t.TempDir()
	keepNote(t, home)
	s := unlocked(t, terminal{width: 80, height: 24, home: home})
	s.shows("search: " + secretWord)
	s.settle()
	s.press(escape)
	s.hides("search: " + secretWord)
	s.press("e")
	s.shows("Your note on")
	s.press("Okapiword in a note", ctrlS)
	s.shows("Note saved.")
	s.press("/", "okapiword", enter)
	s.shows("1/47 cases", "in your note")
	s.press("e")
	s.shows("Your note on")
	s.press(" and Bongoword", ctrlS)
	s.settle()
	secrets := []string{secretWord, "Okapiword", "Bongoword", passphrase}
	for _, secret := range secrets {
		if found := inMemory(t, s.program.Process.Pid, secret); len(found) == 0 {
			t.Errorf("%s is not found before it is locked: the test sees nothing", secret)
		}
	}
	s.press("z")
	s.shows("Locked. Passphrase:")
	s.settle()
	// None is found as a rule. Go promises none of it, so that a few may be.
	const most = 2
	for _, secret := range secrets {
		if found := inMemory(t, s.program.Process.Pid, secret); len(found) > most {
			t.Errorf("%s is in memory %d times after it is locked:\n%s", secret, len(found), strings.Join(found, "\n"))
		}
	}
	t.Logf("what was searched for stays: %d times", len(inMemory(t, s.program.Process.Pid, "okapiword")))
	s.press(passphrase, enter)
	s.shows("Okapiword in a note and Bongoword")
	s.press("\x03")
	s.ends()
}

// TestNoCoreDump ends the program so that the system would write an image of its
// memory, where that is allowed.
func TestNoCoreDump(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts the program")
	}
	s := start(t, terminal{width: 80, height: 24, under: []string{"sh", "-c", `ulimit -c unlimited 2>/dev/null; exec "$0" "$@"`}, environment: []string{"GOTRACEBACK=crash"}})
	s.shows("Kazakhstan in 2016: overview")
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", s.program.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(limits)) {
		if strings.HasPrefix(line, "Max core file size") && strings.Join(strings.Fields(line)[4:6], " ") != "0 0" {
			t.Errorf("images of the memory are allowed: %s", line)
		}
	}
	s.program.Process.Signal(syscall.SIGABRT)
	s.ends()
	if status, ok := s.program.ProcessState.Sys().(syscall.WaitStatus); ok && status.CoreDump() {
		t.Error("an image of the memory was written")
	}
	if found, _ := filepath.Glob(filepath.Join(s.program.Dir, "core*")); len(found) > 0 {
		t.Errorf("images of the memory: %q", found)
	}
	if gcore, err := exec.LookPath("gcore"); err == nil && os.Getuid() != 0 {
		if out, err := exec.Command(gcore, "-o", filepath.Join(t.TempDir(), "image"), fmt.Sprint(s.program.Process.Pid)).CombinedOutput(); err == nil {
			t.Errorf("another program of the same user took an image of the memory: %s", out)
		}
	}
}
