package db

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
	"casebook/model/edtf"
)

// undatedText is the search for the cases that no date is stated of.
const undatedText = "-date:0001..9999"

// timeEntries lists the years and months of cases, each with those whose date
// certainly lies in it and those whose date may. From the first to the last
// month of a year that has a case none is left out, nor is one that is asked for
// or, in a year with months, one that a case may lie in. Cases without a date come last.
func (r *reader) timeEntries(set *roaring.Bitmap, query model.Query, around string) (model.EntryPage, error) {
	values, err := r.facetValues(model.FacetDate)
	if err != nil {
		return model.EntryPage{}, err
	}
	count, err := r.count(model.FacetDate, set)
	if err != nil {
		return model.EntryPage{}, err
	}
	cases, err := r.spanCount(set)
	if err != nil {
		return model.EntryPage{}, err
	}
	months := monthsAsked(query)
	var list []model.Entry
	for _, year := range values.roots {
		if count.Of(year.number) == 0 {
			continue
		}
		e, err := r.timeEntry(cases, year.value, 0)
		if err != nil {
			return model.EntryPage{}, err
		}
		list = append(list, e)
		first, last := "", ""
		for _, month := range year.children {
			if count.Of(month.number) > 0 {
				if first == "" {
					first = month.value
				}
				last = month.value
			}
		}
		for month := 1; month <= 12; month++ {
			period := fmt.Sprintf("%s-%02d", year.value, month)
			asked := slices.Contains(months, period)
			if first == "" && !asked {
				continue
			}
			if e, err = r.timeEntry(cases, period, 1); err != nil {
				return model.EntryPage{}, err
			}
			if e.Cases > 0 || first <= period && period <= last {
				list = append(list, e)
			}
		}
	}
	dated, err := r.within(firstDay, lastDay)
	if err != nil {
		return model.EntryPage{}, err
	}
	if undated := roaring.AndNot(set, dated); !undated.IsEmpty() {
		list = append(list, model.Entry{Key: undatedText, Text: undatedText, Facet: model.FacetDate, Cases: int(undated.GetCardinality())})
	}
	return cut(list, query, around), nil
}

// monthsAsked returns the months that a query names in its text.
func monthsAsked(query model.Query) []string {
	var months []string
	for _, term := range model.ParseText(query.Text) {
		if term.Field != "date" || term.Not {
			continue
		}
		if from, to, err := bounds(term.Text, term.Text); err == nil && from[:len("2016-05")] == to[:len("2016-05")] {
			months = append(months, from[:len("2016-05")])
		}
	}
	return months
}

// timeEntry is the entry of a year or a month.
func (r *reader) timeEntry(cases *spanCount, period string, depth int) (model.Entry, error) {
	e := model.Entry{Key: period, Facet: model.FacetDate, Value: period, Text: "date:" + period, Depth: depth}
	from, to, err := bounds(period, period)
	if err != nil {
		return e, err
	}
	if date, err := edtf.Parse(period); err == nil {
		e.Label = date.Label()
		if depth > 0 {
			e.Label, _, _ = strings.Cut(e.Label, " ")
		}
	}
	certain, possible := cases.count(from, to)
	e.Cases, e.Possible = possible, possible-certain
	return e, r.ctx.Err()
}

// Timeline lists the dates of a query's cases that certainly lie between its
// Since and Until or may: from the earliest, a shorter time before a longer one.
// As in every list here the query's Limit is that of the list; 0 is all of it.
func (l *Library) Timeline(ctx context.Context, query model.Query) ([]model.Happening, error) {
	list := []model.Happening{}
	err := l.query(ctx, func(r *reader) error {
		a, err := r.answer(query)
		if err != nil {
			return err
		}
		from, to, err := bounds(query.Since, query.Until)
		if err != nil {
			return err
		}
		if query.Since == "" {
			from = ""
		}
		if query.Until == "" {
			to = ""
		}
		return r.documents(a.all, func(_ uint32, c model.Case) error {
			for _, h := range c.Happenings() {
				possible, certain := h.Within(from, to)
				if h.Possible = !certain; possible {
					list = append(list, h)
				}
			}
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list the timeline: %w", err)
	}
	slices.SortStableFunc(list, model.Happening.Compare)
	if query.Limit > 0 {
		list = list[:min(len(list), query.Limit)]
	}
	return list, nil
}
