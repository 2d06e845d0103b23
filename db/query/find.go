package query

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/index"
	"casebook/db/schema"
	"casebook/db/sqlite"
	"casebook/model"
	"casebook/model/results"
)

// pageRows is the number of rows of a page without a Limit.
const pageRows = 200

// Find returns the rows of a page of a query, and the number of cases of the whole answer.
//
// The order: cases that certainly have the dates asked for, then those that only may have
// them. Within each, literal matches in the order asked for; then matches by date and by
// sound, the best first, with their reasons. In the order of the report, cases with the
// words as typed come before those with stems or synonyms, and of each those with most of
// the words in the title come first, if they are few. Cases that certainly have the dates
// written in the text come first.
//
// Any text is valid. A filter value that the library does not have finds nothing. Total is
// -1 if the first page of a large library was found without the whole answer: Facets has
// the number. Errors: a date that is not valid EDTF; ErrNotFound if After is no case.
func (l *Answers) Find(ctx context.Context, query model.Query) (results.Page, error) {
	if query.Limit <= 0 {
		query.Limit = pageRows
	}
	return ask(ctx, l, "find cases", func(r *reader) (results.Page, error) {
		var page results.Page
		certain, err := r.certain(query)
		if err != nil {
			return page, err
		}
		a, numbers, ok, err := r.firstPage(query, certain)
		if err == nil && !ok {
			a, err = r.answer(query)
		}
		if err != nil {
			return page, err
		}
		if page.Total = -1; numbers == nil {
			if numbers, page.Offset, page.Total, err = r.numbers(query, a, certain); err != nil {
				return page, err
			}
			page.Possible = countPossible(a.all, certain)
		}
		page.Rows, err = r.cases.Rows(numbers, model.ParseText(query.Text))
		page.NamesCut = a.namesCut || r.namesCut
		for i := range page.Rows {
			page.Rows[i].Possible = certain != nil && !certain.Contains(numbers[i])
			if m := a.matchOf(numbers[i]); m.how != "" {
				page.Rows[i].Match, page.Rows[i].MatchName = m.how, m.name
				if m.name == "" && len(m.owners) > 0 && err == nil {
					page.Rows[i].MatchName, err = r.nameOf(page.Rows[i], m.owners)
				}
			}
		}
		return page, err
	})
}

// nameOf returns the names of the people of a row that are among some values; empty if
// none is.
func (r *reader) nameOf(row results.Row, owners []int64) (string, error) {
	people, err := r.nodes("SELECT "+nodeColumns+" FROM json_each(?) j CROSS JOIN facet_value v ON v.facet = ? AND v.value = j.value", sqlite.JSONList(row.People), string(model.FacetPerson))
	var found []string
	for _, n := range people {
		if len(found) < maxRowNames && slices.Contains(owners, n.number) {
			found = append(found, n.label)
		}
	}
	return strings.Join(found, ", "), err
}

// A run is a part of an answer: a set in the order asked for, or a list in its own order.
type run struct {
	set  *roaring.Bitmap
	list []uint32
}

func (n run) size() int {
	if n.set != nil {
		return int(n.set.GetCardinality())
	}
	return len(n.list)
}

// runs returns the parts of an answer in the order that Find describes.
func (r *reader) runs(query model.Query, a answer, certain *roaring.Bitmap) []run {
	parts := []*roaring.Bitmap{a.all}
	if certain == nil && schema.OrderOf(query.Sort) == "" {
		certain = a.onDate // a case of May 2016 comes before one that has both words somewhere
	}
	if certain != nil {
		parts = []*roaring.Bitmap{roaring.And(a.all, certain), roaring.AndNot(a.all, certain)}
	}
	var list []run
	for _, part := range parts {
		literal := roaring.And(part, a.literal)
		if a.exact != nil && schema.OrderOf(query.Sort) == "" {
			for _, set := range []*roaring.Bitmap{roaring.And(literal, a.exact), roaring.AndNot(literal, a.exact)} {
				for _, titled := range a.byTitle {
					list = append(list, run{set: roaring.And(set, titled)})
					set = roaring.AndNot(set, titled)
				}
				list = append(list, run{set: set})
			}
		} else {
			list = append(list, run{set: literal})
		}
		var alike []uint32
		for _, m := range a.fuzzy {
			alike = append(alike, roaring.And(part, m.set).ToArray()...)
		}
		list = append(list, run{list: alike})
	}
	return list
}

// numbers returns the cases of a query's page in their order, the offset of the page, and
// the number of cases of the whole answer.
func (r *reader) numbers(query model.Query, a answer, certain *roaring.Bitmap) (numbers []uint32, offset, total int, err error) {
	runs := r.runs(query, a, certain)
	offset = max(query.Offset, 0)
	if query.After != "" {
		number, err := r.cases.Number(query.After)
		if err != nil {
			return nil, 0, 0, fmt.Errorf("after case %q: %w", query.After, err)
		}
		if offset, err = r.placeAfter(runs, schema.OrderOf(query.Sort), number); err != nil {
			return nil, 0, 0, err
		}
	}
	next := offset + query.Limit
	for _, n := range runs {
		from, to := max(offset-total, 0), min(next-total, n.size())
		total += n.size()
		switch {
		case from >= to:
		case n.set == nil:
			numbers = append(numbers, n.list[from:to]...)
		default:
			part, err := r.page(n.set, query.Sort, from, to)
			if err != nil {
				return nil, 0, 0, err
			}
			numbers = append(numbers, part...)
		}
	}
	return numbers, offset, total, nil
}

// placeAfter returns the number of cases up to and including a case. For a case that is in
// no run, it is the place that it would have in the first.
func (r *reader) placeAfter(runs []run, order index.Order, number int64) (int, error) {
	before := 0
	for _, n := range runs {
		if n.set != nil && n.set.Contains(uint32(number)) {
			place, err := r.Place(n.set, order, number)
			return before + place, err
		}
		if at := slices.Index(n.list, uint32(number)); at >= 0 {
			return before + at + 1, nil
		}
		before += n.size()
	}
	return r.Place(runs[0].set, order, number)
}

// countPossible returns how many cases of a set are not certain to have the dates of a
// query; certain is nil if it has none.
func countPossible(set, certain *roaring.Bitmap) int {
	if certain == nil {
		return 0
	}
	return int(roaring.AndNot(set, certain).GetCardinality())
}

// Obstacle returns the part of a query without results whose removal finds the most cases;
// the zero value if no removal finds any. A date that is not valid EDTF is an error.
func (l *Answers) Obstacle(ctx context.Context, query model.Query) (model.Obstacle, error) {
	var most model.Obstacle
	for _, o := range query.Obstacles() {
		counts, err := l.Count(ctx, o.Without)
		if err != nil {
			return most, fmt.Errorf("find the part that excludes everything: %w", err)
		}
		o.Cases = counts.Total
		if o.Cases > most.Cases {
			most = o
		}
	}
	return most, nil
}
