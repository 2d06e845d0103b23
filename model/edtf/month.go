package edtf

import (
	"strings"
	"time"
)

// months are the names of the months in English, Russian and Kazakh: full, short, and as
// after a day.
var months = [...]string{
	"january jan январь января январе январю январем янв қаңтар қаң", "february feb февраль февраля феврале февралю февралем фев февр ақпан ақп", "march mar март марта марте марту мартом мар наурыз нау",
	"april apr апрель апреля апреле апрелю апрелем апр сәуір сәу", "may май мая мае маю маем мамыр мам", "june jun июнь июня июне июню июнем июн маусым мау", "july jul июль июля июле июлю июлем июл шілде шіл",
	"august aug август августа августе августу августом авг тамыз там", "september sep sept сентябрь сентября сентябре сентябрю сентябрем сен сент қыркүйек қыр", "october oct октябрь октября октябре октябрю октябрем окт қазан қаз",
	"november nov ноябрь ноября ноябре ноябрю ноябрем ноя нояб қараша қар", "december dec декабрь декабря декабре декабрю декабрем дек желтоқсан жел",
}

// kazakhCases are the case endings of months in Kazakh.
var kazakhCases = []string{"дағы", "дегі", "тағы", "тегі", "ның", "нің", "дың", "дің", "тың", "тің", "нан", "нен", "дан", "ден", "тан", "тен", "да", "де", "та", "те", "ға", "ге", "қа", "ке"}

// MonthNamed returns the month with a name, in lower case, in any case and with or
// without a full stop; 0 for another word.
func MonthNamed(word string) time.Month {
	word = strings.TrimSuffix(word, ".")
	if month := monthCalled(word); month > 0 {
		return month
	}
	for _, ending := range kazakhCases {
		if name, ok := strings.CutSuffix(word, ending); ok && len([]rune(name)) > 4 {
			return monthCalled(name)
		}
	}
	return 0
}

func monthCalled(word string) time.Month {
	for i, names := range months {
		if word != "" && strings.Contains(" "+names+" ", " "+word+" ") {
			return time.Month(i + 1)
		}
	}
	return 0
}

// seasons are the names of the seasons from spring to winter, in English, Russian
// and Kazakh.
var seasons = [...]string{
	"spring весна весной весны весне весну көктем көктемде көктемі көктемінде", "summer лето летом лета лету жаз жазда жазы жазында",
	"autumn fall осень осенью осени күз күзде күзі күзінде", "winter зима зимой зимы зиме зиму қыс қыста қысы қысында",
}

// SeasonNamed returns the first month of the season with a name, in lower case: it
// has three. 0 for another word.
func SeasonNamed(word string) time.Month {
	for i, names := range seasons {
		if word != "" && strings.Contains(" "+names+" ", " "+word+" ") {
			return time.Month(3*i + 3)
		}
	}
	return 0
}

// MonthBegun returns the month that begins with a word of three letters or more; 0 for
// another word.
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
