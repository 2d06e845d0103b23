package tui

import "testing"

func TestEnterOpensTheCaseOverTheWholeWidth(t *testing.T) {
	for _, width := range []int{80, 119} {
		d := drive(t, newFake(), width, 24, Options{})
		d.press("j", "enter")
		d.sees("3 Detail")
		d.seesNot("2 Cases")
		d.press("esc")
		d.sees("2 Cases", "2/6", "3 Detail")
		d.press("3") // beside the list
		d.sees("2 Cases", "3 Detail")
	}
	d := drive(t, newFake(), 120, 24, Options{})
	d.press("j", "enter")
	d.sees("1 Filters", "2 Cases", "3 Detail")
}

func TestZoom(t *testing.T) {
	for _, width := range []int{80, 120, 200} {
		d := drive(t, newFake(), width, 30, Options{})
		d.press("j", "k")
		before := d.screen()
		d.press("+")
		d.sees("2 Cases")
		d.seesNot("1 Filters", "3 Detail")
		d.press("?", "esc") // the help leaves it as it was
		d.seesNot("3 Detail")
		d.press(":", "esc", "+")
		if d.screen() != before {
			t.Errorf("at %d columns + and + lead to\n%s\nnot to\n%s", width, d.screen(), before)
		}
		d.press("3", "+")
		d.sees("3 Detail")
		d.seesNot("2 Cases")
		d.press("esc")
		d.sees("2 Cases", "3 Detail")
	}
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("j", "+", "esc")
	d.sees("2/6", "3 Detail")
	d.press("esc")
	d.sees("Top level. Press q to quit.")
	d = drive(t, newFake(), 60, 30, Options{})
	d.press("+")
	d.sees("This pane has the whole screen already.")
}

func TestTheFiltersStandBesideWhatTheyFilter(t *testing.T) {
	d := drive(t, newFake(), 80, 24, Options{})
	d.press("f", "j", "j", "enter")
	d.sees("1 Filters", "2 Cases", "Two sentenced over book extracts")
	d.seesNot("3 Detail", "The year in brief")
	d.press("esc")
	d.sees("2 Cases", "3 Detail")
}

// Beside the filters a table would have its first column alone.
func TestATableLeavesTheFilters(t *testing.T) {
	d := drive(t, newFake(), 100, 24, Options{})
	d.press("f")
	d.sees("1 Filters")
	d.press("T")
	d.seesNot("1 Filters")
	d.sees("Date", "Title", "Outcome")
}
