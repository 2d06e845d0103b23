package query

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/cases"
	"casebook/db/sqlite"
	"casebook/model"
)

// BlockCases is the number of cases that are read at a time.
const BlockCases = 1000

// Cases returns the cases of a query in its order; a Limit of 0 is all of them. They are
// read a block at a time, so that memory does not grow with their number, and from one
// state of the library.
func (l *Answers) Cases(ctx context.Context, query model.Query) iter.Seq2[model.Case, error] {
	return func(yield func(model.Case, error) bool) {
		err := l.query(ctx, func(r *reader) error { return r.yieldCases(query, yield) })
		if err != nil && err != errStop {
			yield(model.Case{}, fmt.Errorf("read cases: %w", err))
		}
	}
}

// yieldCases yields the cases of a query, until yield returns false, which is errStop.
func (r *reader) yieldCases(query model.Query, yield func(model.Case, error) bool) error {
	for left := query.Limit; ; {
		query.Limit = BlockCases
		if left > 0 {
			query.Limit = min(left, BlockCases)
		}
		a, err := r.answer(query)
		if err != nil {
			return err
		}
		certain, err := r.certain(query)
		if err != nil {
			return err
		}
		numbers, _, _, err := r.numbers(query, a, certain)
		if err != nil {
			return err
		}
		block, err := r.cases.Whole(numbers)
		if err != nil {
			return err
		}
		for _, c := range block {
			if !yield(c, nil) {
				return errStop
			}
		}
		if len(block) < query.Limit || left == query.Limit {
			return nil
		}
		left = max(left-query.Limit, 0)
		query.After = block[len(block)-1].ID
	}
}

// Case returns a case by its id, in capitals or not, with or without leading zeros in its
// number, or by a unique end of the id after a hyphen: KAZ-2016-09, kaz-2016-9, 2016-9 and
// 9. Errors: ErrNotFound, ErrAmbiguous.
func (l *Answers) Case(ctx context.Context, id string) (model.Case, error) {
	return ask(ctx, l, fmt.Sprintf("case %q", id), func(r *reader) (model.Case, error) {
		number, err := r.cases.Number(strings.TrimSpace(id))
		if err != nil {
			return model.Case{}, err
		}
		list, err := r.cases.Whole([]uint32{uint32(number)})
		if err != nil {
			return model.Case{}, err
		}
		return list[0], nil
	})
}

// Titles returns the titles of existing cases, by id.
func (l *Answers) Titles(ctx context.Context, ids []string) (map[string]string, error) {
	if len(ids) == 0 {
		return map[string]string{}, nil
	}
	return ask(ctx, l, "titles of cases", func(r *reader) (map[string]string, error) {
		titles := map[string]string{}
		numbers, err := sqlite.Column[uint32](r.ctx, r.tx, "SELECT c.number FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value", sqlite.JSONList(ids))
		if err != nil {
			return nil, err
		}
		return titles, r.cases.Documents(roaring.BitmapOf(numbers...), func(_ uint32, c model.Case) error {
			for _, id := range ids {
				if strings.EqualFold(id, c.ID) {
					titles[id] = c.Title
				}
			}
			return nil
		})
	})
}

// Namesakes returns the reports with a person, an organisation, a place or a law of a
// name, in the library's order, in groups: those joined by same_as are one group. Whether
// two groups mean the same is not known.
func (l *Answers) Namesakes(ctx context.Context, facet model.Facet, name string) ([][]string, error) {
	return ask(ctx, l, fmt.Sprintf("reports with the %s %q", facet, name), func(r *reader) ([][]string, error) {
		value, err := r.valueNumber(facet, name)
		if err != nil || value == 0 {
			return nil, err
		}
		entities, err := r.cases.Entities([]int64{value})
		return idsOf(cases.Grouped(entities[value])), err
	})
}

// idsOf returns the ids of the reports of groups.
func idsOf(groups [][]cases.Entity) [][]string {
	var ids [][]string
	for _, group := range groups {
		ids = append(ids, cases.IDsOf(group))
	}
	return ids
}

// withIDs returns the cases with ids, current or former.
func (r *reader) withIDs(ids []string) (*roaring.Bitmap, error) {
	numbers, err := r.integers("SELECT c.number FROM json_each(?) j CROSS JOIN cases c ON c.id = j.value UNION "+cases.Former, sqlite.JSONList(ids), sqlite.JSONList(ids))
	set := roaring.New()
	for _, number := range numbers {
		set.Add(uint32(number))
	}
	return set, err
}
