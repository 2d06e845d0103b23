package tui

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"casebook/tui/browse/browsetest"

	tea "charm.land/bubbletea/v2"

	"casebook/tui/keys"
)

func TestWritingWhatIsFound(t *testing.T) {
	files := &browsetest.Files{Named: map[string]string{"cases.md": "of before"}}
	d := drive(t, newFake(), 120, 36, Options{Text: "term", Export: files.Export})
	d.press("w")
	d.sees(" export 2 cases to cases.md", "type to replace, Space to edit", "csv tsv xlsx json", "Enter export  Esc cancel")
	d.press("space", "backspace", "enter") // a space edits, as anything else replaces
	d.sees("/home/cases.md already exists. Enter overwrites, Esc cancels.")
	d.press("x", "backspace", "enter") // the name is as before, but was being changed
	d.sees("cases.md already exists.")
	if files.Named["cases.md"] != "of before" {
		t.Fatal("a file is replaced unasked")
	}
	d.press("enter")
	d.sees("Exported 2 cases to /home/cases.md.", "/ term", "2 Cases")
	d.press("w", "ctrl+u", "enter")
	d.sees("Enter a file name")
	d.press("esc", "w", "ctrl+u", "esc", "w", "found.csv", "enter") // what is typed takes the place of the name
	d.sees("Exported 2 cases to /home/found.csv.")
	d.press("w")
	d.sees("to found.csv")
	d.press("esc")
	d.sees("/ term")
	if want := map[string]string{"cases.md": "term", "found.csv": "term"}; fmt.Sprint(files.Named) != fmt.Sprint(want) {
		t.Errorf("the files are %v", files.Named)
	}
	files.Err = errors.New("no room\x1b[2J on the disk")
	d.press("w", "end", "2", "enter")
	d.sees("Not exported: no room", "to found.csv2")
	d.press("esc", "ctrl+u", "/", "zzzz", "enter", "w")
	d.sees("No case to export.")
}

func TestWritingDoesNotHoldTheScreen(t *testing.T) {
	files := &browsetest.Files{Named: map[string]string{}}
	d := driveSlowly(t, newFake(), 80, 24, Options{Export: files.Export})
	d.answerAll()
	d.press("w", "enter")
	d.sees("Exporting to cases.md. Enter returns to the cases, Esc stops the export.")
	d.press("x")
	d.sees("to cases.md ", "Exporting to cases.md")
	d.press("enter", "j")
	if d.selected() != "KAZ-2016-02" {
		t.Error("the list waits for the file")
	}
	d.answerAll()
	d.sees("Exported 6 cases to /home/cases.md.")

	d.press("w", "enter", "enter", "j") // the second Enter is no answer to what has not been said
	d.answerAll()
	d.sees("/home/cases.md already exists and was kept.")
	d.press("w", "enter", "esc")
	d.asked = slices.DeleteFunc(d.asked, func(c tea.Cmd) bool { return c == nil })
	d.answerAll()
	d.press("w", "1", "enter", "esc")
	d.answerAll()
	d.sees("Stopped. /home/1 was not written.")
	if _, there := files.Named["1"]; there {
		t.Error("Esc does not stop")
	}
}

func TestWithoutExportThereIsNoKeyForIt(t *testing.T) {
	d := drive(t, newFake(), 200, 50, Options{})
	d.seesNot("w export")
	d.press("w")
	d.seesNot("cases.md", "No case to export")
	d.press("?")
	d.seesNot("file extension")
	if !strings.Contains(keys.Markdown(Bindings()), "| `w` | export the marked (or listed) cases") {
		t.Error("the README lacks w")
	}
}

// How many of the cases are sensitive is said of those that are exported now: an
// answer to an earlier prompt that comes late is dropped.
func TestALateWarningIsDropped(t *testing.T) {
	f := newFake()
	f.Gates = true
	d := driveSlowly(t, f, 120, 36, Options{Export: (&browsetest.Files{Named: map[string]string{}}).Export})
	d.answerAll()
	d.press("w")
	var late []tea.Msg
	for _, command := range d.asked {
		if command != nil {
			late = append(late, command())
		}
	}
	d.asked = nil
	d.press("esc", "f", "j", "j", "enter")
	d.answerAll()
	d.press("w")
	d.answerAll()
	d.sees("export 1 case to cases.md")
	d.seesNot("sensitive case")
	for _, message := range late {
		d.send(message)
	}
	d.seesNot("sensitive case")
}
