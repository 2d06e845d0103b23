package cells

import (
	"strings"
	"time"
)

// openDate reads since 2003, until May 2016, before 2016 and after May 2016;
// empty where it is none of them.
func (d DateReading) openDate(text string) (string, Slip) {
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
		return form.before + beside(date, form.step) + form.after, Slip{}
	}
	return "", Slip{}
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

// twoDates reads a range such as 17-20 May 2016 or April–May 2016; empty where it
// is none.
func (d DateReading) twoDates(text string) (string, Slip) {
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
		return begin + "/" + end, Slip{}
	}
	return "", Slip{}
}
