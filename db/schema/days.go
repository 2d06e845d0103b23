package schema

import (
	"fmt"
	"strings"
	"time"

	"casebook/model"
	"casebook/model/edtf"
)

// The first and the last day, for dates with an open end.
const (
	FirstDay = "0000-01-01"
	LastDay  = "9999-12-31"
)

// Days returns the first and the last day that a date may mean.
func Days(date edtf.Date) (earliest, latest string) {
	earliest, latest = date.Earliest(), date.Latest()
	if earliest == "" {
		earliest = FirstDay
	}
	if latest == "" {
		latest = LastDay
	}
	return earliest, latest
}

// Periods returns the months between two days, or the years if the time is a year or
// longer: a date known only to the year is in no month. A time with an open end, or of
// more than a hundred years, counts in the years of its ends.
func Periods(earliest, latest string) []string {
	from, fromErr := time.Parse(time.DateOnly, earliest)
	to, toErr := time.Parse(time.DateOnly, latest)
	if fromErr != nil || toErr != nil || from.Year() > 9998 || to.Year() == 0 {
		return nil // no library has such years
	}
	var list []string
	if to.Before(from.AddDate(1, 0, -1)) {
		for month := from.AddDate(0, 0, 1-from.Day()); !month.After(to); month = month.AddDate(0, 1, 0) {
			list = append(list, month.Format("2006-01"))
		}
		return list
	}
	if earliest == FirstDay || latest == LastDay || to.Year()-from.Year() > 100 {
		if earliest != FirstDay {
			list = append(list, earliest[:4])
		}
		if latest != LastDay && latest[:4] != earliest[:4] {
			list = append(list, latest[:4])
		}
		return list
	}
	for year := from.Year(); year <= to.Year(); year++ {
		list = append(list, fmt.Sprintf("%04d", year))
	}
	return list
}

// A Span is the days that a date may mean.
type Span struct {
	Number   int64 // of the facet value
	From, To string
	About    bool // the date is approximate or uncertain
	// no date is stated: it is the period of the report; see May
	FromReport bool
}

// String is the facet value of a span.
func (s Span) String() string {
	if s.About {
		return s.From + "/" + s.To + "~"
	}
	return s.From + "/" + s.To
}

// ReadSpan reads the facet value of a span.
func ReadSpan(number int64, value string) (Span, error) {
	text, about := strings.CutSuffix(value, "~")
	from, to, ok := strings.Cut(text, "/")
	if !ok || len(from) != len(FirstDay) || len(to) != len(LastDay) {
		return Span{}, fmt.Errorf("%w: %q is not the days of a date", ErrDamaged, value)
	}
	return Span{Number: number, From: from, To: to, About: about}, nil
}

// Inside reports whether a date of the span certainly lies between two days.
func (s Span) Inside(from, to string) bool { return !s.About && from <= s.From && s.To <= to }

// MayBeInside reports whether a date of the span may lie between two days. If no date is stated,
// it may lie in a time of a year or more that overlaps the report's period, or that
// contains it, but not in a single month.
func (s Span) MayBeInside(from, to string) bool {
	if from > to || s.From > to || s.To < from {
		return false
	}
	return !s.FromReport || from <= s.From && s.To <= to || yearlong(from, to)
}

func yearlong(from, to string) bool {
	first, firstErr := time.Parse(time.DateOnly, from)
	last, lastErr := time.Parse(time.DateOnly, to)
	return firstErr == nil && lastErr == nil && !last.Before(first.AddDate(1, 0, -1))
}

// Bounds returns the first day of since and the last day of until, both in
// EDTF and empty for an open end.
func Bounds(since, until string) (from, to string, err error) {
	from, to = FirstDay, LastDay
	if since != "" {
		date, err := edtf.Parse(since)
		if err != nil {
			return "", "", err
		}
		from, _ = Days(date)
	}
	if until != "" {
		date, err := edtf.Parse(until)
		if err != nil {
			return "", "", err
		}
		_, to = Days(date)
	}
	return from, to, nil
}

// DaysOf returns the first and the last day of the value of date:, a date in EDTF, a range
// with two dots, or a date in words with its year; ok is false for any other text.
func DaysOf(text string) (from, to string, ok bool) {
	since, until, isRange := strings.Cut(text, "..")
	if !isRange {
		until = since
	}
	if from, to, err := Bounds(since, until); err == nil {
		return from, to, true
	}
	dates, rest := model.WrittenDates(model.ParseText(text))
	if len(dates) != 1 || len(rest) > 0 || dates[0].Year == 0 || dates[0].Season {
		return "", "", false
	}
	date := fmt.Sprintf("%04d", dates[0].Year)
	if dates[0].Month > 0 {
		date += fmt.Sprintf("-%02d", dates[0].Month)
	}
	if dates[0].Day > 0 {
		date += fmt.Sprintf("-%02d", dates[0].Day)
	}
	from, to, err := Bounds(date, date)
	return from, to, err == nil
}
