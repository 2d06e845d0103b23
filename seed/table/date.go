package table

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"casebook/model"
	"casebook/model/edtf"
)

// Orders in which the numbers of a date can stand, and the numbers of days
// that spreadsheets count.
const (
	orderDMY    = "dmy"
	orderMDY    = "mdy"
	orderYMD    = "ymd"
	orderSerial = "serial"
)

// dateOrders lists the orders that a mapping can name.
func dateOrders() []string { return []string{orderDMY, orderMDY, orderYMD, orderSerial} }

// A dateReading says how the dates of a column are read.
type dateReading struct {
	order string // one of dateOrders; empty: what could be two days is refused
	pivot int    // two-digit years up to it are of 2000 and later, the others of the century before; 0: they are refused
}

// read returns a date in EDTF from how people and programs write it: 21 May
// 2016, May 21, 2016, 21.05.2016, 2016/05/21, 20160521, 2016-05-21T10:30:00Z,
// 21-May-16, Dec-2016, about 2015, 17-20 May 2016, in the languages of monthNamed.
func (d dateReading) read(text string) (string, slip) {
	if isDay(text) {
		if _, err := edtf.Parse(text); err == nil {
			return text, slip{}
		}
	}
	text = strings.TrimSpace(asciiDigits(text))
	if strings.EqualFold(text, model.NotStated) {
		return model.NotStated, slip{}
	}
	_, err := edtf.Parse(text)
	if err == nil {
		return text, slip{}
	}
	message, hint, _ := strings.Cut(err.Error(), ": ")
	refused := slip{message, hint}
	bare := strings.ToLower(text)
	if among(nothings, bare) || among(unknowns, bare) {
		return text, slip{fmt.Sprintf("%q is not a date", text), "leave the cell empty, or write not stated where the report leaves the date out"}
	}
	if len(bare) > longestDate {
		return text, refused
	}
	bare, qualifier := cutAbout(bare)
	bare = withoutWeekday(withoutTime(bare))
	date, wrong := d.openDate(bare)
	if date == "" && wrong == (slip{}) {
		date, wrong = d.oneDate(bare)
	}
	if date == "" && wrong == (slip{}) {
		date, wrong = d.twoDates(bare)
	}
	if wrong != (slip{}) {
		return text, wrong
	}
	if date == "" {
		if number, err := strconv.Atoi(bare); err == nil && number > 9999 && number < 99999 {
			return text, slip{fmt.Sprintf("%q looks like a spreadsheet's number of a day", text), "give the column a date format and save it again, or say so in the mapping (order: serial); in most spreadsheets it is " + serialDay(number)}
		}
		return text, refused
	}
	date += qualifier
	if _, err := edtf.Parse(date); err != nil {
		message, hint, _ := strings.Cut(err.Error(), ": ")
		return text, slip{message, hint}
	}
	return date, slip{}
}

// longestDate is how many bytes a date has at the most, however it is written.
const longestDate = 120

// isDay says whether a text has the form 2016-05-21.
func isDay(text string) bool {
	if len(text) != len("2016-05-21") || text[4] != '-' || text[7] != '-' {
		return false
	}
	for i := range len(text) {
		if i != 4 && i != 7 && (text[i] < '0' || text[i] > '9') {
			return false
		}
	}
	return true
}

// serialDay is the day that a spreadsheet counts so (the 1900 date system,
// ISO/IEC 29500-1, 18.17.4.1).
func serialDay(number int) string {
	return time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, number).Format(time.DateOnly)
}

// asciiDigits writes the digits of other scripts as 0 to 9.
func asciiDigits(text string) string {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return strings.Map(func(r rune) rune {
				for _, zero := range "٠۰०০߀๐០၀" {
					if r >= zero && r <= zero+9 {
						return '0' + r - zero
					}
				}
				if r == '\u00A0' || r == '\u202F' || r == '\u2009' {
					return ' '
				}
				return r
			}, text)
		}
	}
	return text
}

