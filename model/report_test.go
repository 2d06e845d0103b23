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
