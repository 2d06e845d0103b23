package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// parseEnd reads one side of an interval.
func parseEnd(s string) (bound, error) {
	switch s {
	case "..":
		return bound{open: true}, nil
	case "":
		return bound{open: true, unknown: true}, nil
	}
	return parseBound(s)
}

// parseBound reads a year, a season, a month or a day with its qualifier.
func parseBound(s string) (bound, error) {
	var b bound
	rest := s
	if rest != "" && strings.IndexByte("~?%", rest[len(rest)-1]) >= 0 {
		b.qualifier = rest[len(rest)-1]
		rest = rest[:len(rest)-1]
	}
	if strings.HasPrefix(rest, "Y") || strings.HasPrefix(rest, "-") {
		return farYear(s, rest, b)
	}
	fields := strings.Split(rest, "-")
	for i := range min(len(fields), 3) {
		switch field := fields[i]; {
		case !strings.Contains(field, "X"):
		case i == 0 && len(field) == 4 && len(fields) == 1 && (strings.Index(field, "X") == 3 || strings.HasSuffix(field, "XX") && strings.Index(field, "X") == 2):
			b.unread = strings.Count(field, "X")
			fields[0] = strings.ReplaceAll(field, "X", "0")
		case i == 1 && field == "XX" && (len(fields) == 2 || fields[2] == "XX"):
			b.anyMonth, b.anyDay = true, len(fields) > 2
			fields = fields[:1]
		case i == 2 && field == "XX":
			b.anyDay = true
			fields = fields[:2]
		default:
			return bound{}, fmt.Errorf("%q has an X in the wrong place: write 201X, 20XX, 2016-XX, 2016-05-XX or 2016-XX-XX", s)
		}
		if i+1 >= len(fields) {
			break
		}
	}
	numbers := make([]int, len(fields))
	for i, field := range fields {
		width := 2
		if i == 0 {
			width = 4
		}
		number, ok := digits(field, width)
		if !ok || i > 2 {
			return bound{}, invalid(s)
		}
		numbers[i] = number
	}
	b.year = numbers[0]
	if b.year == 0 && b.unread == 0 {
		return bound{}, fmt.Errorf("%q has the year 0: write four digits, such as 2016", s)
	}
	if len(numbers) > 1 {
		b.month = numbers[1]
		if b.month >= 21 && b.month <= 24 {
			if b.season, b.month = b.month, 0; len(numbers) > 2 || b.anyDay {
				return bound{}, fmt.Errorf("%q is a day of a season: write its month, or leave the day out", s)
			}
			return b, nil
		}
		if b.month < 1 || b.month > 12 {
			return bound{}, fmt.Errorf("%q has the month %02d: write 01 to 12", s, b.month)
		}
	}
	if len(numbers) > 2 {
		b.day = numbers[2]
		if last := daysIn(b.year, b.month); b.day < 1 || b.day > last {
			return bound{}, fmt.Errorf("%q has the day %02d, but %s %d has days 01 to %d: write one of them, or correct the month", s, b.day, time.Month(b.month), b.year, last)
		}
	}
	return b, nil
}

// farYear parses a year before the first, such as -1985, or one of more than four digits,
// such as Y170000002.
func farYear(s, rest string, b bound) (bound, error) {
	number, letter := strings.CutPrefix(rest, "Y")
	bare, before := strings.CutPrefix(number, "-")
	year, err := strconv.Atoi(bare)
	switch {
	case err != nil || strings.Trim(bare, "0123456789") != "" || bare == "":
		return bound{}, invalid(s)
	case letter && (len(bare) < 5 || bare[0] == '0'):
		return bound{}, fmt.Errorf("%q has a year of four digits or fewer: write it without Y", s)
	case !letter && len(bare) != 4:
		return bound{}, fmt.Errorf("%q is not a year: write four digits after the sign, and Y before a longer year", s)
	case year == 0:
		return bound{}, fmt.Errorf("%q has the year 0: write four digits, such as 2016", s)
	}
	if b.year = year; before {
		b.year = -year
	}
	return b, nil
}

// digits reads a number of exactly so many digits.
func digits(s string, width int) (int, bool) {
	if len(s) != width {
		return 0, false
	}
	number := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		number = number*10 + int(s[i]-'0')
	}
	return number, true
}

// invalid returns the error of a text that is not EDTF; if it is a date in another form,
// with the date in EDTF.
func invalid(s string) error {
	for layout, write := range map[string]string{
		"2 January 2006": time.DateOnly, "January 2, 2006": time.DateOnly, "2 Jan 2006": time.DateOnly, "2.1.2006": time.DateOnly,
		"2006-1-2": time.DateOnly, "2006/1/2": time.DateOnly, "2006.1.2": time.DateOnly, time.RFC3339: time.DateOnly,
		"January 2006": "2006-01", "Jan 2006": "2006-01", "1.2006": "2006-01", "2006-1": "2006-01",
	} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return fmt.Errorf("%q is not written as EDTF: write %s", s, t.Format(write))
		}
	}
	return fmt.Errorf("%q is not a date: write 2016-05-21, 2016-05 or 2016, an interval such as 2016-05-17/2016-05-20, and ~ after an approximate date", s)
}
