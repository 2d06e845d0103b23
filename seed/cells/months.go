package cells

import (
	"strings"
	"sync"
	"time"

	"casebook/model/edtf"
)

var weekdays = WordSet("monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "thursday", "thu", "thur", "thurs", "friday", "fri", "saturday", "sat", "sunday", "sun",
	"понедельник", "пн", "вторник", "вт", "среда", "среду", "ср", "четверг", "чт", "пятница", "пятницу", "пт", "суббота", "субботу", "сб", "воскресенье", "вс",
	"lundi", "lun", "mardi", "mar", "mercredi", "mer", "jeudi", "jeu", "vendredi", "ven", "samedi", "sam", "dimanche", "dim",
	"lunes", "martes", "miércoles", "miercoles", "mié", "jueves", "jue", "viernes", "vie", "sábado", "sabado", "sáb", "domingo", "dom")

// withoutWeekday takes the day of the week off a date that begins or ends with it.
func withoutWeekday(text string) string {
	first, rest, ok := strings.Cut(text, " ")
	if ok && weekdays()[strings.TrimRight(first, ",.")] && strings.ContainsAny(rest, "0123456789") {
		return strings.TrimSpace(rest)
	}
	if at := strings.LastIndexByte(text, ' '); at > 0 && weekdays()[strings.Trim(text[at+1:], ",.()")] && text[at+1:] != "mar" {
		return strings.TrimRight(text[:at], " ,")
	}
	return text
}

// monthWords are the months of languages that model/edtf does not know: French,
// Spanish, Portuguese, German, Ukrainian, Arabic (both ways).
var monthWords = sync.OnceValue(func() map[string]time.Month {
	words := map[string]time.Month{}
	for i, names := range []string{
		"janvier janv enero ene janeiro januar jänner січень січня січ يناير كانون_الثاني", "février fevrier févr fév fev febrero fevereiro februar лютий лютого лют فبراير شباط",
		"mars marzo março marco märz mrz березень березня бер مارس آذار اذار", "avril avr abril abr квітень квітня кві أبريل ابريل نيسان",
		"mai mayo maio травень травня тра مايو أيار ايار", "juin junio junho juni червень червня чер يونيو يونيه حزيران",
		"juillet juil julio julho juli липень липня лип يوليو يوليه تموز", "août aout agosto ago серпень серпня сер أغسطس اغسطس آب",
		"septembre septiembre setiembre set setembro вересень вересня вер سبتمبر أيلول ايلول", "octobre octubre outubro oktober okt жовтень жовтня жов أكتوبر اكتوبر تشرين_الأول تشرين_الاول",
		"novembre noviembre novembro листопад листопада лис نوفمبر تشرين_الثاني", "décembre decembre déc diciembre dic dezembro dezember dez грудень грудня гру ديسمبر كانون_الأول كانون_الاول",
	} {
		for _, name := range strings.Fields(names) {
			words[strings.ReplaceAll(name, "_", " ")] = time.Month(i + 1)
		}
	}
	return words
})

// monthNamed returns the month that a word in small letters is the name of; 0
// for another word.
func monthNamed(word string) time.Month {
	if word = strings.TrimSuffix(word, "."); word == "" || word[0] >= '0' && word[0] <= '9' {
		return 0
	}
	if month := edtf.MonthNamed(word); month > 0 {
		return month
	}
	return monthWords()[word]
}
