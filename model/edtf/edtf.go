// Package edtf reads dates as a report gives them, in the Extended Date/Time
// Format (ISO 8601-2, levels 0 and 1, without times of day): a day, a month or a
// year, an interval with ends that are open or not known, the qualifiers ~ (about),
// ? (uncertain) and % (both), digits that are not known (201X, 2016-XX), seasons,
// years before the first and beyond 9999. It knows the calendar and how a date
// reads, and nothing of cases.
//
// For filters, a date may lie on every day that it leaves open. A season may lie anywhere
// in its year, since the hemisphere is not known; a winter until the end of the next
// February. A year before the first is before every day of a query, and one beyond 9999
// after it.
package edtf

import (
	"fmt"
	"strings"
	"time"
)

// A Date is a day, a month, a year or an interval. Its zero value is no date.
type Date struct {
	start, end bound
	interval   bool
}

// A bound is a day, a month (day 0), a year (month 0) or an end that is open.
type bound struct {
	year, month, day int
	qualifier        byte // ~ ? % or 0
	open             bool
	unknown          bool // the end is open because it is not known
	season           int  // 21 spring to 24 winter; the month is 0 then
	unread           int  // how many of the year's last digits are not known; they are 0 in year
	anyMonth, anyDay bool // written as XX
}

// Parse parses a date in EDTF. Its error says what is wrong and what to write.
func Parse(s string) (Date, error) {
	first, second, interval := strings.Cut(s, "/")
	if !interval {
		if s == ".." {
			return Date{}, fmt.Errorf("%q has no date: write it as 2003/.. or ../2003, with the date that is known", s)
		}
		b, err := parseBound(s)
		return Date{start: b, end: b}, err
	}
	if strings.Contains(second, "/") {
		return Date{}, invalid(s)
	}
	if (first == ".." || first == "") && (second == ".." || second == "") {
		return Date{}, fmt.Errorf("%q is open at both ends: write at least one of them, as in 2003/.. or ../2003", s)
	}
	start, err := parseEnd(first)
	if err != nil {
		return Date{}, err
	}
	end, err := parseEnd(second)
	if err != nil {
		return Date{}, err
	}
	d := Date{start: start, end: end, interval: true}
	if from, to := d.Earliest(), d.Latest(); from != "" && to != "" && (from > to || start.first() > end.first()) {
		return Date{}, fmt.Errorf("%q ends before it begins: write %s/%s", s, second, first)
	}
	return d, nil
}

// Earliest returns the first day that the date may mean, as YYYY-MM-DD; empty
// when the start is open. A qualifier does not widen it.
func (d Date) Earliest() string { return d.start.first() }

// Latest returns the last day that the date may mean, as YYYY-MM-DD; empty
// when the end is open. A qualifier does not widen it.
func (d Date) Latest() string { return d.end.last() }

// Approximate reports whether the date is marked as approximate (~ or %).
func (d Date) Approximate() bool { return d.start.is('~') || d.end.is('~') }

// Uncertain reports whether the date is marked as uncertain (? or %).
func (d Date) Uncertain() bool { return d.start.is('?') || d.end.is('?') }

// Possible reports whether a date may lie within two ISO days, both included; an
// empty bound is open.
func Possible(d Date, since, until string) bool {
	if d == (Date{}) {
		return false
	}
	from, to := d.Earliest(), d.Latest()
	return (until == "" || from <= until) && (since == "" || to == "" || to >= since)
}

// Certain reports whether a date lies wholly within two ISO days, both included;
// an empty bound is open. A date with a qualifier is never certain.
func Certain(d Date, since, until string) bool {
	if d == (Date{}) || d.Approximate() || d.Uncertain() {
		return false
	}
	from, to := d.Earliest(), d.Latest()
	return (since == "" || from != "" && from >= since) && (until == "" || to != "" && to <= until)
}

func (b bound) is(qualifier byte) bool { return b.qualifier == qualifier || b.qualifier == '%' }

func (b bound) first() string {
	if b.open || b == (bound{}) {
		return ""
	}
	switch {
	case b.year <= 0:
		return "0000-01-01"
	case b.year > 9999:
		return "9999-01-01"
	}
	return fmt.Sprintf("%04d-%02d-%02d", b.year, max(b.month, 1), max(b.day, 1))
}

func (b bound) last() string {
	if b.open || b == (bound{}) {
		return ""
	}
	month, day, year := b.month, b.day, b.year
	switch {
	case year <= 0 && b.unread == 0:
		return "0000-12-31"
	case year > 9999:
		return "9999-12-31"
	case b.unread == 1:
		year += 9
	case b.unread == 2:
		year += 99
	case b.season == 24 && year < 9999:
		return fmt.Sprintf("%04d-02-%02d", year+1, daysIn(year+1, 2))
	}
	if month == 0 {
		month = 12
	}
	if day == 0 {
		day = daysIn(year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// Uncertain returns a date in EDTF with each of its ends marked as uncertain; an
// end that is open stays so.
func Uncertain(text string) string {
	ends := strings.Split(text, "/")
	for i, end := range ends {
		switch {
		case end == "" || end == "..", strings.HasSuffix(end, "?"), strings.HasSuffix(end, "%"):
		case strings.HasSuffix(end, "~"):
			ends[i] = strings.TrimSuffix(end, "~") + "%"
		default:
			ends[i] = end + "?"
		}
	}
	return strings.Join(ends, "/")
}
