package sheet

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"casebook/model/lazy"
)

// A dateFormat is the part of a date that a cell format shows; noDate if it shows a
// number.
type dateFormat byte

const (
	noDate dateFormat = iota
	showsYear
	showsMonth
	showsDay
)

// builtInFormats are the date formats that workbooks refer to by number only (ISO/IEC
// 29500-1, 18.8.30).
var builtInFormats = lazy.Value[map[string]string]{Make: func() map[string]string {
	return map[string]string{
		"14": "mm-dd-yy", "15": "d-mmm-yy", "16": "d-mmm", "17": "mmm-yy", "22": "m/d/yy h:mm",
		"27": "yyyy/m/d", "28": "m/d", "29": "m/d", "30": "m-d-yy", "31": "yyyy/m/d", "36": "yyyy/m/d", "50": "yyyy/m/d", "51": "m/d", "52": "yyyy/m", "53": "m/d", "54": "m/d", "57": "yyyy/m", "58": "m/d",
	}
}}

// dateFormatOf reads a cell format such as dd.mm.yyyy;@ or [$-409]mmm\-yy.
func dateFormatOf(code string) dateFormat {
	code, _, _ = strings.Cut(strings.ToLower(code), ";")
	var letters strings.Builder
	quoted := false
	for at := 0; at < len(code); at++ {
		switch b := code[at]; {
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '\\' || b == '_' || b == '*':
			at++
		case b == '[':
			if end := strings.IndexByte(code[at:], ']'); end > 0 {
				at += end
			}
		default:
			letters.WriteByte(b)
		}
	}
	plain := strings.ReplaceAll(strings.ReplaceAll(letters.String(), "am/pm", ""), "general", "")
	switch {
	case strings.Contains(plain, "d"):
		return showsDay
	case strings.Contains(plain, "y") && strings.Contains(plain, "m"):
		return showsMonth
	case strings.Contains(plain, "y"):
		return showsYear
	case strings.Contains(plain, "mmm"):
		return showsDay
	}
	return noDate // also for a time of day
}

// date writes a day number as the date that the format shows.
func (f dateFormat) date(value string, from int) (string, bool) {
	number, err := strconv.ParseFloat(value, 64)
	if f == noDate || err != nil || number < 1 || number > 2958465 { // 9999-12-31
		return "", false
	}
	day := math.Floor(number + 0.5/86400)
	if from == dayNumber(1899, 12, 30) && day < 60 { // the first spreadsheets treated 1900 as a leap year
		day++
	}
	date := time.Unix(int64(from)*86400, 0).UTC().AddDate(0, 0, int(day))
	switch f {
	case showsYear:
		return strconv.Itoa(date.Year()), true
	case showsMonth:
		return fmt.Sprintf("%04d-%02d", date.Year(), date.Month()), true
	}
	return date.Format(time.DateOnly), true
}

// dayNumber returns the number of days from 1970-01-01 to a day.
func dayNumber(year int, month time.Month, day int) int {
	return int(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}
