package query

import (
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/edtf"
)

// spans returns all spans of the library, from the earliest.
func (r *reader) spans() ([]schema.Span, error) {
	r.mutex.Lock()
	known := r.days
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	periods := map[period]bool{} // of the reports: cases without a date are dated by them, and uncertain
	for _, report := range r.reports {
		if date, err := edtf.Parse(report.Period); err == nil {
			from, to := schema.Days(date)
			periods[period{from, to}] = true
		}
	}
	list := []schema.Span{}
	if err := sqlite.Each(r.ctx, r.tx, "SELECT number, value FROM facet_value WHERE facet = ?", []any{string(schema.FacetDays)}, func(rows *sql.Rows) error {
		var number int64
		var value string
		if err := rows.Scan(&number, &value); err != nil {
			return err
		}
		s, err := schema.ReadSpan(number, value)
		s.FromReport = s.About && periods[period{s.From, s.To}]
		list = append(list, s)
		return err
	}); err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b schema.Span) int {
		return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To))
	})
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.days = list
	return list, nil
}

// spanning returns the cases of the spans that are wanted.
func (r *reader) spanning(wanted func(schema.Span) bool) (*roaring.Bitmap, error) {
	spans, err := r.spans()
	if err != nil {
		return nil, err
	}
	var numbers []int64
	for _, s := range spans {
		if wanted(s) {
			numbers = append(numbers, s.Number)
		}
	}
	return r.tagged(schema.FacetDays, numbers...)
}

// inside returns the cases of which a date certainly lies between two days.
func (r *reader) inside(from, to string) (*roaring.Bitmap, error) {
	return r.spanning(func(s schema.Span) bool { return s.Inside(from, to) })
}

// within returns the cases of which a date may lie between two days; none
// where the first is after the last.
func (r *reader) within(from, to string) (*roaring.Bitmap, error) {
	return r.spanning(func(s schema.Span) bool { return s.May(from, to) })
}

// daysOf returns the first and the last day that the text of a date's field asks
// for: a date in EDTF, two with dots between them, or one in words with its year.
// ok is false for any other text.
func daysOf(text string) (from, to string, ok bool) {
	since, until, isRange := strings.Cut(text, "..")
	if !isRange {
		until = since
	}
	if from, to, err := Bounds(since, until); err == nil {
		return from, to, true
	}
	dates, rest := model.WrittenDates([]model.Term{{Text: text}})
	if len(dates) != 1 || len(rest) > 0 || dates[0].Year == 0 {
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

// inPeriods returns the cases of which a date may lie in one of some years or months.
func (r *reader) inPeriods(periods []string) (*roaring.Bitmap, error) {
	set := roaring.New()
	for _, period := range periods {
		if from, to, err := Bounds(period, period); err == nil {
			within, err := r.within(from, to)
			if err != nil {
				return nil, err
			}
			set.Or(within)
		}
	}
	return set, nil
}

// certain returns the cases that certainly have every date that a query asks
// for; nil where it asks for none.
func (r *reader) certain(query model.Query) (*roaring.Bitmap, error) {
	var certain *roaring.Bitmap
	and := func(set *roaring.Bitmap, err error) error {
		if certain == nil {
			certain = set
		} else if err == nil {
			certain = roaring.And(certain, set)
		}
		return err
	}
	between := func(from, to string) error { return and(r.inside(from, to)) }
	if query.Since != "" || query.Until != "" {
		from, to, err := Bounds(query.Since, query.Until)
		if err != nil {
			return nil, err
		}
		if err := between(from, to); err != nil {
			return nil, err
		}
	}
	for _, term := range model.ParseText(query.Text) {
		if term.Field != "date" || term.Not {
			continue
		}
		if from, to, ok := daysOf(term.Text); ok {
			if err := between(from, to); err != nil {
				return nil, err
			}
		}
	}
	for _, periods := range [][]string{query.Filter[model.FacetDate], query.Also[model.FacetDate]} {
		var sets []*roaring.Bitmap
		for _, period := range periods {
			from, to, err := Bounds(period, period)
			if err != nil {
				continue
			}
			set, err := r.inside(from, to)
			if err != nil {
				return nil, err
			}
			sets = append(sets, set)
		}
		if len(sets) > 0 {
			if err := and(roaring.FastOr(sets...), nil); err != nil {
				return nil, err
			}
		}
	}
	return certain, nil
}
