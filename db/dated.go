package db

import (
	"fmt"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// dated returns the cases that a text does not find literally, but whose dates
// are those that people write in it, such as "28 November" or "May 2016", and
// that match the rest of its terms, literally or as names do.
func (r *reader) dated(terms []model.Term, literal *roaring.Bitmap) ([]match, error) {
	dates, rest := model.WrittenDates(terms)
	if len(dates) == 0 {
		return nil, nil
	}
	certain, within := r.all, roaring.AndNot(r.all, literal)
	for _, date := range dates {
		may, err := r.written(date)
		if err != nil {
			return nil, err
		}
		must, err := r.certainly(date)
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
	named, err := r.alike(rest, having)
	if err != nil {
		return nil, err
	}
	return apart(append([]match{{roaring.And(having, certain), model.ByDate, ""}, {having, model.ByPossibleDate, ""}}, named...), within), nil
}

// certainly returns the cases with a date that lies in the time that one of a
// text means.
func (r *reader) certainly(date model.WrittenDate) (*roaring.Bitmap, error) {
	return r.kept(fmt.Sprint("certainly ", date), func() (*roaring.Bitmap, error) {
		asked, first, last := fmt.Sprintf("%04d", date.Year), "-01-01", "-12-31"
		switch {
		case date.Day > 0:
			first = fmt.Sprintf("-%02d-%02d", date.Month, date.Day)
			last = first
		case date.Month > 0:
			first, last = fmt.Sprintf("-%02d-01", date.Month), fmt.Sprintf("-%02d-31", date.Month)
		}
		return r.spanning(lastDay, func(s span) bool {
			year := s.from[:4]
			return (date.Year == 0 || year == asked) && s.inside(year+first, year+last)
		})
	})
}

// written returns the cases with a date that one of a text means, in any year
// where that says none. As it is where cases are counted by their dates, one
// that is known to a year or less lies in no month and on no day of it.
func (r *reader) written(date model.WrittenDate) (*roaring.Bitmap, error) {
	return r.kept(fmt.Sprint("written ", date), func() (*roaring.Bitmap, error) {
		year, month, day := fmt.Sprintf("%04d", date.Year), fmt.Sprintf("-%02d", date.Month), fmt.Sprintf("-%02d-%02d", date.Month, date.Day)
		if date.Day > 0 {
			return r.spanning(lastDay, func(s span) bool {
				on := func(year string) bool { return s.from <= year+day && year+day <= s.to }
				if date.Year > 0 && !on(year) || date.Year == 0 && !on(s.from[:4]) && !on(s.to[:4]) {
					return false
				}
				months := periods(s.from, s.to)
				return len(months) > 0 && len(months[0]) > len(year)
			})
		}
		values, err := r.facetValues(model.FacetDate)
		if err != nil {
			return nil, err
		}
		var numbers []int64
		for _, n := range values.roots {
			switch {
			case date.Year > 0 && n.value != year:
			case date.Month == 0:
				numbers = append(numbers, n.number)
			default:
				for _, child := range n.children {
					if strings.HasSuffix(child.value, month) {
						numbers = append(numbers, child.number)
					}
				}
			}
		}
		return r.tagged(model.FacetDate, numbers)
	})
}
