package cells

import (
	"strings"
	"time"

	"casebook/model/edtf"
)

// openDate reads intervals with one date: since 2003, until May 2016, before 2016, after
// May 2016; empty for other texts.
func (d DateReading) openDate(text string) (string, Slip) {
	for _, form := range []struct {
		word, before, after string
		step                int // added to the named date
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
		return form.before + shiftDate(date, form.step) + form.after, Slip{}
	}
	return "", Slip{}
}

// splitInterval splits two dates separated by a slash or a colon: 2016-05-21
// 00:00/2016-05-22 00:00, 5/21/2016/5/22/2016, 2016/05/21:2016/05/22.
func splitInterval(text string) (begin, end string, ok bool) {
	if strings.Count(text, ":") == 1 && strings.Count(text, "/") == 4 {
		begin, end, ok = strings.Cut(text, ":")
		return begin, end, ok && strings.Count(begin, "/") == 2
	}
	slashes := strings.Count(text, "/")
	if slashes%2 == 0 || strings.Contains(text, "//") {
		return "", "", false
	}
	at := -1
	for range slashes/2 + 1 {
		at += 1 + strings.IndexByte(text[at+1:], '/')
	}
	begin, end = strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+1:])
	return begin, end, (begin == "" || len(begin) >= 4) && len(end) >= 4
}

// interval reads an interval of two complete dates; an empty first date means an unknown
// beginning. It returns an empty text if they are not dates.
func (d DateReading) interval(begin, end string) (string, Slip) {
	last, wrong := d.Read(end)
	if wrong != (Slip{}) || strings.Contains(last, "/") {
		return "", wrong
	}
	if begin == "" {
		return "/" + last, Slip{}
	}
	first, wrong := d.Read(begin)
	switch {
	case wrong != (Slip{}) || strings.Contains(first, "/"):
		return "", wrong
	case first == last:
		return first, Slip{}
	}
	if _, err := edtf.Parse(first + "/" + last); err != nil {
		message, hint, _ := strings.Cut(err.Error(), ": ")
		return "", Wrong(message, hint)
	}
	return first + "/" + last, Slip{}
}

// spacedCJK writes 2016年5月21日 as 2016-5-21.
func spacedCJK(text string) string {
	if !strings.ContainsAny(text, "年년") {
		return text
	}
	text = strings.NewReplacer("年", "-", "月", "-", "日", "", "號", "", "号", "", "년", "-", "월", "-", "일", "", " ", "").Replace(text)
	return strings.TrimRight(text, "-")
}

// shiftDate returns the day, month or year some steps after a date.
func shiftDate(date string, step int) string {
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

// twoDates reads a range such as 17-20 May 2016 or April–May 2016; empty for other texts.
func (d DateReading) twoDates(text string) (string, Slip) {
	for _, between := range [][2]string{{"between ", " and "}, {"entre le ", " et le "}, {"entre ", " et "}, {"entre el ", " y el "}, {"entre ", " y "}, {"между ", " и "}} {
		if rest, ok := strings.CutPrefix(text, between[0]); ok && strings.Contains(rest, between[1]) {
			text = strings.Replace(rest, between[1], " – ", 1)
			break
		}
	}
	for _, dash := range []string{"..", " → ", " – ", " — ", " - ", " to ", " au ", " al ", " по ", "–", "—", "-"} {
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
		for from := len(words); from >= 0 && begin == ""; from-- { // the first date takes what it lacks from the second
			begin, wrong = d.oneDate(strings.TrimSpace(first + " " + strings.Join(words[from:], " ")))
		}
		if begin == "" {
			return "", wrong
		}
		return begin + "/" + end, Slip{}
	}
	return "", Slip{}
}
