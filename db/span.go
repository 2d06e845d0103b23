package db

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// A span is the days that a date may mean, with the cases that have such a date.
type span struct {
	from, to string
	about    bool // the date is approximate or uncertain
	cases    []container
}

// inside says whether a date of the span certainly lies between two days.
func (s span) inside(from, to string) bool { return !s.about && from <= s.from && s.to <= to }

// readSpan reads the key of the days that a date may mean.
func readSpan(key []byte) span {
	text := string(key[len(keyDays):])
	to, isAbout := strings.CutSuffix(text[len(firstDay):], about)
	return span{from: text[:len(firstDay)], to: to, about: isAbout}
}

// spans returns all spans of the library, from the earliest.
func (r *reader) spans() ([]span, error) {
	r.mutex.Lock()
	known := r.days
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	list, places := []span{}, map[string]int{}
	blocks := strings.Count(r.blocks, ",") + 1
	if err := r.scan(r.blocks, []string{begunBy(keyDays)}, func(_ int, key []byte, c container) error {
		place, met := places[string(key)]
		if !met {
			place = len(list)
			places[string(key)] = place
			s := readSpan(key)
			s.cases = make([]container, 0, blocks)
			list = append(list, s)
		}
		list[place].cases = append(list[place].cases, c)
		return nil
	}); err != nil {
		return nil, err
	}
	slices.SortFunc(list, func(a, b span) int { return cmp.Or(strings.Compare(a.from, b.from), strings.Compare(a.to, b.to)) })
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.days = list
	return list, nil
}

// spanning returns the cases of those spans that begin up to a day and are wanted.
func (r *reader) spanning(to string, wanted func(span) bool) (*roaring.Bitmap, error) {
	spans, err := r.spans()
	if err != nil {
		return nil, err
	}
	var some []span
	for _, s := range spans {
		if s.from > to {
			break
		}
		if wanted(s) {
			some = append(some, s)
		}
	}
	return casesOf(some)
}

// casesOf returns the cases of some spans.
func casesOf(spans []span) (*roaring.Bitmap, error) {
	var list []container
	for _, s := range spans {
		list = append(list, s.cases...)
	}
	slices.SortFunc(list, func(a, b container) int { return a.block - b.block })
	var u unions
	for _, c := range list {
		u.add(c)
	}
	return u.set()
}

// A spanCount counts cases by their days; it has room for those of a time.
type spanCount struct{ has, inside, within []uint64 }

func newSpanCount(set *roaring.Bitmap) *spanCount {
	has := set.ToDense()
	return &spanCount{has, make([]uint64, len(has)), make([]uint64, len(has))}
}

// count counts those of the cases of which a date certainly lies between two
// days, and those of which it may.
func (c *spanCount) count(spans []span, from, to string) (certain, possible int) {
	clear(c.inside)
	clear(c.within)
	for _, s := range spans {
		if s.from > to {
			break
		}
		if s.to < from {
			continue
		}
		for _, having := range s.cases {
			having.or(c.within, having.block<<blockBits/64)
			if s.inside(from, to) {
				having.or(c.inside, having.block<<blockBits/64)
			}
		}
	}
	for i, word := range c.has {
		certain += bits.OnesCount64(word & c.inside[i])
		possible += bits.OnesCount64(word & c.within[i])
	}
	return certain, possible
}

// inside returns the cases of which a date certainly lies between two days.
func (r *reader) inside(from, to string) (*roaring.Bitmap, error) {
	return r.kept("inside "+from+to, func() (*roaring.Bitmap, error) {
		return r.spanning(to, func(s span) bool { return s.inside(from, to) })
	})
}

// within returns the cases of which a date may lie between two days; none
// where the first is after the last.
func (r *reader) within(from, to string) (*roaring.Bitmap, error) {
	if from > to {
		return roaring.New(), nil
	}
	return r.kept("within "+from+to, func() (*roaring.Bitmap, error) {
		return r.spanning(to, func(s span) bool { return s.to >= from })
	})
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
		from, to, err := bounds(since, until)
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
			from, to, err := bounds(period, period)
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
