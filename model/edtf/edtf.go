// Package edtf reads dates as a report gives them, in the Extended Date/Time
// Format (ISO 8601-2): a day, a month or a year, an interval, an open end, and
// the qualifiers ~ (about), ? (uncertain) and % (both). It knows the calendar
// and how a date reads, and nothing of cases.
package edtf

import "errors"

// A Date is a day, a month, a year or an interval of them. Its zero value is no date.
type Date struct {
	start, end end
}

type end struct {
	year, month, day int
	open             bool
}

// Parse reads a date in EDTF. Its error says what is wrong and what to write.
func Parse(s string) (Date, error) { return Date{}, errors.ErrUnsupported }

// Earliest returns the first day that the date may mean, as YYYY-MM-DD; empty when the start is open.
func (d Date) Earliest() string { return "" }

// Latest returns the last day that the date may mean, as YYYY-MM-DD; empty when the end is open.
func (d Date) Latest() string { return "" }

// Approximate says whether the date is marked as about right (~ or %).
func (d Date) Approximate() bool { return false }

// Uncertain says whether the date is marked as doubtful (? or %).
func (d Date) Uncertain() bool { return false }

// Label returns the date as people write it, such as "17–20 May 2016".
func (d Date) Label() string { return "" }

// Possible says whether a date may lie within two ISO days, both included; an empty bound is open.
func Possible(d Date, since, until string) bool { return false }

// Certain says whether a date lies wholly within two ISO days, both included; an empty bound is open.
func Certain(d Date, since, until string) bool { return false }
