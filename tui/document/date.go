package document

import (
	"cmp"

	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/lazy"
)

// Date returns a date as people write it. A date that cannot be read is returned as
// it is.
func (f Format) Date(date string) string {
	if date == model.NotStated {
		return f.Words.Say("date not stated")
	}
	return formatDate(date, f.Words.Word)
}

// shortDate returns a date with the names of months shortened.
func (f Format) shortDate(date string) string {
	if f.Plain {
		return f.Date(date)
	}
	return formatDate(date, func(text string, arguments ...any) string {
		return f.Words.Word(cmp.Or(shortForms.Get()[text], text), arguments...)
	})
}

func formatDate(date string, say edtf.Phrasing) string {
	parsed, err := edtf.Parse(date)
	if err != nil {
		return date
	}
	return parsed.Phrase(say)
}

// shortForms are the short forms of the catalogue's texts for dates.
var shortForms = lazy.Value[map[string]string]{Make: func() map[string]string {
	return map[string]string{
		"%[1]s %[2]s": "%s %s", // its own text, since languages shorten more than the months
		"January":     "Jan", "%[1]s January": "%[1]s Jan",
		"February": "Feb", "%[1]s February": "%[1]s Feb",
		"March": "Mar", "%[1]s March": "%[1]s Mar",
		"April": "Apr", "%[1]s April": "%[1]s Apr",
		"June": "Jun", "%[1]s June": "%[1]s Jun",
		"July": "Jul", "%[1]s July": "%[1]s Jul",
		"August": "Aug", "%[1]s August": "%[1]s Aug",
		"September": "Sep", "%[1]s September": "%[1]s Sep",
		"October": "Oct", "%[1]s October": "%[1]s Oct",
		"November": "Nov", "%[1]s November": "%[1]s Nov",
		"December": "Dec", "%[1]s December": "%[1]s Dec",
	}
}}
