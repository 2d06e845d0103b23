package db

import (
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// A span is the days that a date may mean, with the cases that have such a date.
type span struct {
	from, to string
	about    bool // the date is approximate or uncertain
	cases    *roaring.Bitmap
}

// inside says whether a date of the span certainly lies between two days.
func (s span) inside(from, to string) bool { return !s.about && from <= s.from && s.to <= to }

// spans returns all spans of the library, from the earliest.
func (r *reader) spans() ([]span, error) {
	r.mutex.Lock()
	known := r.days
	r.mutex.Unlock()
	if known != nil {
		return known, nil
	}
	lists := map[string][]container{}
	if err := r.scan(keyDays, keyDays+lastKey, func(key []byte, c container) {
		lists[string(key[len(keyDays):])] = append(lists[string(key[len(keyDays):])], c)
	}); err != nil {
		return nil, err
	}
	list := make([]span, 0, len(lists))
	for key, containers := range lists {
		set, err := joined(containers)
		if err != nil {
			return nil, err
		}
		to, isAbout := strings.CutSuffix(key[len(firstDay):], about)
		list = append(list, span{key[:len(firstDay)], to, isAbout, set})
	}
	slices.SortFunc(list, func(a, b span) int { return strings.Compare(a.from+a.to, b.from+b.to) })
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.days = list
	return list, nil
}

// inside returns the cases of which a date certainly lies between two days.
func (r *reader) inside(from, to string) (*roaring.Bitmap, error) {
	spans, err := r.spans()
	if err != nil {
		return nil, err
	}
	return r.kept("inside "+from+to, func() (*roaring.Bitmap, error) {
		var sets []*roaring.Bitmap
		for _, s := range spans {
			if s.inside(from, to) {
				sets = append(sets, s.cases)
			}
		}
		return roaring.FastOr(sets...), nil
	})
}

// overlapping returns the cases of which a date may lie between two days.
func (r *reader) overlapping(from, to string) (*roaring.Bitmap, error) {
	set, err := r.inside(from, to)
	if err != nil {
		return nil, err
	}
	spans, err := r.spans()
	sets := []*roaring.Bitmap{set}
	for _, s := range spans {
		if s.from > to {
			break
		}
		if s.to >= from && !s.inside(from, to) {
			sets = append(sets, s.cases)
		}
	}
	return roaring.FastOr(sets...), err
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
