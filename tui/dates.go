package tui

import (
	"strings"

	"casebook/model"
	"casebook/model/edtf"
)

// date is a date as people write it; a date that cannot be read stays as it is.
func (w writing) date(date string) string {
	if date == model.NotStated {
		return w.words.Say("date not stated")
	}
	return phrased(date, w.words.Word)
}

// shortDate is a date with its months cut to three letters.
func (w writing) shortDate(date string) string {
	if w.plain {
		return w.date(date)
	}
	return phrased(date, func(text string, arguments ...any) string {
		return w.words.Word(shortened(text), arguments...)
	})
}

func phrased(date string, say edtf.Phrasing) string {
	parsed, err := edtf.Parse(date)
	if err != nil {
		return date
	}
	return parsed.Phrase(say)
}

// shortened is the short form of a text that a date is made of.
func shortened(text string) string {
	if text == "%[1]s %[2]s" {
		return "%s %s" // a text of its own, since languages shorten more than the months
	}
	if month := strings.TrimPrefix(text, "%[1]s "); len(month) > 3 && !strings.Contains(month, "%") {
		return text[:len(text)-len(month)+3]
	}
	return text
}