// cutAbout takes the words off that say that a date is about right.
func cutAbout(text string) (rest, qualifier string) {
	for _, about := range []string{"about ", "around ", "circa ", "ca. ", "ca ", "c. ", "c.", "approx. ", "approximately ", "~", "mid-", "mid ", "early ", "late ", "начало ", "начале ", "конец ", "конце ", "середина ", "середине ",
		"около ", "примерно ", "ок. ", "vers ", "environ ", "début ", "fin ", "mi-", "hacia ", "alrededor de ", "principios de ", "mediados de ", "finales de ", "fines de ", "шамамен "} {
		if after, ok := strings.CutPrefix(text, about); ok && after != "" {
			return strings.TrimSpace(after), "~"
		}
	}
	return text, ""
}

// withoutTime takes a time of day off the end of a date.
func withoutTime(text string) string {
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return text
	}
	at := colon
	for at > 0 && text[at-1] >= '0' && text[at-1] <= '9' && colon-at < 2 {
		at--
	}
	if at == colon || at == 0 || text[at-1] != ' ' && text[at-1] != 't' && text[at-1] != ',' {
		if before, after, _ := strings.Cut(text, ":"); strings.Trim(before, "abcdefghijklmnopqrstuvwxyz ") == "" { // EOW: 10 September 1930
			return withoutTime(strings.TrimSpace(after))
		}
		return text
	}
	rest := strings.Trim(text[at:], "0123456789:.+- ")
	switch rest {
	case "", "z", "am", "pm", "a.m", "p.m", "a.m.", "p.m.", "utc", "gmt", "h", "ч", "hrs":
		return strings.TrimRight(strings.TrimSuffix(text[:at], "t"), " ,")
	}
	return text
}

var weekdays = set("monday", "mon", "tuesday", "tue", "tues", "wednesday", "wed", "thursday", "thu", "thur", "thurs", "friday", "fri", "saturday", "sat", "sunday", "sun",
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

// openDate reads since 2003, until May 2016, before 2016 and after May 2016;
// empty where it is none of them.
func (d dateReading) openDate(text string) (string, slip) {
	for _, form := range []struct {
		word, before, after string
		step                int // from the date that is named
	}{
		{"since ", "", "/..", 0}, {"from ", "", "/..", 0}, {"с ", "", "/..", 0}, {"depuis ", "", "/..", 0}, {"desde ", "", "/..", 0},
		{"until ", "../", "", 0}, {"till ", "../", "", 0}, {"up to ", "../", "", 0}, {"до ", "../", "", 0}, {"jusqu'en ", "../", "", 0}, {"hasta ", "../", "", 0},
		{"before ", "../", "", -1}, {"prior to ", "../", "", -1}, {"avant ", "../", "", -1}, {"antes de ", "../", "", -1},
		{"after ", "", "/..", 1}, {"после ", "", "/..", 1}, {"après ", "", "/..", 1}, {"después de ", "", "/..", 1},
	} {
		rest, ok := strings.CutPrefix(text, form.word)
		if !ok {
			continue
		}
		date, wrong := d.oneDate(strings.TrimSpace(rest))
		if date == "" {
			return "", wrong
		}
		return form.before + beside(date, form.step) + form.after, slip{}
	}
	return "", slip{}
}

// beside is the day, the month or the year before or after a date.
func beside(date string, step int) string {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{"2006", step, 0, 0}, {"2006-01", 0, step, 0}, {time.DateOnly, 0, 0, step}} {
		if t, err := time.Parse(form.layout, date); err == nil && step != 0 {
			return t.AddDate(form.years, form.months, form.days).Format(form.layout)
		}
	}
	return date
}

