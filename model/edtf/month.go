package edtf

import (
	"strings"
	"time"
)

// months are the names of the months as texts have them, in English, Russian
// and Kazakh: in full and cut short, and as they stand after a day.
var months = [...]string{
	"january jan январь января янв қаңтар қаң", "february feb февраль февраля фев февр ақпан ақп", "march mar март марта мар наурыз нау",
	"april apr апрель апреля апр сәуір сәу", "may май мая мамыр мам", "june jun июнь июня июн маусым мау", "july jul июль июля июл шілде шіл",
	"august aug август августа авг тамыз там", "september sep sept сентябрь сентября сен сент қыркүйек қыр", "october oct октябрь октября окт қазан қаз",
	"november nov ноябрь ноября ноя нояб қараша қар", "december dec декабрь декабря дек желтоқсан жел",
}

// MonthNamed returns the month with a name, in lower case and with or without a full
// stop; 0 for another word.
func MonthNamed(word string) time.Month {
	word = strings.TrimSuffix(word, ".")
	for i, names := range months {
		if word != "" && strings.Contains(" "+names+" ", " "+word+" ") {
			return time.Month(i + 1)
		}
	}
	return 0
}

// MonthBegun returns the month of which a word of three letters or more may be
// the beginning; 0 for another word.
func MonthBegun(word string) time.Month {
	if len([]rune(word)) < 3 {
		return 0
	}
	for i, names := range months {
		if strings.Contains(" "+names, " "+word) {
			return time.Month(i + 1)
		}
	}
	return 0
}
