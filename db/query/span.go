package query

import (
	"cmp"
	"database/sql"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
)

// spans returns all spans of the library, from the earliest.
func (r *reader) spans() ([]schema.Span, error) {
	r.mutex.Lock()
	known := r.days
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	list := []schema.Span{}
	if err := sqlite.Each(r.ctx, r.tx, "SELECT number, value FROM facet_value WHERE facet = ?", []any{string(schema.FacetDays)}, func(rows *sql.Rows) error {
		var number int64
		var value string
		if err := rows.Scan(&number, &value); err != nil {
			return err
		}
		s, err := schema.ReadSpan(number, value)
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

// A spanCount counts cases by their days.
type spanCount struct {
	spans []schema.Span
	dates map[string]int // how many cases have dates of these spans together: their numbers, as bytes
	has   []byte         // by the span's number: whether it lies in a time, and whether it does so certainly
}

const (
	spanWithin = 1 << iota
	spanInside
)

// spanCount counts the cases of a set.
func (r *reader) spanCount(set *roaring.Bitmap) (*spanCount, error) {
	spans, err := r.spans()
	if err != nil {
		return nil, err
	}
	c := &spanCount{spans: spans, dates: map[string]int{}, has: make([]byte, r.lastValue+1)}
	var key []byte
	return c, r.Combinations(index.Column(schema.FacetDays), set, func(values []uint32, cases int32) {
		key = key[:0]
		for _, value := range values {
			key = binary.LittleEndian.AppendUint32(key, value)
		}
		c.dates[string(key)] += int(cases)
	})
}

// count counts those of the cases of which a date certainly lies between two
// days, and those of which it may.
func (c *spanCount) count(from, to string) (certain, possible int) {
	for _, s := range c.spans {
		c.has[s.Number] = 0
		if s.From <= to && from <= s.To {
			c.has[s.Number] = spanWithin
			if s.Inside(from, to) {
				c.has[s.Number] |= spanInside
			}
		}
	}
	for dates, cases := range c.dates {
		has := byte(0)
		for ; len(dates) > 0; dates = dates[4:] {
			has |= c.has[uint32(dates[0])|uint32(dates[1])<<8|uint32(dates[2])<<16|uint32(dates[3])<<24]
		}
		if has&spanWithin != 0 {
			possible += cases
		}
		if has&spanInside != 0 {
			certain += cases
		}
	}
	return certain, possible
}

// inside returns the cases of which a date certainly lies between two days.
func (r *reader) inside(from, to string) (*roaring.Bitmap, error) {
	return r.spanning(func(s schema.Span) bool { return s.Inside(from, to) })
}

// within returns the cases of which a date may lie between two days; none
// where the first is after the last.
func (r *reader) within(from, to string) (*roaring.Bitmap, error) {
	return r.spanning(func(s schema.Span) bool { return from <= to && s.From <= to && from <= s.To })
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
	between := func(since, until string) error {
		from, to, err := Bounds(since, until)
		if err != nil {
			return nil // words, not a date
		}
		return and(r.inside(from, to))
	}
	if query.Since != "" || query.Until != "" {
		if err := between(query.Since, query.Until); err != nil {
			return nil, err
		}
	}
	for _, term := range model.ParseText(query.Text) {
		if term.Field != "date" || term.Not {
			continue
		}
		since, until, isRange := strings.Cut(term.Text, "..")
		if !isRange {
			until = since
		}
		if err := between(since, until); err != nil {
			return nil, err
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
