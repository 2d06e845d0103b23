//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/creack/pty"
	"github.com/xuri/excelize/v2"

	"casebook/cmd/casebook/cli"
)

// answered runs a command on a terminal on which something is typed, and returns what
// it shows until it has ended.
func answered(t *testing.T, c *exec.Cmd, typed string) string {
	t.Helper()
	terminal, err := pty.StartWithSize(c, size(100, 30))
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()
	terminal.WriteString(typed)
	shown, _ := io.ReadAll(terminal)
	c.Wait()
	return string(shown)
}

// TestQuestions answers what a table does not show, as a person at a terminal
// does: by Enter, by a number, by nothing at all.
func TestQuestions(t *testing.T) {
	for typed, want := range map[string]string{"\r2\r": "3 April 2016", "x\r9\r2\r2\r": "4 March 2016", "\x04": "the question was not answered"} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, "list.csv"), []byte("Name,Date\nAda Lind,03/04/2016\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		c := command(t, folder, "import", "--library", "lib.db", "list.csv")
		text := answered(t, c, typed)
		if !strings.Contains(text, `Which number comes first in the dates of "Date", such as 03/04/2016?`) || !strings.Contains(text, "2  mdy: 03/04/2016 is 4 March 2016") {
			t.Errorf("%q: nothing is asked: %s", typed, text)
		}
		if strings.HasPrefix(want, "the") {
			if !strings.Contains(text, want) || c.ProcessState.ExitCode() != cli.ExitUsage {
				t.Errorf("%q: %s", typed, text)
			}
			continue
		}
		out, _ := done(t, command(t, folder, "list", "--library", "lib.db"), cli.ExitDone)
		if !strings.Contains(out, want) {
			t.Errorf("%q: %s, want %s", typed, out, want)
		}
	}
}

// TestAnswersAreKept goes back to a question, keeps the answers beside the list, and is not
// asked again.
func TestAnswersAreKept(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "list.csv"), []byte("Incident no.,Name,Date\n1,Ada Lind and Bo Ek,03/04/2016\n1,Cai Holm,03/04/2016\n2,Dan Olt,05/06/2016\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	text := answered(t, command(t, folder, "import", "--library", "lib.db", "list.csv"), "2\rb\r1\r\r\r\r")
	for _, want := range []string{"b goes back", "Keep these answers for the next import, in list.map.yaml?", "wrote list.map.yaml", "2 added"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	if strings.Contains(text, "is kept as one name") || strings.Contains(text, "are one case with all") && strings.Contains(text, "note: Incident no.") {
		t.Errorf("a note says what was answered: %s", text)
	}
	if text = answered(t, command(t, folder, "import", "--library", "lib.db", "list.csv"), ""); !strings.Contains(text, "2 unchanged") {
		t.Errorf("the second import: %s", text)
	}
	out, _ := done(t, command(t, folder, "people", "--library", "lib.db", "--report", "list"), cli.ExitDone)
	if !strings.Contains(out, "Bo Ek") || strings.Contains(out, "Ada Lind and") {
		t.Errorf("the names are not split: %s", out)
	}
}

// TestTheEncodingIsAsked has a list of which it is not clear in what encoding it is.
func TestTheEncodingIsAsked(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "list.csv"), []byte("Name,City\nAda Lind,R\xe9union\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := command(t, folder, "import", "--library", "lib.db", "list.csv")
	terminal, err := pty.StartWithSize(c, size(100, 30))
	if err != nil {
		t.Fatal(err)
	}
	terminal.WriteString("\r2\r")
	shown, _ := io.ReadAll(terminal) // until the program has ended
	c.Wait()
	terminal.Close()
	if text := string(shown); !strings.Contains(text, "Which of these is a word?") || !strings.Contains(text, "1  Réunion (windows-1252)") {
		t.Errorf("nothing is asked: %s", text)
	}
	if out, _ := done(t, command(t, folder, "list", "--library", "lib.db", "--place", "Réunion"), cli.ExitDone); !strings.Contains(out, "Ada Lind") {
		t.Errorf("the list is not read as it was answered: %s", out)
	}
}

// TestTheSheetIsAsked has a workbook of two sheets with the same columns; both as one list
// are offered first.
func TestTheSheetIsAsked(t *testing.T) {
	folder := t.TempDir()
	book := excelize.NewFile()
	for sheet, rows := range map[string][][]any{"Sheet1": {{"Name", "City"}, {"Ada Lind", "Port"}, {"Bo Ek", "Port"}}, "Earlier": {{"Name", "City"}, {"Cai Holm", "Vik"}}} {
		if _, err := book.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if err := book.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := book.SaveAs(filepath.Join(folder, "list.xlsx")); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string][]string{"\r": {"Ada Lind", "Cai Holm"}, "2\r": {"Ada Lind"}, "3\r": {"Cai Holm"}} {
		c := command(t, folder, "import", "--library", strings.TrimSpace(typed)+"lib.db", "list.xlsx")
		if text := answered(t, c, typed+"2\r"); !strings.Contains(text, "Which sheet of list.xlsx has the list?") || !strings.Contains(text, "1  Sheet1, Earlier") {
			t.Errorf("%q: nothing is asked: %s", typed, text)
		}
		out, _ := done(t, command(t, folder, "list", "--library", strings.TrimSpace(typed)+"lib.db", "--report", "list"), cli.ExitDone)
		for _, name := range []string{"Ada Lind", "Cai Holm"} {
			if strings.Contains(out, name) != slices.Contains(want, name) {
				t.Errorf("%q: %s, want %s", typed, out, want)
			}
		}
	}
}
