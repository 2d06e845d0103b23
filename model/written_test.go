package model_test

import (
	"fmt"
	"testing"

	"casebook/model"
)

func TestWrittenDates(t *testing.T) {
	for text, want := range map[string]string{
		"bokaev 28 november":        "[{0 November 28 false}] bokaev",
		"bokaev november 28":        "[{0 November 28 false}] bokaev",
		"28th of November, 2016 x":  "[{2016 November 28 false}] x",
		"sept":                      "[{0 September 0 false}] ",
		"Sept. 2016":                "[{2016 September 0 false}] ",
		"septem":                    "[{0 September 0 false}] ",
		"septem police":             "[] septem police",
		"may 2016":                  "[{2016 May 0 false}] ",
		"May 21, 2016":              "[{2016 May 21 false}] ",
		"мая 21 бокаев":             "[{0 May 21 false}] бокаев",
		"21 мая 2016 года бокаев":   "[{2016 May 21 false}] бокаев",
		"21 мая 2016 г. бокаев":     "[{2016 May 21 false}] бокаев",
		"28 қараша":                 "[{0 November 28 false}] ",
		"2016":                      "[{2016 %!Month(0) 0 false}] ",
		"28.11.2016":                "[{2016 November 28 false}] ",
		"2016-11-28":                "[{2016 November 28 false}] ",
		"2016-11":                   "[{2016 November 0 false}] ",
		"11.2016":                   "[{2016 November 0 false}] ",
		"28/11/2016":                "[{2016 November 28 false}] ",
		"11/28/2016":                "[{2016 November 28 false}] ",
		"05/12/2016":                "[] 05/12/2016", // of May or of December
		"5 2016":                    "[{2016 %!Month(0) 0 false}] 5",
		"17 may 21 may":             "[{0 May 17 false} {0 May 21 false}] ",
		"48 journalists":            "[] 48 journalists",
		"12 people":                 "[] 12 people",
		"31 february":               "[{0 February 0 false}] 31",
		"29 february":               "[{0 February 29 false}] ",
		"mayor":                     "[] mayor",
		"ma":                        "[] ma",
		"-may":                      "[] may",
		`"may 2016"`:                "[] may 2016",
		"date:may police":           "[] may police",
		"of may":                    "[{0 May 0 false}] of",
		"art. 419":                  "[] art. 419",
		"law:419 2016":              "[{2016 %!Month(0) 0 false}] 419",
		"99.99.2016 13.2016 0.2016": "[] 99.99.2016 13.2016 0.2016",
		"spring 2016":               "[{2016 March 0 true}] ",
		"весной 2016 года":          "[{2016 March 0 true}] ",
		"қыста":                     "[{0 December 0 true}] ",
		"2016 жылдың көктемінде":    "[{2016 March 0 true}] ",
		"мамырда":                   "[{0 May 0 false}] ",
		"мамыр айында":              "[{0 May 0 false}] ",
		"в ноябре 2016 году":        "[{2016 November 0 false}] в",
		"28 spring":                 "[{0 March 0 true}] 28",
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
