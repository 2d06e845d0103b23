package tui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"casebook/model"
	"casebook/model/results"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/layout"
)

// bottom is the bottom line.
func (d *driver) bottom() string {
	rows := strings.Split(d.screen(), "\n")
	return rows[len(rows)-1]
}

// Where a case is read at 80 columns, the bottom line has what reading needs.
func TestTheBottomLineOfACaseIsForReading(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "book", "enter", "enter", "tab")
	for _, want := range []string{"Esc back", "Tab links", "Enter open", "n/N match", "s source", "c cite"} {
		if !strings.Contains(d.bottom(), want) {
			t.Errorf("the bottom line lacks %q: %s", want, d.bottom())
		}
	}
	d = drive(t, newFake(), 80, 24, Options{})
	d.press("G", "s")
	if !strings.Contains(d.bottom(), "Enter open") || !strings.Contains(d.bottom(), "Esc back") {
		t.Errorf("a gated case's source says %q", d.bottom())
	}
}

func TestEscLeadsFromTheCasesOfARowBackToItsView(t *testing.T) {
	for _, view := range []string{"v", "t"} {
		d := drive(t, newFake(), 80, 24, Options{})
		d.press(view, "j", "j")
		was := d.here()
		d.press("enter")
		d.sees("2 Cases")
		d.press("enter", "esc", "esc")
		if d.here() != was || len(d.app.chosen) > 0 || d.app.search.Text != "" {
			t.Errorf("Esc leads to %q with %v, not to %q", d.here(), d.app.chosen, was)
		}
	}
}

func TestAViewWithoutACaseKeepsItsName(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("v", "/", "zzzz", "enter")
	d.sees("2 People", "No case matches.")
}

func TestKazakhMonthsAreToldApart(t *testing.T) {
	f := newFake()
	f.Cases[0].Dates = []model.Date{{EDTF: "2016-10", What: "act"}, {EDTF: "2016-11", What: "act"}, {EDTF: "2016-01", What: "act"}}
	d := drive(t, f, 80, 24, Options{Language: "kk"})
	d.press("t")
	d.sees("қаз. 2016", "қар. 2016", "қаң. 2016")
}

// What is written has the sensitive cases in full, and the prompt says so.
func TestThePromptSaysHowManyCasesAreSensitive(t *testing.T) {
	f := newFake()
	f.Gates = true
	d := drive(t, f, 80, 24, Options{Export: func(context.Context, model.Query, string, bool) (int, string, error) { return 0, "", nil }})
	d.press("w")
	d.sees("export 6 cases to cases.md", "includes 1 sensitive case")
	d.press("esc", "j", "m", "w")
	d.sees("export 1 marked case to cases.md")
	d.seesNot("sensitive case")
	d.press("tab")
	d.sees("includes 1 sensitive case")

	narrow := drive(t, f, 40, 12, Options{Export: func(context.Context, model.Query, string, bool) (int, string, error) { return 0, "", nil }})
	narrow.press("w")
	narrow.sees("export to cases.md", "1 sensitive")
	narrow.press(strings.Split("a-long-name-of-a-file-in-a-folder.md", "")...)
	narrow.sees("folder.md", "1 sensitive")
}

// What tmux needs fits on the line of 80 columns, and is said once.
func TestTmuxIsExplainedOnce(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{Environment: []string{"TMUX=/tmp/tmux-0/default,1,0"}})
	d.press("c")
	d.sees("Copied the citation of KAZ-2016-01. tmux needs: set -g set-clipboard on")
	d.press("c")
	d.sees("BibTeX of")
	d.seesNot("tmux")
}

func TestThePaletteCutsNoWord(t *testing.T) {
	d := drive(t, newFake(), 120, 36, Options{})
	before := strings.Split(d.screen(), "\n")
	d.press(":")
	for y, row := range strings.Split(d.screen(), "\n")[2:10] {
		x := d.app.layout.Panes[layout.Detail].X
		if was, is := []rune(before[y+2])[x:], []rune(row)[x:]; string(was) != string(is) {
			t.Errorf("beside the palette stands %q, not %q", string(is), string(was))
		}
	}
}

func TestEscIsSaidOnceWhileCompleting(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("/", "place:")
	d.sees("Esc closes")
	d.seesNot("Esc cancel")
}

// The only report is no filter to choose, and a row of the overview leads to it.
func TestTheOnlyReportHasItsName(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	report := d.app.detail.loadedCase.Report
	d.app.chosen = []browse.Choice{{Facet: model.FacetReport, Value: report}}
	if got := d.app.label(d.app.chosen[0]); got != "Kazakhstan 2016/17" {
		t.Errorf("the report is called %q", got)
	}
}

// In ASCII the cursor of a pane without the keys is no minus before a number.
func TestTheQuietCursorIsNoMinus(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{ASCII: true})
	d.press("t", "l")
	d.seesNot("-2016")
	d.sees("|2016")
}

func TestAnIDOfSeveralCases(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.send(ask.IDRead{Text: "9", Reply: ask.Reply{Err: fmt.Errorf("case: %w", results.ErrAmbiguous)}})
	d.sees("Several cases have the number 9")
}
