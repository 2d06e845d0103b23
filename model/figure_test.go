package model

import "testing"

func TestFigurePhrase(t *testing.T) {
	least := 48.0
	figure := Figure{Comparator: AtLeast, Min: &least, Counts: "journalists detained", Date: "2016-05-21"}
	for _, test := range []struct {
		by       string
		hedge    Hedge
		inferred bool
		want     string
	}{
		{"", HedgeStated, false, "at least 48 journalists detained, 21 May 2016"},
		{"", HedgeReported, true, "at least 48 journalists detained, 21 May 2016 (year inferred), reported"},
		{"NGOs", HedgeReported, false, "at least 48 journalists detained, 21 May 2016, according to NGOs"},
		{"NGOs", HedgeStated, false, "at least 48 journalists detained, 21 May 2016, according to NGOs"},
		{"the government", HedgeEstimated, false, "at least 48 journalists detained, 21 May 2016, estimated by the government"},
	} {
		figure.AttributedTo = test.by
		if got := figure.Phrase(test.hedge, test.inferred); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}
