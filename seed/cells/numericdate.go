package cells

import (
	"fmt"
	"strconv"
	"strings"
)

func twoDigits(text, which string) Slip {
	return Slip{Ambiguous: true, Message: fmt.Sprintf("%q is unclear: it ends with two digits, %s", text, which),
		Hint: "write the year with four digits, such as 2016-05-21 or May 2016, or set pivot in the mapping: with pivot: 30, the years 00 to 30 are 2000 to 2030"}
}

// century reads a two-digit year.
func (d DateReading) century(text, two string) (int, Slip) {
	year, err := strconv.Atoi(two)
	switch {
	case err != nil:
		return 0, Wrong(fmt.Sprintf("%q is not a date", text), "write 2016-05-21")
	case d.Pivot == 0:
		return 0, twoDigits(text, "and the century is not given")
	case year <= d.Pivot:
		return 2000 + year, Slip{}
	}
	return 1900 + year, Slip{}
}

// digits reads a date of digits only: 2016, 20160521 or, if the column has these, a day
// number.
func (d DateReading) digits(text string) (string, Slip) {
	number, err := strconv.Atoi(text)
	switch {
	case err != nil:
	case d.Order == OrderSerial && number > 0 && number < 2958466:
		return serialDay(number), Slip{}
	case len(text) == 4:
		return text, Slip{}
	case len(text) == 8 && (text[:2] == "19" || text[:2] == "20" || text[:2] == "18"):
		return joinDate(number/10000, number/100%100, number%100), Slip{}
	}
	return "", Slip{}
}

// joinDate writes a date; a month or a day of 0 is unknown.
func joinDate(year, month, day int) string {
	switch {
	case month == 0:
		return fmt.Sprintf("%04d", year)
	case day == 0:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// numericDate reads a date of numbers: 2016/05/21, 21.05.2016, 05.2016. With points the
// order is day, month, year. With slashes or hyphens it depends on the country: an
// ambiguous date is refused if the order is unknown.
func (d DateReading) numericDate(text string, parts []string) (string, Slip) {
	var numbers []int
	for _, part := range parts {
		number, err := strconv.Atoi(part)
		if err != nil || len(part) > 4 {
			return "", Slip{}
		}
		numbers = append(numbers, number)
	}
	switch {
	case len(parts) == 3 && len(parts[0]) == 4 && len(parts[1]) <= 2 && len(parts[2]) <= 2:
		return joinDate(numbers[0], numbers[1], numbers[2]), Slip{}
	case len(parts) == 2 && len(parts[0]) == 4 && len(parts[1]) <= 2:
		return joinDate(numbers[0], numbers[1], 0), Slip{}
	case len(parts) == 2 && len(parts[1]) == 4 && len(parts[0]) <= 2:
		return joinDate(numbers[1], numbers[0], 0), Slip{}
	case len(parts) != 3 || len(parts[0]) > 2 || len(parts[1]) > 2 || len(parts[2]) != 4 && len(parts[2]) != 2:
		return "", Slip{}
	}
	day, month, last := numbers[0], numbers[1], parts[2]
	if d.Order == orderYMD && len(last) == 2 {
		year, wrong := d.century(text, parts[0])
		return joinDate(year, numbers[1], numbers[2]), wrong
	}
	year := numbers[2]
	if len(last) == 2 {
		var wrong Slip
		if year, wrong = d.century(text, last); wrong != (Slip{}) {
			return "", wrong
		}
	}
	switch {
	case d.Order == OrderMDY:
		day, month = month, day
	case d.Order == OrderDMY || strings.Contains(text, "."):
	case day <= 12 && month <= 12 && day != month:
		return "", Slip{Ambiguous: true, Message: fmt.Sprintf("%q is an ambiguous date", text),
			Hint: fmt.Sprintf("write %04d-%02d-%02d or %04d-%02d-%02d, or say which number comes first: --dates dmy or --dates mdy", year, month, day, year, day, month)}
	case month > 12 && day <= 12:
		day, month = month, day
	}
	if month == 0 && day > 0 {
		return "", Wrong(fmt.Sprintf("%q has a day and no month", text), "write 2016-05-21, 2016-05 or 2016")
	}
	return joinDate(year, month, day), Slip{}
}
