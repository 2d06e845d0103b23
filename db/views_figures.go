package db

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"casebook/model"
)

// figureSets are the cases of a set that have one figure or more, two or more,
// and so on.
func (r *reader) figureSets(set *roaring.Bitmap) ([]*roaring.Bitmap, error) {
	var sets []*roaring.Bitmap
	for count := 1; ; count++ {
		having, err := r.having(facetFigures, strconv.Itoa(count))
		if err != nil || having.IsEmpty() {
			return sets, err
		}
		sets = append(sets, roaring.And(having, set))
	}
}

// figureEntries lists the figures of cases, in the order of the cases.
func (r *reader) figureEntries(set *roaring.Bitmap, query model.Query, around string) (model.EntryPage, error) {
	page := model.EntryPage{At: -1}
	sets, err := r.figureSets(set)
	if err != nil || len(sets) == 0 {
		return page, err
	}
	upTo := func(number uint32) int { // how many figures the cases up to one have
		count := 0
		for _, having := range sets {
			count += int(having.Rank(number))
		}
		return count
	}
	carriers := sets[0]
	if !carriers.IsEmpty() {
		page.Total = upTo(carriers.Maximum())
	}
	if id, text, ok := strings.Cut(around, "#"); ok {
		at, err := strconv.Atoi(text)
		number, idErr := caseNumber(r.ctx, r.tx, id)
		if err == nil && idErr == nil && number > 0 && sets[min(max(at, 0), len(sets)-1)].Contains(uint32(number)) {
			page.At = upTo(uint32(number)-1) + at
		} else if idErr != nil && !errors.Is(idErr, ErrNotFound) && !errors.Is(idErr, ErrAmbiguous) {
			return page, idErr
		}
	}
	from, to := window(query, page.Total, page.At)
	page.Offset, page.Entries = from, []model.Entry{}
	cases := int(carriers.GetCardinality())
	first := sort.Search(cases, func(i int) bool {
		number, err := carriers.Select(uint32(i))
		return err != nil || upTo(number) > from
	})
	numbers, err := r.page(carriers, model.SortReport, first, first+to-from)
	if err != nil || len(numbers) == 0 {
		return page, err
	}
	at := upTo(numbers[0]) - figuresOf(sets, numbers[0])
	return page, r.documents(roaring.BitmapOf(numbers...), func(number uint32, c model.Case) error {
		for i, figure := range c.Figures[:min(len(c.Figures), figuresOf(sets, number))] {
			if from <= at && at < to {
				e := model.Entry{Key: fmt.Sprintf("%s#%d", c.ID, i), Case: c.ID, Cases: 1, Figure: figure, Inferred: c.YearInferred(figure.Date), Label: figure.Counts,
					Title: c.Title, Kind: string(c.Kind), Sensitivity: c.Sensitivity}
				if len(c.Source) > 0 {
					e.Hedge = c.Source[0].Hedge
				}
				page.Entries = append(page.Entries, e)
			}
			at++
		}
		return nil
	})
}

// figuresOf is how many figures a case has.
func figuresOf(sets []*roaring.Bitmap, number uint32) int {
	count := 0
	for _, having := range sets {
		if having.Contains(number) {
			count++
		}
	}
	return count
}
