package model_test

import (
	"fmt"
	"testing"

	"casebook/model"
)

func TestWrittenDates(t *testing.T) {
	for text, want := range map[string]string{
		"bokaev 28 november":        "[{0 November 28}] bokaev",
		"bokaev november 28":        "[{0 November 28}] bokaev",
		"28th of November, 2016 x":  "[{2016 November 28}] x",
		"sept":                      "[{0 September 0}] ",
		"Sept. 2016":                "[{2016 September 0}] ",
		"septem":                    "[{0 September 0}] ",
		"septem police":             "[] septem police",
		"may 2016":                  "[{2016 May 0}] ",
		"May 21, 2016":              "[{2016 May 21}] ",
		"мая 21 бокаев":             "[{0 May 21}] бокаев",
		"21 мая 2016 года бокаев":   "[{2016 May 21}] бокаев",
		"21 мая 2016 г. бокаев":     "[{2016 May 21}] бокаев",
		"28 қараша":                 "[{0 November 28}] ",
		"2016":                      "[{2016 %!Month(0) 0}] ",
		"28.11.2016":                "[{2016 November 28}] ",
		"2016-11-28":                "[{2016 November 28}] ",
		"2016-11":                   "[{2016 November 0}] ",
		"11.2016":                   "[{2016 November 0}] ",
		"28/11/2016":                "[{2016 November 28}] ",
		"11/28/2016":                "[{2016 November 28}] ",
		"05/12/2016":                "[] 05/12/2016", // of May or of December
		"5 2016":                    "[{2016 %!Month(0) 0}] 5",
		"17 may 21 may":             "[{0 May 17} {0 May 21}] ",
		"48 journalists":            "[] 48 journalists",
		"12 people":                 "[] 12 people",
		"31 february":               "[{0 February 0}] 31",
		"29 february":               "[{0 February 29}] ",
		"mayor":                     "[] mayor",
		"ma":                        "[] ma",
		"-may":                      "[] may",
		`"may 2016"`:                "[] may 2016",
		"date:may police":           "[] may police",
		"of may":                    "[{0 May 0}] of",
		"art. 419":                  "[] art. 419",
		"law:419 2016":              "[{2016 %!Month(0) 0}] 419",
		"99.99.2016 13.2016 0.2016": "[] 99.99.2016 13.2016 0.2016",
	} {
		dates, rest := model.WrittenDates(model.ParseText(text))
		left := ""
		for i, term := range rest {
			if i > 0 {
				left += " "
			}
			left += term.Text
		}
		if got := fmt.Sprintf("%v %s", dates, left); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
