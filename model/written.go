package model

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"casebook/model/edtf"
)

// A WrittenDate is a date as people write it: "28 November", "Sept", "May 2016", "spring
// 2016", "28.11.2016". Missing parts are 0.
type WrittenDate struct {
	Year   int
	Month  time.Month
	Day    int
	Season bool // Month and the two after it
}

// Values of Row.Match for names that sound alike and for dates, certain or possible. The
// other values are those of package name.
const (
	SoundsLike     = "sounds like"
	PartialMatch   = "partial match"
	ByDate         = "date match"
	ByPossibleDate = "possible date"
)

// WrittenDates returns the dates among the plain words of a query, in English, Russian or
// Kazakh, and the other terms. A number alone is not a date; a month needs no year.
func WrittenDates(terms []Term) (dates []WrittenDate, rest []Term) {
	for len(terms) > 0 {
		date, length := readDate(terms)
		if length == 0 {
			rest, terms = append(rest, terms[0]), terms[1:]
			continue
		}
		dates, terms = append(dates, date), terms[length:]
	}
	return dates, rest
}

// dateWords are words between the parts of a date, and after it.
var dateWords = []string{"of", "года", "году", "год", "г", "жылы", "жылғы", "жылдың", "айы", "айында", "айының"}

// readDate reads the longest date at the beginning of terms, and returns its number of
// terms.
func readDate(terms []Term) (longest WrittenDate, length int) {
	var date WrittenDate
	for i, term := range terms {
		if term.Field != "" || term.Not || term.Phrase {
			break
		}
		if word := strings.TrimSuffix(strings.ToLower(term.Text), "."); i > 0 && slices.Contains(dateWords, word) {
			if length == i && word != "of" {
				length++
			}
			continue
		}
		part := datePart(term)
		if part == (WrittenDate{}) || part.Day > 0 && (date.Day > 0 || date.Season) || part.Month > 0 && date.Month > 0 || part.Year > 0 && date.Year > 0 {
			break
		}
		date = WrittenDate{date.Year + part.Year, date.Month + part.Month, date.Day + part.Day, date.Season || part.Season}
		if date.Season && date.Day > 0 {
			break
		}
		if date.Month > 0 && date.Day <= time.Date(2016, date.Month+1, 0, 0, 0, 0, 0, time.UTC).Day() || date.Year > 0 && date.Day == 0 {
			longest, length = date, i+1
		}
	}
	return longest, length
}

// datePart reads a word of a date: a whole date in digits, a year, a month or a day;
// zero for another word.
func datePart(term Term) WrittenDate {
	word := strings.TrimRight(strings.ToLower(term.Text), ",.")
	if month := edtf.MonthNamed(word); month > 0 {
		return WrittenDate{Month: month}
	}
	if month := edtf.SeasonNamed(word); month > 0 {
		return WrittenDate{Month: month, Season: true}
	}
	if month := edtf.MonthBegun(word); month > 0 && term.Prefix {
		return WrittenDate{Month: month}
	}
	for _, ending := range []string{"st", "nd", "rd", "th", "-го", "-е"} {
		if before, ok := strings.CutSuffix(word, ending); ok {
			word = before
			break
		}
	}
	var numbers []int
	for _, part := range strings.FieldsFunc(word, func(r rune) bool { return strings.ContainsRune(".-/", r) }) {
		number, err := strconv.Atoi(part)
		if err != nil || number < 1 || len(part) > 4 {
			return WrittenDate{}
		}
		numbers = append(numbers, number)
	}
	year := func(number int) bool { return number >= 1000 && number < 3000 }
	switch {
	case len(numbers) == 1 && year(numbers[0]):
		return WrittenDate{Year: numbers[0]}
	case len(numbers) == 1 && numbers[0] <= 31:
		return WrittenDate{Day: numbers[0]}
	case len(numbers) == 2 && year(numbers[0]) && numbers[1] <= 12:
		return WrittenDate{Year: numbers[0], Month: time.Month(numbers[1])}
	case len(numbers) == 2 && year(numbers[1]) && numbers[0] <= 12:
		return WrittenDate{Year: numbers[1], Month: time.Month(numbers[0])}
	case len(numbers) == 3 && year(numbers[0]) && numbers[1] <= 12 && numbers[2] <= 31:
		return WrittenDate{Year: numbers[0], Month: time.Month(numbers[1]), Day: numbers[2]}
	case len(numbers) == 3 && year(numbers[2]) && numbers[1] <= 12 && numbers[0] <= 31 && (numbers[0] > 12 || strings.Contains(word, ".")):
		return WrittenDate{Year: numbers[2], Month: time.Month(numbers[1]), Day: numbers[0]}
	case len(numbers) == 3 && year(numbers[2]) && numbers[0] <= 12 && numbers[1] > 12 && numbers[1] <= 31: // 05/21/2016; 12/05/2016 may be either
		return WrittenDate{Year: numbers[2], Month: time.Month(numbers[0]), Day: numbers[1]}
	}
	return WrittenDate{}
}
