// Package cells reads what people and programs write in the cells of a table: dates in
// many languages and three calendars, exact and approximate numbers, outcomes, words for
// nothing or nobody, several values with separators. It knows texts and the model; it must
// not know columns, rows, tables or files.
package cells

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"casebook/model"
	"casebook/model/edtf"
)

// The orders of day, month and year in a date, the day numbers of spreadsheets, and
// other calendars.
const (
	OrderDMY    = "dmy"
	OrderMDY    = "mdy"
	orderYMD    = "ymd"
	OrderSerial = "serial"
	// OrderPersian and OrderBuddhist are other calendars: 1395/04/24 is 2016-07-14, and
	// 21/05/2559 is 2016-05-21.
	OrderPersian  = "persian"
	OrderBuddhist = "buddhist"
)

// DateOrders lists the orders that a mapping can name.
func DateOrders() []string {
	return []string{OrderDMY, OrderMDY, orderYMD, OrderSerial, OrderPersian, OrderBuddhist}
}

// A DateReading says how the dates of a column are read.
type DateReading struct {
	Order string // one of DateOrders; empty: ambiguous dates are refused
	Pivot int    // two-digit years up to it are 2000 and later, others 1900 and later; 0: they are refused
}

// Read returns a date in EDTF, from the forms that people and programs write: 21 May 2016,
// May 21, 2016, 21.05.2016, 2016/05/21, 20160521, 2016-05-21T10:30:00Z, 21-May-16,
// Dec-2016, about 2015, 17-20 May 2016; with month names in the languages of monthNamed.
func (d DateReading) Read(text string) (string, Slip) {
	written := strings.TrimSpace(text)
	if d.Order == OrderPersian {
		if date, ok := PersianDate(text); ok {
			return date, Slip{}
		}
	}
	if d.Order == OrderBuddhist {
		d.Order = OrderDMY
		text, _ = CommonYear(text)
	}
	if isDay(text) {
		if _, err := edtf.Parse(text); err == nil {
			return text, Slip{}
		}
	}
	text = strings.TrimSpace(AsciiDigits(text))
	if strings.EqualFold(text, model.NotStated) {
		return model.NotStated, Slip{}
	}
	_, err := edtf.Parse(text)
	if err == nil {
		return text, Slip{}
	}
	refused := wrongDate(err, written)
	bare := strings.ToLower(text)
	if IsEmpty(bare) || IsUnknown(bare) {
		return text, Wrong(fmt.Sprintf("%q is not a date", text), "leave the cell empty, or write \"not stated\" if the report gives no date")
	}
	if len(bare) > MaxDateBytes {
		return text, refused
	}
	if begin, end, ok := splitInterval(bare); ok {
		if date, wrong := d.interval(begin, end); date != "" || wrong.Ambiguous {
			return date, wrong
		}
	}
	bare, qualifier := cutAbout(bare)
	bare = withoutWeekday(withoutTime(spacedCJK(bare)))
	date, wrong := d.spanDate(bare)
	if date == "" && wrong == (Slip{}) {
		date, wrong = d.openDate(bare)
	}
	if date == "" && wrong == (Slip{}) {
		date, wrong = d.oneDate(bare)
	}
	if date == "" && wrong == (Slip{}) {
		date, wrong = d.twoDates(bare)
	}
	if wrong != (Slip{}) {
		return text, wrong
	}
	if date == "" {
		if number, err := strconv.Atoi(bare); err == nil && number > 9999 && number < 99999 {
			return text, Wrong(fmt.Sprintf("%q looks like a spreadsheet's day number", text), "give the column a date format and save it again, or say so in the mapping (order: serial); in most spreadsheets it is "+serialDay(number))
		}
		return text, refused
	}
	date += qualifier
	if _, err := edtf.Parse(date); err != nil {
		return text, wrongDate(err, written)
	}
	return date, Slip{}
}

// wrongDate returns the error for a date. It quotes the text of the cell.
func wrongDate(err error, written string) Slip {
	message, hint, _ := strings.Cut(err.Error(), ": ")
	if quoted, err := strconv.QuotedPrefix(message); err == nil {
		if read, err := strconv.Unquote(quoted); err == nil && !strings.Contains(written, read) {
			message = strconv.Quote(written) + message[len(quoted):]
		}
	}
	return Wrong(message, hint)
}

// MaxDateBytes is the largest length of a date in bytes.
const MaxDateBytes = 120

// isDay reports whether a text has the form 2016-05-21.
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

// serialDay returns the date of a spreadsheet's day number (the 1900 date system,
// ISO/IEC 29500-1, 18.17.4.1).
func serialDay(number int) string {
	return time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, number).Format(time.DateOnly)
}

// AsciiDigits writes the digits of other scripts as 0 to 9.
func AsciiDigits(text string) string {
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

// IsVague reports whether a date names a part of a month or year, which EDTF cannot
// express: early June 2024 becomes about June 2024.
func IsVague(text string) bool {
	if text = strings.TrimSpace(text); text == "" || text[0] >= '0' && text[0] <= '9' {
		return false
	}
	text = strings.ToLower(text)
	for _, word := range []string{"mid", "early", "late ", "end of", "beginning of", "нач", "кон", "серед", "début", "fin ", "mi-", "principios", "mediados", "finales", "fines"} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return false
}

// cutAbout removes the words that make a date approximate.
func cutAbout(text string) (rest, qualifier string) {
	for _, about := range []string{"about ", "around ", "circa ", "ca. ", "ca ", "c. ", "c.", "approx. ", "approximately ", "~", "mid-", "mid ", "early ", "late ", "end of ", "beginning of ", "начало ", "начале ", "конец ", "конце ", "середина ", "середине ",
		"около ", "примерно ", "ок. ", "vers ", "environ ", "début ", "fin ", "mi-", "hacia ", "alrededor de ", "principios de ", "mediados de ", "finales de ", "fines de ", "шамамен "} {
		if after, ok := strings.CutPrefix(text, about); ok && after != "" {
			return strings.TrimSpace(after), "~"
		}
	}
	return text, ""
}

// oneDate reads a day, a month or a year; empty for other texts.
func (d DateReading) oneDate(text string) (string, Slip) {
	for _, year := range []string{"года", "год", "г.", "р.", "року", "жылы", "ж.", "yılı", " r.", " roku"} {
		text = strings.TrimSpace(strings.TrimSuffix(text, year))
	}
	if text == "" {
		return "", Slip{}
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
		return "", Slip{}
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
		case year > 0 && (word == "жылғы" || word == "жылдың" || word == "ж" || word == "года" || word == "року"): // 2016 жылғы 21 мамыр
		case word == "of" || word == "de" || word == "del" || word == "le" || word == "el" || word == "the":
		default:
			return "", Slip{}
		}
	}
	if two != "" && month > 0 {
		if len(words) == 2 && day == 0 && !strings.HasPrefix(words[1], "'") && d.Pivot == 0 {
			return "", twoDigits(text, "which may be a year or a day")
		}
		var wrong Slip
		if year, wrong = d.century(text, two); wrong != (Slip{}) {
			return "", wrong
		}
	}
	switch {
	case year == 0 || day > 0 && month == 0:
		return "", Slip{}
	case month == 0:
		return fmt.Sprintf("%04d", year), Slip{}
	case day == 0:
		return fmt.Sprintf("%04d-%02d", year, month), Slip{}
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), Slip{}
}

// Or fills the empty fields from another reading.
func (d DateReading) Or(other DateReading) DateReading {
	if d.Order == "" {
		d.Order = other.Order
	}
	if d.Pivot == 0 {
		d.Pivot = other.Pivot
	}
	return d
}
