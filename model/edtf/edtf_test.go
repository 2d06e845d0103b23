package edtf_test

import (
	"strings"
	"testing"

	"casebook/model/edtf"
)

func TestDatesHaveBoundsAndALabel(t *testing.T) {
	for _, test := range []struct {
		edtf, earliest, latest, label string
		approximate, uncertain        bool
	}{
		{edtf: "2016", earliest: "2016-01-01", latest: "2016-12-31", label: "2016"},
		{edtf: "2016-02", earliest: "2016-02-01", latest: "2016-02-29", label: "February 2016"},
		{edtf: "2015-02", earliest: "2015-02-01", latest: "2015-02-28", label: "February 2015"},
		{edtf: "2016-05-21", earliest: "2016-05-21", latest: "2016-05-21", label: "21 May 2016"},
		{edtf: "2016-05-17/2016-05-20", earliest: "2016-05-17", latest: "2016-05-20", label: "17–20 May 2016"},
		{edtf: "2016-05-17/2016-06-02", earliest: "2016-05-17", latest: "2016-06-02", label: "17 May – 2 June 2016"},
		{edtf: "2016-04/2016-05", earliest: "2016-04-01", latest: "2016-05-31", label: "April–May 2016"},
		{edtf: "2015-12/2016-01", earliest: "2015-12-01", latest: "2016-01-31", label: "December 2015 – January 2016"},
		{edtf: "2003/2016", earliest: "2003-01-01", latest: "2016-12-31", label: "2003–2016"},
		{edtf: "2016-05-17/2016-06", earliest: "2016-05-17", latest: "2016-06-30", label: "17 May 2016 – June 2016"},
		{edtf: "2016/2016", earliest: "2016-01-01", latest: "2016-12-31", label: "2016"},
		{edtf: "2003/..", earliest: "2003-01-01", label: "since 2003"},
		{edtf: "../2016-05", latest: "2016-05-31", label: "until May 2016"},
		{edtf: "2015~", earliest: "2015-01-01", latest: "2015-12-31", label: "about 2015", approximate: true},
		{edtf: "2015-03?", earliest: "2015-03-01", latest: "2015-03-31", label: "March 2015 (uncertain)", uncertain: true},
		{edtf: "2015%", earliest: "2015-01-01", latest: "2015-12-31", label: "about 2015 (uncertain)", approximate: true, uncertain: true},
		{edtf: "2003~/2016", earliest: "2003-01-01", latest: "2016-12-31", label: "about 2003 – 2016", approximate: true},
	} {
		date, err := edtf.Parse(test.edtf)
		if err != nil {
			t.Errorf("%s: %v", test.edtf, err)
			continue
		}
		if got := date.Earliest(); got != test.earliest {
			t.Errorf("%s: earliest %q, want %q", test.edtf, got, test.earliest)
		}
		if got := date.Latest(); got != test.latest {
			t.Errorf("%s: latest %q, want %q", test.edtf, got, test.latest)
		}
		if got := date.Label(); got != test.label {
			t.Errorf("%s: label %q, want %q", test.edtf, got, test.label)
		}
		if date.Approximate() != test.approximate || date.Uncertain() != test.uncertain {
			t.Errorf("%s: approximate %v, uncertain %v", test.edtf, date.Approximate(), date.Uncertain())
		}
	}
}

// TestLevel1 has the features of level 1 of the specification, one by one: what a
// filter is told of each, and how it reads.
func TestLevel1(t *testing.T) {
	for _, test := range []struct {
		feature, edtf, earliest, latest, label string
	}{
		{"a year of more than four digits", "Y170000002", "9999-01-01", "9999-12-31", "170000002"},
		{"the same before the first", "Y-170000002", "0000-01-01", "0000-12-31", "-170000002"},
		{"spring", "2001-21", "2001-01-01", "2001-12-31", "spring 2001"},
		{"summer", "2001-22", "2001-01-01", "2001-12-31", "summer 2001"},
		{"autumn", "2001-23", "2001-01-01", "2001-12-31", "autumn 2001"},
		{"winter", "2003-24", "2003-01-01", "2004-02-29", "winter 2003"},
		{"a season that is uncertain", "2001-21?", "2001-01-01", "2001-12-31", "spring 2001 (uncertain)"},
		{"uncertain", "1984?", "1984-01-01", "1984-12-31", "1984 (uncertain)"},
		{"approximate", "2004-06~", "2004-06-01", "2004-06-30", "about June 2004"},
		{"both", "2004-06-11%", "2004-06-11", "2004-06-11", "about 11 June 2004 (uncertain)"},
		{"one digit not known", "201X", "2010-01-01", "2019-12-31", "a year of 2010–2019"},
		{"two digits not known", "20XX", "2000-01-01", "2099-12-31", "a year of 2000–2099"},
		{"a month not known", "2004-XX", "2004-01-01", "2004-12-31", "a month of 2004"},
		{"a day not known", "1985-04-XX", "1985-04-01", "1985-04-30", "a day of April 1985"},
		{"a month and a day not known", "1985-XX-XX", "1985-01-01", "1985-12-31", "a day of 1985"},
		{"an open end", "1985-04-12/..", "1985-04-12", "", "since 12 April 1985"},
		{"an open beginning", "../1985-04", "", "1985-04-30", "until April 1985"},
		{"an end not known", "1985-04-12/", "1985-04-12", "", "from 12 April 1985, end not known"},
		{"a beginning not known", "/1985", "", "1985-12-31", "until 1985, beginning not known"},
		{"ends that are qualified", "1984~/2004-06?", "1984-01-01", "2004-06-30", "about 1984 – June 2004 (uncertain)"},
		{"an interval with digits not known", "2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", "a day of June 2004 – 3 July 2004"},
		{"a year before the first", "-1985", "0000-01-01", "0000-12-31", "-1985"},
	} {
		date, err := edtf.Parse(test.edtf)
		if err != nil {
			t.Errorf("%s: %v", test.feature, err)
			continue
		}
		if got := date.Earliest() + " " + date.Latest(); got != test.earliest+" "+test.latest {
			t.Errorf("%s: %s is from %s, want %s %s", test.feature, test.edtf, got, test.earliest, test.latest)
		}
		if got := date.Label(); got != test.label {
			t.Errorf("%s: %s reads %q, want %q", test.feature, test.edtf, got, test.label)
		}
	}
}

