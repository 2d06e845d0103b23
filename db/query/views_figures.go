package query

import (
	"errors"
	"sort"
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/db/schema"
	"casebook/model"
	"casebook/model/results"
)

// figureList is the figures of the cases of a set, in the order of the cases.
type figureList struct {
	reader *reader
	sets   []*roaring.Bitmap // the cases that have one figure or more, two or more, and so on
	total  int
}

func (r *reader) figureList(set *roaring.Bitmap) (*figureList, error) {
	f := &figureList{reader: r}
	for count := 1; ; count++ {
		having, err := r.having(schema.FacetFigures, strconv.Itoa(count))
		if err != nil || having.IsEmpty() {
			return f, err
		}
		f.sets = append(f.sets, roaring.And(having, set))
		f.total += int(f.sets[count-1].GetCardinality())
	}
}

// upTo is how many figures the cases up to one have.
func (f *figureList) upTo(number uint32) int {
	count := 0
	for _, having := range f.sets {
		count += int(having.Rank(number))
	}
	return count
}

// of is how many figures a case has.
func (f *figureList) of(number uint32) int {
	count := 0
	for _, having := range f.sets {
		if having.Contains(number) {
			count++
		}
	}
	return count
}

// each calls a function with the figures from a position on up to another one,
// each with its number in its case and with the hedge that it has there.
func (f *figureList) each(from, to int, do func(number int, figure model.Figure, c model.Case)) error {
	if from >= min(to, f.total) {
		return nil
	}
	carriers := f.sets[0]
	cases := int(carriers.GetCardinality())
	first := sort.Search(cases, func(i int) bool {
		number, err := carriers.Select(uint32(i))
		return err != nil || f.upTo(number) > from
	})
	at := -1
	for ; at < to; first += figuresTogether {
		numbers, err := f.reader.page(carriers, model.SortReport, first, min(first+figuresTogether, first+to-max(at, from)))
		if err != nil || len(numbers) == 0 {
			return err
		}
		if at < 0 {
			at = f.upTo(numbers[0]) - f.of(numbers[0])
		}
		err = f.reader.cases.Documents(roaring.BitmapOf(numbers...), func(number uint32, c model.Case) error {
			for i, figure := range c.Figures[:min(len(c.Figures), f.of(number))] {
				if from <= at && at < to {
					figure.Hedge = c.HedgeOf(figure.Source)
					do(i, figure, c)
				}
				at++
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// figuresTogether is how many cases with figures are read at a time.
const figuresTogether = 1000

// figureEntries lists the figures of cases, in the order of the cases.
func (r *reader) figureEntries(set *roaring.Bitmap, query model.Query, around string) (results.EntryPage, error) {
	page := results.EntryPage{At: -1}
	figures, err := r.figureList(set)
	if err != nil || len(figures.sets) == 0 {
		return page, err
	}
	page.Total = figures.total
	if results.SortsRead(query.Sort) && figures.total <= results.MostSorted {
		var all []results.Entry
		err := figures.each(0, figures.total, func(i int, figure model.Figure, c model.Case) { all = append(all, results.FigureRow(i, figure, c)) })
		results.SortRows(query.Sort, all)
		return results.PageOf(all, query, around), err
	}
	if id, text, ok := strings.Cut(around, "#"); ok {
		at, err := strconv.Atoi(text)
		number, idErr := r.cases.Number(id)
		if err == nil && idErr == nil && number > 0 && figures.sets[min(max(at, 0), len(figures.sets)-1)].Contains(uint32(number)) {
			page.At = figures.upTo(uint32(number)-1) + at
		} else if idErr != nil && !errors.Is(idErr, schema.ErrNotFound) && !errors.Is(idErr, schema.ErrAmbiguous) {
			return page, idErr
		}
	}
	from, to := results.Window(query, page.Total, page.At)
	page.Offset, page.Entries = from, []results.Entry{}
	return page, figures.each(from, to, func(i int, figure model.Figure, c model.Case) {
		page.Entries = append(page.Entries, results.FigureRow(i, figure, c))
	})
}
