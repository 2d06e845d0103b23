package query

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/edtf"
	"casebook/model/results"
)

// undatedText is the search for cases without a stated date.
const undatedText = "is:undated"

// timeEntries lists the years and months of cases, with the numbers of certain and
// possible cases. From the first to the last month of a year with a case, no month is left
// out; nor are months of the query or, in a year with months, possible ones. Cases without
// a date come last.
func (r *reader) timeEntries(set *roaring.Bitmap, query model.Query, around string) (results.EntryPage, error) {
	values, err := r.facetValues(model.FacetDate)
	if err != nil {
		return results.EntryPage{}, err
	}
	count, err := r.count(model.FacetDate, set)
	if err != nil {
		return results.EntryPage{}, err
	}
	cases, err := r.countTimes(set)
	if err != nil {
		return results.EntryPage{}, err
	}
	months := monthsAsked(query)
	var list []results.Entry
	for i, year := range values {
		if year.depth > 0 || count.Of(year.number) == 0 {
			continue
		}
		list = append(list, timeEntry(cases, year.value, 0))
		first, last := "", ""
		for _, month := range values[i+1:] {
			if month.depth == 0 {
				break
			}
			if count.Of(month.number) > 0 {
				first, last = cmp.Or(first, month.value), month.value
			}
		}
		for month := 1; month <= 12; month++ {
			period := fmt.Sprintf("%s-%02d", year.value, month)
			asked := slices.Contains(months, period)
			if first == "" && !asked {
				continue
			}
			if e := timeEntry(cases, period, 1); e.Cases > 0 || first <= period && period <= last {
				list = append(list, e)
			}
		}
	}
	undated, err := r.undated()
	if err != nil {
		return results.EntryPage{}, err
	}
	if undated = roaring.And(set, undated); !undated.IsEmpty() {
		list = append(list, results.Entry{Key: undatedText, Text: undatedText, Facet: model.FacetDate, Cases: int(undated.GetCardinality())})
	}
	return results.PageOf(list, query, around), nil
}

// monthsAsked returns the months that a query names in its text.
func monthsAsked(query model.Query) []string {
	var months []string
	for _, term := range model.ParseText(query.Text) {
		if term.Field != "date" || term.Not {
			continue
		}
		if from, to, err := schema.Bounds(term.Text, term.Text); err == nil && from[:len("2016-05")] == to[:len("2016-05")] {
			months = append(months, from[:len("2016-05")])
		}
	}
	return months
}

// timeEntry is the entry of a year or a month.
func timeEntry(cases map[string]timeCount, period string, depth int) results.Entry {
	count := cases[period]
	e := results.Entry{Key: period, Facet: model.FacetDate, Value: period, Text: "date:" + period, Depth: depth, Cases: count.cases, Possible: count.possible}
	if date, err := edtf.Parse(period); err == nil {
		e.Label = date.Label()
		if depth > 0 {
			e.Label, _, _ = strings.Cut(e.Label, " ")
		}
	}
	return e
}

// Timeline lists the dates of a query's cases that certainly or possibly lie between its
// Since and Until, the earliest first, and shorter times before longer ones. Limit and
// Offset are those of the list; a Limit of 0 is all of it.
func (l *Answers) Timeline(ctx context.Context, query model.Query) ([]model.Happening, error) {
	return ask(ctx, l, "list the timeline", func(r *reader) ([]model.Happening, error) {
		list := []model.Happening{}
		a, err := r.answer(query)
		if err != nil {
			return nil, err
		}
		from, to, err := schema.Bounds(query.Since, query.Until)
		if err != nil {
			return nil, err
		}
		since, until := "", ""
		if query.Since != "" {
			since = from
		}
		if query.Until != "" {
			until = to
		}
		spans, err := r.spans()
		if err != nil {
			return nil, err
		}
		skip := max(query.Offset, 0)
		err = r.happenings(a.all, spans, from, to, func(h model.Happening) error {
			if skip > 0 {
				skip--
				return nil
			}
			_, certain := h.Within(since, until)
			h.Possible = !certain
			if list = append(list, h); len(list) == query.Limit {
				return errStop
			}
			return nil
		})
		if errors.Is(err, errStop) {
			err = nil
		}
		return list, err
	})
}

// spanBatch is the number of spans whose cases are looked up at a time.
const spanBatch = 64

// HappeningBatch is the number of cases that are read at a time.
const HappeningBatch = 500

// happenings calls a function with the dates of cases that may lie between two days, in
// order. Dates of many spans are read together, and those of a span with many cases in
// parts.
func (r *reader) happenings(set *roaring.Bitmap, spans []schema.Span, from, to string, do func(model.Happening) error) error {
	var wanted []schema.Span
	together, days := roaring.New(), map[period]bool{}
	flush := func() error {
		part := HappeningBatch
		if len(days) > 1 {
			part = max(int(together.GetCardinality()), 1) // they must be sorted
		}
		for some := range slices.Chunk(together.ToArray(), part) {
			if err := r.cases.Happenings(some, func(from, to string) bool { return days[period{from, to}] }, do); err != nil {
				return err
			}
		}
		together, days = roaring.New(), map[period]bool{}
		return nil
	}
	for _, s := range spans {
		if s.MayBeInside(from, to) {
			wanted = append(wanted, s)
		}
	}
	for some := range slices.Chunk(wanted, spanBatch) {
		numbers := make([]int64, len(some))
		for i, s := range some {
			numbers[i] = s.Number
		}
		sets, err := r.Sets(index.Column(schema.FacetDays), numbers)
		if err != nil {
			return err
		}
		for i, s := range some {
			on := period{s.From, s.To}
			cases := roaring.And(sets[i], set)
			// an exact and an approximate date may have the same days: they stay together
			if !days[on] && together.GetCardinality()+cases.GetCardinality() > HappeningBatch {
				if err := flush(); err != nil {
					return err
				}
			}
			together.Or(cases)
			days[on] = true
		}
	}
	return flush()
}

// A period is the first and the last day of a span.
type period struct{ from, to string }