func TestAnInvalidDateIsExplained(t *testing.T) {
	for text, want := range map[string]string{
		"":                      "is not a date: write 2016-05-21",
		"soon":                  "is not a date",
		"2016-02-30":            "February 2016 has days 01 to 29",
		"2016-00":               "has the month 00: write 01 to 12",
		"2016-13":               "has the month 13: write 01 to 12",
		"2016-05-00":            "has the day 00",
		"2016-5-21":             "write 2016-05-21",
		"21 May 2016":           "write 2016-05-21",
		"May 2016":              "write 2016-05",
		"21.5.2016":             "write 2016-05-21",
		"2016/05/21":            "write 2016-05-21",
		"2016-05-21T10:00:00Z":  "write 2016-05-21",
		"2016-05-20/2016-05-17": "ends before it begins: write 2016-05-17/2016-05-20",
		"2016-05/2016-04":       "ends before it begins",
		"2016/2016-05x":         "is not a date",
		"2016-06/2016":          "ends before it begins",
		"..":                    "as 2003/..",
		"../..":                 "open at both ends",
		"0000":                  "has the year 0",
		"16":                    "is not a date",
		"~2016":                 "is not a date",
		"2016-05-21-01":         "is not a date",
		"2016-22-03":            "is a day of a season",
		"2016-X1":               "has an X in the wrong place",
		"2XXX":                  "has an X in the wrong place",
		"201X-05":               "has an X in the wrong place",
		"2016-XX-03":            "has an X in the wrong place",
		"Y2016":                 "write it without Y",
		"-16":                   "write four digits after the sign",
		"/":                     "open at both ends",
		"Y1e5":                  "is not a date",
		"２０１６":                  "is not a date",
	} {
		_, err := edtf.Parse(text)
		if err == nil {
			t.Errorf("%q is read as a date", text)
		} else if !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v; want it to say %q", text, err, want)
		}
	}
}

func TestPossibleAndCertain(t *testing.T) {
	for _, test := range []struct {
		edtf, since, until string
		possible, certain  bool
	}{
		{"2016-05-21", "2016-05-21", "2016-05-21", true, true},
		{"2016-05-21", "2016-05-22", "", false, false},
		{"2016-05-21", "", "2016-05-20", false, false},
		{"2016-05-21", "", "", true, true},
		{"2016-05", "2016-05-21", "2016-05-21", true, false},
		{"2016", "2016-05-01", "", true, false},
		{"2016-05-17/2016-05-20", "2016-05-17", "2016-05-21", true, true},
		{"2016-05-17/2016-05-20", "2016-05-19", "2016-05-21", true, false},
		{"2003/..", "2016-01-01", "2016-12-31", true, false},
		{"2003/..", "2003-01-01", "", true, true},
		{"2003/..", "", "2002-12-31", false, false},
		{"../2003", "2004-01-01", "", false, false},
		{"../2003", "", "2016-12-31", true, true},
		{"2016~", "2016-01-01", "2016-12-31", true, false},
		{"201X", "2016-01-01", "2016-12-31", true, false},
		{"201X", "2010-01-01", "2019-12-31", true, true},
		{"2016-XX", "2016-05-01", "2016-05-31", true, false},
		{"2016-21", "2016-10-01", "2016-10-31", true, false},
		{"2016-21", "2016-01-01", "2016-12-31", true, true},
		{"2016-24", "2017-02-01", "2017-02-28", true, false},
		{"2016-05-03/", "2020-01-01", "", true, false},
		{"-1985", "1900-01-01", "", false, false},
	} {
		date, err := edtf.Parse(test.edtf)
		if err != nil {
			t.Fatal(err)
		}
		if got := edtf.Possible(date, test.since, test.until); got != test.possible {
			t.Errorf("%s possible in %s..%s: %v", test.edtf, test.since, test.until, got)
		}
		if got := edtf.Certain(date, test.since, test.until); got != test.certain {
			t.Errorf("%s certain in %s..%s: %v", test.edtf, test.since, test.until, got)
		}
	}
	if edtf.Possible(edtf.Date{}, "", "") || edtf.Certain(edtf.Date{}, "", "") {
		t.Error("no date is possible or certain nowhere")
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"2016", "2016-05-21", "2016-05-17/2016-05-20", "../2016~", "2003?/..", "2016-02-30", "21 May 2016", "%", "201X", "2016-21", "Y-17000", "-1985", "2016-05-XX/", "/2016-XX-XX~"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		date, err := edtf.Parse(text)
		if err != nil {
			if err.Error() == "" {
				t.Errorf("%q is refused without a word", text)
			}
			return
		}
		from, to := date.Earliest(), date.Latest()
		if from != "" && to != "" && from > to {
			t.Errorf("%q begins on %s, after its end on %s", text, from, to)
		}
		if from == "" && to == "" || date.Label() == "" {
			t.Errorf("%q is a date without a bound or a label", text)
		}
		if edtf.Certain(date, from, to) && !edtf.Possible(date, from, to) {
			t.Errorf("%q is certain and not possible", text)
		}
	})
}
