package cells

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// persianMonths are the months of the solar Hijri calendar, with their usual
// spellings in Latin letters.
var persianMonths = []string{"فروردین farvardin", "اردیبهشت ordibehesht", "خرداد khordad", "تیر tir", "مرداد امرداد mordad", "شهریور shahrivar",
	"مهر mehr", "آبان aban", "آذر azar", "دی dey dei", "بهمن bahman", "اسفند esfand"}

// PersianDate returns a date of the Persian (solar Hijri) calendar, with a year from 1300
// to 1500, in EDTF: 1395/04/24 is 2016-07-14. A month or year becomes an interval of days.
// It returns false for other texts.
func PersianDate(text string) (string, bool) {
	if len(text) > MaxDateBytes {
		return "", false
	}
	words := strings.FieldsFunc(strings.ToLower(AsciiDigits(text)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	if len(words) == 1 && len(words[0]) == len("13950424") {
		words = []string{words[0][:4], words[0][4:6], words[0][6:]}
	}
	var numbers []int
	month, year, day := 0, 0, 0
	for _, word := range words {
		if number, err := strconv.Atoi(word); err == nil {
			numbers = append(numbers, number)
			continue
		}
		for i, names := range persianMonths {
			if strings.Contains(" "+names+" ", " "+word+" ") && month == 0 {
				month = i + 1
				word = ""
			}
		}
		if word != "" {
			return "", false
		}
	}
	rest := numbers[:0:0]
	for _, number := range numbers {
		if number >= 1300 && number <= 1500 && year == 0 {
			year = number
		} else {
			rest = append(rest, number)
		}
	}
	if year > 0 && len(numbers) == 3 && numbers[2] == year { // the day comes first
		rest[0], rest[1] = rest[1], rest[0]
	}
	if month == 0 && len(rest) > 0 {
		month, rest = rest[0], rest[1:]
	}
	if len(rest) > 0 {
		day, rest = rest[0], rest[1:]
	}
	if year == 0 || len(rest) > 0 || month > 12 || month == 0 && day > 0 || day > 0 && day > persianDays(year, month) {
		return "", false
	}
	switch {
	case month == 0:
		return persianDay(year, 1, 1) + "/" + persianDay(year, 12, persianDays(year, 12)), true
	case day == 0:
		return persianDay(year, month, 1) + "/" + persianDay(year, month, persianDays(year, month)), true
	}
	return persianDay(year, month, day), true
}

// persianDays returns the number of days of a month. The last month has 30 days in the
// leap years of the 33-year cycle, which is right for the years 1178 to 1633.
func persianDays(year, month int) int {
	switch {
	case month <= 6:
		return 31
	case month < 12 || (25*year+11)%33 < 8:
		return 30
	}
	return 29
}

// persianDay converts a day to the Gregorian calendar. The year 1395 began on 2016-03-20.
func persianDay(year, month, day int) string {
	days := day - 1
	for m := 1; m < month; m++ {
		days += persianDays(year, m)
	}
	for y := 1395; y < year; y++ {
		days += 336 + persianDays(y, 12)
	}
	for y := year; y < 1395; y++ {
		days -= 336 + persianDays(y, 12)
	}
	return time.Date(2016, time.March, 20, 0, 0, 0, 0, time.UTC).AddDate(0, 0, days).Format(time.DateOnly)
}

// CommonYear converts a year of the Buddhist calendar, 2443 to 2600, to the common era:
// 21/05/2559 is 21/05/2016. It returns false for a text without such a year.
func CommonYear(text string) (string, bool) {
	text = AsciiDigits(text)
	for at := 0; at < len(text); at++ {
		begin := at
		for at < len(text) && text[at] >= '0' && text[at] <= '9' {
			at++
		}
		if year, err := strconv.Atoi(text[begin:at]); err == nil && at-begin == 4 && year >= 2443 && year <= 2600 {
			return text[:begin] + strconv.Itoa(year-543) + text[at:], true
		}
	}
	return text, false
}
