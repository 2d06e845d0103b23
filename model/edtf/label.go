package edtf

import (
	"fmt"
	"strconv"
	"time"
)

// Label returns the date as people write it, such as "17–20 May 2016"; empty for no date.
func (d Date) Label() string { return d.Phrase(fmt.Sprintf) }

// A Phrasing formats a text in a language, as fmt.Sprintf does in English. Phrase uses
// it for months ("May"), days of a month ("%[1]s May"), and the texts made of these.
type Phrasing func(text string, arguments ...any) string

// Phrase returns the date as people write it in the language of a phrasing;
// empty for no date.
func (d Date) Phrase(say Phrasing) string {
	start, end := d.start, d.end
	year := strconv.Itoa(start.year)
	switch {
	case d == (Date{}):
		return ""
	case !d.interval || start == end:
		return start.phrase(say)
	case start.unknown:
		return say("until %s, beginning not known", end.phrase(say))
	case end.unknown:
		return say("from %s, end not known", start.phrase(say))
	case start.open:
		return say("until %s", end.phrase(say))
	case end.open:
		return say("since %s", start.phrase(say))
	case start.vague() || end.vague() || start.qualifier != 0 || end.qualifier != 0 || start.precision() != end.precision():
		return say("%s – %s", start.phrase(say), end.phrase(say))
	case start.month == 0:
		return say("%s–%s", year, strconv.Itoa(end.year))
	case start.year != end.year:
		return say("%s – %s", start.phrase(say), end.phrase(say))
	case start.day == 0:
		return say("%[1]s %[2]s", say("%s–%s", say(month(start)), say(month(end))), year)
	case start.month == end.month:
		return say("%[1]s %[2]s", dayOf(say, say("%s–%s", strconv.Itoa(start.day), strconv.Itoa(end.day)), end), year)
	}
	return say("%[1]s %[2]s", say("%s – %s", dayOf(say, strconv.Itoa(start.day), start), dayOf(say, strconv.Itoa(end.day), end)), year)
}

// precision is 1 for a year, 2 for a month, 3 for a day.
func (b bound) precision() int {
	return 1 + min(b.month, 1) + min(b.day, 1)
}

// vague reports whether parts of a bound are not known, or it is a season or open.
func (b bound) vague() bool { return b.unread > 0 || b.season > 0 || b.anyMonth || b.anyDay }

func (b bound) phrase(say Phrasing) string {
	label := strconv.Itoa(b.year)
	switch b.precision() {
	case 1:
		switch {
		case b.season == 21:
			label = say("spring %s", label)
		case b.season == 22:
			label = say("summer %s", label)
		case b.season == 23:
			label = say("autumn %s", label)
		case b.season == 24:
			label = say("winter %s", label)
		case b.unread > 0:
			label = say("a year of %s–%s", label, b.last()[:4])
		case b.anyDay:
			label = say("a day of %s", label)
		case b.anyMonth:
			label = say("a month of %s", label)
		}
	case 2:
		if label = say("%[1]s %[2]s", say(month(b)), label); b.anyDay {
			label = say("a day of %s", label)
		}
	case 3:
		label = say("%[1]s %[2]s", dayOf(say, strconv.Itoa(b.day), b), label)
	}
	if b.is('~') {
		label = say("about %s", label)
	}
	if b.is('?') {
		label = say("%s (uncertain)", label)
	}
	return label
}

func month(b bound) string { return time.Month(b.month).String() }

// dayOf puts a day, or several, before the month of a bound.
func dayOf(say Phrasing, day string, b bound) string { return say(daysOf[b.month-1], day) }

var daysOf = [...]string{
	"%[1]s January", "%[1]s February", "%[1]s March", "%[1]s April", "%[1]s May", "%[1]s June",
	"%[1]s July", "%[1]s August", "%[1]s September", "%[1]s October", "%[1]s November", "%[1]s December",
}
