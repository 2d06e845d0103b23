package cells

import (
	"strings"
	"time"

	"casebook/model/edtf"
	"casebook/model/lazy"
)

var weekdays = WordSet{Words: []string{"monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "thursday", "thu", "thur", "thurs", "friday", "fri", "saturday", "sat", "sunday", "sun",
	"понедельник", "пн", "вторник", "вт", "среда", "среду", "ср", "четверг", "чт", "пятница", "пятницу", "пт", "суббота", "субботу", "сб", "воскресенье", "вс",
	"lundi", "lun", "mardi", "mar", "mercredi", "mer", "jeudi", "jeu", "vendredi", "ven", "samedi", "sam", "dimanche", "dim",
	"lunes", "martes", "miércoles", "miercoles", "mié", "jueves", "jue", "viernes", "vie", "sábado", "sabado", "sáb", "domingo", "dom",
	"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі", "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar", "понеділок", "вівторок", "середа", "четвер", "п'ятниця", "неділя"}}

// withoutWeekday removes the weekday from the beginning or end of a date.
func withoutWeekday(text string) string {
	first, rest, ok := strings.Cut(text, " ")
	if march := first == "mar" && strings.Trim(rest, "0123456789, ") == ""; march { // and not Tuesday in Spanish
		return text
	}
	if ok && weekdays.Has(strings.TrimRight(first, ",.")) && strings.ContainsAny(rest, "0123456789") {
		return strings.TrimSpace(rest)
	}
	if at := strings.LastIndexByte(text, ' '); at > 0 && weekdays.Has(strings.Trim(text[at+1:], ",.()")) && text[at+1:] != "mar" {
		return strings.TrimRight(text[:at], " ,")
	}
	return text
}

// monthWords are month names in languages that model/edtf does not have: French, Spanish,
// Portuguese, German, Ukrainian, Arabic (both systems), Belarusian, Turkish, Polish,
// Italian, Dutch, Thai.
var monthWords = lazy.Value[map[string]time.Month]{Make: func() map[string]time.Month {
	words := map[string]time.Month{}
	for i, names := range []string{
		"januari janvier janv enero ene janeiro januar jänner січень січня січ يناير كانون_الثاني студзень студзеня ocak styczeń stycznia gennaio gen januari มกราคม ม.ค", "februari février fevrier févr fév fev febrero fevereiro februar лютий лютого лют فبراير شباط люты лютага şubat luty lutego febbraio feb februari กุมภาพันธ์ ก.พ",
		"maret mars marzo março marco märz mrz березень березня бер مارس آذار اذار сакавік сакавіка mart marzec marca maart มีนาคม มี.ค", "avril avr abril abr квітень квітня кві أبريل ابريل نيسان красавік красавіка nisan kwiecień kwietnia aprile เมษายน เม.ย",
		"mei mai mayo maio травень травня тра مايو أيار ايار травень траўня май мая mayıs maj maja maggio mei พฤษภาคม พ.ค", "juni juin junio junho juni червень червня чер يونيو يونيه حزيران чэрвень чэрвеня haziran czerwiec czerwca giugno giu มิถุนายน มิ.ย",
		"juli juillet juil julio julho juli липень липня лип يوليو يوليه تموز ліпень ліпеня temmuz lipiec lipca luglio lug กรกฎาคม ก.ค", "agustus août aout agosto ago серпень серпня сер أغسطس اغسطس آب жнівень жніўня ağustos sierpień sierpnia agosto augustus สิงหาคม ส.ค",
		"septembre septiembre setiembre set setembro вересень вересня вер سبتمبر أيلول ايلول верасень верасня eylül wrzesień września settembre กันยายน ก.ย", "oktober octobre octubre outubro oktober okt жовтень жовтня жов أكتوبر اكتوبر تشرين_الأول تشرين_الاول кастрычнік кастрычніка ekim październik października ottobre ott ตุลาคม ต.ค",
		"novembre noviembre novembro листопад листопада лис نوفمبر تشرين_الثاني лістапад лістапада kasım listopad listopada novembre พฤศจิกายน พ.ย", "desember décembre decembre déc diciembre dic dezembro dezember dez грудень грудня гру ديسمبر كانون_الأول كانون_الاول снежань снежня aralık grudzień grudnia dicembre ธันวาคม ธ.ค",
	} {
		for _, name := range strings.Fields(names) {
			words[strings.ReplaceAll(name, "_", " ")] = time.Month(i + 1)
		}
	}
	return words
}}

// monthNamed returns the month with a name in lower case; 0 for another word.
func monthNamed(word string) time.Month {
	if word = strings.TrimSuffix(word, "."); word == "" || word[0] >= '0' && word[0] <= '9' {
		return 0
	}
	if month := edtf.MonthNamed(word); month > 0 {
		return month
	}
	return monthWords.Get()[word]
}
