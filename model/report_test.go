package model

import "testing"

func TestNameOfAReport(t *testing.T) {
	for _, test := range []struct {
		report Report
		want   string
	}{
		{Report{Title: "Our cases", Country: NotStated}, "Our cases"},
		{Report{Title: "Our cases", Country: NotStated, Edition: "2020"}, "Our cases"},
		{Report{Title: "The year", Country: "Norland", Edition: "2020"}, "Norland 2020"},
	} {
		if got := test.report.Name(); got != test.want {
			t.Errorf("%+v is called %q, want %q", test.report, got, test.want)
		}
	}
}

// TestReportNamesDiffer checks that no two reports of a library have the same name: two years
// of a country, two publishers, and lists of the same title.
func TestReportNamesDiffer(t *testing.T) {
	got := ReportNames([]Report{
		{ID: "far", Title: "The year", Country: "Farland", Publisher: "Observers", Period: "2020"},
		{ID: "n20", Title: "The year 2020", Country: "Norland", Publisher: "Observers", Period: "2020"},
		{ID: "n21", Title: "The year 2021", Country: "Norland", Publisher: "Observers", Period: "2021"},
		{ID: "dead", Title: "The dead", Country: "Norland", Publisher: "Observers"},
		{ID: "union", Title: "The year", Country: "Norland", Publisher: "The Union", Period: "2020"},
		{ID: "ours", Title: "Cases", Publisher: "own list"},
		{ID: "theirs", Title: "Cases", Publisher: "own list"},
	}, " · ")
	want := map[string]string{"far": "Farland", "n20": "Norland 2020", "n21": "Norland 2021", "dead": "Norland · The dead",
		"union": "Norland · The Union", "ours": "Cases · ours", "theirs": "Cases · theirs"}
	for id, name := range want {
		if got[id] != name {
			t.Errorf("%s is called %q, want %q", id, got[id], name)
		}
	}
}
