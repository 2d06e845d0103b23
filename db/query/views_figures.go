package query

import (
	"errors"
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/cases"
	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
)

// figures returns the figures of the cases of a set.
func (r *reader) figures(set *roaring.Bitmap) (cases.Figures, error) {
	var sets []*roaring.Bitmap
	for count := 1; ; count++ {
		having, err := r.having(schema.FacetFigures, strconv.Itoa(count))
		if err != nil || having.IsEmpty() {
			return r.cases.Figures(sets), err
		}
		sets = append(sets, roaring.And(having, set))
	}
}

// figureEntries lists the figures of cases, in the order of the cases.
func (r *reader) figureEntries(set *roaring.Bitmap, query model.Query, around string) (results.EntryPage, error) {
	page := results.EntryPage{At: -1}
	figures, err := r.figures(set)
	if err != nil || figures.Total == 0 {
		return page, err
	}
	page.Total = figures.Total
	if results.SortsRead(query.Sort) && figures.Total <= results.MaxSorted {
		var all []results.Entry
		err := figures.Each(0, figures.Total, func(i int, figure model.Figure, c model.Case) { all = append(all, results.FigureRow(i, figure, c)) })
		results.SortRows(query.Sort, all)
		return results.PageOf(all, query, around), err
	}
	if id, text, ok := strings.Cut(around, "#"); ok {
		at, err := strconv.Atoi(text)
		number, idErr := r.cases.Number(id)
		if err == nil && idErr == nil {
			page.At = figures.Place(uint32(number), at)
		} else if idErr != nil && !errors.Is(idErr, schema.ErrNotFound) && !errors.Is(idErr, schema.ErrAmbiguous) {
			return page, idErr
		}
	}
	from, to := results.Window(query, page.Total, page.At)
	page.Offset, page.Entries = from, []results.Entry{}
	return page, figures.Each(from, to, func(i int, figure model.Figure, c model.Case) {
		page.Entries = append(page.Entries, results.FigureRow(i, figure, c))
	})
}
