package query

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/word"
)

// spans returns all spans of the library, from the earliest.
func (r *reader) spans() ([]schema.Span, error) { return r.days.Get(struct{}{}, r.readSpans) }

func (r *reader) readSpans() ([]schema.Span, error) {
	periods := map[period]bool{} // of the reports; undated cases have them as uncertain dates
	for _, report := range r.reports {
		if date, err := edtf.Parse(report.Period); err == nil {
			from, to := schema.Days(date)
			periods[period{from, to}] = true
		}
	}
	list, err := schema.ReadSpans(r.ctx, r.tx)
	if err != nil {
		return nil, err
	}
	for i, s := range list {
		list[i].FromReport = s.About && periods[period{s.From, s.To}]
	}
	slices.SortFunc(list, func(a, b schema.Span) int {
		return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To))
	})
	return list, nil
}

// casesInSpans returns the cases with a date in one of the wanted spans.
func (r *reader) casesInSpans(wanted func(schema.Span) bool) (*roaring.Bitmap, error) {
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
	return r.havingNumbers(schema.FacetDays, numbers...)
}

// certainlyWithin returns the cases with a date that certainly lies between two days.
func (r *reader) certainlyWithin(from, to string) (*roaring.Bitmap, error) {
	return r.casesInSpans(func(s schema.Span) bool { return s.Inside(from, to) })
}

// possiblyWithin returns the cases with a date that may lie between two days; none if the
// first day is after the last.
func (r *reader) possiblyWithin(from, to string) (*roaring.Bitmap, error) {
	return r.casesInSpans(func(s schema.Span) bool { return s.MayBeInside(from, to) })
}

// inPeriods returns the cases that between returns for some years or months.
func inPeriods(periods []string, between func(from, to string) (*roaring.Bitmap, error)) (*roaring.Bitmap, error) {
	set := roaring.New()
	for _, period := range periods {
		if from, to, err := schema.Bounds(period, period); err == nil {
			cases, err := between(from, to)
			if err != nil {
				return nil, err
			}
			set.Or(cases)
		}
	}
	return set, nil
}

// certain returns the cases that certainly have every date that a query asks for; nil if
// it asks for none.
func (r *reader) certain(query model.Query) (*roaring.Bitmap, error) {
	var sets []*roaring.Bitmap
	and := func(set *roaring.Bitmap, err error) error {
		sets = append(sets, set)
		return err
	}
	if query.Since != "" || query.Until != "" {
		from, to, err := schema.Bounds(query.Since, query.Until)
		if err == nil {
			err = and(r.certainlyWithin(from, to))
		}
		if err != nil {
			return nil, err
		}
	}
	for _, term := range model.ParseText(query.Text) {
		if term.Field != "date" || term.Not {
			continue
		}
		if from, to, ok := schema.DaysOf(term.Text); ok {
			if err := and(r.certainlyWithin(from, to)); err != nil {
				return nil, err
			}
		}
	}
	for _, periods := range [][]string{query.Filter[model.FacetDate], query.Also[model.FacetDate]} {
		if len(periods) > 0 {
			if err := and(inPeriods(periods, r.certainlyWithin)); err != nil {
				return nil, err
			}
		}
	}
	if len(sets) == 0 {
		return nil, nil
	}
	return roaring.FastAnd(sets...), nil
}

// dateMatches returns the cases that match a date that a text has in words, such as "28
// November" or "May 2016", and its other terms, literally or else by names; without its
// literal matches. It also returns all cases that certainly have the dates.
func (r *reader) dateMatches(terms []model.Term, literal *roaring.Bitmap) ([]match, *roaring.Bitmap, error) {
	dates, rest := model.WrittenDates(terms)
	if len(dates) == 0 {
		return nil, nil, nil
	}
	certain, possible, err := r.casesOnDates(dates)
	if err != nil {
		return nil, nil, err
	}
	possible = roaring.AndNot(possible, literal)
	if possible.IsEmpty() {
		return nil, certain, nil
	}
	rest = slices.DeleteFunc(rest, func(t model.Term) bool { return t.Field == "" && word.Small(word.Fold(t.Text)) })
	within, err := r.matchRest(possible, rest)
	if err != nil {
		return nil, nil, err
	}
	if found := disjoint([]match{{set: certain, how: model.ByDate}, {set: r.all, how: model.ByPossibleDate}}, within); len(found) > 0 {
		return found, certain, nil
	}
	having, _, err := r.terms(rest)
	if err != nil {
		return nil, nil, err
	}
	named, err := r.fuzzyMatches(rest, having)
	return disjoint(named, possible), certain, err
}

// casesOnDates returns the cases that certainly, and those that possibly, have all of some
// dates in words.
func (r *reader) casesOnDates(dates []model.WrittenDate) (certain, possible *roaring.Bitmap, err error) {
	certain, possible = r.all, r.all
	for _, date := range dates {
		must, may, err := r.casesOnDate(date)
		if err != nil {
			return nil, nil, err
		}
		certain, possible = roaring.And(certain, must), roaring.And(possible, may)
	}
	return certain, possible, nil
}

// casesOnDate returns the cases with a date that certainly is, or possibly is, a date in
// words; without a year, of any year. As in counts by date, a date known only to the year
// counts for no day or month of it.
func (r *reader) casesOnDate(date model.WrittenDate) (certain, possible *roaring.Bitmap, err error) {
	if date.Season && date.Month == time.December { // winter: the last month of a year and its first two
		certain, possible = roaring.New(), roaring.New()
		for _, month := range []time.Month{time.December, time.January, time.February} {
			does, mightBe, err := r.casesOnDate(model.WrittenDate{Year: date.Year, Month: month})
			if err != nil {
				return nil, nil, err
			}
			certain.Or(does)
			possible.Or(mightBe)
		}
		return certain, possible, nil
	}
	asked, first, last := fmt.Sprintf("%04d", date.Year), "-01-01", "-12-31"
	switch {
	case date.Day > 0:
		first = fmt.Sprintf("-%02d-%02d", date.Month, date.Day)
		last = first
	case date.Month > 0:
		first, last = fmt.Sprintf("-%02d-01", date.Month), fmt.Sprintf("-%02d-31", date.Month)
	}
	if date.Season && date.Month < time.December {
		last = fmt.Sprintf("-%02d-31", date.Month+2)
	}
	on := func(s schema.Span, year string) bool { return s.From <= year+last && year+first <= s.To }
	years := func(s schema.Span) (from, to string) {
		if date.Year > 0 {
			return asked, asked
		}
		return s.From[:len(asked)], s.To[:len(asked)]
	}
	certain, err = r.casesInSpans(func(s schema.Span) bool {
		from, to := years(s)
		return (on(s, from) || on(s, to)) && s.Inside(from+first, from+last)
	})
	if err != nil {
		return nil, nil, err
	}
	possible, err = r.casesInSpans(func(s schema.Span) bool {
		from, to := years(s)
		if !on(s, from) && !on(s, to) || s.FromReport && date.Month > 0 {
			return false
		}
		in := schema.Periods(s.From, s.To)
		return date.Month == 0 && slices.ContainsFunc(in, func(period string) bool { return period[:len(asked)] == asked }) ||
			date.Month > 0 && len(in) > 0 && len(in[0]) > len(asked)
	})
	return certain, possible, err
}

// undated returns the cases without a stated date.
func (r *reader) undated() (*roaring.Bitmap, error) {
	dated, err := r.casesInSpans(func(s schema.Span) bool { return !s.FromReport })
	if err != nil {
		return nil, err
	}
	return roaring.AndNot(r.all, dated), nil
}
