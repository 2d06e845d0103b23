//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const secretWord = "Zanzibarsecret"

// notesFile writes notes as age would decrypt them, with a secret word in each.
func notesFile(t *testing.T, folder, name string, size int) string {
	t.Helper()
	path := filepath.Join(folder, name)
	text := `{"casebook_private":1,"notes":[{"report":"r","case":"` + name + `","text":"` + secretWord + strings.Repeat("x", size) + `","written":"2016-12-01T10:00:00Z"}],` +
		`"searches":[{"name":"` + secretWord + `","text":"` + secretWord + `","saved":"2016-12-01T10:00:00Z"}]}`
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestPrivateWithoutRoom has no room on the disk, and then no right to write: what
// is kept stays, and the person is told.
func TestPrivateWithoutRoom(t *testing.T) {
	folder := t.TempDir()
	small, large := notesFile(t, folder, "small.json", 10), notesFile(t, folder, "large.json", 200_000)
	c := command(t, folder, "private", "import", small)
	c.Stdin = strings.NewReader("pass\n")
	done(t, c, 0)
	kept := filepath.Join(folder, "data", "casebook", "private.age")
	before, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	unchanged := func(what string) {
		t.Helper()
		after, err := os.ReadFile(kept)
		entries, _ := os.ReadDir(filepath.Dir(kept))
		if err != nil || string(after) != string(before) || len(entries) != 1 {
			t.Errorf("%s: %d files, %v", what, len(entries), err)
		}
	}
	c = roomFor(command(t, folder, "private", "import", large), 64<<10)
	c.Stdin = strings.NewReader("pass\n")
	if _, errs := done(t, c, 3); !strings.Contains(errs, "file too large") || !strings.Contains(errs, "free some disk space and try again; nothing was changed") {
		t.Error(errs)
	}
	unchanged("no room")

	as := asNobody(t, folder)
	os.Chmod(filepath.Join(folder, "data"), 0o755)
	os.Chmod(kept, 0o644)
	os.Chmod(filepath.Dir(kept), 0o555)
	defer os.Chmod(filepath.Dir(kept), 0o700)
	c = as(command(t, folder, "private", "import", large))
	c.Stdin = strings.NewReader("pass\n")
	if _, errs := done(t, c, 3); !strings.Contains(errs, "permission denied") || strings.Contains(errs, secretWord) {
		t.Error(errs)
	}
	unchanged("no right")
	c = as(command(t, folder, "private", "status", "--count"))
	c.Stdin = strings.NewReader("pass\n")
	if out, _ := done(t, c, 0); !strings.Contains(out, "1 note, 0 marks, 1 saved search") {
		t.Errorf("a file that can only be read is not read: %s", out)
	}
}

// TestPassphraseOnATerminal: it is asked for twice, and never shown.
func TestPassphraseOnATerminal(t *testing.T) {
	folder := t.TempDir()
	s := start(t, terminal{width: 100, height: 24, environment: []string{"XDG_DATA_HOME=" + folder}, arguments: []string{"private", "keep"}})
	asks := func(times int) {
		t.Helper()
		s.waitFor("ask", func(screen string) bool {
			return strings.Count(screen, "New passphrase:")+strings.Count(screen, "Repeat the passphrase:") == times
		})
	}
	for i, answer := range []string{"first one", "first two", "horse battery", "horse battery"} {
		asks(i + 1)
		s.press(answer + enter)
	}
	s.shows("passphrases do not match", "created")
	if text := s.text(); strings.Contains(text, "horse") || strings.Contains(text, "first") {
		t.Errorf("the passphrase is on the screen:\n%s", text)
	}
	<-s.exited
	c := exec.Command(binary(t), "private", "status", "--count")
	c.Env = append(os.Environ(), "XDG_DATA_HOME="+folder)
	c.Stdin = strings.NewReader("horse battery\n")
	if out, _ := done(t, c, 0); !strings.Contains(out, "0 notes") {
		t.Error(out)
	}
}