// twoDates reads a range such as 17-20 May 2016 or April–May 2016; empty where it is none.
func (d dateReading) twoDates(text string) (string, slip) {
	for _, between := range [][2]string{{"between ", " and "}, {"entre le ", " et le "}, {"entre ", " et "}, {"entre el ", " y el "}, {"entre ", " y "}, {"между ", " и "}} {
		if rest, ok := strings.CutPrefix(text, between[0]); ok && strings.Contains(rest, between[1]) {
			text = strings.Replace(rest, between[1], " – ", 1)
			break
		}
	}
	for _, dash := range []string{"..", " – ", " — ", " - ", " to ", " au ", " al ", " по ", "–", "—", "-"} {
		first, last, ok := strings.Cut(text, dash)
		if !ok {
			continue
		}
		end, wrong := d.oneDate(strings.TrimSpace(last))
		for _, word := range strings.Fields(first) { // May 17-20, 2016
			if end == "" && monthNamed(word) > 0 {
				end, wrong = d.oneDate(word + " " + strings.TrimSpace(last))
			}
		}
		if end == "" {
			return "", wrong
		}
		first = strings.TrimSpace(first)
		words := strings.Fields(last)
		begin := ""
		for from := len(words); from >= 0 && begin == ""; from-- { // the first date takes over what it leaves out
			begin, wrong = d.oneDate(strings.TrimSpace(first + " " + strings.Join(words[from:], " ")))
		}
		if begin == "" {
			return "", wrong
		}
		return begin + "/" + end, slip{}
	}
	return "", slip{}
}

// oneDate reads a day, a month or a year; empty where it is none of them.
func (d dateReading) oneDate(text string) (string, slip) {
	for _, year := range []string{"года", "год", "г.", "р.", "року", "жылы", "ж."} {
		text = strings.TrimSpace(strings.TrimSuffix(text, year))
	}
	if text == "" {
		return "", slip{}
	}
	if strings.Trim(text, "0123456789") == "" {
		return d.digits(text)
	}
	for _, separator := range []string{".", "/", "-"} {
		if parts := strings.Split(text, separator); len(parts) > 1 && strings.Trim(text, "0123456789"+separator) == "" {
			return d.numericDate(text, parts)
		}
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '-' || r == '/' })
	if dash := strings.ContainsAny(text, "-/"); dash && (len(words) < 2 || len(words) > 3) {
		return "", slip{}
	}
	day, month, year, two := 0, 0, 0, ""
	for i := 0; i < len(words); i++ {
		word := words[i]
		if i+1 < len(words) && month == 0 && monthNamed(word+" "+words[i+1]) > 0 { // كانون الثاني
			month = int(monthNamed(word + " " + words[i+1]))
			i++
			continue
		}
		number, err := strconv.Atoi(strings.TrimSuffix(word, "."))
		if err != nil {
			for _, ending := range []string{"st", "nd", "rd", "th", "-го", "-е", "er", "º", "°"} {
				if before, ok := strings.CutSuffix(word, ending); ok && err != nil {
					number, err = strconv.Atoi(before)
				}
			}
		}
		digits := strings.TrimRight(word, ".")
		switch named := monthNamed(word); {
		case named > 0 && month == 0:
			month = int(named)
		case err == nil && number > 99 && number < 10000 && len(digits) == 4 && year == 0:
			year = number
		case err == nil && number > 0 && number < 32 && day == 0 && len(digits) <= 4 && !(month > 0 && len(words) == 2):
			day = number
		case err == nil && len(strings.TrimPrefix(digits, "'")) == 2 && month > 0 && year == 0 && two == "":
			two = digits
		case len(word) == 3 && word[0] == '\'' && month > 0 && year == 0 && two == "": // May '16
			two = word[1:]
		case word == "of" || word == "de" || word == "del" || word == "le" || word == "el" || word == "the":
		default:
			return "", slip{}
		}
	}
	if two != "" && month > 0 {
		if len(words) == 2 && day == 0 && !strings.HasPrefix(words[1], "'") && d.pivot == 0 {
			return "", twoDigits(text, "which may be a year or a day")
		}
		var wrong slip
		if year, wrong = d.century(text, two); wrong != (slip{}) {
			return "", wrong
		}
	}
	switch {
	case year == 0 || day > 0 && month == 0:
		return "", slip{}
	case month == 0:
		return fmt.Sprintf("%04d", year), slip{}
	case day == 0:
		return fmt.Sprintf("%04d-%02d", year, month), slip{}
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), slip{}
}

