//go:build unix

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casebook/db"
)

// earlierLibrary is the folder of a library that an earlier casebook made, as old.db.
func earlierLibrary(t *testing.T) string {
	t.Helper()
	content, err := os.ReadFile("../../db/testdata/library-1.db")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "old.db"), content, 0o600); err != nil {
		t.Fatal(err)
	}
	return folder
}

// age says of a library that its format is the first one, and returns its bytes.
func age(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(content[60:], []byte{0, 0, 0, 1}) // where SQLite has what its user says the version is
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return content
}

func TestAnEarlierLibrary(t *testing.T) {
	folder := earlierLibrary(t)
	out, errs := done(t, command(t, folder, "people", "--library", "old.db"), 0)
	if !strings.Contains(out, "Ayşe Brandt ") || strings.Count(out, "\n") != 3 {
		t.Error(out)
	}
	if errs != "casebook: old.db was made by an earlier casebook: bringing its 3 cases up to date\ncasebook: old.db is up to date; its reports are unchanged\n" {
		t.Error(errs)
	}
	for _, report := range []string{"norland-2019", "bare-2018"} {
		want, err := os.ReadFile("../../db/testdata/library-1." + report + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		if got, errs := done(t, command(t, folder, "export", "--library", "old.db", "--report", report, "--format", "yaml"), 0); got != string(want) || errs != "" {
			t.Errorf("%s%s", errs, got)
		}
	}
	if out, _ := done(t, command(t, folder, "doctor", "--library", "old.db"), 0); !strings.Contains(out, fmt.Sprintf("\nformat      %d\n", db.Format)) || !strings.Contains(out, "sound") {
		t.Error(out)
	}
	other := earlierLibrary(t)
	manyCases(t, filepath.Join(other, "first.jsonl"), "FIRST", 10)
	if out, errs := done(t, command(t, other, "import", "--library", "old.db", "first.jsonl"), 0); !strings.Contains(out, "10 added") || !strings.Contains(errs, "up to date") {
		t.Error(out, errs)
	}
}

// An earlier library that cannot be written stays as it is, and the person is told what to do.
func TestAnEarlierLibraryToRead(t *testing.T) {
	for name, modes := range map[string][2]os.FileMode{"file": {0o444, 0o777}, "folder": {0o666, 0o555}} {
		folder := earlierLibrary(t)
		as := asNobody(t, folder)
		defer os.Chmod(folder, 0o700)
		if err := os.Chmod(filepath.Join(folder, "old.db"), modes[0]); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(folder, modes[1]); err != nil {
			t.Fatal(err)
		}
		before, _ := os.ReadFile(filepath.Join(folder, "old.db"))
		_, errs := done(t, as(command(t, folder, "people", "--library", "old.db")), 3)
		if strings.Count(errs, "\n") != 2 || !strings.HasPrefix(errs, "casebook: error: library old.db was made by an earlier casebook and cannot be brought up to date: the library cannot be written") ||
			!strings.Contains(errs, "\ncasebook: hint: copy it to a folder where you can write") {
			t.Errorf("%s: %s", name, errs)
		}
		if out, errs := done(t, as(command(t, folder, "__complete", "list", "--library", "old.db", "--person", "")), 0); strings.Contains(out+errs, "casebook:") {
			t.Errorf("%s: while completing: %s%s", name, out, errs)
		}
		if after, err := os.ReadFile(filepath.Join(folder, "old.db")); err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s: it was changed, %v", name, err)
		}
	}
}

func TestNoRoomToRenew(t *testing.T) {
	folder := t.TempDir()
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 3000)
	done(t, command(t, folder, "import", "--library", "old.db", "first.jsonl"), 0)
	old := age(t, filepath.Join(folder, "old.db"))
	for _, room := range []int64{0, 200_000, int64(len(old)) / 2} {
		_, errs := done(t, roomFor(command(t, folder, "list", "--library", "old.db"), room), 3)
		if !strings.Contains(errs, "cannot be brought up to date: ") || strings.Count(errs, "the disk is full: the library cannot be written") != 1 || !strings.Contains(errs, "hint: free some disk space and try again; the library is unchanged") {
			t.Error(errs)
		}
		if now, err := os.ReadFile(filepath.Join(folder, "old.db")); err != nil || !bytes.Equal(old, now) {
			t.Errorf("it was changed, %v", err)
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 2 {
			t.Errorf("left in the folder: %v, %v", entries, err)
		}
	}
}

// TestKilledRenewals kills the program while it brings a library up to date.
func TestKilledRenewals(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 5000)
	done(t, command(t, folder, "import", "--library", "lib.db", "first.jsonl"), 0)
	want, path := content(t, folder, "lib.db"), filepath.Join(folder, "lib.db")
	old := age(t, path)
	begin := time.Now()
	done(t, command(t, folder, "reports", "--library", "lib.db"), 0)
	whole := time.Since(begin)
	killed, left := 0, 0
	for i := range 10 {
		if err := os.WriteFile(path, old, 0o600); err != nil {
			t.Fatal(err)
		}
		c := command(t, folder, "reports", "--library", "lib.db")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		moment := time.Duration(rand.Int64N(int64(whole)))
		kill := time.AfterFunc(moment, func() { c.Process.Kill() })
		if c.Wait() != nil {
			killed++
		} else {
			whole = moment // the machine is faster now than it was
		}
		kill.Stop()
		now, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		isOld := bytes.Equal(now, old)
		if _, err := os.Stat(path + "-new"); err == nil {
			left++
			if !isOld {
				t.Error("the new file is there under two names")
			}
		}
		t.Logf("number %d: killed after %v of %v, the old one is there: %v", i+1, moment.Round(time.Millisecond), whole.Round(time.Millisecond), isOld)
		done(t, command(t, folder, "reports", "--library", "lib.db"), 0)
		holds(t, folder, "lib.db", want)
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 2 {
			t.Errorf("left in the folder: %v, %v", entries, err)
		}
	}
	if killed == 0 || left == 0 {
		t.Errorf("%d were killed, %d of them in the midst: the machine is too fast for this test", killed, left)
	}
}
