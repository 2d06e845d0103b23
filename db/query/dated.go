package query

import (
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/model"
)

// dated returns the cases that a text does not find literally, but whose dates
// are those that people write in it, such as "28 November" or "May 2016", and
// that match the rest of its terms: literally, or where nothing does as names do.
func (r *reader) dated(terms []model.Term, literal *roaring.Bitmap) ([]match, error) {
	dates, rest := model.WrittenDates(terms)
	if len(dates) == 0 {
		return nil, nil
	}
	certain, within := r.all, roaring.AndNot(r.all, literal)
	for _, date := range dates {
		must, may, err := r.written(date)
		if err != nil {
			return nil, err
		}
		certain, within = roaring.And(certain, must), roaring.And(within, may)
	}
	if within.IsEmpty() {
		return nil, nil
	}
	having, _, err := r.terms(rest)
	if err != nil {
		return nil, err
	}
	if found := apart([]match{{set: certain, how: model.ByDate}, {set: having, how: model.ByPossibleDate}}, roaring.And(within, having)); len(found) > 0 {
		return found, nil
	}
	named, err := r.alike(rest, having)
	return apart(named, within), err
}

// written returns the cases with a date that certainly is, or may be, one of a
// text: in any year where that says none. As it is where cases are counted by
// their dates, a date that is known to a year or less lies on no day and in no
// month of it.
func (r *reader) written(date model.WrittenDate) (must, may *roaring.Bitmap, err error) {
	asked, first, last := fmt.Sprintf("%04d", date.Year), "-01-01", "-12-31"
	switch {
	case date.Day > 0:
		first = fmt.Sprintf("-%02d-%02d", date.Month, date.Day)
		last = first
	case date.Month > 0:
		first, last = fmt.Sprintf("-%02d-01", date.Month), fmt.Sprintf("-%02d-31", date.Month)
	}
	on := func(s schema.Span, year string) bool { return s.From <= year+last && year+first <= s.To }
	years := func(s schema.Span) (from, to string) {
		if date.Year > 0 {
			return asked, asked
		}
		return s.From[:len(asked)], s.To[:len(asked)]
	}
	must, err = r.spanning(func(s schema.Span) bool {
		from, to := years(s)
		return (on(s, from) || on(s, to)) && s.Inside(from+first, from+last)
	})
	if err != nil {
		return nil, nil, err
	}
	may, err = r.spanning(func(s schema.Span) bool {
		from, to := years(s)
		if !on(s, from) && !on(s, to) || s.FromReport && date.Month > 0 {
			return false
		}
		in := schema.Periods(s.From, s.To)
		return date.Month == 0 && slices.ContainsFunc(in, func(period string) bool { return period[:len(asked)] == asked }) ||
			date.Month > 0 && len(in) > 0 && len(in[0]) > len(asked)
	})
	return must, may, err
}
