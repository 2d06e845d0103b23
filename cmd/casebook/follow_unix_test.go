//go:build unix

package main

import (
	"path/filepath"
	"testing"

	"casebook/cmd/casebook/cli"
)

// TestABrowserGoesOnInTheNewLibrary imports while a browser is open: it goes on
// in the new library with its next question, on the case that it shows.
func TestABrowserGoesOnInTheNewLibrary(t *testing.T) {
	folder := t.TempDir()
	library := filepath.Join(folder, "lib.db")
	manyCases(t, filepath.Join(folder, "first.jsonl"), "FIRST", 30)
	manyCases(t, filepath.Join(folder, "second.jsonl"), "SECOND", 40)
	done(t, command(t, folder, "import", "--library", library, "first.jsonl"), 0)
	s := start(t, terminal{width: 120, height: 36, arguments: []string{"--library", library}})
	s.shows("1/30", "Case number 0 of")
	s.press("jjj")
	s.shows("4/30", "FIRST-4")
	done(t, command(t, folder, "import", "--library", library, "second.jsonl"), 0)
	s.press("o") // another order: the list is asked for anew
	s.shows("/70", "FIRST-4")
	s.press("/number 39 long", enter)
	s.shows("Case number 39 of", "SECOND-40")
	manyCases(t, filepath.Join(folder, "third.jsonl"), "THIRD", 50)
	done(t, command(t, folder, "import", "--library", library, "third.jsonl"), 0)
	s.press("/number 38 long", enter)
	s.shows("/120 cases")                                           // of all, also while only some are asked for
	manyCases(t, filepath.Join(folder, "third.jsonl"), "THIRD", 60) // a report that is known grows
	done(t, command(t, folder, "import", "--library", library, "third.jsonl"), 0)
	s.press("/number 37 long", enter)
	s.shows("/130 cases")
	s.press("q")
	if code := s.ends(); code != cli.ExitDone {
		t.Errorf("exit code %d", code)
	}
}
