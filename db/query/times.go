package query

import (
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
)

// A timeCount is the number of cases with a date in a year or a month, and how many of
// these only possibly are in it because their date is imprecise.
type timeCount struct{ cases, possible int }

// times are the years and months of the library's dates, and the times that each span may
// lie in.
type times struct {
	years []string
	in    map[uint32][]inTime // by the number of a span
}

// An inTime is the index of a year or a month that a span may lie in, and whether it
// certainly does. Each year is followed by its twelve months.
type inTime struct {
	place   int
	certain bool
}

// perYear is the number of times for each year: itself and its months.
const perYear = 13

// times returns the times of the library.
func (r *reader) times() (*times, error) {
	return r.inTimes.Get(struct{}{}, r.readTimes)
}

func (r *reader) readTimes() (*times, error) {
	values, err := r.facetValues(model.FacetDate)
	if err != nil {
		return nil, err
	}
	spans, err := r.spans()
	if err != nil {
		return nil, err
	}
	t := &times{in: make(map[uint32][]inTime, len(spans))}
	var days []period // of each year and month
	for _, n := range values {
		if n.depth > 0 {
			continue
		}
		t.years = append(t.years, n.value)
		days = append(days, period{n.value + "-01-01", n.value + "-12-31"})
		for month := 1; month <= 12; month++ {
			days = append(days, period{fmt.Sprintf("%s-%02d-01", n.value, month), fmt.Sprintf("%s-%02d-31", n.value, month)})
		}
	}
	for _, s := range spans {
		var in []inTime
		for place := 0; place < len(days); place++ {
			if d := days[place]; s.MayBeInside(d.from, d.to) {
				in = append(in, inTime{place, s.Inside(d.from, d.to)})
			} else if place%perYear == 0 {
				place += perYear - 1 // skips the months of the year
			}
		}
		if len(in) > 0 {
			t.in[uint32(s.Number)] = in
		}
	}
	return t, nil
}

// countTimes counts the cases of a set by years and months, the values of FacetDate, as
// the filter finds them: a case counts in each that one of its dates may lie in.
func (r *reader) countTimes(set *roaring.Bitmap) (map[string]timeCount, error) {
	if set.GetCardinality() == r.all.GetCardinality() {
		return r.allTimeCounts.Get(struct{}{}, func() (map[string]timeCount, error) { return r.computeTimes(r.all) })
	}
	return r.computeTimes(set)
}

func (r *reader) computeTimes(set *roaring.Bitmap) (map[string]timeCount, error) {
	t, err := r.times()
	if err != nil {
		return nil, err
	}
	const may, does = 1, 2
	counts, has := make([]timeCount, len(t.years)*perYear), make([]byte, len(t.years)*perYear)
	var touched []int
	err = r.Combinations(index.Column(schema.FacetDays), set, func(values []uint32, cases int32) {
		touched = touched[:0]
		for _, value := range values {
			for _, in := range t.in[value] {
				if has[in.place] == 0 {
					touched = append(touched, in.place)
					has[in.place] = may
				}
				if in.certain {
					has[in.place] = does
				}
			}
		}
		for _, place := range touched {
			counts[place].cases += int(cases)
			if has[place] == may {
				counts[place].possible += int(cases)
			}
			has[place] = 0
		}
	})
	if err != nil {
		return nil, err
	}
	named := map[string]timeCount{}
	for place, count := range counts {
		if period := t.years[place/perYear]; count.cases > 0 {
			if month := place % perYear; month > 0 {
				period = fmt.Sprintf("%s-%02d", period, month)
			}
			named[period] = count
		}
	}
	return named, nil
}

// countDates sets the counts of years and months: a case counts in each that one of its
// dates may lie in.
func (r *reader) countDates(values []results.FacetValue, set *roaring.Bitmap) error {
	if !slices.ContainsFunc(values, func(v results.FacetValue) bool { return v.Count > 0 }) {
		return nil
	}
	counts, err := r.countTimes(set)
	for i := range values {
		count := counts[values[i].Value]
		values[i].Count, values[i].Possible = count.cases, count.possible
	}
	return err
}
