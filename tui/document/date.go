package document

import (
	"strings"

	"casebook/model"
	"casebook/model/edtf"
)

// Date returns a date as people write it. A date that cannot be read is returned as
// it is.
func (f Format) Date(date string) string {
	if date == model.NotStated {
		return f.Words.Say("date not stated")
	}
	return phrased(date, f.Words.Word)
}

// ShortDate returns a date with the names of months shortened.
func (f Format) ShortDate(date string) string {
	if f.Plain {
		return f.Date(date)
	}
	return phrased(date, func(text string, arguments ...any) string {
		return f.Words.Word(shortened(text), arguments...)
	})
}

func phrased(date string, say edtf.Phrasing) string {
	parsed, err := edtf.Parse(date)
	if err != nil {
		return date
	}
	return parsed.Phrase(say)
}

// shortened returns the short form of a text of the catalogue for dates.
func shortened(text string) string {
	if text == "%[1]s %[2]s" {
		return "%s %s" // a text of its own, since languages shorten more than the months
	}
	if month := strings.TrimPrefix(text, "%[1]s "); len(month) > 3 && !strings.Contains(month, "%") {
		return text[:len(text)-len(month)+3]
	}
	return text
}
