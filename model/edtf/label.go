package edtf

import (
	"fmt"
	"time"
)

// Label returns the date as people write it, such as "17–20 May 2016"; empty for no date.
func (d Date) Label() string {
	start, end := d.start, d.end
	switch {
	case d == (Date{}):
		return ""
	case !d.interval || start == end:
		return start.label()
	case start.open:
		return "until " + end.label()
	case end.open:
		return "since " + start.label()
	case start.qualifier != 0 || end.qualifier != 0 || start.precision() != end.precision():
		return start.label() + " – " + end.label()
	case start.month == 0:
		return fmt.Sprintf("%d–%d", start.year, end.year)
	case start.year != end.year:
		return start.label() + " – " + end.label()
	case start.day == 0:
		return fmt.Sprintf("%s–%s %d", time.Month(start.month), time.Month(end.month), start.year)
	case start.month == end.month:
		return fmt.Sprintf("%d–%d %s %d", start.day, end.day, time.Month(start.month), start.year)
	}
	return fmt.Sprintf("%d %s – %s", start.day, time.Month(start.month), end.label())
}

// precision is 1 for a year, 2 for a month, 3 for a day.
func (b bound) precision() int {
	return 1 + min(b.month, 1) + min(b.day, 1)
}

func (b bound) label() string {
	var label string
	switch b.precision() {
	case 1:
		label = fmt.Sprint(b.year)
	case 2:
		label = fmt.Sprintf("%s %d", time.Month(b.month), b.year)
	default:
		label = fmt.Sprintf("%d %s %d", b.day, time.Month(b.month), b.year)
	}
	if b.is('~') {
		label = "about " + label
	}
	if b.is('?') {
		label += " (uncertain)"
	}
	return label
}
