package seed

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"casebook/model"
	"casebook/model/edtf"
)

// writtenDate returns a date in EDTF from how people write it: 21 May 2016, May
// 21, 2016, 21.05.2016, 2016/05/21, May 2016, about 2015, 17-20 May 2016, in
// English or Russian. What could be two dates is not guessed.
func writtenDate(text string) (string, slip) {
	text = strings.TrimSpace(text)
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
	qualifier := ""
	for _, about := range []string{"about ", "around ", "circa ", "ca. ", "c. ", "около ", "примерно "} {
		if after, ok := strings.CutPrefix(bare, about); ok {
			bare, qualifier = after, "~"
		}
	}
	for _, midnight := range []string{" 00:00:00", " 0:00:00", " 00:00", " 0:00", "t00:00:00", "t00:00:00z"} { // as spreadsheets write a day
		bare = strings.TrimSuffix(bare, midnight)
	}
	if wrong := unclear(text, bare); wrong != (slip{}) {
		return text, wrong
	}
	date, wrong := openDate(bare)
	if date == "" && wrong == (slip{}) {
		date, wrong = oneDate(bare)
	}
	if date == "" && wrong == (slip{}) {
		date, wrong = twoDates(bare)
	}
	if wrong != (slip{}) {
		return text, wrong
	}
	if date == "" {
		if number, err := strconv.Atoi(bare); err == nil && number > 9999 && number < 99999 {
			day := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, number) // the 1900 date system (ISO/IEC 29500-1, 18.17.4.1)
			return text, slip{fmt.Sprintf("%q looks like a spreadsheet's number of a day", text), "give the column a date format and save it again; in most spreadsheets it is " + day.Format(time.DateOnly)}
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

// openDate reads since 2003 and until May 2016; empty where it is none of them.
func openDate(text string) (string, slip) {
	for _, form := range []struct{ word, before, after string }{
		{"since ", "", "/.."}, {"from ", "", "/.."}, {"с ", "", "/.."}, {"until ", "../", ""}, {"till ", "../", ""}, {"up to ", "../", ""}, {"до ", "../", ""},
	} {
		if rest, ok := strings.CutPrefix(text, form.word); ok {
			date, wrong := oneDate(strings.TrimSpace(rest))
			if date == "" {
				return "", wrong
			}
			return form.before + date + form.after, slip{}
		}
	}
	return "", slip{}
}

// unclear says what is wrong with what looks like a date and is none; empty for all else.
func unclear(text, bare string) slip {
	switch bare {
	case "n/a", "na", "-", "–", "—", "?", "none", "unknown", "нет", "нет данных", "неизвестно":
		return slip{fmt.Sprintf("%q is not a date", text), "leave the cell empty, or write not stated where the report leaves the date out"}
	}
	if day, hour, ok := strings.Cut(strings.Replace(bare, "t", " ", 1), " "); ok && len(day) == len("2016-05-21") && strings.Contains(hour, ":") && strings.Trim(hour, "0123456789:.z+- ") == "" {
		if _, err := edtf.Parse(day); err == nil {
			return slip{fmt.Sprintf("%q has a time of day", text), "write the day alone: " + day}
		}
	}
	if parts := strings.Split(bare, "-"); len(parts) > 1 && len(parts) <= 3 && len(parts[len(parts)-1]) == 2 && edtf.MonthNamed(parts[len(parts)-2]) > 0 {
		return slip{fmt.Sprintf("%q has two digits for its last part, which may be a year or a day", text), "write the year with four digits, such as 2016-05-21 or May 2016; a spreadsheet has a date format for it"}
	}
	return slip{}
}

// twoDates reads a range such as 17-20 May 2016 or April–May 2016; empty where it is none.
func twoDates(text string) (string, slip) {
	for _, dash := range []string{"..", " – ", " — ", " - ", " to ", "–", "—", "-"} {
		first, last, ok := strings.Cut(text, dash)
		if !ok {
			continue
		}
		end, wrong := oneDate(strings.TrimSpace(last))
		for _, word := range strings.Fields(first) { // May 17-20, 2016
			if end == "" && edtf.MonthNamed(word) > 0 {
				end, wrong = oneDate(word + " " + strings.TrimSpace(last))
			}
		}
		if end == "" {
			return "", wrong
		}
		first = strings.TrimSpace(first)
		words := strings.Fields(last)
		begin := ""
		for from := len(words); from >= 0 && begin == ""; from-- { // the first date takes over what it leaves out
			begin, wrong = oneDate(strings.TrimSpace(first + " " + strings.Join(words[from:], " ")))
		}
		if begin == "" {
			return "", wrong
		}
		return begin + "/" + end, slip{}
	}
	return "", slip{}
}

// oneDate reads a day, a month or a year; empty where it is none of them.
func oneDate(text string) (string, slip) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(text, "года"), "год"), "г."))
	for _, separator := range []string{".", "/", "-"} {
		if parts := strings.Split(text, separator); len(parts) > 1 && strings.Trim(text, "0123456789"+separator) == "" {
			return numericDate(text, parts, separator)
		}
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\u00A0' })
	day, month, year := 0, 0, 0
	for _, word := range words {
		number, err := strconv.Atoi(strings.TrimSuffix(word, "."))
		if err != nil {
			for _, ending := range []string{"st", "nd", "rd", "th", "-го", "-е"} {
				if before, ok := strings.CutSuffix(word, ending); ok && err != nil {
					number, err = strconv.Atoi(before)
				}
			}
		}
		switch named := edtf.MonthNamed(word); {
		case named > 0 && month == 0:
			month = int(named)
		case err == nil && number > 99 && number < 10000 && year == 0:
			year = number
		case err == nil && number > 0 && number < 32 && day == 0:
			day = number
		case word == "of":
		default:
			return "", slip{}
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

// numericDate reads a date of digits: 2016/05/21, 21.05.2016, 05.2016. Points
// stand in the order of day, month and year; with slashes or hyphens it is a
// matter of the country, so a date that both orders allow is refused.
func numericDate(text string, parts []string, separator string) (string, slip) {
	var numbers []int
	for _, part := range parts {
		number, err := strconv.Atoi(part)
		if err != nil || len(part) > 4 {
			return "", slip{}
		}
		numbers = append(numbers, number)
	}
	switch {
	case len(parts) == 3 && len(parts[0]) == 4:
		return fmt.Sprintf("%04d-%02d-%02d", numbers[0], numbers[1], numbers[2]), slip{}
	case len(parts) == 2 && len(parts[0]) == 4 && len(parts[1]) <= 2:
		return fmt.Sprintf("%04d-%02d", numbers[0], numbers[1]), slip{}
	case len(parts) == 2 && len(parts[1]) == 4 && len(parts[0]) <= 2:
		return fmt.Sprintf("%04d-%02d", numbers[1], numbers[0]), slip{}
	case len(parts) != 3 || len(parts[2]) != 4:
		return "", slip{}
	}
	day, month, year := numbers[0], numbers[1], numbers[2]
	if separator != "." && day <= 12 && month <= 12 && day != month {
		return "", slip{fmt.Sprintf("%q could be two days", text), fmt.Sprintf("write %04d-%02d-%02d or %04d-%02d-%02d", year, month, day, year, day, month)}
	}
	if separator != "." && month > 12 && day <= 12 {
		day, month = month, day
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), slip{}
}
