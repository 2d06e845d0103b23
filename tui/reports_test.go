package tui

import (
	"strings"
	"testing"

	"casebook/model"
)

func TestOneReportHasNoSwitch(t *testing.T) {
	d := drive(t, newFake(), 200, 36, Options{})
	d.seesNot("R report", "Report ", "1 reports")
	d.press("R")
	d.sees("There is only one report.", "6 cases")
}

func TestGoingThroughTheReports(t *testing.T) {
	d := drive(t, newReports(), 200, 36, Options{})
	d.sees("casebook  3 reports  ", "8 cases", "R report")
	d.press("R")
	d.sees("casebook  Kazakhstan 2016/17  ", "6/8 cases")
	d.press("R")
	d.sees("casebook  Norland 2020 · norland-2020  ", "1/8 cases", "Norland's case 1")
	d.press("R")
	d.sees("casebook  Norland 2020 · norland-2021  ", "1/8 cases", "Norland's case 2")
	d.press("R")
	d.sees("casebook  3 reports  ", "8 cases")
	d.press("f", "g")
	if n, _ := d.app.filters.Current(); n.Facet != model.FacetReport {
		t.Errorf("the filters begin with %s", n.Facet)
	}
	d.press("l", "j", "enter", "j", "enter")
	d.sees("casebook  2 of 3 reports  ", "7/8 cases")
	d.press("R")
	d.sees("casebook  3 reports  ")

	d = drive(t, newReports(), 80, 24, Options{})
	d.press("R")
	d.sees("casebook  [Report: Kazakhstan 2016/17]") // as the other filters in force
	d.press("2", "enter", "c")
	d.sees("Copied the citation of")
}

func TestACaseSpeaksForItsOwnReport(t *testing.T) {
	d := drive(t, newReports(), 120, 36, Options{Open: "NOR-1"})
	d.reads("Source: Norland 2020 › Freedom of expression › Social media, ¶2 NOR-1 · proceeding", "Norland Watch · Norland 2020")
	d.press("c")
	if !strings.Contains(d.out[0], "Norland Watch") {
		t.Errorf("the citation is %q", d.out[0])
	}
	d.press("?", "G")
	d.sees("Norland's figures are its own.")
	d.seesNot("never added up")
	d.press("esc", "R")
	d.reads("Amnesty International · Kazakhstan 2016/17")
	d.press("?", "G")
	d.sees("never added up")
}

// A name in several reports is joined by nobody: the link leads to all cases
// with it, and the detail says that they may be somebody else's.
func TestANameInSeveralReports(t *testing.T) {
	d := drive(t, newReports(), 120, 36, Options{Open: "NOR-1"})
	d.reads("on appeal · defendant · maybe also in 2 other reports")
	d.press("enter", "tab", "enter")
	d.sees("3/8 cases", "[People: Yermek Narymbaev]")
	d.reads("on appeal · defendant · maybe also in 2 other reports")
}