func twoDigits(text, which string) slip {
	return slip{fmt.Sprintf("%q has two digits for its last part, %s", text, which), "write the year with four digits, such as 2016-05-21 or May 2016, or say in the mapping which years are meant: pivot: 30 reads 00 to 30 as 2000 to 2030"}
}

// century reads a year of two digits.
func (d dateReading) century(text, two string) (int, slip) {
	year, err := strconv.Atoi(two)
	switch {
	case err != nil:
		return 0, slip{fmt.Sprintf("%q is not a date", text), "write 2016-05-21"}
	case d.pivot == 0:
		return 0, twoDigits(text, "and which hundred years are meant is not said")
	case year <= d.pivot:
		return 2000 + year, slip{}
	}
	return 1900 + year, slip{}
}

// digits reads a date of digits alone: 2016, 20160521 or, where the column has
// such, the number of a day.
func (d dateReading) digits(text string) (string, slip) {
	number, err := strconv.Atoi(text)
	switch {
	case err != nil:
	case d.order == orderSerial && number > 0 && number < 2958466:
		return serialDay(number), slip{}
	case len(text) == 4:
		return text, slip{}
	case len(text) == 8 && (text[:2] == "19" || text[:2] == "20" || text[:2] == "18"):
		return joinDate(number/10000, number/100%100, number%100), slip{}
	}
	return "", slip{}
}

// joinDate writes a date; a month or a day of 0 is not known.
func joinDate(year, month, day int) string {
	switch {
	case month == 0:
		return fmt.Sprintf("%04d", year)
	case day == 0:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// numericDate reads a date of numbers: 2016/05/21, 21.05.2016, 05.2016. Points
// stand in the order of day, month and year; with slashes or hyphens it is a
// matter of the country, so that a date which both orders allow is refused
// where the order is not known.
func (d dateReading) numericDate(text string, parts []string) (string, slip) {
	var numbers []int
	for _, part := range parts {
		number, err := strconv.Atoi(part)
		if err != nil || len(part) > 4 {
			return "", slip{}
		}
		numbers = append(numbers, number)
	}
	switch {
	case len(parts) == 3 && len(parts[0]) == 4 && len(parts[1]) <= 2 && len(parts[2]) <= 2:
		return joinDate(numbers[0], numbers[1], numbers[2]), slip{}
	case len(parts) == 2 && len(parts[0]) == 4 && len(parts[1]) <= 2:
		return joinDate(numbers[0], numbers[1], 0), slip{}
	case len(parts) == 2 && len(parts[1]) == 4 && len(parts[0]) <= 2:
		return joinDate(numbers[1], numbers[0], 0), slip{}
	case len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) != 4 && len(parts[2]) != 2:
		return "", slip{}
	}
	day, month, last := numbers[0], numbers[1], parts[2]
	if d.order == orderYMD && len(last) == 2 {
		year, wrong := d.century(text, parts[0])
		return joinDate(year, numbers[1], numbers[2]), wrong
	}
	year := numbers[2]
	if len(last) == 2 {
		var wrong slip
		if year, wrong = d.century(text, last); wrong != (slip{}) {
			return "", wrong
		}
	}
	switch {
	case d.order == orderMDY:
		day, month = month, day
	case d.order == orderDMY || strings.Contains(text, "."):
	case day <= 12 && month <= 12 && day != month:
		return "", slip{fmt.Sprintf("%q could be two days", text), fmt.Sprintf("write %04d-%02d-%02d or %04d-%02d-%02d, or say which number comes first: --dates dmy or --dates mdy", year, month, day, year, day, month)}
	case month > 12 && day <= 12:
		day, month = month, day
	}
	if month == 0 && day > 0 {
		return "", slip{fmt.Sprintf("%q has a day and no month", text), "write 2016-05-21, 2016-05 or 2016"}
	}
	return joinDate(year, month, day), slip{}
}
