package db

import (
	"casebook/model/edtf"
	"fmt"
	"strings"
	"time"
)

// The ends of time, for dates with an open end, and the place of an undated
// case in the order by date.
const (
	firstDay = "0000-01-01"
	lastDay  = "9999-12-31"
	undated  = "9999-99-99"
)

// days returns the first and the last day that a date may mean.
func days(date edtf.Date) (earliest, latest string) {
	earliest, latest = date.Earliest(), date.Latest()
	if earliest == "" {
		earliest = firstDay
	}
	if latest == "" {
		latest = lastDay
	}
	return earliest, latest
}

// periods returns the months that lie between two days, or the years where the
// days are those of a whole year or of a longer time: a date that is known to
// the year only counts in no month. A time without an end, or of more than a
// lifetime, counts in the years of its ends.
func periods(earliest, latest string) []string {
	from, fromErr := time.Parse(time.DateOnly, earliest)
	to, toErr := time.Parse(time.DateOnly, latest)
	if fromErr != nil || toErr != nil {
		return nil
	}
	var list []string
	if to.Before(from.AddDate(1, 0, -1)) {
		for month := from.AddDate(0, 0, 1-from.Day()); !month.After(to); month = month.AddDate(0, 1, 0) {
			list = append(list, month.Format("2006-01"))
		}
		return list
	}
	if earliest == firstDay || latest == lastDay || to.Year()-from.Year() > 100 {
		if earliest != firstDay {
			list = append(list, earliest[:4])
		}
		if latest != lastDay && latest[:4] != earliest[:4] {
			list = append(list, latest[:4])
		}
		return list
	}
	for year := from.Year(); year <= to.Year(); year++ {
		list = append(list, fmt.Sprintf("%04d", year))
	}
	return list
}

// A span is the days that a date may mean.
type span struct {
	number   int64 // of the facet value
	from, to string
	about    bool // the date is approximate or uncertain
}

// String is the facet value of a span.
func (s span) String() string {
	if s.about {
		return s.from + "/" + s.to + "~"
	}
	return s.from + "/" + s.to
}

// readSpan reads the facet value of a span.
func readSpan(number int64, value string) (span, error) {
	text, about := strings.CutSuffix(value, "~")
	from, to, ok := strings.Cut(text, "/")
	if !ok || len(from) != len(firstDay) || len(to) != len(lastDay) {
		return span{}, fmt.Errorf("%w: %q is not the days of a date", ErrDamaged, value)
	}
	return span{number, from, to, about}, nil
}

// inside says whether a date of the span certainly lies between two days.
func (s span) inside(from, to string) bool { return !s.about && from <= s.from && s.to <= to }
